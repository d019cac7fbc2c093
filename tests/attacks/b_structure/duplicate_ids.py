"""Give every cell of the notebook the same id and the same grade id.

Must not: lose a cell of ours or stop the batch.
"""

from attack_kit import marks_of


def mutate(notebook):
    for cell in notebook["cells"]:
        cell["id"] = "l2-cost"
        if marks_of(cell):
            marks_of(cell)["grade_id"] = "l2-cost"


REASON = r"cell l2-cost is there \d+ times"
STOPPED_BY = "cells are matched with the instructor's, and repairs listed"
PROCESS_STOPS = True
