"""Exercise ``djreg-dy``: the derivative of each example's cost by the network's output."""

from __future__ import annotations

from typing import Any

import numpy as np

from exercises.derivatives import not_finite
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
from exercises.minibatch_training.jreg import random_outputs
from utils.compare import RTOL
from utils.minibatch_networks import J
from utils.testcases import minibatch_training as testcases


def dJreg_dy(y, target, w, lam, eps=1e-8):
    return (1 - target) / (1 - y + eps) - target / (y + eps)


def derivative_by_where(y, target, w, lam, eps=1e-8):
    return np.where(target == 1, -1 / (y + eps), 1 / (1 - y + eps))


def derivative_by_sign(y, target, w, lam, eps=1e-8):
    right = target * y + (1 - target) * (1 - y) + eps
    return (1 - 2 * target) / right


def derivative_by_loop(y, target, w, lam, eps=1e-8):
    slopes = np.zeros(y.shape)
    for i in range(len(y)):
        if target[i, 0] > 0.5:
            slopes[i, 0] = -1 / (eps + y[i, 0])
        else:
            slopes[i, 0] = 1 / (1 + eps - y[i, 0])
    return slopes


def derivative_outputs(result: Any) -> Outputs:
    """Name the one output."""
    return {"dJreg_dy": result}


def derivative_inputs(rng: np.random.Generator) -> Case:
    """Draw outputs, labels and weights."""
    y, target = random_outputs(rng)
    n = int(rng.integers(3, 6))
    w = {1: rng.normal(0.2, 0.7, (2, n)), 2: rng.normal(0.2, 0.7, (n, 1))}
    eps = float(rng.choice([1e-5, 1e-4]))
    return {"y": y, "target": target, "w": w, "lam": float(rng.uniform(0.2, 1)), "eps": eps}


def derivative_visible() -> Case:
    """Make the arguments of the visible check."""
    y, target, w = testcases.dJreg_dy_test_case()
    return {"y": y, "target": target, "w": w, "lam": 0.01, "eps": 1e-8}


def is_the_slope_of_the_cost(trial: Trial) -> Complaint | None:
    """Check the centred difference quotient of J, where y has room to move both ways."""
    y, target, eps = (trial.case[name] for name in ("y", "target", "eps"))
    inside = (y > 0.01) & (y < 0.99)
    got, step = trial.outputs["dJreg_dy"], 1e-6
    if np.shape(got) != y.shape:
        return Complaint(f"the derivative does not have the shape of y, {y.shape}")
    if complaint := not_finite("the derivative", np.asarray(got)[inside]):
        return complaint
    middle = np.where(inside, y, 0.5)
    slopes = (J(middle + step, target, eps) - J(middle - step, target, eps)) / (2 * step)
    if not np.allclose(np.asarray(got)[inside], slopes[inside], rtol=1e-5):
        return Complaint("the derivative is not the slope of the cost along y")
    return None


def does_not_see_the_penalty(trial: Trial) -> Complaint | None:
    """Check that λ makes no difference: the penalty does not change with y."""
    with_lambda, without = trial.outputs["dJreg_dy"], trial.call(lam=0.0)["dJreg_dy"]
    if np.shape(without) != np.shape(with_lambda) or not np.allclose(
        with_lambda, without, rtol=RTOL
    ):
        return Complaint("the derivative by y depends on lam; the penalty does not depend on y")
    return None


ALL = "(1 - target) / (1 - y + eps) - target / (y + eps)"
COST = "-(target * np.log(y + eps) + (1 - target) * np.log(1 - y + eps))"

