"""The class report, comments for groups, and what the gradebook says of what cannot be read."""

from __future__ import annotations

import csv
import io
import re
import shutil
import sqlite3
from pathlib import Path

import pytest
from course_kit import RIGHT, WRONG, make_course, notebook, submit, write
from shared import register
from stock import ENGINE, change, nbgrader, rows
from typer.testing import CliRunner

from autograder.batch.options import Options
from autograder.batch.run import grade_assignment
from autograder.cli import app
from autograder.commands.grade import _students_of
from autograder.course.folders import load_course
from autograder.course.settings import Settings
from autograder.gradebook import access, book
from autograder.gradebook.access import GradebookError
from autograder.gradebook.comments import comment_all
from autograder.gradebook.standing import standings, students
from autograder.notes import Note
from autograder.pages.answers import answer_groups
from autograder.pages.class_report import ClassReport, read_run
from autograder.pages.collected import Collected, gather
from autograder.pages.figures import (
    student_figures,
)
from autograder.report import class_tables, console, why
from autograder.result import Result, TestResult

FAKE = Settings(isolation="process", stand_in="course_kit:fake_grade_notebook")
MANUAL = """UPDATE grade SET manual_score = 3, needs_manual_grade = 0
WHERE cell_id IN (SELECT id FROM base_cell WHERE name = 'why')"""


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a course that was graded; tests copy it."""
    root = make_course(tmp_path_factory.mktemp("report"), ENGINE)
    register(tmp_path_factory, root, "a1")
    change(f"sqlite:///{root}/gradebook.db", "UPDATE assignment SET duedate = '2030-01-01'")
    submit(root, "anna", RIGHT, "2030-01-02 00:00:00 UTC", why="Because.")
    submit(root, "ben", WRONG + "  # ben wrote this")
    submit(root, "carl", WRONG)
    write(root / "submitted/zoe/a1/a1.ipynb", b'{"cells": [')
    grade_assignment(load_course(root), "a1", Options(FAKE))
    return root


@pytest.fixture
def course(graded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the course, as the current folder."""
    root = Path(shutil.copytree(graded, tmp_path / "course"))
    monkeypatch.chdir(root)
    return root


def call(*arguments: str) -> tuple[int, str]:
    """Run a command; return its exit code and what it printed."""
    done = CliRunner().invoke(app, list(arguments))
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.output


def read_table(path: Path) -> list[dict[str, str]]:
    """Read a table with a row of heads."""
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))


def words(page: str) -> str:
    """Return a page's text as a reader sees it."""
    body = page[page.index("<body") : page.index("<script>")]
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


def test_the_report_says_who_needs_me_and_how_it_went(course: Path) -> None:
    code, said = call("report", "a1", "--csv", "t.csv", "--json", "r.json")
    assert code == 0 and "reports/a1.html" in said.replace("\n", "")
    text = words((course / "reports/a1.html").read_text())
    assert "4 students handed in" in text and "1 submission needs you" in text
    assert re.search(r"zoe refused .*JSONDecodeError", text)
    assert "1 student late, by 1 day at most." in text
    assert "4 points are given by a person and are not in these figures" in text
    assert "(why): 1 answer " in text  # zoe is counted where she is refused
    table = read_table(course / "t.csv")
    assert [row["student"] for row in table] == ["anna", "ben", "carl", "zoe"]
    assert [row["score"] for row in table] == ["5", "2", "2", ""]
    assert table[0]["hours_late"] == "24"
    assert [r.student for r in read_run(course / "r.json")] == ["anna", "ben", "carl", "zoe"]


def test_like_answers_are_one_group_that_one_comment_reaches(course: Path) -> None:
    (group,) = answer_groups(gather(load_course(course), "a1"))
    assert group.students == ["ben", "carl"] and group.solution == "double"
    assert group.example.student == "return 4" and group.example.reference == "return 2 * x"
    code, said = call("comment", "a1", group.key, "Look at x.")
    assert code == 0 and "2 students of 2 got the comment" in said
    assert "0 students of 2" in call("comment", "a1", group.key, "Look at x.")[1]
    comments = [row for row in rows(f"sqlite:///{course}/gradebook.db")["comment"] if row[-1]]
    assert [(row[0], row[-1]) for row in comments] == [
        ("ben", "Look at x."),
        ("carl", "Look at x."),
    ]
    code, said = call("comment", "a1", "nonsense", "x")
    assert code == 2 and group.key in said
    assert _students_of(load_course(course), "a1", group.key) == ["ben", "carl"]
    code, said = call("grade", "a1", "--group", "nonsense")
    assert code == 2 and group.key in said
    call("feedback", "a1")
    assert "Look at x." in (course / "feedback/ben/a1/a1.html").read_text()
    call("report", "a1")
    page = (course / "reports/a1.html").read_text()
    assert '<li><a href="../feedback/ben/a1/a1.html">ben</a></li>' in page  # of the group
    assert '<th scope="row"><a href="../feedback/ben/a1/a1.html">ben</a></th>' in page


