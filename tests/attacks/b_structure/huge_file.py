"""Hand in a notebook of a terabyte, which takes no space on the disk.

Must not: be read.
"""

import os


def submission(folder):
    os.truncate(folder / "02_regularization.ipynb", 2**40)


REASON = "more than the 20 MB allowed"
STOPPED_BY = "the size is asked before reading"
PROCESS_STOPS = True
