"""The given parts of training on small pictures: their two shapes, and an epoch of mini-batches.

A picture is (16, 16, 3) where it is looked at or moved, and a column of 768 numbers where a network
takes it. Networks are those of ``utils.deep_networks``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import ArrayLike, NDArray

from utils.deep_networks import L_model_forward, linear_activation_backward, linear_backward
from utils.networks import (
    Array,
    Parameters,
    Rng,
    check_features,
    check_labels,
    compute_cost_from_logits,
    sigmoid,
)

BATCH = 50
"""Examples in a mini-batch."""
SIDE = 16
"""Rows and columns of a small picture."""


def small(pictures: ArrayLike) -> Array:
    """Average each block of 4 by 4 pixels of (m, 64, 64, 3) pictures; give numbers from 0 to 1."""
    blocks = np.asarray(pictures).reshape(-1, SIDE, 4, SIDE, 4, 3)
    means: Array = blocks.mean(axis=(2, 4)) / 255
    return means


def columns(pictures: ArrayLike) -> Array:
    """Put each of m pictures into a column: (768, m)."""
    rows: Array = np.asarray(pictures)
    return rows.reshape(len(rows), -1).T


def from_columns(X: Array) -> Array:
    """Make pictures of columns again: (m, 16, 16, 3)."""
    return X.T.reshape(-1, SIDE, SIDE, 3)


def copy_of(parameters: Mapping[str, Array]) -> Parameters:
    """Copy a network, so that what is done to one leaves the other as it is."""
    return {name: values.copy() for name, values in parameters.items()}


def logits(parameters: Mapping[str, Array], X: Array) -> Array:
    """Return the output's values before the sigmoid, (1, m)."""
    _, caches = L_model_forward(X, parameters)
    return caches[-1][1]


def cost_of(parameters: Mapping[str, Array], X: Array, Y: Array) -> float:
    """Return the mean cross-entropy of a network on examples, in nats."""
    return compute_cost_from_logits(logits(parameters, X), Y)


def label_slope(Z: Array, Y: Array) -> Array:
    """Return the slope of each example's cross-entropy by its logit."""
    return sigmoid(Z) - Y


def one_epoch(
    parameters: Parameters,
    X: Array,
    Y: Array,
    rate: float,
    *,
    slope: Callable[[Array, Array], Array] = label_slope,
    step: Callable[[Array, Array], Array] | None = None,
    change: Callable[[Array], Array] | None = None,
    size: int = BATCH,
) -> None:
    """Train a network for one epoch, **in place**: the arrays in ``parameters`` are changed.

    The examples are taken in order, ``size`` at a time, with a step of gradient descent for each
    batch.

    Parameters
    ----------
    parameters : dict
        ``W1``, ``b1``, ..., ``WL``, ``bL``.
    X : (n0, m) array
        Examples in columns.
    Y : (1, m) array
        Labels, 0 or 1.
    rate : float
        Learning rate.
    slope : callable
        Takes the logits and the labels of a batch, and returns the slope of each example's cost
        by its logit. By default that of the cross-entropy.
    step : callable, optional
        Takes a weight matrix and its gradient, and returns the new matrix. By default gradient
        descent. Biases are not asked for.
    change : callable, optional
        Takes the examples, and returns those that take their place in this epoch.
    size : int
        Examples in a batch.

    Raises
    ------
    ValueError
        If the shapes differ, a label is neither 0 nor 1, or ``slope``, ``step`` or ``change``
        returns another shape than it should.
    """
    check_features(X, parameters["W1"])
    check_labels(Y, (1, X.shape[1]))
    if change is not None:
        X = _shaped(change(X), X.shape, "what takes the examples' place")
    for start in range(0, X.shape[1], size):
        x, y = X[:, start : start + size], Y[:, start : start + size]
        _, caches = L_model_forward(x, parameters)
        dZ = _shaped(slope(caches[-1][1], y), y.shape, "the slope by the logits")
        found = linear_backward(dZ, caches[-1][0])
        for layer in range(len(caches), 0, -1):
            dA, dW, db = found
            W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
            if layer != 1:  # before the weights move: a gradient belongs to one network
                found = linear_activation_backward(dA, caches[layer - 2], "relu")
            W[...] = W - rate * dW if step is None else _shaped(step(W, dW), W.shape, "the step")
            b -= rate * db


def _shaped(values: Array, shape: tuple[int, ...], what: str) -> Array:
    if np.shape(values) != shape:
        raise ValueError(
            f"{what} should have shape {shape}, and has {np.shape(values)}; is an exercise above "
            "still to be done?"
        )
    return values


def draw_changes(m: int, rng: Rng, most: int = 1) -> tuple[NDArray[np.bool_], NDArray[np.int64]]:
    """Draw how each of m pictures is to be changed.

    Parameters
    ----------
    m : int
        Number of pictures.
    rng : Generator or RandomState
        Source of the random numbers.
    most : int
        How many pixels a picture is shifted at most, each way.

    Returns
    -------
    mirrored : (m,) array of bool
        Whether it is mirrored; so is half of them, on average.
    shifts : (m, 2) array of int
        By how many pixels it is shifted down, and to the right.
    """
    mirrored = rng.random(m) < 0.5
    shifts = np.floor(rng.random((m, 2)) * (2 * most + 1)).astype(np.int64) - most
    return mirrored, shifts
