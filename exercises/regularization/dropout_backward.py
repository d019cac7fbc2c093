"""Exercise ``dropout-backward``: the gradients through the masks of the forward pass."""

from __future__ import annotations

from typing import Any

import numpy as np

from exercises.derivatives import differs_from_slopes, far_from_kinks
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
    in_each,
)
from exercises.regularization.dropout_forward import forward_propagation_with_dropout
from exercises.regularization.l2_backward import gradient_outputs
from exercises.regularization.left_out import left_out
from exercises.regularization.networks import (
    cache_parameters,
    random_network,
)
from utils.networks import (
    Array,
    Cache,
    compute_cost_from_logits,
    relu,
)
from utils.testcases import regularization as testcases


def backward_propagation_with_dropout(X, Y, cache, keep_prob):
    m = X.shape[1]
    (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3) = cache
    dZ3 = A3 - Y
    dW3 = 1.0 / m * np.dot(dZ3, A2.T)
    db3 = 1.0 / m * np.sum(dZ3, axis=1, keepdims=True)
    dA2 = np.dot(W3.T, dZ3)
    dA2 = dA2 * D2
    dA2 = dA2 / keep_prob
    dZ2 = np.multiply(dA2, A2 > 0)
    dW2 = 1.0 / m * np.dot(dZ2, A1.T)
    db2 = 1.0 / m * np.sum(dZ2, axis=1, keepdims=True)
    dA1 = np.dot(W2.T, dZ2)
    dA1 = dA1 * D1
    dA1 = dA1 / keep_prob
    dZ1 = np.multiply(dA1, A1 > 0)
    dW1 = 1.0 / m * np.dot(dZ1, X.T)
    db1 = 1.0 / m * np.sum(dZ1, axis=1, keepdims=True)
    return {
        "dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2,
        "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1,
    }  # fmt: skip


def dropout_gradients_by_layers(X, Y, cache, keep_prob):
    m = Y.shape[1]
    masks = [None, cache[1], cache[6]]
    inputs = [X, cache[2], cache[7]]
    weights = [cache[3], cache[8], cache[12]]
    gradients = {}
    dZ = cache[11] - Y
    for layer in (3, 2, 1):
        W, below = weights[layer - 1], inputs[layer - 1]
        gradients[f"dZ{layer}"] = dZ
        gradients[f"dW{layer}"] = dZ @ below.T / m
        gradients[f"db{layer}"] = dZ.sum(axis=1, keepdims=True) / m
        if layer > 1:
            dA = np.where(masks[layer - 1], W.T @ dZ / keep_prob, 0.0)
            gradients[f"dA{layer - 1}"] = dA
            dZ = dA * (below > 0)
    return gradients


def dropout_gradients_in_place(X, Y, cache, keep_prob):
    Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3 = cache
    scale = 1 / (Y.shape[1] * 1.0)
    dZ3 = A3 - Y
    dA2 = W3.T.dot(dZ3)
    dA2[np.logical_not(D2)] = 0
    dA2 *= 1 / keep_prob
    dZ2 = dA2 * (Z2 > 0)
    dA1 = W2.T.dot(dZ2)
    dA1[D1 == 0] = 0
    dA1 *= 1 / keep_prob
    dZ1 = dA1 * (Z1 > 0)
    return {
        "dZ3": dZ3, "dA2": dA2, "dZ2": dZ2, "dA1": dA1, "dZ1": dZ1,
        "dW3": scale * dZ3.dot(A2.T), "db3": scale * dZ3.sum(axis=1, keepdims=True),
        "dW2": scale * dZ2.dot(A1.T), "db2": scale * dZ2.sum(axis=1, keepdims=True),
        "dW1": scale * dZ1.dot(X.T), "db1": scale * dZ1.sum(axis=1, keepdims=True),
    }  # fmt: skip


def dropout_gradient_outputs(result: Any) -> Outputs:
    """Name the gradients of the parameters and of the masked activations."""
    outputs = gradient_outputs(result)
    return {"dA1": result.get("dA1"), "dA2": result.get("dA2"), **outputs}


