"""Test cases of ``03_gradient_checking``: curves, counted numbers, small networks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from utils.networks import Array, Parameters, backward_propagation, forward_propagation
from utils.testcases.networks import draw_network

Curve = Callable[[float, float], float]


def cubic(x: float, theta: float) -> float:
    """Return a cost that is no straight line, x θ³."""
    return x * theta**3


def half_the_slope(x: float, theta: float) -> float:
    """Return half the derivative of :func:`cubic` by θ."""
    return 1.5 * x * theta**2


def opposite_slope(x: float, theta: float) -> float:
    """Return twice the derivative of :func:`cubic` by θ, with the wrong sign."""
    return -6 * x * theta**2


def nothing(x: float, theta: float) -> float:
    """Return 0: a cost that does not depend on θ, and its derivative."""
    return 0.0


def gradient_check_1d_test_case() -> tuple[float, float, float]:
    """Return ``x``, ``theta`` and a coarse ``epsilon``."""
    return 2.0, 4.0, 0.1


def dictionary_to_vector_test_case() -> Parameters:
    """Return the parameters of a 3-2-3-2-1 network: the numbers 1, 2, 3, ... in reading order."""
    counted = {
        **{"W1": [[1, 2, 3], [4, 5, 6]], "b1": [[7], [8]]},
        **{"W2": [[9, 10], [11, 12], [13, 14]], "b2": [[15], [16], [17]]},
        **{"W3": [[18, 19, 20], [21, 22, 23]], "b3": [[24], [25]]},
        **{"W4": [[26, 27]], "b4": [[28]]},
    }
    return {name: np.array(values, dtype=float) for name, values in counted.items()}


def vector_to_dictionary_test_case() -> tuple[Array, dict[str, tuple[int, int]]]:
    """Return ``theta`` (28, 1), which counts from 1, and the shapes of a 3-2-3-2-1 network."""
    parameters = dictionary_to_vector_test_case()
    shapes = {name: values.shape for name, values in parameters.items()}
    return np.arange(1.0, 29).reshape(28, 1), shapes


def small_network(seed: int) -> tuple[Parameters, Array, Array]:
    """Draw a 4-5-3-1 network and three examples.

    Parameters
    ----------
    seed : int
        With 1, it is the network that a widely copied exercise checks.

    Returns
    -------
    parameters : dict
        47 numbers in all.
    X : (4, 3) array
    Y : (1, 3) array of 0 and 1
    """
    rng = np.random.RandomState(seed)
    X = rng.standard_normal((4, 3))
    return draw_network(rng, [4, 5, 3, 1]), X, np.array([[1, 1, 0]])


def gradient_check_n_test_case() -> tuple[Parameters, dict[str, Array], Array, Array]:
    """Return ``parameters``, ``gradients``, ``X`` (4, 3), ``Y`` (1, 3) of a 4-5-3-1 network.

    Two of the gradients are wrong: ``dW2`` is twice, ``db1`` four times what it should be.
    """
    parameters, X, Y = small_network(1)
    _, cache = forward_propagation(X, parameters)
    grads = backward_propagation(X, Y, cache)
    grads["dW2"] = grads["dW2"] * 2
    grads["db1"] = grads["db1"] * 4
    return parameters, grads, X, Y


def name_the_bug_test_case() -> tuple[dict[str, Array], dict[str, Array]]:
    """Return ``gradients`` and ``numerical`` of a 2-2-1-1 network: easy to follow by hand."""
    gradients = {
        **{"dW1": [[-2, 1], [-4, 2]], "db1": [[1], [3]], "dW2": [[6, 8]], "db2": [[8]]},
        **{"dW3": [[5]], "db3": [[0]]},
    }
    numerical = {
        **{"dW1": [[1, 2], [2, 4]], "db1": [[1], [1]], "dW2": [[3, 4]], "db2": [[2]]},
        **{"dW3": [[5]], "db3": [[0]]},
    }
    ours, theirs = (
        {name: np.array(values, dtype=float) for name, values in blocks.items()}
        for blocks in (gradients, numerical)
    )
    return ours, theirs


def as_numbers(suspects: Any, report: Any) -> dict[str, Array | None]:
    """Put a report and its suspects into arrays, which can be compared.

    Parameters
    ----------
    suspects : list of str
        Names of blocks.
    report : dict of str to pair of float
        Error and factor of each block.

    Returns
    -------
    dict
        ``"suspects"``: 1 for each block of the report that is named, else 0; and for each block
        its error and factor. What is None stays None.

    Raises
    ------
    TypeError
        If one of the two has another form, with a message that says which.
    """
    if report is None and suspects is None:
        return {"suspects": None}
    if not isinstance(report, Mapping):
        got = type(report).__name__
        raise TypeError(f"report: expected a dictionary, got {got}; are both returned?")
    numbers: dict[str, Array | None] = {"suspects": None}
    for name, pair in report.items():
        if (not isinstance(pair, tuple | list) and np.ndim(pair) != 1) or len(pair) != 2:
            raise TypeError(f"report[{name!r}]: expected a pair, error and factor")
        known = [value for value in pair if value is not None]
        if any(np.ndim(value) or np.asarray(value).dtype.kind not in "iuf" for value in known):
            shapes = " and ".join(str(np.shape(value)) for value in known if np.ndim(value))
            got = f", got arrays of shape {shapes}" if shapes else ""
            raise TypeError(f"report[{name!r}]: expected two plain numbers{got}")
        numbers[name] = np.array(pair, dtype=float) if len(known) == 2 else None
    if suspects is not None:
        if not isinstance(suspects, tuple | list | np.ndarray):
            raise TypeError(f"suspects: expected a list of names, got {type(suspects).__name__}")
        if strangers := [str(name) for name in suspects if name not in report]:
            raise TypeError(f"suspects: {', '.join(strangers[:3])} is no block of the report")
        numbers["suspects"] = np.array([float(name in suspects) for name in report])
    return numbers
