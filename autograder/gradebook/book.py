"""The one writer into nbgrader's gradebook.

It leaves the rows that nbgrader's own ``autograde`` leaves, on SQLite and PostgreSQL, in a few
statements for a whole batch of submissions. The tables are read from the database that nbgrader
made: importing nbgrader's models would cost more time than grading fifty submissions.

One call of :meth:`Gradebook.record` is one transaction: all rows of its submissions, or none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any, TypeVar

import sqlalchemy as sa

from autograder.gradebook.access import GradebookError, engine_of, told
from autograder.gradebook.lateness import Extensions, Lateness, Penalty, Timing
from autograder.gradebook.revision import Change, Revision, prune
from autograder.gradebook.rows import AssignmentInfo, CellInfo, Record, Writer
from autograder.gradebook.wanted import WantedNotebook

TABLES = (
    *("assignment", "notebook", "base_cell", "grade_cells", "solution_cells", "task_cells"),
    *("source_cell", "student", "submitted_assignment", "submitted_notebook"),
    *("grade", "comment"),
)
Done = TypeVar("Done")


class Gradebook:
    """A connection to nbgrader's gradebook for one assignment.

    Parameters
    ----------
    db_url : str
        SQLAlchemy URL, as in ``CourseDirectory.db_url``.
    assignment : str
        Name of the assignment.
    penalty : callable, optional
        Late penalty of one notebook; the default assigns none, as nbgrader's does.
    extensions : mapping, optional
        Until when students may hand in, by student.
    """

    def __init__(
        self,
        db_url: str,
        assignment: str,
        penalty: Penalty | None = None,
        extensions: Extensions | None = None,
    ) -> None:
        self.assignment = assignment
        self.penalty = penalty
        self.extensions = extensions or {}
        with told("cannot be used at its address (CourseDirectory.db_url)"):
            self.engine = engine_of(sa.make_url(db_url))
        self.tables = SimpleNamespace()

    def __enter__(self) -> Gradebook:
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.engine.dispose()

    def load(self) -> AssignmentInfo | None:
        """Read the assignment's rows; ``None`` if the gradebook does not know it yet."""
        with self.reading() as conn:
            if not vars(self.tables):
                self._reflect(conn)
            return self._load(conn) if vars(self.tables) else None

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """Connect to read.

        Raises
        ------
        GradebookError
            If the database refuses, then or at any statement.
        """
        with told("cannot be read"), self.engine.connect() as conn:
            yield conn

    def _reflect(self, conn: sa.Connection) -> None:
        names = set(sa.inspect(conn).get_table_names())
        if not names:
            return
        if missing := set(TABLES) - names:
            raise GradebookError(
                f"The database lacks nbgrader's table(s) {', '.join(sorted(missing))}. "
                "If it is an old gradebook: back it up, then run `nbgrader db upgrade`."
            )
        metadata = sa.MetaData()
        # SQLite has no interval type: nbgrader keeps extensions as dates since 1970.
        extension: sa.Column[Any] = sa.Column("extension", sa.Interval())
        sa.Table("submitted_assignment", metadata, extension, autoload_with=conn)
        for name in TABLES:
            setattr(self.tables, name, sa.Table(name, metadata, autoload_with=conn))

    def _load(self, conn: sa.Connection) -> AssignmentInfo | None:
        t = self.tables
        row = conn.execute(
            sa.select(t.assignment.c.id, t.assignment.c.duedate).where(
                t.assignment.c.name == self.assignment
            )
        ).first()
        if row is None:
            return None
        query = sa.select(t.notebook.c.name, t.notebook.c.id).where(
            t.notebook.c.assignment_id == row.id
        )
        notebooks: dict[str, str] = {name: identifier for name, identifier in conn.execute(query)}
        names = {identifier: name for name, identifier in notebooks.items()}
        cells: dict[str, dict[str, dict[str, Any]]] = {name: {} for name in notebooks}

        def at(notebook_id: str, name: str) -> dict[str, Any]:
            return cells[names[notebook_id]].setdefault(name, {"name": name})

        base = t.base_cell
        for kind, table in (
            ("grade", t.grade_cells),
            ("solution", t.solution_cells),
            ("task", t.task_cells),
        ):
            score = [] if kind == "solution" else [table.c.max_score]
            found = sa.select(base.c.id, base.c.name, base.c.notebook_id, *score)
            found = found.join(table, table.c.id == base.c.id)
            for cell in conn.execute(found.where(base.c.notebook_id.in_(names))):
                info = at(cell.notebook_id, cell.name)
                if kind != "solution":
                    info.update(grade_id=cell.id, max_score=float(cell.max_score))
                if kind != "grade":
                    info["comment_id"] = cell.id
                    info[f"is_{kind}"] = True
        for cell in conn.execute(
            sa.select(t.source_cell).where(t.source_cell.c.notebook_id.in_(names))
        ):
            at(cell.notebook_id, cell.name).update(
                locked=bool(cell.locked), source=cell.source or "", checksum=cell.checksum
            )
        built = {
            notebook: {name: CellInfo(**info) for name, info in found.items()}
            for notebook, found in cells.items()
        }
        return AssignmentInfo(row.id, row.duedate, notebooks, built)

    def scores(self, info: AssignmentInfo) -> dict[tuple[str, str], dict[str, float | None]]:
        """Return the automatic scores on record: (student, notebook) -> cell -> points."""
        t = self.tables
        names = {identifier: name for name, identifier in info.notebooks.items()}
        query = (
            sa.select(
                t.submitted_assignment.c.student_id,
                t.submitted_notebook.c.notebook_id,
                t.base_cell.c.name,
                t.grade.c.auto_score,
            )
            .join(t.submitted_notebook, t.submitted_notebook.c.id == t.grade.c.notebook_id)
            .join(
                t.submitted_assignment,
                t.submitted_assignment.c.id == t.submitted_notebook.c.assignment_id,
            )
            .join(t.base_cell, t.base_cell.c.id == t.grade.c.cell_id)
            .where(t.submitted_assignment.c.assignment_id == info.id)
        )
        found: dict[tuple[str, str], dict[str, float | None]] = defaultdict(dict)
        with self.reading() as conn:
            for student, notebook, cell, score in conn.execute(query):
                if notebook in names:
                    found[student, names[notebook]][cell] = score
        return dict(found)

    def record(self, info: AssignmentInfo, records: Sequence[Record]) -> None:
        """Write submissions in one transaction.

        Raises
        ------
        GradebookError
            If the database refuses; nothing of these records was written then.
        """
        if records:
            self.transaction(lambda conn: Writer(self.tables, info, conn).write(records))

    def revise(self, info: AssignmentInfo, wanted: Mapping[str, WantedNotebook]) -> list[Change]:
        """Make the assignment's cells those of the instructor's notebooks; say what changed."""
        return self.transaction(
            lambda conn: Revision(self.tables, conn, self.assignment, info.id).revise(wanted)
        )

    def prune(self) -> int:
        """Delete what retired cells of the assignment held; return how many rows that were."""
        return self.transaction(lambda conn: prune(conn, self.assignment))

    def extend(self, info: AssignmentInfo) -> None:
        """Bring the extensions of all submissions up to date."""
        if self.extensions:
            self.transaction(lambda conn: self._lateness(info, conn).extend())

    def settle_lateness(self, info: AssignmentInfo) -> dict[str, Timing]:
        """Bring extensions and penalties of all submissions up to date; return who came in when."""
        return self.transaction(lambda conn: self._lateness(info, conn).update())

    def _lateness(self, info: AssignmentInfo, conn: sa.Connection) -> Lateness:
        return Lateness(self.tables, conn, info.id, info.duedate, self.penalty, self.extensions)

    def transaction(self, work: Callable[[sa.Connection], Done]) -> Done:
        """Write in one transaction.

        Raises
        ------
        GradebookError
            If the database refuses; nothing was written then.
        """
        with told("cannot be written"):
            try:
                with self.engine.begin() as conn:
                    return work(conn)
            except sa.exc.IntegrityError:
                # Another process added the same student or submission meanwhile: look again.
                with self.engine.begin() as conn:
                    return work(conn)
