"""Delete the given cells on which every test stands.

Must not: fail what lacks them, nor keep silent about it.
"""

from attack_kit import cell_of

HONEST = ("l2-cost",)
EARNED = 10


def mutate(notebook):
    notebook["cells"].remove(cell_of(notebook, "imports"))


REASON = "deleted cells of the course were put back: imports"
STOPPED_BY = "the instructor's cells are graded, and every change of theirs is noted"
PROCESS_STOPS = True
