"""``python -m autograder grade <assignment>``: grade a class."""

from __future__ import annotations

import contextlib
import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from autograder.commands.progress import Progress
from autograder.course.dates import zone_of
from autograder.course.folders import load_course
from autograder.course.settings import course_code, settings_for, settings_of
from autograder.sandbox.detection import detect_isolation

if TYPE_CHECKING:
    from datetime import tzinfo

    from autograder.batch.options import Run
    from autograder.course.folders import Course

NEEDS_HUMAN = 1  # exit code

Require = Annotated[
    str | None,
    typer.Option(
        help="Isolation that must be reached, sandbox or process; the sandbox unless "
        "c.Grade.require says otherwise."
    ),
]
"""The option ``--require`` of every command that grades."""


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def grade(
    assignment: Annotated[str, typer.Argument(help="Name of the assignment, as under source/.")],
    workers: Annotated[
        int, typer.Option(min=1, max=256, help="Processes that grade at the same time.")
    ] = cores(),
    student: Annotated[
        list[str] | None,
        typer.Option(help="Only this student; repeatable, and * and ? are wildcards."),
    ] = None,
    group: Annotated[
        str | None,
        typer.Option(help="Only the students of this group of the report's answers, and anew."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Grade again what is known.")] = False,
    require: Require = None,
    tests: Annotated[
        str | None,
        typer.Option(
            help="Where tests run: outside, auto or inside; as c.Grader.tests says unless given."
        ),
    ] = None,
    scheduler: Annotated[
        str | None, typer.Option(help="Address of a Dask scheduler, such as tcp://host:8786.")
    ] = None,
    timeout: Annotated[
        float | None,
        typer.Option(
            min=1, help="Seconds that a cell or a test's call may take; five times that in all."
        ),
    ] = None,
    memory: Annotated[
        int | None, typer.Option(min=64, help="Megabytes that a submission may use.")
    ] = None,
    acknowledge: Annotated[
        bool,
        typer.Option("--acknowledge", help="Note that you have looked at all that needs you."),
    ] = False,
    prune: Annotated[
        bool,
        typer.Option(
            "--prune", help="Delete scores and comments that are kept of cells which are gone."
        ),
    ] = False,
    json: Annotated[
        Path | None, typer.Option("--json", help="Write the run report to this file.")
    ] = None,
    html: Annotated[
        Path | None, typer.Option("--html", help="Write the class report to this page.")
    ] = None,
) -> None:
    """Grade what was handed in for an assignment of the course in this folder.

    Scores go into nbgrader's gradebook and notebooks into autograded/, as `nbgrader autograde`
    leaves them. Only what changed is graded again. Ends with 0 if all is done, with 1 if
    something needs a human that nobody has acknowledged, with 2 if nothing could be graded.
    """
    # Workers and sandbox start while this process imports what it needs itself.
    trying = threading.Thread(target=detect_isolation)
    trying.start()
    from autograder.batch.forkserver import start_forkserver

    course = load_course()
    if not scheduler:
        start_forkserver(course_code(course).preload)
    from autograder.batch.pool import common_server

    zone = zone_of(course)
    students = tuple(student or ())
    if group:
        students, force = (*students, *_students_of(course, assignment, group)), True
    trying.join()
    settings = settings_of(course, require, timeout, memory, tests)
    settings = settings_for(settings, course, assignment)
    with contextlib.ExitStack() as stack:
        server = None
        if not scheduler:
            server = stack.enter_context(common_server(settings))
        from autograder.batch.options import Options
        from autograder.batch.run import grade_assignment
        from autograder.report import console, write_json

        out = console()
        options = Options(settings, workers, students, force, prune, acknowledge, scheduler, server)
        with Progress(out) as progress:
            run = grade_assignment(course, assignment, options, progress, progress.say)
        if json:
            write_json(json, run.results, run.timings, zone)
        if html:
            from autograder.files import mode_for
            from autograder.pages.class_report import ClassReport, write_report
            from autograder.pages.collected import gather

            write_report(
                ClassReport.of(gather(course, assignment)),
                html,
                mode=mode_for(shared=course.groupshared),
            )
    _summary(out, run, zone)
    if run.open_matters:
        raise typer.Exit(NEEDS_HUMAN)


def _students_of(course: Course, assignment: str, group: str) -> list[str]:
    from glob import escape

    from autograder.pages.answers import group_named
    from autograder.pages.collected import gather

    return [escape(each) for each in group_named(gather(course, assignment), group).students]


def _summary(out: Console, run: Run, zone: tzinfo) -> None:
    from autograder.report import (
        class_tables,
        isolation_levels,
        late_table,
        mean_score,
        told_inside,
    )
    from autograder.states import needs_a_person, state
    from autograder.whole_class import left_out_by, passed_by_nobody
    from autograder.words import counted, number

    out.print(class_tables(run.results))
    if late := late_table(run.timings, zone):
        out.print(late)
    if missing := left_out_by(run.results):
        out.print(f"\n{missing}", markup=False)
    mean, most = mean_score(run.results)
    said = [counted(len({result.student for result in run.results}), "student")]
    said += [counted(len(run.results), "notebook")]
    if most:
        said.append(f"mean {mean:.2f} of {number(most)} automatic points")
    out.print(
        f"\n{run.assignment}: {', '.join(said)}; isolation: {isolation_levels(run.results)}.",
        markup=False,
    )
    known = run.reused + run.unchanged
    pace = f" ({run.graded / run.grading_seconds:.1f} a second)" if run.graded else ""
    failed = f", grading broke down for {run.broken}" if run.broken else ""
    out.print(
        f"{run.graded} graded now{pace}{failed}, {known} known from before, {run.seconds:.1f} s."
    )
    if inside := told_inside(run.results):
        out.print(inside, markup=False)
    for notebook, test, tried in passed_by_nobody(run.results):
        out.print(
            f"Nobody passes {test} of {notebook}, of {tried} who tried: look at the test.",
            markup=False,
        )
    needing = [result for result in run.results if needs_a_person(result)]
    if odd := len(needing):
        names = sorted({state(result) for result in needing})
        seen_too = odd - run.open_matters
        seen = f", {seen_too} of them acknowledged" if seen_too else ""
        out.print(
            f"{odd} should be looked at ({', '.join(names)}){seen}: see the table above. "
            "When you have: --acknowledge."
            if run.open_matters
            else f"{odd} needed a look ({', '.join(names)}); you have acknowledged all."
        )
