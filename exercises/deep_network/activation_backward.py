"""Exercise ``layer-l2``: the gradients of one whole layer, with the penalty."""

from __future__ import annotations

import numpy as np

from exercises.deep_network.linear_backward import layer_outputs, random_layer
from exercises.derivatives import STEP, far_from_kinks, not_finite
from exercises.examination import matches_reference
from exercises.exercise import Case, Complaint, Exercise, Misconception, NamedPart, Trial
from utils.compare import RTOL, difference
from utils.deep_networks import (
    linear_activation_backward,
    linear_activation_forward,
    linear_backward,
)
from utils.networks import sigmoid
from utils.testcases import deep_network as testcases


def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    linear_cache, Z = cache
    A_prev, W, b = linear_cache
    m = A_prev.shape[1]
    if activation == "relu":
        dZ = dA * (Z > 0)
    if activation == "sigmoid":
        dZ = dA * sigmoid(Z) * (1 - sigmoid(Z))
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + lambd / m * W
    return dA_prev, dW, db


def layer_from_the_plain_one(dA, cache, lambd, activation):
    dA_prev, dW, db = linear_activation_backward(dA, cache, activation)
    (_, W, _), _ = cache
    return dA_prev, dW + lambd * W / dA.shape[1], db


def layer_by_copying(dA, cache, lambd, activation):
    (A_prev, W, b), Z = cache
    if activation == "relu":
        dZ = np.array(dA, copy=True)
        dZ[Z <= 0] = 0
    elif activation == "sigmoid":
        s = 1 / (1 + np.exp(-Z))
        dZ = dA * s * (1 - s)
    m = dZ.shape[1]
    return W.T.dot(dZ), (dZ.dot(A_prev.T) + lambd * W) / m, np.sum(dZ, 1, keepdims=True) / m


def layer_by_slopes(dA, cache, lambd, activation):
    linear_cache, Z = cache
    slopes = {"relu": lambda Z: np.where(Z > 0, 1.0, 0.0)}
    slopes["sigmoid"] = lambda Z: sigmoid(Z) * sigmoid(-Z)
    gradients = list(linear_backward(np.multiply(dA, slopes[activation](Z)), linear_cache))
    gradients[1] = gradients[1] + lambd / Z.shape[1] * linear_cache[1]
    return tuple(gradients)


def activation_inputs(rng: np.random.Generator) -> Case:
    """Draw one layer of either kind, with some units on and some off, and what comes from above."""
    while True:
        dA, (A_prev, W, b) = random_layer(rng)
        _, cache = linear_activation_forward(A_prev, W, b, "relu")
        Z = cache[1]
        # Units on and off, with slopes of both signs in each group.
        telling = all((dA[on] > 0).any() and (dA[on] < 0).any() for on in (Z > 0, Z < 0))
        if telling and (A_prev > 0).any() and far_from_kinks(Z):
            lambd = float(rng.uniform(0.3, 2))
            activation = str(rng.choice(["relu", "sigmoid"]))
            return {"dA": dA, "cache": cache, "lambd": lambd, "activation": activation}


def activation_visible() -> Case:
    """Make the arguments of the visible check."""
    dA, cache = testcases.linear_activation_backward_with_regularization_test_case()
    return {"dA": dA, "cache": cache, "lambd": 0.7, "activation": "relu"}


def slopes_through_both_activations(trial: Trial) -> Complaint | None:
    """Check dW against the slope of a cost whose derivative by A is dA/m, with the penalty."""
    dA, (linear_cache, _), lambd = (trial.case[name] for name in ("dA", "cache", "lambd"))
    A_prev, W, b = linear_cache
    m = dA.shape[1]
    for activation in ("relu", "sigmoid"):

        def cost(W, activation=activation):
            A, _ = linear_activation_forward(A_prev, W, b, activation)
            return np.sum(dA * A) / m + lambd / (2 * m) * np.sum(W * W)

        gradient = trial.call(activation=activation)["dW"]
        if np.shape(gradient) != W.shape:
            return Complaint(f"for {activation}, dW does not have the shape of W, {W.shape}")
        if complaint := not_finite(f"for {activation}, dW", gradient):
            return complaint
        direction = trial.rng.standard_normal(W.shape)
        direction /= np.abs(direction).max()
        slope = (cost(W + STEP * direction) - cost(W - STEP * direction)) / (2 * STEP)
        if not np.isclose(np.sum(gradient * direction), slope, rtol=1e-5, atol=1e-7):
            return Complaint(f"for {activation}, dW is not the slope of the cost along W")
    return None


def sigmoid_layers_too(trial: Trial) -> Complaint | None:
    """Check all three gradients of a sigmoid layer."""
    case = {**trial.case, "activation": "sigmoid"}
    expected = linear_activation_backward(case["dA"], case["cache"], "sigmoid")
    got = trial.call(activation="sigmoid")
    for name, value in zip(("dA_prev", None, "db"), expected, strict=True):
        if name and (
            np.shape(got[name]) != value.shape or not np.allclose(got[name], value, rtol=RTOL)
        ):
            return Complaint(f"for sigmoid, {name} is wrong")
    return None


def nothing_flows_at_zero(trial: Trial) -> Complaint | None:
    """Check that a unit whose Z is exactly 0 counts as off."""
    (linear_cache, Z), dA = trial.case["cache"], trial.case["dA"]
    Z = Z.copy()
    Z[0] = 0.0
    expected = layer_outputs(linear_backward(dA * (Z > 0), linear_cache))
    got = trial.call(cache=(linear_cache, Z), activation="relu")
    for name in ("dA_prev", "db"):
        if difference(name, got[name], expected[name]):
            return Complaint(f"where Z is exactly 0, {name} is wrong: relu lets nothing through")
    return None


