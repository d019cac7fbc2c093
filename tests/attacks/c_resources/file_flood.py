"""Make a hundred thousand files, and folders in folders.

Must not: use up the host's files, nor leave one.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    "import os\nfor n in range(100_000): open(f'f{n}', 'w').close()",
    "for n in range(2000):\n    os.mkdir('d'); os.chdir('d')",
]
REASON = "raised OSError|stopped"
STOPPED_BY = "a private file system with few files"
PROCESS_STOPS = False
PROCESS_WHY = "the files are made on the host's disk and removed afterwards: not run"
