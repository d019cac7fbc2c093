"""What grading one submission yields: plain data that serialises to JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from autograder.notes import Note

Verdict = Literal[
    "passed",  # ran to its end in the examiner
    "failed",  # the answer is wrong
    "not attempted",  # the given placeholder is still there
    "error",  # the student's code raised
    "timeout",  # the student's code ran too long
    "crashed",  # the student's process died or met a limit
    "unusable",  # a result that cannot cross the boundary
    "not run",  # the submission could not be read or run at all
    "manual",  # left for a human grader
]
Isolation = Literal["sandbox", "process"]
Reached = Isolation | Literal["none"]
"""How well students' code was kept apart; not at all where none ran."""
Where = Literal["outside", "inside"]
"""Where a test ran: where student code never is, or in the student's own process."""
PLACES = ("outside", "auto", "inside")
"""Where a course may have its tests: there, or wherever each of them can be judged."""


class Difference(NamedTuple):
    """An array that a visible test compared: rows of numbers, ``None`` where not finite."""

    name: str
    expected: list[list[float | None]]
    got: list[list[float | None]]


@dataclass(frozen=True)
class TestResult:
    """The outcome of one graded cell.

    Attributes
    ----------
    grade_id : str
        The graded cell's nbgrader id.
    points, max_points : float
        Points earned, and points to be had. ``points`` is ``None`` for manually graded cells.
    verdict : Verdict
        How the test ended.
    message : str
        What the student is told; plain text, never a hidden expected value.
    hint : str or None
        Id of the misconception that the wrong answer matches.
    seconds : float
        Wall time that the test took.
    line : int or None
        The line of the student's cell in which one change makes more of the answer right.
    kind : str or None
        What that change is about, such as ``"factor"``.
    differences : tuple of Difference
        Arrays that a visible test compared and that differ, small enough to be drawn.
    where : {"outside", "inside"}
        Where it ran. Inside, the code that it tests can see it and change its outcome.
    """

    __test__ = False  # the name makes pytest think that this is a test class

    grade_id: str
    points: float | None
    max_points: float
    verdict: Verdict
    message: str = ""
    hint: str | None = None
    seconds: float = 0.0
    line: int | None = None
    kind: str | None = None
    differences: tuple[Difference, ...] = ()
    where: Where = "outside"

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> TestResult:
        """Rebuild an outcome from plain data."""
        drawn = tuple(Difference(*each) for each in data.get("differences", ()))
        return cls(**{**data, "differences": drawn})


@dataclass(frozen=True)
class Result:
    """The outcome of one submitted notebook.

    Attributes
    ----------
    tests : tuple of TestResult
        One for each graded cell of the instructor's notebook, in its order.
    notes : tuple of Note
        Each repair that was made, each thing that was ignored or refused; the grave ones first.
    isolation : Reached
        The level that the student process reached.
    seed : int
        Seed of the hidden tests' random inputs, with which any verdict can be replayed.
    hashes : dict
        ``solution``, ``tests`` and ``environment``, and ``files`` where the student's are used:
        sha256 of what the result depends on.
    needs_human : bool
        Whether something happened that an instructor should look at.
    """

    student: str
    assignment: str
    notebook: str
    tests: tuple[TestResult, ...]
    notes: tuple[Note, ...] = ()
    isolation: Reached = "none"
    seed: int = 0
    seconds: float = 0.0
    hashes: dict[str, str] = field(default_factory=dict)
    needs_human: bool = False

    @property
    def score(self) -> float:
        """Points earned by the automatic tests."""
        return sum(test.points or 0.0 for test in self.tests)

    @property
    def max_score(self) -> float:
        """Points to be had."""
        return sum(test.max_points for test in self.tests)

    @property
    def inside(self) -> tuple[str, ...]:
        """Tests that ran in the student's own process, where its code can see and change them."""
        return tuple(test.grade_id for test in self.tests if test.where == "inside")

    @property
    def refusal(self) -> str:
        """Why nothing of it could be graded; empty where something was."""
        verdicts = {test.verdict for test in self.tests}
        if "not run" not in verdicts or not verdicts <= {"not run", "manual"}:
            return ""
        return next(test.message for test in self.tests if test.verdict == "not run")

    @property
    def scores(self) -> dict[str, float | None]:
        """Points for the gradebook by ``grade_id``; ``None`` where a person gives them.

        What could not be read or run has no automatic points, not zero: it waits for a person.
        """
        waits = bool(self.refusal)
        return {test.grade_id: None if waits else test.points for test in self.tests}

    def to_dict(self) -> dict[str, Any]:
        """Return plain data for JSON, with ``score`` and ``max_score``."""
        tests = tuple(dict(vars(test)) for test in self.tests)
        notes = tuple(dict(vars(note)) for note in self.notes)
        plain = {**vars(self), "tests": tests, "notes": notes, "hashes": dict(self.hashes)}
        return {**plain, "score": self.score, "max_score": self.max_score}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Result:
        """Rebuild a result from :meth:`to_dict`'s plain data."""
        plain = {k: v for k, v in data.items() if k not in ("score", "max_score", "lateness")}
        plain["tests"] = tuple(map(TestResult.from_dict, plain["tests"]))
        plain["notes"] = tuple(Note(**note) for note in plain["notes"])
        return cls(**plain)
