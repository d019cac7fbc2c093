"""``check`` as a learner meets it: what is found, what is said, how it ends."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from cell_kit import cell, notebook
from course_kit import RIGHT, WRONG, answer, make_course, second_notebook, source_notebook, write
from typer.testing import CliRunner

from autograder.__main__ import explain
from autograder.build.project import Project
from autograder.cli import app
from autograder.course.folders import CourseError, load_course
from autograder.headings import exercises_of
from autograder.learner.find import course_here, find, sources_of
from autograder.learner.summary import saved

ROOT = Path(__file__).parent.parent


def titled() -> dict[str, Any]:
    """Return the kit's instructor's notebook with an exercise's heading."""
    made = source_notebook()
    made["cells"].insert(2, cell("markdown", "## Exercise 1.1: twice a number", "heading"))
    return made


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a course with two assignments, one of them handed out, and a lesson."""
    root = make_course(tmp_path_factory.mktemp("check"))
    write(root / "source/a1/a1.ipynb", titled())
    write(root / "source/b2/b2.ipynb", second_notebook())
    write(root / "release/a1/a1.ipynb", answer(titled()))
    lesson = notebook(cell("markdown", "# Lesson", "l1"), cell("code", "1 + 1", "l2"))
    write(root / "notebooks/a1.ipynb", lesson)
    return root


@pytest.fixture
def course(prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the course, as the current folder."""
    root = tmp_path / "course"
    shutil.copytree(prepared, root)
    monkeypatch.chdir(root)
    monkeypatch.setenv("COLUMNS", "80")
    return root


def call(*arguments: str) -> tuple[int, str]:
    """Run ``check``; return its exit code and what it printed."""
    done = CliRunner().invoke(app, ["check", *arguments])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert "Traceback" not in done.output
    return done.exit_code, done.output


def lines_of(said: str) -> list[str]:
    """Return what was said without blanks at the ends of lines."""
    return [line.rstrip() for line in said.splitlines()]


def test_an_exercise_is_one_line_under_its_own_title(course: Path) -> None:
    mine = write(course / "My Homework (2).ipynb", answer(titled(), double=WRONG))
    code, said = call(str(mine), "--json", "me.json", "--html", "me.html")
    assert code == 1, said
    assert re.search(r"^1\.1 Twice a number +2/5  right in the example, not on other", said, re.M)
    assert "double" not in said.replace("double(", "")  # titles, not ids
    assert "2 of 9 points." in said
    (result,) = json.loads((course / "me.json").read_text())
    assert result["score"] == 2.0
    page = (course / "me.html").read_text()
    assert "Partly there" in page and "1.1 Twice a number" in page and "2</b> of 9" in page
    assert not (course / "autograded").exists()


def test_a_page_hides_hidden_tests_by_the_courses_own_marks(course: Path) -> None:
    config = course / "nbgrader_config.py"
    own = '\nc.ClearHiddenTests.begin_test_delimeter = "SECRET"\n'
    own += 'c.ClearHiddenTests.end_test_delimeter = "OPEN"\n'
    write(config, config.read_text() + own)
    source = titled()
    hidden = next(c for c in source["cells"] if c["id"] == "double-hidden")
    hidden["source"] = "### SECRET\nassert double(1234567) == 2469134\n### OPEN"
    write(course / "source/a1/a1.ipynb", source)
    call(str(write(course / "mine.ipynb", answer(source, double=WRONG))), "--html", "me.html")
    page = (course / "me.html").read_text()
    assert "double" in page and "1234567" not in page


def test_all_automatic_points_end_with_zero(course: Path) -> None:
    write(course / "release/a1/a1.ipynb", answer(titled(), double=RIGHT, why="Because."))
    code, said = call("a1")
    assert code == 0, said
    assert "5 of 9 points. Everything is right. A human grades the rest." in said
    assert re.search(r"1\.1 Twice a number +5/5  correct", said)


