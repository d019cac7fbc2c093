"""Test cases of ``06_other_regularizers``: a few numbers for each exercise."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from utils.networks import Array, Parameters

Examples = tuple[Array, Array]
STOP_SEED = 86
"""With these numbers the development cost has a bump before its valley, and a dent after it."""


def standardize_test_case() -> tuple[Array, Array, Array]:
    """Return training, development and test examples of three features, in columns.

    The third feature is the same in all training examples, but its mean is rounded.
    """
    train_X = np.array([[1.0, 1, 2, 3, 5, 6], [100.0, -300, 200, 400, 0, 200], [0.1] * 6])
    dev_X = np.array([[3.0, 7.0], [100.0, 500.0], [0.1, 0.35]])
    test_X = np.array([[0.0, 3.0, 9.0], [-100.0, 100.0, 0.0], [0.1, -0.15, 0.1]])
    return train_X, dev_X, test_X


def l1_step_test_case() -> tuple[Array, Array]:
    """Return weights (2, 4) and their gradient."""
    W = np.array([[0.8, -0.6, 0.05, -0.02], [0.3, 0.0, -0.11, 0.07]])
    dW = np.array([[0.5, -1.0, 0.2, 0.1], [5.0, 0.4, 0.3, -2.0]])
    return W, dW


def augment_test_case() -> tuple[Array, NDArray[np.bool_], NDArray[np.int64]]:
    """Return three pictures of 3 by 4 pixels, which ones to mirror, and their shifts.

    The pixels of the red channel are numbered: picture, row, column.
    """
    number, row, column = np.meshgrid(range(1, 4), range(1, 4), range(1, 5), indexing="ij")
    red = 100.0 * number + 10 * row + column
    pictures = np.stack([red, red + 0.25, red + 0.5], axis=3)
    return pictures, np.array([True, False, True]), np.array([[0, 0], [1, -1], [-1, 2]])


def label_smoothing_test_case() -> tuple[Array, Array]:
    """Return logits (1, 6), two of them very sure, and labels."""
    return np.array([[0.0, 1.5, -2.0, 3.0, 40.0, -40.0]]), np.array([[1, 0, 0, 1, 1, 1]])


def early_stopping_test_case() -> tuple[Parameters, Examples, Examples]:
    """Return a 2-3-1 network, ten training examples with their labels, and six for development."""
    rng = np.random.RandomState(STOP_SEED)
    W1, W2 = (np.round(rng.normal(0, 1, shape), 1) for shape in ((3, 2), (1, 3)))
    network = {"W1": W1, "b1": np.zeros((3, 1)), "W2": W2, "b2": np.zeros((1, 1))}
    X, dev_X = (np.round(rng.normal(0, 1, (2, m)), 1) for m in (10, 6))
    Y, dev_Y = ((x[:1] + rng.normal(0, 1, (1, x.shape[1])) > 0).astype(int) for x in (X, dev_X))
    return network, (X, Y), (dev_X, dev_Y)
