"""Exercise ``jreg``: the cost of each example with the L2 penalty."""

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
from utils.compare import RTOL
from utils.minibatch_networks import J
from utils.testcases import minibatch_training as testcases


def Jreg(y, target, w, lam, eps=1e-6):
    cross_entropy = J(y, target, eps)
    penalty = lam / 2 * sum(np.sum(w[layer] ** 2) for layer in w)
    return cross_entropy + penalty


def jreg_by_loop(y, target, w, lam, eps=1e-6):
    total = 0
    for layer in range(1, len(w) + 1):
        total += (w[layer] ** 2).sum()
    return J(y, target, eps) + 0.5 * lam * total


def jreg_by_dot(y, target, w, lam, eps=1e-6):
    together = np.concatenate([matrix.ravel() for matrix in w.values()])
    right = np.where(target == 1, y, 1 - y)
    return lam * (together @ together) / 2 - np.log(right + eps)


def jreg_by_norm(y, target, w, lam, eps=1e-6):
    return J(y, target, eps) + sum(lam / 2 * np.linalg.norm(W) ** 2 for W in w.values())


def cost_outputs(result: Any) -> Outputs:
    """Name the one output."""
    return {"Jreg": result}


def random_outputs(rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Draw outputs with their labels, the surest right and wrong answers among them."""
    y = np.concatenate([[[0.0], [1.0], [0.0], [1.0]], rng.uniform(0.02, 0.98, (4, 1))])
    target = np.array([[1.0, 0.0, 0.0, 1.0, 1.0, 0.0, 1.0, 0.0]]).T
    order = rng.permutation(len(y))[: int(rng.integers(6, 9))]
    return y[order], target[order]


def jreg_inputs(rng: np.random.Generator) -> Case:
    """Draw outputs, labels, and weights of a network with two or four layers."""
    y, target = random_outputs(rng)
    sizes = [2, *(int(n) for n in rng.integers(3, 7, int(rng.choice([1, 3])))), 1]
    w = {n: rng.normal(0.2, 0.7, (sizes[n - 1], sizes[n])) for n in range(1, len(sizes))}
    eps = float(rng.choice([1e-8, 1e-5]))
    return {"y": y, "target": target, "w": w, "lam": float(rng.uniform(0.1, 1)), "eps": eps}


def jreg_visible() -> Case:
    """Make the arguments of the visible check."""
    y, target, w = testcases.Jreg_test_case()
    return {"y": y, "target": target, "w": w, "lam": 0.01, "eps": 1e-6}


def one_cost_each(trial: Trial) -> Complaint | None:
    """Check the form, and that every cost is the reference's."""
    got, y = trial.outputs["Jreg"], trial.case["y"]
    if np.shape(got) != y.shape:
        return Complaint(f"the result should hold a cost for each example, in y's shape {y.shape}")
    return matches_reference(trial)


def plain_cost_without_lambda(trial: Trial) -> Complaint | None:
    """Check that λ = 0 leaves the cross-entropy of each example."""
    cost = trial.call(lam=0.0)["Jreg"]
    plain = J(trial.case["y"], trial.case["target"], trial.case["eps"])
    if np.shape(cost) != plain.shape or not np.allclose(cost, plain, rtol=RTOL):
        return Complaint("with lam = 0 the costs are not the plain cross-entropies")
    return None


def grows_with_the_square(trial: Trial) -> Complaint | None:
    """Check that weights three times as large have nine times the penalty."""
    if np.shape(trial.outputs["Jreg"]) != trial.case["y"].shape:
        return None
    w = {layer: 3 * values for layer, values in trial.case["w"].items()}
    plain = J(*(trial.case[name] for name in ("y", "target", "eps")))
    once, more = trial.outputs["Jreg"] - plain, trial.call(w=w)["Jreg"] - plain
    if not np.allclose(more, 9 * once, rtol=1e-4):
        return Complaint("weights three times as large do not have nine times the penalty")
    return None


SUM = "cross_entropy + penalty"
PENALTY = "lam / 2 * sum(np.sum(w[layer] ** 2) for layer in w)"

JREG = Exercise(
    id="jreg",
    reference=Jreg,
    inputs=jreg_inputs,
    outputs=cost_outputs,
    visible=jreg_visible,
    compared=("Jreg",),
    properties=(one_cost_each, plain_cost_without_lambda, grows_with_the_square),
    alternatives=(jreg_by_loop, jreg_by_dot, jreg_by_norm),
    landmarks=(
        NamedPart("the cross-entropy", {"lam": 0.0}, rest="the penalty"),
        *(
            NamedPart(
                "", edits=(("in w)", f"in w if layer != {n})"),), rest=f"the penalty of w[{n}]"
            )
            for n in (1, 2, 3)
        ),
        *instead("J(y, target, eps)", ("J without eps, so with its own", "J(y, target)")),
        *instead(
            SUM,
            ("a product of the two", "cross_entropy * penalty"),
            ("a half round both", "cross_entropy / 2 + penalty"),
            ("a half round both, and λ", "(cross_entropy + 2 * penalty) / 2"),
        ),
    ),
    misconceptions=(
        Misconception(
            "JREG-HALF",
            "the penalty is not halved: λ where the formula has λ/2.",
            "compare your factor with formula (2).",
            (("lam / 2", "lam"),),
        ),
        Misconception(
            "JREG-OVER-M",
            "the penalty is divided by the number of examples.",
            "here λ is not divided by m: the factor is λ/2, for each example.",
            (("lam / 2", "lam / (2 * len(y))"),),
        ),
        Misconception(
            "JREG-NOT-SQUARED",
            "the weights are summed as they are, without squaring them.",
            "positive and negative weights must not cancel: square each one before the sum.",
            (("w[layer] ** 2", "w[layer]"),),
        ),
        Misconception(
            "JREG-ABSOLUTE",
            "absolute values are summed where squares should be.",
            "replace the absolute value by the square of each weight.",
            (("np.sum(w[layer] ** 2)", "np.sum(np.abs(w[layer]))"),),
        ),
        Misconception(
            "JREG-SQUARE-OF-SUM",
            "each layer's sum is squared; the squares should be summed.",
            "swap the two steps: first the square of each weight, then the sum.",
            (("np.sum(w[layer] ** 2)", "np.sum(w[layer]) ** 2"),),
        ),
        Misconception(
            "JREG-NORM",
            "the norm of each layer is summed, the root of its sum of squares.",
            "leave the root out: np.sum(w[layer] ** 2).",
            (("np.sum(w[layer] ** 2)", "np.linalg.norm(w[layer])"),),
        ),
        Misconception(
            "JREG-MEAN",
            "the squares of a layer are averaged where they should be summed.",
            "use np.sum in place of np.mean: each weight counts alike, in whatever layer it is.",
            (("np.sum(w[layer] ** 2)", "np.mean(w[layer] ** 2)"),),
        ),
        Misconception(
            "JREG-LAST-LAYER",
            "the last layer is left out of the penalty.",
            "`for layer in w` takes all layers; as a range, that is range(1, len(w) + 1).",
            (("for layer in w)", "for layer in range(1, len(w)))"),),
        ),
        Misconception(
            "JREG-FIRST-LAYER",
            "the first layer is left out of the penalty.",
            "layers are numbered from 1: the sum starts with w[1].",
            (("for layer in w)", "for layer in range(2, len(w) + 1))"),),
        ),
        Misconception(
            "JREG-FROM-ZERO",
            "the sum asks for w[0], and there is none: layer 0 is the input and has no weights.",
            "start with w[1]; `for layer in w` takes each layer that there is.",
            (("for layer in w)", "for layer in range(len(w)))"),),
            raises=True,
            line=r"w\[",
        ),
        Misconception(
            "JREG-MINUS",
            "the penalty is subtracted, which rewards large weights.",
            "add the penalty to the cross-entropy.",
            (("cross_entropy + penalty", "cross_entropy - penalty"),),
        ),
        Misconception(
            "JREG-NO-LAMBDA",
            "lam is missing from the penalty.",
            "multiply the penalty by lam: it says how much the weights' size matters.",
            (("lam / 2", "1 / 2"),),
        ),
        Misconception(
            "JREG-AVERAGED",
            "the costs are averaged to a single number.",
            "leave out np.mean: each example keeps its own cost, in the shape of y.",
            (("return cross_entropy + penalty", "return np.mean(cross_entropy + penalty)"),),
        ),
    ),
)
