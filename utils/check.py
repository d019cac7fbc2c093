"""The check that a notebook calls: one verdict, what differs, the likely cause, the next step."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from utils.compare import difference, same

HINTS = Path(__file__).with_name("hints.json")


class CheckFailed(AssertionError):
    """A wrong or missing answer, shown to the student as its message alone.

    Attributes
    ----------
    exercise : str
        The exercise's id.
    verdict : str
        ``"failed"`` or ``"not attempted"``.
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
        complaints: list[str],
        *,
        hint: Mapping[str, Any] | None = None,
    ) -> CheckFailed:
        """Build the message of a wrong answer from its complaints and, if known, its cause."""
        lines = [f"{exercise}: not yet.", *(f"  {line}" for line in complaints)]
        if hint:
            lines.append(f"  Likely cause ({hint['id']}): {hint['diagnosis']}")
            lines.append(f"  Try next: {hint['next_step']}")
        return cls(exercise, "\n".join(lines), hint=hint["id"] if hint else None)

    @classmethod
    def not_attempted(cls, exercise: str) -> CheckFailed:
        """Build the message of an answer that still is the given placeholder."""
        message = (
            f"{exercise}: not attempted yet.\n"
            "  Fill in the code between START CODE HERE and END CODE HERE above, run that cell,\n"
            "  then run this one again."
        )
        return cls(exercise, message, verdict="not attempted")

    def _render_traceback_(self) -> list[str]:
        # IPython asks for this: the message says it all, our frames would only be in the way.
        return [str(self)]


def check(exercise: str, got: Mapping[str, Any], expected: Mapping[str, Any]) -> None:
    """Compare an answer with the expected one and say what is wrong, where, and the likely cause.

    Parameters
    ----------
    exercise : str
        The exercise's id, such as ``"l2-cost"``.
    got : mapping of str to value
        What the student's function returned, by name. More names than expected are fine.
    expected : mapping of str to value
        The expected numbers or (nested lists of) arrays, by name.

    Raises
    ------
    CheckFailed
        If anything differs. Its message is all that a notebook shows.
    """
    hints = load_hints().get(exercise, {})
    if not isinstance(got, Mapping):
        wanted = ", ".join(expected)
        problem = f"expected a dictionary with {wanted}, got {type(got).__name__}"
        if got is None:
            raise CheckFailed.not_attempted(exercise)
        raise CheckFailed.from_parts(exercise, [problem])
    if all(got.get(name) is None for name in expected):
        raise CheckFailed.not_attempted(exercise)
    untouched = hints.get("untouched")
    if untouched and same(got, untouched):
        raise CheckFailed.not_attempted(exercise)
    missing = [f"{name}: missing from what was returned" for name in expected if name not in got]
    present = [name for name in expected if name in got]
    complaints = missing + [
        line for name in present if (line := difference(name, got[name], expected[name]))
    ]
    if complaints:
        raise CheckFailed.from_parts(exercise, complaints, hint=_recognise(hints, got))
    print(f"{exercise}: correct.")


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
