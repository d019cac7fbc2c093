"""Give text cells nbgrader's metadata: solutions, tests and manual points in Markdown.

Must not: take text for a test or for code.
"""

from attack_kit import markdown_cell


def mutate(notebook):
    for grade_id in ("l2-cost-check", "l2-cost-hidden", "essay"):
        mark = {"grade": True, "solution": True, "points": 50, "grade_id": grade_id}
        mark |= {"schema_version": 3, "locked": False, "task": False}
        cell = markdown_cell("I deserve it.")
        cell["metadata"]["nbgrader"] = mark
        notebook["cells"].append(cell)


REASON = "restored: l2-cost-check"
STOPPED_BY = "what is graded, and how, is the instructor's to say"
PROCESS_STOPS = True
