"""Two fast ways to a network's numerical gradient, for networks of any depth.

Both move every parameter, one at a time, as a loop does, but follow all moves through the network
at once: the moves stand side by side in one array. A bias counts as the weight of an input that
is always 1. Shapes are those of ``utils.deep_networks``: hidden layers with ReLU, one sigmoid unit
at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from utils.deep_networks import depth
from utils.networks import (
    Array,
    check_features,
    check_labels,
    compute_cost_from_logits,
    logit_losses,
    relu,
)

Complex = NDArray[np.complex128]
Activation = Callable[[int, Complex], Complex]
CHUNK = 1 << 12
"""Numbers that are worked on at once: few enough to stay in the processor's cache."""


def stacked_gradient(
    parameters: Mapping[str, Array], X: Array, Y: Array, epsilon: float = 1e-5
) -> dict[str, Array]:
    """Return the centred difference quotients of the stable cost by all parameters.

    For the units of one layer, a move reaches the next layer through one unit alone. So what
    lies below is never computed again, and the next layer's values only shift.

    Parameters
    ----------
    parameters : dict
        ``W1``, ``b1``, ..., ``WL``, ``bL``.
    X : (n0, m) array
        Examples in columns.
    Y : (1, m) array
        Labels, 0 or 1.
    epsilon : float
        How far each parameter is moved, to both sides.

    Returns
    -------
    dict
        ``dW1``, ``db1``, ..., each with the shape of its parameter.

    Raises
    ------
    KeyError
        If a parameter is missing.
    ValueError
        If shapes do not fit, a label is neither 0 nor 1, or ``epsilon`` is not positive.
    """
    _check_step(epsilon)
    inputs, values = _pass(parameters, X)
    check_labels(Y, values[-1].shape)
    # Rows: for each layer and unit first all moves ahead, then all moves back.
    rows = [2 * len(Z) * (len(A) + 1) for A, Z in zip(inputs, values, strict=True)]
    logits = np.empty((sum(rows), X.shape[1]))
    start = 0
    for layer, (A, Z) in enumerate(zip(inputs, values, strict=True), start=1):
        reach = np.full((2, len(A) + 1, A.shape[1]), epsilon)
        reach[:, :-1] *= A
        reach[1] *= -1
        widest = max(map(len, values[layer - 1 :]))
        for units in _chunks(len(Z), reach.size * widest):
            # Axes: unit, side, parameter of the unit, example.
            moved = Z[units, np.newaxis, np.newaxis] + reach
            if layer < len(values):
                shift = relu(moved) - inputs[layer][units, np.newaxis, np.newaxis]
                moved = _onwards(parameters, values, layer, units, shift)
            moved = moved.reshape(-1, A.shape[1])
            logits[start : start + len(moved)] = moved
            start += len(moved)
    pieces = _chunks(start, X.shape[1])
    costs = np.concatenate([logit_losses(logits[some], Y).mean(axis=1) for some in pieces])
    numerical: dict[str, Array] = {}
    start = 0
    for layer, (Z, count) in enumerate(zip(values, rows, strict=True), start=1):
        pairs = costs[start : start + count].reshape(len(Z), 2, -1)
        _store(numerical, layer, (pairs[:, 0] - pairs[:, 1]) / (2 * epsilon))
        start += count
    return numerical


