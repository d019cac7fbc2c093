"""The mutation gate: whatever is not the same function as the reference loses points."""

import ast
import re
from pathlib import Path

import pytest
from code_mutants import mutants
from mutation_gate import mutants_of, survives

from exercises import EXERCISES

LIST = Path(__file__).with_name("equivalent_mutants.txt")
SAMPLE = 53
"""One of so many mutants is tried in the normal run."""
RETURNED = re.compile(r"return (\{.*\})  =>  return (\{.*\})")
NOT_JUDGED = {
    "l2-backward": r"dZ[123]|dA[12]",
    "dropout-backward": r"dZ[123]",
}
"""Entries of the returned dictionary that the given code adds and that no text asks for."""


def equivalent():
    """Read the list: a reason behind ``#``, and below it ``exercise: statement  =>  changed``."""
    found = {}
    for line in LIST.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            exercise, name = line.split(": ", 1)
            found.setdefault(exercise, set()).add(name)
    return found


def changes_only_what_is_not_judged(exercise, name):
    pair = RETURNED.fullmatch(name)
    if exercise not in NOT_JUDGED or not pair:
        return False
    before, after = ({}, {})
    for text, into in zip(pair.groups(), (before, after), strict=True):
        tree = ast.parse(text, mode="eval").body
        into.update(
            (key.value, ast.unparse(value))
            for key, value in zip(tree.keys, tree.values, strict=True)
            if isinstance(key, ast.Constant)
        )
    judged = {key for key in before if not re.fullmatch(NOT_JUDGED[exercise], key)}
    return all(after.get(key) == before[key] for key in judged)


def same_function(exercise, name):
    listed = name in equivalent().get(exercise, ())
    return listed or changes_only_what_is_not_judged(exercise, name)


def survivors(exercise, every=1):
    return {
        mutant.name
        for mutant, function in mutants_of(exercise, every)
        if function is not None
        and not changes_only_what_is_not_judged(exercise.id, mutant.name)
        and survives(exercise, function)
    }


@pytest.mark.slow
@pytest.mark.parametrize("exercise", EXERCISES.values(), ids=lambda exercise: exercise.id)
def test_every_other_function_loses_points(exercise):
    found, listed = survivors(exercise), equivalent().get(exercise.id, set())
    assert found - listed == set(), "full points for another function"
    assert listed - found == set(), "in the list of equivalent mutants, and loses points"


@pytest.mark.long
def test_a_sample_of_other_functions_loses_points():
    listed = equivalent()
    for exercise in EXERCISES.values():
        unlisted = survivors(exercise, SAMPLE) - listed.get(exercise.id, set())
        assert unlisted == set(), exercise.id


def test_the_kinds_of_change():
    text = "def f(a, b):\n    c = a.sum(axis=0) / 2\n    if a > b:\n        c = -b\n    return c"
    names = {mutant.name for mutant in mutants(text, frozenset({"c"}))}
    for change in (
        "f: b is the visible check's",
        "c = a.sum(axis=0) / 2  =>  c = GIVEN('c')",
        "c = a.sum(axis=0) / 2  =>  c = a.sum(axis=0) * 2",
        "c = a.sum(axis=0) / 2  =>  c = a.sum(axis=1) / 2",
        "c = a.sum(axis=0) / 2  =>  c = a.sum() / 2",
        "c = a.sum(axis=0) / 2  =>  c = a.mean(axis=0) / 2",
        "c = a.sum(axis=0) / 2  =>  c = b.sum(axis=0) / 2",
        "if a > b:  =>  if a >= b:",
        "if a > b:  =>  if b > b:",
        "if a > b:  =>  always",
        "c = -b  =>  dropped",
        "c = -b  =>  c = b",
        "return c  =>  moved into: if a > b:",
    ):
        assert change in names, change
