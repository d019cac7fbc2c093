"""The line of a wrong answer: repairs must hold on the visible example and on hidden inputs."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.exercises.base import Case, Exercise, Function, Outputs, Together, call
from utils.check import CheckFailed
from utils.repairs.pointing import point


def point_at_line(
    failure: CheckFailed, exercise: Exercise, function: Function, cases: Sequence[Case]
) -> None:
    """Add the wrong line to a failed examination, where no cause and no fact is known.

    Parameters
    ----------
    failure : CheckFailed
    exercise : Exercise
    function : callable
        The student's function, or all of them together.
    cases : sequence of dict
        The hidden inputs; the visible ones are added.
    """
    every = [exercise.visible(), *cases]
    together = isinstance(function, Together)
    functions = tuple(function.functions.values()) if together else (function,)

    def answer(*changed: Function) -> Outputs:
        examined = exercise.examined(*changed)
        parts: Outputs = {}
        for number, case in enumerate(every):
            outputs = exercise.outputs(call(examined, case))
            parts |= {f"{name}@{number}": value for name, value in outputs.items()}
        return parts

    try:
        expected = answer(*functions_of_reference(exercise))
    except Exception:
        return
    point(failure, functions, answer, {k: v for k, v in expected.items() if v is not None})


def functions_of_reference(exercise: Exercise) -> tuple[Function, ...]:
    """Return the reference's functions, one by one."""
    if isinstance(exercise.reference, Together):
        return tuple(exercise.reference.functions.values())
    return (exercise.reference,)
