"""Test cases of ``01_initialization``: sizes of layers, and a small network with five examples."""

from __future__ import annotations

import numpy as np

from utils.networks import Array, Parameters
from utils.testcases.networks import draw_network


def initialize_parameters_zeros_test_case() -> list[int]:
    """Return the sizes of a network with three inputs, two hidden units and one output."""
    return [3, 2, 1]


def initialize_parameters_random_test_case() -> tuple[list[int], np.random.RandomState]:
    """Return sizes of layers, and a source of random numbers."""
    return [3, 2, 1], np.random.RandomState(3)


def initialize_parameters_he_test_case() -> tuple[list[int], np.random.RandomState]:
    """Return sizes of layers, and a source of random numbers."""
    return [2, 4, 1], np.random.RandomState(3)


def train_and_compare_units_test_case() -> tuple[Array, Array, Parameters]:
    """Return ``X`` (2, 5), ``Y`` (1, 5) and the parameters of a 2-4-3-1 network."""
    rng = np.random.RandomState(20)
    X = rng.standard_normal((2, 5))
    return X, np.array([[1, 0, 1, 1, 0]]), draw_network(rng, [2, 4, 3, 1])
