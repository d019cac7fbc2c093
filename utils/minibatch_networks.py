"""The given parts of the network of mini-batch training, whose examples stand in rows.

Shapes throughout: ``m`` examples stand in rows; ``x`` is (m, 2), ``target`` is (m, 1) with labels
0 and 1. Layers are numbered: ``w`` and ``b`` are dictionaries, ``w[1]`` (n0, n1) leads from the
input to the first hidden layer and ``b[1]`` is (n1,). Activations are numbered the same way:
``a[0]`` is the input ``x``, ``a[1]`` (m, n1) the first hidden layer, and the last one the output
``y``. Hidden layers are ReLU, the output is a sigmoid.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import ArrayLike

from utils.networks import Array, Rng, check_labels, logit_losses, relu, sigmoid

Layers = dict[int, Array]
SIZES = (2, 64, 128, 1)
"""Units per layer of the needlessly large network."""
CHUNK = 4096
"""Examples that :func:`predict` takes at a time: few calls, and arrays that fit the cache."""


def initialize(sizes: Sequence[int], rng: Rng) -> tuple[Layers, Layers]:
    """Draw starting weights and biases from the normal distribution with standard deviation 0.5.

    Parameters
    ----------
    sizes : sequence of int
        Units per layer, the input first.
    rng : Generator or RandomState
        Source of the random numbers: ``w[1]``, ``b[1]``, ``w[2]``, ...

    Returns
    -------
    w : dict of int to (n_in, n_out) array
        Weights by layer.
    b : dict of int to (n_out,) array
        Biases by layer.

    Raises
    ------
    ValueError
        If fewer than two layers are named, or a layer has no units.
    """
    if len(sizes) < 2 or min(sizes) < 1:
        raise ValueError(
            f"sizes needs the units of at least two layers, each 1 or more; got {sizes}"
        )
    w, b = {}, {}
    for layer in range(1, len(sizes)):
        w[layer] = rng.normal(0, 0.5, (sizes[layer - 1], sizes[layer]))
        b[layer] = rng.normal(0, 0.5, sizes[layer])
    return w, b


def at_rest(layers: Mapping[int, Array]) -> Layers:
    """Return a velocity of 0 for each entry of weights or biases."""
    return {layer: np.zeros_like(values) for layer, values in layers.items()}


def batches(x: Array, target: Array, size: int) -> Iterator[tuple[Array, Array]]:
    """Cut examples and labels into mini-batches, in order; the last one may be smaller.

    Parameters
    ----------
    x : (m, n0) array
        Examples in rows.
    target : (m, 1) array
        Their labels.
    size : int
        Examples in a batch.

    Raises
    ------
    ValueError
        If the size is less than 1, or there is not one label for each example.
    """
    if size < 1:
        raise ValueError(f"a batch needs at least 1 example; got {size}")
    check_labels(target, (len(x), 1))
    for start in range(0, len(x), size):
        yield x[start : start + size], target[start : start + size]


def forward(x: Array, w: Mapping[int, Array], b: Mapping[int, Array]) -> tuple[Array, Layers]:
    """Compute the network's output and keep the activations for the backward pass.

    Parameters
    ----------
    x : (m, n0) array
        Examples in rows.
    w, b : dict of int to array
        Weights and biases by layer.

    Returns
    -------
    y : (m, 1) array
        The probability of label 1 for each example.
    a : dict of int to array
        The activations of each layer; ``a[0]`` is ``x``, the last one is ``y``.

    Raises
    ------
    ValueError
        If the examples do not have as many features as the first layer has inputs.
    """
    check_rows(x, w)
    a = {0: x}
    for layer in range(1, len(w)):
        a[layer] = relu(a[layer - 1] @ w[layer] + b[layer])
    y = a[len(w)] = sigmoid(a[len(w) - 1] @ w[len(w)] + b[len(w)])
    return y, a


def backward(
    a: Mapping[int, Array], target: Array, w: Mapping[int, Array]
) -> tuple[Layers, Layers]:
    """Compute the gradients of the mean cross-entropy for a pass of :func:`forward`.

    It starts from ``y - target``, in which the derivatives of cost and sigmoid are multiplied
    already: nothing is divided by numbers near 0.

    Parameters
    ----------
    a : dict of int to array
        As :func:`forward` returned it.
    target : (m, 1) array
        Labels.
    w : dict of int to array
        Weights by layer.

    Returns
    -------
    dw, db : dict of int to array
        Derivatives by weights and biases, with their shapes.
    """
    # Of each example: the derivative of its cost by what a layer's activation is applied to.
    slopes = {len(w): a[len(w)] - target}
    for layer in range(len(w) - 1, 0, -1):
        slopes[layer] = np.where(a[layer] > 0, slopes[layer + 1] @ w[layer + 1].T, 0)
    dw = {layer: a[layer - 1].T @ each / len(target) for layer, each in slopes.items()}
    return dw, {layer: each.mean(axis=0) for layer, each in slopes.items()}


def momentum_step(
    values: Mapping[int, Array],
    velocity: Mapping[int, Array],
    gradient: Mapping[int, Array],
    alpha: float,
    beta: float,
) -> tuple[Layers, Layers]:
    r"""Take one step along the exponentially weighted mean of the gradients.

    .. math:: v := \beta v + (1 - \beta) g, \qquad w := w - \alpha v

    Parameters
    ----------
    values : dict of int to array
        Weights or biases by layer.
    velocity : dict of int to array
        Their velocity so far.
    gradient : dict of int to array
        Their gradients.
    alpha : float
        Learning rate.
    beta : float
        Share of the old velocity, from 0 (none) to less than 1.

    Returns
    -------
    values, velocity : dict of int to array
        The new ones; the arguments stay as they are.
    """
    new_values, new_velocity = {}, {}
    for layer, g in gradient.items():
        new_velocity[layer] = beta * velocity[layer] + (1 - beta) * g
        new_values[layer] = values[layer] - alpha * new_velocity[layer]
    return new_values, new_velocity


def J(y: ArrayLike, target: ArrayLike, eps: float = 1e-8) -> Array:
    """Return the cross-entropy of each example, with what is inside the logarithms lifted by eps.

    So a wrong answer costs ``-log(eps)`` at most, 18.4 nats at the default. That is a way to print
    a number where the answer is exactly 0 or 1; for training use the cost from the logits.

    Parameters
    ----------
    y : array
        Probabilities of label 1.
    target : array
        Labels, of the same shape.
    eps : float
        How much is added.

    Raises
    ------
    ValueError
        If a label is neither 0 nor 1, or the shapes differ.
    """
    y = np.asarray(y, dtype=float)
    check_labels(target, y.shape)
    target = np.asarray(target, dtype=float)
    losses: Array = -(target * np.log(y + eps) + (1 - target) * np.log(1 - y + eps))
    return losses


def logits(x: Array, w: Mapping[int, Array], b: Mapping[int, Array]) -> Array:
    """Return the output's values before the sigmoid, shape (m, 1)."""
    check_rows(x, w)
    last, a = len(w), x
    for layer in range(1, last):
        a = a @ w[layer]
        a += b[layer]
        np.maximum(a, 0, out=a)
    return a @ w[last] + b[last]


