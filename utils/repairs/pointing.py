"""Add to a failed check the line that a repair was found in, where nothing better is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from utils.compare import agrees
from utils.repairs.locating import Located, locate
from utils.repairs.programs import Function
from utils.repairs.search import Answer


def point(
    failure: Any,
    functions: tuple[Function, ...],
    answers: Sequence[Answer],
    expected: Sequence[Mapping[str, Any]],
    entry: Mapping[str, Any],
) -> None:
    """Look for the wrong line of a failed check, and say it in the check's message.

    Parameters
    ----------
    failure : CheckFailed
        Gets ``line``, ``lines`` and ``kind`` where a line is found. Left alone where it names a
        cause or a fact, or where nothing was attempted.
    functions : tuple of callable
        The student's functions.
    answers : sequence of callable
        One for each set of inputs: takes the functions and returns the parts of the answer by name.
    expected : sequence of mapping of str to value
        The right parts on each of them.
    entry : mapping of str to object
        The exercise's entry in the hint table, which knows the lines that were given.
    """
    known = failure.hint or getattr(failure, "fact", None)
    if known or failure.verdict == "not attempted":
        return
    goal = frozenset(name for parts in expected for name in parts)

    def judge(number: int, parts: Mapping[str, Any]) -> frozenset[str]:
        return goal - {
            name
            for name, value in expected[number].items()
            if name not in parts or not agrees(parts[name], value)
        }

    telling = frozenset(
        name
        for parts in expected
        for name, value in parts.items()
        if not np.isin(value, [0, 1, -1]).all()
    )
    given = frozenset(entry.get("given_lines", ()))
    located = locate(functions, answers, judge, goal=goal, telling=telling, given=given)
    if located is not None:
        mark(failure, located)


def mark(failure: Any, located: Located) -> None:
    """Write a line into a failure and its message."""
    failure.lines, failure.kind = located.lines, located.kind
    failure.line = located.lines[0][0]
    message = failure.args[0]
    known = [row for row in message.split("\n") if "in the line: " in row]
    rows = [
        f"  {row}"
        for row in located.sentence.split("\n")
        if not any(each.split("in the line: ")[1].startswith(row.strip()) for each in known)
    ]
    if len(rows) < len(located.sentence.split("\n")):
        rows[0] = rows[0].rstrip(":") + "."  # the line stands above already
    failure.args = ("\n".join([message, *rows]), *failure.args[1:])
