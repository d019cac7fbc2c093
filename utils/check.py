"""The check that a notebook calls: one verdict, what differs, the likely cause, the next step."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np

from utils.answers import remember
from utils.attempt import Attempt, Function, is_untouched
from utils.behaviour import kind_of, of_calls, of_error, of_names, unfilled
from utils.compare import ATOL, difference, same
from utils.draws import other_draws
from utils.facts import Landmark, right_parts, statements
from utils.kernel import explain_missing_names
from utils.repairs.pointing import point
from utils.shares import fraction_right

HINTS = Path(__file__).with_name("hints")
"""Folder of the hint tables, one for each assignment."""
WIDTH = 59
"""Characters in a line, so that none breaks in a narrow window."""


class CheckFailed(AssertionError):
    """A wrong or missing answer, shown to the student as its message alone.

    Attributes
    ----------
    exercise : str
        The exercise's id.
    verdict : str
        ``"failed"``, ``"error"`` if the student's function raised, or ``"not attempted"``.
    hint : str or None
        Id of the misconception that gives exactly this answer.
    fact : str or None
        What else is known to be true of this answer.
    line : int or None
        The line of the student's cell in which one change makes more of the answer right.
    lines : tuple of (int, str)
        That line's number and text; several where the same change is due in each.
    kind : str or None
        What the change is about, a word of :data:`utils.repairs.KINDS`.
    about_arguments : bool
        Whether the student's function changed what was passed to it.
    compared : mapping of str to (value, value)
        What was expected and what came, by name.
    fraction : float
        Which part of the points the right parts of the answer earn, from 0 to below 1.
    """

    line: int | None = None
    lines: tuple[tuple[int, str], ...] = ()
    kind: str | None = None
    about_arguments: bool = False
    compared: Mapping[str, tuple[Any, Any]] = MappingProxyType({})
    fraction: float = 0.0

    def __init__(
        self,
        exercise: str,
        message: str,
        *,
        verdict: str = "failed",
        hint: str | None = None,
        fact: str | None = None,
    ) -> None:
        super().__init__(message)
        self.fact = fact
        self.exercise = exercise
        self.verdict = verdict
        self.hint = hint

    @classmethod
    def from_parts(
        cls,
        exercise: str,
        complaints: Sequence[str],
        *,
        hint: Mapping[str, Any] | None = None,
        facts: Sequence[str] = (),
        right: Sequence[str] = (),
        verdict: str = "failed",
    ) -> CheckFailed:
        """Build the message of a wrong answer: what differs, what is true of it, the cause.

        `right` says which parts are right, which explains nothing.
        """
        lines = [f"{exercise}: not yet.", *(f"  {line}" for line in complaints)]
        lines += [f"  {line}" for line in (*facts, *right)]
        if hint:
            lines.append(f"  Likely cause ({hint['id']}): {hint['diagnosis']}")
            lines.append(f"  Try next: {hint['next_step']}")
        message = "\n".join(lines)
        known = hint["id"] if hint else None
        fact = "\n".join(facts) or None
        return cls(exercise, message, verdict=verdict, hint=known, fact=fact)

    @classmethod
    def not_attempted(cls, exercise: str) -> CheckFailed:
        """Build the message of an answer that still is the given placeholder."""
        message = (
            f"{exercise}: not attempted yet.\n"
            "  Fill in the code between START CODE HERE\n"
            "  and END CODE HERE above, run that cell,\n"
            "  then run this one again."
        )
        return cls(exercise, message, verdict="not attempted")

    def _render_traceback_(self) -> list[str]:
        # IPython asks for this: the message says it all, our frames would only be in the way.
        return wrapped(str(self)).split("\n")


def wrapped(message: str) -> str:
    """Break a message's lines so that a narrow window holds them."""
    lines = []
    for line in message.split("\n"):
        indent = " " * (len(line) - len(line.lstrip()))
        lines += textwrap.wrap(line, WIDTH, subsequent_indent=indent + "  ") or [line]
    return "\n".join(lines)


def check(
    exercise: str,
    functions: Function | tuple[Function, ...],
    answer: Callable[..., Mapping[str, Any]],
    expected: Mapping[str, Any],
) -> dict[str, Any]:
    """Call a student's function, compare what it answers, and say what is wrong, where, and why.

    Parameters
    ----------
    exercise : str
        The exercise's id, such as ``"l2-cost"``.
    functions : callable or tuple of callable
        The student's function, or all that the exercise asks for.
    answer : callable
        Takes the functions, calls them, and names the parts of what they return.
    expected : mapping of str to value
        The expected numbers or (nested lists of) arrays, by name. The answer may have more names.

    Returns
    -------
    dict
        The parts of the answer, which is right.

    Raises
    ------
    CheckFailed
        If anything differs. Its message is all that a notebook shows.
    """
    functions = functions if isinstance(functions, tuple) else (functions,)
    try:
        found = _checked(exercise, functions, answer, expected)
    except CheckFailed as failure:
        if failure.verdict == "failed":
            remember(exercise, functions, passed=False)
        # In the grader the hidden test looks for the line, on more inputs than these.
        if not any(hasattr(function, "elsewhere") for function in functions):
            point(failure, functions, [answer], [expected], load_hints().get(exercise, {}))
        raise
    remember(exercise, functions, passed=True)
    return found


