"""Reset the namespace in the first exercise, so that all later ones lack what was given.

Must not: lose the later answers without saying what was gone and since which cell.
"""

HONEST = ("l2-cost",)
EARNED = 10


def mutate(notebook):
    from attack_kit import cell_of

    cell_of(notebook, "l2-backward")["source"] = "get_ipython().run_line_magic('reset', '-f')"


REASON = "these names were gone: .*since cell l2-backward"
STOPPED_BY = "names are looked after from test to test"
PROCESS_STOPS = True
