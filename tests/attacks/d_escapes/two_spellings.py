"""Hand in two notebooks whose names differ in their case, one right and one wrong.

Must not: choose the better one.
"""


def submission(folder):
    whole = (folder / "02_regularization.ipynb").read_text()
    (folder / "02_regularization.ipynb").unlink()
    (folder / "02_Regularization.ipynb").write_text(whole)
    (folder / "02_REGULARIZATION.ipynb").write_text(whole.replace("import numpy", "import  numpy"))


REASON = "several could be meant"
STOPPED_BY = "a renamed file is taken only where that is certain"
PROCESS_STOPS = True
