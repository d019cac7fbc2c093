"""Hand in each test ten times, the first nine of them empty, with points of their own.

Must not: count a test more than once, or run another than ours.
"""

import copy

from attack_kit import marks_of

HONEST = ("l2-cost",)
EARNED = 10


def mutate(notebook):
    cells = []
    for cell in notebook["cells"]:
        if marks_of(cell).get("grade"):
            for number in range(9):
                copied = copy.deepcopy(cell)
                copied["source"], copied["id"] = f"{number}", f"copy-{number}-{cell['id']}"
                cells.append(copied)
        cells.append(cell)
    notebook["cells"] = cells


REASON = "edited tests of the course were restored"
STOPPED_BY = "one test for each of the instructor's"
PROCESS_STOPS = True
