"""Exercise ``l1-step``: a step of gradient descent with an L1 penalty, by its proximal step."""

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
from utils.testcases import other_regularizers as testcases


def l1_step(W, dW, rate, lambd, m):
    moved = W - rate * dW
    threshold = rate * lambd / m
    return np.sign(moved) * np.maximum(np.abs(moved) - threshold, 0)


def step_by_clipping(W, dW, rate, lambd, m):
    moved = W - rate * dW
    toll = lambd * rate / m
    return moved - np.clip(moved, -toll, toll)


def step_in_two_halves(W, dW, rate, lambd, m):
    moved, toll = W - dW * rate, rate * (lambd / m)
    return np.maximum(moved - toll, 0) - np.maximum(-moved - toll, 0)


def step_by_cases(W, dW, rate, lambd, m):
    new = W - rate * dW
    toll = rate / m * lambd
    small = np.abs(new) <= toll
    new = np.where(new > 0, new - toll, new + toll)
    new[small] = 0
    return new


def weight_outputs(result: Any) -> Outputs:
    """Name the one output."""
    return {"W": result}


def step_inputs(rng: np.random.Generator) -> Case:
    """Draw weights of either sign; some of them end up as 0, and some change their sign."""
    n, k = (int(n) for n in rng.integers([4, 5], [7, 8]))
    rate, m = float(rng.uniform(0.1, 0.5)), int(rng.integers(3, 7))
    lambd = float(rng.uniform(0.2, 0.5)) * m / rate
    threshold = rate * lambd / m
    # So far that a threshold not divided by m leaves some of them, too.
    moved = threshold * rng.permuted(np.linspace(-8, 8, n * k) + 0.01).reshape(n, k)
    W = threshold * rng.uniform(-3, 3, (n, k))
    W[0, 0] = 0
    return {"W": W, "dW": (W - moved) / rate, "rate": rate, "lambd": lambd, "m": m}


def step_visible() -> Case:
    """Make the arguments of the visible check."""
    W, dW = testcases.l1_step_test_case()
    return {"W": W, "dW": dW, "rate": 0.1, "lambd": 4.0, "m": 8}


def plain_step_without_lambda(trial: Trial) -> Complaint | None:
    """Check that λ = 0 leaves gradient descent."""
    W, dW, rate = (trial.case[name] for name in ("W", "dW", "rate"))
    got = np.asarray(trial.call(lambd=0.0)["W"])
    if got.shape != W.shape or not np.allclose(got, W - rate * dW, rtol=1e-6, atol=1e-12):
        return Complaint("with lambd = 0 the step is not that of gradient descent")
    return None


def small_weights_are_exactly_zero(trial: Trial) -> Complaint | None:
    """Check that a weight is 0, and not nearly so."""
    W, dW, rate, lambd, m = trial.case.values()
    zero = np.abs(W - rate * dW) < 0.99 * rate * lambd / m
    got = np.asarray(trial.outputs["W"])
    if got.shape == W.shape and np.any(got[zero] != 0):
        return Complaint("weights that end within the threshold should be exactly 0")
    return None


MOVED = "moved = W - rate * dW"
THRESHOLD = "threshold = rate * lambd / m"
SHRUNK = "np.sign(moved) * np.maximum(np.abs(moved) - threshold, 0)"

