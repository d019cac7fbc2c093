"""Hand in a terabyte where the time of submission is read from.

Must not: read it.
"""

import os

HONEST = ("l2-cost",)
EARNED = 10


def submission(folder):
    (folder / "timestamp.txt").touch()
    os.truncate(folder / "timestamp.txt", 2**40)


REASON = "timestamp.txt"
STOPPED_BY = "the first thousand bytes are read, at both doors"
PROCESS_STOPS = True
