"""Type commands into the instructor's terminal with TIOCSTI.

Must not: reach a terminal.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    "import fcntl, os\n"
    "for number in range(64):\n"
    "    for request in (0x5412, 0x541C, 0x540E):\n"
    "        try: fcntl.ioctl(number, request, b'x'); print('BRE' + 'ACH:', number)\n"
    "        except (OSError, ValueError): pass\n"
    "os.open('/dev/tty', os.O_RDWR); print('BRE' + 'ACH: a terminal')",
]
REASON = "raised (FileNotFoundError|OSError)"
STOPPED_BY = "a new session without a terminal; TIOCSTI is denied"
PROCESS_STOPS = False
PROCESS_WHY = "an instructor's terminal can be opened by its device: not run"
