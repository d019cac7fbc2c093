"""The widely copied version's training loop and decision map, written anew in their manner.

One function for each step, parameters found by names that are put together, a cost at every
iteration with ``nansum`` over explicit logarithms, masks from the global generator that is seeded
at every step, and a map that asks for one point at a time.
"""
# ruff: noqa: NPY002 - the global generator is part of what is measured

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

Array = np.ndarray
Parameters = dict[str, Array]


def sigmoid(x: Array) -> Array:
    """Return the logistic function."""
    return 1 / (1 + np.exp(-x))


def relu(x: Array) -> Array:
    """Return the positive part."""
    return np.maximum(0, x)


def initialize(layers_dims: list[int]) -> Parameters:
    """Draw starting weights from the global generator."""
    np.random.seed(3)
    parameters = {}
    for i in range(1, len(layers_dims)):
        shape = layers_dims[i], layers_dims[i - 1]
        parameters["W" + str(i)] = np.random.randn(*shape) / np.sqrt(layers_dims[i - 1])
        parameters["b" + str(i)] = np.zeros((layers_dims[i], 1))
    return parameters


def forward(X: Array, parameters: Parameters) -> tuple[Array, tuple[Array, ...]]:
    """Compute a forward pass."""
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]
    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)
    return A3, (Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3)


def forward_with_dropout(
    X: Array, parameters: Parameters, keep_prob: float
) -> tuple[Array, tuple[Array, ...]]:
    """Compute a forward pass whose masks are the same at every call."""
    np.random.seed(1)
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]
    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    D1 = np.random.rand(A1.shape[0], A1.shape[1]) < keep_prob
    A1 = A1 * D1
    A1 = A1 / keep_prob
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    D2 = np.random.rand(A2.shape[0], A2.shape[1]) < keep_prob
    A2 = A2 * D2
    A2 = A2 / keep_prob
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


def cost(A3: Array, Y: Array) -> float:
    """Return the cross-entropy; what is not a number is left out of the sum."""
    m = Y.shape[1]
    terms = np.multiply(-np.log(A3), Y) + np.multiply(-np.log(1 - A3), 1 - Y)
    return 1.0 / m * np.nansum(terms)


def cost_with_penalty(A3: Array, Y: Array, parameters: Parameters, lambd: float) -> float:
    """Return the cross-entropy with the L2 penalty."""
    m = Y.shape[1]
    W1, W2, W3 = parameters["W1"], parameters["W2"], parameters["W3"]
    squares = np.sum(np.square(W1)) + np.sum(np.square(W2)) + np.sum(np.square(W3))
    return cost(A3, Y) + 1.0 / m * lambd / 2 * squares