RELU = "dZ = dA * (Z > 0)"
LEAKY = "np.where(Z > 0, dA, 0.01 * dA)"
SIGMOID = "dZ = dA * sigmoid(Z) * (1 - sigmoid(Z))"
PENALTY = "    dW = dW + lambd / m * W\n"


def with_slope(right: str, slope: str) -> NamedPart:
    """Name what comes of another dZ, such as ``dA * s`` with s the sigmoid of Z."""
    said = slope.replace("np.maximum(Z, 0)", "relu(Z)")
    wrong = f"dZ = {slope.replace('s', 'sigmoid(Z)') if right is SIGMOID else slope}"
    return NamedPart(f"what dZ = {said} gives", edits=((right, wrong),))


ACTIVATION_BACKWARD = Exercise(
    id="layer-l2",
    form="dA_prev, dW and db",
    reference=linear_activation_backward_with_regularization,
    inputs=activation_inputs,
    outputs=layer_outputs,
    visible=activation_visible,
    compared=("dA_prev", "dW", "db"),
    properties=(matches_reference,),
    properties_once=(slopes_through_both_activations, sigmoid_layers_too, nothing_flows_at_zero),
    alternatives=(layer_from_the_plain_one, layer_by_copying, layer_by_slopes),
    landmarks=(
        NamedPart("the gradient of the data's part", {"lambd": 0.0}, rest="the penalty's part"),
        *(with_slope(RELU, slope) for slope in ("dA * Z", "dA * np.maximum(Z, 0)", LEAKY)),
        *(
            with_slope(SIGMOID, slope)
            for slope in (
                "dA",
                "dA * s",
                "dA * (1 - s)",
                "dA * s * s",
                "dA * s * (1 + s)",
                "s * (1 - s)",
                "dA * Z * (1 - Z)",
                "dA * dA * (1 - dA)",
                "dA * (1 - dA)",
                "dA * (Z > 0)",
                "dA * (1 - s * s)",
                "1 - s",
                "dA * s - 1",
            )
        ),
    ),
    trials=4,
    misconceptions=(
        Misconception(
            "ACTBACK-NONE",
            "the penalty's part is missing in dW.",
            "linear_backward gives the plain dW: add λ/m·W to it.",
            ((PENALTY, ""),),
        ),
        Misconception(
            "ACTBACK-TWICE",
            "the penalty's part is in dW twice.",
            "the factor is λ/m, added once: not again where the function that you call does it.",
            ((PENALTY, PENALTY * 2),),
        ),
        Misconception(
            "ACTBACK-HALF",
            "λ/(2m)·W is added: the 2 of the cost is still there.",
            "the derivative of ½w² is w: the 2 of the square cancels the ½.",
            (("lambd / m * W", "lambd / (2 * m) * W"),),
        ),
        Misconception(
            "ACTBACK-NO-M",
            "λ·W is added without dividing by m.",
            "the penalty in the cost is divided by m; so is its derivative.",
            (("lambd / m * W", "lambd * W"),),
        ),
        Misconception(
            "ACTBACK-ROWS",
            "the penalty is divided by the number of inputs, not of examples.",
            "divide by m, which is given: the number of columns of A_prev.",
            (("A_prev.shape[1]", "A_prev.shape[0]"),),
        ),
        Misconception(
            "ACTBACK-NO-DERIVATIVE",
            "dZ is dA: the activation function's slope is missing.",
            "where Z is negative, relu is flat and lets nothing through: multiply by (Z > 0).",
            ((RELU, "dZ = dA"),),
        ),
        Misconception(
            "ACTBACK-RELU-ITSELF",
            "dA is multiplied by relu(Z), not by the slope of relu.",
            "the slope of relu is 1 where Z is positive and 0 elsewhere: (Z > 0).",
            ((RELU, "dZ = dA * np.maximum(Z, 0)"),),
        ),
        Misconception(
            "ACTBACK-MASK-BY-DA",
            "entries are kept by the sign of dA, not of Z.",
            "ask whether the unit was on in the forward pass: that is Z > 0.",
            ((RELU, "dZ = dA * (dA > 0)"),),
        ),
        Misconception(
            "ACTBACK-INVERTED",
            "the units that were off get the gradient.",
            "keep the entries where Z is positive: there relu has slope 1.",
            ((RELU, "dZ = dA * (Z <= 0)"),),
        ),
        Misconception(
            "ACTBACK-BRANCHES",
            "the relu layer is differentiated as if it were a sigmoid layer.",
            "compare the two branches with the activation that each is for.",
            ((RELU, "dZ = dA * sigmoid(Z) * (1 - sigmoid(Z))"),),
        ),
        Misconception(
            "ACTBACK-DZ-BY-M",
            "dZ is divided by m before linear_backward divides by m again.",
            "dZ belongs to single examples; linear_backward takes the mean.",
            ((RELU, "dZ = dA * (Z > 0) / m"),),
        ),
        Misconception(
            "ACTBACK-MASK-BY-A-PREV",
            "dA is masked by the layer's input, which has another shape.",
            "the layer's own Z says which of its units were on.",
            ((RELU, "dZ = dA * (A_prev > 0)"),),
            raises=True,
            line="A_prev",
        ),
        Misconception(
            "ACTBACK-DOT",
            "dA and the slope are multiplied by np.dot, a matrix product.",
            "a slope acts entry by entry: use *.",
            ((RELU, "dZ = np.dot(dA, Z > 0)"),),
            raises=True,
            line=r"(dot|matmul)\(dA|dA(@|\.dot)",
        ),
    ),
)
