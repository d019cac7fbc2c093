"""Test cases of ``05_deep_network``: small networks and layers, and a few examples."""

from __future__ import annotations

import numpy as np

from utils.deep_networks import (
    L_model_forward,
    LayerCache,
    LinearCache,
    linear_activation_forward,
)
from utils.networks import Array, Parameters
from utils.testcases.networks import draw_network

SEED = 225
"""With these numbers, every hidden layer has units that are on and units that are off."""
LAYER_SEED = 4
"""With these, both units are on for some examples and off for others."""


def _example(seed: int, *sizes: int) -> tuple[Array, Array, Parameters]:
    """Return six examples, their labels, and a network of these layer sizes, input first."""
    rng = np.random.RandomState(seed)
    X = rng.standard_normal((sizes[0], 6))
    return X, np.array([[1, 0, 1, 1, 0, 0]]), draw_network(rng, sizes)


def _layer() -> tuple[Array, LinearCache]:
    """Return what arrives at a layer of two units from above, (2, 5), and its linear cache."""
    rng = np.random.RandomState(LAYER_SEED)
    dA = rng.standard_normal((2, 5))
    A_prev = np.maximum(rng.standard_normal((3, 5)) + 0.5, 0)
    return dA, (A_prev, rng.standard_normal((2, 3)), rng.standard_normal((2, 1)))


def compute_cost_with_regularization_test_case() -> tuple[Array, Array, Parameters]:
    """Return ``AL`` (1, 6), ``Y`` (1, 6) and the five-layer network that made ``AL``."""
    X, Y, parameters = _example(11, 7, 5, 4, 3, 2, 1)
    AL, _ = L_model_forward(X, parameters)
    return AL, Y, parameters


def linear_backward_with_regularization_test_case() -> tuple[Array, LinearCache]:
    """Return ``dZ`` (2, 5) and the linear cache of a layer of two units on three."""
    return _layer()


def linear_activation_backward_with_regularization_test_case() -> tuple[Array, LayerCache]:
    """Return ``dA`` (2, 5) and the cache of a ReLU layer of two units on three."""
    dA, (A_prev, W, b) = _layer()
    return dA, linear_activation_forward(A_prev, W, b, "relu")[1]


def L_model_backward_with_regularization_test_case() -> tuple[Array, Array, list[LayerCache]]:
    """Return ``AL`` (1, 6), ``Y`` (1, 6) and the caches of a plain forward pass."""
    X, Y, parameters = _example(SEED, 5, 4, 3, 2, 1)
    AL, caches = L_model_forward(X, parameters)
    return AL, Y, caches


def L_model_pass_with_dropout_test_case() -> tuple[Array, Array, Parameters]:
    """Return ``X`` (5, 6), ``Y`` (1, 6) and the parameters of a 5-4-3-2-1 network."""
    return _example(SEED, 5, 4, 3, 2, 1)
