"""Exercise ``deep-cost``: the cross-entropy with the L2 penalty of all layers."""

from __future__ import annotations

from typing import Any

import numpy as np

from exercises.deep_network.networks import random_deep_network, sum_of_squares
from exercises.examination import matches_reference
from exercises.exercise import (
    Case,
    Complaint,
    Exercise,
    Misconception,
    NamedPart,
    Outputs,
    Trial,
    instead,
)
from utils.compare import difference
from utils.deep_networks import L_model_forward, depth
from utils.networks import compute_cost
from utils.testcases import deep_network as testcases


def compute_cost_with_regularization(AL, Y, parameters, lambd):
    m = Y.shape[1]
    cross_entropy_cost = compute_cost(AL, Y)
    squares = 0.0
    for layer in range(1, depth(parameters) + 1):
        squares += np.sum(np.square(parameters[f"W{layer}"]))
    L2_regularization_cost = lambd / (2 * m) * squares
    return cross_entropy_cost + L2_regularization_cost


def cost_by_names(AL, Y, parameters, lambd):
    weights = [values for name, values in parameters.items() if name.startswith("W")]
    penalty = sum(np.linalg.norm(W) ** 2 for W in weights) / 2
    return compute_cost(AL, Y) + lambd * penalty / AL.shape[1]


def cost_by_counting_halves(AL, Y, parameters, lambd):
    L = len(parameters) // 2
    cost = compute_cost(AL, Y)
    for l in range(L):  # noqa: E741
        W = parameters["W" + str(l + 1)]
        cost = cost + (1 / Y.shape[1]) * (lambd / 2) * np.sum(W * W)
    return np.squeeze(cost)


def cost_by_one_vector(AL, Y, parameters, lambd):
    flat = np.concatenate([parameters[f"W{i}"].ravel() for i in range(1, depth(parameters) + 1)])
    return compute_cost(AL, Y) + lambd * np.dot(flat, flat) / (2 * Y.size)


def cost_outputs(result: Any) -> Outputs:
    """Name the one output."""
    return {"cost": result}


def cost_inputs(rng: np.random.Generator) -> Case:
    """Draw a five-layer network's output with its labels and weights."""
    X, Y, parameters = random_deep_network(rng, 5)
    while Y.shape[1] == 2 * X.shape[0]:  # two mistakes would give one number
        X, Y, parameters = random_deep_network(rng, 5)
    AL, _ = L_model_forward(X, parameters)
    return {"AL": AL, "Y": Y, "parameters": parameters, "lambd": float(rng.uniform(0.3, 2))}


def cost_visible() -> Case:
    """Make the arguments of the visible check."""
    AL, Y, parameters = testcases.compute_cost_with_regularization_test_case()
    return {"AL": AL, "Y": Y, "parameters": parameters, "lambd": 0.5}


def plain_cost_without_lambda(trial: Trial) -> Complaint | None:
    """Check that λ = 0 leaves the cross-entropy."""
    plain = compute_cost(trial.case["AL"], trial.case["Y"])
    if difference("cost", trial.call(lambd=0.0)["cost"], plain):
        return Complaint("with lambd = 0 the cost is not the plain cross-entropy")
    return None


def every_depth_is_penalised(trial: Trial) -> Complaint | None:
    """Check networks of one to three layers, by the difference that λ makes."""
    for layers in (1, 2, 3):
        X, Y, parameters = random_deep_network(trial.rng, layers)
        AL, _ = L_model_forward(X, parameters)
        with_penalty = trial.call(AL=AL, Y=Y, parameters=parameters, lambd=2.0)["cost"]
        expected = compute_cost(AL, Y) + sum_of_squares(parameters) / Y.shape[1]
        if difference("cost", with_penalty, expected):
            return Complaint(f"the cost is wrong for a network with {layers} layer(s)")
    return None


LOOP = "range(1, depth(parameters) + 1)"
LINE = 'squares += np.sum(np.square(parameters[f"W{layer}"]))'
DOT = 'squares += np.sum(parameters[f"W{layer}"] @ parameters[f"W{layer}"].T)'
RETURN = "return cross_entropy_cost + L2_regularization_cost"
PENALTY = "return L2_regularization_cost"


def but(layer: int) -> str:
    """Return the text of a loop over all layers but one."""
    return f"[n for n in {LOOP} if n != {layer}]"


