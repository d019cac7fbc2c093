"""Examine a student's function on fresh random inputs: what hidden tests do."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from autograder.exercises.base import (
    SEED,
    Case,
    Complaint,
    Exercise,
    Function,
    Outputs,
    Trial,
    WrongForm,
    call,
)
from autograder.exercises.values import copied
from utils.check import CheckFailed
from utils.compare import difference, same


def examine(exercise: Exercise, function: Function, seed: int | None = None) -> None:
    """Test a student's function on fresh random inputs.

    Parameters
    ----------
    exercise : Exercise
        What the function should be.
    function : callable
        The student's function, or a proxy of it in another process.
    seed : int, optional
        Seed of the inputs; by default the one that the grader has set, else a fresh one.

    Raises
    ------
    CheckFailed
        If a property does not hold. The message names the property and the likely cause, never
        an expected value.
    """
    seed = SEED.get() if seed is None else seed
    # A warning, from a mistake or not, is nothing that a verdict may hang on.
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        # A generator of its own per trial: what one trial draws does not shift the next.
        streams = np.random.default_rng(seed).spawn(exercise.trials)
        trials = [attempt(exercise, function, exercise.inputs(rng), rng) for rng in streams]
        for number, trial in enumerate(trials):
            complaints = list(complain(trial, first=number == 0))
            if complaints:
                hint = diagnose(trials) or next((c.hint for c in complaints if c.hint), None)
                error = _failed(exercise, trial.case, [c.text for c in complaints[:2]], hint)
                error.about_arguments = bool(trial.changed)  # the grader asks
                raise error


def attempt(exercise: Exercise, function: Function, case: Case, rng: np.random.Generator) -> Trial:
    """Call the student's function once; raise ``CheckFailed`` if nothing can be compared."""
    handed_over = copied(case)
    try:
        result = function(*handed_over.values())
    except Exception as error:
        raised = _raised(error)
        hint = next(
            (h for h in exercise.wrong_functions if raised == _raises(exercise, h, case)), None
        )
        where = getattr(error, "where", "")
        raise _failed(exercise, case, [f"your function raised {raised}{where}"], hint) from None
    if result is None:
        raise CheckFailed.not_attempted(exercise.id)
    try:
        outputs = exercise.named(result)
    except WrongForm as error:
        raise _failed(exercise, case, [str(error)], None) from None
    if all(value is None for value in outputs.values()) or _untouched(exercise, outputs, case):
        raise CheckFailed.not_attempted(exercise.id)
    changed = (
        name
        for name, value in case.items()
        if not isinstance(value, np.random.RandomState) and not _identical(handed_over[name], value)
    )
    return Trial(exercise, function, case, outputs, tuple(changed), rng)


def complain(trial: Trial, first: bool) -> Iterator[Complaint]:
    """Yield what is wrong, property by property; some look at the first trial only."""
    for name in trial.changed:
        yield Complaint(f"{name} is changed by the call; write to new arrays, not into it")
    properties = trial.exercise.properties
    for holds in (*properties, *trial.exercise.properties_once) if first else properties:
        try:
            complaint = holds(trial)
        except WrongForm as error:
            complaint = Complaint(str(error))
        except Exception as error:
            complaint = Complaint(f"your function raised {_raised(error)}")
        if complaint:
            yield complaint


def diagnose(trials: list[Trial]) -> str | None:
    """Find the misconception that gives exactly these outputs, in every trial.

    One trial alone may not tell two mistakes apart: masks that happen to keep all living units
    hide what was forgotten after them.
    """
    exercise = trials[0].exercise
    for hint, wrong in exercise.wrong_functions.items():
        try:
            if all(same(t.outputs, exercise.outputs(call(wrong, t.case))) for t in trials):
                return hint
        except Exception:  # a misconception that raises gives no outputs to compare
            continue
    return None


def matches_reference(trial: Trial) -> Complaint | None:
    """Check that all outputs agree with the reference's."""
    expected = trial.exercise.outputs(call(trial.exercise.reference, trial.case))
    for name, value in expected.items():
        if line := difference(name, trial.outputs.get(name), value, reveal=False):
            return Complaint(line)
    return None


def _failed(exercise: Exercise, case: Case, lines: list[str], hint: str | None) -> CheckFailed:
    sizes = next(
        (f"{name} of shape {case[name].shape}" for name in ("X", "A3") if name in case), ""
    )
    prefix = f"on fresh inputs ({sizes})" if sizes else "on fresh inputs"
    return CheckFailed.from_parts(
        exercise.id,
        [f"{prefix}: {line}" for line in lines],
        hint=vars(exercise.misconception(hint)) if hint else None,
    )


def _untouched(exercise: Exercise, outputs: Outputs, case: Case) -> bool:
    function = exercise.untouched_function
    return function is not None and same(outputs, exercise.outputs(call(function, case)))


def _raised(error: Exception) -> str:
    """Name an exception; one from another process carries the name and text it had there."""
    kind = getattr(error, "error_type", type(error).__name__)
    return f"{kind}: {(getattr(error, 'text', '') or str(error)).strip()}"


def _raises(exercise: Exercise, hint: str, case: Case) -> str | None:
    try:
        call(exercise.wrong_functions[hint], case)
    except Exception as error:
        return _raised(error)
    return None


def _identical(got: Any, expected: Any) -> bool:
    if isinstance(expected, Mapping):
        return got.keys() == expected.keys() and all(_identical(got[k], expected[k]) for k in got)
    if isinstance(expected, tuple | list):
        return len(got) == len(expected) and all(map(_identical, got, expected))
    return np.array_equal(got, expected)
