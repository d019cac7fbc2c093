"""An exercise as one object, from which hidden tests, hints and simulated classes are derived."""

from __future__ import annotations

import copy
import inspect
import re
import textwrap
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from utils.check import CheckFailed
from utils.compare import difference, same

SEED: ContextVar[int | None] = ContextVar("SEED", default=None)
"""Seed of the hidden tests' random inputs while a submission is graded; None draws a fresh one."""

Function = Callable[..., Any]
Case = dict[str, Any]
Outputs = dict[str, Any]


@dataclass(frozen=True)
class Complaint:
    """What a property found wrong: one line for the student, and the misconception if it is clear.

    The line never holds an expected value: only hidden tests know it.
    """

    text: str
    hint: str | None = None


Property = Callable[[Function, Case, np.random.Generator], Complaint | None]


@dataclass(frozen=True)
class Misconception:
    """A mistake that students make, as an edit of the right code.

    Attributes
    ----------
    id : str
        Such as ``"L2-HALF"``; shown to the student and counted in reports.
    diagnosis, next_step : str
        One line each: what was done, and what to look at now.
    edits : tuple of (str, str)
        Pieces of the reference's text and what stands there instead. Each piece must occur.
    """

    id: str
    diagnosis: str
    next_step: str
    edits: tuple[tuple[str, str], ...]

    def text(self, reference: Function) -> str:
        """Return the reference's text with the mistake in it."""
        return edited(source_text(reference), self.edits)


@dataclass(frozen=True)
class Exercise:
    """One exercise: what is asked, what is right, and what students make of it.

    Attributes
    ----------
    id : str
        The solution cell's ``grade_id``.
    reference : function
        A right implementation, with the name that the student's function must have. It uses
        only what the student's notebook imports, and is not the notebook's own solution.
    inputs : function
        Makes the arguments of one call from a ``Generator``; always from a consistent pass.
    outputs : function
        Names the parts of what the function returned. Raises ``CheckFailed`` if it has another
        form; parts may be None.
    visible : function
        Makes the arguments of the visible check's call.
    properties : tuple of Property
        What must hold for every right implementation.
    misconceptions : tuple of Misconception
    alternatives : tuple of function
        Differently written right implementations.
    compared : tuple of str
        The parts that the visible check compares.
    untouched : tuple of (str, str)
        Edits of the reference's text that make it answer as the student's cell does before
        anything is filled in. Empty where that returns None.
    trials : int
        How many random inputs the hidden test draws.
    """

    id: str
    reference: Function
    inputs: Callable[[np.random.Generator], Case]
    outputs: Callable[[Any], Outputs]
    visible: Callable[[], Case]
    compared: tuple[str, ...]
    properties: tuple[Property, ...]
    misconceptions: tuple[Misconception, ...]
    alternatives: tuple[Function, ...]
    untouched: tuple[tuple[str, str], ...] = ()
    trials: int = 4

    @property
    def function_name(self) -> str:
        """Name of the function that the student writes."""
        return self.reference.__name__

    @cached_property
    def wrong_functions(self) -> dict[str, Function]:
        """The misconceptions as functions, by id."""
        return {
            each.id: self.compile(each.text(self.reference), each.id)
            for each in self.misconceptions
        }

    @cached_property
    def untouched_function(self) -> Function | None:
        """What the student's cell computes before anything is filled in; None if it is None."""
        if not self.untouched:
            return None
        return self.compile(edited(source_text(self.reference), self.untouched), "untouched")

    def compile(self, text: str, label: str) -> Function:
        """Turn a text of the function into a function that sees what the reference sees."""
        namespace = dict(self.reference.__globals__)
        exec(compile(text, f"<{self.id}: {label}>", "exec"), namespace)
        return namespace[self.function_name]

    def misconception(self, hint: str) -> Misconception:
        """Return the misconception with this id."""
        return next(each for each in self.misconceptions if each.id == hint)


def source_text(function: Function, name: str | None = None) -> str:
    """Return a function's text without its docstring, under another name if one is given."""
    text = textwrap.dedent(inspect.getsource(function))
    if function.__doc__:
        text = re.sub(r'\n\s*""".*?"""', "", text, count=1, flags=re.DOTALL)
    if name:
        text = text.replace(f"def {function.__name__}(", f"def {name}(", 1)
    return text


