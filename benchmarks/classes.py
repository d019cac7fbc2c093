"""Courses to grade: the simulated class at any size, for each grader a folder of its own."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from exercises import ASSIGNMENTS
from exercises.demo import empty_course, nbgrader
from exercises.simulated_class import SimulatedStudent, fill_in, simulated_class

SHARED = [each for exercises in ASSIGNMENTS.values() for each in exercises if each.shares]
Scores = dict[str, dict[str, float]]
"""For each student the points of each graded cell."""

_SCORES = """
SELECT s.student_id, c.name, g.auto_score
FROM grade g JOIN base_cell c ON c.id = g.cell_id
JOIN submitted_notebook n ON n.id = g.notebook_id
JOIN submitted_assignment s ON s.id = n.assignment_id
"""


def make_course(project: Path, folder: Path, assignment: str, size: int) -> list[str]:
    """Make a course whose class has handed in; return the students' names."""
    empty_course(project, folder, assignment)
    nbgrader(folder, "generate_assignment", assignment)
    read = {step: read_notebook(folder / step, assignment) for step in ("source", "release")}
    names = []
    for student in enlarged(list(simulated_class(assignment, read["source"])), size):
        notebook = fill_in(read["release"], student.answers)
        sign(notebook, student.name, assignment)
        target = folder / "submitted" / student.name / assignment
        target.mkdir(parents=True)
        (target / f"{assignment}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
        names.append(student.name)
    return names


def read_notebook(step: Path, assignment: str) -> dict[str, Any]:
    """Read an assignment's notebook from one of nbgrader's folders."""
    return json.loads((step / assignment / f"{assignment}.ipynb").read_text(encoding="utf-8"))


def enlarged(students: Sequence[SimulatedStudent], size: int) -> Iterator[SimulatedStudent]:
    """Yield a class of any size: a few taken evenly, or all of them again and again."""
    if size < len(students):
        yield from (students[i * len(students) // size] for i in range(size))
        return
    for number in range(size):
        again, place = divmod(number, len(students))
        each = students[place]
        name = f"{each.name}-{again + 1}" if again else each.name
        yield SimulatedStudent(name, each.answers, each.wrong, each.hint)


def sign(notebook: dict[str, Any], name: str, assignment: str) -> None:
    """Write a name into every solution cell, so that no two submissions have a text in common."""
    solutions = {exercise.id for exercise in ASSIGNMENTS[assignment]}
    for cell in notebook["cells"]:
        if cell["id"] in solutions:
            cell["source"] = f"{''.join(cell['source'])}\n# {name}"


def copy_course(course: Path, folder: Path, students: Sequence[str]) -> Path:
    """Copy a course that nobody has graded yet, with these students' work alone."""
    for name in ("source", "release"):
        shutil.copytree(course / name, folder / name)
    for name in ("nbgrader_config.py", "gradebook.db"):
        shutil.copy(course / name, folder)
    for name in students:
        shutil.copytree(course / "submitted" / name, folder / "submitted" / name)
    return folder


def without_engine(folder: Path) -> None:
    """Let nbgrader grade as it comes: drop the line that puts our engine in its place."""
    config = folder / "nbgrader_config.py"
    text = config.read_text(encoding="utf-8")
    if text.count("\nconfigure(c)\n") != 1:
        raise ValueError("nbgrader_config.py has no line configure(c)")
    config.write_text(text.replace("\nconfigure(c)\n", "\n"), encoding="utf-8")


def forget(folder: Path, course: Path) -> None:
    """Undo what grading left in a course."""
    for name in ("autograded", ".autograder-cache"):
        shutil.rmtree(folder / name, ignore_errors=True)
    shutil.copy(course / "gradebook.db", folder)


def read_scores(folder: Path) -> Scores:
    """Read all points of a course from its gradebook."""
    scores: Scores = {}
    database = sqlite3.connect(folder / "gradebook.db")
    try:
        for student, cell, points in database.execute(_SCORES):
            scores.setdefault(student, {})[cell] = points
    finally:
        database.close()
    return scores


def differences(scores: Scores, others: Scores) -> list[str]:
    """Say where two gradings of the same students differ.

    A test that fails is worth 0 to nbgrader, whatever part of the answer is right: no difference
    is said where an exercise gives part of the points for that.
    """
    parted = {f"{e.id}-{half}" for e in SHARED for half in ("check", "hidden")}
    most = {
        cell: max(each.get(cell, 0) for each in (*scores.values(), *others.values()))
        for cell in parted
    }

    def part(cell: str, one: float | None, other: float | None) -> bool:
        values = sorted((one or 0, other or 0))
        return cell in parted and values[0] == 0 < values[1] < most[cell]

    return [
        f"{student}, {cell}: {scores[student].get(cell)!r} and {others[student].get(cell)!r}"
        for student in sorted(scores.keys() & others.keys())
        for cell in sorted(scores[student].keys() | others[student].keys())
        if scores[student].get(cell) != others[student].get(cell)
        and not part(cell, scores[student].get(cell), others[student].get(cell))
    ]
