"""Descent with two weights only, so that its path can be drawn: a plane through noisy points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

import numpy as np

from utils.minibatch_networks import momentum_step
from utils.minibatch_training import learning_rate
from utils.networks import Array, Rng

Plane = tuple[Array, Array]
SEED = 4
START = np.array([-1.5, 1.6])
"""Where the paths begin, high on the far side of the valley."""


def make_plane(m: int = 64) -> Plane:
    """Draw examples for the plane ``x[0] + 0.5 x[1]``, with noise.

    The two features grow together, so the cost is a long valley that runs across both weights.

    Parameters
    ----------
    m : int
        Number of examples.

    Returns
    -------
    x : (m, 2) array
        Examples in rows.
    target : (m,) array
        What the plane should give, with normal noise of standard deviation 1.

    Raises
    ------
    ValueError
        If there are fewer than two examples: one does not fix two weights.
    """
    if m < 2:
        raise ValueError(f"at least 2 examples are needed; got {m}")
    rng = np.random.RandomState(SEED)
    x = rng.normal(0, 1, (m, 2)) * [1.0, 0.35] @ np.array([[0.8, 0.6], [-0.6, 0.8]])
    return x, x @ [1.0, 0.5] + rng.normal(0, 1, m)


def plane_cost(w: Array, x: Array, target: Array) -> Array:
    """Return half the mean squared error for each of many pairs of weights.

    Parameters
    ----------
    w : (n, 2) array
        Weights in rows.
    x, target : arrays
        As from :func:`make_plane`.

    Returns
    -------
    (n,) array
    """
    costs: Array = ((np.asarray(w) @ x.T - target) ** 2).mean(axis=1) / 2
    return costs


def plane_gradient(w: Array, x: Array, target: Array) -> Array:
    """Return the gradient of half the mean squared error, (2,), at one pair of weights."""
    return (x @ w - target) @ x / len(target)


def bottom(x: Array, target: Array) -> Array:
    """Return the weights of least cost, (2,)."""
    return cast("Array", np.linalg.lstsq(x, target, rcond=None)[0])


def descend(
    x: Array,
    target: Array,
    rng: Rng,
    *,
    size: int,
    alpha: float,
    epochs: int,
    beta: float = 0.0,
    gamma: float = 0.0,
) -> Array:
    """Go downhill from ``START`` in mini-batches, shuffled anew in each epoch.

    Parameters
    ----------
    x, target : arrays
        As from :func:`make_plane`.
    rng : Generator or RandomState
        Source of the order.
    size : int
        Examples in a batch.
    alpha : float
        Learning rate at the start.
    epochs : int
        How often each example is seen.
    beta : float
        Share of the old velocity; 0 is no momentum.
    gamma : float
        Share of the rate that is taken off at each epoch.

    Returns
    -------
    path : (steps + 1, 2) array
        The weights before the first step and after each one.

    Raises
    ------
    ValueError
        If the size is not between 1 and the number of examples.
    """
    knobs: dict[str, Any] = {"size": size, "alpha": alpha, "epochs": epochs}
    path: Array = descend_together(x, target, [rng], beta=beta, gamma=gamma, **knobs)[0]
    return path


def descend_together(
    x: Array,
    target: Array,
    rngs: Sequence[Rng],
    *,
    size: int,
    alpha: float,
    epochs: int,
    beta: float = 0.0,
    gamma: float = 0.0,
) -> Array:
    """Go downhill several times at once, each time with the examples in another order.

    Parameters
    ----------
    x, target, size, alpha, epochs, beta, gamma
        As in :func:`descend`.
    rngs : sequence of Generator or RandomState
        For each descent the source of its order.

    Returns
    -------
    paths : (k, steps + 1, 2) array
        For each of the k descents its weights before the first step and after each one.

    Raises
    ------
    ValueError
        If the size is not between 1 and the number of examples.
    """
    if not 1 <= size <= len(target):
        raise ValueError(f"a batch holds 1 to {len(target)} examples; got {size}")
    w = np.tile(START, (len(rngs), 1))
    velocity = np.zeros_like(w)
    paths = [w]
    for epoch in range(epochs):
        order = np.array([rng.permutation(len(target)) for rng in rngs])
        rate = learning_rate(epoch, alpha, gamma)
        for start in range(0, len(target), size):
            batch = order[:, start : start + size]
            inputs = x[batch]
            off = (inputs @ w[:, :, np.newaxis])[:, :, 0] - target[batch]
            gradient = (off[:, np.newaxis] @ inputs)[:, 0] / batch.shape[1]
            step = momentum_step({0: w}, {0: velocity}, {0: gradient}, rate, beta)
            w, velocity = (each[0] for each in step)
            paths.append(w)
    return np.stack(paths, axis=1)


def excess(path: Array, x: Array, target: Array) -> Array:
    """Return how far above the bottom each step of a path is, as a cost, (steps + 1,)."""
    return plane_cost(path, x, target) - plane_cost(bottom(x, target)[np.newaxis], x, target)
