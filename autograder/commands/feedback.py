"""``python -m autograder feedback <assignment>``: write the students' pages."""

from __future__ import annotations

from typing import Annotated

import typer

from autograder.cells import printable
from autograder.commands.grade import cores
from autograder.course.folders import load_course


def feedback(
    assignment: Annotated[str, typer.Argument(help="Name of the assignment, as under source/.")],
    student: Annotated[
        list[str] | None,
        typer.Option(help="Only this student; repeatable, and * and ? are wildcards."),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Write pages anew that are still true, too.")
    ] = False,
    workers: Annotated[
        int, typer.Option(min=1, max=256, help="Processes that write at the same time.")
    ] = cores(),
) -> None:
    """Write a feedback page for every graded notebook, as `nbgrader generate_feedback` does.

    Pages follow the gradebook: a new grading, a manual score, a comment or another due date makes
    a page stale, and only stale pages are written. Ends with 0, or with 2 if nothing was graded.
    """
    from autograder.batch.newer import newer_than_graded
    from autograder.pages.feedback_files import is_plain, write_feedback
    from autograder.report import console

    course = load_course()
    pages = write_feedback(course, assignment, student or (), force=force, workers=workers)
    newer = newer_than_graded(course, assignment)
    written = sum(pages.values())
    out = console()
    fresh = len(pages) - written
    out.print(
        f"{written} {'page' if written == 1 else 'pages'} written, {fresh} were up to date.",
        markup=False,
    )
    plain = [printable(page.parent.parent.name) for page in pages if is_plain(page)]
    if plain:
        out.print(
            f"Without the notebook, which could not be shown: {', '.join(plain)}.", markup=False
        )
    if newer:
        out.print(
            f"Handed in again since the last grading, so that their pages are of before: "
            f"{', '.join(map(printable, newer))}. Run `grade {assignment}`, then this.",
            markup=False,
        )
    out.print(f"For example {next(iter(pages))}", soft_wrap=True, markup=False)
