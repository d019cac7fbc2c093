"""Put one cell of a little over a million characters before all answers.

Must not: lose the honest answers behind it, nor keep silent about the cell.
"""

from attack_kit import code_cell

HONEST = ("l2-cost",)
EARNED = 10


def mutate(notebook):
    notebook["cells"].insert(0, code_cell("x = '" + "a" * 1_000_050 + "'"))


REASON = r"cell number 1 \([\d,]+ characters\) was left out"
STOPPED_BY = "what is too much costs itself alone, and who loses anything waits for a human"
PROCESS_STOPS = True
