"""Random consistent passes, and the numerical derivative that gradients must agree with."""

from __future__ import annotations

import numpy as np

from autograder.exercises.base import (
    Complaint,
    Function,
    Outputs,
)
from utils.networks import Array, Cache, forward_propagation


def random_network(rng: np.random.Generator) -> tuple[Array, Array, dict[str, Array]]:
    """Draw examples, labels and a three-layer network in which every layer has living units."""
    m, n0, n1, n2 = (int(n) for n in rng.integers([6, 2, 4, 5], [12, 5, 9, 10]))
    while True:
        X = rng.standard_normal((n0, m))
        parameters = {
            **{"W1": rng.standard_normal((n1, n0)), "b1": rng.standard_normal((n1, 1))},
            **{"W2": rng.standard_normal((n2, n1)) / 2, "b2": rng.standard_normal((n2, 1))},
            **{"W3": rng.standard_normal((1, n2)) / 2, "b3": rng.standard_normal((1, 1))},
        }
        _, (_, A1, _, _, _, A2, *_) = forward_propagation(X, parameters)
        if all((A.any(axis=1).sum() > 2) and not A.all() for A in (A1, A2)):
            Y = rng.permutation(np.arange(m) % 2)[np.newaxis]
            return X, Y, parameters


def numerical_gradient(cost: Function, parameters: dict[str, Array], name: str) -> Array:
    """Return the centred difference quotient of ``cost(parameters)`` by one parameter array."""
    step = 1e-6
    slopes = np.zeros_like(parameters[name])
    for index in np.ndindex(slopes.shape):
        ends = []
        for sign in (1, -1):
            moved = parameters[name].copy()
            moved[index] += sign * step
            ends.append(cost({**parameters, name: moved}))
        slopes[index] = (ends[0] - ends[1]) / (2 * step)
    return slopes


def differs_from_slopes(
    grads: Outputs, cost: Function, parameters: dict[str, Array]
) -> Complaint | None:
    """Compare gradients with the numerical derivative of the cost they claim to belong to."""
    for name in parameters:
        slopes = numerical_gradient(cost, parameters, name)
        got = grads.get(f"d{name}")
        # 1e-5 leaves room for the rounding of the quotient; real mistakes are far larger.
        if np.shape(got) != slopes.shape or not np.allclose(got, slopes, rtol=1e-5, atol=1e-7):
            return Complaint(f"d{name} is not the slope of the cost along {name}")
    return None


def cache_parameters(cache: Cache) -> dict[str, Array]:
    """Return the parameters that a cache of either forward pass holds."""
    arrays = cache if len(cache) == 12 else (*cache[:1], *cache[2:6], *cache[7:])
    _, _, W1, b1, _, _, W2, b2, _, _, W3, b3 = arrays
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2, "W3": W3, "b3": b3}
