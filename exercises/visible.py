"""The visible check of an exercise, read from the notebook's own cells: one truth for all."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from exercises import ASSIGNMENTS, EXERCISES
from exercises.exercise import Exercise

SOURCE = Path(__file__).parents[1] / "source"


@dataclass(frozen=True)
class VisibleCheck:
    """What a check cell hands to ``check``.

    Attributes
    ----------
    answer : callable
        Takes the student's functions and names the parts of the answer.
    expected : mapping
        The expected parts.
    """

    answer: Callable[..., Mapping[str, Any]]
    expected: Mapping[str, Any]


class _Handed(Exception):
    """Ends a cell where it calls ``check``."""


@cache
def visible_check(exercise: str) -> VisibleCheck:
    """Run an exercise's check cell up to its call of ``check`` and return what it hands over.

    Parameters
    ----------
    exercise : str
        The exercise's id.

    Raises
    ------
    ValueError
        If the cell does not call ``check`` with this id.
    """
    cells = _code_cells(_assignment_of(EXERCISES[exercise]))
    handed: list[tuple[str, VisibleCheck]] = []

    def check(name: str, functions: Any, answer: Any, expected: Any) -> None:
        handed.append((name, VisibleCheck(answer, expected)))
        raise _Handed

    namespace: dict[str, Any] = {}
    exec(cells["imports"], namespace)
    namespace |= dict.fromkeys(EXERCISES[exercise].function_name.split(", "))
    namespace["check"] = check
    try:
        # What a check cell prints is meant for the student, not for whoever builds.
        with redirect_stdout(io.StringIO()):
            exec(cells[f"{exercise}-check"], namespace)
    except _Handed:
        name, found = handed[0]
        if name == exercise:
            return found
    raise ValueError(f"the cell {exercise}-check does not check {exercise}")


def _assignment_of(exercise: Exercise) -> str:
    return next(name for name, exercises in ASSIGNMENTS.items() if exercise in exercises)


@cache
def _code_cells(assignment: str) -> dict[str, str]:
    """Return the code cells of a notebook's text that have a ``grade_id``, by it."""
    text = (SOURCE / f"{assignment}.py").read_text(encoding="utf-8")
    parts = re.split(r"^# %%(.*)\n", text, flags=re.MULTILINE)
    cells = {}
    for head, body in zip(parts[1::2], parts[2::2], strict=True):
        found = re.search(r'"grade_id": "([\w-]+)"', head)
        if found and "[markdown]" not in head:
            cells[found[1]] = body
    return cells


def given_functions(exercise: Exercise) -> dict[str, str]:
    """Return the texts of an exercise's functions as students are given them, by name."""
    cell = _code_cells(_assignment_of(exercise))[exercise.id]
    given = re.sub(r"^ *### BEGIN SOLUTION\n.*?^ *### END SOLUTION\n", "", cell, flags=re.M | re.S)
    texts = re.split(r"^(?=def )", given, flags=re.MULTILINE)[1:]
    named = ((re.match(r"def (\w+)", text), text) for text in texts)
    return {found[1]: text for found, text in named if found}
