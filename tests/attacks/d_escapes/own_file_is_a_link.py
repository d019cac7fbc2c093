"""Hand in, under names that the course gives to code, links to another's work and to the course.

Must not: give the code what a link leads to.
"""

import os
from pathlib import Path

ASSIGNMENT = "hand_written"
FIRST = [
    """from pathlib import Path
for name in ('own-link.txt', 'own-deep/own-file.txt', 'own-up.txt'):
    try:
        print(Path(name).read_text()[:200000])
        print('BRE' + 'ACH')
    except OSError as error:
        print(type(error).__name__)"""
]


def submission(folder: Path) -> None:
    """Hand in the links."""
    os.symlink("../../0-honest/hand_written/hand_written.ipynb", folder / "own-link.txt")
    os.symlink("../../../source", folder / "own-deep")
    os.symlink("../../../nbgrader_config.py", folder / "own-up.txt")


REASON = "ignored: the link own-link.txt"
STOPPED_BY = "only regular files are given, and no link is followed"
PROCESS_STOPS = True
