"""The demonstration, and with it the whole simulated class through the engine."""

import io
import re
from pathlib import Path

import pytest
from conftest import ROOT, read_notebook
from rich.console import Console

from exercises import ASSIGNMENTS
from exercises import simulated_class as making
from exercises.demo import DemoError, grade, nbgrader, prepare, run_demo
from exercises.simulated_class import hand_in, simulated_class
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
        few = students[:3] + students[3::20]
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
    for student in students:
        result = by_student[student.name]
        assert result.notes == () and not result.needs_human
        for test in result.tests:
            exercise = re.sub("-(check|hidden)$", "", test.grade_id)
            where = (student.name, test.grade_id, test.message)
            assert test.points == (0 if exercise in student.wrong else test.max_points), where
            if test.points:
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


def assert_shown(assignment, folder):
    """Run the whole demonstration, and check what it leaves and says."""
    shown = io.StringIO()
    assert_deserved(assignment, run_demo(ROOT, folder, assignment, Console(file=shown, width=200)))
    text = shown.getvalue()
    for student in class_of(assignment):
        assert student.name in text
        feedback = folder / "feedback" / student.name / assignment / f"{assignment}.html"
        assert feedback.exists()
        page = feedback.read_text(encoding="utf-8")
        if student.hint and "your function raised" not in page:
            assert student.hint in page
    assert str(folder / "report.html") in text and (folder / "report.html").exists()
    opened = re.search(rf"{re.escape(str(folder))}/feedback/\S+", text)
    assert opened and Path(opened[0]).exists()


OTHERS = [each for each in ASSIGNMENTS if each != SHOWN]
LONG_RUN = ("01_initialization", "04_minibatch_training")
"""The demonstration and the other two stand for these in every run."""


def test_the_demonstration_shows_a_class(tmp_path, sampled):
    assert_shown(SHOWN, tmp_path / "demo")


@pytest.mark.slow
@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_the_demonstration_shows_the_whole_class(assignment, tmp_path):
    assert_shown(assignment, tmp_path / "demo")


@pytest.mark.parametrize(
    "assignment",
    [pytest.param(each, marks=pytest.mark.slow if each in LONG_RUN else ()) for each in OTHERS],
)
def test_students_get_what_their_work_deserves(assignment, tmp_path, sampled):
    """The same without nbgrader's feedback pages, which take longer than all else."""
    prepare(ROOT, tmp_path / "course", assignment)
    nbgrader(tmp_path / "course", "generate_assignment", assignment)
    hand_in(tmp_path / "course", assignment)
    results, _ = grade(tmp_path / "course", assignment)
    assert_deserved(assignment, results)


def test_a_folder_with_something_else_is_left_alone(tmp_path):
    (tmp_path / "thesis.txt").write_text("precious")
    with pytest.raises(DemoError, match="is no demonstration"):
        run_demo(ROOT, tmp_path, SHOWN, Console(file=io.StringIO()))
    assert (tmp_path / "thesis.txt").read_text() == "precious"
