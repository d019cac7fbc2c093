"""The demonstration: a fresh course, a simulated class, graded, with its pages."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import fmean

import sqlalchemy as sa
from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from autograder.batch.pool import get_ready, trial_locally
from autograder.batch.run import Options, grade_assignment
from autograder.build.notebooks import Project
from autograder.commands.grade import cores
from autograder.course.autotests import instructors_notebooks
from autograder.course.folders import Course, load_course
from autograder.course.settings import Settings, isolation_level, settings_for, settings_of
from autograder.errors import AutograderError
from autograder.gradebook.book import Gradebook
from autograder.pages.answers import misconceptions
from autograder.pages.class_report import ClassReport, write_report
from autograder.pages.collected import collect
from autograder.pages.feedback_files import write_feedback
from autograder.pages.figures import automatic_shares, late_words, needs
from autograder.pages.words import counted
from autograder.preflight.door import refuse_faults
from autograder.report import isolation_levels
from autograder.result import Result
from exercises.simulated_class import DUE, hand_in, plausible_class


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
    prepare(root, folder, assignment)
    console.print(f"A course in {folder}: nbgrader makes the students' notebook ...", markup=False)
    with ThreadPoolExecutor(1) as pool:
        # Meanwhile the class works; what it was given is the same notebook, checked in.
        made = pool.submit(nbgrader, folder, "generate_assignment", assignment)
        source = json.loads(Project(root).source(assignment).read_bytes())
        students = list(plausible_class(assignment, source))
        release = root / "release" / assignment / f"{assignment}.ipynb"
        hand_in(folder, assignment, students, release)
        try_course(load_course(folder), assignment)
        made.result()
    console.print(f"{len(students)} simulated students hand in. Grading ...")
    course = load_course(folder)
    set_due(course, assignment)
    results, seconds = grade(folder, assignment)
    console.print("Writing the students' pages and the class report ...")
    pages = write_feedback(course, assignment, workers=cores())
    made_report = ClassReport.of(collect(course, assignment))
    output = folder / "reports" / f"{assignment}.html"
    write_report(made_report, output)
    console.print()
    console.print(summary(made_report))
    console.print(
        f"\n{len(results)} notebooks graded in {seconds:.1f} s, isolation: "
        f"{isolation_levels(results)}; everything in {time.perf_counter() - start:.0f} s."
    )
    console.print("Open next, in a browser: the class, and one student's page.")
    mistaken = {row.student for row in made_report.rows if 0 < row.score < row.most}
    page = next(page for page in pages if page.parent.parent.name in mistaken)
    for path in (output, folder / page.relative_to(folder.resolve())):
        console.print(f"  {path}", soft_wrap=True, markup=False)
    return results


def summary(report: ClassReport) -> Group:
    """Return what fits a screen: how it went, who needs a person, the most common mistakes."""
    earned = automatic_shares(report.found)
    said = f"{counted(len(report.rows), 'student')}, {100 * fmean(earned):.0f} % of the points on "
    said += f"average. {late_words(report.rows)}"
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(justify="right")
    table.add_column(overflow="fold")
    table.add_row("", Text("Who needs you", style="bold"))
    for need in needs(report.found):
        table.add_row(Text(need.student), Text(f"{need.what}: {need.why.splitlines()[0]}"))
    table.add_row("", Text("What to say tomorrow", style="bold"))
    for group in misconceptions(report.groups)[:5]:
        table.add_row(f"{len(group.students)} ×", Text(f"{group.title}: {group.advice.cause}"))
    return Group(Text(said), table)


def set_due(course: Course, assignment: str) -> None:
    """Write the due date into the gradebook."""
    with Gradebook(course.db_url, assignment) as book:
        book.load()
        table = book.tables.assignment
        with book.engine.begin() as conn:
            conn.execute(sa.update(table).where(table.c.name == assignment).values(duedate=DUE))


def prepare(root: Path, folder: Path, assignment: str) -> None:
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


def _settings(course: Course) -> Settings:
    """Return the best isolation that this machine has: the class is our own."""
    return settings_of(course, isolation_level("process"))


def try_course(course: Course, assignment: str) -> None:
    """Grade the solution and the release; grading finds then that this is done."""
    settings = _settings(course)
    get_ready(settings)
    settings = settings_for(settings, course, assignment)
    sources = instructors_notebooks(course, assignment)
    refuse_faults(course, assignment, sources, settings, trial_locally(sources, settings))


def grade(folder: Path, assignment: str) -> tuple[list[Result], float]:
    """Grade the class; return also the seconds."""
    course = load_course(folder)
    run = grade_assignment(course, assignment, Options(_settings(course), workers=cores()))
    return run.results, run.grading_seconds
