"""Exercise ``label-smoothing``: cost and slope for labels that leave a doubt."""

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
    Share,
    Trial,
    WrongForm,
    instead,
)
from utils.networks import sigmoid
from utils.testcases import other_regularizers as testcases


def smoothed_cost(Z, Y, epsilon):
    soft = (1 - epsilon) * Y + epsilon / 2
    cost = np.mean(np.logaddexp(0, Z) - soft * Z)
    dZ = sigmoid(Z) - soft
    return cost, dZ


def cost_of_two_labels(Z, Y, epsilon):
    right = 1 - epsilon / 2
    of_one, of_zero = np.logaddexp(0, -Z), np.logaddexp(0, Z)
    label = np.where(Y == 1, of_one, of_zero)
    other = np.where(Y == 1, of_zero, of_one)
    cost = np.sum(right * label + (1 - right) * other) / Y.shape[1]
    return cost, sigmoid(Z) - np.where(Y == 1, right, 1 - right)


def cost_from_a_doubt(Z, Y, epsilon):
    soft = Y - epsilon * (Y - 0.5)
    losses = np.maximum(Z, 0) + np.log1p(np.exp(-np.abs(Z))) - Z * soft
    return losses.mean(), 1 / (1 + np.exp(-Z)) - soft


def cost_by_loop(Z, Y, epsilon):
    m = Z.shape[1]
    total, dZ = 0.0, np.zeros(Z.shape)
    for i in range(m):
        target = 1 - epsilon / 2 if Y[0, i] == 1 else epsilon / 2
        total += np.logaddexp(0, Z[0, i]) - target * Z[0, i]
        dZ[0, i] = sigmoid(Z[0, i]) - target
    return total / m, dZ


def cost_outputs(result: Any) -> Outputs:
    """Name the cost and the slope."""
    if not isinstance(result, tuple | list) or len(result) != 2:
        raise WrongForm(f"expected cost and dZ to be returned, got {type(result).__name__}")
    return dict(zip(("cost", "dZ"), result, strict=True))


def cost_inputs(rng: np.random.Generator) -> Case:
    """Draw logits with their labels, very sure answers among them, right and wrong."""
    m = int(rng.integers(7, 12))
    Z = rng.normal(0, 2, (1, m))
    Y = rng.permuted(np.arange(m) % 3 == 0).astype(int)[np.newaxis]
    sure = rng.permutation(m)[:2]
    Z[0, sure] = rng.permuted([-300.0, 50.0])
    return {"Z": Z, "Y": Y, "epsilon": float(rng.uniform(0.05, 0.4))}


def cost_visible() -> Case:
    """Make the arguments of the visible check."""
    Z, Y = testcases.label_smoothing_test_case()
    return {"Z": Z, "Y": Y, "epsilon": 0.2}


def slope_of_its_own_cost(trial: Trial) -> Complaint | None:
    """Check that dZ is the slope of the cost that is returned, example by example."""
    Z = np.clip(trial.case["Z"], -4, 4)
    dZ = np.asarray(trial.call(Z=Z)["dZ"], dtype=float)
    if dZ.shape != Z.shape:
        return Complaint(f"dZ should have Z's shape {Z.shape}; it has {dZ.shape}")
    step = 0.01 * np.eye(Z.shape[1])  # wide enough for a cost in single precision
    for i in range(Z.shape[1]):
        ahead, behind = (trial.call(Z=Z + s * step[i])["cost"] for s in (1, -1))
        slope = Z.shape[1] * (float(ahead) - float(behind)) / 0.02
        if abs(slope - dZ[0, i]) > 1e-3:
            return Complaint("dZ is not m times the slope of the cost that is returned")
    return None


def plain_without_epsilon(trial: Trial) -> Complaint | None:
    """Check that ε = 0 leaves the cross-entropy."""
    Z, Y = trial.case["Z"], trial.case["Y"]
    got = float(trial.call(epsilon=0.0)["cost"])
    if not np.isclose(got, np.mean(np.logaddexp(0, Z) - Y * Z), rtol=1e-6):
        return Complaint("with epsilon = 0 the cost is not the plain cross-entropy")
    return None


SOFT = "soft = (1 - epsilon) * Y + epsilon / 2"
COST = "cost = np.mean(np.logaddexp(0, Z) - soft * Z)"
SLOPE = "dZ = sigmoid(Z) - soft"

