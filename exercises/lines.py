"""The line of a wrong answer: repairs must hold on the visible example and on hidden inputs."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from exercises.exercise import Case, Exercise, Function, Outputs, call, functions_of
from utils.check import CheckFailed, load_hints
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
    functions = functions_of(function)

    def answer(case: Case, *changed: Function) -> Outputs:
        return exercise.outputs(call(exercise.examined(*changed), case))

    answers = [functools.partial(answer, case) for case in every]
    try:
        right = [one(*functions_of(exercise.reference)) for one in answers]
    except Exception:
        return
    known = [{k: v for k, v in parts.items() if v is not None} for parts in right]
    point(failure, functions, answers, known, load_hints().get(exercise.id, {}))
