"""Start a process in a new namespace of each kind, through each call that can.

Must not: be in a namespace of one's own making, where one has every capability.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    """import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
number = 56 if os.uname().machine == 'x86_64' else 220
kinds = (0x80, 0x20000, 0x2000000, 0x4000000, 0x8000000, 0x10000000, 0x20000000, 0x40000000)
for kind in kinds:
    for flags in (kind, kind | 0x10000000):
        if libc.unshare(flags) >= 0: print('BRE' + 'ACH: unshare', hex(flags))
        if flags == 0x80: continue
        made = libc.syscall(number, flags | 17, 0, 0, 0, 0)
        if made == 0: os._exit(0)
        if made > 0: print('BRE' + 'ACH: clone', hex(flags))
    arguments = (ctypes.c_uint64 * 11)(kind | 0x10000000, 0, 0, 0, 17)
    made = libc.syscall(435, arguments, 88)
    if made == 0: os._exit(0)
    if made > 0: print('BRE' + 'ACH: clone3', hex(kind))
for name in os.listdir('/proc/self/ns'):
    file = os.open(f'/proc/self/ns/{name}', os.O_RDONLY)
    if libc.setns(file, 0) >= 0: print('BRE' + 'ACH: setns', name)
raise OSError(ctypes.get_errno(), 'no namespace')""",
]
REASON = "raised PermissionError"
STOPPED_BY = "the filter; no further namespaces"
PROCESS_STOPS = False
PROCESS_WHY = "system calls are the account's: not run"
