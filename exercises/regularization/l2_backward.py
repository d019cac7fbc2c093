"""Exercise ``l2-backward``: the gradients of the cost with L2."""

from __future__ import annotations

from typing import Any

import numpy as np

from exercises.derivatives import differs_from_slopes
from exercises.examination import matches_reference
from exercises.exercise import (
    Case,
    Complaint,
    Exercise,
    Misconception,
    NamedPart,
    Outputs,
    Share,
    Trial,
    WrongForm,
    in_each,
)
from exercises.regularization.networks import (
    cache_parameters,
    random_network,
)
from utils.compare import RTOL
from utils.networks import (
    Array,
    backward_propagation,
    compute_cost_from_logits,
    forward_propagation,
)
from utils.testcases import regularization as testcases


def backward_propagation_with_regularization(X, Y, cache, lambd):
    m = X.shape[1]
    (Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3) = cache
    dZ3 = A3 - Y
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) + lambd / m * W3
    db3 = 1.0 / m * np.sum(dZ3, axis=1, keepdims=True)
    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    dW2 = 1.0 / m * np.dot(dZ2, A1.T) + lambd / m * W2
    db2 = 1.0 / m * np.sum(dZ2, axis=1, keepdims=True)
    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    dW1 = 1.0 / m * np.dot(dZ1, X.T) + lambd / m * W1
    db1 = 1.0 / m * np.sum(dZ1, axis=1, keepdims=True)
    return {
        "dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2,
        "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1,
    }  # fmt: skip


def gradients_by_plain_pass(X, Y, cache, lambd):
    gradients = backward_propagation(X, Y, cache)
    weights = {"dW1": cache[2], "dW2": cache[6], "dW3": cache[10]}
    return {
        name: value + lambd * weights[name] / Y.shape[1] if name in weights else value
        for name, value in gradients.items()
    }


def gradients_by_layers(X, Y, cache, lambd):
    m = Y.shape[1]
    inputs = [X, cache[1], cache[5]]
    weights = [cache[2], cache[6], cache[10]]
    gradients = {}
    dZ = cache[9] - Y
    for layer in (3, 2, 1):
        W, below = weights[layer - 1], inputs[layer - 1]
        gradients[f"dZ{layer}"] = dZ
        gradients[f"dW{layer}"] = (dZ @ below.T + lambd * W) / m
        gradients[f"db{layer}"] = dZ.mean(axis=1, keepdims=True)
        if layer > 1:
            gradients[f"dA{layer - 1}"] = W.T @ dZ
            dZ = np.where(below > 0, W.T @ dZ, 0.0)
    return gradients


def gradient_outputs(result: Any) -> Outputs:
    """Name the gradients of the parameters, and of the layers where they are returned."""
    if not isinstance(result, dict):
        raise WrongForm(f"expected a dictionary of gradients, got {type(result).__name__}")
    names = [f"d{kind}{layer}" for layer in (3, 2, 1) for kind in "Wb"]
    return {name: result.get(name) for name in names}


def l2_backward_inputs(rng: np.random.Generator) -> Case:
    """Draw a consistent pass through a random network."""
    X, Y, parameters = random_network(rng)
    _, cache = forward_propagation(X, parameters)
    return {"X": X, "Y": Y, "cache": cache, "lambd": float(rng.uniform(0.1, 2))}


def l2_backward_visible() -> Case:
    """Make the arguments of the visible check."""
    X, Y, cache = testcases.backward_propagation_with_regularization_test_case()
    return {"X": X, "Y": Y, "cache": cache, "lambd": 0.7}


def slopes_of_the_l2_cost(trial: Trial) -> Complaint | None:
    """Check that the gradients are the derivative of the cost with L2."""
    case = trial.case

    def cost(parameters: dict[str, Array]) -> float:
        _, cache = forward_propagation(case["X"], parameters)
        squares = sum(np.sum(parameters[name] ** 2) for name in ("W1", "W2", "W3"))
        penalty = case["lambd"] / (2 * case["X"].shape[1]) * squares
        total: float = compute_cost_from_logits(cache[8], case["Y"]) + penalty
        return total

    return differs_from_slopes(trial, cost, cache_parameters(case["cache"]))


def plain_gradients_without_lambda(trial: Trial) -> Complaint | None:
    """Check that λ = 0 leaves the plain backward pass."""
    case = trial.case
    got = trial.call(lambd=0.0)
    plain = backward_propagation(case["X"], case["Y"], case["cache"])
    for name, value in got.items():
        if np.shape(value) != plain[name].shape or not np.allclose(value, plain[name], rtol=RTOL):
            return Complaint(f"with lambd = 0, {name} is not the plain gradient")
    return None


PENALTY = " + lambd / m * W#"
PENALTIES = tuple(PENALTY.replace("#", layer) for layer in "123")


