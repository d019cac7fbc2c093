"""Exercise ``l2-cost``: the cross-entropy with the L2 penalty."""

from __future__ import annotations

from typing import Any

import numpy as np

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
from exercises.regularization.networks import (
    random_network,
)
from utils.compare import difference
from utils.networks import (
    compute_cost,
    forward_propagation,
)
from utils.testcases import regularization as testcases


def compute_cost_with_regularization(A3, Y, parameters, lambd):
    m = Y.shape[1]
    W1, W2, W3 = parameters["W1"], parameters["W2"], parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)
    squares = np.sum(np.square(W1)) + np.sum(np.square(W2)) + np.sum(np.square(W3))
    L2_regularization_cost = lambd / (2 * m) * squares
    return cross_entropy_cost + L2_regularization_cost


def cost_by_loop(A3, Y, parameters, lambd):
    total = 0.0
    for name, values in parameters.items():
        if name.startswith("W"):
            for row in values:
                for weight in row:
                    total += weight**2
    return compute_cost(A3, Y) + lambd * total / (2 * A3.shape[1])


def cost_by_norms(A3, Y, parameters, lambd=0.1):
    def penalty(W):
        return np.linalg.norm(W) ** 2

    weights = [parameters[f"W{layer}"] for layer in range(1, 4)]
    return compute_cost(A3, Y) + 0.5 * lambd / Y.size * sum(map(penalty, weights))


def cost_by_dot(A3, Y, parameters, lambd):
    flat = np.concatenate([parameters[name].ravel() for name in ["W1", "W2", "W3"]])
    cost = np.array(compute_cost(A3, Y)) + (lambd * flat.dot(flat)) / (Y.shape[1] * 2.0)
    return np.squeeze(cost)


def cost_outputs(result: Any) -> Outputs:
    """Name the one output."""
    return {"cost": result}


def cost_inputs(rng: np.random.Generator) -> Case:
    """Draw a network's output with its labels and weights."""
    X, Y, parameters = random_network(rng)
    A3, _ = forward_propagation(X, parameters)
    return {"A3": A3, "Y": Y, "parameters": parameters, "lambd": float(rng.uniform(0.1, 2))}


def cost_visible() -> Case:
    """Make the arguments of the visible check."""
    A3, Y, parameters = testcases.compute_cost_with_regularization_test_case()
    return {"A3": A3, "Y": Y, "parameters": parameters, "lambd": 0.1}


def plain_cost_without_lambda(trial: Trial) -> Complaint | None:
    """Check that λ = 0 leaves the cross-entropy."""
    plain = compute_cost(trial.case["A3"], trial.case["Y"])
    if difference("cost", trial.call(lambd=0.0)["cost"], plain):
        return Complaint("with lambd = 0 the cost is not the plain cross-entropy")
    return None


SQUARES = "np.sum(np.square(W1)) + np.sum(np.square(W2)) + np.sum(np.square(W3))"

