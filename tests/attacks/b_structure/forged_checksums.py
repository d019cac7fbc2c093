"""Edit the tests and give them fitting checksums, so that no edit shows.

Must not: trust a checksum that came with the submission.
"""

from attack_kit import marks_of

from autograder.cells import checksum


def mutate(notebook):
    for cell in notebook["cells"]:
        if marks_of(cell).get("grade"):
            cell["source"] = "assert True"
            marks_of(cell)["checksum"] = checksum(cell)


REASON = "edited tests of the course were restored"
STOPPED_BY = "texts are compared, and the instructor's run"
PROCESS_STOPS = True
