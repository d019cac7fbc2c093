"""Small courses of many kinds get the points of stock nbgrader, or are told plainly why not."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from courses.form import Case, Differs, Points
from courses.stock import cases, released, stock_points, write_course

from autograder.batch import worker
from autograder.cells import tests_of as automatic_tests
from autograder.course.autotests import instructors_notebooks
from autograder.course.folders import load_course
from autograder.course.settings import grader_traits, settings_for, settings_of
from autograder.preflight.door import placed, preflight
from autograder.preflight.faults import Fault, not_accepted
from autograder.result import Result

EVERY = cases()
READ_ALIKE = (
    "marks/partial-credit-as-numpy-number",
    "parts/points-added-up-in-tenths",
    "parts/points-that-come-out-a-little-over",
)
"""Cases in which a test's last value means more to us than to nbgrader, wherever it runs."""
SAMPLE, SHORTER_SAMPLE = 5, 40
"""One case of so many runs in continuous integration, and in every run."""


def _sampled(names: Mapping[str, Case]) -> list[Any]:
    """Return all cases; those not of the samples are marked slow or long."""
    marks = [
        pytest.mark.slow if number % SAMPLE else pytest.mark.long if number % SHORTER_SAMPLE else ()
        for number in range(len(names))
    ]
    return [pytest.param(name, marks=mark) for name, mark in zip(names, marks, strict=True)]


@pytest.fixture(scope="module", autouse=True)
def servers() -> Iterator[None]:
    """End the students' server, which all cases share."""
    yield
    worker.close_server()


def grade(root: Path, case: Case, tests: str | None = None) -> tuple[str, dict[str, Result]]:
    """Return what preflight says of a case, and grade its answers as a worker of `grade` does."""
    write_course(root, case)
    course = load_course(root)
    sources = instructors_notebooks(course, case.name)
    settings = settings_for(settings_of(course, None, tests=tests), course, case.name)
    worker.become_worker(sources, settings)
    faults = preflight(course, case.name, sources, settings, trial)
    left = not_accepted(faults, grader_traits(course).accept)
    worker.become_worker(sources, placed(settings, faults))
    found = {}
    for answer, book in case.submissions(released(root, case)):
        folder = course.path("submitted", answer, case.name)
        folder.mkdir(parents=True)
        (folder / "n.ipynb").write_text(json.dumps(book))
        outcome = worker.grade_job(worker.Job(answer, case.name, "n", str(folder)))
        assert outcome.graded is not None, outcome.broken
        found[answer] = outcome.graded.result
    return "\n".join(map(str, left)), found


def trial(notebooks: Sequence[str]) -> list[Fault]:
    """Grade the solution and the release in this process."""
    return [fault for name in notebooks for fault in worker.trial_job(name)]


def points_of(result: Result) -> Points:
    """Return a result's points in the form that a case has them."""
    each = tuple(test.points for test in result.tests)
    return each[0] if len(each) == 1 else each


def said_of(result: Result) -> str:
    """Return all that is said about a submission."""
    return "\n".join([*(str(test.message) for test in result.tests), *map(str, result.notes)])


@pytest.mark.parametrize("name", _sampled(EVERY))
def test_points_are_those_of_stock_nbgrader(name: str, tmp_path: Path) -> None:
    case = EVERY[name]
    faults, results = grade(tmp_path / "course", case, "auto" if case.inside else None)
    assert any(result.inside for result in results.values()) == bool(case.inside)
    if case.preflight:
        assert re.search(case.preflight, faults), faults
    else:
        assert not faults
    for answer, result in results.items():
        wanted = case.ours.get(answer, Differs(case.stock[answer], ""))
        said = said_of(result)
        assert points_of(result) == wanted.points, f"{answer}:\n{said}"
        assert re.search(wanted.said, said), f"{answer}:\n{said}"


@pytest.mark.slow
@pytest.mark.parametrize("name", EVERY)
def test_inside_they_are_too(name: str, tmp_path: Path) -> None:
    case = EVERY[name]
    _, results = grade(tmp_path / "course", case, "inside")
    wanted = {**case.stock, **{a: case.ours[a].points for a in case.ours if name in READ_ALIKE}}
    assert {answer: points_of(result) for answer, result in results.items()} == wanted
    automatic = automatic_tests(case.notebook)
    tests = [test for result in results.values() for test in result.tests]
    assert {test.where for test in tests if test.grade_id in automatic} <= {"inside"}


@pytest.mark.slow
@pytest.mark.parametrize("kind", sorted({name.partition("/")[0] for name in EVERY}))
def test_the_points_beside_a_case_are_what_stock_nbgrader_gives(kind: str, tmp_path: Path) -> None:
    names = [name for name in EVERY if name.startswith(f"{kind}/")]
    found = stock_points(tmp_path, *names)
    assert found == {name: dict(EVERY[name].stock) for name in names}
