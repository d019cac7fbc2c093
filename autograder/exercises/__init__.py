"""The exercises of all assignments, and the hidden tests' entry point."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from autograder.exercises import deep_network, examination, regularization
from autograder.exercises.base import Exercise

ASSIGNMENTS: dict[str, tuple[Exercise, ...]] = {
    "02_regularization": regularization.EXERCISES,
    "05_deep_network": deep_network.EXERCISES,
}
"""The exercises of each assignment, in the notebook's order."""

EXERCISES: dict[str, Exercise] = {
    exercise.id: exercise for exercises in ASSIGNMENTS.values() for exercise in exercises
}
"""Every exercise by its id."""


def examine(exercise: str, function: Callable[..., Any], seed: int | None = None) -> None:
    """Test a student's function on fresh random inputs; see :func:`examination.examine`.

    Parameters
    ----------
    exercise : str
        The exercise's id, such as ``"l2-cost"``.
    function : callable
        The student's function.
    seed : int, optional
        Seed of the random inputs.

    Raises
    ------
    CheckFailed
        If the function does not do what the exercise asks for.
    """
    examination.examine(EXERCISES[exercise], function, seed)
