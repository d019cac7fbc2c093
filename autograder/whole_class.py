"""What only a whole class shows."""

from __future__ import annotations

from collections.abc import Iterable

from autograder.cells import printable
from autograder.result import Result
from autograder.states import LEFT_OUT, state

NAMES = 3  # of students of whom the same is said
CLASS = 10
"""Answers from which on a test that nobody passes is more likely the test's fault."""


def passed_by_nobody(results: Iterable[Result], least: int = CLASS) -> list[tuple[str, str, int]]:
    """Return tests that ``least`` students tried and that gave none of them a point.

    Each is a notebook, a grade id, and how many tried.
    """
    best: dict[tuple[str, str], list[float]] = {}
    for result in results:
        for test in result.tests:
            tried = test.verdict not in ("manual", "not run", "not attempted")
            if tried and test.points is not None and test.max_points:
                best.setdefault((result.notebook, test.grade_id), []).append(test.points)
    return [
        (*key, len(points))
        for key, points in best.items()
        if len(points) >= least and max(points) == 0
    ]


def left_out_by(results: Iterable[Result]) -> str:
    """Say which notebooks were left out by whom; empty where none was."""
    names: dict[str, list[str]] = {}
    for result in results:
        if state(result) == LEFT_OUT:
            names.setdefault(result.notebook, []).append(printable(result.student))
    told = []
    for notebook, students in names.items():
        more = f" and {len(students) - NAMES} more" if len(students) > NAMES else ""
        told.append(f"{printable(notebook)} by {', '.join(students[:NAMES])}{more}")
    return f"Left out, which counts as 0: {'; '.join(told)}." if told else ""