def test_a_gradebook_that_another_program_holds_is_told(
    course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access, "LOCK_SECONDS", 0)
    with book.Gradebook(f"sqlite:///{course}/gradebook.db", "a1") as held:
        info = held.load()
        assert info is not None
        other = sqlite3.connect(course / "gradebook.db", isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        for use in (
            lambda: standings(held, info),
            lambda: students(held),
            lambda: held.scores(info),
            lambda: comment_all(held, info, "a1", "double", ["ben"], "Look at x."),
        ):
            with pytest.raises(GradebookError, match="another program has held it"):
                use()
        other.close()


def test_two_runs_are_compared(course: Path) -> None:
    call("report", "a1", "--json", "before.json")
    submit(course, "ben", RIGHT)
    grade_assignment(load_course(course), "a1", Options(FAKE))
    assert call("report", "a1", "--compare", "before.json")[0] == 0
    text = words((course / "reports/a1.html").read_text())
    assert "ben: 2 → 5" in text and "DBL-CONST 2 → 1" in text
    code, said = call("report", "a1", "--compare", "nbgrader_config.py")
    assert code == 2 and "holds no run" in said


def test_points_by_hand_stand_beside_the_automatic_ones(course: Path) -> None:
    def by_exercise() -> dict[str, float]:
        (anna, *_) = student_figures(gather(load_course(course), "a1"))
        return anna.exercises

    before = by_exercise()
    change(f"sqlite:///{course}/gradebook.db", MANUAL)
    assert sum(before.values()) == 5 and sum(by_exercise().values()) == 8


def test_what_cannot_be_read_has_no_score_and_says_why(course: Path) -> None:
    found = rows(f"sqlite:///{course}/gradebook.db")
    grades = {row[2]: row[3:] for row in found["grade"] if row[0] == "zoe"}
    assert len(grades) == 3
    assert all(auto is None and waits for auto, _, _, waits, _ in grades.values())
    comments = [row for row in found["comment"] if row[0] == "zoe"]
    assert comments and all("JSONDecodeError" in row[3] for row in comments)
    assert grade_assignment(load_course(course), "a1", Options(FAKE)).unchanged == 4
    nbgrader(course, "export")
    table = {row["student_id"]: row for row in read_table(course / "grades.csv")}
    assert table["zoe"]["score"] == "" and table["anna"]["score"] == "5.0"


def test_what_a_person_has_seen_is_no_alarm_again(
    course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from autograder.commands import grade as command

    monkeypatch.setattr(command, "settings_of", lambda *_: FAKE)
    assert call("grade", "a1")[0] == 1
    code, said = call("grade", "a1", "--acknowledge")
    assert code == 0 and "acknowledged" in said
    assert call("grade", "a1")[0] == 0
    write(course / "submitted/yves/a1/a1.ipynb", b"also broken")
    code, said = call("grade", "a1")
    assert code == 1 and "2 should be looked at" in " ".join(said.split())


def test_the_reason_is_whole_on_a_narrow_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    reason = "the file cannot be read as a notebook because " + "it was cut off somewhere " * 8
    test = TestResult("t", 0.0, 5.0, "not run", reason)
    name = "a-rather-long-student-id-0417"
    result = Result(name, "a1", "a1", (test,), (Note("refusal", reason),))
    out = console()
    out.width = 80
    out.print(class_tables([result]))
    said = capsys.readouterr().out
    assert all(len(line) <= 80 for line in said.splitlines())
    kept = re.sub(r"[^\w ]", " ", said)
    assert kept.split().count("somewhere") == 8


def test_what_is_said_of_several_tests_is_said_once() -> None:
    tests = [TestResult(name, 0.0, 2.0, "timeout", "It took too long.") for name in ("t", "u")]
    assert why(Result("s", "a1", "a1", tuple(tests))) == "t, u: It took too long."


def test_a_thousand_students_fit_a_page() -> None:
    source = notebook()
    tests = (TestResult("t", 5.0, 5.0, "passed"),)
    results = [Result(f"s{n:04}", "a1", "a1", tests) for n in range(1000)]
    page = ClassReport.of(Collected("a1", {"a1": source}, list(results))).html(Path("/r.html"))
    assert page.count('<tr><th scope="row">s') == 1000 and len(page) < 150_000


@pytest.mark.parametrize("command", ["report", "feedback"])
def test_an_instructors_notebook_that_cannot_be_read_is_told(course: Path, command: str) -> None:
    (course / "source/a1/a1.ipynb").write_text("<<<<<<< HEAD")
    code, said = call(command, "a1")
    assert code == 2 and "The instructor's notebook a1.ipynb cannot be read" in said


def test_who_waits_for_points_is_found_among_the_students(course: Path) -> None:
    call("report", "a1")
    page = (course / "reports/a1.html").read_text()
    assert "<option>waits for points</option>" in page
    waits = re.findall(
        r'<tr><th scope="row">(?:<a [^>]*>)?(\w+)<.*waits for points</td></tr>', page
    )
    assert waits == ["anna"]


def test_an_empty_class_is_a_page_too() -> None:
    page = ClassReport.of(Collected("a1", {})).html(Path("/r.html"))
    assert "Nobody has handed in." in page and "Nothing has been graded yet." in page
    assert "alike" not in page
    page = ClassReport.of(Collected("a1", {}), similar=True).html(Path("/r.html"))
    assert "It takes the answers of two students." in page and "Exercise by exercise" not in page