L1_STEP = Exercise(
    id="l1-step",
    reference=l1_step,
    inputs=step_inputs,
    outputs=weight_outputs,
    visible=step_visible,
    compared=("W",),
    properties=(matches_reference, plain_step_without_lambda, small_weights_are_exactly_zero),
    alternatives=(step_by_clipping, step_in_two_halves, step_by_cases),
    landmarks=(
        NamedPart("the step without a penalty", {"lambd": 0.0}),
        *instead(
            THRESHOLD,
            ("the root of the threshold", "threshold = np.sqrt(rate * lambd / m)"),
            ("a threshold that is doubled", "threshold = 2 * rate * lambd / m"),
            ("a threshold divided by the rate", "threshold = lambd / m / rate"),
            ("a threshold of λ alone", "threshold = lambd"),
        ),
        *instead(
            SHRUNK,
            ("the weights as they were", "W"),
            ("weights that are set to 0 throughout", "0 * moved"),
            ("a sign on the wrong side", "-" + SHRUNK),
            ("a threshold that is added", SHRUNK.replace("- threshold", "+ threshold")),
            ("a minimum in the place of the maximum", SHRUNK.replace("maximum", "minimum")),
        ),
    ),
    misconceptions=(
        Misconception(
            "L1-SUBGRADIENT",
            "the penalty's slope is added to the gradient: weights swing round 0 and never stop.",
            "first the step, then pull each weight towards 0 by the threshold, no further than 0.",
            ((SHRUNK, "W - rate * (dW + lambd / m * np.sign(W))"),),
        ),
        Misconception(
            "L1-OVERSHOOT",
            "small weights are pulled past 0, to the other side.",
            "stop at 0, as the max in (4) does.",
            ((SHRUNK, "np.sign(moved) * (np.abs(moved) - threshold)"),),
        ),
        Misconception(
            "L1-HARD",
            "small weights are set to 0, but the large ones are not made smaller.",
            "take the threshold from the size of every weight.",
            ((SHRUNK, "moved * (np.abs(moved) > threshold)"),),
        ),
        Misconception(
            "L1-MAX",
            "the larger of size and threshold is taken: no weight becomes smaller.",
            "subtract the threshold from the size; the max in (4) is that with 0.",
            ((SHRUNK, "np.sign(moved) * np.maximum(np.abs(moved), threshold)"),),
        ),
        Misconception(
            "L1-NO-SIGN",
            "the weights have lost their sign.",
            "multiply by the sign of V: a negative weight stays negative.",
            ((SHRUNK, "np.maximum(np.abs(moved) - threshold, 0)"),),
        ),
        Misconception(
            "L1-POSITIVE-ONLY",
            "every negative weight is set to 0.",
            "what is compared with the threshold is the size, |V|.",
            ((SHRUNK, "np.maximum(moved - threshold, 0)"),),
        ),
        Misconception(
            "L1-OLD-SIGN",
            "the sign is that of the old weights; some have changed theirs in the step.",
            "take the sign of V, after the step.",
            ((SHRUNK, SHRUNK.replace("sign(moved)", "sign(W)")),),
        ),
        Misconception(
            "L1-SHRUNK-FIRST",
            "the weights are shrunk before the step: what should be 0 has moved again.",
            "take the step of gradient descent first, and shrink its result.",
            ((SHRUNK, "np.sign(W) * np.maximum(np.abs(W) - threshold, 0) - rate * dW"),),
        ),
        Misconception(
            "L1-THE-REST",
            "what is cut off is returned, not what is left.",
            "return what is left of V when the threshold is taken from its size.",
            ((SHRUNK, "np.clip(moved, -threshold, threshold)"),),
        ),
        Misconception(
            "L1-IS-L2",
            "each weight loses a share of itself: that is the L2 penalty.",
            "under L1 all weights lose the same amount, rate * lambd / m.",
            ((SHRUNK, "moved - threshold * W"),),
        ),
        Misconception(
            "L1-NO-RATE",
            "the rate is missing from the threshold.",
            "a short step pays a small part of the penalty: multiply by rate.",
            ((THRESHOLD, "threshold = lambd / m"),),
        ),
        Misconception(
            "L1-NO-M",
            "the threshold is not divided by m.",
            "the penalty is λ/m times the sum of sizes: divide by m.",
            ((THRESHOLD, "threshold = rate * lambd"),),
        ),
        Misconception(
            "L1-HALF",
            "the threshold is halved; the half belongs to L2, where the square's slope cancels it.",
            "the slope of |w| is 1: leave out the 2.",
            ((THRESHOLD, "threshold = rate * lambd / (2 * m)"),),
        ),
        Misconception(
            "L1-UPHILL",
            "the step goes up the gradient.",
            "subtract rate * dW.",
            ((MOVED, "moved = W + rate * dW"),),
        ),
        Misconception(
            "L1-NO-STEP",
            "the weights are shrunk, but no step is taken along the gradient.",
            "start from W - rate * dW.",
            ((MOVED, "moved = W"),),
        ),
    ),
)
