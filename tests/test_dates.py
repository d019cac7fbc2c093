"""Dates move after hand-in: penalties follow them, and people read times of their own zone."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from course_kit import RIGHT, make_course, submit, write
from shared import register
from stock import ENGINE, change, nbgrader, rows

from autograder.batch.options import Options, Run
from autograder.batch.run import grade_assignment
from autograder.class_grades import grades_of
from autograder.course.dates import extensions_of, zone_name, zone_of
from autograder.course.folders import Course, CourseError, load_course
from autograder.course.settings import Settings
from autograder.errors import AutograderError
from autograder.pages.class_report import ClassReport
from autograder.pages.collected import gather
from autograder.pages.feedback_files import write_feedback
from autograder.report import late_table, write_json
from autograder.tables import read_table
from autograder.uploads import for_moodle

FAKE = Settings(isolation="process", stand_in="course_kit:fake_grade_notebook")
CONFIG = (
    'c.LateSubmissionPlugin.penalty_method = "zero"\n'
    'c.Exchange.timezone = "Asia/Tokyo"\nc.NbGraderAPI.timezone = "Europe/Vienna"\n'
)
DUE = "UPDATE assignment SET duedate = '{}'"
HEAD = "assignment,student,until\n"


@pytest.fixture
def course(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a course in which anna was in time, and béla six hours late; both were graded."""
    root = make_course(tmp_path, CONFIG + ENGINE)
    register(tmp_path_factory, root, "a1")
    submit(root, "anna", RIGHT, "2030-01-01 10:00:00 UTC")
    submit(root, "béla", RIGHT, "2030-01-01 18:00:00 UTC")
    change(db(root), DUE.format("2030-01-01 12:00:00.000000"))
    run(root)
    return root


def db(root: Path) -> str:
    """Return the course's gradebook."""
    return f"sqlite:///{root}/gradebook.db"


def run(root: Path, **options: object) -> Run:
    """Grade a1."""
    return grade_assignment(load_course(root), "a1", Options(FAKE, **options))  # type: ignore[arg-type]


def penalties(root: Path) -> dict[str, float | None]:
    """Return each student's penalty."""
    return {row[0]: row[3] for row in rows(db(root))["notebook"]}


def test_a_moved_due_date_changes_penalties_and_grades_nothing_again(course: Path) -> None:
    assert penalties(course) == {"anna": None, "béla": 5.0}
    change(db(course), DUE.format("2030-01-01 09:00:00.000000"))
    earlier = run(course)
    assert (earlier.graded, earlier.reused, earlier.unchanged) == (0, 0, 2)
    assert penalties(course) == {"anna": 5.0, "béla": 5.0}
    assert [who for who, timing in earlier.timings.items() if timing.changed] == ["anna"]
    change(db(course), DUE.format("2030-02-01 12:00:00.000000"))
    assert run(course).unchanged == 2
    assert penalties(course) == {"anna": None, "béla": None}


def test_extensions_are_written_and_taken_back(course: Path) -> None:
    write(course / "extensions.csv", HEAD + "a1,béla,2030-01-01\nother,anna,never\n")
    (course / "source" / "other").mkdir()
    said: list[str] = []
    grade_assignment(load_course(course), "a1", Options(FAKE), say=said.append)
    assert penalties(course)["béla"] is None
    assert not said
    write(course / "extensions.csv", HEAD)  # what is on record stays
    run(course)
    assert penalties(course)["béla"] is None
    write(course / "extensions.csv", HEAD + "a1, béla,\na1,nobody,2030-01-02\n")
    grade_assignment(load_course(course), "a1", Options(FAKE), say=said.append)
    assert penalties(course)["béla"] == 5.0
    assert "nobody" in said[0]
    write(course / "extensions.csv", HEAD + "a1,carla,2030-01-02\n")  # she waits to be graded
    submit(course, "carla", RIGHT)
    grade_assignment(load_course(course), "a1", Options(FAKE, students=("anna",)), say=said.append)
    assert len(said) == 1


def test_an_extension_without_effect_is_said(course: Path) -> None:
    write(course / "extensions.csv", HEAD + "a01,anna,2030-01-02\na1,béla,2029-01-02\n")
    said: list[str] = []
    grade_assignment(load_course(course), "a1", Options(FAKE), say=said.append)
    assert "extensions.csv, line 2: there is no assignment 'a01' under source/." in said[0]
    assert "gives béla until 2 January 2029, 23:59 CET, which is not after the due date" in said[1]
    assert len(said) == 2 and penalties(course)["béla"] == 5.0


def test_an_extension_lasts_to_the_end_of_its_day_in_the_courses_zone(course: Path) -> None:
    text = (
        HEAD
        + "a1,a,2030-07-01\na1,b,2030-01-01 18:00\na1,c,2030-01-01 18:00+02:00\na1,d,20300701\n"
    )
    write(course / "extensions.csv", text)
    assert extensions_of(load_course(course), "a1") == {
        "a": datetime(2030, 7, 1, 21, 59, 59),
        "b": datetime(2030, 1, 1, 17),
        "c": datetime(2030, 1, 1, 16),
        "d": datetime(2030, 7, 1, 21, 59, 59),
    }
    windows = "Student;Until;Assignment\r\nb\xe9la;2030-07-01;a1\r\n".encode("cp1252")
    write(course / "extensions.csv", windows)  # as a spreadsheet may write it
    assert extensions_of(load_course(course), "a1") == {"béla": datetime(2030, 7, 1, 21, 59, 59)}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD + "a1,anna,soon\n", "line 2: 'soon' is no time"),
        (HEAD + "a1,anna,2030-01-01\na1,anna,2030-01-02\n", "line 3: anna has an extension twice"),
        ("assignment,name\n", "no column student, until"),
        ("", "extensions.csv is empty"),
        (b"PK\x03\x04", "is a spreadsheet: open it and save it as CSV"),
        (HEAD + "\n\na1,anna,soon\n", "line 4: 'soon' is no time"),
    ],
)
def test_what_cannot_be_read_in_extensions_is_named(
    course: Path, text: str | bytes, said: str
) -> None:
    write(course / "extensions.csv", text)
    with pytest.raises(AutograderError, match=said):
        run(course)


