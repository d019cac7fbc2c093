"""Whether a changed function loses points: by the notebook's check, or by the hidden test."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterator
from types import CodeType
from typing import Any

import numpy as np
from code_mutants import GIVEN, CodeMutant, mutants

from exercises.examination import examine
from exercises.exercise import Exercise, Function, call, functions_of, source_text
from exercises.values import copied
from exercises.visible import visible_check
from utils.check import CheckFailed
from utils.compare import difference

SEEDS = (1, 2, 3)


def given_values(exercise: Exercise) -> tuple[dict[str, Any], frozenset[str]]:
    """Return what the visible example passes and computes, and the names of its plain numbers."""
    codes = {function.__code__ for function in functions_of(exercise.reference)}
    found: dict[str, Any] = {}

    def at_return(frame: Any, event: str, _: Any) -> Any:
        if event == "return":
            for name, value in frame.f_locals.items():
                found.setdefault(name, value)
        return at_return

    def at_call(frame: Any, event: str, _: Any) -> Any:
        if frame.f_code not in codes:
            return None
        found.update({name: copied(value) for name, value in frame.f_locals.items()})
        return at_return

    before = sys.gettrace()
    sys.settrace(at_call)
    try:
        call(exercise.reference, exercise.visible())
    finally:
        sys.settrace(before)
    parameters = {name for code in codes for name in _parameters(code)}
    scalars = frozenset(
        name
        for name, value in found.items()
        if name not in parameters and type(value) in (int, float, np.float64)
    )
    return found, scalars


def _parameters(code: CodeType) -> tuple[str, ...]:
    return code.co_varnames[: code.co_argcount]


def mutants_of(exercise: Exercise, every: int = 1) -> Iterator[tuple[CodeMutant, Function | None]]:
    """Yield every changed reference with its function, or with None where it is no Python."""
    found, scalars = given_values(exercise)
    for mutant in mutants(source_text(exercise.reference), scalars, every):
        namespace = dict(exercise.reference.__globals__)
        namespace[GIVEN] = lambda name: copied(found[name])
        try:
            exec(compile(mutant.text, "<mutant>", "exec"), namespace)
        except (SyntaxError, TypeError):
            yield mutant, None
        else:
            names = exercise.function_name.split(", ")
            yield mutant, exercise.examined(*map(namespace.get, names))


def survives(exercise: Exercise, function: Function) -> bool:
    """Whether a function earns full points, by at least one seed."""
    cell = visible_check(exercise.id)
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        try:
            got = cell.answer(*map(_on_copies, functions_of(function)))
            expected = cell.expected.items()
            wrong = any(difference(name, got.get(name), right) for name, right in expected)
        except Exception:
            return False
    return not wrong and any(_passes(exercise, function, seed) for seed in SEEDS)


def _on_copies(function: Function) -> Function:
    """Keep a function from changing what the next one is called with."""
    return lambda *arguments: function(*copied(arguments))


def _passes(exercise: Exercise, function: Function, seed: int) -> bool:
    try:
        examine(exercise, function, seed)
    except CheckFailed:
        return False
    return True
