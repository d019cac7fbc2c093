"""``python -m autograder roster FILE``: who takes the course, into the gradebook."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from autograder.cells import printable
from autograder.course.folders import load_course


def roster(
    table: Annotated[
        Path, typer.Argument(help="CSV of Moodle, Canvas, GitHub Classroom, or your own.")
    ],
    id_column: Annotated[
        str | None, typer.Option("--id", help="The column with the students' ids.")
    ] = None,
) -> None:
    """Enter the students of a roster into nbgrader's gradebook, with names and addresses.

    Students are added or brought up to date, never removed. Ends with 0, or with 2 if the table
    tells nobody apart, or knows the class by other ids than the gradebook.
    """
    from autograder.downloads.enrolled import enter
    from autograder.downloads.roster import Roster
    from autograder.report import console
    from autograder.tables import read_table
    from autograder.words import counted

    course = load_course()
    read = Roster(read_table(table), id_column)
    done = enter(course, read.persons())
    out = console()
    out.print(
        f"{counted(len(read.rows), 'student')} in the roster, known by "
        f"{printable(read.table.heads[read.id], 40)!r}: {len(done.added)} added, "
        f"{len(done.changed)} brought up to date.",
        markup=False,
    )
    if done.unlisted:
        names = ", ".join(map(printable, done.unlisted))
        out.print(f"In the gradebook, not in the roster: {names}.", markup=False)