def test_the_courses_zone_is_formgraders_then_the_exchanges(tmp_path: Path) -> None:
    zones = {
        "": (0, "UTC"),
        'c.Exchange.timezone = "Asia/Tokyo"': (9, "Asia/Tokyo"),
        CONFIG: (1, "Europe/Vienna"),
    }
    for config, (hours, name) in zones.items():
        made = load_course(make_course(tmp_path, config))
        zone = zone_of(made)
        assert zone_name(made) == name
        offset = datetime(2030, 1, 1, tzinfo=UTC).astimezone(zone).utcoffset()
        assert offset is not None and offset.total_seconds() == hours * 3600
    make_course(tmp_path, 'c.Exchange.timezone = "Mars"')
    with pytest.raises(CourseError, match="'Mars', which is no time zone"):
        zone_of(load_course(tmp_path))


def test_lateness_stands_in_table_json_report_and_feedback(course: Path) -> None:
    write(course / "extensions.csv", HEAD + "a1,béla,2030-01-01 16:00\n")
    change(db(course), DUE.format("2030-01-01 09:00:00.000000"))
    done = run(course)
    loaded = load_course(course)
    zone = zone_of(loaded)
    table = late_table(done.timings, zone)
    assert table is not None
    shown = [list(column.cells) for column in table.columns]
    assert shown[1] == ["1 January 2030, 11:00 CET", "1 January 2030, 19:00 CET"]
    assert shown[2] == ["1 January 2030, 10:00 CET", "1 January 2030, 16:00 CET (extended)"]
    assert shown[3] == ["1 hour", "3 hours"]
    assert shown[4] == ["5 (was 0)", "5"]

    write_json(course / "run.json", done.results, done.timings, zone)
    assert json.loads((course / "run.json").read_bytes())[1]["lateness"] == {
        "handed_in": "2030-01-01T19:00:00+01:00",
        "due": "2030-01-01T16:00:00+01:00",
        "extended": True,
        "late_seconds": 10800.0,
        "penalty": 5.0,
    }

    report = ClassReport.of(gather(loaded, "a1"))
    page = report.html(course / "report.html")
    assert "Due 1 January 2030, 10:00 CET. 2 students late, by 3 hours at most." in page
    assert "Points off" in page
    béla = report.to_dict()["students"][1]
    assert (béla["due"], béla["penalty"]) == ("2030-01-01T16:00:00+01:00", 5.0)
    assert "béla,,graded,0,9,3,5,0," in report.csv()

    write_feedback(loaded, "a1")
    told = (course / "feedback/béla/a1/a1.html").read_text()
    for fact in ("19:00 CET", "16:00 CET (6 hours longer for you)", "3 hours", "Points off"):
        assert fact in told
    change(db(course), DUE.format("2030-02-01 12:00:00.000000"))
    run(course)
    assert all(write_feedback(loaded, "a1").values())  # another due date makes a page stale


@pytest.mark.parametrize("read", [gather, grades_of, write_feedback])
def test_whoever_reads_points_finds_the_penalty_of_those_given_by_hand(
    course: Path, read: Callable[[Course, str], object]
) -> None:
    change(db(course), "UPDATE grade SET manual_score = 1.5 WHERE auto_score = 2")
    read(load_course(course), "a1")
    assert penalties(course) == {"anna": None, "béla": 4.5}


def test_an_export_says_whose_penalty_changed_on_the_way(course: Path) -> None:
    change(db(course), DUE.format("2030-01-01 09:00:00.000000"))
    heads = "Identifier,Full name,Grade,Last modified (grade)\n"
    write(course / "worksheet.csv", heads + "Participant 1,anna,,-\n")
    made = for_moodle(read_table(course / "worksheet.csv"), grades_of(load_course(course), "a1"))
    assert "a1: another penalty for lateness than before: anna" in made.notes


@pytest.mark.long
def test_nbgraders_export_finds_the_penalty_of_points_given_by_hand(course: Path) -> None:
    change(db(course), "UPDATE grade SET manual_score = 1.5 WHERE auto_score = 2")
    nbgrader(course, "export")
    assert "béla,,,,4.5,4.5,0.0," in (course / "grades.csv").read_text()


@pytest.mark.long
def test_nbgrader_autograde_follows_dates_without_force(course: Path) -> None:
    assert run(course).unchanged == 2
    write(course / "extensions.csv", HEAD + "a1,béla,2030-01-02\na1,carl,2030-01-02\n")
    submit(course, "carl", RIGHT, "2030-01-01 18:00:00 UTC")
    submit(course, "dora", RIGHT, "2030-01-01 18:00:00 UTC")
    change(db(course), DUE.format("2030-01-01 09:00:00.000000"))
    said = nbgrader(course, "autograde", "a1").stderr
    assert penalties(course) == {"anna": 5.0, "béla": None, "carl": None, "dora": 5.0}
    assert "béla: points off for lateness go from 5 to 0" in said
