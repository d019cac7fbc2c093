"""The demonstration: a fresh course, a simulated class, graded, with its pages."""

from __future__ import annotations

import contextlib
import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from rich.console import Console

from autograder.batch.forkserver import start_forkserver
from autograder.batch.options import Options
from autograder.batch.pool import Pool, common_server
from autograder.build.project import Project
from autograder.commands.grade import cores
from autograder.commands.progress import Progress
from autograder.course.autotests import instructors_notebooks
from autograder.course.folders import Course, load_course
from autograder.course.settings import (
    Settings,
    course_code,
    isolation_level,
    settings_for,
    settings_of,
)
from autograder.errors import AutograderError
from autograder.preflight.door import refuse_faults
from autograder.result import Result
from autograder.sandbox.server import StudentServer
from exercises.simulated_class import hand_in, plausible_class


class DemoError(AutograderError):
    """A step of the demonstration that failed; its message holds what the step said."""


def run_demo(root: Path, folder: Path, assignment: str, console: Console) -> list[Result]:
    """Set up a course folder, grade a simulated class in it, and show the result.

    Parameters
    ----------
    root : Path
        The project.
    folder : Path
        Where the course goes; a demonstration that stands there is replaced.
    assignment : str
        The assignment to grade.
    console : Console
        Where to write.

    Returns
    -------
    list of Result
        By student.

    Raises
    ------
    DemoError
        If the folder holds something else, or a step fails.
    """
    start = time.perf_counter()
    empty_course(root, folder, assignment)
    course = load_course(folder)
    console.print(f"A course in {folder}: nbgrader makes the students' notebook ...", markup=False)
    with ThreadPoolExecutor(1) as pool:
        # Meanwhile the class works; what it was given is the same notebook, checked in.
        made = pool.submit(nbgrader, folder, "generate_assignment", assignment)
        with _warm(course, assignment) as (settings, server):
            source = json.loads(Project(root).source(assignment).read_bytes())
            students = list(plausible_class(assignment, source))
            release = root / "release" / assignment / f"{assignment}.ipynb"
            hand_in(folder, assignment, students, release)
            # Imported while nbgrader, sandbox and workers start.
            from autograder.batch.run import grade_assignment
            from exercises.demo_pages import set_due, show_class

            try_course(course, assignment, settings, server)
            made.result()
            console.print(f"{len(students)} simulated students hand in.")
            set_due(course, assignment)
            options = Options(settings, cores(), server=server)
            with Progress(console) as progress:
                run = grade_assignment(course, assignment, options, progress)
    show_class(course, assignment, folder, run, start, console)
    return run.results


def empty_course(root: Path, folder: Path, assignment: str) -> None:
    """Make an empty course with one assignment in ``folder``."""
    if folder.exists():
        if not (folder / "nbgrader_config.py").exists():
            raise DemoError(f"{folder} exists and is no demonstration: name another --folder.")
        shutil.rmtree(folder)
    source = Project(root).source(assignment)
    if not source.exists():
        raise DemoError(f"{source} is missing: run 'python -m autograder build' first.")
    target = Project(folder).source(assignment)
    target.parent.mkdir(parents=True)
    shutil.copy(source, target)
    shutil.copy(root / "nbgrader_config.py", folder)


def nbgrader(folder: Path, *arguments: str) -> None:
    """Run an nbgrader command in a course folder."""
    command = [sys.executable, "-m", "nbgrader", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        last = "\n".join((done.stderr or done.stdout).splitlines()[-15:])
        raise DemoError(f"'nbgrader {' '.join(arguments)}' failed:\n{last}")


@contextlib.contextmanager
def _warm(course: Course, assignment: str) -> Iterator[tuple[Settings, StudentServer | None]]:
    """Start what all grading shares, at the best isolation of this machine: the class is ours."""
    start_forkserver(course_code(course).preload)
    settings = settings_for(settings_of(course, isolation_level("process")), course, assignment)
    with common_server(settings) as server:
        yield settings, server


def try_course(
    course: Course, assignment: str, settings: Settings, server: StudentServer | None
) -> None:
    """Grade the solution and the release; grading finds then that this is done."""
    sources = instructors_notebooks(course, assignment)
    with Pool(sources, settings, 1, server) as pool:
        refuse_faults(course, assignment, sources, settings, pool.trial)


def grade(folder: Path, assignment: str) -> list[Result]:
    """Grade a class that has handed in."""
    from autograder.batch.run import grade_assignment

    course = load_course(folder)
    with _warm(course, assignment) as (settings, server):
        options = Options(settings, cores(), server=server)
        return grade_assignment(course, assignment, options).results
