"""Random consistent passes, and the numerical derivative that gradients must agree with."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from autograder.exercises.base import (
    Complaint,
    Trial,
)
from utils.networks import Array, Cache, forward_propagation

STEP = 1e-6
"""Step of numerical derivatives."""


def random_network(rng: np.random.Generator) -> tuple[Array, Array, dict[str, Array]]:
    """Draw examples, labels and a three-layer network that tests something in every layer.

    Some units are on and some off in both hidden layers, and none stands so close to ReLU's kink
    that a numerical derivative would step across it.
    """
    m, n0, n1, n2 = (int(n) for n in rng.integers([6, 2, 4, 5], [12, 5, 9, 10]))
    while True:
        X = rng.standard_normal((n0, m))
        parameters = {
            **{"W1": rng.standard_normal((n1, n0)), "b1": rng.standard_normal((n1, 1))},
            **{"W2": rng.standard_normal((n2, n1)) / 2, "b2": rng.standard_normal((n2, 1))},
            **{"W3": rng.standard_normal((1, n2)) / 2, "b3": rng.standard_normal((1, 1))},
        }
        _, (Z1, A1, _, _, Z2, A2, *_) = forward_propagation(X, parameters)
        lively = all(A.any(axis=1).sum() > 2 and not A.all() for A in (A1, A2))
        if lively and far_from_kinks(Z1, Z2):
            Y = rng.permutation(np.arange(m) % 2)[np.newaxis]
            return X, Y, parameters


def far_from_kinks(*layers: Array) -> bool:
    """Whether no pre-activation is within a thousand steps of a numerical derivative from 0."""
    return all(np.abs(Z).min() > 1000 * STEP for Z in layers)


def cost_from_logits(Z3: Array, Y: Array) -> float:
    """Return the mean cross-entropy, computed so that no digits are lost where A3 is near 0 or 1.

    ``-log(1 - sigmoid(z))`` loses as many digits as there are nines in ``sigmoid(z)``; a
    difference quotient would then call right gradients wrong.
    """
    return float(np.mean(np.logaddexp(0, Z3) - Y * Z3))


def differs_from_slopes(
    trial: Trial, cost: Callable[[dict[str, Array]], float], parameters: dict[str, Array]
) -> Complaint | None:
    """Compare gradients with the numerical derivative of the cost that they claim to belong to.

    For each array of parameters the cost is followed in one random direction; its slope there,
    a centred difference quotient, must be the gradient's component in that direction.
    """
    for name, values in parameters.items():
        direction = trial.rng.standard_normal(values.shape)
        ahead, behind = (
            cost({**parameters, name: values + step * direction}) for step in (STEP, -STEP)
        )
        slope = (ahead - behind) / (2 * STEP)
        gradient = trial.outputs.get(f"d{name}")
        if np.shape(gradient) != values.shape:
            return Complaint(f"d{name} does not have the shape of {name}, {values.shape}")
        # 1e-5 leaves room for the rounding of the quotient; real mistakes are far larger.
        if not np.isclose(np.sum(gradient * direction), slope, rtol=1e-5, atol=1e-7):
            return Complaint(f"d{name} is not the slope of the cost along {name}")
    return None


def cache_parameters(cache: Cache) -> dict[str, Array]:
    """Return the parameters that a cache of either forward pass holds."""
    arrays = cache if len(cache) == 12 else (*cache[:1], *cache[2:6], *cache[7:])
    _, _, W1, b1, _, _, W2, b2, _, _, W3, b3 = arrays
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2, "W3": W3, "b3": b3}
