"""Which part of an exercise's points a known mistake earns, asked of the checks themselves."""

from __future__ import annotations

import contextlib
import io
import warnings
from unittest.mock import patch

from exercises.examination import examine
from exercises.exercise import Exercise, functions_of
from exercises.visible import visible_check
from utils.check import CheckFailed, check

NO_POINTING = patch("utils.check.point")
NO_POINTING_HIDDEN = patch("exercises.examination.point_at_line")


def earned(exercise: Exercise, hint: str | None, seed: int = 7) -> tuple[float, float]:
    """Return the fractions of the visible and the hidden test that a mistake earns.

    ``hint`` is None for the cell as it was given. The hidden test draws its inputs from the seed.
    """
    function = exercise.wrong_functions[hint] if hint else exercise.untouched_function
    visible = visible_check(exercise.id)
    tries = (
        lambda: check(exercise.id, functions_of(function), visible.answer, visible.expected),
        lambda: examine(exercise, function, seed),
    )
    fractions = []
    for attempt in tries:
        try:
            # The line of the mistake takes a second to find, and earns nothing. A warning is an
            # error in these tests, and none in a student's notebook.
            quiet = contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings()
            with quiet[0], quiet[1], NO_POINTING, NO_POINTING_HIDDEN:
                warnings.simplefilter("ignore")
                attempt()
        except CheckFailed as failure:
            fractions.append(failure.fraction)
        else:
            fractions.append(1.0)
    return fractions[0], fractions[1]