LABEL_SMOOTHING = Exercise(
    id="label-smoothing",
    form="cost and dZ",
    reference=smoothed_cost,
    inputs=cost_inputs,
    outputs=cost_outputs,
    visible=cost_visible,
    compared=("cost", "dZ"),
    properties=(matches_reference, plain_without_epsilon),
    properties_once=(slope_of_its_own_cost,),
    alternatives=(cost_of_two_labels, cost_from_a_doubt, cost_by_loop),
    landmarks=(
        NamedPart("what hard labels give", {"epsilon": 0.0}),
        NamedPart("log(1 + exp(Z)) alone", edits=((COST, "cost = np.mean(np.logaddexp(0, Z))"),)),
        *instead(
            SOFT,
            ("labels that are all one half", "soft = 0 * Y + 0.5"),
            ("labels that are turned round", "soft = (1 - epsilon) * (1 - Y) + epsilon / 2"),
            ("labels that are moved up alone", "soft = Y + epsilon / 2"),
            ("a doubt of ε² / 2", "soft = (1 - epsilon ** 2) * Y + epsilon ** 2 / 2"),
        ),
        *instead(
            COST,
            ("a plus between the two parts", COST.replace("- soft", "+ soft")),
            ("the hard label's term alone", COST.replace("np.logaddexp(0, Z) - ", "-")),
        ),
        *instead(
            SLOPE,
            ("a slope times y(1 - y)", f"{SLOPE}\n    dZ = dZ * sigmoid(Z) * (1 - sigmoid(Z))"),
            ("the answers themselves", "dZ = sigmoid(Z)"),
        ),
    ),
    misconceptions=(
        Misconception(
            "SMOOTH-NO-HALF",
            "the whole of ε is added to each label: a 1 stays a 1.",
            "the doubt is shared by the two labels: add epsilon / 2.",
            ((SOFT, "soft = (1 - epsilon) * Y + epsilon"),),
        ),
        Misconception(
            "SMOOTH-ONLY-ONES",
            "only the label 1 is smoothed; 0 stays 0.",
            "add epsilon / 2 after the multiplication.",
            ((SOFT, "soft = (1 - epsilon) * Y"),),
        ),
        Misconception(
            "SMOOTH-ONLY-ONES-HALF",
            "only the label 1 is smoothed, to 1 - ε/2; 0 stays 0.",
            "a 0 becomes epsilon / 2.",
            ((SOFT, "soft = (1 - epsilon / 2) * Y"),),
        ),
        Misconception(
            "SMOOTH-TWICE-THE-DOUBT",
            "the labels become 1 - ε and ε: twice the doubt that was asked for.",
            "a 1 becomes 1 - epsilon / 2, and a 0 becomes epsilon / 2.",
            ((SOFT, "soft = (1 - 2 * epsilon) * Y + epsilon"),),
        ),
        Misconception(
            "SMOOTH-SWAPPED",
            "ε and 1 - ε have changed places: nearly all of the label is gone.",
            "(1 - epsilon) belongs to Y.",
            ((SOFT, "soft = epsilon * Y + (1 - epsilon) / 2"),),
        ),
        Misconception(
            "SMOOTH-COST-ONLY",
            "the cost knows the smoothed labels, the slope does not.",
            "use the smoothed labels in dZ too: a slope belongs to its cost.",
            ((SLOPE, "dZ = sigmoid(Z) - Y"),),
        ),
        Misconception(
            "SMOOTH-SLOPE-ONLY",
            "the slope knows the smoothed labels, the cost does not.",
            "use the smoothed labels in the cost too: a slope belongs to its cost.",
            ((COST, COST.replace("soft", "Y")),),
        ),
        Misconception(
            "SMOOTH-THE-ANSWER",
            "the answers are smoothed, and the labels are left as they are.",
            "it is Y that is mixed with one half.",
            (
                (SOFT, "answer = (1 - epsilon) * sigmoid(Z) + epsilon / 2"),
                (COST, "cost = -np.mean(Y * np.log(answer) + (1 - Y) * np.log(1 - answer))"),
                (SLOPE, "dZ = answer - Y"),
            ),
        ),
        Misconception(
            "SMOOTH-OVER-M",
            "dZ is divided by m; the layers below divide by it once more.",
            "dZ holds the slope of each example's own cost: leave m out.",
            ((SLOPE, "dZ = (sigmoid(Z) - soft) / Z.shape[1]"),),
        ),
        Misconception(
            "SMOOTH-SIGN",
            "the slope has the wrong sign.",
            "an answer that is too high must come down: subtract the labels from it.",
            ((SLOPE, "dZ = soft - sigmoid(Z)"),),
        ),
        Misconception(
            "SMOOTH-LOGITS",
            "the labels are subtracted from the logits, not from the answers.",
            "put Z through the sigmoid first.",
            ((SLOPE, "dZ = Z - soft"),),
        ),
        Misconception(
            "SMOOTH-SUM",
            "the cost is summed over the examples where it should be averaged.",
            "use np.mean in place of np.sum.",
            ((COST, COST.replace("mean", "sum")),),
        ),
        Misconception(
            "SMOOTH-LOG-OF-ROUNDED",
            "the logarithm is taken of an answer that has been rounded to 0 or 1.",
            "compute the cost from the logits, as formula (6) does: no answer is in it.",
            (
                (
                    COST,
                    "A = sigmoid(Z)\n"
                    "    cost = -np.mean(soft * np.log(A) + (1 - soft) * np.log(1 - A))",
                ),
            ),
            raises=True,  # where the warning about the logarithm of 0 is an error
        ),
    ),
    shares=(Share(("cost",)), Share(("dZ",))),
)
