"""Exercise ``backward-reg``: one backward pass with weight decay inside the momentum update."""

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
    NamedPart,
    Outputs,
    Share,
    Trial,
    in_each,
    instead,
)
from exercises.minibatch_training.networks import by_layer, flat, random_network, unflat
from utils.minibatch_networks import at_rest, backward, forward, logits, momentum_step
from utils.networks import Array, logit_losses
from utils.testcases import minibatch_training as testcases


def backward_reg(a, target, w, b, vw, vb, alpha, beta, lam):
    m = len(target)
    new_w, new_b, new_vw, new_vb = {}, {}, {}, {}
    delta = a[3] - target
    for layer in (3, 2, 1):
        dw = a[layer - 1].T @ delta / m + lam * w[layer]
        db = np.sum(delta, axis=0) / m
        if layer > 1:
            delta = delta @ w[layer].T * (a[layer - 1] > 0)
        new_vw[layer] = beta * vw[layer] + (1 - beta) * dw
        new_vb[layer] = beta * vb[layer] + (1 - beta) * db
        new_w[layer] = w[layer] - alpha * new_vw[layer]
        new_b[layer] = b[layer] - alpha * new_vb[layer]
    return new_w, new_b, new_vw, new_vb


def update_by_given_parts(a, target, w, b, vw, vb, alpha, beta, lam):
    of_data, of_biases = backward(a, target, w)
    of_cost = {layer: slope + lam * w[layer] for layer, slope in of_data.items()}
    w, vw = momentum_step(w, vw, of_cost, alpha, beta)
    b, vb = momentum_step(b, vb, of_biases, alpha, beta)
    return [w, b, vw, vb]


def update_after_all_deltas(a, target, w, b, vw, vb, alpha, beta, lam):
    deltas = {3: a[3] - target}
    for layer in (2, 1):
        deltas[layer] = np.where(a[layer] > 0, deltas[layer + 1].dot(w[layer + 1].T), 0)
    ones = np.full(len(target), 1 / len(target))
    w, b, vw, vb = dict(w), dict(b), dict(vw), dict(vb)
    for layer, delta in deltas.items():
        gradient = np.dot(a[layer - 1].T, delta) * ones[0]
        vw[layer] = vw[layer] + (1 - beta) * (gradient + lam * w[layer] - vw[layer])
        vb[layer] = vb[layer] + (1 - beta) * (ones @ delta - vb[layer])
        w[layer] = w[layer] - alpha * vw[layer]
        b[layer] = b[layer] - alpha * vb[layer]
    return (w, b, vw, vb)


def update_by_shrinking(a, target, w, b, vw, vb, alpha, beta, lam):
    result = {}, {}, {}, {}
    delta = a[3] - target
    for layer in [3, 2, 1]:
        below = a[layer - 1]
        slope = np.einsum("mi,mj->ij", below, delta) / delta.shape[0]
        result[2][layer] = beta * vw[layer] + slope * (1 - beta) + (1 - beta) * lam * w[layer]
        result[3][layer] = beta * vb[layer] + (1 - beta) * np.mean(delta, axis=0)
        delta = (below > 0) * np.dot(delta, w[layer].T)
        result[0][layer] = (1 - alpha * (1 - beta) * lam) * w[layer] - alpha * (
            beta * vw[layer] + (1 - beta) * slope
        )
        result[1][layer] = b[layer] - alpha * result[3][layer]
    return result


def update_outputs(result: Any) -> Outputs:
    """Name the new weights, biases and velocities."""
    return by_layer(result, ("w", "b", "vw", "vb"))


def update_inputs(rng: np.random.Generator) -> Case:
    """Draw a consistent pass through a random network that is already on its way."""
    x, target, w, b, _ = random_network(rng)
    _, a = forward(x, w, b)
    vw = {layer: rng.standard_normal(values.shape) for layer, values in w.items()}
    vb = {layer: rng.standard_normal(values.shape) for layer, values in b.items()}
    alpha, beta, lam = rng.uniform([0.1, 0.6, 0.1], [0.3, 0.9, 0.4])
    return {
        **{"a": a, "target": target, "w": w, "b": b, "vw": vw, "vb": vb},
        **{"alpha": float(alpha), "beta": float(beta), "lam": float(lam)},
    }


def update_visible() -> Case:
    """Make the arguments of the visible check."""
    a, target, w, b, vw, vb = testcases.backward_reg_test_case()
    return {
        **{"a": a, "target": target, "w": w, "b": b, "vw": vw, "vb": vb},
        **{"alpha": 0.1, "beta": 0.9, "lam": 0.5},
    }


