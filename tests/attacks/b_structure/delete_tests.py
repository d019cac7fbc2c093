"""Hand in a notebook without a single test.

Must not: give points for what cannot be tested.
"""

from attack_kit import marks_of

HONEST = ("l2-cost",)
EARNED = 10


def mutate(notebook):
    notebook["cells"] = [c for c in notebook["cells"] if not marks_of(c).get("grade")]


REASON = "l2-backward-hidden: not attempted"
STOPPED_BY = "the graded notebook is rebuilt from the instructor's"
PROCESS_STOPS = True
