"""Print without end: through Python, past Python, and through programs.

Must not: fill memory, disk or the notebook.
"""

from attack_kit import every

ANSWERS = every("while True: print('x' * 10**6)")
LAST = [
    "import os\nfor _ in range(3000): os.write(1, b'y' * 10**6)",
    "!yes | head -c 200000000",
    "import sys\nfor _ in range(10**5): print('z', file=sys.stderr)",
]
REASON = "timeout"
STOPPED_BY = "output is counted where it arises; the raw output is a file of limited size"
PROCESS_STOPS = True
