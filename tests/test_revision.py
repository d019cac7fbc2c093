"""An assignment changes after hand-in: the gradebook follows, and keeps what people gave."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from cell_kit import cell, notebook, position
from course_kit import (
    RIGHT,
    WRONG,
    answer,
    make_course,
    second_notebook,
    source_notebook,
    submit,
)
from course_kit import write as write_file
from nbgrader.api import Gradebook, get_alembic_version
from nbgrader.coursedir import CourseDirectory
from shared import register
from stock import ENGINE, change, nbgrader

from autograder.batch.options import Options, Run
from autograder.batch.run import grade_assignment
from autograder.build.release import released
from autograder.cells import ReleaseRules
from autograder.course.folders import load_course
from autograder.course.register import lines_of
from autograder.course.releases import MEMORY
from autograder.course.settings import Settings
from autograder.gradebook.revision import Change
from autograder.nbgrader_plugin.preprocessors import course_of
from autograder.nbgrader_plugin.release import note_version

FAKE = Settings(isolation="process", stand_in="course_kit:fake_grade_notebook")
TEST = {"grade": True, "locked": True}
CELLS = """
SELECT n.name, b.name, b.type, coalesce(g.max_score, t.max_score),
coalesce(g.cell_type, t.cell_type) FROM base_cell b JOIN notebook n ON n.id = b.notebook_id
LEFT JOIN grade_cells g ON g.id = b.id LEFT JOIN task_cells t ON t.id = b.id
"""
SOURCES = """
SELECT n.name, n.kernelspec, s.name, s.cell_type, s.locked, s.source, s.checksum
FROM source_cell s JOIN notebook n ON n.id = s.notebook_id
"""
BY_PEOPLE = """
SELECT sa.student_id, b.name, g.manual_score FROM grade g
JOIN base_cell b ON b.id = g.cell_id JOIN submitted_notebook sn ON sn.id = g.notebook_id
JOIN submitted_assignment sa ON sa.id = sn.assignment_id WHERE g.manual_score IS NOT NULL
UNION ALL
SELECT sa.student_id, b.name, c.manual_comment FROM comment c
JOIN base_cell b ON b.id = c.cell_id JOIN submitted_notebook sn ON sn.id = c.notebook_id
JOIN submitted_assignment sa ON sa.id = sn.assignment_id WHERE c.manual_comment IS NOT NULL
"""
GIVEN = {("anna", "double-hidden", 2.5), ("anna", "why", 4.0), ("anna", "why", "Well said.")}


@pytest.fixture
def course(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a course whose submissions were graded, and in which a person gave points."""
    root = make_course(tmp_path / "course", ENGINE)
    register(tmp_path_factory, root, "a1")
    submit(root, "anna", RIGHT, why="Because.")
    submit(root, "béla", WRONG)
    run(root)
    for value, table, name in ((2.5, "score", "double-hidden"), (4, "score", "why")):
        cells = f"SELECT id FROM base_cell WHERE name = '{name}'"
        change(db(root), f"UPDATE grade SET manual_{table} = {value} WHERE {ANNA} ({cells})")
    cells = "SELECT id FROM base_cell WHERE name = 'why'"
    change(db(root), f"UPDATE comment SET manual_comment = 'Well said.' WHERE {ANNA} ({cells})")
    return root


ANNA = (
    "notebook_id IN (SELECT n.id FROM submitted_notebook n JOIN submitted_assignment s "
    "ON s.id = n.assignment_id WHERE s.student_id = 'anna') AND cell_id IN"
)


def db(root: Path) -> str:
    """Return the course's gradebook."""
    return f"sqlite:///{root}/gradebook.db"


def run(root: Path, **options: object) -> tuple[Run, list[str]]:
    """Grade a1; return the run and what was said."""
    said: list[str] = []
    made = Options(FAKE, **options)  # type: ignore[arg-type]
    return grade_assignment(load_course(root), "a1", made, say=said.append), said


def rows(root: Path, query: str) -> list[tuple[Any, ...]]:
    """Return what a query finds, in a fixed order."""
    with sqlite3.connect(root / "gradebook.db") as conn:
        return sorted(conn.execute(query).fetchall(), key=repr)


def edited(
    *, without: tuple[str, ...] = (), more: tuple[dict[str, Any], ...] = ()
) -> dict[str, Any]:
    """Return the instructor's notebook without some cells and with others."""
    book = source_notebook()
    for name in without:
        del book["cells"][position(book, name)]
    book["cells"] += more
    return book


