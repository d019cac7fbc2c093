"""Hand in, under a name that the course gives to code, a pipe that nobody writes to.

Must not: wait for it.
"""

import os
from pathlib import Path

ASSIGNMENT = "hand_written"


def submission(folder: Path) -> None:
    """Hand in the pipe."""
    os.mkfifo(folder / "own-pipe.txt")


REASON = "ignored: the special file own-pipe.txt"
STOPPED_BY = "only regular files are given"
PROCESS_STOPS = True
