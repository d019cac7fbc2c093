"""Raise hundreds of errors whose messages are pages long.

Must not: drown the report in notes.
"""

from attack_kit import code_cell

HONEST = ("l2-cost",)
EARNED = 10


def mutate(notebook):
    text = "raise ValueError('all points earned. ' * 1000)  # "
    notebook["cells"] += [code_cell(f"{text}{number}") for number in range(70)]


REASON = r"\d+ cells more raised errors|took longer than"
STOPPED_BY = "twenty such notes of one line each, and the count of the rest"
PROCESS_STOPS = True
