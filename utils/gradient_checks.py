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

from utils.deep_networks import L_model_forward, depth
from utils.networks import Array, check_labels, relu

Complex = NDArray[np.complex128]
Activation = Callable[[int, Complex], Complex]
CHUNK = 1 << 14
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
    Y, below, values = _pass(parameters, X, Y, epsilon)
    layers, numerical = len(values), {}
    for layer in range(1, layers + 1):
        Z = values[layer - 1]
        reach = epsilon * below[layer - 1]
        moves = np.stack([reach, -reach])
        slopes = np.empty((len(Z), len(reach)))
        widest = max(map(len, values[layer - 1 :]))
        for units in _chunks(len(Z), moves.size * widest):
            # Axes: unit, side, parameter of the unit, example.
            moved = Z[units, np.newaxis, np.newaxis] + moves
            if layer < layers:
                shift = relu(moved) - below[layer][:-1][units, np.newaxis, np.newaxis]
                moved = _onwards(parameters, values, layer, units, shift)
            costs = _stable_cost(moved, Y).reshape(-1, 2, len(reach))
            slopes[units] = (costs[:, 0] - costs[:, 1]) / (2 * epsilon)
        _store(numerical, layer, slopes)
    return numerical


def complex_step_gradient(
    parameters: Mapping[str, Array],
    X: Array,
    Y: Array,
    step: float = 1e-20,
    activation: Activation | None = None,
) -> dict[str, Array]:
    r"""Return the derivatives of the stable cost by all parameters, from imaginary moves.

    For a smooth cost, :math:`J(w + ih) = J(w) + ih J'(w) + \dots`: the imaginary part, divided by
    :math:`h`, is the derivative. Nothing is subtracted, so no digits are lost, however small
    :math:`h` is.

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
    check_labels(Y, (1, np.shape(X)[-1]))
    _check_step(step)
    layers, numerical = depth(parameters), {}
    A = X.astype(complex)
    for layer in range(1, layers + 1):
        Z = parameters[f"W{layer}"] @ A + parameters[f"b{layer}"]
        inputs = np.vstack([A, np.ones_like(A[:1])])
        slopes = np.empty((len(Z), len(inputs)))
        widest = max(len(parameters[f"b{n}"]) for n in range(layer, layers + 1))
        for units in _chunks(len(Z), 4 * inputs.size * widest):
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
            slopes[units] = _stable_cost(moved[0], Y).imag / step
        if layer < layers:
            A = activation(layer, Z)
        _store(numerical, layer, slopes)
    return numerical


def _pass(
    parameters: Mapping[str, Array], X: Array, Y: Array, epsilon: float
) -> tuple[Array, list[Array], list[Array]]:
    """Return labels, each layer's inputs with a row of ones, and each layer's values."""
    _check_step(epsilon)
    _, caches = L_model_forward(X, parameters)
    check_labels(Y, (1, X.shape[1]))
    ones = np.ones((1, X.shape[1]))
    below = [np.vstack([inputs, ones]) for (inputs, _, _), _ in caches]
    return np.asarray(Y, dtype=float)[0], below, [Z for _, Z in caches]


def _onwards(
    parameters: Mapping[str, Array], values: list[Array], layer: int, units: slice, shift: Array
) -> Array:
    """Follow shifts of one layer's units to the output; return the output's values."""
    W, Z = parameters[f"W{layer + 1}"], values[layer]
    Z = Z[:, np.newaxis, np.newaxis, np.newaxis]
    moved = W[:, units, np.newaxis, np.newaxis, np.newaxis] * shift + Z
    moved = moved.reshape(len(W), -1)
    for above in range(layer + 2, len(values) + 1):
        moved = parameters[f"W{above}"] @ relu(moved) + parameters[f"b{above}"]
    return moved.reshape(-1, shift.shape[-1])


def _stable_cost(Z: NDArray, Y: Array) -> NDArray:
    """Return the mean cross-entropy over the last axis, from real or complex logits."""
    positive = Z.real > 0
    folded = np.where(positive, -Z, Z)
    return (np.where(positive, Z, 0) + np.log1p(np.exp(folded)) - Y * Z).mean(axis=-1)


def _chunks(units: int, numbers: int) -> list[slice]:
    """Cut a layer's units into pieces, each unit bringing so many numbers with it."""
    size = max(1, CHUNK // numbers)
    return [slice(start, start + size) for start in range(0, units, size)]


def _store(numerical: dict[str, Array], layer: int, slopes: Array) -> None:
    numerical[f"dW{layer}"], numerical[f"db{layer}"] = slopes[:, :-1], slopes[:, -1:]


def _check_step(step: float) -> None:
    if not step > 0:
        raise ValueError(f"a step must be a positive number; got {step}")
