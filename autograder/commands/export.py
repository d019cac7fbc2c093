"""``python -m autograder export <assignment>``: points into a table that a platform gave out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from autograder.course.folders import CourseError, load_course


def export(
    assignment: Annotated[str, typer.Argument(help="Name of the assignment, as under source/.")],
    canvas: Annotated[
        Path | None, typer.Option(help="The gradebook, as Canvas exports it.")
    ] = None,
    moodle: Annotated[
        Path | None, typer.Option(help="The assignment's grading worksheet, as Moodle gives it.")
    ] = None,
    column: Annotated[
        str | None,
        typer.Option(help="Its column in Canvas, if that has another name."),
    ] = None,
    to: Annotated[
        Path | None,
        typer.Option(help="Where the filled table goes; without: FILE-graded.csv."),
    ] = None,
) -> None:
    """Fill the points of an assignment into a table of Canvas or Moodle, to be uploaded there.

    The table keeps its rows and columns, but for Canvas's other assignments. Who is not graded to
    the end keeps the cell as it was, never 0. Ends with 0, or with 2 if the table cannot be filled.
    """
    from autograder.class_grades import grades_of
    from autograder.files import write_atomically
    from autograder.report import console
    from autograder.tables import read_table
    from autograder.uploads import for_canvas, for_moodle

    given = canvas or moodle
    if given is None or (canvas and moodle):
        raise CourseError(
            "Name one table, as the platform gives it: --canvas FILE (the gradebook's export) or "
            "--moodle FILE (the assignment's grading worksheet)."
        )
    course = load_course()
    course.sources(assignment)
    table, grades = read_table(given), grades_of(course, assignment)
    columns = {assignment: column} if column else {}
    made = for_canvas(table, [grades], columns) if canvas else for_moodle(table, grades)
    to = to or given.with_name(f"{given.stem}-graded.csv")
    if to.exists() and to.samefile(given):
        raise CourseError(f"{to} is the table itself: write to another file.")
    write_atomically(to, made.text.encode("utf-8", "backslashreplace"), 0o644)
    out = console()
    for note in made.notes:
        out.print(note, markup=False)
    told = f"{made.filled} of {len(grades.by_student)} students' points: {to}"
    out.print(told, markup=False, soft_wrap=True)
