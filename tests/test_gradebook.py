"""What a run leaves in nbgrader's gradebook and under autograded/, against nbgrader itself."""

from __future__ import annotations

import os
import pwd
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from course_kit import (
    CONFIG,
    RIGHT,
    WRONG,
    answer,
    make_course,
    second_notebook,
    source_notebook,
    submit,
    write,
)
from shared import register
from stock import ENGINE, change, nbgrader, rows, tree

from autograder.batch.options import Options, Run
from autograder.batch.run import grade_assignment
from autograder.course.folders import CourseError, load_course
from autograder.course.settings import Settings
from autograder.gradebook.access import GradebookError
from autograder.gradebook.book import Gradebook
from autograder.gradebook.rows import NotebookGrades, Record
from autograder.pages.collected import gather
from autograder.pages.figures import automatic_shares, needs, student_figures
from autograder.report import mean_score
from autograder.states import LEFT_OUT, state
from autograder.whole_class import left_out_by

FAKE = Settings(isolation="process", stand_in="course_kit:fake_grade_notebook")
LATE = 'c.LateSubmissionPlugin.penalty_method = "zero"\n'
DUE = "UPDATE assignment SET duedate = '2030-01-01 12:00:00.000000'"
IN_TIME, TOO_LATE = "2030-01-01 10:00:00 UTC", "2030-01-01 17:00:00 UTC"
TRIPLE = "def triple(x):\n    return x + x + x"


def run(root: Path, settings: Settings = FAKE, **options: object) -> Run:
    """Grade a1 with our engine."""
    return grade_assignment(load_course(root), "a1", Options(settings, 2, **options))  # type: ignore[arg-type]


def honest_class(root: Path) -> None:
    """Hand in what honest students hand in."""
    stub = "YOUR ANSWER HERE"
    for student, text, when, why in (
        ("anna", RIGHT, IN_TIME, "Because."),
        ("béla", WRONG, TOO_LATE, "Because of that."),
        ("dan", "# YOUR CODE HERE\nraise NotImplementedError()", None, stub),
    ):
        folder = submit(root, student, text, when, why=why)
        if student != "béla":  # who hands in one notebook of two
            write(folder / "b1.ipynb", answer(second_notebook(), triple=TRIPLE))
    write(root / "submitted/anna/a1/figures/note.txt", "hello")
    write(root / "source/a1/data.csv", "1,2\n")


@pytest.fixture(scope="module")
def registered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a course that nbgrader knows, with submissions; tests copy it."""
    root = make_course(tmp_path_factory.mktemp("registered"), LATE, two=True)
    nbgrader(root, "generate_assignment", "a1")
    change(f"sqlite:///{root}/gradebook.db", DUE)
    honest_class(root)
    return root


@pytest.fixture
def course(registered: Path, tmp_path: Path) -> Path:
    """Return a copy of the course."""
    return Path(shutil.copytree(registered, tmp_path / "course"))


def db(root: Path) -> str:
    """Return the course's gradebook."""
    return f"sqlite:///{root}/gradebook.db"


@pytest.mark.long
def test_rows_and_files_equal_what_nbgrader_leaves(course: Path, tmp_path: Path) -> None:
    theirs = Path(shutil.copytree(course, tmp_path / "theirs"))
    nbgrader(theirs, "autograde", "a1")
    result = run(course, Settings(isolation="process"))
    assert result.graded == 6
    assert not any(each.needs_human for each in result.results)
    ours, stock = rows(db(course)), rows(db(theirs))
    for table, expected in stock.items():
        assert ours[table] == expected, table
    assert tree(course / "autograded") == tree(theirs / "autograded")

    # A human's work survives grading again, and is handled alike.
    statement = (
        "UPDATE grade SET manual_score = 1.5, extra_credit = 1, needs_manual_grade = false "
        "WHERE cell_id IN (SELECT id FROM base_cell WHERE name IN ('double-check', 'why')) "
        "AND notebook_id IN (SELECT n.id FROM submitted_notebook n JOIN submitted_assignment s "
        "ON s.id = n.assignment_id WHERE s.student_id = 'anna')"
    )
    for root in (course, theirs):
        change(db(root), statement)
        change(db(root), "UPDATE comment SET manual_comment = 'Good.'")
    nbgrader(theirs, "autograde", "a1", "--force", "--student", "anna")
    run(course, Settings(isolation="process"), force=True, students=["anna"])
    assert rows(db(course)) == rows(db(theirs))


