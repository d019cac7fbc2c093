"""See to it that the gradebook knows an assignment as the instructor's notebooks have it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from autograder.cells import normal, printable
from autograder.course.autotests import notebook_of
from autograder.course.dates import extensions_of
from autograder.course.folders import Course, CourseError
from autograder.course.generate import generate_assignment
from autograder.course.late import late_penalty
from autograder.course.settings import release_rules
from autograder.gradebook.book import Gradebook
from autograder.gradebook.revision import Change
from autograder.gradebook.rows import AssignmentInfo, CellInfo
from autograder.gradebook.wanted import WantedCell, WantedNotebook, wanted_notebook
from autograder.notebook import Notebook
from autograder.words import counted


def gradebook_of(course: Course, assignment: str) -> Gradebook:
    """Return the gradebook of an assignment, with the course's penalty and extensions."""
    extensions = extensions_of(course, assignment)
    return Gradebook(course.db_url, assignment, late_penalty(course), extensions)


class Settled(NamedTuple):
    """A gradebook whose penalties follow dates and points, and whose penalty that has changed."""

    book: Gradebook
    info: AssignmentInfo | None
    changed: list[str]


@contextmanager
def settled_gradebook(course: Course, assignment: str) -> Iterator[Settled]:
    """Open the gradebook for reading, its penalties brought up to date with dates and points.

    People give points by hand after grading, and whoever reads a sum must not wait for the next
    run of it.
    """
    with gradebook_of(course, assignment) as book:
        info = book.load()
        timings = book.settle_lateness(info) if info is not None else {}
        yield Settled(book, info, sorted(who for who, each in timings.items() if each.changed))


def registered(
    course: Course,
    assignment: str,
    book: Gradebook,
    sources: Mapping[str, Notebook],
    say: Callable[[str], None] = lambda text: None,
) -> AssignmentInfo:
    """Return the assignment's rows as the instructor's notebooks have them.

    nbgrader registers an assignment that the gradebook does not know. Of one that was changed
    since, new cells get their rows and lost ones retire, whatever was handed in.

    Raises
    ------
    CourseError
        If nbgrader refuses, with its reason.
    """
    info = book.load()
    if info is None:
        say(f"{assignment} is not in the gradebook yet: nbgrader registers it.")
        with tempfile.TemporaryDirectory() as scratch:
            _, reason = generate_assignment(course, assignment, Path(scratch))
        info = book.load()
        if info is None:
            raise CourseError(
                f"The gradebook does not know {printable(assignment)}, and `nbgrader "
                f"generate_assignment {printable(assignment)}` did not register it: {reason}"
            )
    rules = release_rules(course)
    wanted = {
        name: wanted_notebook(_framed(course, notebook), rules)
        for name, notebook in sources.items()
    }
    if _agrees(info, wanted):
        return info
    changes = book.revise(info, wanted)
    if changes:
        say(f"{assignment} was changed since it was released; the gradebook follows:")
        for line in lines_of(changes, several=len(sources) > 1):
            say(line)
    return book.load() or info


def lines_of(changes: Sequence[Change], *, several: bool) -> list[str]:
    """Return the list of changed cells, before and after."""
    names = [f"{each.notebook}: {each.cell}" if several else each.cell for each in changes]
    width = max(map(len, names))
    before = max(len(each.before) for each in changes)
    lines = []
    for name, each in zip(names, changes, strict=True):
        line = f"  {name:<{width}}  {each.before:>{before}}"
        more = each.after.removeprefix(each.before)
        line += more if more.startswith(",") else f" -> {each.after}"
        if each.kept and each.after == "-":
            line += f"; {counted(each.kept, 'score or comment', 'scores and comments')} by people "
            line += "kept aside (until `grade --prune`)"
        elif each.kept:
            line += f"; {counted(each.kept, 'score or comment', 'scores and comments')} by people "
            line += "came back"
        lines.append(line)
    return lines


def _framed(course: Course, notebook: Notebook) -> Notebook:
    """Return a notebook with the header and footer that nbgrader puts around each release."""
    around = []
    for part in ("header", "footer"):
        name = course.setting("IncludeHeaderFooter", part, "")
        data = (course.root / name).read_bytes() if name else None
        around.append(notebook_of(Path(name).stem, data)["cells"] if data is not None else [])
    return {**notebook, "cells": [*around[0], *notebook["cells"], *around[1]]}


def _agrees(info: AssignmentInfo, wanted: Mapping[str, WantedNotebook]) -> bool:
    if info.cells.keys() != wanted.keys():
        return False
    return all(
        info.cells[name].keys() == notebook.cells.keys()
        and all(_same(info.cells[name][cell.name], cell) for cell in notebook.cells.values())
        for name, notebook in wanted.items()
    )


def _same(row: CellInfo, cell: WantedCell) -> bool:
    kinds = {"GradeCell": row.grade_id and not row.is_task, "SolutionCell": row.is_solution}
    kinds["TaskCell"] = row.is_task
    return (
        {kind for kind, there in kinds.items() if there} == cell.kinds
        and (not row.grade_id or row.max_score == cell.points)
        and row.locked == cell.locked
        and normal(row.source) == normal(cell.source)
    )
