"""Fill the room for code with cells of ninety thousand characters before the answers.

Must not: let the fillers push honest answers out.
"""

from attack_kit import code_cell, marks_of

HONEST = ("l2-cost",)
EARNED = 10


def mutate(notebook):
    for number, cell in enumerate(notebook["cells"]):
        cell["id"] = f"lost-{number}"
        marks_of(cell).clear()
    long = [code_cell(f"y{number} = 1  # " + "y" * 90_000) for number in range(15)]
    notebook["cells"][:0] = long


REASON = "\\(90,0\\d\\d characters\\) was left out"
STOPPED_BY = "what is too much costs itself alone, and who loses anything waits for a human"
PROCESS_STOPS = True
