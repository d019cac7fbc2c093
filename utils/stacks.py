"""Many networks of one shape at once: train them together, and look at what flows through them.

The networks are those of ``utils.deep_networks``. In a *stack* every parameter has one more axis
in front, one entry for each network: ``W1`` is (k, n1, n0) for k networks. All functions take
single networks as well, whose arrays lack that axis.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from utils.deep_networks import depth
from utils.networks import Array, Parameters, check_labels, logit_losses
from utils.progress import steps


def stack(networks: Sequence[Mapping[str, Array]]) -> Parameters:
    """Put networks of one shape into a stack.

    Raises
    ------
    ValueError
        If there is no network, or the networks have different shapes.
    """
    shapes = [{name: np.shape(value) for name, value in each.items()} for each in networks]
    if not shapes or any(each != shapes[0] for each in shapes):
        raise ValueError(
            "a stack needs one network or more, all with layers of the same sizes; got "
            f"{[each.get('W1') for each in shapes]} as shapes of W1"
        )
    return {name: np.stack([each[name] for each in networks]) for name in shapes[0]}


def layer_outputs(
    parameters: Mapping[str, Array], X: Array, out: Sequence[Array] | None = None
) -> list[Array]:
    """Return what each layer puts out, the hidden ones after ReLU, the last one as logits.

    Parameters
    ----------
    parameters : dict
        ``W1``, ``b1``, ..., ``WL``, ``bL`` of one network or of a stack of k networks.
    X : (n0, m) array
        Examples in columns.
    out : sequence of arrays, optional
        What an earlier call returned: it is overwritten, for memory that is fetched anew in every
        step of a training costs more than the arithmetic.

    Returns
    -------
    list of arrays
        For each layer an array of shape (n, m), or (k, n, m) for a stack.
    """
    layers = depth(parameters)
    outputs = [X]
    for layer in range(1, layers + 1):
        Z = np.matmul(parameters[f"W{layer}"], outputs[-1], out=out[layer - 1] if out else None)
        Z += parameters[f"b{layer}"]
        outputs.append(np.maximum(Z, 0, out=Z) if layer < layers else Z)
    return outputs[1:]


def costs(logits: Array, Y: NDArray[Any]) -> Array:
    """Return the mean cross-entropy of each network from its logits: nothing is clipped."""
    check_labels(Y, np.shape(logits)[-np.ndim(Y) :])
    means: Array = np.mean(logit_losses(logits, Y), axis=(-2, -1))
    return means


def accuracies(parameters: Mapping[str, Array], X: Array, Y: NDArray[Any]) -> Array:
    """Return each network's share of examples whose label is predicted rightly."""
    logits = layer_outputs(parameters, X)[-1]
    check_labels(Y, logits.shape[-2:])
    shares: Array = np.mean((logits > 0) == Y, axis=(-2, -1))
    return shares


def errors(
    parameters: Mapping[str, Array],
    outputs: Sequence[Array],
    Y: NDArray[Any],
    out: Sequence[Array] | None = None,
) -> list[Array]:
    """Return for each layer the derivative of every example's loss by what the layer sums up.

    Parameters
    ----------
    parameters : dict
        One network or a stack.
    outputs : sequence of arrays
        As from :func:`layer_outputs`.
    Y : (1, m) array
        Labels, 0 or 1.
    out : sequence of arrays, optional
        As in :func:`layer_outputs`.

    Returns
    -------
    list of arrays
        ``dZ1``, ..., ``dZL``, each with the shape of the layer's output.
    """
    dZ = expit(outputs[-1]) - Y
    found = [dZ]
    for layer in range(len(outputs), 1, -1):
        above = np.swapaxes(parameters[f"W{layer}"], -1, -2)
        # With a single row above, a product of matrices is one of numbers, and those are faster.
        product = np.multiply if dZ.shape[-2] == 1 else np.matmul
        dZ = product(above, dZ, out=out[layer - 2] if out else None)
        dZ *= outputs[layer - 2] > 0
        found.append(dZ)
    return found[::-1]


def train_together(
    networks: Sequence[Mapping[str, Array]],
    X: Array,
    Y: NDArray[Any],
    learning_rate: float = 0.01,
    num_iterations: int = 15000,
    every: int = 1000,
    label: str = "",
) -> tuple[Parameters, Array]:
    """Train networks of one shape side by side, each as if it were alone.

    Parameters
    ----------
    networks : sequence of parameters
        The k networks as they start.
    X : (n0, m) array
        Examples in columns.
    Y : (1, m) array
        Labels, 0 or 1.
    learning_rate : float
        Step of gradient descent.
    num_iterations : int
        Steps.
    every : int
        Steps from one noted cost to the next; the first one is noted before the first step.
    label : str
        What a progress bar is called; without it there is none.

    Returns
    -------
    parameters : dict
        The stack of trained networks.
    costs : (k, n) array
        The costs noted.
    """
    parameters = stack(networks)
    noted = []
    outputs = found = None
    for i in steps(num_iterations, label) if label else range(num_iterations):
        outputs = layer_outputs(parameters, X, outputs)
        if i % every == 0:
            noted.append(costs(outputs[-1], Y))
        step = learning_rate / X.shape[1]
        new = {}
        below = [X, *outputs[:-1]]
        found = errors(parameters, outputs, Y, found)
        for layer, dZ in enumerate(found, start=1):
            W, b = f"W{layer}", f"b{layer}"
            slopes = np.matmul(dZ, np.swapaxes(below[layer - 1], -1, -2))
            new[W] = parameters[W] - step * slopes
            new[b] = parameters[b] - step * dZ.sum(axis=-1, keepdims=True)
        parameters = new
    return parameters, np.stack(noted, axis=1)


def signal_sizes(parameters: Mapping[str, Array], X: Array, Y: NDArray[Any]) -> tuple[Array, Array]:
    """Measure the signal on its way up, and the error on its way down.

    Parameters
    ----------
    parameters, X, Y
        As in :func:`train_together`; one network or a stack.

    Returns
    -------
    activations : array, one entry for each hidden layer
        Root of the mean square of the layer's outputs, over its units and the examples. For a
        stack of k networks the shape is (k, layers).
    gradients : array of the same shape
        The same for the derivatives of the examples' losses by what the layer sums up.
    """
    outputs = layer_outputs(parameters, X)
    pairs = (outputs[:-1], errors(parameters, outputs, Y)[:-1])
    activations, gradients = (
        np.stack([np.sqrt(np.mean(A**2, axis=(-2, -1))) for A in layers], axis=-1)
        for layers in pairs
    )
    return activations, gradients


def silent_units(parameters: Mapping[str, Array], X: Array) -> list[NDArray[np.bool_]]:
    """Say for each hidden layer which units put out 0 for every example.

    Returns
    -------
    list of arrays
        For each hidden layer an array of shape (n,), or (k, n) for a stack.
    """
    return [~np.any(A, axis=-1) for A in layer_outputs(parameters, X)[:-1]]
