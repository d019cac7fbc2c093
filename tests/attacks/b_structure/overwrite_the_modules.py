"""Bind the names of modules and given functions to numbers.

Must not: keep silent about why later answers fail.
"""

HONEST = ("l2-cost",)
EARNED = 10


def mutate(notebook):
    from attack_kit import cell_of

    cell_of(notebook, "l2-backward")["source"] = "np = 3"


REASON = "these names stood for something else: np \\(since cell l2-backward\\)"
STOPPED_BY = "names are looked after from test to test"
PROCESS_STOPS = True
