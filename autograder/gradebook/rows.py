"""Rows of nbgrader's gradebook: what is known of an assignment, and the statements of one batch."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from types import SimpleNamespace
from typing import Any

import sqlalchemy as sa

from autograder.gradebook.access import GradebookError

CHUNK = 400  # names in one IN (...): a plan stays small


@dataclass(frozen=True)
class CellInfo:
    """What the gradebook knows of one cell of the instructor's notebook."""

    name: str
    grade_id: str | None = None  # base_cell.id of the row that carries a grade
    comment_id: str | None = None  # base_cell.id of the row that carries a comment
    max_score: float = 0.0
    is_solution: bool = False
    is_task: bool = False
    locked: bool = False
    source: str = ""
    checksum: str | None = None


@dataclass(frozen=True)
class AssignmentInfo:
    """An assignment's rows: its id, due date, and the cells of each notebook."""

    id: str
    duedate: datetime | None
    notebooks: Mapping[str, str]  # name -> id
    cells: Mapping[str, Mapping[str, CellInfo]]  # notebook -> cell name -> cell


@dataclass(frozen=True)
class NotebookGrades:
    """What grading one notebook found.

    Attributes
    ----------
    scores : dict
        Points by ``grade_id``; ``None`` where a human grades.
    checksums : dict
        nbgrader's checksum of each solution cell as the student left it.
    refusal : str
        Why nothing could be graded, if so: each answer's comment says it.
    """

    scores: Mapping[str, float | None]
    checksums: Mapping[str, str] = field(default_factory=dict)
    refusal: str = ""


@dataclass(frozen=True)
class Record:
    """One submission for the gradebook; notebooks that are ``None`` were not handed in.

    Attributes
    ----------
    kept : mapping of str to collection of str
        By notebook, the cells of which nothing has changed that a person saw who gave points.
    """

    student: str
    notebooks: Mapping[str, NotebookGrades | None]
    timestamp: datetime | None = None
    kept: Mapping[str, Collection[str]] = field(default_factory=dict)


