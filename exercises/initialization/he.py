"""Exercise ``init-he``: normal weights whose spread fits the number of inputs."""

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


def initialize_parameters_he(layers_dims, rng):
    parameters = {}
    for layer in range(1, len(layers_dims)):
        n_out, n_in = layers_dims[layer], layers_dims[layer - 1]
        parameters[f"W{layer}"] = rng.standard_normal((n_out, n_in)) * np.sqrt(2 / n_in)
        parameters[f"b{layer}"] = np.zeros((n_out, 1))
    return parameters


def he_by_normal(layers_dims, rng):
    parameters = {}
    for i in range(1, len(layers_dims)):
        deviation = (2.0 / layers_dims[i - 1]) ** 0.5
        size = (layers_dims[i], layers_dims[i - 1])
        parameters["W" + str(i)] = rng.normal(scale=deviation, size=size)
        parameters["b" + str(i)] = np.zeros((size[0], 1))
    return parameters


def he_by_division(layers_dims, rng):
    names, values = [], []
    for i in range(len(layers_dims) - 1):
        W = rng.randn(layers_dims[i + 1], layers_dims[i])
        W /= np.sqrt(layers_dims[i] / 2)
        names += [f"W{i + 1}", f"b{i + 1}"]
        values += [W, np.zeros((len(W), 1))]
    return dict(zip(names, values, strict=True))


def he_by_two_roots(layers_dims, rng):
    n = np.array(layers_dims, dtype=float)
    scales = np.sqrt(2) / np.sqrt(n)
    parameters = {}
    for layer, scale in enumerate(scales[:-1], start=1):
        draws = rng.standard_normal(layers_dims[layer] * layers_dims[layer - 1])
        parameters[f"W{layer}"] = scale * draws.reshape(layers_dims[layer], -1)
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1), dtype=float)
    return parameters


def he_visible() -> Case:
    """Make the arguments of the visible check."""
    layers_dims, rng = testcases.initialize_parameters_he_test_case()
    return {"layers_dims": layers_dims, "rng": rng}


SCALE = "np.sqrt(2 / n_in)"

HE = Exercise(
    id="init-he",
    reference=initialize_parameters_he,
    inputs=drawn_inputs,
    outputs=parameter_outputs,
    visible=he_visible,
    compared=("W1", "b1", "W2", "b2"),
    properties=(names_and_shapes, biases_are_zero("HE"), matches_draw_for_draw),
    properties_once=(draws_from_rng("HE"), spreads_as(lambda n_in: float(np.sqrt(2 / n_in)))),
    alternatives=(he_by_normal, he_by_division, he_by_two_roots),
    landmarks=(
        NamedPart("the numbers as they are drawn", edits=((f" * {SCALE}", ""),)),
        *drawn_otherwise(),
    ),
    misconceptions=(
        *mistakes_in_drawing("HE"),
        Misconception(
            "HE-OUTPUTS",
            "the factor counts the layer's own units, where it should count its inputs.",
            "a unit sums over its inputs: divide by the size of the layer below.",
            ((SCALE, "np.sqrt(2 / n_out)"),),
        ),
        Misconception(
            "HE-NO-ROOT",
            "the factor is 2/n: the root is missing.",
            "2/n is the variance; multiply by its root, the standard deviation.",
            ((SCALE, "(2 / n_in)"),),
        ),
        Misconception(
            "HE-ONE",
            "the factor is the root of 1/n, which suits a layer without ReLU.",
            "ReLU drops half of the signal; make up for it with 2 in place of 1.",
            ((SCALE, "np.sqrt(1 / n_in)"),),
        ),
        Misconception(
            "HE-ROOT-OF-TWO",
            "the root goes over the 2 only, and n is divided by as it is.",
            "put the whole fraction into the root: np.sqrt(2 / n).",
            ((SCALE, "np.sqrt(2) / n_in"),),
        ),
        Misconception(
            "HE-INVERSE",
            "the weights are divided by the factor: more inputs make them larger.",
            "multiply by the root of 2/n: more inputs must make them smaller.",
            ((f"* {SCALE}", f"/ {SCALE}"),),
        ),
        Misconception(
            "HE-BOTH",
            "the factor counts inputs and units together, as another recipe does.",
            "divide by the number of inputs alone.",
            ((SCALE, "np.sqrt(2 / (n_in + n_out))"),),
        ),
        Misconception(
            "HE-TEN",
            "the weights are still multiplied by 10.",
            "put the root of 2/n in the place of the 10.",
            ((SCALE, "10"),),
        ),
        Misconception(
            "HE-NO-FACTOR",
            "the weights are not scaled.",
            "multiply what you draw by the root of 2/n.",
            ((f" * {SCALE}", ""),),
        ),
    ),
)
