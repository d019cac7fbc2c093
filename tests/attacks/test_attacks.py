"""Every attack, in the middle of a class: no unearned point, no damage, no trace, and a reason.

The attackers and four honest students are graded in one run for each assignment; each attack is
then judged by what is left. See attack_kit for the form of an attack.
"""

from __future__ import annotations

import json
import os
import re
import sqlite3
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from attack_kit import (
    COURSE_OWN,
    HONEST_STUDENTS,
    Attack,
    Doors,
    Scene,
    attacks,
    page,
    report_text,
    watched,
)

from autograder.cells import printable
from autograder.result import Result
from autograder.sandbox import detect_isolation

MOST_BYTES = 40_000_000  # of one autograded notebook
ALL = attacks()


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


def run(folder: Path, level: str, chosen: tuple[Attack, ...]) -> Aftermath:
    """Hand in the attacks and the honest work, grade them, and look at what is left."""
    scene = Scene(folder, chosen)
    doors = Doors(scene)
    scene.build()
    before = scene.fingerprints()
    os.environ["COURSE_PASSWORD"] = scene.secrets["ENVIRONMENT"]
    start = time.monotonic()
    try:
        with watched() as survivors:
            results = scene.grade(level)
    finally:
        del os.environ["COURSE_PASSWORD"]
        doors.close()
    after = scene.fingerprints()
    changed = [name for name in before | after if before.get(name) != after.get(name)]
    seconds = time.monotonic() - start
    return Aftermath(scene, level, results, changed, survivors, doors.visitors, seconds)


@pytest.fixture(scope="session")
def sandbox(tmp_path_factory: pytest.TempPathFactory) -> Aftermath:
    """Return what the attacks left behind in the sandbox."""
    if detect_isolation().level != "sandbox":
        pytest.skip(f"no sandbox here: {detect_isolation().remedy}")
    return run(tmp_path_factory.mktemp("course"), "sandbox", ALL)


@pytest.fixture(scope="session")
def process(tmp_path_factory: pytest.TempPathFactory) -> Aftermath:
    """Return what those attacks left behind that the level ``process`` claims to stop."""
    chosen = tuple(attack for attack in ALL if attack.runs_in_process)
    return run(tmp_path_factory.mktemp("course"), "process", chosen)


def judge(left: Aftermath, attack: Attack) -> None:
    """Assert what must hold after any attack."""
    result = left.of(attack)
    told = report_text(result)
    assert result.score == pytest.approx(attack.get("EARNED", 0.0)), told
    assert re.search(attack.get("REASON"), told, re.IGNORECASE), told
    assert "the grader itself failed" not in told
    name = left.scene.root / "autograded" / attack.student / attack.assignment
    texts = [json.dumps(result.to_dict())]
    for path in name.rglob("*.ipynb"):
        assert path.stat().st_size < MOST_BYTES
        notebook = json.loads(path.read_text("utf-8"))
        texts += [json.dumps(cell.get("outputs", [])) for cell in notebook["cells"]]
    for secret in left.scene.secrets.values():
        assert not any(secret in text for text in texts), f"{secret} leaked"
    assert not any("BREACH" in text for text in texts), told


@pytest.mark.parametrize("attack", ALL, ids=str)
def test_sandbox_stops(sandbox: Aftermath, attack: Attack) -> None:
    judge(sandbox, attack)


@pytest.mark.slow
@pytest.mark.parametrize("attack", [a for a in ALL if a.runs_in_process], ids=str)
def test_process_stops(process: Aftermath, attack: Attack) -> None:
    judge(process, attack)


@pytest.fixture(
    params=["sandbox", pytest.param("process", marks=pytest.mark.slow)],
)
def aftermath(request: pytest.FixtureRequest) -> Iterator[Aftermath]:
    """Yield what each level's run left."""
    yield request.getfixturevalue(request.param)


def test_the_batch_finished_and_honest_students_keep_all_points(aftermath: Aftermath) -> None:
    scene = aftermath.scene
    expected = {(s, a) for s in HONEST_STUDENTS for a in scene.sources}
    expected |= {(attack.student, attack.assignment) for attack in scene.attacks}
    assert {key_of(s, a) for s, a in expected} == set(aftermath.results)
    for student in HONEST_STUDENTS:
        for assignment in scene.sources:
            result = aftermath.results[f"{student}/{assignment}"]
            assert result.score == result.max_score, report_text(result)
            assert result.isolation == aftermath.level
            assert not any("stopped" in note for note in result.notes), result.notes


def test_nothing_was_changed_outside(aftermath: Aftermath) -> None:
    assert aftermath.changed == []


def test_no_process_is_left(aftermath: Aftermath) -> None:
    assert aftermath.survivors == []


def test_nobody_came_through_the_network(aftermath: Aftermath) -> None:
    if aftermath.level == "process":
        pytest.skip("this level does not cut the network off, and no such attack was run")
    assert aftermath.visitors == 0


def test_the_gradebook_holds_the_results_and_nothing_else(aftermath: Aftermath) -> None:
    with sqlite3.connect(aftermath.scene.root / "gradebook.db") as db:
        rows = db.execute(
            "SELECT s.student_id, a.name, SUM(g.auto_score) FROM grade g"
            " JOIN submitted_notebook sn ON sn.id = g.notebook_id"
            " JOIN submitted_assignment s ON s.id = sn.assignment_id"
            " JOIN assignment a ON a.id = s.assignment_id GROUP BY s.student_id, a.name"
        ).fetchall()
    db.close()
    found = {f"{student}/{assignment}": score for student, assignment, score in rows}
    unknown = {
        key
        for key, result in aftermath.results.items()
        if any("not in the gradebook" in note for note in result.notes)
        or not (aftermath.scene.root / "autograded" / key).is_dir()
    }
    assert found.keys() == aftermath.results.keys() - unknown
    for key, score in found.items():
        assert score == pytest.approx(aftermath.results[key].score), key


def test_the_page_of_the_report_runs_nothing(aftermath: Aftermath) -> None:
    text = page(aftermath.results)
    assert not re.search(r"<(script|iframe|svg|img|object|embed|form|base|a)\b", text, re.I)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", text)


def test_attack_files_are_complete() -> None:
    assert len(ALL) >= 60
    assert len({(attack.student, attack.assignment) for attack in ALL}) == len(ALL)
    for attack in ALL:
        assert attack.tries.endswith(".") and attack.must_not.endswith("."), attack
        assert attack.get("REASON") and attack.get("STOPPED_BY"), attack
        assert isinstance(attack.get("PROCESS_STOPS"), bool), attack
        assert attack.get("PROCESS_STOPS") or attack.get("PROCESS_WHY"), attack
        assert attack.assignment in (COURSE_OWN, "hand_written")
