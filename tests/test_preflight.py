"""Preflight: what stands against grading a course is said with the cell, the cause, the remedy."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path
from typing import Any

import pytest
from courses.form import Case, code, given, solution, test
from courses.stock import released, write_course
from stock import ENGINE, nbgrader
from test_cli_grade import call

from autograder.cells import ReleaseRules
from autograder.course.folders import CourseError, load_course
from autograder.examiner.trusted_notebook import TrustedNotebook
from autograder.names import parse
from autograder.pages.feedback import feedback_page
from autograder.pages.shelves import SourceNotebook
from autograder.preflight import trial
from autograder.preflight.faults import Fault, PreflightError, not_accepted
from autograder.preflight.text import asserts_nothing, faults_of_text
from autograder.result import Result, TestResult
from autograder.whole_class import passed_by_nobody

SQUARE = "def square(x):\n    ### BEGIN SOLUTION\n    return x * x\n    ### END SOLUTION"
RIGHT = test("assert square(3) == 9", grade_id="sq-t")


def said(*cells: dict[str, Any], **metadata: Any) -> str:
    """Return what is wrong with a notebook of these cells."""
    book = Case("n", cells, {}).notebook
    book["metadata"] |= metadata
    return "\n".join(map(str, faults_of_text("n", json.dumps(book).encode(), ReleaseRules())))


def test_a_sound_notebook_has_no_faults() -> None:
    assert said(given("import math"), solution(SQUARE), RIGHT) == ""


@pytest.mark.parametrize(
    ("cells", "wanted"),
    [
        ((solution(SQUARE.replace("    ### END SOLUTION", "")), RIGHT), "cell-1.*no end.*END SOL"),
        (
            (solution(SQUARE), test("assert square(3)\n### BEGIN HIDDEN TESTS\nassert 1")),
            "cell-2.*hidden tests region has no end.*END HIDDEN TESTS",
        ),
        ((given(SQUARE), RIGHT), "cell-1.*not marked as a solution"),
        ((solution(SQUARE, "a"), test("assert 1", grade_id="a")), "cell a: 2 cells have this ID"),
        ((solution(SQUARE), test("assert square(3)", points=-1)), "cell-2.*points are -1"),
        ((solution(SQUARE), test("assert square(3)", points="x")), "cell-2.*points are 'x'"),  # type: ignore[arg-type]
        ((solution(SQUARE), test("### AUTOTEST square(3)")), "cell-2.*AUTOTEST.*generate_assig"),
        ((solution(SQUARE), test("### HASHED AUTOTEST square(3)")), "cell-2.*AUTOTEST"),
        ((solution(SQUARE), test("square(3) == 9")), "cell-2.*asserts nothing"),
    ],
)
def test_a_fault_of_the_text_is_named(cells: tuple[dict[str, Any], ...], wanted: str) -> None:
    assert re.search(wanted, said(*cells))


def test_another_language_is_refused_by_its_name() -> None:
    spec = {"display_name": "R", "language": "R", "name": "ir"}
    assert "it is written in R." in said(code("x <- 1"), kernelspec=spec)


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b'{"cells": [{}]}', b'{"cells": [1]}'])
def test_what_is_no_notebook_is_said(data: bytes) -> None:
    (fault,) = faults_of_text("n", data, ReleaseRules())
    assert "no notebook that can be read" in fault.cause


def test_delimiters_of_the_course_count() -> None:
    rules = ReleaseRules(solution_marks=("<s>", "</s>"))
    book = Case("n", (solution("# <s>\nx = 1"),), {}).notebook
    (fault,) = faults_of_text("n", json.dumps(book).encode(), rules)
    assert "`</s>`" in fault.remedy


@pytest.mark.parametrize(
    "text",
    [
        *("assert f(1)", "raise ValueError", "check(f)", "np.testing.assert_allclose(f(1), 1)"),
        *("with pytest.raises(ValueError):\n    f(-1)", "points", "f(1) + 1", "score(f)"),
        *("from t import run\nx = run(f)", "unittest.main()", "f(1) == 1\n0.5", "-1"),
        *("ok = f(1) == 1\nok = 0.5\nok", "s = 0\ns += f(1) == 1\ns", "np.array_equal(a, b) + 0"),
    ],
)
def test_what_can_fail_or_give_points_is_a_test(text: str) -> None:
    tree = parse(text)
    assert tree and not asserts_nothing(tree, text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "f(1) == 1", "print(f(1))", "x = f(1)", "'ok'", "np.allclose(f(1), 1) == True"),
        *("np.allclose(f(1), 1)", "(f(x) == y).all()", "all([f(1) == 1])", "ok = f(1) == 1\nok"),
    ],
)
def test_what_everybody_passes_is_no_test(text: str) -> None:
    tree = parse(text)
    assert tree and asserts_nothing(tree, text)


def test_only_what_may_be_meant_can_be_accepted() -> None:
    faults = [Fault("n", "a", "c.", "r.", acceptable=True), Fault("n", "b", "c.", "r.")]
    assert not_accepted(faults, ["a", "b"]) == not_accepted(faults, ["*"]) == faults[1:]
    error = PreflightError("hw", faults)
    assert 'c.Grader.accept = ["a"]' in str(error)
    assert error.exit_code == 2


def test_a_missing_package_is_said_first_and_alone() -> None:
    cause = "your cell fails in the sandbox (ModuleNotFoundError: No module named 'x')."
    faults = [Fault("n", "imports", cause, "Install it.", True)]
    faults += [Fault("n", f"t{i}", "your own solution fails.", "Repair.", True) for i in range(9)]
    said = str(PreflightError("a1", faults)).splitlines()
    assert len(said) == 4
    assert "9 more" in said[2]
    assert said[3].endswith('["imports"]')


def test_what_a_test_itself_cannot_import_hides_nothing() -> None:
    cause = "The test itself has a mistake (ModuleNotFoundError: No module named 'mine')."
    faults = [Fault("n", "t0", cause, "Repair.", True)]
    faults += [Fault("n", "t1", "your own solution fails.", "Repair.", True)]
    assert '["t0", "t1"]' in str(PreflightError("a1", faults))


def test_a_missing_package_hides_nothing_of_another_notebook() -> None:
    cause = "your cell fails in the sandbox (ModuleNotFoundError: No module named 'x')."
    faults = [Fault(n, "t", c, "Repair.", True) for n, c in (("a", cause), ("b", "it fails."))]
    said = str(PreflightError("a1", faults))
    assert "b.ipynb, cell t" in said and "more" not in said


@pytest.mark.parametrize("name", ["hw [a]", "hw+1", "hw?", "hw*"])
def test_names_that_nbgrader_globs_are_refused(name: str, tmp_path: Path) -> None:
    case = Case(name, (solution(SQUARE), RIGHT), {})
    write_course(tmp_path / "course", case)
    with pytest.raises(CourseError, match="cannot stand in a name"):
        load_course(tmp_path / "course").sources(name)


@pytest.fixture
def faulty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a course in which a test passes untouched, with one submission."""
    cells = (solution(SQUARE), RIGHT, test("assert callable(square)", grade_id="there"))
    case = Case("hw", cells, {}, {"good": "def square(x):\n    return x * x"})
    root = tmp_path / "course"
    write_course(root, case)
    for answer, book in case.submissions(released(root, case)):
        folder = root / "submitted" / answer / "hw"
        folder.mkdir(parents=True)
        (folder / "n.ipynb").write_text(json.dumps(book))
    monkeypatch.chdir(root)
    return root


