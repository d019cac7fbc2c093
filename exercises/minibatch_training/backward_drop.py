"""Exercise ``backward-drop``: the gradients through the masks of the forward pass."""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np

from exercises.derivatives import differs_from_slopes
from exercises.examination import matches_reference
from exercises.exercise import (
    Case,
    Complaint,
    Exercise,
    Misconception,
    Outputs,
    Share,
    Trial,
    instead,
)
from exercises.minibatch_training.forward_drop import forward_drop
from exercises.minibatch_training.networks import (
    by_layer,
    flat,
    logits_through,
    random_network,
    unflat,
)
from utils.compare import RTOL
from utils.minibatch_networks import backward, forward
from utils.networks import Array, logit_losses
from utils.testcases import minibatch_training as testcases


def backward_drop(a, target, w, masks):
    m = len(target)
    dw, db = {}, {}
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw[layer] = a[layer - 1].T @ delta / m
        db[layer] = np.sum(delta, axis=0) / m
        if layer > 1:
            delta = delta @ w[layer].T * (a[layer - 1] > 0) * masks[layer - 1]
    return dw, db


def gradients_after_all_deltas(a, target, w, masks):
    delta3 = a[3] - target
    delta2 = np.where(a[2] > 0, np.dot(delta3, w[3].T) * masks[2], 0)
    delta1 = np.where(a[1] > 0, np.dot(delta2, w[2].T) * masks[1], 0)
    deltas = {1: delta1, 2: delta2, 3: delta3}
    dw = {layer: np.dot(a[layer - 1].T, deltas[layer]) / target.shape[0] for layer in deltas}
    return dw, {layer: delta.mean(axis=0) for layer, delta in deltas.items()}


def gradients_in_place(a, target, w, masks):
    dw, db = {}, {}
    delta = (a[3] - target) / target.size
    for layer in range(3, 0, -1):
        dw[layer] = a[layer - 1].T.dot(delta)
        db[layer] = delta.sum(axis=0)
        delta = delta.dot(w[layer].T)
        delta[a[layer - 1] <= 0] = 0
        delta *= masks[layer - 1]
    return [dw, db]


def gradients_example_by_example(a, target, w, masks):
    m = len(target)
    dw = {layer: np.zeros(values.shape) for layer, values in w.items()}
    db = {layer: np.zeros(values.shape[1]) for layer, values in w.items()}
    for i in range(m):
        delta = a[3][i] - target[i]
        for layer in (3, 2, 1):
            dw[layer] += np.outer(a[layer - 1][i], delta) / m
            db[layer] += delta / m
            delta = (w[layer] @ delta) * (a[layer - 1][i] > 0) * masks[layer - 1][i]
    return dw, db


def gradient_outputs(result: Any) -> Outputs:
    """Name the gradients."""
    return by_layer(result, ("dw", "db"))


def gradient_inputs(rng: np.random.Generator) -> Case:
    """Draw a consistent pass through masks."""
    p = tuple(float(share) for share in rng.permutation([0.5, 0.6, 0.7, 0.8])[:3])
    x, target, w, b, masks = random_network(rng, p)
    _, a = forward_drop(x, w, b, masks)
    return {"a": a, "target": target, "w": w, "masks": masks}


def gradient_visible() -> Case:
    """Make the arguments of the visible check."""
    a, target, w, masks = testcases.backward_drop_test_case()
    return {"a": a, "target": target, "w": w, "masks": masks}


def slopes_through_fixed_masks(trial: Trial) -> Complaint | None:
    """Check that the gradients are the derivative of the cost with the masks held fixed.

    It brings a network of its own: activations alone do not tell their biases.
    """
    x, target, w, b, masks = random_network(trial.rng, (0.8, 0.5, 0.7))
    _, a = forward_drop(x, w, b, masks)

    def cost(parameters: dict[str, Array]) -> float:
        z = logits_through(x, *unflat(parameters), masks)
        return float(np.mean(logit_losses(z, target)))

    outputs = trial.call(a=a, target=target, w=w, masks=masks)
    return differs_from_slopes(dataclasses.replace(trial, outputs=outputs), cost, flat(w, b))