def complex_step_gradient(
    parameters: Mapping[str, Array],
    X: Array,
    Y: Array,
    step: float = 1e-20,
    activation: Activation | None = None,
) -> dict[str, Array]:
    r"""Return the derivatives of the stable cost by all parameters, from imaginary moves.

    This is the complex step (Squire and Trapp, 1998). For a smooth cost,
    :math:`J(w + ih) = J(w) + ih J'(w) + \dots`: the imaginary part, divided by :math:`h`, is the
    derivative. Nothing is subtracted, so no digits are lost, however small :math:`h` is.

    Parameters
    ----------
    parameters, X, Y
        As in :func:`stacked_gradient`.
    step : float
        The imaginary move :math:`h`.
    activation : callable, optional
        What a hidden layer makes of its values: takes the layer's number and a complex array with
        the units first and the examples last. It may not use ``abs`` or a conjugate. Without it,
        ReLU.

    Returns
    -------
    dict
        ``dW1``, ``db1``, ..., each with the shape of its parameter.

    Raises
    ------
    KeyError
        If a parameter is missing.
    ValueError
        If shapes do not fit, a label is neither 0 nor 1, or ``step`` is not positive.
    """
    activation = activation or (lambda layer, Z: Z * (Z.real > 0))
    _check_step(step)
    layers = depth(parameters)
    numerical: dict[str, Array] = {}
    check_features(X, parameters["W1"])
    check_labels(Y, (1, X.shape[1]))
    A = X.astype(complex)
    for layer in range(1, layers + 1):
        Z = parameters[f"W{layer}"] @ A + parameters[f"b{layer}"]
        inputs = np.vstack([A, np.ones_like(A[:1])])
        slopes = np.empty((len(Z), len(inputs)))
        widest = max(len(parameters[f"b{n}"]) for n in range(layer, layers + 1))
        for units in _chunks(len(Z), 2 * inputs.size * widest):
            # Axes: unit, moved unit, parameter of the moved unit, example. Complex products go
            # through einsum: on small matrices BLAS spends more on its threads than on the work.
            count = len(Z[units])
            moved = np.repeat(Z[:, np.newaxis], count * len(inputs), axis=1)
            moved = moved.reshape(len(Z), count, len(inputs), -1)
            for place, unit in enumerate(range(len(Z))[units]):
                moved[unit, place] += 1j * step * inputs
            for above in range(layer + 1, layers + 1):
                onwards = activation(above - 1, moved)
                moved = np.einsum("ij,j...->i...", parameters[f"W{above}"], onwards)
                moved += parameters[f"b{above}"][:, np.newaxis, np.newaxis]
            slopes[units] = logit_losses(moved[0], Y).mean(axis=-1).imag / step
        if layer < layers:
            A = activation(layer, Z)
        _store(numerical, layer, slopes)
    return numerical


def stable_cost(parameters: Mapping[str, Array], X: Array, Y: Array) -> float:
    """Return the cross-entropy of a network of any depth, from the logits: no digits are lost.

    Parameters
    ----------
    parameters, X, Y
        As in :func:`stacked_gradient`.

    Raises
    ------
    KeyError, ValueError
        As in :func:`stacked_gradient`.
    """
    return compute_cost_from_logits(_pass(parameters, X)[1][-1], Y)


def _pass(parameters: Mapping[str, Array], X: Array) -> tuple[list[Array], list[Array]]:
    """Return each layer's inputs, and its values before the activation."""
    layers = depth(parameters)
    check_features(X, parameters["W1"])
    inputs, values = [X], []
    for layer in range(1, layers + 1):
        values.append(parameters[f"W{layer}"] @ inputs[-1] + parameters[f"b{layer}"])
        inputs.append(relu(values[-1]))
    return inputs[:-1], values


def _onwards(
    parameters: Mapping[str, Array], values: list[Array], layer: int, units: slice, shift: Array
) -> Array:
    """Follow shifts of one layer's units to the output; return the output's values."""
    W, Z = parameters[f"W{layer + 1}"], values[layer]
    moved = W[:, units, np.newaxis, np.newaxis, np.newaxis] * shift
    moved += Z[:, np.newaxis, np.newaxis, np.newaxis]
    moved = moved.reshape(len(W), -1)
    for above in range(layer + 2, len(values) + 1):
        moved = parameters[f"W{above}"] @ relu(moved)
        moved += parameters[f"b{above}"]
    return moved


def _chunks(count: int, numbers: int) -> list[slice]:
    """Cut units or rows into pieces, each of them bringing so many numbers with it."""
    size = max(1, CHUNK // numbers)
    return [slice(start, start + size) for start in range(0, count, size)]


def _store(numerical: dict[str, Array], layer: int, slopes: Array) -> None:
    numerical[f"dW{layer}"], numerical[f"db{layer}"] = slopes[:, :-1], slopes[:, -1:]


def _check_step(step: float) -> None:
    if not step > 0:
        raise ValueError(f"a step must be a positive number; got {step}")