def dropout_backward_inputs(rng: np.random.Generator) -> Case:
    """Draw a consistent pass with dropout through a random network."""
    while True:
        X, Y, parameters = random_network(rng)
        keep_prob = float(rng.choice([0.4, 0.6, 0.7, 0.9]))
        masks = np.random.RandomState(int(rng.integers(2**31)))
        _, cache = forward_propagation_with_dropout(X, parameters, keep_prob, masks)
        # Enough units on, and some that only the mask holds back, or the masks test nothing.
        telling = all(
            A.any(axis=1).sum() > 2 and (Z[D == 0] > 0).any() for Z, D, A in (cache[:3], cache[5:8])
        )
        if telling and far_from_kinks(cache[0], cache[5]):
            return {"X": X, "Y": Y, "cache": cache, "keep_prob": keep_prob}


def dropout_backward_visible() -> Case:
    """Make the arguments of the visible check."""
    X, Y, cache = testcases.backward_propagation_with_dropout_test_case()
    return {"X": X, "Y": Y, "cache": cache, "keep_prob": 0.8}


def visible_dropout_cache() -> Cache:
    """Make the cache that the visible check's test case stores, rounded as the documents do."""
    X, parameters = testcases.forward_propagation_with_dropout_test_case()
    _, cache = forward_propagation_with_dropout(X, parameters, 0.5, np.random.RandomState(1))
    return tuple(np.round(part, 8) for part in cache)


def slopes_through_fixed_masks(trial: Trial) -> Complaint | None:
    """Check that the gradients are the derivative of the cost with the masks held fixed."""
    case = trial.case
    keep_prob, D1, D2 = case["keep_prob"], case["cache"][1], case["cache"][6]

    def cost(parameters: dict[str, Array]) -> float:
        W1, b1, W2, b2, W3, b3 = parameters.values()
        A1 = relu(np.dot(W1, case["X"]) + b1) * D1 / keep_prob
        A2 = relu(np.dot(W2, A1) + b2) * D2 / keep_prob
        return compute_cost_from_logits(np.dot(W3, A2) + b3, case["Y"])

    return differs_from_slopes(trial, cost, cache_parameters(case["cache"]))


def same_gradients_twice(trial: Trial) -> Complaint | None:
    """Check that nothing is drawn anew: backward uses the masks of the forward pass."""
    first, again = trial.outputs, trial.call()
    if any(not np.array_equal(first[name], again[name]) for name in first):
        return Complaint("two calls on the same cache give two answers", "BACK-FRESH-MASK")
    return None


MASKS = MASK_1, MASK_2 = "    dA1 = dA1 * D1\n", "    dA2 = dA2 * D2\n"
SCALES = BACK_SCALE_1, BACK_SCALE_2 = "    dA1 = dA1 / keep_prob\n", "    dA2 = dA2 / keep_prob\n"


