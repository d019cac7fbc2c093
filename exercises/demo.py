"""The demonstration: a fresh course, a simulated class, graded, with feedback and a table."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from autograder.batch.run import Options, grade_assignment
from autograder.build.notebooks import Project
from autograder.commands.grade import cores
from autograder.course.folders import load_course
from autograder.course.settings import isolation_level, settings_of
from autograder.errors import AutograderError
from autograder.report import class_tables, isolation_levels, score_text, write_html
from autograder.result import Result
from exercises.simulated_class import hand_in


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
    nbgrader(folder, "generate_assignment", assignment)
    students = hand_in(folder, assignment)
    console.print(f"{len(students)} simulated students hand in. Grading ...")
    results, seconds = grade(folder, assignment)
    console.print("nbgrader writes the feedback pages ...")
    nbgrader(folder, "generate_feedback", assignment)
    report = folder / "report.html"
    write_html(report, assignment, results)
    console.print(student_table(results))
    console.print(class_tables(results))
    console.print(
        f"{len(results)} notebooks graded in {seconds:.1f} s, isolation: "
        f"{isolation_levels(results)}; everything in {time.perf_counter() - start:.0f} s."
    )
    mistaken = next(student for student in students if student.hint)
    page = folder / "feedback" / mistaken.name / assignment / f"{assignment}.html"
    console.print("Open next, in a browser: the report, and one student's feedback:")
    for path in (report, page):
        console.print(f"  {path}", soft_wrap=True, markup=False)
    return results


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


def grade(folder: Path, assignment: str) -> tuple[list[Result], float]:
    """Grade the class with the best isolation that this machine has; return also the seconds."""
    course = load_course(folder)
    # The class is our own: a machine without a sandbox can show it too, and says so.
    settings = settings_of(course, isolation_level("process"))
    run = grade_assignment(course, assignment, Options(settings, workers=cores()))
    return run.results, run.grading_seconds


def student_table(results: Sequence[Result]) -> Table:
    """Make the table of students: points per exercise, in all, and the mistakes diagnosed."""
    cells = list(dict.fromkeys(test.grade_id for result in results for test in result.tests))
    exercises = list(dict.fromkeys(re.sub("-(check|hidden)$", "", cell) for cell in cells))
    table = Table(title="The class, student by student", title_justify="left")
    table.add_column("Student", no_wrap=True)
    for exercise in exercises:
        # Numbers are narrow: a heading of several lines leaves room for the students' names.
        table.add_column(exercise.replace("-", "-\n"), justify="right", no_wrap=True)
    table.add_column("Points", justify="right", no_wrap=True)
    table.add_column("Mistake diagnosed", no_wrap=True)
    for result in sorted(results, key=lambda result: (-result.score, result.student)):
        points = [
            sum(t.points or 0 for t in result.tests if t.grade_id.startswith(f"{exercise}-"))
            for exercise in exercises
        ]
        hints = dict.fromkeys(test.hint for test in result.tests if test.hint)
        total = score_text(result.score, result.max_score)
        table.add_row(result.student, *(f"{each:g}" for each in points), total, ", ".join(hints))
    return table
