"""Hand in a hard link to a file of the course, which is a regular file in every respect.

Must not: write through it; what it holds is read as a notebook and is none.
"""

import os


def submission(folder):
    notebook = folder / "02_regularization.ipynb"
    notebook.unlink()
    os.link(folder.parent.parent.parent / "canary.txt", notebook)


REASON = "not JSON"
STOPPED_BY = "submissions are read, never written; results go to files of our own"
PROCESS_STOPS = True
