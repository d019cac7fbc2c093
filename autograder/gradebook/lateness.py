"""Due dates, extensions, and what lateness costs, as nbgrader's gradebook keeps them.

A penalty follows from the due date, the extension, the time of handing in and the points. Any of
them may change after grading, so penalties are worked out for all submissions at each run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import NamedTuple

import sqlalchemy as sa

Penalty = Callable[[str, float, float], float | None]  # (student, score, seconds late)
Extensions = Mapping[str, datetime | None]
"""Until when students may hand in (naive UTC); ``None`` takes an extension back."""


class HandedIn(NamedTuple):
    """One submitted notebook, and what its lateness depends on."""

    owner: str  # submitted_notebook.id
    student: str
    timestamp: datetime | None
    extension: timedelta | None


@dataclass
class Timing:
    """When one student's submission came in, and what that costs.

    Attributes
    ----------
    due : datetime or None
        With the student's extension; all times are naive UTC.
    penalty, before : float
        Points off over all notebooks, now and as the gradebook had it.
    """

    student: str
    handed_in: datetime | None = None
    due: datetime | None = None
    extension: timedelta | None = None
    penalty: float = 0.0
    before: float = 0.0

    @property
    def late(self) -> timedelta:
        """How long after the due date it came in."""
        return late_by(self.handed_in, self.due)

    @property
    def changed(self) -> bool:
        """Whether the penalty is another one than before."""
        return abs(self.penalty - self.before) > 1e-9


def due_with(duedate: datetime | None, extension: timedelta | None) -> datetime | None:
    """Return when work is due for a student."""
    return duedate if duedate is None or extension is None else duedate + extension


def late_by(handed_in: datetime | None, due: datetime | None) -> timedelta:
    """Return how long after the due date something came in."""
    if handed_in is None or due is None:
        return timedelta(0)
    return max(handed_in - due, timedelta(0))


@dataclass(frozen=True)
class Lateness:
    """The statements of one transaction that concern lateness."""

    tables: SimpleNamespace
    conn: sa.Connection
    assignment: str  # assignment.id
    duedate: datetime | None
    penalty: Penalty | None
    extensions: Extensions

    def extension(self, student: str, known: timedelta | None) -> timedelta | None:
        """Return a student's extension: as the course says now, else as it is on record."""
        if student not in self.extensions or self.duedate is None:
            return known
        until = self.extensions[student]
        return until - self.duedate if until and until > self.duedate else None

    def extend(self) -> None:
        """Bring the extensions of all submissions up to date."""
        sub = self.tables.submitted_assignment
        query = sa.select(sub.c.id, sub.c.student_id, sub.c.extension)
        rows = []
        for row in self.conn.execute(query.where(sub.c.assignment_id == self.assignment)):
            wanted = self.extension(row.student_id, row.extension)
            if wanted != row.extension:
                rows.append({"b_id": row.id, "b_extension": wanted})
        if rows:
            update = sa.update(sub).where(sub.c.id == sa.bindparam("b_id"))
            value = sa.bindparam("b_extension", type_=sa.Interval())
            self.conn.execute(update.values(extension=value), rows)

    def update(self) -> dict[str, Timing]:
        """Bring all extensions and penalties up to date; return each student's timing."""
        self.extend()
        sub, sub_nb = self.tables.submitted_assignment, self.tables.submitted_notebook
        query = sa.select(
            *(sub_nb.c.id, sub.c.student_id, sub.c.timestamp, sub.c.extension),
            sub_nb.c.late_submission_penalty.label("before"),
        )
        query = query.join(sub_nb, sub_nb.c.assignment_id == sub.c.id)
        rows = self.conn.execute(query.where(sub.c.assignment_id == self.assignment)).all()
        penalties = self.penalties(HandedIn(*row[:4]) for row in rows)
        timings: dict[str, Timing] = {}
        changed = {}
        for row in rows:
            due = due_with(self.duedate, row.extension)
            new = Timing(row.student_id, row.timestamp, due, row.extension)
            timing = timings.setdefault(row.student_id, new)
            now, before = penalties[row.id] or 0.0, row.before or 0.0
            timing.penalty += now
            timing.before += before
            if now != before:
                changed[row.id] = penalties[row.id]
        self.assign(changed)
        return timings

    def penalties(self, handed_in: Iterable[HandedIn]) -> dict[str, float | None]:
        """Return what lateness costs each submitted notebook; ``None`` where nothing."""
        found: dict[str, float | None] = {}
        late: dict[str, tuple[str, float]] = {}
        for each in handed_in:
            found[each.owner] = None
            by = late_by(each.timestamp, due_with(self.duedate, each.extension))
            if by and self.penalty:
                late[each.owner] = (each.student, by.total_seconds())
        scores = self._sums() if late else {}
        for owner, (student, seconds) in late.items():
            assert self.penalty is not None
            score = scores.get(owner, 0.0)
            points = self.penalty(student, score, seconds)
            found[owner] = None if points is None else max(0.0, min(float(points), score))
        return found

    def assign(self, penalties: Mapping[str, float | None]) -> None:
        """Write penalties by submitted notebook."""
        rows = [{"b_owner": owner, "b_penalty": points} for owner, points in penalties.items()]
        if rows:
            sub_nb = self.tables.submitted_notebook
            update = sa.update(sub_nb).where(sub_nb.c.id == sa.bindparam("b_owner"))
            self.conn.execute(
                update.values(late_submission_penalty=sa.bindparam("b_penalty")), rows
            )

    def _sums(self) -> dict[str, float]:
        """Return the points of each submitted notebook of the assignment."""
        grade, sub_nb = self.tables.grade, self.tables.submitted_notebook
        sub = self.tables.submitted_assignment
        score = sa.func.coalesce(grade.c.manual_score, grade.c.auto_score)
        extra = sa.func.coalesce(grade.c.extra_credit, 0.0)
        total = sa.func.sum(sa.case((score.is_not(None), score + extra), else_=0.0))
        query = (
            sa.select(grade.c.notebook_id, total)
            .join(sub_nb, sub_nb.c.id == grade.c.notebook_id)
            .join(sub, sub.c.id == sub_nb.c.assignment_id)
            .where(sub.c.assignment_id == self.assignment)
            .group_by(grade.c.notebook_id)
        )
        return {row[0]: float(row[1]) for row in self.conn.execute(query)}
