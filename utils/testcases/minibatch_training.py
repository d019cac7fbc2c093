"""Test cases of ``04_minibatch_training``: a few examples in rows, and a 2-4-3-1 network."""

from __future__ import annotations

import numpy as np

from utils.minibatch_networks import SIZES, Layers, forward, initialize
from utils.networks import Array

SQUARES = 2256.072
"""Sum of the squared weights of the example: with it the costs round to well-known figures."""


def Jreg_test_case() -> tuple[Array, Array, Layers]:
    """Return ``y`` (5, 1) from surely wrong to surely right, ``target`` (5, 1), and weights.

    The weights have the large network's shapes, scaled so that their squares sum to 2256.072.
    """
    w, _ = initialize(SIZES, np.random.RandomState(1234))
    flat = np.concatenate([values.ravel() for values in w.values()])
    scale = np.sqrt(SQUARES / (flat @ flat))
    y = np.array([[0.0, 0.25, 0.5, 0.75, 1.0]]).T
    return y, np.ones((5, 1)), {layer: scale * values for layer, values in w.items()}


def dJreg_dy_test_case() -> tuple[Array, Array, Layers]:
    """Return ``y`` (6, 1), ``target`` (6, 1), and the weights of the case above."""
    y, target, w = Jreg_test_case()
    return np.vstack([y, [[0.8]]]), np.vstack([target, [[0.0]]]), w


def _network() -> tuple[Layers, Layers]:
    """Return a 2-4-3-1 network with weights of one decimal."""
    w, b = initialize((2, 4, 3, 1), np.random.RandomState(9802))
    w, b = ({n: np.round(2 * values, 1) for n, values in each.items()} for each in (w, b))
    return w, b


def _examples() -> tuple[Array, Array]:
    """Return five examples and their labels; the last one lies far out."""
    x = np.array([[0.5, -1.0], [-0.8, 0.3], [1.2, 0.7], [-0.4, -0.9], [20.0, 10.0]])
    return x, np.array([[1.0, 0.0, 1.0, 1.0, 0.0]]).T


def backward_reg_test_case() -> tuple[Layers, Array, Layers, Layers, Layers, Layers]:
    """Return ``a``, ``target`` (5, 1), ``w``, ``b`` and velocities ``vw``, ``vb``.

    ``a`` is the forward pass of five examples. The last answer is wrong and so sure that ``y`` is
    exactly 1.
    """
    x, target = _examples()
    w, b = _network()
    _, a = forward(x, w, b)
    vw, vb = initialize((2, 4, 3, 1), np.random.RandomState(4))
    vw, vb = ({n: np.round(values, 1) for n, values in each.items()} for each in (vw, vb))
    return a, target, w, b, vw, vb


def make_mask_test_case() -> Array:
    """Return a batch of five examples, (5, 2)."""
    return _examples()[0]


def forward_drop_test_case() -> tuple[Array, Layers, Layers, Layers]:
    """Return ``x`` (5, 2), ``w``, ``b``, and masks for p = (0.8, 0.5, 0.8, 1)."""
    w, b = _network()
    return _examples()[0], w, b, _masks()


def _masks() -> Layers:
    """Return masks as they might have been drawn."""
    first = [[0, 2, 2, 0], [2, 2, 0, 2], [2, 0, 2, 2], [0, 2, 2, 2], [2, 2, 2, 0]]
    second = [[1, 1, 0], [1, 0, 1], [0, 1, 1], [1, 1, 1], [1, 1, 1]]
    return {
        0: 1.25 * np.array([[1, 1], [1, 1], [1, 1], [0, 1], [1, 1]]),
        1: np.array(first, dtype=float),
        2: 1.25 * np.array(second),
        3: np.ones((5, 1)),
    }


def backward_drop_test_case() -> tuple[Layers, Array, Layers, Layers]:
    """Return ``a``, ``target`` (5, 1), ``w`` and ``masks``.

    ``a`` is what the forward pass of the case above gives, written down: making it takes the code
    that an exercise asks for.
    """
    w, _ = _network()
    return {layer: np.array(values) for layer, values in PASS.items()}, _examples()[1], w, _masks()


PASS: dict[int, list[list[float]]] = {
    0: [[0.625, -1.25], [-1.0, 0.375], [1.5, 0.875], [0.0, -1.125], [25.0, 12.5]],
    1: [
        [0.0, 1.575, 3.425, 0.0],
        [3.625, 2.875, 0.0, 0.0],
        [0.0, 0.0, 3.85, 2.0],
        [0.0, 2.775, 1.15, 0.0],
        [0.0, 0.0, 69.8, 0.0],
    ],
    2: [
        [2.946875, 3.665625, 0.0],
        [6.3125, 0.0, 0.0],
        [0.0, 9.075, 4.2125],
        [2.425, 0.0, 0.0],
        [43.25, 138.975, 17.7],
    ],
    3: [[0.33528555], [0.05766285], [0.99897034], [0.16417312], [1.0]],
}
