"""Tag every test with `skip-execution`, which nbgrader rewards with full marks.

Must not: leave a test out because of a tag.
"""

from attack_kit import marks_of


def mutate(notebook):
    for cell in notebook["cells"]:
        if marks_of(cell).get("grade"):
            cell["metadata"]["tags"] = ["skip-execution", "raises-exception"]


REASON = "l2-cost-hidden: not attempted"
STOPPED_BY = "tags are the instructor's"
PROCESS_STOPS = True
