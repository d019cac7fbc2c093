"""nbgrader itself on the course: scores, messages, feedback, export, validation, formgrader."""

import json
import re
import shutil
import subprocess
import sys
from itertools import zip_longest
from pathlib import Path

import pytest
from conftest import ROOT, read_notebook
from nbgrader.api import Gradebook
from stock import nbgrader, without_engine
from traitlets.config import Config
from traitlets.config.loader import DeferredConfigString

from autograder.course.folders import Course, CourseError
from autograder.course.settings import settings_of
from exercises import ASSIGNMENTS
from exercises.demo import empty_course
from exercises.exercise import source_text
from exercises.simulated_class import fill_in, simulated_class, solutions

ASSIGNMENT = "02_regularization"
LIKELY_CAUSE = re.compile(r"Likely cause \(([A-Z0-9-]+)\)")


def read_outcomes(folder: Path, assignment: str) -> dict[str, tuple[dict[str, float], set[str]]]:
    """Read each student's points from the gradebook, and the diagnoses from the notebooks."""
    outcomes = {}
    with Gradebook(f"sqlite:///{folder / 'gradebook.db'}") as gradebook:
        for submission in gradebook.assignment_submissions(assignment):
            student = submission.student.id
            points = {g.name: g.score for notebook in submission.notebooks for g in notebook.grades}
            graded = read_notebook(
                folder / "autograded" / student / assignment / f"{assignment}.ipynb"
            )
            said = " ".join(
                output.get("evalue", "")
                for cell in graded["cells"]
                for output in cell.get("outputs", [])
            )
            outcomes[student] = points, set(LIKELY_CAUSE.findall(said))
    return outcomes


def paired_class(assignment: str) -> list[tuple[str, dict[str, str], dict[str, str]]]:
    """Return submissions with mistakes in every other exercise, alternatives in the others.

    Each mistake then stands beside exercises that must not suffer from it, at a quarter of the
    submissions that one mistake each would take.
    """
    exercises = ASSIGNMENTS[assignment]
    source = read_notebook(ROOT / "source" / assignment / f"{assignment}.ipynb")
    submissions = []
    for half in (0, 1):
        wrong_ones, right_ones = exercises[half::2], exercises[1 - half :: 2]
        rows = zip_longest(*([(e, m) for m in e.misconceptions] for e in wrong_ones))
        for number, row in enumerate(rows):
            answers = solutions(source, exercises)
            hints = {}
            for exercise, mistake in filter(None, row):
                answers[exercise.id] = mistake.text(exercise.reference)
                hints[exercise.id] = mistake.id
            for exercise in right_ones:
                function = exercise.alternatives[number % len(exercise.alternatives)]
                answers[exercise.id] = source_text(function, exercise.function_name)
            submissions.append((f"half-{half}-{number:02}", answers, hints))
    return submissions


def grade_with_nbgrader(assignment: str, folder: Path, every: int = 1) -> list:
    """Grade the paired class, an empty and a full submission with nbgrader as it comes.

    With ``every`` above 1, that part of the paired class only.
    """
    empty_course(ROOT, folder, assignment)
    (folder / "nbgrader_config.py").write_text(without_engine(), encoding="utf-8")
    nbgrader(folder, "generate_assignment", assignment)
    release_path = Path("release", assignment, f"{assignment}.ipynb")
    release = read_notebook(folder / release_path)
    assert release["cells"] == read_notebook(ROOT / release_path)["cells"]
    source = read_notebook(ROOT / "source" / assignment / f"{assignment}.ipynb")
    submissions = paired_class(assignment)[::every]
    for student in simulated_class(assignment, source):
        if student.name in ("all-right", "empty"):
            submissions.append((student.name, student.answers, dict.fromkeys(student.wrong)))
    for name, answers, _ in submissions:
        target = folder / "submitted" / name / assignment / f"{assignment}.ipynb"
        target.parent.mkdir(parents=True)
        target.write_text(json.dumps(fill_in(release, answers)), encoding="utf-8")
    nbgrader(folder, "autograde", assignment)
    return submissions


def assert_deserved(assignment: str, folder: Path, submissions: list) -> None:
    """Check that each mistake loses its own exercise under its own name, and no other."""
    outcomes = read_outcomes(folder, assignment)
    source = read_notebook(folder / "source" / assignment / f"{assignment}.ipynb")
    marks = [cell["metadata"].get("nbgrader", {}) for cell in source["cells"]]
    possible = {mark["grade_id"]: mark["points"] for mark in marks if mark.get("grade")}
    assert sum(possible.values()) == 100
    assert outcomes.keys() == {name for name, *_ in submissions}
    mistakes = [each for exercise in ASSIGNMENTS[assignment] for each in exercise.misconceptions]
    # An error in a line that is right elsewhere proves no cause.
    unproved = {each.id for each in mistakes if each.raises}
    for name, _, wrong in submissions:
        points, hints = outcomes[name]
        for cell, earned in points.items():
            exercise = re.sub("-(check|hidden)$", "", cell)
            assert earned == (0 if exercise in wrong else possible[cell]), (name, cell)
        named = {hint for hint in wrong.values() if hint}
        assert named - unproved <= hints <= named, name


