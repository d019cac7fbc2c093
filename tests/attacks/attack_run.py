"""Grade the class of attackers once, and keep what is left for all tests that look at it."""

from __future__ import annotations

import os
import pickle
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from attack_kit import Attack, Doors, Scene, watched
from shared import made_once

from autograder.cells import printable
from autograder.result import Result


def key_of(student: str, assignment: str) -> str:
    """Return the key of a result; names that were refused are reported in printable form."""
    return f"{student if student.isprintable() else printable(student)}/{assignment}"


@dataclass
class Aftermath:
    """What a run left."""

    scene: Scene
    level: str
    results: dict[str, Result]
    changed: list[str] = field(default_factory=list)
    survivors: list[str] = field(default_factory=list)
    visitors: int = 0
    seconds: float = 0.0

    def of(self, attack: Attack) -> Result:
        """Return an attack's result."""
        return self.results[key_of(attack.student, attack.assignment)]


def run(folder: Path, level: str, chosen: tuple[Attack, ...], door: str = "grade") -> Aftermath:
    """Hand in the attacks and the honest work, grade them, and look at what is left.

    ``door`` is our own command, or `autograde` for nbgrader's.
    """
    scene = Scene(folder, chosen)
    doors = Doors(scene)
    scene.build()
    scene.configure(level)
    before = scene.fingerprints()
    os.environ["COURSE_PASSWORD"] = scene.secrets["ENVIRONMENT"]
    start = time.monotonic()
    try:
        with watched() as survivors:
            results = getattr(scene, door)(level)
    finally:
        del os.environ["COURSE_PASSWORD"]
        doors.close()
    after = scene.fingerprints()
    changed = [name for name in before | after if before.get(name) != after.get(name)]
    seconds = time.monotonic() - start
    return Aftermath(scene, level, results, changed, survivors, doors.visitors, seconds)


def shared(
    factory: pytest.TempPathFactory, level: str, chosen: tuple[Attack, ...], door: str = "grade"
) -> Aftermath:
    """Run the attacks once, however many processes run the tests."""

    def make(folder: Path) -> None:
        course = folder / "course"
        course.mkdir()
        left = run(course, level, chosen, door)
        (folder / "aftermath.pickle").write_bytes(pickle.dumps(left))

    made = made_once(factory, f"attacks-{door}-{level}", make)
    return pickle.loads((made / "aftermath.pickle").read_bytes())


def report_text(result: Result) -> str:
    """Return all that the run's report says of a submission."""
    parts = [note.text for note in result.notes]
    for test in result.tests:
        parts += [f"{test.grade_id}: {test.verdict}: {test.message}"]
    return "\n".join(parts)
