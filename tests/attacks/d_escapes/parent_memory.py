"""Attach to the parent and read the server's and the grader's memory.

Must not: read or write a byte outside its own process.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    "import ctypes, os\n"
    "libc = ctypes.CDLL(None, use_errno=True)\n"
    "for pid in {os.getppid(), 1, 2, 3, *range(1, 400)} - {os.getpid(), 0}:\n"
    "    for call in (lambda: libc.ptrace(16, pid, 0, 0), lambda: libc.ptrace(0x4206, pid, 0, 0)):\n"  # noqa: E501
    "        if call() == 0: print('BRE' + 'ACH: attached to', pid)\n"
    "    try: open(f'/proc/{pid}/mem', 'rb').close(); print('BRE' + 'ACH: memory of', pid)\n"
    "    except OSError: pass\n"
    "class Piece(ctypes.Structure): _fields_ = [('p', ctypes.c_void_p), ('n', ctypes.c_size_t)]\n"
    "space = ctypes.create_string_buffer(64)\n"
    "here = Piece(ctypes.addressof(space), 64)\n"
    "if libc.process_vm_readv(1, ctypes.byref(here), 1, ctypes.byref(here), 1, 0) > 0:\n"
    "    print('BRE' + 'ACH: read')\n"
    "raise PermissionError(ctypes.get_errno(), 'nothing to attach to')",
]
REASON = "nothing to attach to"
STOPPED_BY = "a PID namespace of its own; ptrace and its kin are denied"
PROCESS_STOPS = False
PROCESS_WHY = "processes of the same account can attach to each other: not run"
