"""Bring an assignment's cells in the gradebook up to the instructor's notebooks, under submissions.

nbgrader refuses to add or remove cells once something was handed in. Here new cells get their rows
in every submission, renamed ones keep theirs, and those that are gone retire: what people wrote
there moves into a table of our own beside nbgrader's, and comes back if the cell does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import sqlalchemy as sa

from autograder.gradebook.rows import new_id
from autograder.gradebook.wanted import WantedCell, WantedNotebook

KINDS = {"GradeCell": "grade_cells", "SolutionCell": "solution_cells", "TaskCell": "task_cells"}
RETIRED = sa.Table(
    "autograder_retired",
    sa.MetaData(),
    sa.Column("id", sa.String(32), primary_key=True),
    *(sa.Column(name, sa.String(128)) for name in ("assignment", "notebook", "cell", "kind")),
    sa.Column("student", sa.String(128)),
    *(sa.Column(name, sa.Float()) for name in ("auto_score", "manual_score", "extra_credit")),
    *(sa.Column(name, sa.Text()) for name in ("auto_comment", "manual_comment")),
    sa.Column("retired", sa.DateTime()),
)
_SCORES = ("auto_score", "manual_score", "extra_credit")
_COMMENTS = ("auto_comment", "manual_comment")


@dataclass(frozen=True)
class Change:
    """One cell that is another than before.

    Attributes
    ----------
    kept : int
        Scores and comments by people that are kept aside, or came back.
    """

    notebook: str
    cell: str
    before: str
    after: str
    kept: int = 0


@dataclass
class _Known:
    """One cell as the gradebook has it: its rows by kind, and its source's row."""

    rows: dict[str, dict[str, Any]] = field(default_factory=dict)
    source: dict[str, Any] | None = None

    def as_wanted(self, name: str) -> WantedCell:
        source = self.source or {}
        graded = [row for kind, row in self.rows.items() if kind != "SolutionCell"]
        return WantedCell(
            name,
            frozenset(self.rows),
            float(graded[0]["max_score"]) if graded else 0.0,
            source.get("cell_type") or next((row["cell_type"] for row in graded), "code"),
            bool(source.get("locked")),
            source.get("source") or "",
            source.get("checksum"),
        )


