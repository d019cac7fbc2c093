"""Hand in an answer three thousand times, each copy a little different.

Must not: spend minutes on the copies, nor earn from more than one of them.
"""

import copy

from attack_kit import cell_of

HONEST = ("l2-cost",)
EARNED = 10


def mutate(notebook):
    cell = cell_of(notebook, "l2-cost")
    cell["cell_type"] = "markdown"
    for number in range(3_000):
        notebook["cells"].append(copy.deepcopy(cell))
        notebook["cells"][-1]["source"] += f"  # {number}"


REASON = "cell l2-cost .*was left out"
STOPPED_BY = "what is too much costs itself alone, and who loses anything waits for a human"
PROCESS_STOPS = True
