"""Turn the order of all cells around, so that tests stand before answers.

Must not: run tests in the order of the submission, nor keep silent about it.
"""

HONEST = ("l2-cost",)
EARNED = 10


def mutate(notebook):
    notebook["cells"].reverse()


REASON = "cells of the course were in another order"
STOPPED_BY = "the instructor's cells are graded, and every change of theirs is noted"
PROCESS_STOPS = True