@pytest.mark.long
def test_a_second_run_leaves_a_humans_decisions_alone(course: Path) -> None:
    run(course)
    change(db(course), "UPDATE grade SET manual_score = 4, needs_manual_grade = false")
    before = rows(db(course))
    again = run(course)
    assert (again.graded, again.reused, again.unchanged) == (0, 0, 6)
    after = rows(db(course))
    assert after.pop("notebook") != before.pop("notebook")  # the penalty follows the points
    assert after == before


def test_a_new_timestamp_is_recorded_without_grading_again(course: Path) -> None:
    run(course)
    write(course / "submitted/anna/a1/timestamp.txt", TOO_LATE)
    again = run(course)
    assert (again.graded, again.reused) == (0, 2)
    penalties = {(s, n): p for s, n, _, p in rows(db(course))["notebook"]}
    assert penalties["anna", "a1"] == 5.0
    assert penalties["dan", "a1"] is None


def test_a_notebook_that_was_left_out_has_no_points_and_waits_for_nobody(course: Path) -> None:
    results = run(course).results
    assert [state(each) for each in results if each.student == "béla"] == ["graded", LEFT_OUT]
    assert left_out_by(results) == "Left out, which counts as 0: b1 by béla."
    assert mean_score(results) == ((6 + 2 + 1) / 3, 6)
    found = gather(load_course(course), "a1")
    assert [(r.student, r.notebook, r.score) for r in found.results] == [
        (r.student, r.notebook, r.score) for r in results
    ]
    assert not needs(found)
    assert automatic_shares(found)[1] == pytest.approx(2 / 6)
    bela = student_figures(found)[1]
    assert (bela.state, bela.most, bela.unread) == (LEFT_OUT, 10, False)


def test_only_a_new_hand_in_asks_a_person_again(course: Path) -> None:
    run(course)
    settled = "UPDATE grade SET manual_score = 4, needs_manual_grade = false"

    def asked() -> set[tuple[str, str]]:
        return {(row[0], row[2]) for row in rows(db(course))["grade"] if row[6]}

    change(db(course), settled)
    write(course / "submitted/anna/a1/timestamp.txt", TOO_LATE)
    edited = source_notebook("### BEGIN HIDDEN TESTS\nassert double(5) == 10\n### END HIDDEN TESTS")
    write(course / "source/a1/a1.ipynb", edited)
    assert run(course).graded == 3
    assert asked() == set()
    submit(course, "anna", RIGHT, TOO_LATE, why="Because of something else.")
    run(course)
    assert {student for student, _ in asked()} == {"anna"}
    change(db(course), settled)
    run(course, force=True, students=["béla"])
    assert {student for student, _ in asked()} == {"béla"}


def test_a_task_is_asked_for_once_its_notebook_is_there(course: Path) -> None:
    def task() -> tuple[object, ...]:
        return next(row[3:7] for row in rows(db(course))["grade"] if row[2] == "why")

    with Gradebook(db(course), "a1") as book:
        info = book.load()
        assert info is not None
        cells = {**info.cells["a1"], "why": replace(info.cells["a1"]["why"], is_task=True)}
        info = replace(info, cells={**info.cells, "a1": cells})
        book.record(info, [Record("eva", {"a1": None, "b1": None})])
        assert task() == (0, None, None, 0)
        for _ in range(2):
            grades = NotebookGrades({"double-check": 2.0, "why": None})
            book.record(info, [Record("eva", {"a1": grades, "b1": None})])
            assert task() == (None, None, None, 1)
        change(db(course), "UPDATE grade SET manual_score = 3, needs_manual_grade = false")
        book.record(info, [Record("eva", {"a1": grades, "b1": None})])
        assert task() == (None, 3, None, 0)