def test_a_syntax_error_stands_at_its_exercise_with_its_line(course: Path) -> None:
    broken = "def double(x):\n    y = 2 *\n    return y"
    mine = write(course / "a1.ipynb", answer(titled(), double=broken))
    code, said = call(str(mine))
    assert code == 1
    assert re.search(r"1\.1 Twice a number +0/5  error", said)
    assert "SyntaxError in line 2 of the cell: invalid syntax" in said
    assert said.count("y = 2 *") == 1
    assert said.count("SyntaxError") == 1


@pytest.mark.parametrize("content", ["", "[" * 100_000])
def test_an_unreadable_file_is_said_once(course: Path, content: str) -> None:
    mine = write(course / "mine/a1.ipynb", content)
    code, said = call(str(mine))
    assert code == 2
    assert len([line for line in lines_of(said) if line.startswith("Not graded")]) == 1
    assert "0/" not in said


@pytest.mark.parametrize(
    ("argument", "expected"),
    [
        ("release/a1/a2.ipynb", "Did you mean release/a1/a1.ipynb?"),
        ("relase/a1/a1.ipynb", "Did you mean release/a1/a1.ipynb?"),
        ("a1.ipnb", "Did you mean release/a1/a1.ipynb?"),
        ("something else", "There are: a1, b2."),
        ("nbgrader_config.py", "is no notebook"),
        ("notebooks/a1.ipynb", "is the lesson, which has no points. The graded notebook is"),
        ("notebooks", "The graded notebooks are in release."),
        ("empty", "There is no notebook in empty."),
    ],
)
def test_what_is_not_found_is_said_with_what_may_be_meant(
    course: Path, argument: str, expected: str
) -> None:
    (course / "empty").mkdir()
    code, said = call(argument)
    assert code == 2
    assert expected in " ".join(said.split())


def test_a_copy_of_a_lesson_is_known_whatever_its_name(course: Path) -> None:
    shutil.copy(course / "notebooks/a1.ipynb", course / "untitled.ipynb")
    code, said = call("untitled.ipynb")
    assert code == 2
    assert "a1.ipynb is the lesson" in said


@pytest.mark.parametrize("argument", ["a1", "release/a1", "release/a1/a1.ipynb", "release", None])
def test_a_notebook_is_found_by_name_folder_and_path(course: Path, argument: str | None) -> None:
    found = find(course_here(), argument and Path(argument))
    assert [(each.assignment, each.file.resolve()) for each in found] == [
        ("a1", course / "release/a1/a1.ipynb")
    ]


def test_without_a_name_the_whole_course_is_shown(course: Path) -> None:
    right = RIGHT.replace("double", "triple").replace("x + x", "3 * x")
    write(course / "release/b2/b2.ipynb", answer(second_notebook(), triple=right))
    code, said = call()
    assert code == 1
    assert re.search(r"Doubling +0/9 +not begun\n", "\n".join(lines_of(said)) + "\n")
    assert re.search(r"b2 +1/1 +1 of 1 +just now", said)
    assert "1 of 10 points." in said
    assert "python -m autograder check a1" in said


