"""Exercise ``init-zeros``: all parameters at zero, in the right shapes."""

from __future__ import annotations

import numpy as np

from exercises.exercise import Case, Complaint, Exercise, Misconception, Share, Trial
from exercises.initialization.parameters import (
    mistakes_in_sizes,
    names_and_shapes,
    parameter_outputs,
    random_sizes,
)
from utils.compare import difference
from utils.testcases import initialization as testcases


def initialize_parameters_zeros(layers_dims):
    parameters = {}
    for layer in range(1, len(layers_dims)):
        n_out, n_in = layers_dims[layer], layers_dims[layer - 1]
        parameters[f"W{layer}"] = np.zeros((n_out, n_in))
        parameters[f"b{layer}"] = np.zeros((n_out, 1))
    return parameters


def zeros_by_pairs(layers_dims):
    parameters = {}
    below = layers_dims[0]
    for number, units in enumerate(layers_dims[1:], start=1):
        parameters["W" + str(number)] = np.zeros(shape=[units, below])
        parameters["b" + str(number)] = np.zeros(units).reshape(-1, 1)
        below = units
    return parameters


def zeros_by_product(layers_dims):
    weights = {
        f"W{i}": np.ones((layers_dims[i], layers_dims[i - 1])) * 0
        for i in range(1, len(layers_dims))
    }
    biases = {f"b{i}": np.full((n, 1), 0.0) for i, n in enumerate(layers_dims) if i}
    return {**weights, **biases}


def zeros_inputs(rng: np.random.Generator) -> Case:
    """Draw layer sizes."""
    return {"layers_dims": random_sizes(rng)}


def zeros_visible() -> Case:
    """Make the arguments of the visible check."""
    return {"layers_dims": testcases.initialize_parameters_zeros_test_case()}


def all_zero(trial: Trial) -> Complaint | None:
    """Check that every entry is a plain 0."""
    for name, value in trial.outputs.items():
        line = difference(name, value, np.zeros(np.shape(value)), reveal=False)
        if line and value is not None:
            return Complaint(line)
    return None


WEIGHTS, BIASES = "np.zeros((n_out, n_in))", "np.zeros((n_out, 1))"

ZEROS = Exercise(
    id="init-zeros",
    reference=initialize_parameters_zeros,
    inputs=zeros_inputs,
    outputs=parameter_outputs,
    visible=zeros_visible,
    compared=("W1", "b1", "W2", "b2"),
    properties=(names_and_shapes, all_zero),
    alternatives=(zeros_by_pairs, zeros_by_product),
    misconceptions=(
        *mistakes_in_sizes("ZERO", "np.zeros"),
        Misconception(
            "ZERO-TRANSPOSED",
            "the weight matrices are lying on their side: inputs by units.",
            "put the layer's own units first: (layers_dims[layer], layers_dims[layer - 1]).",
            ((WEIGHTS, "np.zeros((n_in, n_out))"),),
        ),
        Misconception(
            "ZERO-SQUARE",
            "the weight matrices are square: the layer's own size stands there twice.",
            "the second number is the size of the layer below, layers_dims[layer - 1].",
            ((WEIGHTS, "np.zeros((n_out, n_out))"),),
        ),
        Misconception(
            "ZERO-NEXT-LAYER",
            "layers_dims[layer + 1] looks at the layer above, and the last layer has none.",
            "W takes its inputs from the layer below: layers_dims[layer - 1].",
            (("layers_dims[layer - 1]", "layers_dims[layer + 1]"),),
            raises=True,
            line=r"layers_dims\[\w+\+1\]",
        ),
        Misconception(
            "ZERO-NO-TUPLE",
            "np.zeros was given two arguments, and takes the second one for a type.",
            "put the two sizes into parentheses of their own: np.zeros((rows, columns)).",
            ((WEIGHTS, "np.zeros(n_out, n_in)"), (BIASES, "np.zeros(n_out, 1)")),
            raises=True,
            line=r"np\.zeros\((?!\()",
        ),
        Misconception(
            "ZERO-FLAT-BIAS",
            "the biases have one axis, (n,), where a column (n, 1) is needed.",
            "ask np.zeros for two axes: np.zeros((layers_dims[layer], 1)).",
            ((BIASES, "np.zeros(n_out)"),),
        ),
        Misconception(
            "ZERO-ROW-BIAS",
            "the biases are a row, (1, n), where a column (n, 1) is needed.",
            "swap the two sizes: each unit has a row, as in W.",
            ((BIASES, "np.zeros((1, n_out))"),),
        ),
        Misconception(
            "ZERO-BIAS-PER-INPUT",
            "there is a bias for each input; there should be one for each unit.",
            "count the units of the layer itself: layers_dims[layer].",
            ((BIASES, "np.zeros((n_in, 1))"),),
        ),
        Misconception(
            "ZERO-ONE-BIAS",
            "one bias is shared by the whole layer.",
            "give each unit its own: (layers_dims[layer], 1).",
            ((BIASES, "np.zeros((1, 1))"),),
        ),
    ),
    shares=(Share(("W1", "W2")), Share(("b1", "b2"))),
)