COST = Exercise(
    id="deep-cost",
    reference=compute_cost_with_regularization,
    inputs=cost_inputs,
    outputs=cost_outputs,
    visible=cost_visible,
    compared=("cost",),
    properties=(matches_reference, plain_cost_without_lambda),
    properties_once=(every_depth_is_penalised,),
    alternatives=(cost_by_names, cost_by_counting_halves, cost_by_one_vector),
    landmarks=(
        NamedPart("the cross-entropy", {"lambd": 0.0}, rest="the penalty"),
        *(NamedPart("", edits=((LOOP, but(n)),), rest=f"the penalty of W{n}") for n in range(1, 6)),
        NamedPart(
            "the penalty of the biases",
            edits=(('parameters[f"W{layer}"]', 'parameters[f"b{layer}"]'), (RETURN, PENALTY)),
        ),
        *instead(
            "cross_entropy_cost + L2_regularization_cost",
            ("a product of the two", "cross_entropy_cost * L2_regularization_cost"),
            ("a half round both", "cross_entropy_cost / 2 + L2_regularization_cost"),
            (
                "λ/2 and 1/m round both",
                "cross_entropy_cost * lambd / (2 * m) + L2_regularization_cost",
            ),
        ),
        *instead(
            "lambd / (2 * m) * squares",
            ("a root of the sum of squares", "lambd / (2 * m) * np.sqrt(squares)"),
        ),
        *instead(
            LINE,
            ("np.dot(W, W.T) in the place of squares", DOT),
            ("absolute values in the place of squares", LINE.replace("np.square", "np.abs")),
        ),
    ),
    misconceptions=(
        Misconception(
            "DEEPCOST-HALF",
            "the penalty is not halved: λ/m where the formula has λ/(2m).",
            "compare your factor with formula (1).",
            (("lambd / (2 * m)", "lambd / m"),),
        ),
        Misconception(
            "DEEPCOST-NO-M",
            "the penalty is not divided by the number of examples.",
            "m is given; compare your factor with formula (1).",
            (("lambd / (2 * m)", "lambd / 2"),),
        ),
        Misconception(
            "DEEPCOST-PRECEDENCE",
            "`lambd / 2 * m` divides by 2 and then multiplies by m.",
            "put the whole denominator into parentheses: / (2 * m).",
            (("lambd / (2 * m)", "lambd / 2 * m"),),
        ),
        Misconception(
            "DEEPCOST-FEATURES",
            "the penalty is divided by the number of inputs, not of examples.",
            "m counts columns of Y; rows of X or columns of W1 are features.",
            (("lambd / (2 * m)", 'lambd / (2 * parameters["W1"].shape[1])'),),
        ),
        Misconception(
            "DEEPCOST-LAST-MISSING",
            "the loop stops one layer too early: the last weight matrix is not in the sum.",
            "range leaves out its end: range(1, L + 1) counts from 1 to L.",
            ((LOOP, "range(1, depth(parameters))"),),
        ),
        Misconception(
            "DEEPCOST-FIRST-MISSING",
            "the first layer is not in the sum: the loop starts at 2.",
            "layers count from 1; W1 is usually the largest matrix of all.",
            ((LOOP, "range(2, depth(parameters) + 1)"),),
        ),
        Misconception(
            "DEEPCOST-LAST-ONLY",
            "only the last layer is in the penalty: each round of the loop forgets the one before.",
            "add to the sum with += where you now assign with =.",
            ((LINE, LINE.replace("+=", "=")),),
        ),
        Misconception(
            "DEEPCOST-THREE-LAYERS",
            "W1, W2 and W3 are in the sum, as if every network had three layers.",
            "loop over all layers; depth(parameters) counts them.",
            ((LOOP, "(1, 2, 3)"),),
        ),
        Misconception(
            "DEEPCOST-COUNTS-BIASES",
            "the loop runs past the last layer: len(parameters) counts weights and biases.",
            "layers count from 1 to L, which depth(parameters) counts: range(1, L + 1).",
            ((LOOP, "range(1, len(parameters) + 1)"),),
            raises=True,
            line="W",
        ),
        Misconception(
            "DEEPCOST-BIASES",
            "the biases are penalised along with the weights.",
            "sum over the W only: a bias moves a threshold, it bends nothing.",
            (
                (
                    LINE,
                    LINE + '\n        squares += np.sum(np.square(parameters[f"b{layer}"]))',
                ),
            ),
        ),
        Misconception(
            "DEEPCOST-EACH-TURN",
            "the cross-entropy is added once per layer, not once in all.",
            "keep it out of the loop: the loop sums squares, nothing else.",
            ((RETURN, "return depth(parameters) * cross_entropy_cost + L2_regularization_cost"),),
        ),
        Misconception(
            "DEEPCOST-NOT-SQUARED",
            "the weights are summed as they are, without squaring them.",
            "positive and negative weights must not cancel: square each one before the sum.",
            (("np.square(", "("),),
        ),
        Misconception(
            "DEEPCOST-SQUARE-OF-SUM",
            "each layer's sum is squared; the squares should be summed.",
            "swap the two steps: first np.square, then np.sum.",
            ((LINE, 'squares += np.square(np.sum(parameters[f"W{layer}"]))'),),
        ),
        Misconception(
            "DEEPCOST-NORM",
            "each layer's norm is summed, the root of its sum of squares.",
            "leave the root out: np.linalg.norm(W) ** 2, or the sum of np.square(W).",
            ((LINE, 'squares += np.linalg.norm(parameters[f"W{layer}"])'),),
        ),
        Misconception(
            "DEEPCOST-MEAN",
            "the squares of a layer are averaged where they should be summed.",
            "use np.sum in place of np.mean: each weight counts alike, in whatever layer it is.",
            (("np.sum(np.square", "np.mean(np.square"),),
        ),
        Misconception(
            "DEEPCOST-MINUS",
            "the penalty is subtracted, which rewards large weights.",
            "add the penalty to the cross-entropy.",
            ((RETURN, "return cross_entropy_cost - L2_regularization_cost"),),
        ),
        Misconception(
            "DEEPCOST-PENALTY-ONLY",
            "the cost is the penalty alone: the cross-entropy is not in it.",
            "return the sum of the two terms.",
            ((RETURN, PENALTY),),
        ),
    ),
)
