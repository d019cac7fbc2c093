"""Hand in a folder where the course has a file, and a file where it has a folder.

Must not: stop the batch when the two are put together.
"""

HONEST = ("l2-cost",)
EARNED = 10


def submission(folder):
    (folder / "table.csv").mkdir()
    (folder / "table.csv" / "inner.txt").write_text("mine")
    (folder / "pictures").write_text("mine")


REASON = "l2-backward-check: not attempted"
STOPPED_BY = "the course's own files win"
PROCESS_STOPS = True
