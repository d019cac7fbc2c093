"""First weights: the given ones, or those that the reader's own functions draw."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import numpy as np

from utils.networks import Parameters, initialize_parameters
from utils.playground.locks import NUMBERS, Stopped, call, function_of

GIVEN = "1/√n"
STARTS = {GIVEN: "", "zeros": "init-zeros", "times 10": "init-large", "He": "init-he"}
"""Where weights can start, and the exercise whose function draws them."""


def start_locks(mistaken: bool) -> dict[str, str]:
    """Return for each start that is locked which exercise opens it."""
    return {
        start: f"opens with exercise {NUMBERS[exercise]}"
        for start, exercise in STARTS.items()
        if exercise and function_of(exercise, mistaken) is None
    }


def first_weights(start: str, sizes: list[int], spread: float, mistaken: bool) -> Parameters:
    """Draw the weights of a network, or say what is wrong with those of the reader's function.

    Parameters
    ----------
    start : str
        A word of :data:`STARTS`.
    sizes : list of int
        Units of each layer, the input first.
    spread : float
        Factor on the given weights.
    mistaken : bool
        Whether the reader's last wrong function draws them.
    """
    exercise, rng = STARTS[start], np.random.RandomState(3)
    if not exercise:
        given = initialize_parameters(sizes, rng)
        return {name: v * spread if name[0] == "W" else v for name, v in given.items()}
    found = call(exercise, mistaken, sizes, *([] if start == "zeros" else [rng]))
    whose = f"Your first weights (exercise {NUMBERS[exercise]})"
    if not isinstance(found, Mapping):
        raise Stopped(f"{whose} are no dictionary but {type(found).__name__}.")
    parameters = {}
    for layer, (below, units) in enumerate(pairwise(sizes), start=1):
        for name, shape in ((f"W{layer}", (units, below)), (f"b{layer}", (units, 1))):
            met = np.shape(found[name]) if name in found else None
            if met != shape:
                raise Stopped(f"{whose}: {name} has shape {met}, and should have {shape}.")
            try:
                parameters[name] = np.array(found[name], dtype=float)
            except (TypeError, ValueError):
                raise Stopped(f"{whose}: {name} is not made of numbers.") from None
    return parameters
