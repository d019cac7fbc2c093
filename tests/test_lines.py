"""The line that is named, over all known mistakes: often, and never a wrong one."""

import difflib
import linecache

import numpy as np
import pytest

from exercises import EXERCISES
from exercises.exercise import source_text
from exercises.lines import point_at_line
from utils.check import CheckFailed

SAMPLE = ["L2-PRECEDENCE", "HE-INVERSE", "LARGE-BIASES"]
NAMED = {hint: exercise for exercise in EXERCISES.values() for hint in exercise.wrong_functions}
FLOOR, WRONG = 0.4, 0.02
"""Mistakes whose line is found without any knowledge of them; those of these in a wrong line."""


def as_in_a_cell(exercise, text, name):
    """Define a text's functions as a cell does, whose text can be read again."""
    linecache.cache[name] = (len(text), None, text.splitlines(True), name)
    namespace = dict(exercise.reference.__globals__)
    exec(compile(text, name, "exec"), namespace)
    return exercise.examined(*map(namespace.get, exercise.function_name.split(", ")))


def wrong_lines(right, wrong):
    """Return the numbers of the lines that an edit changed, or beside which it took one away."""
    lines = set()
    pieces = difflib.SequenceMatcher(None, right.split("\n"), wrong.split("\n"), autojunk=False)
    for what, _, _, start, end in pieces.get_opcodes():
        if what != "equal":
            lines |= set(range(start + 1, end + 1)) if end > start else {start, start + 1}
    return lines


def pointed(exercise, hint):
    """Look for a mistake's line; return the lines that are named and those that are wrong."""
    text = exercise.misconception(hint).text(exercise.reference)
    function = as_in_a_cell(exercise, text, f"<cell with {hint}>")
    failure = CheckFailed(exercise.id, "not yet.")
    rng = np.random.default_rng(7)
    with np.errstate(all="ignore"):
        point_at_line(failure, exercise, function, [exercise.inputs(rng), exercise.inputs(rng)])
    return failure, wrong_lines(source_text(exercise.reference), text)


@pytest.mark.parametrize("hint", SAMPLE)
def test_the_line_of_a_mistake(hint):
    failure, wrong = pointed(NAMED[hint], hint)
    assert {number for number, _ in failure.lines} <= wrong
    assert failure.line in wrong
    assert str(failure).startswith("not yet.\n  ")


@pytest.mark.slow
def test_lines_are_named_often_and_never_wrong():
    named, wrongly = 0, []
    for hint, exercise in NAMED.items():
        failure, wrong = pointed(exercise, hint)
        named += bool(failure.lines)
        if failure.lines and not {number for number, _ in failure.lines} & wrong:
            wrongly.append((hint, failure.lines, sorted(wrong)))
    print(f"{named} of {len(NAMED)} lines named, {len(wrongly)} wrong")
    assert len(wrongly) <= WRONG * named, wrongly
    assert named >= FLOOR * len(NAMED)