def _checked(
    exercise: str,
    functions: tuple[Function, ...],
    answer: Callable[..., Mapping[str, Any]],
    expected: Mapping[str, Any],
) -> dict[str, Any]:
    """Do what a check does, but for the search for the wrong line."""
    entry = load_hints().get(exercise, {})
    untouched = is_untouched(functions, entry.get("given"))
    if untouched:
        raise CheckFailed.not_attempted(exercise)
    attempt = Attempt(functions)
    try:
        parts = attempt.run(answer)
    except Exception as error:
        if untouched is None and all(call.result is None for call in attempt.calls):
            raise CheckFailed.not_attempted(exercise) from error
        lines, verdict = of_error(attempt, error, entry)
        empty = unfilled(functions) if "None" in " ".join(lines) else None
        facts = [f"This line is still as given: {empty}"] if empty else []
        facts += held(attempt.calls[-1].result if attempt.calls else None, expected)
        raise CheckFailed.from_parts(exercise, lines, facts=facts, verdict=verdict) from error
    if untouched is None and _looks_untouched(parts, expected, entry):
        raise CheckFailed.not_attempted(exercise)
    _compare(exercise, attempt, parts, expected, entry)
    print(f"{exercise}: correct.")
    return dict(parts)


def held(result: Any, expected: Mapping[str, Any]) -> list[str]:
    """Say which right parts a tuple holds that cannot be taken apart as it should."""
    parts = result if isinstance(result, tuple | list) else ()
    right = [n for n in expected if any(not difference(n, part, expected[n]) for part in parts)]
    return [f"What was returned holds {' and '.join(right)}."] if right else []


def _looks_untouched(got: Any, expected: Mapping[str, Any], entry: Mapping[str, Any]) -> bool:
    """Judge by the answer, where the function's text cannot be seen."""
    if not isinstance(got, Mapping):
        return got is None
    stored = entry.get("untouched")
    return all(got.get(name) is None for name in expected) or bool(stored and same(got, stored))


def _compare(
    exercise: str, attempt: Attempt, got: Any, expected: Mapping[str, Any], entry: Mapping[str, Any]
) -> None:
    """Raise ``CheckFailed`` if an answer differs from the expected one."""
    if not isinstance(got, Mapping):
        wanted = ", ".join(expected)
        problems = (
            [] if got is None else [f"expected a dictionary with {wanted}, got {kind_of(got)}"]
        )
        facts = [*of_calls(attempt, entry)]
        raise CheckFailed.from_parts(exercise, problems, facts=facts)
    present = [name for name in expected if name in got]
    wrong = {
        name: line for name in present if (line := difference(name, got[name], expected[name]))
    }
    complaints = [*wrong.values()]
    if missing := of_names(got, expected):
        complaints.insert(0, missing)
    if not complaints:
        return
    hint = _recognise(entry, got)
    answers = [np.asarray(value) for value in expected.values()]
    alike = len(answers) > 1 and all(same(value, answers[0]) for value in answers)
    facts = [] if hint else [*of_calls(attempt, entry, alike)]
    right: list[str] = []
    if not hint and not any(call.result is None for call in attempt.calls):
        facts += facts_about(got, expected, entry)
        right = right_parts(got, expected)
    failure = CheckFailed.from_parts(exercise, complaints, hint=hint, facts=facts, right=right)
    failure.compared = {name: (expected[name], got[name]) for name in present}
    good = {*present} - wrong.keys()
    failure.fraction = fraction_right(entry.get("shares", ()), good, expected)
    raise failure


def facts_about(
    got: Mapping[str, Any], expected: Mapping[str, Any], entry: Mapping[str, Any]
) -> list[str]:
    """Say what the wrong parts of an answer are, by an exercise's entry in the hint table."""
    stored = entry.get("untouched")
    if stored and same(got, stored):
        return ["The answer is still what it is before anything is filled in: is a result stored?"]
    if line := other_draws(entry.get("masks", ()), got, expected):
        return [line]
    marks = [
        Landmark(each["words"], each["parts"], each["summand"])
        for each in entry.get("landmarks", ())
    ]
    return statements(got, expected, marks, entry.get("constants"))


def _recognise(hints: Mapping[str, Any], got: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Find the misconception whose stored wrong answer is the one at hand."""
    known: Sequence[Mapping[str, Any]] = hints.get("misconceptions", [])
    for hint in known:
        stored = hint["fingerprint"]
        if stored and same(got, stored) and not _is_zero_for_little(got, stored):
            return hint
    return None


def _is_zero_for_little(got: Mapping[str, Any], stored: Mapping[str, Any]) -> bool:
    """Whether an answer is 0 where a mistake leaves a rounding error: it is another mistake."""
    for name, value in stored.items():
        if value is not None:
            little = np.abs(np.asarray(value, float))
            mine = np.asarray(got[name], float)
            if ((mine == 0) & (little > 0) & (little < ATOL)).any():
                return True
    return False


@cache
def load_hints() -> dict[str, Any]:
    """Read the hint tables: per exercise what is given, its landmarks, and known mistakes.

    The tables hold no right answer. They are built from ``exercises``.
    """
    hints: dict[str, Any] = {}
    try:
        # Systems and JupyterLab leave files of their own in any folder.
        for file in sorted(each for each in HINTS.iterdir() if each.suffix == ".json"):
            hints |= json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        # A missing table costs the student the likely cause, never the verdict.
        print(f"(no hints: {HINTS.name} cannot be read: {error})")
    return hints


explain_missing_names()
