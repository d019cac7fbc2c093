"""Give each thread descriptors of its own, which do not show among those of its process.

Must not: hold descriptors that are not counted.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    """import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
made = [libc.syscall(436, 1000, 1001, 2), libc.unshare(0x400)]
if os.uname().machine == 'x86_64':
    stack = ctypes.create_string_buffer(2**16)
    made.append(libc.syscall(56, 0x10900, 0, 0, 0, 0))
if max(made) >= 0: print('BRE' + 'ACH:', made)
raise OSError(ctypes.get_errno(), 'one table for all')""",
]
REASON = "raised (PermissionError|OSError)"
STOPPED_BY = "the filter: threads share their descriptors"
PROCESS_STOPS = False
PROCESS_WHY = "memory and descriptors are the account's: not run"
