"""Hand in the old format with worksheets, in which nbgrader finds no cells to check.

Must not: give points for an old format, nor refuse honest work in it.
"""

from attack_kit import marks_of

HONEST = ("l2-cost",)
EARNED = 10


def mutate(notebook):
    cells = notebook.pop("cells")
    for cell in cells:
        cell["input"] = cell.pop("source")
        if cell["cell_type"] != "code":
            cell["source"] = cell.pop("input")
        if marks_of(cell).get("grade"):
            cell["input"] = "pass"
    notebook["worksheets"] = [{"cells": cells, "metadata": {}}]
    notebook["nbformat"], notebook["nbformat_minor"] = 3, 0


REASON = "old format"
STOPPED_BY = "one reader for all formats, and our own tests"
PROCESS_STOPS = True
