"""Hand in a link to the account's passwords in place of the notebook.

Must not: follow a link.
"""


def submission(folder):
    notebook = folder / "02_regularization.ipynb"
    notebook.unlink()
    notebook.symlink_to("/etc/passwd")


REASON = "symbolic link"
STOPPED_BY = "regular files only, opened without following links"
PROCESS_STOPS = True
