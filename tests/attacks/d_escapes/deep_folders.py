"""Hand the notebook in five folders deep.

Must not: say that nothing was handed in without saying where was not looked.
"""


def submission(folder):
    deep = folder / "a" / "b" / "c" / "d" / "e"
    deep.mkdir(parents=True)
    (folder / "02_regularization.ipynb").rename(deep / "02_regularization.ipynb")


REASON = "folders in c were not looked at"
STOPPED_BY = "what is too much costs itself alone, and who loses anything waits for a human"
PROCESS_STOPS = True
