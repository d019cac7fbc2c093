"""Files that a student hands in beside the notebook: given to her code where the course says so."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from cell_kit import notebook
from notebook_kit import answer, code, mark
from pace import patient

from autograder.assignment import Assignment
from autograder.batch.cache import submission_hash
from autograder.course.settings import Settings
from autograder.grade import grade_notebook
from autograder.intake import beside
from autograder.limits import Limits
from autograder.result import Result
from autograder.sandbox.detection import detect_isolation
from autograder.sandbox.server import StudentServer

LIMITS = patient(Limits(cell_timeout=6, call_timeout=3, total_timeout=60, memory_mb=400))
READS = "def total(name):\n    return sum(map(int, open(name).read().split(',')))"
ENDS = "import os\ndef total(name):\n    os._exit(1)"
SOURCE = notebook(
    code("import math", mark("locked", "given")),
    code(f"### BEGIN SOLUTION\n{READS}\n### END SOLUTION", mark("solution", "total")),
    code("assert total('mine.csv') == 6", mark("test", "t", 1)),
    code("assert total('deep/more.csv') == 9", mark("test", "u", 1)),
)


@pytest.fixture(scope="module")
def server() -> Iterator[StudentServer]:
    level = "sandbox" if detect_isolation().level == "sandbox" else "process"
    with StudentServer(Settings(LIMITS, level)) as running:
        yield running


@pytest.fixture
def handed_in(tmp_path: Path) -> Path:
    """Return a submission with files beside its notebook."""
    folder = tmp_path / "anna"
    (folder / "deep").mkdir(parents=True)
    (folder / "n.ipynb").write_text(json.dumps(answer(SOURCE, {"total": READS})))
    (folder / "mine.csv").write_text("1,2,3")
    (folder / "deep" / "more.csv").write_text("4,5")
    return folder


def graded(server: StudentServer, folder: Path, *patterns: str, known: tuple[str, ...] = ()):
    """Grade a submission where these files are given."""
    settings = Settings(LIMITS, known_files=known, student_files=patterns)
    assignment = Assignment.from_notebook(SOURCE, "a1", "n", settings)
    return grade_notebook(assignment, folder, student="anna", server=server).result


def points(result: Result) -> list[float | None]:
    return [test.points for test in result.tests]


def test_what_a_pattern_allows_is_there_and_there_again_after_a_death(
    server: StudentServer, handed_in: Path
) -> None:
    result = graded(server, handed_in, "*.csv")
    assert points(result) == [1, 1]
    assert not result.notes
    assert result.hashes["files"]
    dies = "import os\nfirst = []\n" + READS.replace("    return", "    name == 'mine.csv' and "
    "os._exit(1)\n    return")  # fmt: skip
    (handed_in / "n.ipynb").write_text(json.dumps(answer(SOURCE, {"total": dies})))
    assert points(graded(server, handed_in, "*.csv")) == [0, 1]


def test_without_a_pattern_the_note_says_what_failed_for_want_of_it(
    server: StudentServer, handed_in: Path
) -> None:
    result = graded(server, handed_in)
    assert points(result) == [0, 0]
    told = [note.text for note in result.notes if note.kind == "refusal"]
    assert told == [
        "test t did not find `mine.csv`, which was handed in beside the notebook; "
        "c.Grader.student_files says which files students' code is given"
    ]
    assert result.needs_human
    assert points(graded(server, handed_in, "deep/*.csv")) == [0, 1]


def test_what_the_instructor_hands_out_is_replaced_only_by_name(
    server: StudentServer, handed_in: Path
) -> None:
    assert points(graded(server, handed_in, "*", known=("mine.csv",))) == [0, 1]
    assert points(graded(server, handed_in, "*", "mine.csv", known=("mine.csv",))) == [1, 1]


def test_links_and_too_much_are_not_given(
    server: StudentServer, handed_in: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "secret.csv").write_text("6")
    (handed_in / "mine.csv").unlink()
    os.symlink(tmp_path / "secret.csv", handed_in / "mine.csv")
    monkeypatch.setattr(beside, "MAX_BYTES", 2)
    result = graded(server, handed_in, "*.csv")
    assert points(result) == [0, 0]
    assert any("deep/more.csv was not given" in note.text for note in result.notes)


def test_a_changed_file_is_graded_again(handed_in: Path) -> None:
    file = handed_in / "mine.csv"
    status, known = file.stat(), submission_hash(handed_in, ["n"], ["*.csv"])
    file.write_text("3,2,1")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert submission_hash(handed_in, ["n"], ["*.csv"]) != known