DJREG_DY = Exercise(
    id="djreg-dy",
    reference=dJreg_dy,
    inputs=derivative_inputs,
    outputs=derivative_outputs,
    visible=derivative_visible,
    compared=("dJreg_dy",),
    properties=(matches_reference, is_the_slope_of_the_cost, does_not_see_the_penalty),
    landmarks=(
        NamedPart("y - target", edits=((ALL, "y - target"),)),
        NamedPart("the cost, not its slope", edits=((ALL, COST),)),
        NamedPart("what is right with 1e-6 as eps", {"eps": 1e-6}),
        NamedPart("the slope times y (1 - y)", edits=((ALL, f"({ALL}) * y * (1 - y)"),)),
        *instead(
            ALL,
            ("labels left out: 1/(1 - y) - 1/y", "1 / (1 - y + eps) - 1 / (y + eps)"),
            (
                "y and target exchanged",
                "(1 - y) / (1 - target + eps) - y / (target + eps)",
            ),
            (
                "1/log in the place of 1/y",
                "(1 - target) / np.log(1 - y + eps) - target / np.log(y + eps)",
            ),
            (
                "logarithms left beside the quotients",
                "(1 - target) * np.log(1 - y + eps) / (1 - y + eps)"
                " - target * np.log(y + eps) / (y + eps)",
            ),
            ("absolute values", f"np.abs({ALL})"),
            ("squares below", "(1 - target) / (1 - y + eps) ** 2 - target / (y + eps) ** 2"),
        ),
        NamedPart("1/(y + eps)", edits=((ALL, "1 / (y + eps)"),)),
        NamedPart("1/(1 - y + eps)", edits=((ALL, "1 / (1 - y + eps)"),)),
        NamedPart("the part with target", edits=((ALL, "-target / (y + eps)"),)),
        NamedPart("the part with 1 - target", edits=((ALL, "(1 - target) / (1 - y + eps)"),)),
    ),
    alternatives=(derivative_by_where, derivative_by_sign, derivative_by_loop),
    misconceptions=(
        Misconception(
            "DJ-SIGN",
            "both parts have the wrong sign.",
            "where target is 1, a larger y lowers the cost: the slope there is negative.",
            ((ALL, "target / (y + eps) - (1 - target) / (1 - y + eps)"),),
        ),
        Misconception(
            "DJ-PLUS",
            "no slope is positive: the part with 1 - target has a minus sign, too.",
            "1 - y falls where y grows: its derivative, -1, turns the sign of that part.",
            ((ALL, "-(1 - target) / (1 - y + eps) - target / (y + eps)"),),
        ),
        Misconception(
            "DJ-BOTH-POSITIVE",
            "no slope is negative: the two parts are added, or taken by their size.",
            "in formula (3) the part with target has a minus sign.",
            ((ALL, "(1 - target) / (1 - y + eps) + target / (y + eps)"),),
        ),
        Misconception(
            "DJ-PENALTY",
            "λ times the sum of the weights is added.",
            "y is the output: the penalty does not change with it, so its part here is 0.",
            ((ALL, ALL + " + lam * sum(np.sum(w[layer]) for layer in w)"),),
        ),
        Misconception(
            "DJ-PENALTY-VALUE",
            "the penalty itself is added.",
            "y is the output: the penalty does not change with it, so its part here is 0.",
            ((ALL, ALL + " + lam / 2 * sum(np.sum(w[layer] ** 2) for layer in w)"),),
        ),
        Misconception(
            "DJ-DELTA",
            "y - target is returned: that is the derivative by z, before the sigmoid.",
            "here the cost is differentiated by y itself: formula (3).",
            ((ALL, "y - target"),),
        ),
        Misconception(
            "DJ-ONES-ONLY",
            "only examples with target 1 have a slope.",
            "the other part, (1 - target) / (1 - y + eps), is missing.",
            ((ALL, "-target / (y + eps)"),),
        ),
        Misconception(
            "DJ-SWAPPED",
            "the two denominators are swapped.",
            "target stands over y + eps, and 1 - target over 1 - y + eps.",
            ((ALL, "(1 - target) / (y + eps) - target / (1 - y + eps)"),),
        ),
        Misconception(
            "DJ-LABELS",
            "the labels are exchanged: this is the slope where 1 - target is the label.",
            "target belongs to log(y + eps), and 1 - target to log(1 - y + eps).",
            ((ALL, "target / (1 - y + eps) - (1 - target) / (y + eps)"),),
        ),
        Misconception(
            "DJ-LOG",
            "the logarithms are still there: that is the cost, not its derivative.",
            "the derivative of log(u) is 1/u.",
            ((ALL, COST),),
        ),
        Misconception(
            "DJ-NO-EPS",
            "eps is missing in the denominators: where y is exactly 0 or 1 this divides by 0.",
            "the cost has y + eps and 1 - y + eps in its logarithms, so both stay here.",
            ((ALL, "(1 - target) / (1 - y) - target / y"),),
            raises=True,  # where the warning about the division by 0 is an error
        ),
        Misconception(
            "DJ-PRECEDENCE",
            "the denominators have no parentheses: `target / y + eps` divides by y alone.",
            "put each whole denominator into parentheses.",
            ((ALL, "(1 - target) / 1 - y + eps - target / y + eps"),),
            raises=True,  # where the warning about the division by 0 is an error
        ),
        Misconception(
            "DJ-AVERAGED",
            "the slopes are divided by the number of examples.",
            "each example has its own cost and its own slope; the mean is taken later.",
            ((ALL, f"({ALL}) / len(y)"),),
        ),
    ),
)
