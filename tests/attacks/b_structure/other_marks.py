"""Say of tests that they are answers, and of answers that they are graded.

Must not: take a mark of the submission for ours, nor keep silent about it.
"""

from attack_kit import marks_of

HONEST = ("l2-cost",)
EARNED = 10


def mutate(notebook):
    for cell in notebook["cells"]:
        if marks_of(cell).get("grade"):
            marks_of(cell).update(solution=True, locked=False)
        elif marks_of(cell).get("solution"):
            marks_of(cell).update(grade=True, points=50)


REASON = "the marks of cells were not the course.s"
STOPPED_BY = "the instructor's cells are graded, and every change of theirs is noted"
PROCESS_STOPS = True
