"""The given parts of networks with any number of layers: [LINEAR-RELU] * (L-1) - LINEAR-SIGMOID.

Shapes throughout: ``m`` examples stand in columns; ``X`` is (n0, m), ``Y`` is (1, m) with labels 0
and 1; ``parameters`` holds ``W1`` (n1, n0), ``b1`` (n1, 1), and so on up to ``WL`` and ``bL``. What
all networks share, such as costs and the step of gradient descent, is in ``utils.networks``.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from utils.networks import Array, check_features, check_labels, relu, sigmoid

LinearCache = tuple[Array, Array, Array]
LayerCache = tuple[LinearCache, Array]
ACTIVATIONS = {"relu": relu, "sigmoid": sigmoid}


def depth(parameters: Mapping[str, Array]) -> int:
    """Return the number of layers, or say which parameter is missing."""
    layers = sum(name.startswith("W") for name in parameters)
    wanted = [f"{kind}{layer}" for layer in range(1, layers + 1) for kind in "Wb"]
    missing = [name for name in wanted if name not in parameters]
    if missing or not layers:
        raise KeyError(f"parameters lacks {', '.join(missing) or 'W1'}; it holds {[*parameters]}")
    return layers


def linear_forward(A_prev: Array, W: Array, b: Array) -> tuple[Array, LinearCache]:
    """Compute the linear part of one layer.

    Parameters
    ----------
    A_prev : (n_in, m) array
        Output of the layer below, or the examples.
    W : (n_out, n_in) array
        Weights.
    b : (n_out, 1) array
        Biases.

    Returns
    -------
    Z : (n_out, m) array
        ``W A_prev + b``.
    cache : tuple
        ``(A_prev, W, b)``.
    """
    return np.dot(W, A_prev) + b, (A_prev, W, b)


def linear_activation_forward(
    A_prev: Array, W: Array, b: Array, activation: str
) -> tuple[Array, LayerCache]:
    """Compute one whole layer.

    Parameters
    ----------
    A_prev, W, b : arrays
        As in :func:`linear_forward`.
    activation : {"relu", "sigmoid"}
        What is applied to ``Z``.

    Returns
    -------
    A : (n_out, m) array
        The layer's output.
    cache : tuple
        ``((A_prev, W, b), Z)``.

    Raises
    ------
    ValueError
        If there is no such activation.
    """
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be 'relu' or 'sigmoid'; got {activation!r}")
    Z, linear_cache = linear_forward(A_prev, W, b)
    return ACTIVATIONS[activation](Z), (linear_cache, Z)


def L_model_forward(X: Array, parameters: Mapping[str, Array]) -> tuple[Array, list[LayerCache]]:
    """Compute the network's output and keep what the backward pass needs.

    Parameters
    ----------
    X : (n0, m) array
        Examples in columns.
    parameters : dict
        ``W1``, ``b1``, ..., ``WL``, ``bL``.

    Returns
    -------
    AL : (1, m) array
        The probability of label 1 for each example.
    caches : list of tuple
        For each layer, the first one first, ``((A_prev, W, b), Z)``. The logits are
        ``caches[-1][1]``.

    Raises
    ------
    KeyError
        If a parameter is missing.
    ValueError
        If the examples do not have as many features as the first layer has inputs.
    """
    layers = depth(parameters)
    check_features(X, parameters["W1"])
    A, caches = X, []
    for layer in range(1, layers + 1):
        activation = "sigmoid" if layer == layers else "relu"
        A, cache = linear_activation_forward(
            A, parameters[f"W{layer}"], parameters[f"b{layer}"], activation
        )
        caches.append(cache)
    return A, caches


def linear_backward(dZ: Array, cache: LinearCache) -> tuple[Array, Array, Array]:
    """Compute the gradients of the linear part of one layer.

    Parameters
    ----------
    dZ : (n_out, m) array
        Derivative of each example's loss by ``Z``; the mean over the examples is taken here.
    cache : tuple
        ``(A_prev, W, b)``.

    Returns
    -------
    dA_prev : (n_in, m) array
        Derivative of each example's loss by ``A_prev``.
    dW : (n_out, n_in) array
        Derivative of the cost by ``W``.
    db : (n_out, 1) array
        Derivative of the cost by ``b``.
    """
    A_prev, W, _ = cache
    m = A_prev.shape[1]
    dW = np.dot(dZ, A_prev.T) / m
    db = dZ.sum(axis=1, keepdims=True) / m
    return np.dot(W.T, dZ), dW, db


def linear_activation_backward(
    dA: Array, cache: LayerCache, activation: str
) -> tuple[Array, Array, Array]:
    """Compute the gradients of one whole layer.

    Parameters
    ----------
    dA : (n_out, m) array
        Derivative of each example's loss by the layer's output.
    cache : tuple
        ``((A_prev, W, b), Z)``.
    activation : {"relu", "sigmoid"}
        What was applied to ``Z``.

    Returns
    -------
    dA_prev, dW, db : arrays
        As from :func:`linear_backward`.

    Raises
    ------
    ValueError
        If there is no such activation.
    """
    linear_cache, Z = cache
    if activation == "relu":
        dZ = dA * (Z > 0)
    elif activation == "sigmoid":
        A = sigmoid(Z)
        dZ = dA * A * (1 - A)
    else:
        raise ValueError(f"activation must be 'relu' or 'sigmoid'; got {activation!r}")
    return linear_backward(dZ, linear_cache)


def L_model_backward(AL: Array, Y: Array, caches: list[LayerCache]) -> dict[str, Array]:
    """Compute the gradients of the mean cross-entropy for a pass of :func:`L_model_forward`.

    It starts from ``dZL = AL - Y``. The product of the cost's and the sigmoid's derivative is the
    same in exact arithmetic, but 0 times infinity where the sigmoid is exactly 0 or 1.

    Parameters
    ----------
    AL : (1, m) array
        The network's output.
    Y : (1, m) array
        Labels.
    caches : list of tuple
        As :func:`L_model_forward` returned them.

    Returns
    -------
    dict
        ``dA0``, ``dW1``, ``db1``, ``dA1``, ..., ``dWL``, ``dbL``, each with the shape of what it is
        the derivative by.

    Raises
    ------
    ValueError
        If the shapes differ, or a label is neither 0 nor 1.
    """
    check_labels(Y, np.shape(AL))
    grads: dict[str, Array] = {}
    layers = len(caches)
    for layer in range(layers, 0, -1):
        if layer == layers:
            found = linear_backward(AL - Y, caches[-1][0])
        else:
            found = linear_activation_backward(grads[f"dA{layer}"], caches[layer - 1], "relu")
        grads[f"dA{layer - 1}"], grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return grads


def predict_labels(parameters: Mapping[str, Array], X: Array) -> NDArray[np.bool_]:
    """Return for each example whether label 1 is the more probable one, shape (1, m)."""
    _, caches = L_model_forward(X, parameters)
    return caches[-1][1] > 0


def accuracy(parameters: Mapping[str, Array], X: Array, Y: Array) -> float:
    """Return the share of examples whose label is predicted rightly, from 0 to 1.

    Parameters
    ----------
    parameters : dict
        ``W1``, ``b1``, ..., ``WL``, ``bL``.
    X : (n0, m) array
        Examples in columns.
    Y : (1, m) array
        Their labels, 0 or 1.

    Raises
    ------
    ValueError
        If shapes do not fit, or a label is neither 0 nor 1.
    """
    labels = predict_labels(parameters, X)
    check_labels(Y, labels.shape)
    return float(np.mean(labels == Y))
