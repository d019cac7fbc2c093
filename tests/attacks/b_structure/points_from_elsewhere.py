"""Copy a graded cell of another assignment in, with points of its own.

Must not: score a cell that the assignment does not have, nor keep silent about it.
"""

from attack_kit import code_cell

HONEST = ("l2-cost",)
EARNED = 10


def mutate(notebook):
    mark = {"grade": True, "locked": True, "solution": False, "task": False, "schema_version": 3}
    mark |= {"grade_id": "easy-check", "points": 1000}
    notebook["cells"].append(code_cell("assert True", nbgrader=mark))


REASON = "cells claim points that the course does not give: easy-check"
STOPPED_BY = "the instructor's cells are graded, and every change of theirs is noted"
PROCESS_STOPS = True
