"""Turn a test into text and a given cell into a raw one.

Must not: leave a cell of ours out because of its type, nor keep silent about it.
"""

from attack_kit import cell_of

HONEST = ("l2-cost",)
EARNED = 10


def mutate(notebook):
    cell_of(notebook, "l2-cost-check")["cell_type"] = "markdown"
    cell_of(notebook, "imports")["cell_type"] = "raw"


REASON = "the types of cells were not the course.s: imports, l2-cost-check"
STOPPED_BY = "the instructor's cells are graded, and every change of theirs is noted"
PROCESS_STOPS = True
