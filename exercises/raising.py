"""The errors that a student's function raises, and the mistakes that raise them."""

from __future__ import annotations

import re

from exercises.exercise import Case, Exercise, Function, call, functions_of
from utils.attempt import raising_line

MATRIX_PRODUCT = re.compile("not aligned|matmul")
"""What errors of either spelling of a matrix product say."""


def told(error: Exception) -> str:
    """Name an exception; one from another process carries the name and text it had there."""
    kind = getattr(error, "error_type", type(error).__name__)
    return f"{kind}: {(getattr(error, 'text', '') or str(error)).strip()}"


def named_by_its_error(
    exercise: Exercise, function: Function, case: Case, error: Exception
) -> str | None:
    """Find the misconception that raises the same error, from such a line of code.

    An error's type and text alone prove nothing. The sizes of two examples and the line do.

    Parameters
    ----------
    exercise : Exercise
    function : callable
        The student's function.
    case : dict
        The arguments with which it has raised the error.
    error : Exception
    """
    line = "".join((raising_line(error, functions_of(function)) or "").split())
    cases = case, exercise.visible()
    errors = [told(error), _error_of(function, cases[1])]
    for each in exercise.misconceptions:
        if each.line and re.search(each.line, line):
            wrong = exercise.wrong_functions[each.id]
            theirs = [_error_of(wrong, one) for one in cases]
            if all(map(_alike, errors, theirs)):
                return each.id
    return None


def _error_of(function: Function, case: Case) -> str | None:
    """Return what a function raises."""
    try:
        call(function, case)
    except Exception as error:
        return told(error)
    return None


def _alike(mine: str | None, theirs: str | None) -> bool:
    if mine is None or theirs is None:
        return False
    return mine == theirs or all(map(MATRIX_PRODUCT.search, (mine, theirs)))