L2_COST = Exercise(
    id="l2-cost",
    reference=compute_cost_with_regularization,
    inputs=cost_inputs,
    outputs=cost_outputs,
    visible=cost_visible,
    compared=("cost",),
    properties=(matches_reference,),
    properties_once=(plain_cost_without_lambda,),
    alternatives=(cost_by_loop, cost_by_norms, cost_by_dot),
    landmarks=(
        NamedPart("the cross-entropy", {"lambd": 0.0}, rest="the penalty"),
        NamedPart("", edits=(("np.sum(np.square(W1))", "0"),), rest="W1's part of the penalty"),
        NamedPart("", edits=(("np.sum(np.square(W2))", "0"),), rest="W2's part of the penalty"),
        NamedPart("", edits=(("np.sum(np.square(W3))", "0"),), rest="W3's part of the penalty"),
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
            SQUARES,
            (
                "np.dot(W, W.T) in the place of squares",
                "np.sum(W1 @ W1.T) + np.sum(W2 @ W2.T) + np.sum(W3 @ W3.T)",
            ),
            (
                "the largest squares, not their sums",
                "np.max(np.square(W1)) + np.max(np.square(W2)) + np.max(np.square(W3))",
            ),
            ("the outputs' squares in the penalty", "np.sum(np.square(A3))"),
        ),
    ),
    misconceptions=(
        Misconception(
            "L2-HALF",
            "the penalty is not halved: λ/m where the formula has λ/(2m).",
            "compare your factor with formula (2).",
            (("lambd / (2 * m)", "lambd / m"),),
        ),
        Misconception(
            "L2-NO-M",
            "the penalty is not divided by the number of examples, or m is not that number.",
            "m is given; compare your factor with formula (2).",
            (("lambd / (2 * m)", "lambd / 2"),),
        ),
        Misconception(
            "L2-PRECEDENCE",
            "`lambd / 2 * m` divides by 2 and then multiplies by m.",
            "put the whole denominator into parentheses: / (2 * m).",
            (("lambd / (2 * m)", "lambd / 2 * m"),),
        ),
        Misconception(
            "L2-NOT-SQUARED",
            "the weights are summed as they are, without squaring them.",
            "positive and negative weights must not cancel: square each one before the sum.",
            (("np.square(", "("),),
        ),
        Misconception(
            "L2-ABSOLUTE",
            "absolute values are summed where squares should be.",
            "replace the absolute value by the square of each weight.",
            (("np.square(", "np.abs("),),
        ),
        Misconception(
            "L2-SQUARE-OF-SUM",
            "each layer's sum is squared; the squares should be summed.",
            "swap the two steps: first np.square, then np.sum.",
            ((SQUARES, "np.sum(W1) ** 2 + np.sum(W2) ** 2 + np.sum(W3) ** 2"),),
        ),
        Misconception(
            "L2-SQUARE-OF-TOTAL",
            "all weights are added up, and the total is squared.",
            "positive and negative weights must not cancel: square each one before the sum.",
            ((SQUARES, "(np.sum(W1) + np.sum(W2) + np.sum(W3)) ** 2"),),
        ),
        Misconception(
            "L2-NORM",
            "the norm of each layer is summed, the root of its sum of squares.",
            "leave the root out: np.linalg.norm(W) ** 2, or the sum of np.square(W).",
            ((SQUARES, "np.linalg.norm(W1) + np.linalg.norm(W2) + np.linalg.norm(W3)"),),
        ),
        Misconception(
            "L2-MEAN",
            "the squares are averaged where they should be summed.",
            "use np.sum in place of np.mean: each weight counts alike, in whatever layer it is.",
            (("np.sum(np.square", "np.mean(np.square"),),
        ),
        Misconception(
            "L2-BIASES",
            "the biases are penalised along with the weights.",
            "sum over W1, W2 and W3 only: a bias moves a threshold, it bends nothing.",
            (
                (
                    SQUARES,
                    "sum(np.sum(np.square(values)) for values in parameters.values())",
                ),
            ),
        ),
        Misconception(
            "L2-LAST-LAYER",
            "the last layer, W3, is left out of the penalty.",
            "count the weight matrices in your sum: there are three.",
            ((" + np.sum(np.square(W3))", ""),),
        ),
        Misconception(
            "L2-FIRST-LAYER",
            "the first layer, W1, is left out of the penalty.",
            "count the weight matrices in your sum: there are three.",
            (("np.sum(np.square(W1)) + ", ""),),
        ),
        Misconception(
            "L2-ONE-LAYER-THRICE",
            "the same matrix is summed three times.",
            "look at the three terms of your sum: W1, W2 and W3 should each stand there once.",
            (("np.square(W2)", "np.square(W1)"), ("np.square(W3)", "np.square(W1)")),
        ),
        Misconception(
            "L2-MINUS",
            "the penalty is subtracted, which rewards large weights.",
            "add the penalty to the cross-entropy.",
            (
                (
                    "cross_entropy_cost + L2_regularization_cost",
                    "cross_entropy_cost - L2_regularization_cost",
                ),
            ),
        ),
        Misconception(
            "L2-IGNORED",
            "the cost is the plain cross-entropy: the penalty is 0, or not in it.",
            "return the sum of the two terms. If you do, print the penalty: did // make it 0?",
            (("return cross_entropy_cost + L2_regularization_cost", "return cross_entropy_cost"),),
        ),
        Misconception(
            "L2-PENALTY-ONLY",
            "the cost is the penalty alone: the cross-entropy is not in it.",
            "return the sum of the two terms.",
            (
                (
                    "return cross_entropy_cost + L2_regularization_cost",
                    "return L2_regularization_cost",
                ),
            ),
        ),
        Misconception(
            "L2-NO-LAMBDA",
            "lambd or 1/(2m) is missing from the penalty; in the example above both are 0.1.",
            "compare your factor with formula (2): it has both, λ and 2m.",
            (("lambd / (2 * m)", "1 / (2 * m)"),),
        ),
    ),
)
