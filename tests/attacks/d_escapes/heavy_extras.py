"""Hand in gigabytes of files without content, each below the limit for one.

Must not: fill the disk with copies.
"""

import os

HONEST = ("l2-cost",)
EARNED = 10


def submission(folder):
    for number in range(30):
        with open(folder / f"data-{number:02}.bin", "wb") as file:
            os.truncate(file.fileno(), 99_000_000)


REASON = "ignored: the file data-00.bin"
STOPPED_BY = "a limit on a submission's copied files together"
PROCESS_STOPS = True
