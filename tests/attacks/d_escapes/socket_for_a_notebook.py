"""Hand in a socket and a folder in place of files.

Must not: stop the batch.
"""

import os
import socket


def submission(folder):
    notebook = folder / "02_regularization.ipynb"
    notebook.unlink()
    notebook.mkdir()
    (notebook / "02_regularization.ipynb").mkdir()
    here = os.getcwd()
    os.chdir(folder)  # a socket's path may not be long
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("other.ipynb")
    os.chdir(here)


REASON = "not a regular file|cannot be opened|no notebook"
STOPPED_BY = "regular files only"
PROCESS_STOPS = True
