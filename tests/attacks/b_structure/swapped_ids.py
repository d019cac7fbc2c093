"""Swap the ids of a solution and a test, so that the test's place holds the student's code.

Must not: run student code where a test belongs.
"""

from attack_kit import cell_of, marks_of


def mutate(notebook):
    solution, test = cell_of(notebook, "l2-cost"), cell_of(notebook, "l2-cost-check")
    solution["source"] = "print('correct.')"
    test["source"] = "def compute_cost_with_regularization(*a, **k): return 1.5"
    marks_of(solution)["grade_id"], marks_of(test)["grade_id"] = "l2-cost-check", "l2-cost"
    solution["id"], test["id"] = test["id"], solution["id"]


REASON = "l2-cost-check: failed"
STOPPED_BY = "what is a test is the instructor's to say"
PROCESS_STOPS = True
