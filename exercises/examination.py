"""Examine a student's function on fresh random inputs: what hidden tests do."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from autograder.seed import SEED
from exercises.exercise import (
    Case,
    Complaint,
    Exercise,
    Function,
    FunctionRaised,
    Outputs,
    Trial,
    WrongForm,
    call,
    functions_of,
)
from exercises.landmarks import constants, landmarks
from exercises.lines import point_at_line
from exercises.raising import named_by_its_error, told
from exercises.values import copied
from utils.attempt import Attempt, is_untouched, raising_line
from utils.behaviour import none_returned, of_calls
from utils.check import CheckFailed, load_hints
from utils.circumstances import circumstances
from utils.compare import agrees, difference, same
from utils.facts import right_parts, statements
from utils.shares import fraction_right


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
        cases = [exercise.inputs(rng) for rng in streams]
        try:
            _examine(exercise, function, cases, streams)
        except CheckFailed as failure:
            point_at_line(failure, exercise, function, cases)
            raise


def _examine(
    exercise: Exercise,
    function: Function,
    cases: list[Case],
    streams: list[np.random.Generator],
) -> None:
    trials = [
        attempt(exercise, function, case, rng) for case, rng in zip(cases, streams, strict=True)
    ]
    for number, trial in enumerate(trials):
        complaints = list(complain(trial, first=number == 0))
        if complaints:
            hint = diagnose([*trials, *on_visible(exercise, function)]) or next(
                (c.hint for c in complaints if c.hint), None
            )
            facts = []
            if not hint:
                known = next(filter(None, map(true_of, trials)), [])
                facts = [*beside_the_numbers(trial), *known]
            right = [] if hint else right_in(trial)
            lines = [c.text for c in complaints[:2]]
            error = _failed(exercise, trial.case, lines, hint, facts, right)
            error.about_arguments = bool(trial.changed)  # the grader asks
            error.fraction = 0.0 if trial.changed else fraction_in(trials)
            raise error


def attempt(exercise: Exercise, function: Function, case: Case, rng: np.random.Generator) -> Trial:
    """Call the student's function once; raise ``CheckFailed`` if nothing can be compared."""
    handed_over = copied(case)
    given = load_hints().get(exercise.id, {}).get("given")
    untouched = is_untouched(functions_of(function), given)
    if untouched:
        raise CheckFailed.not_attempted(exercise.id)
    try:
        result = function(*handed_over.values())
    except Exception as error:
        hint = named_by_its_error(exercise, function, case, error)
        where = getattr(error, "where", "")
        lines = [f"your function raised {told(error)}{where}"]
        if line := raising_line(error, functions_of(function)):
            lines.append(f"in the line: {line}")
            lines += circumstances(error, functions_of(function))
        raise _failed(exercise, case, lines, hint) from None
    if result is None:
        if untouched is None:
            raise CheckFailed.not_attempted(exercise.id)
        form = exercise.form or "the answer"
        raise _failed(exercise, case, [none_returned("your function", form)], None)
    try:
        outputs = exercise.named(result)
    except WrongForm as error:
        raise _failed(exercise, case, [str(error)], None) from None
    unchanged = all(value is None for value in outputs.values())
    if unchanged or _untouched(exercise, outputs, case):
        if untouched is None:
            raise CheckFailed.not_attempted(exercise.id)
        said = "the answer is what it was before anything was filled in: is a result stored?"
        raise _failed(exercise, case, [said], None)
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
        except FunctionRaised as error:
            complaint = Complaint(f"your function raised {told(error.args[0])}")
        except Exception:  # ours, which met an answer of an unforeseen form
            complaint = Complaint("for some arguments your function returns what is no answer")
        if complaint:
            yield complaint


def on_visible(exercise: Exercise, function: Function) -> list[Trial]:
    """Call the student's function on the visible example, which tells most mistakes apart."""
    try:
        return [attempt(exercise, function, exercise.visible(), np.random.default_rng(0))]
    except CheckFailed:
        return []


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


def beside_the_numbers(trial: Trial) -> list[str]:
    """Say what a call does beside its numbers, such as drawing from np.random in place of rng."""
    if trial.changed:  # the complaint says it
        return []
    exercise, attempt = trial.exercise, Attempt(functions_of(trial.function))
    try:
        attempt.run(lambda *watched: exercise.examined(*watched)(*copied(trial.case).values()))
    except Exception:  # another call, another outcome: nothing to be said of it
        return []
    return [*of_calls(attempt, load_hints().get(exercise.id, {}))]


def true_of(trial: Trial) -> list[str]:
    """Say what the wrong parts of an answer are, without naming a right number."""
    exercise, case = trial.exercise, trial.case

    def run(function: Function) -> Outputs:
        return exercise.outputs(call(function, case))

    try:
        expected = {
            name: part for name, part in run(exercise.reference).items() if part is not None
        }
        if any(difference(n, trial.outputs.get(n), expected[n]) for n in exercise.masks):
            # What follows from other masks cannot be compared with what follows from these.
            expected = {name: expected[name] for name in exercise.masks}
        return statements(trial.outputs, expected, landmarks(exercise, run), constants(case))
    except Exception:  # an answer of another form has no such facts
        return []


def right_in(trial: Trial) -> list[str]:
    """Say which parts of an answer are right."""
    reference = trial.exercise.reference
    expected = trial.exercise.outputs(call(reference, trial.case))
    return right_parts(trial.outputs, {n: part for n, part in expected.items() if part is not None})


def fraction_in(trials: Sequence[Trial]) -> float:
    """Return which fraction of the points the parts earn that are right in every trial."""
    exercise = trials[0].exercise
    right: set[str] = {name for share in exercise.shares for name in share.names}
    for trial in trials if right else ():
        expected = exercise.outputs(call(exercise.reference, trial.case))
        right = {n for n in right if agrees(trial.outputs.get(n), expected[n])}
    asked = [(share.names, share.lines) for share in exercise.shares]
    return fraction_right(asked, right, {name for names, _ in asked for name in names})


def matches_reference(trial: Trial) -> Complaint | None:
    """Check that all outputs agree with the reference's."""
    expected = trial.exercise.outputs(call(trial.exercise.reference, trial.case))
    for name, value in expected.items():
        if line := difference(name, trial.outputs.get(name), value, reveal=False):
            return Complaint(line)
    return None


def _failed(
    exercise: Exercise,
    case: Case,
    lines: list[str],
    hint: str | None,
    facts: Sequence[str] = (),
    right: Sequence[str] = (),
) -> CheckFailed:
    sizes = next(
        (f"{name} of shape {case[name].shape}" for name in ("X", "A3") if name in case), ""
    )
    prefix = f"on fresh inputs ({sizes})" if sizes else "on fresh inputs"
    return CheckFailed.from_parts(
        exercise.id,
        [f"{prefix}: {line}" for line in lines],
        hint=vars(exercise.misconception(hint)) if hint else None,
        facts=facts,
        right=right,
    )


def _untouched(exercise: Exercise, outputs: Outputs, case: Case) -> bool:
    function = exercise.untouched_function
    return function is not None and same(outputs, exercise.outputs(call(function, case)))


def _identical(got: Any, expected: Any) -> bool:
    if isinstance(expected, Mapping):
        return got.keys() == expected.keys() and all(_identical(got[k], expected[k]) for k in got)
    if isinstance(expected, tuple | list):
        return len(got) == len(expected) and all(map(_identical, got, expected))
    return np.array_equal(got, expected)
