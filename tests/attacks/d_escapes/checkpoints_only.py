"""Hand in nothing but Jupyter's own copy of an earlier state.

Must not: take an old state for what was handed in.
"""


def submission(folder):
    (folder / ".ipynb_checkpoints").mkdir()
    name = "02_regularization.ipynb"
    (folder / name).rename(folder / ".ipynb_checkpoints" / name)


REASON = "there is no notebook 02_regularization.ipynb in what was handed in"
STOPPED_BY = "folders of programs are not searched"
PROCESS_STOPS = True
