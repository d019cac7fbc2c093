"""Hand in a link to an honest student's notebook, and one to the instructor's.

Must not: grade another's work, or the solutions.
"""


def submission(folder):
    notebook = folder / "02_regularization.ipynb"
    notebook.unlink()
    root = folder.parent.parent.parent
    notebook.symlink_to(root / "submitted/0-honest/02_regularization/02_regularization.ipynb")
    (folder / "mine.ipynb").symlink_to(root / "source/02_regularization/02_regularization.ipynb")


REASON = "symbolic link"
STOPPED_BY = "regular files only, opened without following links"
PROCESS_STOPS = True
