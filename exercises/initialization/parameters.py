"""What the exercises that make starting parameters share: random sizes, outputs and properties."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from exercises.examination import matches_reference
from exercises.exercise import (
    Case,
    Complaint,
    Misconception,
    NamedPart,
    Outputs,
    Property,
    Trial,
    WrongForm,
    instead,
)

WIDE = [60, 50, 40]
"""Layers with so many weights that their spread can be told from a wrong spread."""


def parameter_outputs(result: Any) -> Outputs:
    """Name the parameters."""
    if not isinstance(result, dict):
        raise WrongForm(f"expected a dictionary of parameters, got {type(result).__name__}")
    return {str(name): value for name, value in result.items()}


def random_sizes(rng: np.random.Generator) -> list[int]:
    """Draw layer sizes, all different, so that no two shapes can be confused.

    None is 2, for which 2/n is its own root.
    """
    return [
        int(n) for n in rng.choice([3, 4, 5, 6, 7, 8, 9, 10], rng.integers(4, 6), replace=False)
    ]


def drawn_inputs(rng: np.random.Generator) -> Case:
    """Draw layer sizes and a source of random numbers.

    The source is a ``RandomState`` because every spelling that students know works with it:
    ``randn`` as well as ``standard_normal`` and ``normal``, with the same numbers.
    """
    source = np.random.RandomState(int(rng.integers(2**31)))
    return {"layers_dims": random_sizes(rng), "rng": source}


def names_and_shapes(trial: Trial) -> Complaint | None:
    """Check that there are a matrix and a column of biases for each layer, and nothing else."""
    dims = trial.case["layers_dims"]
    wanted = {}
    for layer in range(1, len(dims)):
        wanted[f"W{layer}"] = (dims[layer], dims[layer - 1])
        wanted[f"b{layer}"] = (dims[layer], 1)
    for name, shape in wanted.items():
        value = trial.outputs.get(name)
        if value is None:
            return Complaint(f"{name} is missing, or None, with layers_dims = {dims}")
        if np.shape(value) != shape:
            return Complaint(
                f"{name} has shape {np.shape(value)}, not {shape}: layers_dims = {dims}"
            )
    if extra := trial.outputs.keys() - wanted.keys():
        return Complaint(f"there is no {', '.join(sorted(extra))} with layers_dims = {dims}")
    return None


def matches_draw_for_draw(trial: Trial) -> Complaint | None:
    """Check all parameters against the reference's, drawn from the same source."""
    # What names_and_shapes has found needs no second word.
    return None if names_and_shapes(trial) else matches_reference(trial)


def biases_are_zero(prefix: str) -> Property:
    """Make the property that every bias starts at 0."""

    def start_at_zero(trial: Trial) -> Complaint | None:
        for name, value in trial.outputs.items():
            if name.startswith("b") and value is not None and np.any(value):
                return Complaint(f"{name} is not 0 throughout", f"{prefix}-BIASES")
        return None

    return start_at_zero


def spreads_as(deviation: Callable[[int], float]) -> Property:
    """Make the property that a layer's weights have a standard deviation, given its inputs."""

    def has_the_spread(trial: Trial) -> Complaint | None:
        got = trial.call(layers_dims=WIDE, rng=np.random.RandomState(trial.rng.integers(2**31)))
        for layer, n_in in enumerate(WIDE[:-1], start=1):
            W = np.asarray(got.get(f"W{layer}"), dtype=float)
            share = np.sqrt(np.mean(W**2)) / deviation(n_in)
            # Seven standard deviations of a sample's spread: no right answer is ever outside.
            if not abs(share - 1) < 7 / np.sqrt(2 * W.size):
                side = "small" if share < 1 else "large"
                return Complaint(f"with {n_in} inputs, the weights of W{layer} are too {side}")
        return None

    return has_the_spread