L2_BACKWARD = Exercise(
    id="l2-backward",
    reference=backward_propagation_with_regularization,
    inputs=l2_backward_inputs,
    outputs=gradient_outputs,
    visible=l2_backward_visible,
    compared=("dW1", "dW2", "dW3", "db1", "db2", "db3"),
    untouched=(
        ("1.0 / m * np.dot(dZ1, X.T) + lambd / m * W1", "None"),
        ("1.0 / m * np.dot(dZ2, A1.T) + lambd / m * W2", "None"),
        ("1.0 / m * np.dot(dZ3, A2.T) + lambd / m * W3", "None"),
    ),
    properties=(matches_reference,),
    properties_once=(slopes_of_the_l2_cost, plain_gradients_without_lambda),
    alternatives=(gradients_by_plain_pass, gradients_by_layers),
    landmarks=(NamedPart("the data's part", {"lambd": 0.0}, rest="the penalty's part"),),
    misconceptions=(
        Misconception(
            "GRAD-HALF",
            "λ/(2m)·W is added: the 2 of the cost is still there.",
            "the derivative of ½w² is w: the 2 of the square cancels the ½.",
            in_each(PENALTIES, PENALTY, " + lambd / (2 * m) * W#"),
        ),
        Misconception(
            "GRAD-NO-M",
            "λ·W is added without dividing by m.",
            "the penalty in the cost is divided by m; so is its derivative.",
            in_each(PENALTIES, PENALTY, " + lambd * W#"),
        ),
        Misconception(
            "GRAD-PRECEDENCE",
            "λ·m·W is added: m multiplies where it should divide.",
            "write the factor as lambd / m.",
            in_each(PENALTIES, PENALTY, " + lambd * m * W#"),
        ),
        Misconception(
            "GRAD-MINUS",
            "the penalty's gradient is subtracted: weights would grow.",
            "the derivative of a sum is the sum of the derivatives: add the term.",
            in_each(PENALTIES, PENALTY, " - lambd / m * W#"),
        ),
        Misconception(
            "GRAD-NONE",
            "the gradients are those of the plain cost: the penalty's part is missing, or 0.",
            "add λ/m·W to each of dW1, dW2 and dW3, and divide with /, not with //.",
            in_each(PENALTIES, PENALTY, ""),
        ),
        Misconception(
            "GRAD-NO-LAMBDA",
            "W/m is added without λ.",
            "multiply the term by lambd.",
            in_each(PENALTIES, PENALTY, " + W# / m"),
        ),
        Misconception(
            "GRAD-SQUARED",
            "λ/m·W² is added: the square is still there.",
            "the derivative of ½w² is w, not w².",
            in_each(PENALTIES, PENALTY, " + lambd / m * np.square(W#)"),
        ),
        Misconception(
            "GRAD-SIGN-OF-W",
            "λ/m·sign(W) is added: the same amount for large and small weights.",
            "the derivative of ½w² is w itself.",
            in_each(PENALTIES, PENALTY, " + lambd / m * np.sign(W#)"),
        ),
        Misconception(
            "GRAD-MULTIPLIED",
            "the gradient is multiplied by λ/m·W where that should be added.",
            "put a plus before the penalty's part.",
            in_each(PENALTIES, PENALTY, " * (lambd / m * W#)"),
        ),
        Misconception(
            "GRAD-TOTAL",
            "the same number, the sum of the squares, is added to every entry of dW.",
            "each weight has its own slope: add λ/m times the matrix W, entry by entry.",
            in_each(PENALTIES, PENALTY, " + lambd / m * np.sum(np.square(W#))"),
        ),
        Misconception(
            "GRAD-TWICE-M",
            "the term is divided by m twice.",
            "the 1/m before np.dot must not reach λ/m·W: check your parentheses.",
            in_each(PENALTIES, PENALTY, " + lambd / m**2 * W#"),
        ),
        Misconception(
            "GRAD-ONLY-W3",
            "only dW3 has the penalty's part.",
            "add it to dW1 and dW2 too: all three matrices are in the cost.",
            ((" + lambd / m * W1", ""), (" + lambd / m * W2", "")),
        ),
        Misconception(
            "GRAD-ONLY-W1",
            "only dW1 has the penalty's part.",
            "add it to dW2 and dW3 too: all three matrices are in the cost.",
            ((" + lambd / m * W2", ""), (" + lambd / m * W3", "")),
        ),
        Misconception(
            "GRAD-BIASES",
            "the biases' gradients have a penalty too.",
            "the cost sums squares of weights only: leave db1, db2 and db3 as they are given.",
            tuple(
                (
                    f"db{n} = 1.0 / m * np.sum(dZ{n}, axis=1, keepdims=True)",
                    f"db{n} = 1.0 / m * np.sum(dZ{n}, axis=1, keepdims=True) + lambd / m * b{n}",
                )
                for n in (1, 2, 3)
            ),
        ),
        Misconception(
            "GRAD-WRONG-SIZE",
            "the penalty is divided by the number of units, not of examples.",
            "divide by m, which is given.",
            in_each(PENALTIES, PENALTY, " + lambd / W#.shape[0] * W#"),
        ),
    ),
    shares=(Share(("dW1",)), Share(("dW2",)), Share(("dW3",))),
)
