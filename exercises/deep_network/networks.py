"""Random networks of several depths with consistent passes."""

from __future__ import annotations

import numpy as np

from exercises.derivatives import far_from_kinks
from utils.deep_networks import L_model_forward
from utils.networks import Array, Parameters


def random_deep_network(
    rng: np.random.Generator, layers: int | None = None
) -> tuple[Array, Array, Parameters]:
    """Draw examples, labels and a network of four or five layers, or of as many as asked for.

    No two layers are of one size, so that a wrong layer is noticed. In every hidden layer some
    units are on and some off, and none stands so close to ReLU's kink that a numerical derivative
    would step across it.
    """
    layers = int(rng.integers(4, 6)) if layers is None else layers
    m = int(rng.integers(8, 12))
    while True:
        sizes = [*(int(n) for n in rng.permutation(np.arange(3, 8))[:layers]), 1]
        X, parameters = rng.standard_normal((sizes[0], m)), {}
        for layer in range(1, layers + 1):
            n_out, n_in = sizes[layer], sizes[layer - 1]
            parameters[f"W{layer}"] = rng.standard_normal((n_out, n_in)) * np.sqrt(2 / n_in)
            parameters[f"b{layer}"] = rng.standard_normal((n_out, 1)) / 2
        _, caches = L_model_forward(X, parameters)
        hidden = [Z for _, Z in caches[:-1]]
        lively = all((Z > 0).any(axis=1).sum() > 1 and (Z < 0).any() for Z in hidden)
        # An output near 0 or 1 would hide mistakes behind it.
        if lively and np.abs(caches[-1][1]).max() < 5 and (not hidden or far_from_kinks(*hidden)):
            Y = rng.permutation(np.arange(m) % 2)[np.newaxis]
            return X, Y, parameters


def sum_of_squares(parameters: dict[str, Array]) -> float:
    """Return the sum of all squared weights, without the biases."""
    return sum(float(np.sum(W * W)) for name, W in parameters.items() if name[0] == "W")
