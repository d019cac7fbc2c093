"""Write an answer that is longer than all code may be.

Must not: lose it without a word, nor call it left as given.
"""

from attack_kit import cell_of

HONEST = ("l2-cost",)
EARNED = 0


def mutate(notebook):
    cell_of(notebook, "l2-cost")["source"] += "  # " + "x" * 1_000_050


REASON = "cell l2-cost \\([\\d,]+ characters\\) was left out"
STOPPED_BY = "what is too much costs itself alone, and who loses anything waits for a human"
PROCESS_STOPS = True
