"""Hand in a pipe where the time of submission is read from.

Must not: wait for the pipe.
"""

import os

HONEST = ("l2-cost",)
EARNED = 10


def submission(folder):
    os.mkfifo(folder / "timestamp.txt")


REASON = "timestamp.txt is not a regular file"
STOPPED_BY = "only regular files are opened, at both doors"
PROCESS_STOPS = True