def mean_cost(x: Array, target: Array, w: Mapping[int, Array], b: Mapping[int, Array]) -> float:
    """Return the mean cross-entropy from the logits: exact, also where the answers are sure.

    Parameters
    ----------
    x : (m, n0) array
        Examples in rows.
    target : (m, 1) array
        Their labels, 0 or 1.
    w, b : dict of int to array
        Weights and biases by layer.

    Raises
    ------
    ValueError
        If shapes do not fit, or a label is neither 0 nor 1.
    """
    z = logits(x, w, b)
    check_labels(target, z.shape)
    return float(np.mean(logit_losses(z, target)))


def predict(x: Array, w: Mapping[int, Array], b: Mapping[int, Array], chunk: int = CHUNK) -> Array:
    """Return the probability of label 1 for many examples, a chunk at a time.

    One product for all points of a fine map makes arrays that are larger than the processor's
    cache, and waits for the memory; a double loop over the points waits for Python.

    Parameters
    ----------
    x : (m, n0) array
        Examples in rows.
    w, b : dict of int to array
        Weights and biases by layer.
    chunk : int
        Examples that are computed at a time.

    Returns
    -------
    (m, 1) array

    Raises
    ------
    ValueError
        If the chunk is less than 1, or the examples have another number of features.
    """
    if chunk < 1:
        raise ValueError(f"a chunk needs at least 1 example; got {chunk}")
    check_rows(x, w)
    z = np.empty((len(x), w[len(w)].shape[1]))
    for start in range(0, len(x), chunk):
        z[start : start + chunk] = logits(x[start : start + chunk], w, b)
    return sigmoid(z)


def accuracy(x: Array, target: Array, w: Mapping[int, Array], b: Mapping[int, Array]) -> float:
    """Return the share of examples whose label is predicted rightly, from 0 to 1."""
    y = predict(x, w, b)
    check_labels(target, y.shape)
    return float(np.mean((y > 0.5) == (np.asarray(target) > 0.5)))


def check_rows(x: Array, w: Mapping[int, Array]) -> None:
    """Raise ``ValueError`` unless examples stand in rows, with as many features as ``w`` takes."""
    if np.ndim(x) != 2 or np.shape(x)[1] != w[1].shape[0]:
        raise ValueError(
            f"x has shape {np.shape(x)}, but w[1] {w[1].shape} takes {w[1].shape[0]} features: x "
            f"must be (m, {w[1].shape[0]}), one example per row"
        )
