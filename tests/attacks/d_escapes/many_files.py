"""Hand in ten thousand files beside a notebook of another name.

Must not: miss the notebook behind them, nor copy without end.
"""

HONEST = ("l2-cost",)
EARNED = 10


def submission(folder):
    (folder / "02_regularization.ipynb").rename(folder / "zz.ipynb")
    for number in range(10_100):
        (folder / f"a{number:05}").touch()


REASON = "zz.ipynb was taken for 02_regularization.ipynb"
STOPPED_BY = "notebooks are looked for first"
PROCESS_STOPS = True
