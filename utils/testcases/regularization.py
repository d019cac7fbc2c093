"""Test cases of ``02_regularization``: a 3-2-3-1 network and five examples."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from utils.networks import Array, Cache, Parameters, forward_propagation
from utils.testcases.networks import draw_network

DROPOUT_CACHE = Path(__file__).parent.with_name("dropout_cache.json")


def _example() -> tuple[Array, Array, Parameters]:
    """Return five examples with three features, their labels, and a 3-2-3-1 network."""
    rng = np.random.RandomState(1)
    X = rng.standard_normal((3, 5))
    return X, np.array([[1, 1, 0, 1, 0]]), draw_network(rng, [3, 2, 3, 1])


def compute_cost_with_regularization_test_case() -> tuple[Array, Array, Parameters]:
    """Return ``A3`` (1, 5), ``Y`` (1, 5) and the parameters of a 3-2-3-1 network.

    The weights are other ones than those that made ``A3``: the cost does not mind.
    """
    X, Y, parameters = _example()
    A3, _ = forward_propagation(X, parameters)
    return np.round(A3, 8), Y, draw_network(np.random.RandomState(1), [3, 2, 3, 1])


def backward_propagation_with_regularization_test_case() -> tuple[Array, Array, Cache]:
    """Return ``X`` (3, 5), ``Y`` (1, 5) and the cache of a plain forward pass."""
    X, Y, parameters = _example()
    _, cache = forward_propagation(X, parameters)
    return X, Y, cache


def forward_propagation_with_dropout_test_case() -> tuple[Array, Parameters]:
    """Return ``X`` (3, 5) and the parameters of a 3-2-3-1 network."""
    X, _, parameters = _example()
    return X, parameters


def backward_propagation_with_dropout_test_case() -> tuple[Array, Array, Cache]:
    """Return ``X`` (3, 5), ``Y`` (1, 5) and the cache of a forward pass with dropout.

    The cache comes from a file: making it takes the code that an exercise asks for.
    """
    X, Y, _ = _example()
    stored = json.loads(DROPOUT_CACHE.read_text(encoding="utf-8"))
    return X, Y, tuple(np.array(part) for part in stored)
