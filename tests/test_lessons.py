"""Every lesson runs top to bottom in a real kernel, and reads its pictures aloud."""

from __future__ import annotations

from itertools import pairwise

import nbformat
import numpy as np
import pytest
from lesson_kit import (
    LESSONS,
    TEXTS,
    assert_silent,
    outputs,
    pictures,
    printed,
    run_lesson,
    sound_lesson,
)

from utils.check import CheckFailed, check

FIRST = "00_start_here"
LOOKED_AT = (
    "lesson_2_regularization",
    "lesson_4_minibatch_training",
    "lesson_5_deep_network",
)
"""Lessons that the tests of their assignments run, and look at closely."""
NAMES = sorted(file.stem for file in TEXTS.glob("*.py"))


def test_the_first_page_runs_to_its_unsolved_check():
    notebook = run_lesson(FIRST)
    assert_silent(notebook)
    (error,) = outputs(notebook, "error")
    assert error.ename == "CheckFailed"
    assert error.traceback == error.evalue.splitlines()
    assert "constant-guess: not attempted yet." in error.evalue
    assert "The notebooks can run here." in printed(notebook)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("np.mean(Y == guess)", "constant-guess: correct."),
        ("np.mean(Y)", "always 0: expected 0.4, got 0.6"),
        ("np.sum(Y == guess)", "always 0: expected 0.4, got 2"),
    ],
)
def test_the_first_exercise_answers(line, said, capsys):
    Y = np.array([[1, 1, 0, 1, 0]])
    function = eval(f"lambda Y, guess: {line}", {"np": np})
    arguments = (
        "constant-guess",
        function,
        lambda accuracy: {f"always {guess}": accuracy(Y, guess) for guess in (0, 1)},
        {"always 0": 0.4, "always 1": 0.6},
    )
    if said.endswith("correct."):
        check(*arguments)
        assert capsys.readouterr().out.strip() == said
    else:
        with pytest.raises(CheckFailed, match=said):
            check(*arguments)


SHEET = "cheat_sheet"
"""A page without cells to run."""
OTHERS = [name for name in NAMES if name not in (FIRST, SHEET, *LOOKED_AT)]
SHORTER = {
    "lesson_1_initialization": {
        "range(7)": "range(2)",
        "range(15)": "range(2)",
        "range(300)": "range(30)",
        "rate, 600, every=10": "rate, 60, every=10",
        "rate, 1000, every=1000": "rate, 100, every=100",
        "still=[(1, 10), (1, 30), (1.41, 30)]": "still=[(1, 2)]",
    },
    "lesson_3_gradient_checking": {"(1e-2,), (1e-5,), (1e-13,)": "(1e-5,)"},
    "lesson_6_other_regularizers": {
        r"still=[(each,) for each in \"ABCDEF\"]": r"still=[(\"A\",)]",
    },
}
"""What makes lessons train fewer networks: every cell runs all the same."""


@pytest.mark.parametrize(
    ("name", "whole"),
    [(name, False) for name in OTHERS]
    + [pytest.param(name, True, marks=pytest.mark.slow) for name in SHORTER],
)
@pytest.mark.long
def test_a_lesson_runs_without_error(name, whole):
    notebook = sound_lesson(name, None if whole else SHORTER.get(name))
    assert pictures(notebook)


def test_the_first_page_holds_no_solution():
    assert "Y == guess)" not in (TEXTS / f"{FIRST}.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_every_picture_is_followed_by_words(name):
    cells = nbformat.read(LESSONS / f"{name}.ipynb", as_version=4).cells
    for cell, following in pairwise(cells):
        if "show()" in cell.source:
            assert following.cell_type == "markdown"
            assert "**What you saw.**" in following.source
