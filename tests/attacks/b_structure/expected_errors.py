"""Tag tests with `raises-exception`, so that an error counts as a success.

Must not: read a tag of the submission, nor keep silent about it.
"""

from attack_kit import cell_of

HONEST = ("l2-cost",)
EARNED = 10


def mutate(notebook):
    for name in ("l2-backward-check", "l2-backward-hidden"):
        cell_of(notebook, name)["metadata"]["tags"] = ["raises-exception"]


REASON = "the tags of cells were not the course.s: l2-backward-check"
STOPPED_BY = "the instructor's cells are graded, and every change of theirs is noted"
PROCESS_STOPS = True
