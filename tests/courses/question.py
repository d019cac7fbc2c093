"""Cases of one question: perhaps a given cell, a solution, a test."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
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
    **fields: Any,
) -> Case:
    """Return a case of one question with a wrong answer."""
    cells = [solution(solution_text, "answer"), test(test_text, grade_id="check")]
    if before:
        cells.insert(0, given(before, "before"))
    answers = {"wrong": textwrap.dedent(wrong).strip("\n")}
    return Case(name, tuple(cells), stock, answers, **fields)