@pytest.fixture(scope="session")
def graded(tmp_path_factory) -> tuple[Path, list]:
    """Return a course that nbgrader has graded, and what was handed in."""
    folder = tmp_path_factory.mktemp("nbgrader") / "course"
    return folder, grade_with_nbgrader(ASSIGNMENT, folder, every=10)


@pytest.mark.long
def test_each_mistake_loses_its_own_exercise_and_no_other(graded):
    folder, submissions = graded
    assert_deserved(ASSIGNMENT, folder, submissions)


@pytest.mark.slow
@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_each_mistake_of_all_assignments_too(assignment, tmp_path):
    submissions = grade_with_nbgrader(assignment, tmp_path / "course")
    assert_deserved(assignment, tmp_path / "course", submissions)


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_the_class_covers_every_mistake_and_alternative(assignment):
    submissions = paired_class(assignment)
    planted = {hint for *_, wrong in submissions for hint in wrong.values() if hint}
    assert planted == {m.id for e in ASSIGNMENTS[assignment] for m in e.misconceptions}
    texts = {text for _, answers, _ in submissions for text in answers.values()}
    for exercise in ASSIGNMENTS[assignment]:
        for function in exercise.alternatives:
            assert source_text(function, exercise.function_name) in texts


@pytest.mark.long
def test_feedback_and_export_work_from_the_root(graded):
    folder, submissions = graded
    name = submissions[0][0]
    nbgrader(folder, "generate_feedback", ASSIGNMENT, f"--student={name}")
    page = (folder / "feedback" / name / ASSIGNMENT / f"{ASSIGNMENT}.html").read_text("utf-8")
    assert "Likely cause" in page
    nbgrader(folder, "export")
    table = (folder / "grades.csv").read_text(encoding="utf-8").splitlines()
    assert len(table) == len(submissions) + 1


@pytest.mark.long
def test_students_can_validate_their_notebook(graded, tmp_path):
    folder, _ = graded
    for name, words in (("all-right", "Success"), ("empty", "not attempted yet")):
        notebook = folder / "submitted" / name / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
        shutil.copy(notebook, tmp_path)
        done = nbgrader(tmp_path, "validate", notebook.name, check=False)
        assert words in done.stdout + done.stderr


@pytest.mark.long
def test_formgraders_own_calls_work_from_the_root(graded):
    """Formgrader's buttons call this API in the course's folder."""
    folder, submissions = graded
    script = (
        "import json\n"
        "from nbgrader.apps.api import NbGraderAPI\n"
        "from nbgrader.coursedir import CourseDirectory\n"
        "from traitlets.config import PyFileConfigLoader\n"
        "config = PyFileConfigLoader('nbgrader_config.py').load_config()\n"
        "api = NbGraderAPI(CourseDirectory(config=config), config=config)\n"
        f"done = api.autograde('{ASSIGNMENT}', '{submissions[0][0]}', force=True)\n"
        f"print(json.dumps([done['success'], api.get_assignment('{ASSIGNMENT}')['max_score']]))\n"
    )
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout.splitlines()[-1]) == [True, 100.0]


def test_a_setting_of_the_command_line_is_read_as_what_it_says() -> None:
    config = Config()
    config.Execute.timeout = DeferredConfigString("2")
    config.ClearSolutions.text_stub = DeferredConfigString("YOUR ANSWER")
    course = Course(Path(), "sqlite://", config=config)
    assert course.setting("Execute", "timeout") == 2
    assert course.setting("ClearSolutions", "text_stub") == "YOUR ANSWER"


def test_every_command_grades_as_the_course_says_unless_asked_for_more(tmp_path) -> None:
    config = Config()
    config.Grade.timeout, config.Grade.memory, config.Grade.tests = 90.0, 700, "auto"
    config.Execute.timeout = 75
    course = Course(tmp_path, "sqlite://", config=config)
    usual = settings_of(course, "process")
    asked = settings_of(course, "process", timeout=10, memory=900, tests="outside")
    del config.Grade.timeout
    plain = settings_of(course, "process")
    for made, seconds, memory, tests in (
        (usual, (90, 90, 450), 700, "auto"),
        (asked, (10, 10, 50), 900, "outside"),
        (plain, (75, 75, 375), 700, "auto"),
    ):
        limits = made.limits
        assert (limits.cell_timeout, limits.call_timeout, limits.total_timeout) == seconds
        assert (limits.memory_mb, made.tests) == (memory, tests)
    config.Grade.memory = 3
    with pytest.raises(CourseError, match=r"nbgrader_config.py: .*memory"):
        settings_of(course, "process")
