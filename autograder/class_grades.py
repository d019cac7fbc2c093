"""A class's grades of one assignment, as the gradebook has them, for the tables of platforms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from autograder.batch.newer import newer_than_graded
from autograder.cells import printable
from autograder.course.folders import Course, CourseError
from autograder.course.register import settled_gradebook
from autograder.downloads.enrolled import people_of
from autograder.downloads.people import People
from autograder.gradebook.standing import Standing, standings


@dataclass(frozen=True)
class Grade:
    """What a student has of an assignment; no score where a part is not graded yet.

    Attributes
    ----------
    doubtful : bool
        Whether points that a person gave wait for another look.
    """

    score: float | None = None
    comment: str = ""
    doubtful: bool = False


@dataclass
class Grades:
    """A class's grades of one assignment.

    Attributes
    ----------
    other_penalty : sequence of str
        Whose penalty for lateness has changed with dates or points since the last grading.
    ungraded, newer : sequence of str
        Who has handed in and was not graded yet, and who has handed in again since.
    """

    assignment: str
    most: float
    people: People
    by_student: Mapping[str, Grade]
    other_penalty: Sequence[str] = ()
    ungraded: Sequence[str] = ()
    newer: Sequence[str] = ()


def grades_of(course: Course, assignment: str) -> Grades:
    """Return what the gradebook has of an assignment.

    Raises
    ------
    CourseError
        If it knows no such assignment.
    """
    with settled_gradebook(course, assignment) as (book, info, changed):
        if info is None:
            raise CourseError(
                f"The gradebook does not know {printable(assignment)}: run `grade` first."
            )
        found = standings(book, info)
    most = sum(cell.max_score for cells in info.cells.values() for cell in cells.values())
    people = people_of(course)
    people.complete = True  # whoever the gradebook does not know has no grade
    graded = {student: _grade(each) for student, each in found.items()}
    handed_in = [each.student for each in course.submissions(assignment)[0]]
    ungraded = [student for student in handed_in if student not in graded]
    newer = newer_than_graded(course, assignment)
    return Grades(assignment, most, people, graded, changed, ungraded, newer)


def _grade(standing: Standing) -> Grade:
    cells = [
        (name, cell) for book in standing.notebooks.values() for name, cell in book.cells.items()
    ]
    comment = "\n".join(
        f"{name}: {cell.comment}"
        for name, cell in sorted(cells, key=lambda pair: pair[0])
        if cell.comment
    )
    if not all(book.complete for book in standing.notebooks.values()):
        return Grade(None, comment)
    score = sum(book.score - book.penalty for book in standing.notebooks.values())
    doubtful = any(cell.manual is not None and cell.waiting for _, cell in cells)
    return Grade(max(0.0, score), comment, doubtful)
