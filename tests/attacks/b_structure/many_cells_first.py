"""Put more than two thousand cells before all answers.

Must not: lose the honest answers behind them, nor keep silent about what was left out.
"""

from attack_kit import markdown_cell

HONEST = ("l2-cost",)
EARNED = 10


def mutate(notebook):
    notebook["cells"][:0] = [markdown_cell(f"thought {number}") for number in range(2_100)]


REASON = "there are more than 2,000 cells[\\s\\S]*cells more were left out"
STOPPED_BY = "what is too much costs itself alone, and who loses anything waits for a human"
PROCESS_STOPS = True
