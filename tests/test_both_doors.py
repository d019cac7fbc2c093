"""`grade` and `nbgrader autograde` come to the same rows, whatever is handed in."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest
from course_kit import make_course, source_notebook, write
from intake_cases import CASES
from shared import register
from stock import ENGINE, nbgrader, rows

from autograder.batch.options import Options
from autograder.batch.run import grade_assignment
from autograder.course.folders import load_course
from autograder.course.settings import Settings
from autograder.result import Result
from autograder.states import state

DOORS = ENGINE + 'c.Grade.require = "process"\n'
LOST = ("long-answer", "two-could-be", "second-unclear", "one-unclear", "html-picture")


def course(factory: pytest.TempPathFactory, name: str, every: int = 1) -> Path:
    """Write a course with the cases handed in, or with ``every`` so manieth."""
    root = factory.mktemp(name)
    make_course(root, DOORS)
    (root / "source/a1").rename(root / "source/single")
    for name in ("p1", "p2"):
        write(root / "source/pair" / f"{name}.ipynb", source_notebook())
    register(factory, root, "single", "pair")
    for student in list(CASES)[::every]:
        assignment, _, make = CASES[student]
        folder = root / "submitted" / student / assignment
        folder.mkdir(parents=True)
        make(folder)
    return root


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, list[Result]]]:
    """Return a course graded by our own command, and its results by student."""
    root = course(tmp_path_factory, "ours")
    results: dict[str, list[Result]] = defaultdict(list)
    for assignment in ("single", "pair"):
        run = grade_assignment(
            load_course(root), assignment, Options(Settings(isolation="process"))
        )
        for result in run.results:
            results[result.student].append(result)
    return root, results


@pytest.fixture(scope="module", params=[5, pytest.param(1, marks=pytest.mark.slow)])
def theirs(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the same course, or a part of its class, graded by nbgrader's command."""
    root = course(tmp_path_factory, "theirs", request.param)
    for assignment in ("single", "pair"):
        nbgrader(root, "autograde", assignment)
    return root


@pytest.mark.parametrize("student", CASES)
def test_points_are_as_deserved(ours: tuple[Path, dict[str, list[Result]]], student: str) -> None:
    results = ours[1][student]
    assert sum(result.score for result in results) == CASES[student][1], results


@pytest.mark.parametrize("student", LOST)
def test_who_loses_anything_waits_for_a_human(
    ours: tuple[Path, dict[str, list[Result]]], student: str
) -> None:
    assert any(result.needs_human for result in ours[1][student])


def test_a_scratch_cell_is_no_repair(ours: tuple[Path, dict[str, list[Result]]]) -> None:
    assert [state(result) for result in ours[1]["scratch-cell"]] == ["graded"]


@pytest.mark.long
def test_both_doors_leave_the_same_rows(
    ours: tuple[Path, dict[str, list[Result]]], theirs: Path
) -> None:
    mine, nbgraders = (rows(f"sqlite:///{root}/gradebook.db") for root in (ours[0], theirs))
    left_out = {name for name in CASES if not (theirs / "submitted" / name).exists()}
    for table, found in mine.items():
        assert nbgraders[table] == [row for row in found if not left_out & set(row)], table
