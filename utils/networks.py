"""The given parts of the three-layer network LINEAR-RELU-LINEAR-RELU-LINEAR-SIGMOID.

Shapes throughout: ``m`` examples stand in columns; ``X`` is (n0, m), ``Y`` is (1, m) with labels 0
and 1; ``parameters`` holds ``W1`` (n1, n0), ``b1`` (n1, 1), ``W2`` (n2, n1), ``b2`` (n2, 1), ``W3``
(1, n2) and ``b3`` (1, 1).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, log1p, xlog1py, xlogy

Array = NDArray[np.float64]
Parameters = dict[str, Array]
Cache = tuple[Array, ...]
Rng = np.random.Generator | np.random.RandomState


def sigmoid(x: Array) -> Array:
    """Return ``1 / (1 + exp(-x))`` for each entry, without overflow."""
    squashed: Array = expit(x)
    return squashed


def relu(x: Array) -> Array:
    """Return ``max(0, x)`` for each entry."""
    return np.maximum(x, 0)


def initialize_parameters(layers_dims: Sequence[int], rng: Rng | None = None) -> Parameters:
    r"""Draw starting weights from :math:`N(0, 1/n_{l-1})` (LeCun et al., 1998); biases start at 0.

    Parameters
    ----------
    layers_dims : sequence of int
        Units per layer, the input first: ``[2, 20, 3, 1]``.
    rng : Generator or RandomState, optional
        Source of the random numbers. Without one, each call starts elsewhere.

    Returns
    -------
    dict
        ``W1`` (n1, n0), ``b1`` (n1, 1), and so on for each layer.

    Raises
    ------
    ValueError
        If fewer than two layers are named, or a layer has no units.
    """
    if len(layers_dims) < 2 or min(layers_dims) < 1:
        raise ValueError(
            f"layers_dims needs the units of at least two layers, each 1 or more; got {layers_dims}"
        )
    rng = np.random.default_rng() if rng is None else rng
    parameters = {}
    for layer in range(1, len(layers_dims)):
        n_out, n_in = layers_dims[layer], layers_dims[layer - 1]
        parameters[f"W{layer}"] = rng.standard_normal((n_out, n_in)) / np.sqrt(n_in)
        parameters[f"b{layer}"] = np.zeros((n_out, 1))
    return parameters


def forward_propagation(X: Array, parameters: Mapping[str, Array]) -> tuple[Array, Cache]:
    """Compute the network's output and keep what the backward pass needs.

    Parameters
    ----------
    X : (n0, m) array
        Examples in columns.
    parameters : dict
        ``W1``, ``b1``, ``W2``, ``b2``, ``W3``, ``b3``.

    Returns
    -------
    A3 : (1, m) array
        The probability of label 1 for each example.
    cache : tuple
        ``(Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3)``.

    Raises
    ------
    KeyError
        If a parameter is missing.
    ValueError
        If the examples do not have as many features as the first layer has inputs.
    """
    W1, b1, W2, b2, W3, b3 = unpack(parameters)
    check_features(X, W1)
    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)
    return A3, (Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3)


def backward_propagation(X: Array, Y: Array, cache: Cache) -> dict[str, Array]:
    """Compute the gradients of :func:`compute_cost` for a pass of :func:`forward_propagation`.

    Parameters
    ----------
    X : (n0, m) array
        Examples in columns.
    Y : (1, m) array
        Labels.
    cache : tuple
        As :func:`forward_propagation` returned it.

    Returns
    -------
    dict
        ``dZ3``, ``dW3``, ``db3``, ``dA2``, ``dZ2``, ``dW2``, ``db2``, ``dA1``, ``dZ1``, ``dW1``,
        ``db1``, each with the shape of what it is the derivative by.
    """
    m = X.shape[1]
    (_, A1, _, _, _, A2, W2, _, _, A3, W3, _) = cache
    dZ3 = A3 - Y
    dW3 = 1.0 / m * np.dot(dZ3, A2.T)
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = dA2 * (A2 > 0)
    dW2 = 1.0 / m * np.dot(dZ2, A1.T)
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = dA1 * (A1 > 0)
    dW1 = 1.0 / m * np.dot(dZ1, X.T)
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)
    return {
        **{"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2},
        **{"db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1},
    }


def compute_cost(A3: Array, Y: Array) -> float:
    r"""Return the mean cross-entropy :math:`-\frac1m\sum y\log a + (1-y)\log(1-a)`.

    An activation that is exactly 0 or 1 and right costs nothing; one that is wrong costs infinity,
    and a NaN stays a NaN: nothing is hidden.

    Parameters
    ----------
    A3 : (1, m) array
        Probabilities of label 1.
    Y : (1, m) array
        Labels, 0 or 1, of any numeric type.

    Raises
    ------
    ValueError
        If the shapes differ, or a label is neither 0 nor 1.
    """
    check_labels(Y, np.shape(A3))
    Y = np.asarray(Y, dtype=float)
    return float(-(xlogy(Y, A3) + xlog1py(1 - Y, -A3)).sum() / Y.shape[1])


def compute_cost_from_logits(Z: Array, Y: Array) -> float:
    r"""Return the mean cross-entropy :math:`\frac1m\sum \log(1 + e^z) - yz` from the logits.

    It is what :func:`compute_cost` gives for ``sigmoid(Z)``, but loses no digits where that is
    near 0 or 1: ``log(1 - sigmoid(z))`` loses as many as there are nines in ``sigmoid(z)``.

    Parameters
    ----------
    Z : (1, m) array
        The output layer's values before the sigmoid.
    Y : (1, m) array
        Labels, 0 or 1, of any numeric type.

    Raises
    ------
    ValueError
        If the shapes differ, or a label is neither 0 nor 1.
    """
    check_labels(Y, np.shape(Z))
    return float(np.mean(logit_losses(Z, np.asarray(Y, dtype=float))))


def logit_losses(Z: NDArray[Any], Y: NDArray[Any]) -> NDArray[Any]:
    r"""Return the cross-entropy :math:`\log(1 + e^z) - yz` of each logit: no digit is lost.

    It is computed as :math:`\log(1 + e^z)` for the label 0 and :math:`\log(1 + e^{-z})` for the
    label 1, so that nothing cancels.

    Parameters
    ----------
    Z : array
        Logits of any shape; complex ones for derivatives by complex steps.
    Y : array
        Labels, 0 or 1, whose shape broadcasts with that of ``Z``. They are not looked at here.

    Returns
    -------
    array
        The losses, of the same type as ``Z``.
    """
    against = np.where(Y, -Z, Z)
    if not np.iscomplexobj(Z):
        real: NDArray[Any] = np.logaddexp(0, against)
        return real
    positive = against.real > 0
    # SciPy's keeps the digits of a small complex number's real part; NumPy's does not.
    folded = log1p(np.exp(np.where(positive, -against, against)))
    losses: NDArray[Any] = np.where(positive, against, 0) + folded
    return losses


def update_parameters(
    parameters: Mapping[str, Array], grads: Mapping[str, Array], learning_rate: float
) -> Parameters:
    """Take one step of gradient descent and return the new parameters; the old ones stay.

    Raises
    ------
    KeyError
        If a gradient is missing.
    """
    return {name: parameters[name] - learning_rate * grads[f"d{name}"] for name in parameters}


def predict_dec(parameters: Mapping[str, Array], X: Array) -> NDArray[np.bool_]:
    """Return for each example whether label 1 is the more probable one, shape (1, m)."""
    A3, _ = forward_propagation(X, parameters)
    return A3 > 0.5


def predict(X: Array, Y: Array, parameters: Mapping[str, Array], name: str = "") -> float:
    """Print and return the share of examples whose label is predicted rightly.

    Parameters
    ----------
    X : (n0, m) array
        Examples in columns.
    Y : (1, m) array
        Their labels, 0 or 1.
    parameters : dict
        The trained network; all its units take part, also after training with dropout.
    name : str
        What the examples are called in the printed line, such as ``"train"``.

    Returns
    -------
    float
        The accuracy, from 0 to 1.

    Raises
    ------
    KeyError
        If a parameter is missing.
    ValueError
        If shapes do not fit, or a label is neither 0 nor 1.
    """
    labels = predict_dec(parameters, X)
    check_labels(Y, labels.shape)
    accuracy = float(np.mean(labels == Y))
    print(f"{name + ' ' if name else ''}accuracy: {accuracy:.4f} ({labels.size} examples)")
    return accuracy


def unpack(parameters: Mapping[str, Array]) -> tuple[Array, ...]:
    """Return ``W1, b1, W2, b2, W3, b3``, or say which one is missing."""
    names = ("W1", "b1", "W2", "b2", "W3", "b3")
    missing = [name for name in names if name not in parameters]
    if missing:
        raise KeyError(f"parameters lacks {', '.join(missing)}; it holds {', '.join(parameters)}")
    return tuple(parameters[name] for name in names)


def check_features(X: Any, W1: Array) -> None:
    """Raise ``ValueError`` unless examples stand in columns with as many rows as ``W1`` takes."""
    if np.ndim(X) != 2 or X.shape[0] != W1.shape[1]:
        raise ValueError(
            f"X has shape {np.shape(X)}, but W1 {W1.shape} takes {W1.shape[1]} features: X must be "
            f"({W1.shape[1]}, m), one example per column"
        )


def check_labels(Y: Any, shape: tuple[int, ...]) -> None:
    """Raise ``ValueError`` unless the labels are 0 or 1 and have this shape."""
    if np.shape(Y) != shape:
        raise ValueError(
            f"labels have shape {np.shape(Y)}; {shape} is needed, one label per example"
        )
    Y = np.asarray(Y)
    if not ((Y == 0) | (Y == 1)).all():
        found = np.unique(Y)[:5].tolist()
        raise ValueError(f"labels must be 0 or 1; these hold {found}")
