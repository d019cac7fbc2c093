"""Raise seventy errors, and raise the points of a test besides.

Must not: push the note of the tampering out by many small ones.
"""

from attack_kit import cell_of, code_cell, marks_of

HONEST = ("l2-cost",)
EARNED = 10


def mutate(notebook):
    notebook["cells"] += [code_cell("1/0") for _ in range(70)]
    marks_of(cell_of(notebook, "l2-cost-check"))["points"] = 1000


REASON = "the points of cells were not the course.s: l2-cost-check"
STOPPED_BY = "notes are sorted by gravity before they are counted"
PROCESS_STOPS = True
