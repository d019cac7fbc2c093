"""Read the kernel's log, compare the server's files, load modules, swap, restart, reach raw ports.

Must not: reach the machine.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    """import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
x86 = os.uname().machine == 'x86_64'
room = ctypes.create_string_buffer(4096)
tried = {
    'syslog': (103, 116, 3, room, 4096), 'kcmp': (312, 272, 1, 1, 0, 0, 0),
    'module': (313, 273, 0, b'', 0), 'kexec': (320, 294, 0, 0, 0, b'', 0),
    'swap': (167, 224, b'/tmp/x', 0), 'acct': (163, 89, b'/tmp/x'),
    'quota': (179, 60, 0x80000700, b'/', 0, room), 'clock': (164, 170, room, 0),
    'ldt': (154, 9999, 0, room, 64), 'ports': (172, 9999, 3), 'port': (173, 9999, 0x80, 1, 1),
    'vhangup': (153, 58), 'hostname': (170, 161, b'x', 1), 'chroot': (161, 51, b'/tmp'),
}
for name, (first, second, *arguments) in tried.items():
    if libc.syscall(first if x86 else second, *arguments) >= 0: print('BRE' + 'ACH:', name)
raise OSError(ctypes.get_errno(), 'no machine')""",
]
REASON = "raised (PermissionError|OSError)"
STOPPED_BY = "no capability, and the filter"
PROCESS_STOPS = False
PROCESS_WHY = "system calls are the account's: not run"
