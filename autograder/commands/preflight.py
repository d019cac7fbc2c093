"""``python -m autograder preflight <assignment>``: what stands against grading, said at once."""

from __future__ import annotations

from typing import Annotated

import typer

from autograder.commands.grade import Require
from autograder.course.autotests import instructors_notebooks
from autograder.course.folders import load_course
from autograder.course.releases import remember_standing
from autograder.course.settings import grader_traits, settings_for, settings_of


def preflight(
    assignment: Annotated[str, typer.Argument(help="Name of the assignment, as under source/.")],
    require: Require = None,
    tests: Annotated[
        str | None,
        typer.Option(
            help="Where tests run: outside, auto or inside; as c.Grader.tests says unless given."
        ),
    ] = None,
) -> None:
    """Grade your own solution and the untouched release, and say what is wrong with the course.

    `grade` does the same before the first student. Ends with 0 if nothing stands against grading,
    with 2 if something does.
    """
    from autograder.batch.pool import Pool
    from autograder.preflight.door import preflight as find
    from autograder.preflight.faults import PreflightError, not_accepted, told
    from autograder.report import console

    out = console()
    course = load_course()
    settings = settings_for(settings_of(course, require, tests=tests), course, assignment)
    sources = instructors_notebooks(course, assignment)
    remember_standing(course, assignment)
    with Pool(sources, settings, 1) as pool:
        faults = find(course, assignment, sources, settings, pool.trial)
    left = not_accepted(faults, grader_traits(course).accept)
    if left:
        raise PreflightError(assignment, left)
    if inside := [fault for fault in faults if fault.inside]:
        out.print(f"Settled by c.Grader.tests:\n{told(inside)}", markup=False)
    if accepted := [fault for fault in faults if not fault.inside]:
        out.print(f"Accepted in nbgrader_config.py:\n{told(accepted)}", markup=False)
    out.print(f"{assignment}: nothing stands against grading it.", markup=False)
