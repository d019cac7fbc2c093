"""Simulated classes: one of each thing that students do, and one as a teacher meets it.

In the first, students are named after their work, not after people: ``all-right``, ``empty``,
``half-done``, ``...-other-way-1`` for each alternative solution, and each misconception's id.
"""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from exercises import ASSIGNMENTS
from exercises.exercise import Exercise, source_text

DUE = datetime(2030, 3, 1, 12, 0)
"""When the plausible class has to hand in, in UTC."""
SIZE = 73
"""How many students the plausible class has."""


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
    hours_late : float
        How long after the due date it came in; negative where it was before.
    cut_off, tampers : bool
        Whether the file breaks off in the middle, and whether checks were edited.
    """

    name: str
    answers: dict[str, str]
    wrong: tuple[str, ...] = ()
    hint: str | None = None
    hours_late: float | None = None
    cut_off: bool = False
    tampers: bool = False


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


def plausible_class(assignment: str, source: dict[str, Any]) -> Iterator[SimulatedStudent]:
    """Yield a class as one meets it: most answers right, and some mistakes far more common.

    Some are late, one file is cut off, one student edits the checks, one hands in nothing of
    her own. Ids are numbers, as a registrar gives them.
    """
    rng = random.Random(1)
    exercises = ASSIGNMENTS[assignment]
    right = solutions(source, exercises)
    ids = sorted(rng.sample(range(20_000, 60_000), SIZE))
    cut_off, tampers, empty = rng.sample(range(SIZE), 3)
    for place, number in enumerate(ids):
        answers, wrong, hints = {}, [], []
        gives_up = rng.choice([*range(len(exercises)), *[len(exercises)] * 20])
        for order, exercise in enumerate(exercises):
            styles = [source_text(f, exercise.function_name) for f in exercise.alternatives]
            if place == empty or order >= gives_up:
                wrong.append(exercise.id)
            elif rng.random() < 0.8:
                answers[exercise.id] = rng.choice([right[exercise.id], *styles])
            else:
                weights = [1 / (1 + rank) for rank in range(len(exercise.misconceptions))]
                (mistake,) = rng.choices(exercise.misconceptions, weights)
                answers[exercise.id] = mistake.text(exercise.reference)
                wrong.append(exercise.id)
                hints.append(mistake.id)
        late = rng.uniform(1, 40) if rng.random() < 0.07 else rng.uniform(-90, -0.5)
        yield SimulatedStudent(
            f"s{number}",
            answers,
            tuple(wrong),
            hints[0] if hints else None,
            late,
            cut_off=place == cut_off,
            tampers=place == tampers,
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


def hand_in(
    course: Path, assignment: str, students: Sequence[SimulatedStudent], release: Path
) -> None:
    """Write a class's submissions into a course.

    Parameters
    ----------
    release : Path
        The notebook that students were given.
    """
    given = json.loads(release.read_text("utf-8"))
    for student in students:
        folder = course / "submitted" / student.name / assignment
        folder.mkdir(parents=True)
        notebook = fill_in(given, student.answers)
        if student.tampers:
            _tamper(notebook)
        text = json.dumps(notebook)
        text = text[: len(text) * 2 // 3] if student.cut_off else text
        (folder / f"{assignment}.ipynb").write_text(text, encoding="utf-8")
        if student.hours_late is not None:
            when = DUE + timedelta(hours=student.hours_late)
            (folder / "timestamp.txt").write_text(f"{when:%Y-%m-%d %H:%M:%S} UTC\n")


def _tamper(notebook: dict[str, Any]) -> None:
    """Make the checks say that all is right, as some try."""
    for cell in notebook["cells"]:
        if cell["id"].endswith("-check"):
            cell["source"] = "print('correct')"
            cell["metadata"]["nbgrader"]["points"] = 100