def teach(root: Path, book: dict[str, Any], name: str = "a1") -> None:
    """Write an instructor's notebook."""
    write_file(root / "source" / "a1" / f"{name}.ipynb", book)


EXTRA = cell("code", "assert double(5) == 10", "double-extra", points=2, **TEST)
RICH = (
    EXTRA,
    cell("markdown", "Draw it.", "draw", task=True, points=3),
    cell(
        "code",
        "### BEGIN SOLUTION\nx = 1\n### END SOLUTION",
        "free",
        grade=True,
        solution=True,
        points=1,
    ),
    cell("markdown", "Read this.", "read", locked=True),
)


def test_cells_are_recorded_as_nbgrader_would(
    course: Path, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    book = edited(without=("double-check", "given"), more=RICH)
    teach(course, book)
    teach(course, second_notebook(), "b1")
    _, said = run(course)
    assert "changed since it was released" in said[0]
    fresh = make_course(tmp_path / "fresh", ENGINE)
    teach(fresh, book)
    teach(fresh, second_notebook(), "b1")
    register(tmp_path_factory, fresh, "a1")
    for query in (CELLS, SOURCES):
        assert rows(course, query) == rows(fresh, query)
    assert run(course)[1] == []


@pytest.mark.slow
def test_nbgraders_own_commands_go_on(course: Path) -> None:
    teach(course, edited(without=("double-check", "given"), more=RICH))
    run(course)
    nbgrader(course, "generate_assignment", "a1", "--force")
    nbgrader(course, "autograde", "a1", "--force", "--student", "anna")
    nbgrader(course, "generate_feedback", "a1")
    nbgrader(course, "export")
    assert set(rows(course, BY_PEOPLE)) == GIVEN
    table = (course / "grades.csv").read_text().splitlines()
    anna = dict(zip(table[0].split(","), table[1].split(","), strict=True))
    assert (anna["score"], anna["max_score"]) == ("8.5", "13.0")  # of people 2.5 and 4, a test 2
    with Gradebook(db(course)) as book:
        found = {each["id"]: each for each in book.notebook_submission_dicts("a1", "a1")}
        assert {each["max_score"] for each in found.values()} == {13.0}
        assert all(each["needs_manual_grade"] for each in found.values())


@pytest.mark.long
def test_a_changed_assignment_is_released_before_it_is_graded_again(course: Path) -> None:
    write_file(course / "release/a1/a1.ipynb", released(source_notebook(), ReleaseRules()))
    teach(course, edited(without=("double-check", "given"), more=(EXTRA,)))
    said = nbgrader(course, "generate_assignment", "a1", "--force").stderr
    assert "the gradebook follows" in said
    assert "double-check" in said
    assert set(rows(course, BY_PEOPLE)) == GIVEN
    with sqlite3.connect(course / MEMORY) as memory:  # the one before, and the new one
        assert memory.execute("SELECT COUNT(*) FROM releases").fetchone() == (2,)
    wrong = course / "source" / "a1" / "a1.ipynb"
    wrong.write_text("{")
    done = nbgrader(course, "generate_assignment", "a1", "--force", check=False)
    assert done.returncode != 0
    assert "a1.ipynb cannot be read" in done.stderr
    assert "Traceback" not in done.stderr


def test_new_tests_are_graded_and_points_of_people_stay(course: Path) -> None:
    book = edited(more=(EXTRA,))
    book["cells"][position(book, "double-check")]["metadata"]["nbgrader"]["points"] = 7
    teach(course, book)
    done, said = run(course)
    assert done.graded == 2
    assert said[1:] == [
        "  double-check  2 points -> 7 points",
        "  double-extra         - -> 2 points",
    ]
    scores = {(result.student, result.score) for result in done.results}
    assert scores == {("anna", 12), ("béla", 7)}
    assert set(rows(course, BY_PEOPLE)) == GIVEN


def test_a_cell_under_another_name_keeps_what_people_gave(course: Path) -> None:
    book = edited()
    for old, new in (("why", "why-so"), ("double-hidden", "double-secret")):
        found = book["cells"][position(book, old)]
        found["id"] = found["metadata"]["nbgrader"]["grade_id"] = new
    teach(course, book)
    _, said = run(course)
    assert sorted(line.split("  ")[1] for line in said[1:]) == [
        "double-hidden, now double-secret",
        "why, now why-so",
    ]
    names = {"why": "why-so", "double-hidden": "double-secret"}
    assert set(rows(course, BY_PEOPLE)) == {(who, names[n], what) for who, n, what in GIVEN}


def test_what_is_gone_is_kept_aside_and_comes_back(course: Path) -> None:
    teach(course, edited(without=("why", "double-hidden")))
    _, said = run(course)
    kept = "by people kept aside (until `grade --prune`)"
    assert said[1:] == [
        f"  double-hidden  3 points -> -; 1 score or comment {kept}",
        f"  why            4 points -> -; 2 scores and comments {kept}",
    ]
    assert rows(course, BY_PEOPLE) == []
    teach(course, source_notebook())
    _, said = run(course)
    assert said[1].endswith("-> 3 points; 1 score or comment by people came back")
    assert said[2].endswith("-> 4 points; 2 scores and comments by people came back")
    assert set(rows(course, BY_PEOPLE)) == GIVEN

    teach(course, edited(without=("why",)))
    run(course, prune=True)
    teach(course, source_notebook())
    run(course)
    assert {name for _, name, _ in rows(course, BY_PEOPLE)} == {"double-hidden"}


def test_a_notebook_comes_and_goes(course: Path) -> None:
    teach(course, second_notebook(), "b1")
    write_file(course / "submitted/béla/a1/b1.ipynb", answer(second_notebook()))
    done, said = run(course)
    assert said[1].startswith("  b1: triple ")
    assert {(result.student, result.notebook) for result in done.results} == {
        (who, name) for who in ("anna", "béla") for name in ("a1", "b1")
    }
    (course / "source/a1/b1.ipynb").unlink()
    run(course)
    assert {row[0] for row in rows(course, CELLS)} == {"a1"}
    assert set(rows(course, BY_PEOPLE)) == GIVEN


@pytest.mark.slow
def test_nbgrader_autograde_registers_as_grade_does(tmp_path: Path) -> None:
    root = make_course(tmp_path, ENGINE)
    teach(root, notebook(*source_notebook()["cells"][:4]))
    submit(root, "anna", RIGHT)
    said = nbgrader(root, "autograde", "a1").stderr
    assert "is not in the gradebook yet" in said
    assert rows(root, "SELECT sum(auto_score) FROM grade") == [(2.0,)]
    teach(root, notebook(*source_notebook()["cells"][:5]))
    said = nbgrader(root, "autograde", "a1", "--force").stderr
    assert "double-hidden" in said
    assert rows(root, "SELECT sum(auto_score) FROM grade") == [(5.0,)]


@pytest.mark.long
def test_an_empty_database_gets_the_version_that_nbgrader_would_give(tmp_path: Path) -> None:
    path = tmp_path / "gradebook.db"
    for _ in range(2):  # the second time it is not empty
        note_version(f"sqlite:///{path}")
        with Gradebook(f"sqlite:///{path}") as book:
            assert book.assignments == []
    with sqlite3.connect(path) as database:
        rows = database.execute("SELECT version_num FROM alembic_version").fetchall()
    assert rows == [(get_alembic_version(),)]


def test_nbgraders_commands_and_ours_know_one_course(tmp_path: Path) -> None:
    config = (
        'c.CourseDirectory.course_id = "kit"\nc.CourseDirectory.groupshared = True\n'
        "c.CourseDirectory.max_file_size = 7\nc.CourseDirectory.ignore = ['*.tmp']\n"
        'c.CourseDirectory.student_id_exclude = "eve,mallory"\nc.Autograde.permissions = 640\n'
    )
    (tmp_path / "nbgrader_config.py").write_text(f"c = get_config()\n{config}")
    ours = load_course(tmp_path)
    folder = CourseDirectory(config=ours.config, root=str(ours.root))
    assert course_of(folder, ours.config) == ours
    assert (ours.max_file_kilobytes, ours.groupshared, ours.permissions) == (7, True, 0o640)


def test_what_changed_is_said_before_and_after() -> None:
    changes = [
        Change("a1", "t", "2 points", "2 points, another text"),
        Change("a1", "longer", "-", "3 points", 1),
    ]
    assert lines_of(changes, several=False) == [
        "  t       2 points, another text",
        "  longer         - -> 3 points; 1 score or comment by people came back",
    ]
