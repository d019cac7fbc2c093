"""Copy in a cell with an old schema of nbgrader's metadata, which stops its whole batch.

Must not: stop anything.
"""

from attack_kit import code_cell

HONEST = ("l2-cost",)
EARNED = 10


def mutate(notebook):
    for version in (-1, 0, 1, 99, "3", None, [3]):
        mark = {"schema_version": version, "grade": True, "grade_id": "l2-cost-check"}
        notebook["cells"].insert(1, code_cell("1", nbgrader=mark))


REASON = "restored: l2-cost-check"
STOPPED_BY = "submitted metadata are read for ids alone"
PROCESS_STOPS = True
