"""Cases of one question, perhaps a given cell, a solution, a test; and of many."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from courses.form import Case, Points, given, solution, test

STOCK: Mapping[str, Points] = {"right": 1, "untouched": 0, "wrong": 0}


def question(
    name: str,
    solution_text: str,
    test_text: str,
    wrong: str,
    before: str = "",
    stock: Mapping[str, Points] = STOCK,
    answers: Mapping[str, str] | None = None,
    **fields: Any,
) -> Case:
    """Return a case of one question with a wrong answer, and others."""
    cells = [solution(solution_text, "answer"), test(test_text, grade_id="check")]
    if before:
        cells.insert(0, given(before, "before"))
    every = {"wrong": textwrap.dedent(wrong).strip("\n"), **(answers or {})}
    return Case(name, tuple(cells), stock, every, **fields)


@dataclass(frozen=True)
class Part:
    """A question of an assignment.

    Attributes
    ----------
    solution, wrong : str
        The instructor's cell, and a student's wrong one.
    tests : tuple of str
        What tests it; each is worth a point.
    before : str
        A cell of the instructor's above it.
    """

    solution: str
    wrong: str
    tests: tuple[str, ...]
    before: str = ""


def part(solution_text: str, wrong: str, *tests: str, before: str = "") -> Part:
    """Return a question; ``wrong`` is a wrong answer to it."""
    return Part(solution_text, wrong, tests, before)


def assignment(
    name: str, *parts: Part, stock: Mapping[str, Points] | None = None, **fields: Any
) -> Case:
    """Return a case of many questions, with answers that are wrong, and wrong in every second.

    Unless ``stock`` says otherwise, each test tells its wrong answer from the right one.
    """
    cells: list[dict[str, Any]] = []
    wrong: dict[str, str] = {}
    right: dict[str, str] = {}
    points: list[tuple[float, float]] = []
    for number, each in enumerate(parts):
        if each.before:
            cells.append(given(each.before, f"before-{number}"))
        cells.append(solution(each.solution, f"answer-{number}"))
        cells += [test(t, grade_id=f"check-{number}-{k}") for k, t in enumerate(each.tests)]
        wrong[f"answer-{number}"] = textwrap.dedent(each.wrong).strip("\n")
        right[f"answer-{number}"] = textwrap.dedent(each.solution).strip("\n")
        points += [(1.0, float(number % 2))] * len(each.tests)
    half = {k: (wrong if n % 2 == 0 else right)[k] for n, k in enumerate(wrong)}
    none = tuple(0.0 for _ in points)
    expected: dict[str, Points] = {
        "right": tuple(all_ for all_, _ in points),
        "untouched": none,
        "wrong": none,
        "half": tuple(second for _, second in points),
    }
    return Case(
        name,
        tuple(cells),
        {**expected, **(stock or {})},
        {"wrong": wrong, "half": half},
        **fields,
    )