def test_grade_stops_before_the_first_student(faulty: Path) -> None:
    code, told = call("grade", "hw", "--require", "process", "--workers", "1")
    assert code == 2
    assert re.search(r"cell there: the untouched release gets 1 of 1 points", told)
    assert 'c.Grader.accept = ["there"]' in told
    assert not (faulty / "autograded").exists()


def test_what_is_accepted_is_found_once_and_remembered(
    faulty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = faulty / "nbgrader_config.py"
    config.write_text(config.read_text() + 'c.Grader.accept = ["there"]\n')
    code, told = call("preflight", "hw", "--require", "process")
    assert code == 0
    assert "untouched release" in told
    assert "nothing stands against" in told
    monkeypatch.setattr("autograder.batch.pool.Pool.trial", lambda *_: pytest.fail())
    assert call("preflight", "hw", "--require", "process") == (code, told)
    source = faulty / "source/hw/n.ipynb"
    source.write_text(source.read_text().replace("assert callable(square)", "assert True"))
    monkeypatch.undo()
    monkeypatch.chdir(faulty)
    code, told = call("preflight", "hw", "--require", "process")
    assert code == 0


@pytest.mark.long
def test_a_given_cell_that_ends_its_process_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = Case("hw", (given("import os\nos._exit(3)"), solution(SQUARE), RIGHT), {})
    write_course(tmp_path / "course", case)
    monkeypatch.chdir(tmp_path / "course")
    code, told = call("preflight", "hw", "--require", "process")
    assert code == 2
    assert "ran the course's own cells" in " ".join(told.split())


@pytest.mark.slow
def test_nbgraders_own_command_says_the_same(faulty: Path) -> None:
    config = faulty / "nbgrader_config.py"
    config.write_text(config.read_text() + ENGINE + 'c.Grade.require = "process"\n')
    nbgrader(faulty, "generate_assignment", "hw")
    done = nbgrader(faulty, "autograde", "hw", "--student", "good", check=False)
    assert done.returncode != 0
    assert "the untouched release gets 1 of 1 points" in done.stderr


def result(student: str, *points: float | None) -> Result:
    """Return a result with these points of one each."""
    tests = tuple(
        TestResult(f"t{n}", p, 1.0, "passed" if p else "failed") for n, p in enumerate(points)
    )
    return Result(student, "hw", "n", tests)


def test_a_test_that_nobody_of_a_class_passes_is_named() -> None:
    everybody = [result(f"s{n}", 1.0 if n else 0.0, 0.0) for n in range(10)]
    assert passed_by_nobody(everybody) == [("n", "t1", 10)]
    assert passed_by_nobody(everybody[:9]) == []
    assert passed_by_nobody(everybody[:2], 2) == [("n", "t1", 2)]


def test_hidden_tests_between_delimiters_of_the_course_stay_hidden() -> None:
    cells = (
        solution(SQUARE),
        test("assert square(2) == 4\n# HIDE\nassert square(12) == 144\n# UNHIDE", grade_id="t"),
    )
    book = Case("n", cells, {}).notebook
    for marks, is_hidden in ((("# HIDE", "# UNHIDE"), True), (ReleaseRules.hidden_marks, False)):
        page = feedback_page(SourceNotebook("n", book, None, marks), book, None, None)
        assert ("144" not in page) is is_hidden


def test_a_given_cell_that_never_ends_holds_the_grader_for_a_cells_time_only() -> None:
    cells = given("while True:\n    pass\nx = 1"), solution(SQUARE), RIGHT
    before = time.process_time()
    TrustedNotebook(Case("n", cells, {}).notebook, seconds=0.1)
    assert time.process_time() - before < 5


def test_what_a_test_says_in_lines_is_said_in_one() -> None:
    assert trial._one_line("This does not hold: f(5) == 11\n  f(5) is 10.\n") == (
        "This does not hold: f(5) == 11; f(5) is 10"
    )
    assert trial._one_line("Not yet.\n\n  cost: 3") == "Not yet. cost: 3"
    assert trial._one_line(" \n") == "it does not say why"
