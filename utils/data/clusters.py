"""A bar with a cloud above and one below it: two noisy classes that overlap."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Split = tuple[Array, Array, Array, Array]

CLUSTERS_SEED = 1234
BAR = ((0.0, 0.0), (2.0, 0.5))
"""Centre and spreads of class 0."""
CLOUDS = (((1.0, 2.0), (0.5, 1.0)), ((0.0, -2.0), (0.5, 1.0)))
"""Centres and spreads of the two halves of class 1."""


def make_clusters(n: int = 100, n_test: int = 20_000, seed: int = CLUSTERS_SEED) -> Split:
    """Make the small noisy data set of mini-batch training, and many fresh points of its kind.

    Half of the points are of class 0, one normal distribution; a quarter each lie in the two
    clouds of class 1. All are scaled so that the training points just fill the square from -1 to
    1, and stand in random order.

    Parameters
    ----------
    n : int
        Training points; a multiple of 4.
    n_test : int
        Fresh points; a multiple of 4.
    seed : int
        Seed of the points: the same seed gives the same numbers everywhere.

    Returns
    -------
    train_x : (n, 2) array
        Positions in rows.
    train_target : (n, 1) array
        Labels, 0.0 or 1.0.
    test_x : (n_test, 2) array
        Fresh positions, of which some lie outside the square.
    test_target : (n_test, 1) array
        Their labels.

    Raises
    ------
    ValueError
        If a number of points is no positive multiple of 4.
    """
    for name, number in (("n", n), ("n_test", n_test)):
        if number < 4 or number % 4:
            raise ValueError(f"{name} must be a positive multiple of 4; got {number}")
    rng = np.random.RandomState(seed)
    x, target = _draw(rng, n)
    order = rng.permutation(n)
    low, high = x.min(axis=0), x.max(axis=0)
    test_x, test_target = _draw(rng, n_test)
    x, test_x = (2 * (points - low) / (high - low) - 1 for points in (x, test_x))
    return x[order], target[order], test_x, test_target


def _draw(rng: np.random.RandomState, n: int) -> tuple[Array, Array]:
    parts = [rng.normal(*BAR, (n // 2, 2))]
    parts += [rng.normal(*cloud, (n // 4, 2)) for cloud in CLOUDS]
    return np.vstack(parts), np.repeat([0.0, 1.0], n // 2)[:, np.newaxis]