def plain_gradients_when_all_are_kept(trial: Trial) -> Complaint | None:
    """Check that masks of ones give the plain gradients."""
    x, target, w, b, masks = random_network(trial.rng)
    _, a = forward(x, w, b)
    got = trial.call(a=a, target=target, w=w, masks=masks)
    plain = gradient_outputs(backward(a, target, w))
    for name, value in plain.items():
        if np.shape(got[name]) != value.shape or not np.allclose(got[name], value, rtol=RTOL):
            return Complaint(f"with masks of ones, {name} is not the plain gradient")
    return None


def same_gradients_twice(trial: Trial) -> Complaint | None:
    """Check that nothing is drawn anew: backward uses the masks of the forward pass."""
    first, again = trial.outputs, trial.call()
    if any(not np.array_equal(first[name], again[name]) for name in first):
        return Complaint("two calls on the same pass give two answers", "BDROP-FRESH-MASK")
    return None


BELOW = "delta @ w[layer].T * (a[layer - 1] > 0) * masks[layer - 1]"
DELTA = "delta @ w[layer].T * (a[layer - 1] > 0)"

BACKWARD_DROP = Exercise(
    id="backward-drop",
    form="dw and db",
    reference=backward_drop,
    inputs=gradient_inputs,
    outputs=gradient_outputs,
    visible=gradient_visible,
    compared=("dw1", "db1", "dw2", "db2", "dw3", "db3"),
    properties=(matches_reference, same_gradients_twice),
    properties_once=(slopes_through_fixed_masks, plain_gradients_when_all_are_kept),
    alternatives=(
        gradients_after_all_deltas,
        gradients_in_place,
        gradients_example_by_example,
    ),
    landmarks=(
        *instead("m = len(target)", ("m = the number of inputs", "m = a[0].shape[1]")),
        *instead(
            "delta = a[3] - target",
            ("a delta divided by m at the start", "delta = (a[3] - target) / m"),
            (
                "dJ/dy as the first delta",
                "delta = (1 - target) / (1 - a[3] + 1e-8) - target / (a[3] + 1e-8)",
            ),
            ("squares in delta", "delta = (a[3] - target) ** 2"),
        ),
        *instead(
            BELOW,
            ("no masks", DELTA),
            ("neither masks nor gates", "delta @ w[layer].T"),
            ("a gate turned round", BELOW.replace("> 0", "< 0")),
            ("a gate that asks delta", BELOW.replace("a[layer - 1] >", "delta @ w[layer].T >")),
            ("the activations in the place of their gate", BELOW.replace(" > 0", "")),
            (
                "the sigmoid's slope in the hidden layers",
                BELOW.replace("(a[layer - 1] > 0)", "a[layer - 1] * (1 - a[layer - 1])"),
            ),
            ("masks that are added", f"{DELTA} + masks[layer - 1]"),
        ),
    ),
    misconceptions=(
        Misconception(
            "BDROP-UNSCALED",
            "delta lacks the factor 1/p: the masks are missing, or only their 0 and 1 are used.",
            "multiply delta by masks[layer - 1] as it is: its numbers are 0 and 1/p.",
            ((BELOW, DELTA),),
        ),
        Misconception(
            "BDROP-NO-RELU",
            "delta is masked, but passes through units that ReLU had switched off.",
            "both factors are needed: (a[layer - 1] > 0) and masks[layer - 1].",
            ((BELOW, "delta @ w[layer].T * masks[layer - 1]"),),
        ),
        Misconception(
            "BDROP-TWICE",
            "delta is multiplied by the mask twice.",
            "each activation was multiplied by its mask once; so is delta.",
            ((BELOW, DELTA + " * masks[layer - 1] ** 2"),),
        ),
        Misconception(
            "BDROP-DIVIDED",
            "delta is divided by the mask, which is 0 where a unit was off.",
            "the derivative of a product by one factor is the other factor: multiply.",
            ((BELOW, DELTA + " / masks[layer - 1]"),),
            raises=True,  # where the warning about the division by 0 is an error
        ),
        Misconception(
            "BDROP-SAME-LAYER",
            "delta is multiplied by the mask of the layer that it comes from.",
            "it arrives at a[layer - 1]: take masks[layer - 1].",
            ((BELOW, "delta * masks[layer] @ w[layer].T * (a[layer - 1] > 0)"),),
        ),
        Misconception(
            "BDROP-OTHER-MASK",
            "delta of one layer meets the mask of another: the shapes do not fit.",
            "delta at a[layer - 1] has the shape of masks[layer - 1].",
            ((BELOW, DELTA + " * masks[layer]"),),
            # The output's mask has one column and fits; that of layer 2 does not fit layer 1.
            raises=True,
            line=r"masks\[",
        ),
        Misconception(
            "BDROP-INVERTED",
            "ReLU's gate is missing, and the mask is turned round: units that were off get blamed.",
            "both factors are needed, as in (8): (a[layer - 1] > 0) and masks[layer - 1].",
            ((BELOW, "delta @ w[layer].T * (masks[layer - 1] == 0)"),),
        ),
        Misconception(
            "BDROP-NOTHING",
            "nothing of delta passes below the output: the mask or ReLU's gate is turned round.",
            "keep delta where a[layer - 1] is above 0, and multiply by the mask as it is.",
            ((BELOW, DELTA + " * (masks[layer - 1] == 0)"),),
        ),
        Misconception(
            "BDROP-TOP-ONLY",
            "delta is masked on its way to layer 2, but not on its way to layer 1.",
            "do the same at each layer.",
            ((BELOW, DELTA + " * (masks[2] if layer == 3 else 1)"),),
        ),
        Misconception(
            "BDROP-MASKED-AGAIN",
            "the activations in dw are multiplied by their masks once more.",
            "a holds masked activations already: dw is a[layer - 1].T @ delta / m.",
            (
                (
                    "a[layer - 1].T @ delta / m",
                    "(a[layer - 1] * masks[layer - 1]).T @ delta / m",
                ),
            ),
        ),
        Misconception(
            "BDROP-FRESH-MASK",
            "new masks are drawn where the forward pass's should be used.",
            "take masks[layer - 1]: the same units must be off both ways.",
            (
                (
                    BELOW,
                    DELTA + " * np.random.permutation(masks[layer - 1].ravel())"
                    ".reshape(masks[layer - 1].shape)",
                ),
            ),
        ),
        Misconception(
            "BDROP-EPS-DELTA",
            "delta is dJ/dy times y(1 - y): it is 0 where the network is sure of a wrong answer.",
            "start from the short form of the two, a[3] - target.",
            (
                (
                    "delta = a[3] - target",
                    "delta = ((1 - target) / (1 - a[3] + 1e-8) - target / (a[3] + 1e-8))"
                    " * a[3] * (1 - a[3])",
                ),
            ),
        ),
        Misconception(
            "BDROP-TARGET-FIRST",
            "delta is target - y: every gradient has the wrong sign.",
            "turn it round: a[3] - target.",
            (("a[3] - target", "target - a[3]"),),
        ),
        Misconception(
            "BDROP-SUM",
            "the gradients are summed over the batch where they should be averaged.",
            "divide by m, the number of rows.",
            ((".T @ delta / m", ".T @ delta"), ("np.sum(delta, axis=0) / m", "delta.sum(axis=0)")),
        ),
    ),
    shares=(Share(("dw2", "db2")), Share(("dw1", "db1"))),
)
