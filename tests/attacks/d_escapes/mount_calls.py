"""Use the newer calls for mounts: make, move, change and list them, open files by handle.

Must not: make a mount, or be told of the machine's.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    """import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
x86 = os.uname().machine == 'x86_64'
room = ctypes.create_string_buffer(4096)
request = (ctypes.c_uint64 * 4)(24, 0xFFFFFFFFFFFFFFFF, 0xFF, 0)
tried = {
    'fsopen': (430, b'tmpfs', 0), 'open_tree': (428, -100, b'/usr', 1),
    'fspick': (433, -100, b'/', 0),
    'move_mount': (429, -100, b'/usr', -100, b'/tmp', 0), 'fsmount': (432, 3, 0, 0),
    'mount_setattr': (442, -100, b'/', 0, request, 32),
    'open_tree_attr': (467, -100, b'/', 1, request, 32),
    'listmount': (458, request, room, 100, 0), 'statmount': (457, request, room, 4096, 0),
    'handle': (303 if x86 else 264, -100, b'/usr', room, room, 0),
    'pivot_root': (155 if x86 else 41, b'/tmp', b'/tmp'), 'quota': (443, 0, 0, 0, room),
}
for name, arguments in tried.items():
    if libc.syscall(*arguments) >= 0: print('BRE' + 'ACH:', name)
raise OSError(ctypes.get_errno(), 'no mount')""",
]
REASON = "raised PermissionError"
STOPPED_BY = "no capability, and the filter"
PROCESS_STOPS = False
PROCESS_WHY = "system calls are the account's: not run"