def draws_from_rng(prefix: str) -> Property:
    """Make the property that draws come from ``rng`` alone, each layer's after the one before."""

    def comes_from_rng(trial: Trial) -> Complaint | None:
        first, again = trial.outputs, trial.call()
        other = trial.call(rng=np.random.RandomState(8))
        if any(first.get(name) is None for name in ("W1", "W2")):
            return None  # names_and_shapes tells it better
        start = min(np.size(first["W1"]), np.size(first["W2"]), 6)
        W1, W2 = (np.ravel(first[name])[:start] for name in ("W1", "W2"))
        if W1.all() and np.ptp(W1) and np.allclose(W2 / W1, W2[0] / W1[0]):
            return Complaint("W1 and W2 begin with the same numbers", f"{prefix}-SAME-DRAWS")
        if np.array_equal(first["W1"], other["W1"]):
            # The same number everywhere was not drawn at all.
            drawn = np.ptp(first["W1"]) > 0
            hint = f"{prefix}-SEED-INSIDE" if drawn else None
            return Complaint("every generator gives the same weights", hint)
        if not np.array_equal(first["W1"], again["W1"]):
            return Complaint("the weights do not come from rng alone", f"{prefix}-GLOBAL")
        return None

    return comes_from_rng


def drawn_otherwise() -> tuple[NamedPart, ...]:
    """Name what other orders of drawing give."""
    draw, zeros = "rng.standard_normal((n_out, n_in))", "np.zeros((n_out, 1))"
    return (
        *instead(draw, ("a draw that is transposed", "rng.standard_normal((n_in, n_out)).T")),
        *instead(
            zeros, ("numbers drawn for the biases, too", "0 * rng.standard_normal((n_out, 1))")
        ),
    )


def mistakes_in_sizes(prefix: str, maker: str) -> tuple[Misconception, ...]:
    """Make the mistakes in the sizes of weight matrices; ``maker`` is what makes an array."""
    return (
        Misconception(
            f"{prefix}-FIRST-SIZE",
            "every matrix has a column for each input of the network, layers_dims[0].",
            "a layer's inputs are the units of the layer below: layers_dims[layer - 1].",
            (("layers_dims[layer - 1]", "layers_dims[0]"),),
        ),
        Misconception(
            f"{prefix}-FLAT-WEIGHTS",
            "the weights have one axis, a number for each unit.",
            "a unit has a row of weights, one for each input: two sizes are needed.",
            ((f"{maker}((n_out, n_in))", f"{maker}(n_out)"),),
        ),
    )


def mistakes_in_drawing(prefix: str) -> tuple[Misconception, ...]:
    """Make the mistakes that every exercise with random weights knows."""
    draw = "rng.standard_normal((n_out, n_in))"
    loop = "    for layer in"
    zeros = "np.zeros((n_out, 1))"
    return (
        *mistakes_in_sizes(prefix, "rng.standard_normal"),
        Misconception(
            f"{prefix}-TRANSPOSED",
            "the weight matrices are lying on their side: inputs by units.",
            "put the layer's own units first: (layers_dims[layer], layers_dims[layer - 1]).",
            (("(n_out, n_in)", "(n_in, n_out)"),),
        ),
        Misconception(
            f"{prefix}-UNIFORM",
            "the weights are drawn evenly from 0 to 1, so none of them is negative.",
            "draw from the normal distribution: rng.standard_normal(...) or rng.randn(...).",
            ((draw, "rng.random((n_out, n_in))"),),
        ),
        Misconception(
            f"{prefix}-BIASES",
            "the biases do not start at 0.",
            "make them with np.zeros; the random weights already make the units differ.",
            ((zeros, "rng.standard_normal((n_out, 1))"),),
        ),
        Misconception(
            f"{prefix}-FLAT-BIAS",
            "the biases have one axis, (n,), where a column (n, 1) is needed.",
            "ask np.zeros for two axes: np.zeros((layers_dims[layer], 1)).",
            ((zeros, "np.zeros(n_out)"),),
        ),
        Misconception(
            f"{prefix}-GLOBAL",
            "the weights are drawn from np.random, not from rng.",
            "replace np.random.randn(...) by rng.randn(...).",
            ((draw, "np.random.randn(n_out, n_in)"),),
        ),
        Misconception(
            f"{prefix}-SEED-INSIDE",
            "the function seeds its own random numbers: every call gives the same weights.",
            "draw from the rng that is passed in, and seed nothing inside.",
            ((loop, "    rng = np.random.RandomState(0)\n    for layer in"),),
        ),
        Misconception(
            f"{prefix}-SAME-DRAWS",
            "every layer starts with the same random numbers: the source is started anew.",
            "seed nothing inside the loop, and let each layer go on drawing from rng.",
            (
                (loop, "    start = rng.get_state()\n    for layer in"),
                ("        n_out, n_in", "        rng.set_state(start)\n        n_out, n_in"),
            ),
        ),
    )
