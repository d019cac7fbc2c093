"""Six programs that compute gradients, each with another mistake in it: evidence for a detective.

They belong to one three-layer network with dropout (held fixed) and a price on its weights. Each
answers as a backward pass with its mistake would. Inside there is no backward pass, so that no
solution is in reach: derivatives come from complex steps, and a plan of numbers says what goes
wrong on the way. Reading the plan takes longer than running a gradient check.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from utils.gradient_checks import complex_step_gradient
from utils.networks import (
    Array,
    Parameters,
    Rng,
    check_features,
    compute_cost_from_logits,
    relu,
    unpack,
)

SIZES = (4, 6, 5, 1)
EXAMPLES = 7
STAYING = (0.8, 0.6)
"""Share of the units that stay on in the two hidden layers of the line-up."""
PRICE = 0.05
_FAULTLESS = (1,) * 6 + (1,) * 2 + (1,) * 2 + (1,) * 3 + (0,)
_PLANS = {
    "a": (1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 0),
    "b": (1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 0),
    "c": (1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 1, 1, 1, 0),
    "d": (1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0),
    "e": (1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2),
    "f": (1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 0),
}


@dataclass(frozen=True)
class Program:
    """A program that computes a network's gradients, and the cost that they should belong to.

    Attributes
    ----------
    multipliers : pair of arrays, shapes (n1, m) and (n2, m)
        What the activations of the two hidden layers are multiplied by: 0 for a unit that is off.
    price : float
        What the sum of the squared weights is multiplied by in the cost.
    plan : sequence of int
        What goes wrong. Without it, nothing does.
    """

    multipliers: tuple[Array, Array]
    price: float = 0.0
    plan: Sequence[int] = _FAULTLESS

    def cost(self, parameters: Mapping[str, Array], X: Array, Y: Array) -> float:
        """Return the cost, computed stably; all shapes are those of ``utils.networks``."""
        W1, _, W2, _, W3, b3 = unpack(parameters)
        check_features(X, W1)
        (_, A2), _ = _hidden(parameters, X, self.multipliers)
        squares = sum(float(np.vdot(W, W)) for W in (W1, W2, W3))
        return compute_cost_from_logits(W3 @ A2 + b3, Y) + self.price * squares

    def backward(self, parameters: Mapping[str, Array], X: Array, Y: Array) -> dict[str, Array]:
        """Return ``dW1``, ``db1``, ..., ``db3`` as this program computes them."""
        return self._gradients(parameters, X, Y, self.plan)

    def truth(self, parameters: Mapping[str, Array], X: Array, Y: Array) -> dict[str, Array]:
        """Return the derivatives of the cost, right to the last digits, by complex steps."""
        return self._gradients(parameters, X, Y, _FAULTLESS)

    def _gradients(
        self, parameters: Mapping[str, Array], X: Array, Y: Array, plan: Sequence[int]
    ) -> dict[str, Array]:
        unpack(parameters)
        check_features(X, parameters["W1"])
        activation = partial(self._activation, plan)
        found = complex_step_gradient(parameters, X, Y, activation=activation)
        for place, (name, gradient) in enumerate(found.items()):
            if name.startswith("dW") and plan[10 + place // 2]:
                gradient += (self.price * (parameters[name[1:]] + 1e-20j) ** 2).imag / 1e-20
            if name == f"db{plan[-1]}":
                gradient[:] = gradient.sum()
            gradient *= plan[place] or X.shape[1]
        return found

    def _activation(self, plan: Sequence[int], layer: int, Z: NDArray[Any]) -> NDArray[Any]:
        """Apply ReLU and multipliers to the values, and the plan's rule to their derivatives."""
        multiplier = self.multipliers[layer - 1]
        multiplier = multiplier.reshape(len(Z), *(1,) * (Z.ndim - 2), -1)
        through = multiplier if plan[7 + layer] else multiplier > 0
        open_gate = (Z.real > 0) | (plan[5 + layer] == 0)
        activation: NDArray[Any] = relu(Z.real) * multiplier + 1j * (Z.imag * open_gate * through)
        return activation


def _hidden(
    parameters: Mapping[str, Array], X: Array, multipliers: tuple[Array, Array]
) -> tuple[list[Array], list[Array]]:
    """Return the two hidden layers' activations, and their values before ReLU."""
    activations, values = [X], []
    for layer, multiplier in enumerate(multipliers, start=1):
        values.append(parameters[f"W{layer}"] @ activations[-1] + parameters[f"b{layer}"])
        activations.append(relu(values[-1]) * multiplier)
    return activations[1:], values


def draw_multipliers(
    rng: Rng, sizes: tuple[int, int] = SIZES[1:3], examples: int = EXAMPLES
) -> tuple[Array, Array]:
    """Draw which units stay on, for two hidden layers and each example.

    Parameters
    ----------
    rng : Generator or RandomState
        Source of the random numbers.
    sizes : pair of int
        Units of the two layers.
    examples : int
        Number of examples.

    Returns
    -------
    pair of arrays, shapes (n1, m) and (n2, m)
        0 for a unit that is off; 1.25 in the first and 1.67 in the second layer for one that is
        on, so that the mean is 1.
    """
    first, second = (
        rng.choice([0.0, 1 / share], p=[1 - share, share], size=(units, examples))
        for units, share in zip(sizes, STAYING, strict=True)
    )
    return first, second


def line_up(rng: Rng) -> tuple[Array, NDArray[np.integer], Parameters, dict[str, Program]]:
    """Draw a network and its examples, and lead in the six programs ``a`` to ``f``.

    No unit stands so near to the kink of ReLU that a gradient check would step across it.

    Parameters
    ----------
    rng : Generator or RandomState
        Source of the random numbers.

    Returns
    -------
    X : (4, 7) array
    Y : (1, 7) array of 0 and 1
    parameters : dict
        Of a network with 4 inputs, 6 and 5 hidden units.
    programs : dict of str to Program
    """
    Y = np.arange(EXAMPLES)[np.newaxis] % 2
    while True:
        X = rng.standard_normal((SIZES[0], EXAMPLES))
        parameters = {}
        for layer, (n_in, n_out) in enumerate(pairwise(SIZES), start=1):
            parameters[f"W{layer}"] = rng.standard_normal((n_out, n_in)) / np.sqrt(n_in / 2)
            parameters[f"b{layer}"] = rng.standard_normal((n_out, 1)) / 2
        multipliers = draw_multipliers(rng)
        activations, values = _hidden(parameters, X, multipliers)
        lively = all((A > 0).any(axis=1).sum() > 3 for A in activations)
        if lively and min(np.abs(Z).min() for Z in values) > 0.01:
            break
    programs = {
        # One of them cannot be told by its factors where weights have a price.
        letter: Program(multipliers, PRICE if all(plan[8:10]) else 0.0, plan)
        for letter, plan in _PLANS.items()
    }
    return X, Y, parameters, programs
