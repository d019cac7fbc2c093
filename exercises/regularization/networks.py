"""Random three-layer networks with consistent passes."""

from __future__ import annotations

import numpy as np

from exercises.derivatives import far_from_kinks
from utils.networks import Array, Cache, forward_propagation


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


def cache_parameters(cache: Cache) -> dict[str, Array]:
    """Return the parameters that a cache of either forward pass holds."""
    arrays = cache if len(cache) == 12 else (*cache[:1], *cache[2:6], *cache[7:])
    _, _, W1, b1, _, _, W2, b2, _, _, W3, b3 = arrays
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2, "W3": W3, "b3": b3}
