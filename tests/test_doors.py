"""The engine behind nbgrader's own commands, and what no submission may do to a batch."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from cell_kit import cell
from course_kit import RIGHT, WRONG, answer, make_course, source_notebook, submit, write
from shared import register
from stock import ENGINE, nbgrader, rows

from autograder.batch.options import Options
from autograder.batch.run import grade_assignment
from autograder.course.folders import load_course
from autograder.course.settings import Settings

DOORS = ENGINE + 'c.Grade.require = "process"\n'


def db(root: Path) -> str:
    """Return the course's gradebook."""
    return f"sqlite:///{root}/gradebook.db"


def scores(root: Path) -> dict[str, float]:
    """Return each student's automatic points."""
    found: dict[str, float] = {}
    for student, _, _, auto, *_ in rows(db(root))["grade"]:
        found[student] = found.get(student, 0.0) + (auto or 0.0)
    return found


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Return a course that `nbgrader autograde` graded through the doors, and what it logged."""
    root = make_course(tmp_path_factory.mktemp("doors"), DOORS)
    register(tmp_path_factory, root, "a1")
    submit(root, "anna", RIGHT, "2030-01-01 10:00:00 UTC", why="Because.")
    submit(root, "ben", WRONG)
    submitted = root / "submitted"
    old = answer(source_notebook(), double=RIGHT)
    copied = cell("code", "x = 1", "old-cell", grade=False, locked=False)
    copied["metadata"]["nbgrader"] = {"schema_version": 1, "grade": True, "grade_id": "old"}
    old["cells"].insert(1, copied)
    write(submitted / "old-schema/a1/a1.ipynb", old)
    write(submitted / "garbage/a1/a1.ipynb", b"\xff\xfe\x00 no notebook")
    write(submitted / "renamed/a1/my homework.IPYNB", answer(source_notebook(), double=RIGHT))
    submit(root, "exits", "import os\nos._exit(0)")
    linked = submit(root, "linked", RIGHT)
    (linked / "peek").symlink_to("/dev/zero")
    (submitted / "whole-link").symlink_to(submitted / "anna")
    done = nbgrader(root, "autograde", "a1", check=False)
    assert done.returncode == 0, done.stderr
    return root, done.stderr


def test_no_submission_stops_nbgraders_batch(graded: tuple[Path, str]) -> None:
    root, log = graded
    assert scores(root) == {
        "anna": 5.0,
        "ben": 2.0,
        "old-schema": 5.0,
        "garbage": 0.0,
        "renamed": 5.0,
        "exits": 0.0,
        "linked": 5.0,
    }
    assert "ignored: the link peek" in log
    assert "whole-link" in log
    assert not os.path.lexists(root / "autograded/linked/a1/peek")


def test_both_doors_leave_the_same_rows(
    graded: tuple[Path, str], tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root, _ = graded
    other = make_course(tmp_path / "other")
    register(tmp_path_factory, other, "a1")
    for student in ("anna", "ben"):
        (other / "submitted" / student).mkdir(parents=True)
        os.rename(root / "submitted" / student / "a1", other / "submitted" / student / "a1")
    grade_assignment(load_course(other), "a1", Options(Settings(isolation="process"), 2))
    theirs = {name: [r for r in found if "ben" in r] for name, found in rows(db(root)).items()}
    ours = {name: [r for r in found if "ben" in r] for name, found in rows(db(other)).items()}
    assert ours == theirs


def test_formgraders_button_grades_through_the_engine(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = make_course(tmp_path / "course", DOORS)
    register(tmp_path_factory, root, "a1")
    submit(root, "anna", RIGHT, why="Because.")
    script = root / "press.py"
    write(
        script,
        "import logging, os, sys\n"
        "from traitlets.config import Config\n"
        "from traitlets.config.loader import PyFileConfigLoader\n"
        "from nbgrader.apps import NbGraderAPI\n"
        "from nbgrader.coursedir import CourseDirectory\n"
        "config = PyFileConfigLoader('nbgrader_config.py', path='.').load_config()\n"
        "api = NbGraderAPI(CourseDirectory(config=config), config=config)\n"
        "for _ in range(2):\n"
        "    answer = api.autograde('a1', 'anna')\n"
        "    assert answer['success'], answer\n"
        "assert not api.autograde('a1', 'nobody')['success']\n",
    )
    import subprocess
    import sys

    here = str(Path(__file__).resolve().parent.parent)
    path = os.path.dirname(sys.executable) + os.pathsep + os.environ["PATH"]
    done = subprocess.run(
        [sys.executable, str(script)],
        cwd=root,
        env=os.environ | {"PYTHONPATH": here, "PATH": path},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert scores(root) == {"anna": 5.0}


@pytest.mark.long
def test_a_source_notebook_that_cannot_be_read_is_said_in_a_sentence(tmp_path: Path) -> None:
    root = make_course(tmp_path, DOORS)
    submit(root, "anna")
    write(root / "source/a1/a1.ipynb", '{"cells": [')
    done = nbgrader(root, "autograde", "a1", check=False)
    assert done.returncode != 0
    assert "The instructor's notebook a1.ipynb cannot be read" in done.stderr
    assert "Traceback" not in done.stderr