class Revision:
    """The statements of one transaction."""

    def __init__(
        self, tables: SimpleNamespace, conn: sa.Connection, assignment: str, assignment_id: str
    ) -> None:
        self.t, self.conn = tables, conn
        self.assignment, self.assignment_id = assignment, assignment_id
        self.changes: list[Change] = []

    def revise(self, wanted: Mapping[str, WantedNotebook]) -> list[Change]:
        """Make the assignment's rows those of the instructor's notebooks; say what changed."""
        RETIRED.metadata.create_all(self.conn)
        notebook = self.t.notebook
        query = sa.select(notebook.c.name, notebook.c.id)
        found = query.where(notebook.c.assignment_id == self.assignment_id)
        ids = {row.name: row.id for row in self.conn.execute(found)}
        for name in wanted.keys() - ids.keys():
            ids[name] = self._add_notebook(name, wanted[name].kernelspec)
        for name, identifier in sorted(ids.items()):
            cells = wanted[name].cells if name in wanted else {}
            self._notebook(name, identifier, cells)
            if name not in wanted:
                owners = self.t.submitted_notebook
                self._delete(owners, owners.c.notebook_id == identifier)
                self._delete(notebook, notebook.c.id == identifier)
        return self.changes

    def _add_notebook(self, name: str, kernelspec: str) -> str:
        identifier = new_id()
        row = {"id": identifier, "name": name, "assignment_id": self.assignment_id}
        self._insert(self.t.notebook, [{**row, "kernelspec": kernelspec}])
        sub = self.t.submitted_assignment
        query = sa.select(sub.c.id).where(sub.c.assignment_id == self.assignment_id)
        rows = [
            {"id": new_id(), "assignment_id": one, "notebook_id": identifier, "flagged": False}
            for one in self.conn.scalars(query)
        ]
        self._insert(self.t.submitted_notebook, rows)
        return identifier

    def _notebook(self, name: str, identifier: str, wanted: Mapping[str, WantedCell]) -> None:
        known = self._known(identifier)
        for old, new in _renamed(known, wanted).items():
            self._rename(known[old], new)
            before, after = known[old].as_wanted(old).says, wanted[new].says
            self.changes.append(Change(name, f"{old}, now {new}", before, after))
            known[new] = known.pop(old)
        for cell in dict.fromkeys([*known, *wanted]):
            self._cell(name, identifier, cell, known.get(cell, _Known()), wanted.get(cell))

    def _known(self, notebook: str) -> dict[str, _Known]:
        found: dict[str, _Known] = defaultdict(_Known)
        base, source = self.t.base_cell, self.t.source_cell
        for kind, table_name in KINDS.items():
            table = getattr(self.t, table_name)
            more = [] if kind == "SolutionCell" else [table.c.max_score, table.c.cell_type]
            query = sa.select(base.c.id, base.c.name, *more).join(table, table.c.id == base.c.id)
            for row in self.conn.execute(query.where(base.c.notebook_id == notebook)):
                found[row.name].rows[kind] = dict(row._mapping)
        for row in self.conn.execute(sa.select(source).where(source.c.notebook_id == notebook)):
            found[row.name].source = dict(row._mapping)
        return dict(found)

    def _rename(self, known: _Known, name: str) -> None:
        base, source = self.t.base_cell, self.t.source_cell
        for row in known.rows.values():
            self.conn.execute(sa.update(base).where(base.c.id == row["id"]).values(name=name))
        if known.source:
            mine = source.c.id == known.source["id"]
            self.conn.execute(sa.update(source).where(mine).values(name=name))

    def _cell(
        self, notebook: str, identifier: str, name: str, known: _Known, wanted: WantedCell | None
    ) -> None:
        before = known.as_wanted(name)
        kinds = wanted.kinds if wanted else frozenset()
        kept = 0
        for kind in sorted(known.rows.keys() - kinds):
            kept += self._retire(notebook, name, kind, known.rows[kind]["id"])
        for kind in sorted(kinds - known.rows.keys()):
            assert wanted is not None
            kept += self._add(notebook, identifier, kind, wanted)
        for kind in sorted((kinds & known.rows.keys()) - {"SolutionCell"}):
            assert wanted is not None
            table = getattr(self.t, KINDS[kind])
            values = {"max_score": wanted.points, "cell_type": wanted.cell_type}
            mine = table.c.id == known.rows[kind]["id"]
            self.conn.execute(sa.update(table).where(mine).values(values))
        self._source(identifier, known.source, wanted)
        is_new = not known.rows and known.source is None
        if is_new or wanted is None or before.says != wanted.says or before.kinds != wanted.kinds:
            after = wanted.says if wanted else "-"
            self.changes.append(Change(notebook, name, "-" if is_new else before.says, after, kept))
        elif before.key != wanted.key:
            self.changes.append(Change(notebook, name, before.says, f"{wanted.says}, another text"))

    def _source(
        self, notebook: str, known: Mapping[str, Any] | None, wanted: WantedCell | None
    ) -> None:
        table = self.t.source_cell
        if wanted is None:
            if known:
                self._delete(table, table.c.id == known["id"])
            return
        values = {
            name: getattr(wanted, name) for name in ("cell_type", "locked", "source", "checksum")
        }
        if known:
            self.conn.execute(sa.update(table).where(table.c.id == known["id"]).values(values))
        else:
            row = {"id": new_id(), "name": wanted.name, "notebook_id": notebook, **values}
            self._insert(table, [row])

    def _add(self, notebook: str, identifier: str, kind: str, wanted: WantedCell) -> int:
        """Add a cell's rows, in every submission too; return how much by people came back."""
        cell = new_id()
        base = {"id": cell, "name": wanted.name, "notebook_id": identifier, "type": kind}
        self._insert(self.t.base_cell, [base])
        graded = {"max_score": wanted.points, "cell_type": wanted.cell_type}
        values = {} if kind == "SolutionCell" else graded
        self._insert(getattr(self.t, KINDS[kind]), [{"id": cell, **values}])
        which = self._which(notebook, wanted.name, kind)
        mine = sa.and_(*(RETIRED.c[column] == value for column, value in which.items()))
        aside = {row.student: row for row in self.conn.execute(sa.select(RETIRED).where(mine))}
        sub, sub_nb = self.t.submitted_assignment, self.t.submitted_notebook
        query = sa.select(sub_nb.c.id, sub.c.student_id).join(
            sub, sub.c.id == sub_nb.c.assignment_id
        )
        grades, comments, returned = [], [], set()
        for owner, student in self.conn.execute(query.where(sub_nb.c.notebook_id == identifier)):
            old = aside.get(student)
            row = {"id": new_id(), "cell_id": cell, "notebook_id": owner}
            if kind != "SolutionCell":
                known = {name: getattr(old, name, None) for name in _SCORES}
                grades.append({**row, **known, "needs_manual_grade": True})
            if kind != "GradeCell":
                known = {name: getattr(old, name, None) for name in _COMMENTS}
                comments.append({**row, "id": new_id(), **known})
            returned.add(student)
        self._insert(self.t.grade, grades)
        self._insert(self.t.comment, comments)
        back = [row for student, row in aside.items() if student in returned]
        self._delete(RETIRED, RETIRED.c.id.in_([row.id for row in back]))
        return sum(map(_by_people, back))

    def _retire(self, notebook: str, name: str, kind: str, cell: str) -> int:
        """Move a cell's rows out of nbgrader's tables; return how much in them is by people."""
        sub, sub_nb = self.t.submitted_assignment, self.t.submitted_notebook
        rows: dict[str, dict[str, Any]] = {}
        for table, columns in ((self.t.grade, _SCORES), (self.t.comment, _COMMENTS)):
            query = (
                sa.select(sub.c.student_id, *(table.c[column] for column in columns))
                .join(sub_nb, sub_nb.c.id == table.c.notebook_id)
                .join(sub, sub.c.id == sub_nb.c.assignment_id)
            )
            for found in self.conn.execute(query.where(table.c.cell_id == cell)):
                row = rows.setdefault(found.student_id, dict.fromkeys((*_SCORES, *_COMMENTS)))
                row.update({column: getattr(found, column) for column in columns})
            self._delete(table, table.c.cell_id == cell)
        which = self._which(notebook, name, kind)
        now = datetime.now(UTC).replace(tzinfo=None)
        kept = [
            {"id": new_id(), **which, "student": student, "retired": now, **row}
            for student, row in rows.items()
        ]
        self._insert(RETIRED, kept)
        for table in (getattr(self.t, KINDS[kind]), self.t.base_cell):
            self._delete(table, table.c.id == cell)
        return sum(_by_people(SimpleNamespace(**row)) for row in kept)

    def _which(self, notebook: str, name: str, kind: str) -> dict[str, str]:
        """Return what names a cell's row among the retired ones."""
        return {"assignment": self.assignment, "notebook": notebook, "cell": name, "kind": kind}

    def _insert(self, table: sa.Table, rows: list[dict[str, Any]]) -> None:
        if rows:
            self.conn.execute(sa.insert(table), rows)

    def _delete(self, table: sa.Table, which: Any) -> None:
        self.conn.execute(sa.delete(table).where(which))


def prune(conn: sa.Connection, assignment: str) -> int:
    """Delete what retired cells of an assignment hold; return how many rows that were."""
    RETIRED.metadata.create_all(conn)
    done = conn.execute(sa.delete(RETIRED).where(RETIRED.c.assignment == assignment))
    return int(done.rowcount)


def _renamed(known: Mapping[str, _Known], wanted: Mapping[str, WantedCell]) -> dict[str, str]:
    """Find cells that are gone and stand under a new name with the same text: old to new name."""
    old = _by_key(known[name].as_wanted(name) for name in known.keys() - wanted.keys())
    new = _by_key(wanted[name] for name in wanted.keys() - known.keys())
    return {
        old[key][0]: new[key][0]
        for key in old.keys() & new.keys()
        if len(old[key]) == len(new[key]) == 1
    }


def _by_key(cells: Iterable[WantedCell]) -> dict[Any, list[str]]:
    found: dict[Any, list[str]] = defaultdict(list)
    for cell in cells:
        if cell.kinds and cell.key[1]:
            found[cell.key].append(cell.name)
    return found


def _by_people(row: Any) -> int:
    """Count what a person gave: a score, or a comment."""
    return (row.manual_score is not None or bool(row.extra_credit)) + bool(row.manual_comment)
