"""Exercise ``init-large``: normal weights times ten."""

from __future__ import annotations

import numpy as np

from exercises.exercise import Case, Exercise, Misconception, NamedPart
from exercises.initialization.parameters import (
    biases_are_zero,
    drawn_inputs,
    drawn_otherwise,
    draws_from_rng,
    matches_draw_for_draw,
    mistakes_in_drawing,
    names_and_shapes,
    parameter_outputs,
    spreads_as,
)
from utils.testcases import initialization as testcases


def initialize_parameters_random(layers_dims, rng):
    parameters = {}
    for layer in range(1, len(layers_dims)):
        n_out, n_in = layers_dims[layer], layers_dims[layer - 1]
        parameters[f"W{layer}"] = rng.standard_normal((n_out, n_in)) * 10
        parameters[f"b{layer}"] = np.zeros((n_out, 1))
    return parameters


def random_by_normal(layers_dims, rng):
    parameters = {}
    for i, n_out in enumerate(layers_dims[1:], start=1):
        n_in = layers_dims[i - 1]
        parameters.update(
            {f"W{i}": rng.normal(0, 10, size=(n_out, n_in)), f"b{i}": np.zeros((n_out, 1))}
        )
    return parameters


def random_by_randn(layers_dims, rng):
    W = [10 * rng.randn(n, layers_dims[i]) for i, n in enumerate(layers_dims[1:])]
    parameters = {"W" + str(i + 1): each for i, each in enumerate(W)}
    parameters |= {"b" + str(i + 1): 0 * each[:, :1] for i, each in enumerate(W)}
    return parameters


def random_entry_by_entry(layers_dims, rng):
    parameters = {}
    for layer in range(1, len(layers_dims)):
        W = np.zeros((layers_dims[layer], layers_dims[layer - 1]))
        for row in range(W.shape[0]):
            for column in range(W.shape[1]):
                W[row, column] = 10.0 * rng.standard_normal()
        parameters[f"W{layer}"] = W
        parameters[f"b{layer}"] = np.zeros([layers_dims[layer], 1])
    return parameters


def random_visible() -> Case:
    """Make the arguments of the visible check."""
    layers_dims, rng = testcases.initialize_parameters_random_test_case()
    return {"layers_dims": layers_dims, "rng": rng}


DRAW = "rng.standard_normal((n_out, n_in)) * 10"

LARGE = Exercise(
    id="init-large",
    reference=initialize_parameters_random,
    inputs=drawn_inputs,
    outputs=parameter_outputs,
    visible=random_visible,
    compared=("W1", "b1", "W2", "b2"),
    properties=(names_and_shapes, biases_are_zero("LARGE"), matches_draw_for_draw),
    properties_once=(draws_from_rng("LARGE"), spreads_as(lambda n_in: 10.0)),
    alternatives=(random_by_normal, random_by_randn, random_entry_by_entry),
    landmarks=(
        NamedPart("the numbers as they are drawn", edits=((" * 10", ""),)),
        *drawn_otherwise(),
    ),
    misconceptions=(
        *mistakes_in_drawing("LARGE"),
        Misconception(
            "LARGE-NO-FACTOR",
            "the weights are not multiplied by 10.",
            "multiply what you draw by 10; this start is meant to be too large.",
            ((DRAW, "rng.standard_normal((n_out, n_in))"),),
        ),
        Misconception(
            "LARGE-SMALL",
            "the weights are multiplied by 0.01, as in the usual recipe for small weights.",
            "multiply by 10; this start is meant to be too large.",
            (("* 10", "* 0.01"),),
        ),
        Misconception(
            "LARGE-DIVIDED",
            "the weights are divided by 10.",
            "multiply by 10.",
            (("* 10", "/ 10"),),
        ),
        Misconception(
            "LARGE-MEAN",
            "the weights lie around 10, not around 0: 10 was added, or given as the mean.",
            "multiply by 10; in rng.normal(...) the mean comes first, then the deviation.",
            ((DRAW, "rng.normal(10, size=(n_out, n_in))"),),
        ),
        Misconception(
            "LARGE-VARIANCE",
            "the variance is 10, so the factor is only the root of 10.",
            "make the standard deviation 10: multiply by 10 itself.",
            (("* 10", "* np.sqrt(10)"),),
        ),
    ),
)
