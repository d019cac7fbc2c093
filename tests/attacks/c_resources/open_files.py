"""Open files, pipes and sockets until there are no more.

Must not: use up the host's descriptors or break the conversation unnoticed.
"""

from attack_kit import every

ANSWERS = every("return None")
LAST = [
    "import os, socket\n"
    "kept = []\n"
    "while True: kept += [os.pipe(), socket.socketpair(), open('/dev/null')]",
]
REASON = "raised OSError"
STOPPED_BY = "limit on open files"
PROCESS_STOPS = True
