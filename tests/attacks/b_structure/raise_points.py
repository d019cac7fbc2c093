"""Multiply the points of all tests in the metadata, and lower what must be passed.

Must not: read points from a submission.
"""

from attack_kit import marks_of

HONEST = ("l2-cost",)
EARNED = 10


def mutate(notebook):
    for cell in notebook["cells"]:
        if "points" in marks_of(cell):
            marks_of(cell)["points"] = 10_000


REASON = "l2-backward-check: not attempted"
STOPPED_BY = "points and metadata are the instructor's"
PROCESS_STOPS = True
