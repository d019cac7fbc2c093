"""Write files that stand in no file system: `memfd_create`, `memfd_secret`, deleted ones.

Must not: hold more memory in files and processes together than the submission's.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    """import ctypes, os
libc = ctypes.CDLL(None)
if libc.memfd_create(b'x', 0) >= 0 or libc.syscall(447, 0) >= 0: print('BRE' + 'ACH: a file')""",
    """import time
kept = []
for place in ('.', '/tmp', '/dev/shm'):
    file = open(f'{place}/gone', 'wb'); os.unlink(file.name)
    try:
        for _ in range(40): file.write(b'x' * 2**20); file.flush()
    except OSError: pass
    kept.append(file)
for _ in range(34): kept.append(bytearray(b'x') * 10**7)
time.sleep(1)
print('BRE' + 'ACH: 120 MB in files and 340 in memory')""",
]
REASON = "memory|longer than"
STOPPED_BY = "files count as the submission's memory, deleted or not; a filter for the others"
PROCESS_STOPS = False
PROCESS_WHY = "memory and descriptors are the account's: not run"
