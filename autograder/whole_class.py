"""What only a whole class shows."""

from __future__ import annotations

from collections.abc import Iterable

from autograder.result import Result

CLASS = 10
"""Answers from which on a test that nobody passes is more likely the test's fault."""


def passed_by_nobody(results: Iterable[Result]) -> list[str]:
    """Return a line on each test that a whole class tried and nobody passed."""
    best: dict[tuple[str, str], list[float]] = {}
    for result in results:
        for test in result.tests:
            tried = test.verdict not in ("manual", "not run", "not attempted")
            if tried and test.points is not None and test.max_points:
                key = (result.notebook, test.grade_id)
                best.setdefault(key, []).append(test.points / test.max_points)
    return [
        f"Nobody passes {grade_id} of {notebook}, of {len(found)} who tried: look at the test."
        for (notebook, grade_id), found in best.items()
        if len(found) >= CLASS and max(found) == 0
    ]
