"""Networks that test cases of several assignments draw."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from utils.networks import Parameters


def draw_network(rng: np.random.RandomState, sizes: Sequence[int]) -> Parameters:
    """Draw a network whose weights and biases are all from the standard normal distribution.

    Parameters
    ----------
    rng : RandomState
        Source of the random numbers: ``W1``, ``b1``, ``W2``, ... in this order.
    sizes : sequence of int
        Units of each layer, the input first.
    """
    parameters = {}
    for layer, (n_in, n_out) in enumerate(pairwise(sizes), start=1):
        parameters[f"W{layer}"] = rng.standard_normal((n_out, n_in))
        parameters[f"b{layer}"] = rng.standard_normal((n_out, 1))
    return parameters
