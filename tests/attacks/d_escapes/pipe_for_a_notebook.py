"""Hand in a named pipe, which keeps a reader waiting for ever.

Must not: wait for a writer.
"""

import os


def submission(folder):
    for name in ("02_regularization.ipynb", "timestamp.txt", "other.ipynb"):
        (folder / name).unlink(missing_ok=True)
        os.mkfifo(folder / name)


REASON = "not a regular file"
STOPPED_BY = "opened without waiting, and refused by kind"
PROCESS_STOPS = True
