"""Read what nbgrader's gradebook knows of an assignment, for the pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from autograder.gradebook.book import Gradebook
from autograder.gradebook.lateness import due_with, late_by
from autograder.gradebook.rows import AssignmentInfo

UNTOUCHED = "No response."
"""nbgrader's own comment on an answer as it was given: the points say it, too."""


@dataclass
class CellGrade:
    """One graded or commented cell of a submission.

    Attributes
    ----------
    waiting : bool
        Whether a person still has to give the points, or look again.
    comment : str
        What a person wrote, else what grading wrote.
    """

    auto: float | None = None
    manual: float | None = None
    extra: float = 0.0
    most: float = 0.0
    waiting: bool = False
    comment: str = ""

    @property
    def score(self) -> float | None:
        """Points so far; ``None`` where nobody has given any."""
        given = self.auto if self.manual is None else self.manual
        return None if given is None else given + self.extra


@dataclass
class NotebookStanding:
    """One notebook of a submission: its cells by name, and what lateness costs."""

    penalty: float = 0.0
    cells: dict[str, CellGrade] = field(default_factory=dict)

    @property
    def score(self) -> float:
        """Points of all cells, without the penalty."""
        return sum(cell.score or 0.0 for cell in self.cells.values())

    @property
    def complete(self) -> bool:
        """Whether there are points for every cell that gives any."""
        cells = self.cells.values()
        return not any(cell.score is None and (cell.most or cell.waiting) for cell in cells)

    @property
    def most(self) -> float:
        """Points to be had."""
        return sum(cell.most for cell in self.cells.values())


@dataclass
class Standing:
    """One student's submission on record; times are naive UTC, the due date with extension."""

    student: str
    name: str = ""
    handed_in: datetime | None = None
    due: datetime | None = None
    extension: timedelta | None = None
    notebooks: dict[str, NotebookStanding] = field(default_factory=dict)

    @property
    def late(self) -> timedelta:
        """How long after the due date it came in."""
        return late_by(self.handed_in, self.due)


def standings(book: Gradebook, info: AssignmentInfo) -> dict[str, Standing]:
    """Return all submissions of an assignment, by student."""
    with book.reading() as conn:
        found = _submissions(book, info, conn)
        _grades(book, info, conn, found)
        _comments(book, info, conn, found)
    return found


def students(book: Gradebook) -> dict[str, str]:
    """Return all students that the gradebook knows, with their full names where it has them."""
    t = book.tables.student
    with book.reading() as conn:
        rows = conn.execute(sa.select(t.c.id, t.c.first_name, t.c.last_name))
        return {row.id: _full_name(row) for row in rows}


def _full_name(row: Any) -> str:
    return " ".join(filter(None, (row.first_name, row.last_name)))


def _submissions(book: Gradebook, info: AssignmentInfo, conn: sa.Connection) -> dict[str, Standing]:
    t = book.tables
    sub, sub_nb, student = t.submitted_assignment, t.submitted_notebook, t.student
    query = (
        sa.select(
            sub.c.student_id,
            sub.c.timestamp,
            sub.c.extension,
            student.c.first_name,
            student.c.last_name,
            sub_nb.c.notebook_id,
            sub_nb.c.late_submission_penalty,
        )
        .join(student, student.c.id == sub.c.student_id)
        .join(sub_nb, sub_nb.c.assignment_id == sub.c.id)
        .where(sub.c.assignment_id == info.id)
    )
    names = {identifier: name for name, identifier in info.notebooks.items()}
    found: dict[str, Standing] = {}
    for row in conn.execute(query):
        due = due_with(info.duedate, row.extension)
        new = Standing(row.student_id, _full_name(row), row.timestamp, due, row.extension)
        standing = found.setdefault(row.student_id, new)
        penalty = float(row.late_submission_penalty or 0.0)
        standing.notebooks[names[row.notebook_id]] = NotebookStanding(penalty)
    return found


def _of_cells(book: Gradebook, info: AssignmentInfo, table: sa.Table, *columns: Any) -> Any:
    t = book.tables
    sub, sub_nb, base = t.submitted_assignment, t.submitted_notebook, t.base_cell
    return (
        sa.select(sub.c.student_id, sub_nb.c.notebook_id, base.c.name, *columns)
        .join(sub_nb, sub_nb.c.id == table.c.notebook_id)
        .join(sub, sub.c.id == sub_nb.c.assignment_id)
        .join(base, base.c.id == table.c.cell_id)
        .where(sub.c.assignment_id == info.id)
    )


def _cell(info: AssignmentInfo, found: Mapping[str, Standing], row: Any) -> CellGrade:
    names = {identifier: name for name, identifier in info.notebooks.items()}
    notebook = names[row.notebook_id]
    known = info.cells[notebook].get(row.name)
    cells = found[row.student_id].notebooks[notebook].cells
    return cells.setdefault(row.name, CellGrade(most=known.max_score if known else 0.0))


def _grades(
    book: Gradebook, info: AssignmentInfo, conn: sa.Connection, found: Mapping[str, Standing]
) -> None:
    g = book.tables.grade
    columns = (g.c.auto_score, g.c.manual_score, g.c.extra_credit, g.c.needs_manual_grade)
    for row in conn.execute(_of_cells(book, info, g, *columns)):
        cell = _cell(info, found, row)
        cell.auto, cell.manual, cell.extra = row[3], row[4], float(row[5] or 0.0)
        cell.waiting = bool(row[6])


def _comments(
    book: Gradebook, info: AssignmentInfo, conn: sa.Connection, found: Mapping[str, Standing]
) -> None:
    c = book.tables.comment
    for row in conn.execute(_of_cells(book, info, c, c.c.auto_comment, c.c.manual_comment)):
        text = row.manual_comment or row.auto_comment
        if text and text != UNTOUCHED:
            _cell(info, found, row).comment = str(text)