def slopes_of_the_cost_with_decay(trial: Trial) -> Complaint | None:
    """Check that one step from rest without momentum follows the cost's derivative."""
    case = trial.case
    w, b, target = case["w"], case["b"], case["target"]
    rest = {"vw": at_rest(w), "vb": at_rest(b), "beta": 0.0, "alpha": 1.0}
    after = trial.call(**rest)
    gradients = {
        f"d{name}": values - after[name]
        for name, values in flat(w, b).items()
        if np.shape(after[name]) == values.shape
    }

    def cost(parameters: dict[str, Array]) -> float:
        w, b = unflat(parameters)
        z = logits(case["a"][0], w, b)
        squares = sum(np.sum(values**2) for values in w.values())
        total: float = np.mean(logit_losses(z, target)) + case["lam"] / 2 * squares
        return total

    trial = dataclasses.replace(trial, outputs=gradients)
    return differs_from_slopes(trial, cost, flat(w, b))


DELTA = "            delta = delta @ w[layer].T * (a[layer - 1] > 0)\n"
BELOW = "        if layer > 1:\n" + DELTA
DW = "a[layer - 1].T @ delta / m + lam * w[layer]"
DATA = "a[layer - 1].T @ delta / m"
VW = "beta * vw[layer] + (1 - beta) * dw"
VB = "beta * vb[layer] + (1 - beta) * db"
NEW_W = "w[layer] - alpha * new_vw[layer]"
NEW_B = "b[layer] - alpha * new_vb[layer]"
LAST = "        new_b[layer] = " + NEW_B + "\n"

