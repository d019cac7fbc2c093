"""The demonstration, and with it the whole simulated class through the engine."""

import io
import re
from pathlib import Path

import pytest
from conftest import ROOT, read_notebook
from rich.console import Console
from shares_kit import earned
from stock import nbgrader

from exercises import ASSIGNMENTS
from exercises import simulated_class as making
from exercises.demo import DemoError, empty_course, grade, run_demo
from exercises.simulated_class import hand_in, plausible_class, simulated_class
from utils.check import load_hints

SHOWN = "02_regularization"


@pytest.fixture
def sampled(monkeypatch):
    """Let a few of the class hand in: that each mistake is known, test_exercises tells.

    Among them are all who draw otherwise than asked: their numbers depend on the process.
    """

    def some(assignment, source):
        students = list(simulated_class(assignment, source))
        drawn = [each for each in students if re.search("GLOBAL|SEED|SAME", each.hint or "")]
        few = students[:3] + students[3::30]
        return few + [each for each in drawn if each not in few]

    monkeypatch.setattr(making, "simulated_class", some)


def class_of(assignment):
    source = read_notebook(ROOT / "source" / assignment / f"{assignment}.ipynb")
    return list(making.simulated_class(assignment, source))


def assert_deserved(assignment, results):
    """Check every student's points, verdicts and diagnoses."""
    by_student = {result.student: result for result in results}
    students = class_of(assignment)
    entries = (load_hints()[exercise.id] for exercise in ASSIGNMENTS[assignment])
    known = {m["id"] for entry in entries for m in entry["misconceptions"] if m["fingerprint"]}
    assert by_student.keys() == {student.name for student in students}
    by_id = {exercise.id: exercise for exercise in ASSIGNMENTS[assignment]}
    for student in students:
        result = by_student[student.name]
        assert result.notes == () and not result.needs_human
        for test in result.tests:
            exercise = re.sub("-(check|hidden)$", "", test.grade_id)
            where = (student.name, test.grade_id, test.message)
            assert any(
                test.points == pytest.approx(deserved(student, by_id[exercise], test, seed))
                for seed in seeds(test)
            ), where
            if exercise not in student.wrong:
                assert test.verdict == "passed", where
            elif student.hint is None:
                assert test.verdict == "not attempted", where
            elif test.grade_id.endswith("-hidden"):
                # An error alone names no cause: its line must be a wrong one.
                silent = test.hint is None and "your function raised" in test.message
                assert test.hint == student.hint or silent, where
            else:
                # The visible check knows most mistakes; never one under another's name, but for
                # those that draw anew at each call: once in a while they give another's answer.
                steady = student.hint in known
                assert test.hint in (student.hint, None) or not steady, where


def seeds(test):
    """Return seeds of a hidden test: on which inputs a mistake shows in all parts is chance."""
    return range(7, 19) if test.grade_id.endswith("-hidden") else (7,)


def deserved(student, exercise, test, seed):
    """Return the points of one of a student's tests."""
    if exercise.id not in student.wrong:
        return test.max_points
    if student.hint is None or not exercise.shares:
        return 0
    return earned(exercise, student.hint, seed)[test.grade_id.endswith("-hidden")] * test.max_points


@pytest.mark.long
def test_the_demonstration_shows_a_class(tmp_path):
    shown, folder = io.StringIO(), tmp_path / "demo"
    results = run_demo(ROOT, folder, SHOWN, Console(file=shown, width=80))
    text = shown.getvalue()
    source = read_notebook(ROOT / "source" / SHOWN / f"{SHOWN}.ipynb")
    students = {student.name: student for student in plausible_class(SHOWN, source)}
    assert [result.student for result in results] == sorted(students)
    for result in results:
        student = students[result.student]
        assert result.needs_human == student.cut_off
        assert any(note.kind == "tampering" for note in result.notes) == student.tampers
        for test in result.tests:
            exercise = re.sub("-(check|hidden)$", "", test.grade_id)
            if student.cut_off:
                assert test.points == 0
            elif exercise in student.wrong:
                assert test.points < test.max_points, (student, test)
            else:
                assert test.points == test.max_points, (student, test)
        page = folder / "feedback" / student.name / SHOWN / f"{SHOWN}.html"
        assert page.stat().st_size < 300_000
    # It fits a screen, names who needs a person, and the two files that it says to open are there.
    assert len(text.splitlines()) < 40 and "Who needs you" in text
    opened = re.findall(rf"{re.escape(str(folder))}\S+html", text)
    assert len(opened) == 2 and all(Path(path).exists() for path in opened)
    report = Path(opened[0]).read_text("utf-8")
    links = re.findall(r'href="(\.\./feedback/[^"]+)"', report)
    assert len(links) >= len(students)
    assert all((Path(opened[0]).parent / link).exists() for link in links)


def test_the_plausible_class_is_one():
    source = read_notebook(ROOT / "source" / SHOWN / f"{SHOWN}.ipynb")
    students = list(plausible_class(SHOWN, source))
    assert len({student.name for student in students}) == 73
    assert sum(not student.wrong for student in students) > 20
    assert 1 <= sum(student.hours_late > 0 for student in students) < 15
    assert sum(student.cut_off for student in students) == 1
    assert sum(student.tampers for student in students) == 1


OTHERS = [each for each in ASSIGNMENTS if each != SHOWN]
LONG_RUN = ("01_initialization", "04_minibatch_training", "06_other_regularizers", "08_capstone")
IN_EVERY_RUN = "05_deep_network"
"""It stands for the others; what is neither runs in continuous integration."""


def when(assignment):
    """Return when a sampled class of an assignment is graded."""
    if assignment in LONG_RUN:
        return [pytest.mark.slow]
    return [] if assignment == IN_EVERY_RUN else [pytest.mark.long]


@pytest.mark.slow
@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_the_whole_class_gets_what_its_work_deserves(assignment, tmp_path):
    graded_as_deserved(assignment, tmp_path / "course")


@pytest.mark.parametrize(
    "assignment",
    [pytest.param(each, marks=when(each)) for each in OTHERS],
)
def test_students_get_what_their_work_deserves(assignment, tmp_path, sampled):
    graded_as_deserved(assignment, tmp_path / "course")


def graded_as_deserved(assignment, course):
    """Grade a class that holds one of each mistake, and check its points."""
    empty_course(ROOT, course, assignment)
    nbgrader(course, "generate_assignment", assignment)
    release = course / "release" / assignment / f"{assignment}.ipynb"
    hand_in(course, assignment, class_of(assignment), release)
    assert_deserved(assignment, grade(course, assignment))


def test_a_folder_with_something_else_is_left_alone(tmp_path):
    (tmp_path / "thesis.txt").write_text("precious")
    with pytest.raises(DemoError, match="is no demonstration"):
        run_demo(ROOT, tmp_path, SHOWN, Console(file=io.StringIO()))
    assert (tmp_path / "thesis.txt").read_text() == "precious"