def backward(X: Array, Y: Array, cache: tuple[Array, ...], lambd: float = 0.0) -> Parameters:
    """Compute the gradients, with the penalty's part where there is a penalty."""
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache
    dZ3 = A3 - Y
    dW3 = 1.0 / m * np.dot(dZ3, A2.T)
    db3 = 1.0 / m * np.sum(dZ3, axis=1, keepdims=True)
    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, np.int64(A2 > 0))
    dW2 = 1.0 / m * np.dot(dZ2, A1.T)
    db2 = 1.0 / m * np.sum(dZ2, axis=1, keepdims=True)
    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, np.int64(A1 > 0))
    dW1 = 1.0 / m * np.dot(dZ1, X.T)
    db1 = 1.0 / m * np.sum(dZ1, axis=1, keepdims=True)
    if lambd:
        dW3, dW2, dW1 = (dW + lambd / m * W for dW, W in ((dW3, W3), (dW2, W2), (dW1, W1)))
    return {
        **{"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2},
        **{"db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1},
    }


def backward_with_dropout(
    X: Array, Y: Array, cache: tuple[Array, ...], keep_prob: float
) -> Parameters:
    """Compute the gradients through the masks."""
    m = X.shape[1]
    (_, D1, A1, _, _, _, D2, A2, W2, _, _, A3, W3, _) = cache
    dZ3 = A3 - Y
    dW3 = 1.0 / m * np.dot(dZ3, A2.T)
    db3 = 1.0 / m * np.sum(dZ3, axis=1, keepdims=True)
    dA2 = np.dot(W3.T, dZ3)
    dA2 = dA2 * D2
    dA2 = dA2 / keep_prob
    dZ2 = np.multiply(dA2, np.int64(A2 > 0))
    dW2 = 1.0 / m * np.dot(dZ2, A1.T)
    db2 = 1.0 / m * np.sum(dZ2, axis=1, keepdims=True)
    dA1 = np.dot(W2.T, dZ2)
    dA1 = dA1 * D1
    dA1 = dA1 / keep_prob
    dZ1 = np.multiply(dA1, np.int64(A1 > 0))
    dW1 = 1.0 / m * np.dot(dZ1, X.T)
    db1 = 1.0 / m * np.sum(dZ1, axis=1, keepdims=True)
    return {
        **{"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2},
        **{"db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1},
    }


def update(parameters: Parameters, grads: Parameters, learning_rate: float) -> Parameters:
    """Take one step."""
    n = len(parameters) // 2
    for k in range(n):
        for kind in "Wb":
            name = kind + str(k + 1)
            parameters[name] = parameters[name] - learning_rate * grads["d" + name]
    return parameters


def model(
    X: Array,
    Y: Array,
    learning_rate: float = 0.3,
    num_iterations: int = 30000,
    lambd: float = 0.0,
    keep_prob: float = 1.0,
) -> tuple[Parameters, list[float]]:
    """Train the three-layer network; return its parameters and every 1,000th cost."""
    costs = []
    parameters = initialize([X.shape[0], 20, 3, 1])
    for i in range(num_iterations):
        if keep_prob == 1:
            A3, cache = forward(X, parameters)
        else:
            A3, cache = forward_with_dropout(X, parameters, keep_prob)
        now = cost(A3, Y) if lambd == 0 else cost_with_penalty(A3, Y, parameters, lambd)
        if keep_prob < 1:
            grads = backward_with_dropout(X, Y, cache, keep_prob)
        else:
            grads = backward(X, Y, cache, lambd)
        parameters = update(parameters, grads, learning_rate)
        if i % 1000 == 0:
            costs.append(now)
    return parameters, costs


def deep_model(
    X: Array, Y: Array, parameters: Parameters, learning_rate: float, num_iterations: int
) -> tuple[Parameters, list[float]]:
    """Train a network of any depth; the gradient goes through the sigmoid in two steps."""
    costs = []
    parameters = dict(parameters)
    L = len(parameters) // 2
    for i in range(num_iterations):
        A, caches = X, []
        for layer in range(1, L + 1):
            W, b = parameters["W" + str(layer)], parameters["b" + str(layer)]
            Z = np.dot(W, A) + b
            caches.append(((A, W, b), Z))
            A = sigmoid(Z) if layer == L else relu(Z)
        A = np.clip(A, 1e-10, 1 - 1e-10)
        m = Y.shape[1]
        now = -1 / m * np.nansum(Y * np.log(A) + (1 - Y) * np.log(1 - A))
        grads = {}
        dA = -(np.divide(Y, A) - np.divide(1 - Y, 1 - A))
        for layer in range(L, 0, -1):
            (below, W, _), Z = caches[layer - 1]
            if layer == L:
                s = sigmoid(Z)
                dZ = dA * s * (1 - s)
            else:
                dZ = np.array(dA, copy=True)
                dZ[Z <= 0] = 0
            grads["dW" + str(layer)] = 1 / m * np.dot(dZ, below.T)
            grads["db" + str(layer)] = 1 / m * np.sum(dZ, axis=1, keepdims=True)
            dA = np.dot(W.T, dZ)
        parameters = update(parameters, grads, learning_rate)
        if i % 1000 == 0:
            costs.append(now)
    return parameters, costs


def decision_map(predict: Callable[[Array], Any], xs: Array, ys: Array) -> Array:
    """Ask for the label of one point of the grid after the other."""
    surface = np.zeros((len(ys), len(xs)))
    for i in range(len(ys)):
        for j in range(len(xs)):
            surface[i, j] = np.squeeze(predict(np.array([[xs[j]], [ys[i]]])))
    return surface