BACKWARD_REG = Exercise(
    id="backward-reg",
    form="new_w, new_b, new_vw and new_vb",
    reference=backward_reg,
    inputs=update_inputs,
    outputs=update_outputs,
    visible=update_visible,
    compared=("w1", "b1", "w2", "b2", "w3", "b3", "vw3"),
    properties=(matches_reference, slopes_of_the_cost_with_decay),
    alternatives=(update_by_given_parts, update_after_all_deltas, update_by_shrinking),
    landmarks=(
        NamedPart("the update without weight decay", {"lam": 0.0}, rest="the decay's part"),
        NamedPart("what it was before the update", {"alpha": 0.0}, rest="the step"),
        *instead("m = len(target)", ("m = the number of inputs", "m = a[0].shape[1]")),
        *instead(
            "delta = a[3] - target",
            ("a delta divided by m at the start", "delta = (a[3] - target) / m"),
            (
                "dJ/dy as the first delta",
                "delta = (1 - target) / (1 - a[3] + 1e-8) - target / (a[3] + 1e-8)",
            ),
            ("a delta twice as large", "delta = 2 * (a[3] - target)"),
        ),
        *instead(
            DW,
            ("a penalty's part times α", f"{DATA} + alpha * lam * w[layer]"),
            ("squared weights in dw", f"{DATA} + lam * w[layer] ** 2"),
            ("λ/(2m) in dw", f"{DATA} + lam / (2 * m) * w[layer]"),
            ("λ added to dw, without w", f"{DATA} + lam"),
            ("w added to dw, without λ", f"{DATA} + w[layer]"),
            ("λ times the velocity in dw", f"{DATA} + lam * vw[layer]"),
            ("a data's part of dw that is not divided by m", DW.replace(" / m", "")),
        ),
        *instead(
            " * (a[layer - 1] > 0)",
            ("the activations in the place of their gate", " * a[layer - 1]"),
            ("a gate that asks delta", " * (delta @ w[layer].T > 0)"),
            ("the sigmoid's slope in the hidden layers", " * a[layer - 1] * (1 - a[layer - 1])"),
        ),
        *instead(
            "delta @ w[layer].T * (a[layer - 1] > 0)",
            ("the gate of the layer above", "delta * (a[layer] > 0) @ w[layer].T"),
            ("a delta that stays as it is at the top", "delta"),
        ),
        *instead(
            VW,
            ("β and 1 - β exchanged, for the weights alone", "(1 - beta) * vw[layer] + beta * dw"),
            ("dw without its factor 1 - β", "beta * vw[layer] + dw"),
            ("no momentum for the weights", "dw"),
        ),
        *instead(
            VB,
            ("β and 1 - β exchanged, for the biases alone", "(1 - beta) * vb[layer] + beta * db"),
            ("db without its factor 1 - β", "beta * vb[layer] + db"),
            ("no momentum for the biases", "db"),
        ),
        NamedPart(
            "what comes of α divided by m",
            edits=in_each((NEW_W, NEW_B), "alpha", "alpha / m"),
        ),
        NamedPart(
            "what comes of a look ahead, Nesterov's momentum",
            edits=(
                (NEW_W, "w[layer] - alpha * (beta * new_vw[layer] + (1 - beta) * dw)"),
                (NEW_B, "b[layer] - alpha * (beta * new_vb[layer] + (1 - beta) * db)"),
            ),
        ),
    ),
    misconceptions=(
        Misconception(
            "BREG-NO-DECAY",
            "the penalty's part, λ·w, is missing.",
            "add lam * w[layer] to dw.",
            ((DW, "a[layer - 1].T @ delta / m"),),
        ),
        Misconception(
            "BREG-OVER-M",
            "λ·w is divided by m along with the data's part.",
            "here λ is not divided by m: put lam * w[layer] behind the division.",
            ((DW, "(a[layer - 1].T @ delta + lam * w[layer]) / m"),),
        ),
        Misconception(
            "BREG-HALF",
            "λ/2·w is added: the half of the cost is still there.",
            "the 2 of the square cancels the half: the derivative is λ·w.",
            ((DW, "a[layer - 1].T @ delta / m + lam / 2 * w[layer]"),),
        ),
        Misconception(
            "BREG-MINUS",
            "λ·w is subtracted from the gradient: weights would grow.",
            "the step itself subtracts the gradient; in dw the sign is plus.",
            ((DW, "a[layer - 1].T @ delta / m - lam * w[layer]"),),
        ),
        Misconception(
            "BREG-DECOUPLED",
            "λ·w is taken off the weights beside the velocity: that is decoupled weight decay.",
            "here λ·w is part of the gradient: add it to dw, before the velocity is formed.",
            (
                (DW, "a[layer - 1].T @ delta / m"),
                (NEW_W, "w[layer] - alpha * (new_vw[layer] + lam * w[layer])"),
            ),
        ),
        Misconception(
            "BREG-BIASES",
            "the biases decay too.",
            "the cost sums squares of weights only: leave lam out of db.",
            (("np.sum(delta, axis=0) / m", "np.sum(delta, axis=0) / m + lam * b[layer]"),),
        ),
        Misconception(
            "BREG-UPDATED-FIRST",
            "delta of the layer below is formed with the weights that were updated already.",
            "use w[layer], not new_w[layer], or form delta before the step.",
            ((BELOW, ""), (LAST, LAST + BELOW.replace("w[layer].T", "new_w[layer].T"))),
        ),
        Misconception(
            "BREG-EPS-DELTA",
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
            "BREG-TARGET-FIRST",
            "delta is target - y: every step climbs.",
            "turn it round: a[3] - target.",
            (("a[3] - target", "target - a[3]"),),
        ),
        Misconception(
            "BREG-NO-RELU",
            "delta passes through units that were off.",
            "multiply it by (a[layer - 1] > 0), the slope of ReLU.",
            ((" * (a[layer - 1] > 0)", ""),),
        ),
        Misconception(
            "BREG-SUM",
            "the gradients are summed over the batch where they should be averaged.",
            "divide dw's data part and db by m.",
            ((".T @ delta / m", ".T @ delta"), ("np.sum(delta, axis=0) / m", "delta.sum(axis=0)")),
        ),
        Misconception(
            "BREG-NO-WEIGHTING",
            "the whole gradient is added to the velocity, without the factor 1 - β.",
            "the velocity is a weighted mean: β of the old one and 1 - β of the gradient.",
            ((VW, "beta * vw[layer] + dw"), (VB, "beta * vb[layer] + db")),
        ),
        Misconception(
            "BREG-BETA-SWAPPED",
            "β and 1 - β are swapped.",
            "β = 0.9 belongs to the old velocity: it remembers much.",
            (
                (VW, "(1 - beta) * vw[layer] + beta * dw"),
                (VB, "(1 - beta) * vb[layer] + beta * db"),
            ),
        ),
        Misconception(
            "BREG-NO-VELOCITY",
            "the step follows the gradient itself; the velocity is formed, but not used.",
            "step along new_vw[layer] and new_vb[layer].",
            ((NEW_W, "w[layer] - alpha * dw"), (NEW_B, "b[layer] - alpha * db")),
        ),
        Misconception(
            "BREG-OLD-VELOCITY",
            "the step follows the old velocity, which has not seen this batch.",
            "step along new_vw[layer] and new_vb[layer].",
            ((NEW_W, "w[layer] - alpha * vw[layer]"), (NEW_B, "b[layer] - alpha * vb[layer]")),
        ),
        Misconception(
            "BREG-ASCENT",
            "the step is added: it climbs.",
            "subtract alpha times the velocity.",
            ((NEW_W, "w[layer] + alpha * new_vw[layer]"), (NEW_B, NEW_B.replace("-", "+"))),
        ),
        Misconception(
            "BREG-OTHER-MOMENTUM",
            "the velocity is the step itself: gradients are subtracted in it, and it is added.",
            "here it is a mean of gradients, (5): add (1 - β)·dw, and step by -α times it.",
            (
                (VW, "beta * vw[layer] - alpha * dw"),
                (VB, "beta * vb[layer] - alpha * db"),
                (NEW_W, "w[layer] + new_vw[layer]"),
                (NEW_B, "b[layer] + new_vb[layer]"),
            ),
        ),
        Misconception(
            "BREG-DECAY-UNWEIGHTED",
            "λ·w is added to the velocity in full, beside the factor 1 - β.",
            "add it to dw: then the factor 1 - β reaches it too.",
            ((DW, "a[layer - 1].T @ delta / m"), (VW, VW + " + lam * w[layer]")),
        ),
    ),
    shares=(Share(("w3",), 3), Share(("w3", "w2", "w1"), 2), Share(("w3", "b3", "b2", "b1"), 3)),
)
