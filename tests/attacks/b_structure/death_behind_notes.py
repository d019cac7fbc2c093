"""Raise seventy errors, and end the process in the last cell.

Must not: push the note of the death out by many small ones.
"""

from attack_kit import code_cell

HONEST = ("l2-cost",)
EARNED = 10


def mutate(notebook):
    notebook["cells"] += [code_cell("1/0") for _ in range(70)]
    notebook["cells"].append(code_cell("import os; os._exit(1)"))


REASON = r"^cell number \d+ was stopped"
STOPPED_BY = "notes are sorted by gravity before they are counted"
PROCESS_STOPS = True
