"""Fill /dev/shm, System V segments and message queues, which live longer than their maker.

Must not: leave anything in the kernel.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    "for n in range(1000):\n"
    "    with open(f'/dev/shm/attack-was-here-{n}', 'wb') as file: file.write(b'x' * 10**6)",
    "import ctypes\n"
    "libc = ctypes.CDLL(None)\n"
    "made = [libc.shmget(0, 2**24, 0o1777) for _ in range(50)]\n"
    "made += [libc.msgget(0, 0o1777), libc.semget(0, 10, 0o1777)]\n"
    "made += [libc.memfd_create(b'x', 0), libc.shmget(77, 4096, 0o1777)]\n"
    "if max(made) >= 0: print('BRE' + 'ACH:', made)",
]
REASON = "raised OSError|memory"
STOPPED_BY = "a private /dev/shm and IPC namespace; the system calls are denied"
PROCESS_STOPS = False
PROCESS_WHY = "segments and /dev/shm are the host's and stay: not run"
