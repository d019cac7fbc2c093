"""``python -m autograder report <assignment>``: the class on one page."""

from __future__ import annotations

import json as json_module
from pathlib import Path
from typing import Annotated

import typer

from autograder.course.folders import load_course

FOLDER = "reports"


def report(
    assignment: Annotated[str, typer.Argument(help="Name of the assignment, as under source/.")],
    output: Annotated[
        Path | None, typer.Option(help="Where the page goes; without: reports/ASSIGNMENT.html.")
    ] = None,
    csv: Annotated[
        Path | None,
        typer.Option(
            "--csv",
            help="Write the table of students to this file (commas, UTF-8 as Excel reads it).",
        ),
    ] = None,
    json: Annotated[
        Path | None, typer.Option("--json", help="Write all figures to this file.")
    ] = None,
    compare: Annotated[
        Path | None,
        typer.Option(help="An earlier run, as grade --json or report --json wrote it."),
    ] = None,
    similar: Annotated[
        bool, typer.Option("--similar", help="Show answers of two students that are alike.")
    ] = False,
) -> None:
    """Write the class report: who needs you, how it went, what to say in the next lecture.

    It reads what grading left and grades nothing. Ends with 0, or with 2 if there is nothing to
    report.
    """
    from autograder.files import mode_for, write_atomically
    from autograder.pages.class_report import ClassReport, read_run, write_report
    from autograder.pages.collected import gather
    from autograder.report import console
    from autograder.words import counted

    course = load_course()
    earlier = read_run(compare) if compare else []
    made = ClassReport.of(gather(course, assignment), similar=similar)
    output = output or course.root / FOLDER / f"{assignment}.html"
    write_report(made, output, earlier, mode_for(shared=course.groupshared))
    if csv:
        write_atomically(csv, f"\ufeff{made.csv()}".encode("utf-8", "backslashreplace"), 0o644)
    if json:
        text = json_module.dumps(made.to_dict(), indent=1, ensure_ascii=True) + "\n"
        write_atomically(json, text.encode(), 0o644)
    out = console()
    if made.alike is not None:
        pairs = counted(len(made.alike), "pair")
        out.print(f"{pairs} of students have answers alike beyond what is usual in the class.")
    out.print(f"The report: {output}", soft_wrap=True, markup=False)
