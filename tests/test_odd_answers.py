"""Right answers as nobody foresaw them earn every point, with any seed."""

import numpy as np
import pytest
from odd_answers import RIGHT

from exercises import EXERCISES, examine
from exercises.visible import visible_check
from utils.check import check

ODD = [pytest.param(*each, id=f"{each[0]}:{each[1][-1].__name__}") for each in RIGHT]


def judged(exercise, functions, seeds):
    cell = visible_check(exercise)
    with np.errstate(all="ignore"):
        check(exercise, functions, cell.answer, cell.expected)
    for seed in seeds:
        examine(exercise, *functions, seed=seed)


@pytest.mark.parametrize(("exercise", "functions"), ODD)
def test_odd_right_answers_earn_every_point(exercise, functions):
    judged(exercise, functions, range(3))


@pytest.mark.slow
@pytest.mark.parametrize(("exercise", "functions"), ODD)
def test_odd_right_answers_never_raise_a_false_alarm(exercise, functions):
    judged(exercise, functions, range(300))


def test_every_exercise_has_an_odd_answer():
    assert {exercise for exercise, _ in RIGHT} == set(EXERCISES)
