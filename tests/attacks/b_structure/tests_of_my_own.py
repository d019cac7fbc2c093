"""Add tests of the student's own that give a thousand points for nothing.

Must not: score a cell that the instructor does not have.
"""

from attack_kit import code_cell


def mutate(notebook):
    for number in range(5):
        mark = {"grade": True, "solution": False, "locked": True, "points": 1000}
        mark |= {"grade_id": f"bonus-{number}", "schema_version": 3, "task": False}
        notebook["cells"].append(code_cell("assert True", nbgrader=mark))


REASON = "student's own ran too"
STOPPED_BY = "results are per test of the instructor's notebook"
PROCESS_STOPS = True