def test_the_course_is_found_from_any_folder_below_it(
    course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(course / "release/a1")
    assert course_here().root == course
    assert [each.name for each in find(course_here(), Path("a1.ipynb"))] == ["a1"]


def test_settings_beside_a_notebook_are_not_run(course: Path, tmp_path: Path) -> None:
    write(tmp_path / "other/nbgrader_config.py", "raise SystemExit('settings of a stranger')")
    mine = write(tmp_path / "other/a1.ipynb", answer(titled()))
    assert [each.name for each in find(course_here(), mine)] == ["a1"]


def test_an_old_file_says_when_it_was_saved(course: Path) -> None:
    mine = write(course / "a1.ipynb", answer(titled()))
    assert saved(mine) == "just now"
    for seconds, expected in ((3700, "1 hour"), (200_000, "2 days"), (720, "12 minutes")):
        os.utime(mine, (time.time() - seconds,) * 2)
        assert saved(mine) == f"{expected} ago"
    said = " ".join(call(str(mine))[1].split())
    assert "saved 12 minutes ago" in said
    assert "Only what is saved is checked" in said


def test_lines_fit_the_terminal(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    broken = "def double(x):\n    return undefined_name_of_a_rather_long_kind * x + another"
    mine = write(course / "a1.ipynb", answer(titled(), double=broken))
    _, said = call(str(mine))
    assert max(map(len, lines_of(said))) <= 60


def test_a_python_without_the_packages_says_which_one_to_use() -> None:
    bare = subprocess.run(
        [sys.executable, "-S", "-m", "autograder", "check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env={"PATH": os.environ["PATH"]},
    )
    assert bare.returncode == 1
    assert "lacks the package" in bare.stderr
    assert "Traceback" not in bare.stderr
    assert "-m autograder" in bare.stderr or "make install" in bare.stderr
    assert "Use the course's own Python" in explain("x") or "make install" in explain("x")


def test_what_a_system_or_an_editor_leaves_beside_a_notebook_is_none(course: Path) -> None:
    write(course / "source/a1/._a1.ipynb", b"\x00\x05\x16\x07")
    write(course / "source/a1/.ipynb_checkpoints/a1-checkpoint.ipynb", "{}")
    write(course / "source/.ipynb_checkpoints/a2.ipynb", "{}")
    write(course / "source/._a1.py", b"\x00\x05\x16\x07")
    found = load_course(course)
    assert list(found.sources("a1")) == ["a1"]
    assert list(sources_of(found)) == [("a1", "a1"), ("b2", "b2")]
    assert Project(course).assignments == []
    with pytest.raises(CourseError, match=r"There are: a1, b2\. "):
        found.sources("a2")


@pytest.mark.parametrize(
    ("headings", "titles"),
    [
        (["## Exercise 2.1: cost with L2"], ["2.1 Cost with L2"]),
        (["### Question 3"], ["Question 3"]),
        (["# **Part A** `relu`"], ["Part A relu"]),
        (["```\n# a comment\n```\n## Real"], ["Real"]),
        ([""], ["q0"]),
        (["## Same", ""], ["Same", "Same (q1)"]),
        (["## Same", "## Other", "## Same"], ["Same", "Other", "Same (q2)"]),
    ],
)
def test_titles_are_the_headings_of_readers(headings: list[str], titles: list[str]) -> None:
    cells = []
    for number, heading in enumerate(headings):
        if heading:
            cells.append(cell("markdown", heading, f"m{number}"))
        cells.append(cell("code", "x = 1", f"q{number}", solution=True))
        cells.append(cell("code", "assert x", f"t{number}", grade=True, points=1))
    assert [each.title for each in exercises_of(notebook(*cells))] == titles


def test_code_finds_what_is_handed_out_and_what_the_course_lets_students_hand_in(
    course: Path,
) -> None:
    config = course / "nbgrader_config.py"
    allowed = (
        'c.Grader.student_files = ["*.txt"]\nc.Autograde.exclude_overwriting = {"a1": ["a"]}\n'
    )
    config.write_text(config.read_text() + allowed)
    write(course / "source/a1/given.txt", "2")
    write(course / "source/a1/a", "0")
    mine = (
        "def number(name):\n    return int(open(name).read())\n"
        "def double(x):\n    return x * number('given.txt') * number('mine.txt') + number('a')"
    )
    file = write(course / "mine" / "a1.ipynb", answer(titled(), double=mine))
    write(course / "mine" / "given.txt", "3")  # hers does not count
    write(course / "mine" / "mine.txt", "1")
    assert "5 of 9 points." in call(str(file))[1]
    write(course / "mine" / "a", "1")  # the course lets her replace this one
    assert "0 of 9 points." in call(str(file))[1]
