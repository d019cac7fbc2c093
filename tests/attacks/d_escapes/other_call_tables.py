"""Make system calls through the tables for 32-bit programs, which have other numbers.

Must not: reach a call past the filter.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    """import ctypes, mmap, os
if os.uname().machine != 'x86_64': os.abort()
libc = ctypes.CDLL(None, use_errno=True)
for number, arguments in ((41, (40, 1, 0)), (272, (0x20000,)), (319, (b'x', 0)),
                          (520, ()), (39, ())):
    if libc.syscall(0x40000000 | number, *arguments) >= 0: print('BRE' + 'ACH: x32', number)""",
    """# mov eax, 359; mov ebx, 40; mov ecx, 1; xor edx, edx; int 0x80; ret
code = bytes.fromhex('b867010000 bb28000000 b901000000 31d2 cd80 c3')
area = mmap.mmap(-1, 4096, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS, prot=7)
area.write(code)
address = ctypes.addressof(ctypes.c_char.from_buffer(area))
print('BRE' + 'ACH: int 0x80', ctypes.CFUNCTYPE(ctypes.c_long)(address)())""",
]
REASON = "crashed"
STOPPED_BY = "the filter: one table of calls; others end the process"
PROCESS_STOPS = False
PROCESS_WHY = "system calls are the account's: not run"
