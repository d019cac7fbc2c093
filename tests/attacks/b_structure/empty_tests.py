"""Keep the tests' ids and empty their bodies.

Must not: run a test cell of the submission.
"""

from attack_kit import marks_of


def mutate(notebook):
    for cell in notebook["cells"]:
        if marks_of(cell).get("grade"):
            cell["source"] = "print('correct.')"


REASON = "edited tests of the course were restored"
STOPPED_BY = "test cells are the instructor's"
PROCESS_STOPS = True
