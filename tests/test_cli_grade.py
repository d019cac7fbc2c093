"""``grade`` as a user meets it: tables, exit codes, messages, files."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from course_kit import RIGHT, WRONG, make_course, submit, write
from typer.testing import CliRunner

from autograder.cells import printable
from autograder.cli import app
from autograder.course.folders import CourseError
from autograder.notes import Note
from autograder.report import class_tables, console
from autograder.result import Result, TestResult
from autograder.states import needs_a_person, state


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a course that was graded once."""
    root = make_course(tmp_path_factory.mktemp("cli"))
    submit(root, "anna", RIGHT)
    submit(root, "ben", WRONG)
    return root


@pytest.fixture
def course(prepared: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the course, as the current folder."""
    monkeypatch.chdir(prepared)
    monkeypatch.setenv("COLUMNS", "160")
    return prepared


def call(*arguments: str) -> tuple[int, str]:
    """Run a command; return its exit code and what it printed."""
    done = CliRunner().invoke(app, list(arguments))
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert "Traceback" not in done.output
    return done.exit_code, done.output


def test_grade_reports_and_ends_with_zero(course: Path) -> None:
    wanted = "a1 --workers 2 --require process --json r.json --html r.html"
    code, said = call("grade", *wanted.split(" "))
    assert code == 0, said
    assert "2 students" in said
    assert re.search(r"double-hidden\W+1/2 \(50 %\)", said)
    data = json.loads((course / "r.json").read_text())
    assert [(r["student"], r["score"], r["max_score"]) for r in data] == [
        ("anna", 5.0, 9.0),
        ("ben", 2.0, 9.0),
    ]
    assert set(data[0]) >= {"assignment", "tests", "notes", "isolation"}
    assert [Result.from_dict(r).score for r in data] == [5.0, 2.0]
    assert "anna" in (course / "r.html").read_text()


def test_what_needs_a_human_is_named_and_ends_with_one(course: Path) -> None:
    folder = course / "submitted/zoe"
    write(folder / "a1/a1.ipynb", b"garbage")
    try:
        code, said = call("grade", "a1", "--require", "process", "--student", "zoe")
    finally:
        (folder / "a1/a1.ipynb").unlink()
        (folder / "a1").rmdir()
    assert code == 1
    assert re.search(r"zoe\W+refused\W+none yet\W.*not JSON", said)
    assert "1 student," in said


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ("grade a7", "There are: a1"),
        ("grade a1 --require jail", "sandbox or process"),
        ("grade ../a1", "not the name of an assignment"),
        ("grade a1 --require process --student nobody", "Nothing was handed in"),
        ("grade a1 --require process --scheduler nonsense", "scheduler"),
    ],
)
def test_mistakes_get_a_message(course: Path, arguments: str, expected: str) -> None:
    code, said = call(*arguments.split())
    assert code == 2
    assert expected in said


def test_outside_a_course_the_way_in_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, said = call("grade", "a1")
    assert code == 2
    assert "root folder of a course" in " ".join(said.split())
    write(tmp_path / "nbgrader_config.py", "c = get_config(\n")
    code, said = call("grade", "a1")
    assert code == 2
    assert "cannot be read" in said


def test_no_sandbox_is_refused_with_the_remedy(
    course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from autograder.course.settings import isolation_level
    from autograder.sandbox import detection as sandbox

    none = sandbox.Detection("process", "Install bubblewrap.")
    monkeypatch.setattr(sandbox, "detect_isolation", lambda: none)
    isolation_level.cache_clear()
    try:
        code, said = call("grade", "a1", "--require", "sandbox")
    finally:
        isolation_level.cache_clear()
    assert code == 2
    assert "Install bubblewrap." in said
    assert "--require process" in said


def test_a_system_that_cannot_grade_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    from autograder.course.settings import isolation_level

    monkeypatch.delattr(os, "fork")
    with pytest.raises(CourseError, match="in WSL"):
        isolation_level.__wrapped__("process")


def test_a_class_of_300_stays_scannable(capsys: pytest.CaptureFixture[str]) -> None:
    def one(number: int, verdict: str, *notes: str) -> Result:
        points = 5.0 if verdict == "passed" else 0.0
        test = TestResult("t", points, 5.0, verdict, "m", "L2-HALF" if not points else None)  # type: ignore[arg-type]
        human = verdict == "not run"
        made = tuple(Note("repair", note) for note in notes)
        return Result(f"s{number:03}", "a1", "a1", (test,), made, "sandbox", needs_human=human)

    results = [one(n, "passed") for n in range(290)]
    results += [one(n, "failed") for n in range(290, 296)]
    results += [
        one(296, "timeout"),
        one(297, "not run", "no file"),
        one(298, "passed", "moved\x1b"),
        *(one(n, "passed", "renamed") for n in range(299, 350)),
    ]
    console().print(class_tables(results))
    said = capsys.readouterr().out
    assert len(said.splitlines()) < 32
    assert all(name in said for name in ("s296", "s297", "s298", "s299", "s301", "and 48 more"))
    assert "s302" not in said
    assert "s001" not in said
    assert "L2-HALF 7" in said
    assert "\x1b" not in said
    assert [state(result) for result in results[296:299]] == ["crashed", "refused", "repaired"]
    assert [needs_a_person(result) for result in results[296:299]] == [True, True, False]


def test_untrusted_names_are_plain_on_a_terminal() -> None:
    assert printable("a\x1b[31m\nb\u202ec\ud800") == "a\\x1b[31m\\nb\\u202ec\\ud800"
