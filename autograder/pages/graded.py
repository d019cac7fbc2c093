"""What grading left under ``autograded/``: the folders, and the results in their notebooks."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from autograder.cells import printable
from autograder.course.folders import Course, CourseError
from autograder.notebook import Notebook
from autograder.result import Result


def graded_folders(
    course: Course, assignment: str, students: Sequence[str] = ()
) -> Iterator[tuple[str, Path]]:
    """Yield students with their folders under ``autograded/``, in the order of names.

    Raises
    ------
    CourseError
        If one of them is there and cannot be read: its student would be thought ungraded.
    """
    # The same search as among the submissions, one step on.
    there = replace(course, steps={**course.steps, "submitted": course.steps["autograded"]})
    found, refused = there.submissions(assignment, students)
    if refused:
        where = there.path("submitted", refused[0].student, assignment)
        raise CourseError(
            f"{printable(where, 400)} cannot be used: {refused[0].reason}. "
            "Mend it, or move it out of the course."
        )
    for submission in found:
        yield submission.student, submission.folder


def result_in(notebook: Notebook) -> Result | None:
    """Return the result that an autograded notebook carries, if this engine graded it."""
    with contextlib.suppress(KeyError, TypeError, ValueError, AttributeError):
        return Result.from_dict(notebook["metadata"]["autograder"])
    return None
