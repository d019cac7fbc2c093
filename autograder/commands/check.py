"""``python -m autograder check <notebook>``: a learner's own notebook, graded on the spot."""

from __future__ import annotations

import json as json_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.text import Text

from autograder.cells import grade_id_of, printable
from autograder.commands.grade import CANNOT, STOPPED, settings_of
from autograder.course.folders import Course, CourseError

if TYPE_CHECKING:
    from autograder.result import Result

ME = "you"


def check(
    notebook: Annotated[Path, typer.Argument(help="Your notebook (.ipynb).")],
    json: Annotated[
        Path | None, typer.Option("--json", help="Write the result to this file.")
    ] = None,
    html: Annotated[Path | None, typer.Option("--html", help="Write the result as a page.")] = None,
) -> None:
    """Grade one notebook of this course and show points, messages and hints.

    Nothing is recorded anywhere. The hidden checks are run too.
    """
    from autograder.report import console, one_notebook, write_html, write_json

    out = console()
    try:
        with out.status("Grading your notebook"):
            result = grade_one(notebook)
        out.print(one_notebook(result))
        if result.isolation == "process":
            out.print("Your code ran in a process of its own, without a sandbox.")
        if json:
            write_json(json, [result])
        if html:
            write_html(html, f"{result.assignment}: {result.notebook}", [result])
    except CourseError as error:
        out.print(Text(str(error)))
        raise typer.Exit(CANNOT) from None
    except OSError as error:
        out.print(Text(f"A file cannot be read or written: {error}"))
        raise typer.Exit(CANNOT) from None
    except KeyboardInterrupt:
        out.print("Stopped.")
        raise typer.Exit(STOPPED) from None
    if result.needs_human:
        raise typer.Exit(1)


def grade_one(path: Path) -> Result:
    """Grade a notebook file against the instructor's that it was made from.

    Raises
    ------
    CourseError
        If there is no such file or no such assignment, with what to do.
    """
    from autograder.batch.worker import UTILS
    from autograder.examiner.given import BrokenSourceError
    from autograder.grade import grade_notebook
    from autograder.sandbox.process import ServerError

    course = course_here()
    assignment, name, source = find_source(course, path)
    settings = settings_of(course, "process")
    try:
        graded = grade_notebook(
            source,
            path,
            settings.limits,
            student=ME,
            assignment=assignment,
            notebook=name,
            isolation=settings.isolation,
            utils_dir=UTILS,
            rules=settings.rules,
        )
    except (BrokenSourceError, ServerError) as error:
        raise CourseError(f"The notebook could not be graded: {error}") from None
    return graded.result


def course_here() -> Course:
    """Return the course of the current folder, with defaults if it has no settings."""
    from autograder.course.folders import CONFIG, load_course

    here = Path.cwd()
    if (here / f"{CONFIG}.py").is_file():
        return load_course(here)
    return Course(root=here, db_url="")


def find_source(course: Course, path: Path) -> tuple[str, str, dict[str, Any]]:
    """Find the instructor's notebook that a learner's file belongs to: by its name or its cells.

    Returns
    -------
    tuple
        The assignment, the notebook's name, and the notebook.
    """
    from autograder.intake.read import read_submission

    if not path.is_file():
        raise CourseError(f"There is no file {printable(path, 200)}.")
    sources: dict[tuple[str, str], dict[str, Any]] = {}
    for file in sorted(course.path("source", ".", "*").parent.glob("*/*.ipynb")):
        try:
            sources[file.parent.name, file.stem] = json_of(file)
        except (ValueError, OSError) as error:
            raise CourseError(f"The instructor's notebook {file} cannot be read: {error}") from None
    if not sources:
        raise CourseError(
            f"There are no assignments in {course.path('source', '.', '*').parent}. "
            "Run this in the root folder of the course."
        )
    named = [key for key in sources if key[1] == path.stem]
    if len(named) != 1:
        ids = read_submission(path, path.stem).grade_ids
        common = {
            key: len(ids & {grade_id_of(cell) for cell in source["cells"]})
            for key, source in sources.items()
        }
        most = max(common.values())
        named = [key for key, count in common.items() if count == most and most > 0]
    if len(named) != 1:
        names = ", ".join(sorted({name for _, name in sources}))
        raise CourseError(
            f"{printable(path.name)} does not show which notebook of this course it is. "
            f"Give it the name that it had; there are: {names}."
        )
    return (*named[0], sources[named[0]])


def json_of(file: Path) -> dict[str, Any]:
    """Read an instructor's notebook."""
    notebook = json_module.loads(file.read_bytes())
    if not isinstance(notebook, dict) or not isinstance(notebook.get("cells"), list):
        raise ValueError("it is no notebook")
    return notebook
