"""Write one comment for many submissions."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa

from autograder.gradebook.access import GradebookError
from autograder.gradebook.book import Gradebook
from autograder.gradebook.rows import AssignmentInfo


def comment_all(
    book: Gradebook,
    info: AssignmentInfo,
    notebook: str,
    cell: str,
    students: Sequence[str],
    text: str,
) -> int:
    """Give a cell of many submissions the same comment; return how many got it.

    What a person has written there before stays above it; who has the comment already does not
    get it twice.
    """
    known = info.cells.get(notebook, {}).get(cell)
    if known is None or known.comment_id is None:
        raise GradebookError(f"The gradebook has no comments for cell {cell!r} of {notebook}.")
    t = book.tables
    query = (
        sa.select(t.comment.c.id, t.comment.c.manual_comment, t.submitted_assignment.c.student_id)
        .join(t.submitted_notebook, t.submitted_notebook.c.id == t.comment.c.notebook_id)
        .join(
            t.submitted_assignment,
            t.submitted_assignment.c.id == t.submitted_notebook.c.assignment_id,
        )
        .where(t.submitted_assignment.c.assignment_id == info.id)
        .where(t.comment.c.cell_id == known.comment_id)
    )
    wanted = set(students)

    def write(conn: sa.Connection) -> int:
        rows = []
        for row in conn.execute(query):
            before = row.manual_comment or ""
            if row.student_id in wanted and text not in before.split("\n\n"):
                whole = f"{before}\n\n{text}" if before else text
                rows.append({"b_id": row.id, "b_text": whole})
        if rows:
            update = sa.update(t.comment).where(t.comment.c.id == sa.bindparam("b_id"))
            conn.execute(update.values(manual_comment=sa.bindparam("b_text")), rows)
        return len(rows)

    return book.transaction(write)
