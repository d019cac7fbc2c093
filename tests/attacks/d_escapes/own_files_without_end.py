"""Hand in five hundred files that the course gives to code, and one of a terabyte of nothing.

Must not: read on beyond the bound, nor keep others waiting.
"""

import os
from pathlib import Path

ASSIGNMENT = "hand_written"


def submission(folder: Path) -> None:
    """Hand in the files."""
    for number in range(500):
        (folder / f"own-{number:03}.txt").write_text("x")
    with open(folder / "own-a.txt", "wb") as file:
        os.truncate(file.fileno(), 10**12)


REASON = "not given to the code: at most"
STOPPED_BY = "so many files and bytes are given, no more"
PROCESS_STOPS = True
