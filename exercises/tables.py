"""The tables in ``utils``: wrong answers, and an input whose making would answer an exercise.

Both hold numbers only. No code that answers an exercise leaves this package.
"""

from __future__ import annotations

import ast
import functools
import inspect
import json
import textwrap
import warnings
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from autograder.build.memory import Memory, build_key
from exercises import ASSIGNMENTS
from exercises.exercise import Exercise, Function, functions_of
from exercises.landmarks import constants, landmarks
from exercises.regularization.dropout_backward import visible_dropout_cache
from exercises.visible import SOURCE, given_functions, visible_check
from utils.attempt import digest, line_digest
from utils.check import HINTS
from utils.repairs.text import FunctionText
from utils.testcases.regularization import DROPOUT_CACHE


def tables(root: Path) -> Iterator[tuple[Path, bytes]]:
    """Yield the tables' files and contents; each must be written before the next is asked for.

    What still is what it was made as is left out.

    Parameters
    ----------
    root : Path
        The course's folder; the tables stand in ``utils``.
    """
    memory, utils = Memory(root), root / "utils"
    code = build_key(Path(__file__).parent, HINTS.parent, np.__version__)
    for file, make, *texts in _makers(utils):
        key = build_key(code, *texts)
        if not memory.holds(file, key):
            yield file, make()
            memory.note(file, key)


def _makers(utils: Path) -> Iterator[tuple[Any, ...]]:
    """Yield each table's file, what makes it, and the texts on which it depends beside code."""
    yield utils / DROPOUT_CACHE.name, _dropout_cache
    # The fingerprints are made from the test cases, one of which reads the file above.
    for assignment, exercises in ASSIGNMENTS.items():
        make = functools.partial(_hint_table, exercises)
        yield utils / HINTS.name / f"{assignment}.json", make, SOURCE / f"{assignment}.py"


def _dropout_cache() -> bytes:
    return _to_json([part.tolist() for part in visible_dropout_cache()])


def _hint_table(exercises: Sequence[Exercise]) -> bytes:
    return _by_lines({exercise.id: hint_entry(exercise) for exercise in exercises})


def hint_entry(exercise: Exercise) -> dict[str, Any]:
    """Return what the check of one exercise can recognise: nothing done yet, and each mistake."""
    untouched = exercise.untouched_function
    given = given_functions(exercise)
    return {
        "given": {name: digest(text) for name, text in given.items()},
        "given_lines": sorted({*map(line_digest, _outside(given.values()))}),
        "form": exercise.form,
        "parameters": {
            each.__name__: [*inspect.signature(each).parameters]
            for each in functions_of(exercise.reference)
        },
        "reads": {name: places for name, places in _read(exercise).items() if places},
        "constants": {
            name: float(f"{value:.10g}") for name, value in constants(exercise.visible()).items()
        },
        "landmarks": _landmarks(exercise),
        "masks": list(exercise.masks),
        "shares": [[list(share.names), share.lines] for share in exercise.shares],
        "untouched": untouched and fingerprint(exercise, untouched),
        "misconceptions": [
            {
                "id": each.id,
                "diagnosis": each.diagnosis,
                "next_step": each.next_step,
                "fingerprint": fingerprint(exercise, exercise.wrong_functions[each.id]),
            }
            for each in exercise.misconceptions
        ],
    }


def _outside(texts: Iterable[str]) -> Iterator[str]:
    """Yield the given functions' lines of code that are not to be filled in."""
    for function in (FunctionText("given", text) for text in texts):
        for number, line in enumerate(function.lines, start=1):
            if line.strip() and number not in (function.open_lines or ()):
                yield line


def _read(exercise: Exercise) -> dict[str, list[int]]:
    """Return, by function, the places of the parameters that every right one uses."""
    found: dict[str, list[int]] = {}
    for right in (exercise.reference, *exercise.alternatives):
        names = (each.__name__ for each in functions_of(exercise.reference))
        for name, each in zip(names, functions_of(right), strict=True):
            used = {
                node.id
                for node in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(each))))
                if isinstance(node, ast.Name)
            }
            places = [n for n, own in enumerate(inspect.signature(each).parameters) if own in used]
            found[name] = [n for n in found.get(name, places) if n in places]
    return found


def _landmarks(exercise: Exercise) -> list[dict[str, Any]]:
    visible = visible_check(exercise.id)

    def run(function: Function) -> dict[str, Any]:
        parts = visible.answer(*functions_of(function))
        return {name: parts[name] for name in visible.expected}

    return [
        {
            "words": mark.words,
            "summand": mark.summand,
            "parts": {name: _rounded(value) for name, value in mark.parts.items()},
        }
        for mark in landmarks(exercise, run)
    ]


def fingerprint(exercise: Exercise, function: Function) -> dict[str, Any] | None:
    """Return what a function answers to the visible check, or None if that says nothing.

    It says nothing if the function raises, returns None, is right on the visible input, or
    answers differently from call to call.
    """
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        answers = [_answer(exercise, function, seed) for seed in (0, 1)]
        right = _answer(exercise, exercise.reference, 0)
    # As text, because a NaN does not equal itself.
    first, again, good = map(_to_json, (*answers, right))
    return None if answers[0] is None or first != again or first == good else answers[0]


def _answer(exercise: Exercise, function: Function, seed: int) -> dict[str, Any] | None:
    # For a function that draws from the global generator, the seed decides the answer.
    np.random.seed(seed)  # noqa: NPY002
    visible = visible_check(exercise.id)
    try:
        parts = visible.answer(*functions_of(function))
        return {name: _rounded(parts.get(name)) for name in visible.expected}
    except Exception:
        return None


def _rounded(value: Any) -> Any:
    """Round off what differs from machine to machine: the last digits, and what should be 0."""
    if value is None:
        return None
    array = np.asarray(value, dtype=float)
    digits = [0.0 if abs(number) <= 1e-12 else float(f"{number:.10g}") for number in array.ravel()]
    return np.reshape(digits, array.shape).tolist()


def _by_lines(entries: dict[str, dict[str, Any]]) -> bytes:
    """Write a table with one line for each mistake and each landmark, so that changes show."""

    def line(value: Any) -> str:
        return json.dumps(value, ensure_ascii=False)

    blocks = []
    for name, entry in entries.items():
        lines = []
        for key, value in entry.items():
            if isinstance(value, list) and value:
                inner = ",\n".join(f"   {line(each)}" for each in value)
                lines.append(f"  {line(key)}: [\n{inner}\n  ]")
            else:
                lines.append(f"  {line(key)}: {line(value)}")
        blocks.append(f" {line(name)}: {{\n" + ",\n".join(lines) + "\n }")
    return ("{\n" + ",\n".join(blocks) + "\n}\n").encode()


def _to_json(data: Any) -> bytes:
    # NaN is not JSON, but Python reads and writes it; a wrong answer may well be one.
    return (json.dumps(data, indent=1, ensure_ascii=False) + "\n").encode()
