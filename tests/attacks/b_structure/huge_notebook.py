"""Hand in ten thousand cells and two million characters of code.

Must not: hold the batch up, or read without end.
"""

from attack_kit import code_cell


def mutate(notebook):
    notebook["cells"] += [code_cell(f"x{n} = 1  # {'x' * 200}") for n in range(10_000)]


REASON = "more than 2,000 cells|characters of code"
STOPPED_BY = "intake's limits on size, cells and characters"
PROCESS_STOPS = True
