"""The exercises of all assignments, and the hidden tests' entry point."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from exercises import (
    capstone,
    deep_network,
    examination,
    gradient_checking,
    initialization,
    minibatch_training,
    other_regularizers,
    regularization,
)
from exercises.exercise import Exercise
from utils.check import load_hints

ASSIGNMENTS: dict[str, tuple[Exercise, ...]] = {
    "01_initialization": initialization.EXERCISES,
    "02_regularization": regularization.EXERCISES,
    "03_gradient_checking": gradient_checking.EXERCISES,
    "04_minibatch_training": minibatch_training.EXERCISES,
    "05_deep_network": deep_network.EXERCISES,
    "06_other_regularizers": other_regularizers.EXERCISES,
    "08_capstone": capstone.EXERCISES,
}
"""The exercises of each assignment, in the notebook's order."""

EXERCISES: dict[str, Exercise] = {
    exercise.id: exercise for exercises in ASSIGNMENTS.values() for exercise in exercises
}
"""Every exercise by its id."""


def get_ready(tests: str) -> None:
    """Make all that examining keeps for the exercises that the text of tests names.

    A submission is examined in a process of its own, which would make it anew each time.
    """
    load_hints()
    for name, exercise in EXERCISES.items():
        if f'"{name}"' in tests:
            exercise.get_ready()


def examine(exercise: str, *functions: Callable[..., Any], seed: int | None = None) -> None:
    """Test a student's function on fresh random inputs; see :func:`examination.examine`.

    Parameters
    ----------
    exercise : str
        The exercise's id, such as ``"l2-cost"``.
    *functions : callable
        The student's function; where the exercise asks for several, all of them in its order.
    seed : int, optional
        Seed of the random inputs.

    Raises
    ------
    CheckFailed
        If the function does not do what the exercise asks for.
    """
    found = EXERCISES[exercise]
    examination.examine(found, found.examined(*functions), seed)
