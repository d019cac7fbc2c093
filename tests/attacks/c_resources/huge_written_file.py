"""Write files until the disk is full.

Must not: write to a disk at all.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    "for n in range(40):\n"
    "    with open(f'/tmp/big{n}', 'wb') as file:\n"
    "        for _ in range(20): file.write(b'x' * 10**6)\n",
]
REASON = "raised OSError|memory|stopped"
STOPPED_BY = "home and /tmp are one small file system in memory"
PROCESS_STOPS = False
PROCESS_WHY = "only each file's size is limited, not their number: not run"
