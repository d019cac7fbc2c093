"""Stack system-call filters with listeners, and rule sets of Landlock, kept by descriptors.

Must not: hold programs and rules in the kernel.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    """import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
x86 = os.uname().machine == 'x86_64'
steps = (ctypes.c_uint64 * 4096)(*[0] * 4095, 0x7FFF000000000006)
class Program(ctypes.Structure): _fields_ = [('n', ctypes.c_ushort), ('steps', ctypes.c_void_p)]
program = Program(4096, ctypes.addressof(steps))
made = {
    'seccomp': libc.syscall(317 if x86 else 277, 1, 8, ctypes.byref(program)),
    'prctl': libc.prctl(22, 2, ctypes.byref(program), 0, 0),
    'landlock': libc.syscall(444, ctypes.byref(ctypes.c_uint64(1)), 8, 0),
}
for name, value in made.items():
    if value >= 0: print('BRE' + 'ACH:', name)
raise OSError(ctypes.get_errno(), 'no filter')""",
]
REASON = "raised (PermissionError|OSError)"
STOPPED_BY = "the filter: no further filters"
PROCESS_STOPS = False
PROCESS_WHY = "memory and descriptors are the account's: not run"
