"""See to it that the gradebook knows an assignment as the instructor's notebooks have it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from autograder.cells import is_marked, nbgrader_metadata, printable, role_of, text_of
from autograder.course.dates import extensions_of
from autograder.course.folders import Course, CourseError
from autograder.course.generate import generate_assignment
from autograder.course.late import late_penalty
from autograder.gradebook.book import Gradebook
from autograder.gradebook.rows import AssignmentInfo


def gradebook_of(course: Course, assignment: str) -> Gradebook:
    """Return the gradebook of an assignment, with the course's penalty and extensions."""
    extensions = extensions_of(course, assignment)
    return Gradebook(course.db_url, assignment, late_penalty(course), extensions)


def registered(
    course: Course,
    assignment: str,
    book: Gradebook,
    sources: Mapping[str, Mapping[str, Any]],
    say: Callable[[str], None] = lambda text: None,
) -> AssignmentInfo:
    """Return the assignment's rows; let nbgrader write them if they are missing or out of date.

    Raises
    ------
    CourseError
        If nbgrader refuses, with its reason.
    """
    info = book.load()
    if info is not None and _agrees(info, sources):
        return info
    state = "is not in the gradebook yet" if info is None else "was changed since it was released"
    say(f"{assignment} {state}: nbgrader brings the gradebook up to date.")
    with tempfile.TemporaryDirectory() as scratch:
        _, reason = generate_assignment(course, assignment, Path(scratch))
    info = book.load()
    if info is None or not _agrees(info, sources):
        raise CourseError(
            f"The gradebook does not know {printable(assignment)} as the instructor's notebooks "
            f"have it, and `nbgrader generate_assignment {printable(assignment)}` did not bring "
            f"it up to date: {reason}"
        )
    return info


def _agrees(info: AssignmentInfo, sources: Mapping[str, Mapping[str, Any]]) -> bool:
    if set(info.notebooks) != set(sources):
        return False
    for name, notebook in sources.items():
        known = info.cells[name]
        graded = set()
        for cell in notebook["cells"]:
            mark = nbgrader_metadata(cell)
            if not is_marked(cell):
                continue
            row = known.get(mark.get("grade_id", ""))
            if row is None:
                return False
            role = role_of(cell)
            if role in ("test", "manual", "task") and (mark.get("grade") or mark.get("task")):
                graded.add(row.name)
                if row.grade_id is None or row.max_score != float(mark.get("points", 0)):
                    return False
            text = text_of(cell["source"])
            if role == "test" and "SOLUTION" not in text and row.source != text:
                return False
        if graded != {row.name for row in known.values() if row.grade_id}:
            return False
    return True
