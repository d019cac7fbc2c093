"""A simulated class: for each assignment one submission per thing that students do.

The students are named after their work, not after people: ``all-right``, ``empty``,
``half-done``, ``...-other-way-1`` for each alternative solution, and each misconception's id.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from exercises import ASSIGNMENTS
from exercises.exercise import Exercise, source_text


@dataclass(frozen=True)
class SimulatedStudent:
    """One simulated submission.

    Attributes
    ----------
    name : str
        Folder name of the submission.
    answers : dict of str to str
        For each exercise that was answered, the text of its solution cell.
    wrong : tuple of str
        Ids of the exercises that are not right.
    hint : str or None
        Id of the misconception, where there is one.
    """

    name: str
    answers: dict[str, str]
    wrong: tuple[str, ...] = ()
    hint: str | None = None


def simulated_class(assignment: str, source: dict[str, Any]) -> Iterator[SimulatedStudent]:
    """Yield the students of an assignment.

    Parameters
    ----------
    assignment : str
        Such as ``"02_regularization"``.
    source : dict
        The instructor's notebook, from which the solutions are taken.
    """
    exercises = ASSIGNMENTS[assignment]
    right = solutions(source, exercises)
    ids = [exercise.id for exercise in exercises]
    half = ids[: len(ids) // 2]
    yield SimulatedStudent("all-right", right)
    yield SimulatedStudent("empty", {}, wrong=tuple(ids))
    yield SimulatedStudent(
        "half-done", {each: right[each] for each in half}, wrong=tuple(ids[len(half) :])
    )
    for exercise in exercises:
        for number, function in enumerate(exercise.alternatives, start=1):
            text = source_text(function, exercise.function_name)
            yield SimulatedStudent(
                f"{exercise.id}-other-way-{number}", {**right, exercise.id: text}
            )
        for each in exercise.misconceptions:
            text = each.text(exercise.reference)
            yield SimulatedStudent(
                each.id, {**right, exercise.id: text}, wrong=(exercise.id,), hint=each.id
            )


def solutions(source: dict[str, Any], exercises: tuple[Exercise, ...]) -> dict[str, str]:
    """Return the solution cells of an instructor's notebook as a student would hand them in."""
    wanted = {exercise.id for exercise in exercises}
    return {
        cell["id"]: "\n".join(
            line
            for line in "".join(cell["source"]).split("\n")
            if line.strip() not in ("### BEGIN SOLUTION", "### END SOLUTION")
        )
        for cell in source["cells"]
        if cell["id"] in wanted
    }


def fill_in(release: dict[str, Any], answers: dict[str, str]) -> dict[str, Any]:
    """Return a copy of a student's notebook with answers in its solution cells."""
    notebook = copy.deepcopy(release)
    for cell in notebook["cells"]:
        if cell["id"] in answers:
            cell["source"] = answers[cell["id"]]
    return notebook


def hand_in(course: Path, assignment: str) -> list[SimulatedStudent]:
    """Write the class's submissions into a course whose release has been made.

    Returns
    -------
    list of SimulatedStudent
        Who has handed in what.
    """
    read = {
        step: json.loads((course / step / assignment / f"{assignment}.ipynb").read_text("utf-8"))
        for step in ("source", "release")
    }
    students = list(simulated_class(assignment, read["source"]))
    for student in students:
        folder = course / "submitted" / student.name / assignment
        folder.mkdir(parents=True)
        notebook = fill_in(read["release"], student.answers)
        (folder / f"{assignment}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    return students
