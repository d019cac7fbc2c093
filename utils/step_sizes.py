"""How wrong a numerical slope is, depending on the step, the kind of step, precision, and cost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray
from scipy.special import expit, xlog1py, xlogy

from utils.gradient_checks import complex_step_gradient
from utils.networks import Array, Parameters, logit_losses
from utils.stacks import layer_outputs

SIZES = (4, 5, 3, 1)
METHODS = ("one-sided", "centred", "complex")


def slope_errors(
    steps: Sequence[float],
    method: str = "centred",
    *,
    networks: int = 30,
    examples: int = 3,
    weights: float = 1.0,
    dtype: type[np.floating] = np.float64,
    from_logits: bool = True,
) -> Array:
    """Return the relative errors of numerical slopes of random 4-5-3-1 networks.

    For each network, all its 47 parameters are moved at once along its gradient, and the slope of
    the cost on that way is compared with the exact one.

    Parameters
    ----------
    steps : sequence of float
        How far to move.
    method : {"one-sided", "centred", "complex"}
        Which quotient approximates the slope.
    networks : int
        How many random networks; the first one is always the same, and so on.
    examples : int
        Number of examples in each cost.
    weights : float
        Standard deviation of the weights; large ones make confident networks.
    dtype : dtype
        The precision in which everything is computed: double or single.
    from_logits : bool
        Whether the cost is computed stably, or from the output's activations.

    Returns
    -------
    (networks, steps) array
        0 is right, 1 is useless; more than that, or a slope that is no finite number, counts as 1.

    Raises
    ------
    ValueError
        If the method is unknown, or it is "complex" and asked for in single precision or from
        activations.
    """
    if method not in METHODS:
        raise ValueError(f"method must be one of {', '.join(METHODS)}; got {method!r}")
    if method == "complex" and not (from_logits and np.dtype(dtype) == np.float64):
        raise ValueError("complex steps go with double precision and a cost from the logits only")
    errors = np.empty((networks, len(steps)))
    for seed in range(networks):
        parameters, X, Y = _draw(seed, examples, weights, dtype)
        doubles = {name: values.astype(float) for name, values in parameters.items()}
        exact = complex_step_gradient(doubles, X.astype(float), Y)
        length = np.sqrt(sum(np.vdot(block, block) for block in exact.values()))
        direction = {name: (exact[f"d{name}"] / length).astype(dtype) for name in parameters}
        truth = sum(np.vdot(exact[f"d{name}"], values) for name, values in direction.items())
        for place, step in enumerate(steps):
            # Costs may overflow or be infinite here: how useless a slope can be is the subject.
            with np.errstate(all="ignore"):
                slope = _slope(parameters, direction, X, Y, dtype(step), method, from_logits)
            error = abs(slope / truth - 1)
            errors[seed, place] = min(error, 1.0) if np.isfinite(error) else 1.0
    return errors


def _draw(
    seed: int, examples: int, weights: float, dtype: DTypeLike
) -> tuple[Parameters, Array, Array]:
    """Draw a network, and examples with both labels."""
    rng = np.random.RandomState(seed)
    parameters = {}
    for layer in range(1, len(SIZES)):
        for name, shape in ((f"W{layer}", SIZES[layer - 1 : layer + 1][::-1]),
                            (f"b{layer}", (SIZES[layer], 1))):  # fmt: skip
            parameters[name] = (weights * rng.standard_normal(shape)).astype(dtype)
    X = rng.standard_normal((SIZES[0], examples)).astype(dtype)
    return parameters, X, (np.arange(examples) % 2).astype(dtype)[np.newaxis]


def _slope(
    parameters: Parameters,
    direction: Parameters,
    X: Array,
    Y: Array,
    step: np.floating,
    method: str,
    from_logits: bool,
) -> float:
    def at(move: Any) -> NDArray[Any]:
        # The scalar's own type decides: NumPy's single precision stays single.
        moved = {name: values + move * direction[name] for name, values in parameters.items()}
        return _cost(moved, X, Y, from_logits)

    if method == "complex":
        return float(at(1j * step).imag / step)
    if method == "one-sided":
        return float(at(step) - at(0 * step)) / float(step)
    return float(at(step) - at(-step)) / float(2 * step)


def _cost(parameters: Parameters, X: Array, Y: Array, from_logits: bool) -> NDArray[Any]:
    Z = layer_outputs(parameters, X)[-1]
    if from_logits:
        losses = logit_losses(Z, Y)
    else:
        activations = expit(Z)
        losses = -(xlogy(Y, activations) + xlog1py(1 - Y, -activations))
    cost: NDArray[Any] = losses.mean()
    return cost


def two_costs(step: float, seed: int = 0) -> tuple[float, float, float]:
    """Return both costs of a centred quotient, and the exact slope, for one random network.

    Parameters
    ----------
    step : float
        How far all parameters are moved to either side, along the gradient.
    seed : int
        Which network.

    Returns
    -------
    above, below, slope : float
        The costs at θ + ε and at θ - ε, and what their quotient should be.
    """
    parameters, X, Y = _draw(seed, 3, 1.0, np.float64)
    exact = complex_step_gradient(parameters, X, Y)
    length = np.sqrt(sum(np.vdot(block, block) for block in exact.values()))
    costs = []
    for move in (step, -step):
        moved = {name: v + move * exact[f"d{name}"] / length for name, v in parameters.items()}
        costs.append(float(_cost(moved, X, Y, from_logits=True)))
    return costs[0], costs[1], float(length)
