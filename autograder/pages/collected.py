"""All that is known of an assignment after grading, gathered from the course's folders."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from functools import cached_property
from pathlib import Path

from autograder.batch.newer import newer_than_graded
from autograder.batch.ungraded import not_handed_in
from autograder.cells import ReleaseRules, grade_id_of, role_of, text_of
from autograder.course.autotests import notebook_of
from autograder.course.dates import zone_of
from autograder.course.folders import Course, CourseError
from autograder.course.register import settled_gradebook
from autograder.course.settings import release_rules
from autograder.gradebook.standing import Standing, standings, students
from autograder.headings import ExerciseCells, exercises_of
from autograder.notebook import Cell, Notebook
from autograder.pages.graded import graded_folders, result_in
from autograder.result import Result

Texts = Mapping[str, str]
"""A student's code by ``grade_id``; that of cells of her own under `ADDED`."""

ADDED = ""


@dataclass
class Collected:
    """An assignment's class.

    Attributes
    ----------
    sources : mapping of str to dict
        The instructor's notebooks by name.
    results : list of Result
        Of all that was graded, and of notebooks that were left out, by student and notebook.
    texts : dict
        (student, notebook) -> the code of each answer as it was handed in.
    standings : dict of str to Standing
        What the gradebook knows, by student.
    refused : dict of str to str
        Folders that were not graded at all, with the reason.
    ungraded : list of str
        Students whose submission has not been graded yet.
    newer : list of str
        Students who have handed in again since the last grading.
    missing : list of str
        Students of the course who handed in nothing.
    pages : dict
        (student, notebook) -> the feedback page, where there is one.
    zone : tzinfo
        The course's time zone.
    due : datetime or None
        When the assignment is due, without extensions, in naive UTC.
    rules : ReleaseRules
        What students were given of the instructor's notebooks.
    """

    assignment: str
    sources: Mapping[str, Notebook]
    results: list[Result] = field(default_factory=list)
    texts: dict[tuple[str, str], Texts] = field(default_factory=dict)
    standings: dict[str, Standing] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    ungraded: list[str] = field(default_factory=list)
    newer: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    pages: dict[tuple[str, str], Path] = field(default_factory=dict)
    zone: tzinfo = UTC
    due: datetime | None = None
    rules: ReleaseRules = field(default_factory=ReleaseRules)

    @cached_property
    def exercises(self) -> dict[str, list[ExerciseCells]]:
        """Each notebook's exercises."""
        return {
            name: exercises_of(source, self.rules.hidden_marks)
            for name, source in self.sources.items()
        }


def gather(course: Course, assignment: str) -> Collected:
    """Gather what grading left of an assignment.

    Raises
    ------
    CourseError
        If there is no such assignment, or the gradebook cannot be read.
    """
    sources = {
        name: notebook_of(name, path.read_bytes())
        for name, path in course.sources(assignment).items()
    }
    found = Collected(assignment, sources, zone=zone_of(course), rules=release_rules(course))
    for student, folder in graded_folders(course, assignment):
        for name, result, texts in _graded(folder, sources):
            found.results.append(result)
            found.texts[student, name] = texts
            page = course.path("feedback", student, assignment) / f"{name}.html"
            if page.is_file():
                found.pages[student, name] = page
    submissions, refused = course.submissions(assignment)
    found.refused = {who.student: who.reason for who in refused}
    known = {result.student for result in found.results}
    found.ungraded = [each.student for each in submissions if each.student not in known]
    found.newer = newer_than_graded(course, assignment)
    with settled_gradebook(course, assignment) as (book, info, _):
        if info is not None:
            found.standings, found.due = standings(book, info), info.duedate
            found.results = sorted(
                [*found.results, *_left_out(found)], key=lambda each: (each.student, each.notebook)
            )
            handed_in = {each.student for each in submissions} | found.refused.keys() | known
            found.missing = sorted(students(book).keys() - handed_in)
    if not found.results and not found.refused and not found.ungraded:
        raise CourseError(f"Nothing was handed in for {assignment}, so there is nothing to report.")
    return found


def _left_out(found: Collected) -> Iterator[Result]:
    """Yield the results of notebooks that somebody left out who handed in another one."""
    graded = {(result.student, result.notebook) for result in found.results}
    for student in {student for student, _ in graded}:
        standing = found.standings.get(student)
        for name, source in found.sources.items():
            grades = standing.notebooks.get(name) if standing else None
            if (student, name) not in graded and grades and grades.complete:
                yield not_handed_in(student, found.assignment, name, source)


def _graded(folder: Path, sources: Mapping[str, Notebook]) -> Iterator[tuple[str, Result, Texts]]:
    for name in sources:
        path = folder / f"{name}.ipynb"
        if not path.is_file():
            continue
        try:
            notebook = json.loads(path.read_bytes())
            texts = solutions_in(notebook)
            if added := _added_in(notebook, sources[name]):
                texts[ADDED] = added
        except (ValueError, KeyError, TypeError, AttributeError):
            continue
        result = result_in(notebook)
        if result is not None:
            yield name, result, texts


def solutions_in(notebook: Notebook) -> dict[str, str]:
    """Return the code of a notebook's answers by ``grade_id``."""
    return {
        grade_id_of(cell) or "": text_of(cell["source"])
        for cell in notebook["cells"]
        if is_answer_in_code(cell)
    }


def is_answer_in_code(cell: Cell) -> bool:
    """Whether students answer with a cell's code, whoever grades it."""
    return cell["cell_type"] == "code" and role_of(cell) in ("solution", "manual")


def _added_in(notebook: Notebook, source: Notebook) -> str:
    """Return the code of the cells that a student added."""
    known = {cell.get("id") for cell in source["cells"]}
    return "\n\n".join(
        text_of(cell["source"])
        for cell in notebook["cells"]
        if cell["cell_type"] == "code" and not grade_id_of(cell) and cell.get("id") not in known
    )
