"""What each exercise opens, and which function of the reader's is used."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from utils import answers
from utils.networks import Array

NUMBERS = {
    "l2-cost": "2.1",
    "l2-backward": "2.2",
    "dropout-forward": "2.3",
    "dropout-backward": "2.4",
    "init-zeros": "1.1",
    "init-large": "1.3",
    "init-he": "1.4",
    "backward-reg": "4.3",
    "make-mask": "4.4",
    "forward-drop": "4.5",
    "backward-drop": "4.6",
    "deep-l2": "5.4",
    "deep-dropout": "5.5",
}
"""The exercises whose functions a training can use, by id."""
NEEDS: dict[str, tuple[str, ...]] = {
    "lambd": ("l2-cost", "l2-backward"),
    "keep_prob": ("dropout-forward", "dropout-backward"),
}
"""What a slider needs."""


@dataclass(frozen=True)
class Topic:
    """What a notebook's playground is about.

    Attributes
    ----------
    shown : tuple of str
        The settings that the reader can turn.
    exercises : tuple of str
        Whose functions it uses.
    settings : dict
        What differs at the beginning from the settings' own defaults.
    needs : dict of str to tuple of str
        For each setting that can be locked the exercises that open it.
    """

    shown: tuple[str, ...]
    exercises: tuple[str, ...]
    settings: dict[str, Any] = field(default_factory=dict)
    needs: dict[str, tuple[str, ...]] = field(default_factory=lambda: NEEDS)


TOPICS = {
    "regularization": Topic(
        ("lambd", "keep_prob", "rate", "width", "noise", "size", "shape", "spread"),
        ("l2-cost", "l2-backward", "dropout-forward", "dropout-backward"),
    ),
    "initialization": Topic(
        ("start", "rate", "width", "noise", "size", "shape"),
        ("init-zeros", "init-large", "init-he"),
        {"shape": "rings", "noise": 0.0, "width": 10},
    ),
    "mini-batches": Topic(
        ("batch", "beta", "lam", "keep_prob", "rate", "width", "noise", "size", "shape"),
        ("backward-reg", "make-mask", "forward-drop", "backward-drop"),
        {"shape": "bar and clouds", "rate": 0.1},
        {
            "beta": ("backward-reg",),
            "lam": ("backward-reg",),
            "keep_prob": ("make-mask", "forward-drop", "backward-drop"),
        },
    ),
}


class Stopped(Exception):
    """Something that stops the training; its message is what the reader sees."""


def locks(mistaken: bool, needs: Mapping[str, tuple[str, ...]] = NEEDS) -> dict[str, str]:
    """Return for each locked slider which exercises open it."""
    found = {}
    for slider, needed in needs.items():
        missing = [NUMBERS[each] for each in needed if function_of(each, mistaken) is None]
        if missing:
            word = "exercise" if len(missing) == 1 else "exercises"
            *most, last = missing
            listed = f"{', '.join(most)} and {last}" if most else last
            found[slider] = f"opens with {word} {listed}"
    return found


def mistakes(exercises: Iterable[str] = NUMBERS) -> list[str]:
    """Return the numbers of those exercises of which a wrong answer is kept."""
    return [NUMBERS[exercise] for exercise in exercises if exercise in answers.wrong]


def function_of(exercise: str, mistaken: bool) -> Callable[..., Any] | None:
    """Return the function that passed the check, or the one that failed it if that is wanted."""
    kept = answers.wrong.get(exercise) if mistaken else None
    kept = kept or answers.right.get(exercise)
    return kept[0] if kept else None


def call(exercise: str, mistaken: bool, *arguments: Any) -> Any:
    """Call the reader's function; turn whatever goes wrong into one line that names it."""
    function = function_of(exercise, mistaken)
    if function is None:
        raise Stopped(f"Exercise {NUMBERS[exercise]} is not solved yet.")
    try:
        return function(*arguments)
    except Exception as error:
        reason = f"{type(error).__name__}: {error}".splitlines()[0]
        raise Stopped(
            f"Your {function.__name__} (exercise {NUMBERS[exercise]}): {reason}"
        ) from error


def check_gradients(
    grads: Any, parameters: Mapping[str, Array], exercise: str, sound: Callable[[], bool]
) -> None:
    """Stop where the reader's gradients do not fit the weights: NumPy might stretch them.

    Parameters
    ----------
    grads : Any
        What the reader's function has returned.
    parameters : dict of str to array
        The weights and biases.
    exercise : str
        The exercise whose function it is, by id.
    sound : callable
        Whether the given functions find finite gradients here.
    """
    whose = f"Your gradients (exercise {NUMBERS[exercise]})"
    if not isinstance(grads, Mapping):
        raise Stopped(f"{whose} are no dictionary but {type(grads).__name__}.")
    for name, array in parameters.items():
        check_part(f"{whose}: d{name}", grads.get(f"d{name}"), f"{name} has", array, sound)


def check_part(name: str, part: Any, other: str, like: Array, sound: Callable[[], bool]) -> None:
    """Stop where an array of the reader's lacks, has another shape than it should, or holds nan.

    Parameters
    ----------
    name : str
        Whose it is, and what it is called.
    part : Any
        The array, or None where there is none.
    other : str
        What has the right shape, with its verb.
    like : array
        That array itself.
    sound : callable
        Whether the given functions find finite numbers here; else it is no fault of the reader's.
    """
    met = None if part is None else np.shape(part)
    if met != like.shape:
        raise Stopped(f"{name} has shape {met}, and {other} {like.shape}.")
    if not np.isfinite(part).all() and sound():
        raise Stopped(f"{name} is not finite, it holds nan or infinity.")


def check_growth(parameters: Mapping[str, Array], remedy: str) -> None:
    """Stop where new weights are no numbers any more, and say what helps."""
    if not all(np.isfinite(values).all() for values in parameters.values()):
        raise Stopped(f"The weights have grown beyond all numbers: {remedy}.")
