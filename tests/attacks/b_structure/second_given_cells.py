"""Copy the given cells behind the tests, edited, under their own ids.

Must not: let a second copy have the last word, nor keep silent about it.
"""

import copy

from attack_kit import cell_of

HONEST = ("l2-cost",)
EARNED = 10


def mutate(notebook):
    for _ in range(2):
        other = copy.deepcopy(cell_of(notebook, "imports"))
        other["source"] += "\ncheck = lambda *a, **k: None"
        notebook["cells"].append(other)


REASON = "cell imports is there 3 times; the course.s own counts"
STOPPED_BY = "the instructor's cells are graded, and every change of theirs is noted"
PROCESS_STOPS = True
