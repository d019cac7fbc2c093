"""Part of the points for part of the answer."""

import json

import pytest
from conftest import ROOT, read_notebook
from shares_kit import earned

from autograder.assignment import Assignment
from autograder.course.settings import CourseCode, Settings
from autograder.grade import grade_notebook
from benchmarks.classes import SHARED, differences
from exercises import ASSIGNMENTS
from exercises.exercise import source_text
from exercises.simulated_class import fill_in
from utils.shares import fraction_right

WITHOUT_THE_IDEA = {
    "l2-backward": ["GRAD-NONE", "GRAD-HALF", "GRAD-NO-LAMBDA"],
    "dropout-forward": ["DROP-GREATER", "DROP-NORMAL", "DROP-GLOBAL-RANDOM"],
    "dropout-backward": ["BACK-NO-MASK", "BACK-NO-SCALE"],
    "gradient-check-n": ["GCN-ONE-SIDED", "GCN-NOT-RESTORED"],
    "backward-reg": ["BREG-NO-DECAY", "BREG-DECOUPLED", "BREG-NO-VELOCITY"],
    "forward-drop": ["FDROP-NO-MASK", "FDROP-UNSCALED"],
    "backward-drop": ["BDROP-UNSCALED", "BDROP-INVERTED"],
    "deep-l2": ["DEEPBACK-NONE", "DEEPBACK-HALF"],
    "deep-dropout": ["DEEPDROP-GREATER", "DEEPDROP-INPUT"],
    "early-stopping": ["STOP-FIRST-RISE", "STOP-TRAINING-COST"],
    "standardize": ["STD-EACH-OWN", "STD-POOLED", "STD-TRAIN-ONLY"],
    "augment": ["AUG-OTHERS-MIRRORED"],
    "label-smoothing": ["SMOOTH-SWAPPED", "SMOOTH-THE-ANSWER"],
    "search-within-budget": ["SEARCH-ONE-SEED", "SEARCH-LUCKIEST", "SEARCH-BUDGET-FOR-EACH"],
    "accuracy-interval": ["INTERVAL-PLAIN", "INTERVAL-ONE-SIGMA"],
    "final-report": ["REPORT-TEST-CHOOSES", "REPORT-ALL-TESTED", "REPORT-TESTED-TWICE"],
}


@pytest.mark.parametrize("every", [5, pytest.param(1, marks=pytest.mark.slow)])
@pytest.mark.parametrize("exercise", SHARED, ids=lambda each: each.id)
def test_a_mistake_keeps_the_share_that_it_does_not_touch(exercise, every):
    mistakes = exercise.misconceptions[::every]
    parts = [earned(exercise, each.id) for each in mistakes]
    assert every > 1 or any(visible > 0 for visible, _ in parts)
    for each, (visible, hidden) in zip(mistakes, parts, strict=True):
        assert 0 <= visible < 1 and 0 <= hidden < 1, each.id
        # A half earns nothing where an error ends it, or where the mistake lies in no part.
        assert hidden == visible or 0 in (hidden, visible), each.id


@pytest.mark.parametrize("exercise", SHARED, ids=lambda each: each.id)
def test_without_the_exercises_idea_nothing_is_earned(exercise):
    for hint in WITHOUT_THE_IDEA.get(exercise.id, ()):
        assert earned(exercise, hint) == (0, 0), hint
    if exercise.untouched_function is not None:
        assert earned(exercise, None) == (0, 0)


@pytest.mark.parametrize("exercise", SHARED, ids=lambda each: each.id)
def test_shares_are_of_what_is_compared(exercise):
    names = {name for share in exercise.shares for name in share.names}
    assert names & set(exercise.compared)
    for share in exercise.shares:
        assert set(share.names) & set(exercise.compared)


def test_lines_weigh():
    shares = [[["a"], 1], [["b", "c"], 3]]
    assert fraction_right(shares, {"a"}, {"a", "b", "c"}) == 0.25
    assert fraction_right(shares, {"b", "c"}, {"a", "b", "c"}) == 0.75
    assert fraction_right(shares, {"b"}, {"a", "b"}) == 0.75
    assert fraction_right(shares, {"b"}, {"a", "b", "c"}) == 0
    assert fraction_right(shares, {"a", "b", "c"}, {"a", "b", "c"}) == 0
    assert fraction_right((), {"a"}, {"a"}) == 0


def test_two_right_gradients_of_three_earn_two_thirds_in_the_grader():
    name = "02_regularization"
    source = read_notebook(ROOT / "source" / name / f"{name}.ipynb")
    release = read_notebook(ROOT / "release" / name / f"{name}.ipynb")
    (exercise,) = (each for each in ASSIGNMENTS[name] if each.id == "l2-backward")
    wrong = source_text(exercise.reference).replace("lambd / m * W2", "lambd / (2 * m) * W2")
    handed_in = fill_in(release, {"l2-backward": wrong})
    code = CourseCode(packages=("utils",), test_packages=("exercises",))
    settings = Settings(isolation="process", code=code)
    assignment = Assignment.from_notebook(source, name, name, settings)
    graded = grade_notebook(assignment, json.dumps(handed_in).encode(), student="part")
    tests = {t.grade_id: t for t in graded.result.tests}
    for half in ("check", "hidden"):
        test = tests[f"l2-backward-{half}"]
        assert test.points == pytest.approx(test.max_points * 2 / 3)
        assert test.verdict == "failed" and "dW2" in test.message


def test_the_benchmark_knows_that_nbgrader_gives_no_part():
    whole, part, none = ({"l2-backward-check": points} for points in (15.0, 10.0, 0.0))
    assert differences({"a": whole, "b": part}, {"a": whole, "b": none}) == []
    assert differences({"a": whole, "b": none}, {"a": whole, "b": whole}) != []
    assert differences({"a": whole, "b": part}, {"a": whole, "b": whole}) != []
