"""The demonstration: a fresh course, a simulated class, graded, with feedback and a table."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from autograder.build import Course
from autograder.classroom import hand_in

LIKELY_CAUSE = re.compile(r"Likely cause \(([A-Z0-9-]+)\)")


class DemoError(Exception):
    """A step of the demonstration that failed; its message holds what the step said."""


@dataclass(frozen=True)
class Outcome:
    """What one graded notebook shows: points per graded cell, and the mistakes diagnosed."""

    points: dict[str, float]
    hints: tuple[str, ...]


def run_demo(root: Path, folder: Path, assignment: str, console: Console) -> dict[str, Outcome]:
    """Set up a course folder, grade a simulated class in it with nbgrader, and show the result.

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
    dict of str to Outcome
        By student.

    Raises
    ------
    DemoError
        If the folder holds something else, or a step fails.
    """
    start = time.perf_counter()
    prepare(root, folder, assignment)
    console.print(f"A course in [bold]{folder}[/]. nbgrader makes the students' notebook ...")
    nbgrader(folder, "generate_assignment", assignment)
    students = hand_in(folder, assignment)
    console.print(f"{len(students)} students hand in. nbgrader grades them, one after another ...")
    nbgrader(folder, "autograde", assignment)
    console.print("Feedback pages ...")
    nbgrader(folder, "generate_feedback", assignment)
    outcomes = read_outcomes(folder, assignment)
    console.print(outcome_table(outcomes, max_points(folder, assignment)))
    page = folder / "feedback" / students[-1].name / assignment / f"{assignment}.html"
    console.print(f"Graded in {time.perf_counter() - start:.0f} s. Open next, in a browser:")
    console.print(f"  {page}", soft_wrap=True, highlight=False)
    return outcomes


def prepare(root: Path, folder: Path, assignment: str) -> None:
    """Make an empty course with one assignment in ``folder``."""
    if folder.exists():
        if not (folder / "nbgrader_config.py").exists():
            raise DemoError(f"{folder} exists and is no demonstration: name another --folder.")
        shutil.rmtree(folder)
    source = Course(root).source(assignment)
    if not source.exists():
        raise DemoError(f"{source} is missing: run 'python -m autograder build' first.")
    target = Course(folder).source(assignment)
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


def read_outcomes(folder: Path, assignment: str) -> dict[str, Outcome]:
    """Read points from the gradebook, and diagnoses from the graded notebooks."""
    from nbgrader.api import Gradebook

    outcomes = {}
    with Gradebook(f"sqlite:///{(folder / 'gradebook.db').resolve()}") as gradebook:
        for submission in gradebook.assignment_submissions(assignment):
            student = submission.student.id
            points = {
                grade.name: grade.score
                for notebook in submission.notebooks
                for grade in notebook.grades
            }
            file = folder / "autograded" / student / assignment / f"{assignment}.ipynb"
            text = " ".join(
                output.get("evalue", "")
                for cell in json.loads(file.read_text(encoding="utf-8"))["cells"]
                for output in cell.get("outputs", [])
            )
            outcomes[student] = Outcome(points, tuple(dict.fromkeys(LIKELY_CAUSE.findall(text))))
    return outcomes


def max_points(folder: Path, assignment: str) -> dict[str, float]:
    """Return the points of each graded cell."""
    notebook = json.loads(Course(folder).source(assignment).read_text(encoding="utf-8"))
    metadata = (cell["metadata"].get("nbgrader", {}) for cell in notebook["cells"])
    return {each["grade_id"]: each["points"] for each in metadata if each.get("grade")}


def outcome_table(outcomes: dict[str, Outcome], possible: dict[str, float]) -> Table:
    """Make the table of students: points per exercise, in all, and the mistakes diagnosed."""
    exercises = list(dict.fromkeys(re.sub("-(check|hidden)$", "", cell) for cell in possible))
    table = Table(title="The class", caption=f"of {sum(possible.values()):g} points")
    table.add_column("student")
    for exercise in (*exercises, "points"):
        table.add_column(exercise, justify="right")
    table.add_column("mistake diagnosed")
    for student, outcome in sorted(
        outcomes.items(), key=lambda item: -sum(item[1].points.values())
    ):
        scores = [
            sum(outcome.points[cell] for cell in possible if cell.startswith(f"{exercise}-"))
            for exercise in exercises
        ]
        shown = [f"{score:g}" for score in (*scores, sum(scores))]
        table.add_row(student, *shown, ", ".join(outcome.hints))
    return table