def edited(text: str, edits: tuple[tuple[str, str], ...]) -> str:
    """Return a text with pieces of it replaced; each piece must occur."""
    for right, wrong in edits:
        if right not in text:
            raise ValueError(f"the text does not hold {right!r}:\n{text}")
        text = text.replace(right, wrong)
    return text


def call(function: Function, case: Case) -> Any:
    """Call a function on copies, so that nothing it does to its arguments is felt elsewhere."""
    return function(**copy.deepcopy(case))


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
        for stream in np.random.default_rng(seed).spawn(exercise.trials):
            case = exercise.inputs(stream)
            outputs = attempt(exercise, function, case)
            complaints = list(complain(exercise, function, case, stream))
            if complaints:
                hint = diagnose(exercise, outputs, case) or next(
                    (each.hint for each in complaints if each.hint), None
                )
                raise CheckFailed.from_parts(
                    exercise.id,
                    [f"on fresh inputs ({_sizes(case)}): {each.text}" for each in complaints[:2]],
                    hint=vars(exercise.misconception(hint)) if hint else None,
                )


def complain(
    exercise: Exercise, function: Function, case: Case, rng: np.random.Generator
) -> Iterator[Complaint]:
    """Yield what is wrong, property by property."""
    for holds in exercise.properties:
        try:
            complaint = holds(function, copy.deepcopy(case), rng)
        except CheckFailed as error:
            complaint = Complaint(str(error).splitlines()[-1].strip(), error.hint)
        except Exception as error:
            complaint = Complaint(f"your function raised {type(error).__name__}: {error}")
        if complaint:
            yield complaint


def attempt(exercise: Exercise, function: Function, case: Case) -> Outputs:
    """Call the student's function once; raise ``CheckFailed`` if nothing can be compared."""
    try:
        result = call(function, case)
    except Exception as error:
        raised = f"{type(error).__name__}: {error}"
        hint = next(
            (
                each
                for each in exercise.misconceptions
                if raised == _raised(exercise.wrong_functions[each.id], case)
            ),
            None,
        )
        raise CheckFailed.from_parts(
            exercise.id,
            [f"on fresh inputs ({_sizes(case)}): your function raised {raised}"],
            hint=hint and vars(hint),
        ) from None
    if result is None:
        raise CheckFailed.not_attempted(exercise.id)
    outputs = exercise.outputs(result)
    untouched = exercise.untouched_function
    if all(value is None for value in outputs.values()) or (
        untouched and same(outputs, exercise.outputs(call(untouched, case)))
    ):
        raise CheckFailed.not_attempted(exercise.id)
    return outputs


def diagnose(exercise: Exercise, outputs: Outputs, case: Case) -> str | None:
    """Find the misconception that gives exactly these outputs on this case."""
    for hint, wrong in exercise.wrong_functions.items():
        try:
            if same(outputs, exercise.outputs(call(wrong, case))):
                return hint
        except Exception:  # a misconception that raises gives no outputs to compare
            continue
    return None


def matches_reference(exercise_parts: tuple[Function, Callable[[Any], Outputs]]) -> Property:
    """Make the property that all outputs agree with the reference's."""
    reference, outputs = exercise_parts

    def agrees(function: Function, case: Case, rng: np.random.Generator) -> Complaint | None:
        expected = outputs(call(reference, case))
        got = outputs(call(function, case))
        for name, value in expected.items():
            if line := difference(name, got.get(name), value, reveal=False):
                return Complaint(line)
        return None

    return agrees


def leaves_inputs_alone(
    function: Function, case: Case, rng: np.random.Generator
) -> Complaint | None:
    """Check that the function does not change the arrays that it is given."""
    before = copy.deepcopy(case)
    function(**case)
    for name, value in before.items():
        if not isinstance(value, np.random.RandomState) and not _identical(case[name], value):
            return Complaint(f"{name} is changed by the call; write to new arrays, not into it")
    return None


def _identical(got: Any, expected: Any) -> bool:
    if isinstance(expected, Mapping):
        return got.keys() == expected.keys() and all(_identical(got[k], expected[k]) for k in got)
    if isinstance(expected, tuple):
        return len(got) == len(expected) and all(map(_identical, got, expected))
    return np.array_equal(got, expected)


def _raised(function: Function, case: Case) -> str | None:
    try:
        call(function, case)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return None


def _sizes(case: Case) -> str:
    """Say how large the inputs were, so that a student can try the same size."""
    for name in ("X", "A3"):
        if name in case:
            return f"{name} of shape {case[name].shape}"
    return "random"
