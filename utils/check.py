"""The check that a notebook calls: one verdict, what differs, the likely cause, the next step."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from utils.attempt import Attempt, Function, is_untouched, raising_line
from utils.compare import difference, same

HINTS = Path(__file__).with_name("hints.json")
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
    """

    def __init__(
        self, exercise: str, message: str, *, verdict: str = "failed", hint: str | None = None
    ) -> None:
        super().__init__(message)
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
        verdict: str = "failed",
    ) -> CheckFailed:
        """Build the message of a wrong answer from its complaints and, if known, its cause."""
        lines = [f"{exercise}: not yet.", *(f"  {line}" for line in complaints)]
        if hint:
            lines.append(f"  Likely cause ({hint['id']}): {hint['diagnosis']}")
            lines.append(f"  Try next: {hint['next_step']}")
        message = "\n".join(lines)
        return cls(exercise, message, verdict=verdict, hint=hint["id"] if hint else None)

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
    entry = load_hints().get(exercise, {})
    untouched = is_untouched(functions, entry.get("given"))
    if untouched:
        raise CheckFailed.not_attempted(exercise)
    attempt = Attempt(functions)
    try:
        parts = attempt.run(answer)
    except Exception as error:
        raise _stopped(exercise, attempt, error, entry) from error
    _compare(exercise, parts, expected, entry, touched=untouched is False)
    print(f"{exercise}: correct.")
    return dict(parts)


def _stopped(
    exercise: str, attempt: Attempt, error: Exception, entry: Mapping[str, Any]
) -> CheckFailed:
    """Explain an exception of the student's function, or of reading what it returned."""
    calls = attempt.calls
    if calls and calls[-1].error is error:
        kind = getattr(error, "error_type", type(error).__name__)
        text = (getattr(error, "text", "") or str(error)).strip()
        where = getattr(error, "where", "")
        lines = [f"your function raised {kind}{where}: {text}".rstrip(": ")]
        if line := raising_line(error, attempt.functions):
            lines.append(f"in the line: {line}")
        verdict = "not attempted" if kind == "NotImplementedError" else "error"
        return CheckFailed.from_parts(exercise, lines, verdict=verdict)
    if calls and all(call.result is None for call in calls):
        return CheckFailed.not_attempted(exercise)
    got = _described(calls[-1].result) if calls else "nothing"
    form = entry.get("form")
    # The course's own helpers say what they expected.
    said = f"expected {form}, got {got}" if form else str(error)
    return CheckFailed.from_parts(exercise, [said])


def _described(value: Any) -> str:
    """Say what kind of thing a value is."""
    if isinstance(value, tuple | list):
        return f"a {type(value).__name__} of {len(value)}"
    return "None" if value is None else f"a value of type {type(value).__name__}"


def _compare(
    exercise: str,
    got: Any,
    expected: Mapping[str, Any],
    entry: Mapping[str, Any],
    *,
    touched: bool,
) -> None:
    """Raise ``CheckFailed`` if an answer differs from the expected one."""
    if not isinstance(got, Mapping):
        if got is None and not touched:
            raise CheckFailed.not_attempted(exercise)
        wanted = ", ".join(expected)
        problem = f"expected a dictionary with {wanted}, got {type(got).__name__}"
        raise CheckFailed.from_parts(exercise, [problem])
    if not touched:
        stored = entry.get("untouched")
        if all(got.get(name) is None for name in expected) or (stored and same(got, stored)):
            raise CheckFailed.not_attempted(exercise)
    missing = [f"{name}: missing from what was returned" for name in expected if name not in got]
    present = [name for name in expected if name in got]
    complaints = missing + [
        line for name in present if (line := difference(name, got[name], expected[name]))
    ]
    if complaints:
        raise CheckFailed.from_parts(exercise, complaints, hint=_recognise(entry, got))


def _recognise(hints: Mapping[str, Any], got: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Find the misconception whose stored wrong answer is the one at hand."""
    for hint in hints.get("misconceptions", []):
        if hint["fingerprint"] and same(got, hint["fingerprint"]):
            return hint
    return None


@cache
def load_hints() -> dict[str, Any]:
    """Read the hint table: per exercise what it answers untouched, and with each misconception.

    The table holds wrong answers only. It is built from ``autograder/exercises``.
    """
    try:
        return json.loads(HINTS.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        # A missing table costs the student the likely cause, never the verdict.
        print(f"(no hints: {HINTS.name} cannot be read: {error})")
        return {}