DROPOUT_BACKWARD = Exercise(
    id="dropout-backward",
    reference=backward_propagation_with_dropout,
    inputs=dropout_backward_inputs,
    outputs=dropout_gradient_outputs,
    visible=dropout_backward_visible,
    compared=("dA1", "dA2", "dW1", "dW2"),
    untouched=((MASK_1, ""), (MASK_2, ""), (BACK_SCALE_1, ""), (BACK_SCALE_2, "")),
    properties=(matches_reference,),
    properties_once=(slopes_through_fixed_masks, same_gradients_twice),
    landmarks=(
        *left_out("dA#", (MASK_1, BACK_SCALE_1), (MASK_2, BACK_SCALE_2)),
        NamedPart(
            "what comes of ReLU's gates in the place of the masks",
            edits=in_each(MASKS, "D#", "(A# > 0)"),
        ),
        NamedPart(
            "what comes of the activations in the place of the masks",
            edits=in_each(MASKS, "D#", "A#"),
        ),
        NamedPart(
            "what comes of masks that are added",
            edits=in_each(MASKS, "*", "+"),
        ),
        NamedPart(
            "what comes of a division by each mask's own share",
            edits=in_each(SCALES, "keep_prob", "np.mean(D#)"),
        ),
        NamedPart(
            "what comes of a division by the root of keep_prob",
            edits=in_each(SCALES, "keep_prob", "np.sqrt(keep_prob)"),
        ),
    ),
    alternatives=(dropout_gradients_by_layers, dropout_gradients_in_place),
    misconceptions=(
        Misconception(
            "BACK-NO-MASK",
            "the masks are not applied: dA1 and dA2 are not 0 where a unit was off.",
            "multiply dA2 by D2 and dA1 by D1 before you scale.",
            ((MASK_1, ""), (MASK_2, "")),
        ),
        Misconception(
            "BACK-NO-SCALE",
            "the gradients are not scaled as the activations were.",
            "A1 and A2 were divided by keep_prob; divide dA1 and dA2 too.",
            ((BACK_SCALE_1, ""), (BACK_SCALE_2, "")),
        ),
        Misconception(
            "BACK-TIMES",
            "the gradients are multiplied by keep_prob.",
            "the derivative of A / keep_prob is 1 / keep_prob: divide.",
            in_each(SCALES, "dA# / keep_prob", "dA# * keep_prob"),
        ),
        Misconception(
            "BACK-ONE-MINUS",
            "the gradients are divided by 1 - keep_prob, the share that was dropped.",
            "divide by the share that stayed, keep_prob.",
            in_each(SCALES, "dA# / keep_prob", "dA# / (1 - keep_prob)"),
        ),
        Misconception(
            "BACK-INVERTED",
            "the mask is turned round: the units that were off get the gradient.",
            "a unit that was off had no say in the output: keep the entries where D is 1.",
            in_each(MASKS, "dA# * D#", "dA# * (1 - D#)"),
        ),
        Misconception(
            "BACK-FIRST-ONLY",
            "dA1 is masked and scaled, dA2 is not.",
            "do the same two steps for dA2, before dZ2 is formed.",
            ((MASK_2, ""), (BACK_SCALE_2, "")),
        ),
        Misconception(
            "BACK-SECOND-ONLY",
            "dA2 is masked and scaled, dA1 is not.",
            "do the same two steps for dA1, before dZ1 is formed.",
            ((MASK_1, ""), (BACK_SCALE_1, "")),
        ),
        Misconception(
            "BACK-SCALE-ONCE",
            "dA2 is scaled, dA1 is only masked.",
            "divide dA1 by keep_prob too.",
            ((BACK_SCALE_1, ""),),
        ),
        Misconception(
            "BACK-SCALE-TWICE",
            "the gradients are divided by keep_prob twice.",
            "each activation was scaled once in the forward pass: once is enough here.",
            in_each(SCALES, "dA# / keep_prob", "dA# / keep_prob**2"),
        ),
        Misconception(
            "BACK-SWAPPED",
            "the masks are swapped: D1 belongs to dA1, D2 to dA2.",
            "match the numbers; the shapes in the error message show it too.",
            (("dA1 * D1", "dA1 * D2"), ("dA2 * D2", "dA2 * D1")),
            raises=True,
            line="dA2.*D1|D1.*dA2",
        ),
        Misconception(
            "BACK-DOT",
            "the mask is applied by np.dot, a matrix product.",
            "a mask acts entry by entry: use *.",
            in_each(MASKS, "dA# * D#", "np.dot(dA#, D#)"),
            raises=True,
            line=r"(dot|matmul)\(dA|@D",
        ),
        Misconception(
            "BACK-FRESH-MASK",
            "a new mask is drawn where the forward pass's should be used.",
            "take D1 and D2 from the cache: the same units must be off both ways.",
            in_each(MASKS, "dA# * D#", "dA# * (np.random.random(dA#.shape) < keep_prob)"),
        ),
        Misconception(
            "BACK-MASK-AFTER",
            "dA1 and dA2 are masked only after dZ1 and dZ2 were formed, too late to matter.",
            "move the two lines up: mask and scale before the line with dZ.",
            (
                (MASK_2 + BACK_SCALE_2, ""),
                (MASK_1 + BACK_SCALE_1, ""),
                ("    return {", MASK_2 + BACK_SCALE_2 + MASK_1 + BACK_SCALE_1 + "    return {"),
            ),
        ),
        Misconception(
            "BACK-MASK-ON-DZ",
            "the mask and scale go to dZ; dA1 and dA2 in the result stay as they were.",
            "apply them to dA1 and dA2 themselves: these are what the check prints.",
            (
                (MASK_2 + BACK_SCALE_2, ""),
                (MASK_1 + BACK_SCALE_1, ""),
                ("np.multiply(dA2, A2 > 0)", "np.multiply(dA2, A2 > 0) * D2 / keep_prob"),
                ("np.multiply(dA1, A1 > 0)", "np.multiply(dA1, A1 > 0) * D1 / keep_prob"),
            ),
        ),
    ),
    shares=(Share(("dA2", "dW2"), 2), Share(("dA1", "dW1"), 2)),
)
