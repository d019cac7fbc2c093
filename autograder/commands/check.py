"""``python -m autograder check``: a learner's own notebooks, graded on the spot."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.text import Text

from autograder.commands.reporting import CANNOT
from autograder.course.folders import CourseError
from autograder.course.settings import settings_of
from autograder.errors import BrokenSourceError

if TYPE_CHECKING:
    from autograder.course.folders import Course
    from autograder.course.settings import Settings
    from autograder.grade import Graded
    from autograder.learner.find import Target
    from autograder.result import Result
    from autograder.sandbox.server import StudentServer

ME = "you"
NOT_ALL = 1  # exit code: points are missing, or somebody must look


def check(
    notebook: Annotated[
        Path | None,
        typer.Argument(
            help="Your notebook, a folder of notebooks, or a name such as 02_regularization. "
            "Without: the whole course.",
            show_default=False,
        ),
    ] = None,
    json: Annotated[
        Path | None, typer.Option("--json", help="Write the results to this file.")
    ] = None,
    html: Annotated[
        Path | None,
        typer.Option(
            "--html", help="Write the results as a page; of several notebooks, into this folder."
        ),
    ] = None,
) -> None:
    """Grade your own notebooks and show points, messages and hints.

    Nothing is recorded anywhere. The hidden checks are run too. Ends with 0 if all points are
    earned, with 1 if some are missing or somebody must look, with 2 if nothing could be graded.
    """
    from autograder.learner.find import course_here

    out = Console(highlight=False)
    with _progress() as progress:
        progress("Looking for your notebooks")
        course = course_here()
        graded = list(_graded(course, notebook, progress))
    results = [(target, each.result) for target, each in graded]
    _show(out, results)
    if json:
        from autograder.report import write_json

        write_json(json, [result for _, result in results])
    if html:
        _write_pages(graded, html)
    if all(result.refusal for _, result in results):
        raise typer.Exit(CANNOT)
    if any(result.needs_human or _is_short(result) for _, result in results):
        raise typer.Exit(NOT_ALL)


def _is_short(result: Result) -> bool:
    return any(test.points is not None and test.points < test.max_points for test in result.tests)


def _graded(
    course: Course, path: Path | None, progress: Callable[[str], None]
) -> Iterator[tuple[Target, Graded]]:
    """Grade each notebook that is meant, one after the other in one sandbox."""
    from autograder.learner.find import find

    targets = find(course, path)
    if not targets:
        raise CourseError("There is no notebook to check: release/ is empty.")
    progress("Starting")
    from autograder.sandbox.control import ServerError
    from autograder.sandbox.server import StudentServer

    settings = settings_of(course, "process")
    try:
        with StudentServer(settings) as server:
            for number, target in enumerate(targets, 1):
                place = f" ({number} of {len(targets)})" if len(targets) > 1 else ""
                progress(f"Grading {target.name}{place}")
                target = replace(target, hidden_marks=settings.rules.hidden_marks)
                yield target, _grade(course, target, settings, server)
    except ServerError as error:
        raise CourseError(f"The notebook could not be graded: {error}") from None


def _grade(course: Course, target: Target, settings: Settings, server: StudentServer) -> Graded:
    """Grade a notebook as `grade` would, with the files that are handed out and handed in."""
    from autograder.batch.worker import Worker
    from autograder.course.autotests import instructors_notebooks
    from autograder.course.releases import with_releases
    from autograder.course.settings import settings_for
    from autograder.grade import grade_notebook
    from autograder.preflight.trial import faults_of_either

    settings = settings_for(settings, course, target.assignment)
    sources = instructors_notebooks(course, target.assignment)
    settings = with_releases(settings, course, target.assignment, sources)
    try:
        assignment = Worker(sources, settings).assignment(target.assignment, target.name)
    except BrokenSourceError as error:
        raise CourseError(f"{target.name} could not be graded: {error}") from None
    if settings.tests == "auto":
        faults = faults_of_either(assignment, server)
        assignment = assignment.with_inside({fault.cell for fault in faults if fault.inside})
    return grade_notebook(assignment, target.file, student=ME, server=server)


def _show(out: Console, results: Sequence[tuple[Target, Result]]) -> None:
    from autograder.learner.summary import one_notebook, overview
    from autograder.report import told_inside

    if len(results) == 1:
        target, result = results[0]
        out.print(one_notebook(result, target))
    else:
        out.print(overview(results))
        left = next((t for t, result in results if _is_short(result)), results[0][0])
        out.print(
            f"One of them with its messages: python -m autograder check {left.name}", markup=False
        )
    if inside := told_inside(result for _, result in results):
        out.print(inside, markup=False)
    if any(result.isolation == "process" for _, result in results):
        out.print("Your code ran in a process of its own, without a sandbox.")


def _write_pages(graded: Sequence[tuple[Target, Graded]], html: Path) -> None:
    """Write the page that a class gets, too: one file, or one of each notebook in a folder."""
    from autograder.files import write_atomically
    from autograder.pages.feedback import feedback_page
    from autograder.pages.shelves import SourceNotebook

    for target, each in graded:
        page = feedback_page(
            SourceNotebook(target.name, target.source, hidden_marks=target.hidden_marks),
            each.notebook,
            each.result,
            None,
            received=[target.file.name],
        )
        path = html if len(graded) == 1 else html / f"{target.name}.html"
        write_atomically(path, page.encode("utf-8", "backslashreplace"), 0o644)


@contextlib.contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """Say from the first second on what is being done; on standard error, out of the way."""
    err = Console(stderr=True, highlight=False)
    if not sys.stderr.isatty():
        yield lambda text: err.print(f"{text} ...", markup=False)
        return
    with err.status("") as status:
        yield lambda text: status.update(Text(f"{text} ..."))