def test_an_extension_lifts_the_penalty(course: Path) -> None:
    run(course)
    change(db(course), "UPDATE submitted_assignment SET extension = '1970-01-02 00:00:00.000000'")
    assert run(course).unchanged == 6
    assert {row[3] for row in rows(db(course))["notebook"]} == {None}


def test_a_plugin_of_the_course_decides_on_penalties(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    plugin = (
        "from nbgrader.plugins import BasePlugin\n"
        "class Half(BasePlugin):\n"
        "    def late_submission_penalty(self, student_id, score, total_seconds_late):\n"
        "        assert self.parent is not None and self.config is self.parent.config\n"
        "        return score + 100 if student_id == 'greedy' else score / 2\n"
    )
    root = make_course(tmp_path, 'c.AssignLatePenalties.plugin_class = "half_off.Half"\n')
    register(tmp_path_factory, root, "a1")
    write(root / "half_off.py", plugin)
    for student in ("late", "greedy"):
        submit(root, student, when=TOO_LATE)
    change(db(root), DUE)
    run(root)
    penalties = {row[0]: row[3] for row in rows(db(root))["notebook"]}
    assert penalties == {"late": 2.5, "greedy": 5.0}
    for wrong in ("half_of.Half", "half_off.Halve"):
        write(
            root / "nbgrader_config.py", CONFIG + f"c.AssignLatePenalties.plugin_class = '{wrong}'"
        )
        with pytest.raises(CourseError, match=f"late penalty plugin {re.escape(wrong)} failed"):
            run(root)


def test_an_edited_test_reaches_the_gradebook(course: Path) -> None:
    run(course)
    edited = source_notebook("### BEGIN HIDDEN TESTS\nassert double(4) == 8\n### END HIDDEN TESTS")
    write(course / "source/a1/a1.ipynb", edited)
    said: list[str] = []
    again = grade_assignment(load_course(course), "a1", Options(FAKE, 2), say=said.append)
    assert (again.graded, again.reused) == (3, 3)  # the other notebook's tests are the same
    assert "changed since" in said[0]


@pytest.mark.long
def test_feedback_and_export_work_and_hide_hidden_tests(course: Path) -> None:
    with open(course / "nbgrader_config.py", "a") as file:
        file.write(ENGINE)
    evil = (
        "<script>alert(1)</script> <img src=x onerror=alert(2)> [a](javascript:alert(3))\n\n"
        "$\\href{javascript:alert(4)}{x}$\n\n```mermaid\nclick a\n```"
    )
    submit(course, "eve", WRONG + "\nfrom IPython.display import HTML\n", why=evil)
    run(course, Settings(isolation="process"))
    nbgrader(course, "generate_feedback", "a1")
    nbgrader(course, "export")
    assert "eve" in (course / "grades.csv").read_text()
    page = (course / "feedback/eve/a1/a1.html").read_text()
    body = page[page.index("<body") :]
    for secret in ("the secret is 42", "double(21)", "BEGIN HIDDEN"):
        assert secret not in page
    for active in (
        "<script>alert",
        "<img src=x",
        'href="javascript:',
        "\\href{",
        'class="mermaid"',
    ):
        assert active not in body, active
    assert "Hidden" not in body and "Doubling" in body
    assert "isolation of the submitted code: process" in body


def test_a_broken_gradebook_is_explained(tmp_path: Path) -> None:
    write(tmp_path / "gradebook.db", b"this is no database" * 100)
    with (
        pytest.raises(GradebookError, match="cannot be read"),
        Gradebook(f"sqlite:///{tmp_path}/gradebook.db", "a1") as book,
    ):
        book.load()
    with pytest.raises(GradebookError, match="db_url"):
        Gradebook("nonsense", "a1")


def test_a_batch_that_fails_leaves_no_row(course: Path) -> None:
    with Gradebook(db(course), "a1") as book:
        info = book.load()
        assert info is not None
        good = Record("one", {"a1": NotebookGrades({"double-check": 2.0}), "b1": None})
        bad = Record("two", {"a1": NotebookGrades({"double-check": "many"}), "b1": None})  # type: ignore[dict-item]
        with pytest.raises(GradebookError):
            book.record(info, [good, bad])
    assert rows(db(course))["student"] == []


def postgres_programs() -> Path | None:
    """Return where Debian keeps the server's programs, if it is installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found else None


@pytest.fixture(scope="module")
def postgres() -> Iterator[str]:
    """Start a PostgreSQL server of our own on a Unix socket; yield its address."""
    programs = postgres_programs()
    if programs is None:
        pytest.skip("no PostgreSQL server is installed (apt-get install postgresql)")
    pytest.importorskip("psycopg")
    # The server refuses to run as root; a socket's path is limited to about 100 characters.
    folder = Path(f"/tmp/autograder-pg-{os.getpid()}")
    folder.mkdir(mode=0o755)
    user = "nobody" if os.getuid() == 0 else pwd.getpwuid(os.getuid()).pw_name
    prefix = ["runuser", "-u", user, "--"] if os.getuid() == 0 else []
    if prefix:
        shutil.chown(folder, user)
    data = folder / "data"

    def call(*command: str) -> None:
        log = folder / "log"
        done = subprocess.run(
            [*prefix, *command], capture_output=True, text=True, timeout=900, cwd="/", check=False
        )
        assert done.returncode == 0, done.stderr + (log.read_text() if log.exists() else "")

    pg_ctl = str(programs / "pg_ctl")
    try:
        call(str(programs / "initdb"), "-D", str(data), "-U", "kit", "-A", "trust", "-E", "UTF8")
        options = f"-c listen_addresses='' -k {folder} -c fsync=off"
        call(pg_ctl, "-D", str(data), "-l", str(folder / "log"), "-w", "-o", options, "start")
        yield f"postgresql+psycopg://kit@/postgres?host={folder}"
    finally:
        if (data / "postmaster.pid").exists():
            call(pg_ctl, "-D", str(data), "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder)


@pytest.mark.long
def test_postgresql_holds_the_same_rows(postgres: str, course: Path, tmp_path: Path) -> None:
    other = make_course(
        tmp_path / "pg", LATE + f"c.CourseDirectory.db_url = {postgres!r}\n", two=True
    )
    honest_class(other)
    for root in (course, other):
        first = run(root)
        assert first.graded == 6
    change(postgres, "UPDATE assignment SET duedate = '2030-01-01 12:00:00'")
    run(other, force=True)
    same, lite = rows(postgres), rows(db(course))
    for table in ("student", "notebook", "grade", "comment"):
        assert [[_plain(v) for v in row] for row in same[table]] == [
            [_plain(v) for v in row] for row in lite[table]
        ], table
    assert run(other).unchanged == 6
    for root in (course, other):  # what changes after hand-in reaches both
        fewer = source_notebook()
        del fewer["cells"][4:]
        write(root / "source/a1/a1.ipynb", fewer)
        write(root / "extensions.csv", "assignment,student,until\na1,béla,2030-01-03\n")
        run(root)
    same, lite = rows(postgres), rows(db(course))
    for table in ("notebook", "grade", "comment"):
        assert [[_plain(v) for v in row] for row in same[table]] == [
            [_plain(v) for v in row] for row in lite[table]
        ], table


def _plain(value: object) -> object:
    return int(value) if isinstance(value, bool) else value


def test_a_thousand_submissions_cost_a_few_statements(course: Path) -> None:
    with Gradebook(db(course), "a1") as book:
        info = book.load()
        assert info is not None
        grades = NotebookGrades({"double-check": 2.0, "double-hidden": 3.0, "why": None})
        begun = time.process_time()
        for first in range(0, 1000, 20):
            records = [
                Record(f"s{n}", {"a1": grades, "b1": None}) for n in range(first, first + 20)
            ]
            book.record(info, records)
        assert (time.process_time() - begun) / 1000 < 0.010  # 1 ms on an idle machine