class Writer:
    """The statements of one transaction."""

    def __init__(self, tables: SimpleNamespace, info: AssignmentInfo, conn: sa.Connection) -> None:
        self.t, self.info, self.conn = tables, info, conn

    def write(self, records: Sequence[Record]) -> None:
        """Write all rows of these submissions."""
        submissions = self._submissions(records)
        ids = [row.id for row in submissions.values()]
        sub_nb = self.t.submitted_notebook
        query = sa.select(sub_nb.c.id, sub_nb.c.assignment_id, sub_nb.c.notebook_id)
        by_pair = {
            (row.assignment_id, row.notebook_id): row.id
            for row in self._select(query, sub_nb.c.assignment_id, ids)
        }
        grades, comments, tasks = [], [], []
        for record in records:
            submission = submissions[record.student]
            for notebook, result in record.notebooks.items():
                owner = by_pair.get((submission.id, self.info.notebooks.get(notebook)))
                if owner is None:
                    raise GradebookError(
                        f"The gradebook has a submission of {record.student!r} without notebook "
                        f"{notebook!r}. Remove it (`nbgrader db`) and grade again."
                    )
                kept = record.kept.get(notebook, ())
                new_grades, new_comments = self._rows(notebook, owner, result, kept)
                grades += new_grades
                comments += new_comments
                if result is not None:
                    cells = self.info.cells[notebook].values()
                    tasks += [{"b_cell": c.grade_id, "b_owner": owner} for c in cells if c.is_task]
        self._update_grades(grades)
        self._ask_for_tasks(tasks)
        self._update_comments(comments)

    def _select(
        self, query: sa.Select[*tuple[Any, ...]], column: sa.Column[Any], values: Iterable[str]
    ) -> list[sa.Row[*tuple[Any, ...]]]:
        values = list(values)
        rows: list[sa.Row[*tuple[Any, ...]]] = []
        for start in range(0, len(values), CHUNK):
            chunk = values[start : start + CHUNK]
            rows += self.conn.execute(query.where(column.in_(chunk))).all()
        return rows

    def _submissions(self, records: Sequence[Record]) -> dict[str, SimpleNamespace]:
        """Find or create students and submissions; bring time stamps up to date."""
        student, submitted = self.t.student, self.t.submitted_assignment
        names = [record.student for record in records]
        known = {row.id for row in self._select(sa.select(student.c.id), student.c.id, names)}
        self._insert(student, [{"id": name} for name in names if name not in known])
        query = sa.select(submitted).where(submitted.c.assignment_id == self.info.id)
        found = {
            row.student_id: SimpleNamespace(**row._mapping)
            for row in self._select(query, submitted.c.student_id, names)
        }
        new: list[dict[str, Any]] = []
        stamps: list[dict[str, Any]] = []
        for record in records:
            row = found.get(record.student)
            if row is None:
                values = {
                    "id": new_id(),
                    "assignment_id": self.info.id,
                    "student_id": record.student,
                    "timestamp": record.timestamp,
                    "extension": None,
                }
                new.append(values)
                found[record.student] = SimpleNamespace(**values)
            elif record.timestamp is not None and row.timestamp != record.timestamp:
                row.timestamp = record.timestamp
                stamps.append({"b_id": row.id, "b_time": record.timestamp})
        self._insert(submitted, new)
        self._mirror([values["id"] for values in new])
        if stamps:
            update = sa.update(submitted).where(submitted.c.id == sa.bindparam("b_id"))
            self.conn.execute(update.values(timestamp=sa.bindparam("b_time")), stamps)
        return found

    def _mirror(self, submissions: Sequence[str]) -> None:
        """Give new submissions empty rows for every notebook and cell."""
        notebooks, grades, comments = [], [], []
        for submission in submissions:
            for name, notebook in self.info.notebooks.items():
                owner = new_id()
                notebooks.append(
                    {
                        "id": owner,
                        "assignment_id": submission,
                        "notebook_id": notebook,
                        "flagged": False,
                    }
                )
                for cell in self.info.cells[name].values():
                    row = {"notebook_id": owner}
                    if cell.grade_id:
                        grade = {"cell_id": cell.grade_id, "needs_manual_grade": True}
                        grades.append({"id": new_id(), **row, **grade})
                    if cell.comment_id:
                        comments.append({"id": new_id(), **row, "cell_id": cell.comment_id})
        self._insert(self.t.submitted_notebook, notebooks)
        self._insert(self.t.grade, grades)
        self._insert(self.t.comment, comments)

    def _insert(self, table: sa.Table, rows: list[dict[str, Any]]) -> None:
        if rows:
            self.conn.execute(sa.insert(table), rows)

    def _rows(
        self,
        notebook: str,
        owner: str,
        result: NotebookGrades | None,
        kept: Collection[str],
    ) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        """Turn one notebook's result into rows, by the rules of nbgrader's SaveAutoGrades."""
        grades, comments = [], []
        for cell in self.info.cells[notebook].values():
            if result is None:  # not handed in: zero, and nothing left for a human
                if cell.grade_id:
                    grades.append(_grade(cell, owner, 0.0, kept))
                continue
            left = result.checksums.get(cell.name)
            untouched = left is not None and left == cell.checksum
            if cell.comment_id:
                text = "No response." if untouched and not cell.is_task else None
                text = result.refusal or text
                comments.append({"b_cell": cell.comment_id, "b_owner": owner, "b_text": text})
            if not cell.grade_id or cell.is_task or cell.name not in result.scores:
                continue
            score = result.scores[cell.name]
            if cell.is_solution:  # a written answer: a human grades what was changed
                score = 0.0 if untouched and not result.refusal else None
            grades.append(_grade(cell, owner, score, kept))
        return grades, comments

    def _update_grades(self, rows: list[dict[str, Any]]) -> None:
        grade = self.t.grade
        # An automatic score does not settle a cell that a human has scored: it asks for a look.
        # So does whatever is new there; what is as it was asks nobody twice.
        manual = sa.case(
            (grade.c.manual_score.is_(None), sa.bindparam("b_manual", type_=sa.Boolean())),
            (sa.bindparam("b_kept", type_=sa.Boolean()), grade.c.needs_manual_grade),
            else_=sa.true(),
        )
        update = (
            sa.update(grade)
            .where(grade.c.cell_id == sa.bindparam("b_cell"))
            .where(grade.c.notebook_id == sa.bindparam("b_owner"))
            .values(auto_score=sa.bindparam("b_score"), needs_manual_grade=manual)
        )
        if rows:
            self.conn.execute(update, rows)

    def _ask_for_tasks(self, rows: list[dict[str, Any]]) -> None:
        """Let a person see the tasks of notebooks that had counted as not handed in."""
        grade = self.t.grade
        update = (
            sa.update(grade)
            .where(grade.c.cell_id == sa.bindparam("b_cell"))
            .where(grade.c.notebook_id == sa.bindparam("b_owner"))
            .where(grade.c.auto_score.is_not(None))
            .values(auto_score=sa.null(), needs_manual_grade=sa.true())
        )
        if rows:
            self.conn.execute(update, rows)

    def _update_comments(self, rows: list[dict[str, Any]]) -> None:
        comment = self.t.comment
        update = (
            sa.update(comment)
            .where(comment.c.cell_id == sa.bindparam("b_cell"))
            .where(comment.c.notebook_id == sa.bindparam("b_owner"))
            .values(auto_comment=sa.bindparam("b_text"))
        )
        if rows:
            self.conn.execute(update, rows)


def new_id() -> str:
    """Return an id for a row, as nbgrader makes them."""
    return uuid.uuid4().hex


def _grade(
    cell: CellInfo, owner: str, score: float | None, kept: Collection[str]
) -> dict[str, Any]:
    return {
        "b_cell": cell.grade_id,
        "b_owner": owner,
        "b_score": score,
        "b_manual": score is None,
        "b_kept": cell.name in kept,
    }
