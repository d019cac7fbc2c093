"""Whatever form of a right answer the notebook's check accepts earns the same from the grader."""

import json
from functools import partial
from pathlib import Path

import pytest
import value_forms
from conftest import ROOT, read_notebook
from value_forms import FORMS, remake

from autograder.assignment import Assignment
from autograder.course.folders import load_course
from autograder.course.settings import Settings, course_code
from autograder.grade import grade_notebook
from autograder.guest.codec import decode, encode
from autograder.sandbox.detection import detect_isolation
from exercises import ASSIGNMENTS, EXERCISES, examine
from exercises.exercise import JointFunction, functions_of
from exercises.simulated_class import fill_in, solutions
from exercises.visible import visible_check
from utils.check import CheckFailed, check

NUMBER_IS_RIGHT = ("one entry", "one entry in a list", "nested lists")
"""Forms that a check may refuse: only the form is wrong, and the hidden half is earned."""


def in_form(exercise, form, cross=lambda value: value):
    """Return the exercise's functions, whose answers have another form and then cross."""

    def formed(function, *arguments):
        return cross(remake(function(*arguments), **FORMS[form]))

    made = [partial(formed, each) for each in functions_of(exercise.reference)]
    reference = exercise.reference
    return reference.of(made) if isinstance(reference, JointFunction) else made[0]


def accepted(exercise, function):
    cell = visible_check(exercise.id)
    try:
        check(exercise.id, functions_of(function), cell.answer, cell.expected)
    except CheckFailed:
        return False
    return True


@pytest.mark.parametrize("form", FORMS)
def test_what_a_check_accepts_crosses_and_is_right(form):
    crossed = 0
    for exercise in EXERCISES.values():
        if form in NUMBER_IS_RIGHT or accepted(exercise, in_form(exercise, form)):
            function = in_form(exercise, form, lambda value: decode(encode(value)))
            if form not in NUMBER_IS_RIGHT:
                assert accepted(exercise, function), exercise.id
            examine(exercise.id, function, seed=1)
            crossed += 1
    assert crossed > 20


@pytest.mark.parametrize("form", ["OrderedDict", "named tuple", "single precision"])
def test_the_notebooks_own_hidden_tests_agree(form):
    """The hidden tests run in the student's kernel, too, where nothing crosses."""
    for exercise in EXERCISES.values():
        examine(exercise.id, in_form(exercise, form), seed=2)


def in_cell(exercise, text, form):
    """Return the text of a solution cell whose functions answer in another form."""
    helpers = Path(value_forms.__file__).read_text()
    texts = [text, helpers]
    for name in exercise.function_name.split(", "):
        texts.append(
            f"right_{name} = {name}\n"
            f"def {name}(*arguments, **names):\n"
            f"    return remake(right_{name}(*arguments, **names), **FORMS[{form!r}])\n"
        )
    return "\n\n".join(texts)


def through_the_engine(assignment, form):
    """Grade a notebook all of whose answers have another form; return points by grade_id."""
    source, release = (
        read_notebook(ROOT / folder / assignment / f"{assignment}.ipynb")
        for folder in ("source", "release")
    )
    exercises = ASSIGNMENTS[assignment]
    right = solutions(source, exercises)
    answers = {each.id: in_cell(each, right[each.id], form) for each in exercises}
    submission = json.dumps(fill_in(release, answers)).encode()
    isolation = "sandbox" if detect_isolation().level == "sandbox" else "process"
    settings = Settings(isolation=isolation, code=course_code(load_course(ROOT)))
    known = Assignment.from_notebook(source, assignment, assignment, settings)
    graded = grade_notebook(known, submission, student="s")
    return {test.grade_id: (test.points == test.max_points, test) for test in graded.result.tests}


def judge(assignment, form):
    for name, (full, test) in through_the_engine(assignment, form).items():
        exercise = EXERCISES.get(name.rsplit("-", 1)[0])
        if exercise and name.endswith("-check"):
            assert full == accepted(exercise, in_form(exercise, form)), test
        elif exercise:
            assert full, test


@pytest.mark.parametrize(
    ("assignment", "form"),
    [("03_gradient_checking", "UserDict"), ("02_regularization", "one entry")],
)
def test_the_engine_judges_as_the_notebook_does(assignment, form):
    judge(assignment, form)


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_the_engine_judges_every_form_as_the_notebook_does(assignment, form):
    judge(assignment, form)
