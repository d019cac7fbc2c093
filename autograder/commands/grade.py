"""``python -m autograder grade <assignment>``: grade a class."""

from __future__ import annotations

import contextlib
import functools
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.text import Text

from autograder.course.folders import Course, CourseError, load_course
from autograder.limits import Limits

if TYPE_CHECKING:
    from autograder.sandbox.server import StudentServer

NEEDS_HUMAN = 1  # exit codes
CANNOT = 2
STOPPED = 130
PLAIN_SECONDS = 5.0  # between lines of progress where there is no terminal


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
    force: Annotated[bool, typer.Option("--force", help="Grade again what is known.")] = False,
    require: Annotated[
        str | None,
        typer.Option(help="Isolation that must be reached: sandbox (usual on Linux) or process."),
    ] = None,
    scheduler: Annotated[
        str | None, typer.Option(help="Address of a Dask scheduler, such as tcp://host:8786.")
    ] = None,
    timeout: Annotated[
        float | None, typer.Option(min=1, help="Seconds that a cell or a test's call may take.")
    ] = None,
    memory: Annotated[
        int | None, typer.Option(min=64, help="Megabytes that a submission may use.")
    ] = None,
    json: Annotated[
        Path | None, typer.Option("--json", help="Write the run report to this file.")
    ] = None,
    html: Annotated[
        Path | None, typer.Option("--html", help="Write the run report as a page.")
    ] = None,
) -> None:
    """Grade what was handed in for an assignment of the course in this folder.

    Scores go into nbgrader's gradebook and notebooks into autograded/, as `nbgrader autograde`
    leaves them. Only what changed is graded again. Ends with 1 if something needs a human.
    """
    with contextlib.ExitStack() as stack:
        # Workers and sandbox start while this process imports and reads what it needs itself.
        server = None if scheduler else stack.enter_context(_start(require, timeout, memory))
        from autograder.batch.cluster import ClusterError
        from autograder.batch.run import Options, grade_assignment
        from autograder.gradebook.book import GradebookError
        from autograder.report import console, write_html, write_json

        out = console()
        try:
            course = load_course()
            settings = settings_of(course, require, timeout, memory)
            students = tuple(student or ())
            options = Options(settings, workers, students, force, scheduler, server)
            with _Progress(out) as progress:
                run = grade_assignment(course, assignment, options, progress, progress.say)
            if json:
                write_json(json, run.results)
            if html:
                write_html(html, assignment, run.results)
        except (CourseError, GradebookError, ClusterError) as error:
            out.print(Text(str(error)))
            raise typer.Exit(CANNOT) from None
        except OSError as error:
            out.print(Text(f"A file cannot be read or written: {error}"))
            raise typer.Exit(CANNOT) from None
        except KeyboardInterrupt:
            out.print("Stopped. What was graded is kept; run this again to go on.")
            raise typer.Exit(STOPPED) from None
    _summary(out, run)
    if run.needs_human:
        raise typer.Exit(NEEDS_HUMAN)


@contextlib.contextmanager
def _start(
    require: str | None, timeout: float | None, memory: int | None
) -> Iterator[StudentServer | None]:
    from autograder.batch.pool import common_server, get_ready

    get_ready()
    try:
        level = isolation_level(require)
    except CourseError:  # said again, and to the person, where the settings are read
        level = "none"
    with common_server(limits_of(timeout, memory), level) as server:
        yield server


def limits_of(timeout: float | None, memory: int | None) -> Limits:
    """Return what a submission may use."""
    limits = Limits()
    if timeout is not None:
        total = timeout * limits.total_timeout / limits.cell_timeout
        limits = replace(limits, cell_timeout=timeout, call_timeout=timeout, total_timeout=total)
    return limits if memory is None else replace(limits, memory_mb=memory)


def settings_of(
    course: Course, require: str | None, timeout: float | None = None, memory: int | None = None
) -> Any:
    """Return how to grade in a course: limits, isolation, and what its releases look like."""
    from autograder.batch.cache import course_salt
    from autograder.batch.worker import Settings
    from autograder.cells import ReleaseRules

    stubs = course.setting("ClearSolutions", "code_stub", {})
    rules = ReleaseRules(salt=course_salt(course.root))
    if isinstance(stubs, dict) and "python" in stubs:
        rules = replace(rules, code_stub=stubs["python"])
    text_stub = course.setting("ClearSolutions", "text_stub", rules.text_stub)
    rules = replace(rules, text_stub=text_stub)
    limits = limits_of(timeout, memory)
    return Settings(limits=limits, isolation=isolation_level(require), rules=rules)


@functools.cache
def isolation_level(require: str | None) -> str:
    """Return the best isolation level that can be reached here.

    Raises
    ------
    CourseError
        If it is less than what is required, with the remedy.
    """
    if require not in (None, "sandbox", "process"):
        raise CourseError(f"--require {require}: it is sandbox or process.")
    from autograder.sandbox.bubblewrap import detect_isolation

    found = detect_isolation()
    wanted = require or ("sandbox" if sys.platform == "linux" else "process")
    if wanted == "sandbox" and found.level != "sandbox":
        raise CourseError(
            f"Students' code cannot be put into a sandbox here.\n{found.remedy}\n"
            "To grade with less protection all the same: --require process."
        )
    return found.level


def _summary(out: Console, run: Any) -> None:
    from autograder.report import class_tables, isolation_levels, mean_score, state

    out.print(class_tables(run.results))
    mean, most = mean_score(run.results)
    students = len({result.student for result in run.results})
    notebooks = len(run.results)
    known = run.reused + run.unchanged
    out.print(
        f"{run.assignment}: {students} students, {notebooks} notebooks, mean score {mean:.2f} of "
        f"{most:g}; isolation: {isolation_levels(run.results)}.",
        markup=False,
    )
    pace = f" ({run.graded / run.grading_seconds:.1f} a second)" if run.graded else ""
    out.print(f"{run.graded} graded now{pace}, {known} known from before, {run.seconds:.1f} s.")
    odd = sum(result.needs_human for result in run.results)
    if odd:
        names = sorted({state(result) for result in run.results if result.needs_human})
        out.print(f"{odd} of them should be looked at ({', '.join(names)}): see the table above.")


class _Progress:
    """A bar with the time remaining on a terminal; now and then a line elsewhere."""

    def __init__(self, out: Console) -> None:
        self.out, self.bar, self.task = out, None, None
        self.started = self.last = time.monotonic()

    def __enter__(self) -> _Progress:
        if self.out.is_terminal:
            from rich.progress import (
                BarColumn,
                MofNCompleteColumn,
                Progress,
                TimeElapsedColumn,
                TimeRemainingColumn,
            )

            self.bar = Progress(
                "Grading",
                BarColumn(),
                MofNCompleteColumn(),
                "elapsed",
                TimeElapsedColumn(),
                "remaining",
                TimeRemainingColumn(),
                console=self.out,
            )
            self.bar.start()
        return self

    def __exit__(self, *exc_info: object) -> None:
        if self.bar is not None:
            self.bar.stop()

    def say(self, text: str) -> None:
        """Print one line beside the progress."""
        self.out.print(Text(text))

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if self.bar is not None:
            if self.task is None:
                self.task = self.bar.add_task("grade", total=total)
            self.bar.update(self.task, completed=done, total=total)
        elif total and (done == total or now - self.last >= PLAIN_SECONDS):
            self.last = now
            left = (now - self.started) / done * (total - done) if done else None
            rest = "" if left is None or done == total else f", about {left:.0f} s remaining"
            self.out.print(f"{done} of {total} graded{rest}", markup=False)
