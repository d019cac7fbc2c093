"""Exercise ``gradient-check-1d``: a line, its slope, and a check of any slope of any curve."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from exercises.examination import matches_reference
from exercises.exercise import (
    Case,
    Complaint,
    Exercise,
    JointFunction,
    Misconception,
    Outputs,
    Share,
    Trial,
    WrongForm,
    instead,
)
from utils.compare import difference
from utils.testcases import gradient_checking as testcases

Curve = Callable[[float, float], float]


def forward_propagation_1d(x, theta):
    return theta * x


def backward_propagation_1d(x, theta):
    return x


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    up, down = forward(x, theta + epsilon), forward(x, theta - epsilon)
    approx = (up - down) / (2 * epsilon)
    grad = backward(x, theta)
    size = np.abs(grad) + np.abs(approx)
    if size == 0:
        return 0.0
    return np.abs(grad - approx) / size


def line_by_dot(x, theta):
    return float(np.dot(theta, x))


def slope_by_division(x, theta):
    return 1.0 * x


def check_with_norms(x, theta, epsilon=1e-7, forward=None, backward=None):
    forward = forward or forward_propagation_1d
    backward = backward or backward_propagation_1d
    costs = [forward(x, theta + side * epsilon) for side in (1, -1)]
    gradapprox = np.subtract(*costs) / 2 / epsilon
    pair = np.array([backward(x, theta), gradapprox], dtype=float)
    numerator = np.linalg.norm(pair[0] - pair[1])
    denominator = np.linalg.norm(pair[0]) + np.linalg.norm(pair[1])
    return numerator / (denominator or 1.0)


def line_in_place(x, theta):
    J = x
    J = J * theta
    return J


def slope_as_quotient(x, theta):
    return x + 0.0 * theta


def check_by_hand(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    grad = float(backward(x, theta))
    slope = (forward(x, theta + epsilon) - forward(x, theta - epsilon)) * (0.5 / epsilon)
    if grad == slope:
        return 0
    return abs(slope - grad) / (abs(slope) + abs(grad))


def three_checks(
    forward_1d: Curve,
    backward_1d: Curve,
    check_1d: Callable[..., float],
    x: float,
    theta: float,
    epsilon: float,
    curve: Curve,
    half: Curve,
    opposite: Curve,
    flat: Curve,
) -> Outputs:
    """Call the line, its slope, and the check with these two and three other pairs."""
    return {
        "J": forward_1d(x, theta),
        "dtheta": backward_1d(x, theta),
        "line": check_1d(x, theta),
        "half the slope": check_1d(x, theta, epsilon, curve, half),
        "opposite slope": check_1d(x, theta, epsilon, curve, opposite),
        "flat": check_1d(x, theta, epsilon, flat, flat),
    }


REFERENCE = JointFunction(
    {
        "forward_propagation_1d": forward_propagation_1d,
        "backward_propagation_1d": backward_propagation_1d,
        "gradient_check_1d": gradient_check_1d,
    },
    three_checks,
)


def one_dimension_outputs(result: Any) -> Outputs:
    """Name what the three functions gave."""
    if not isinstance(result, dict) or "J" not in result:
        raise WrongForm(f"expected plain numbers, got {type(result).__name__}")
    return result


def one_dimension_inputs(rng: np.random.Generator) -> Case:
    """Draw a point and a curve that falls everywhere, where the visible check's rises.

    Its cost is below 0, and ``x`` is more than a factor of it.
    """
    a, b = (float(value) for value in rng.uniform(0.5, 2, 2))
    share = float(rng.uniform(0.3, 0.7))

    def curve(x: float, theta: float) -> float:
        return -x * (a * theta + x * b * theta**3) - theta**2

    def half(x: float, theta: float) -> float:
        return -share * (x * (a + 3 * x * b * theta**2) + 2 * theta)

    def opposite(x: float, theta: float) -> float:
        return -2 * half(x, theta)

    x, theta = (float(value) for value in rng.uniform([2, 0.5], [4, 1.5]))
    epsilon = float(rng.uniform(0.05, 0.15))
    return {
        **{"x": x, "theta": theta, "epsilon": epsilon, "curve": curve},
        **{"half": half, "opposite": opposite, "flat": testcases.nothing},
    }


def one_dimension_visible() -> Case:
    """Make the arguments of the visible check."""
    x, theta, epsilon = testcases.gradient_check_1d_test_case()
    return {
        **{"x": x, "theta": theta, "epsilon": epsilon, "curve": testcases.cubic},
        **{"half": testcases.half_the_slope, "opposite": testcases.opposite_slope},
        "flat": testcases.nothing,
    }


def scaled(curve: Curve, factor: float) -> Curve:
    """Return a curve that is so many times as high."""
    return lambda x, theta: factor * curve(x, theta)


def one_zero_is_a_difference(trial: Trial) -> Complaint | None:
    """Check that one slope of 0 against another is as wrong as can be, wherever costs are 0."""
    curve, half, flat, epsilon = (trial.case[each] for each in ("curve", "half", "flat", "epsilon"))
    cases = {"the slope passed in": {"half": flat}, "the slope of the cost": {"curve": flat}}
    for what, changes in cases.items():
        got = np.asarray(trial.call(**changes)["half the slope"], dtype=float)
        if got.shape or abs(got - 1) > 1e-6:
            return Complaint(f"where only {what} is 0, the difference should be 1")
    tiny = {"curve": scaled(curve, 1e-4), "half": scaled(half, 1e-4)}
    small = trial.call(**tiny)["half the slope"]
    if difference("", small, trial.outputs["half the slope"], reveal=False):
        return Complaint("for slopes of 0.0001 the difference is not that for slopes of 1")
    reference: Any = trial.exercise.reference
    for theta in (epsilon, -epsilon):  # the curve is 0 at one end of the step
        right = three_checks(*reference.functions.values(), **{**trial.case, "theta": theta})
        for name, value in trial.call(theta=theta).items():
            if line := difference(name, value, right[name], reveal=False):
                return Complaint(line)
    return None


def is_a_size(trial: Trial) -> Complaint | None:
    """Check that a slope that is too large counts as much as one that is too small."""
    half = trial.case["half"]
    got = trial.call(half=lambda x, theta: 5 * half(x, theta))
    if not np.all(np.asarray(got["half the slope"]) > 0):
        return Complaint("a slope that is too large gives a difference that is not positive")
    return None


NUMERATOR = "np.abs(grad - approx)"
SIZE = "np.abs(grad) + np.abs(approx)"
QUOTIENT = "(up - down) / (2 * epsilon)"

GRADIENT_CHECK_1D = Exercise(
    id="gradient-check-1d",
    reference=REFERENCE,
    inputs=one_dimension_inputs,
    outputs=one_dimension_outputs,
    visible=one_dimension_visible,
    compared=("J", "dtheta", "line", "half the slope", "opposite slope", "flat"),
    properties=(matches_reference,),
    properties_once=(is_a_size, one_zero_is_a_difference),
    alternatives=(
        REFERENCE.of((line_by_dot, slope_by_division, check_with_norms)),
        REFERENCE.of((line_in_place, slope_as_quotient, check_by_hand)),
    ),
    landmarks=(
        *instead(
            SIZE,
            ("the larger size below", "max(np.abs(grad), np.abs(approx))"),
            ("squared sizes below", "grad**2 + approx**2"),
            ("the product of the sizes below", "np.abs(grad) * np.abs(approx)"),
            ("the difference of the sizes below", "np.abs(grad) - np.abs(approx)"),
        ),
        *instead(
            NUMERATOR,
            ("a sum above", "np.abs(grad + approx)"),
            ("the difference of the sizes above", "np.abs(np.abs(grad) - np.abs(approx))"),
        ),
        *instead(
            QUOTIENT,
            ("costs that are not divided by anything", "up - down"),
            ("a division by 4 ε", "(up - down) / (4 * epsilon)"),
            ("half a step: one cost is not moved", "(up - forward(x, theta)) / (2 * epsilon)"),
        ),
    ),
    misconceptions=(
        Misconception(
            "GC1-SUM",
            "the line adds θ and x.",
            "J = θx is a product.",
            (("return theta * x", "return theta + x"),),
        ),
        Misconception(
            "GC1-BY-X",
            "the slope is θ: that is the derivative by x.",
            "we move θ and hold x: how much does θx grow if θ grows by 1?",
            (("    return x\n", "    return theta\n"),),
        ),
        Misconception(
            "GC1-SLOPE-IS-COST",
            "the slope is θx, the height of the line.",
            "θ is gone once you differentiate θx by it.",
            (("    return x\n", "    return theta * x\n"),),
        ),
        Misconception(
            "GC1-ONE-SIDED",
            "the quotient takes one step ahead and none back.",
            "take the cost at θ + ε and at θ - ε, and divide by the distance 2ε.",
            (("down = forward(x, theta + epsilon), forward(x, theta - epsilon)",
              "down = forward(x, theta + epsilon), forward(x, theta)"),
             ("(2 * epsilon)", "epsilon")),
        ),
        Misconception(
            "GC1-ONE-BACK",
            "the quotient takes one step back and none ahead.",
            "take the cost at θ + ε and at θ - ε, and divide by the distance 2ε.",
            (("down = forward(x, theta + epsilon), forward(x, theta - epsilon)",
              "down = forward(x, theta), forward(x, theta - epsilon)"),
             ("(2 * epsilon)", "epsilon")),
        ),
        Misconception(
            "GC1-EPSILON",
            "the difference of the costs is divided by ε: the slope is twice what it should be.",
            "the two points lie 2ε apart: divide by 2 * epsilon.",
            (("(2 * epsilon)", "epsilon"),),
        ),
        Misconception(
            "GC1-PRECEDENCE",
            "`/ 2 * epsilon` divides by 2 and then multiplies by ε.",
            "put the whole denominator into parentheses: / (2 * epsilon).",
            (("/ (2 * epsilon)", "/ 2 * epsilon"),),
        ),
        Misconception(
            "GC1-REVERSED",
            "the slope enters with the wrong sign: two terms are exchanged, or added.",
            "subtract the cost at θ - ε from that at θ + ε, and gradapprox from grad.",
            (("up - down", "down - up"),),
        ),
        Misconception(
            "GC1-SIGNED",
            "the difference can be negative: the numerator is not an absolute value.",
            "take np.linalg.norm (or np.abs) of grad - gradapprox.",
            ((NUMERATOR, "(grad - approx)"),),
        ),
        Misconception(
            "GC1-ABSOLUTE",
            "the numerator stands alone: it grows with the slope itself.",
            "divide by the sum of the two sizes: then a steep cost is judged like a flat one.",
            ((f"{NUMERATOR} / size", NUMERATOR),),
        ),
        Misconception(
            "GC1-ONE-SIZE",
            "the denominator holds the size of grad alone.",
            "add the size of gradapprox: both belong there.",
            ((SIZE, "np.abs(grad)"),),
        ),
        Misconception(
            "GC1-OTHER-SIZE",
            "the denominator holds the size of gradapprox alone.",
            "add the size of grad: both belong there.",
            ((SIZE, "np.abs(approx)"),),
        ),
        Misconception(
            "GC1-X-MOVED",
            "it is x that is moved, and θ stays.",
            "the derivative is by θ: move theta to both sides, and hold x.",
            (("= forward(x, theta + epsilon), forward(x, theta - epsilon)",
              "= forward(x + epsilon, theta), forward(x - epsilon, theta)"),),
        ),
        Misconception(
            "GC1-SIZE-OF-SUM",
            "the denominator is the size of the sum; where the two oppose each other, they cancel.",
            "take the sizes first, and add them then.",
            ((SIZE, "np.abs(grad + approx)"),),
        ),
        Misconception(
            "GC1-SIGN-BELOW",
            "grad enters the denominator with its sign: a negative slope makes it small.",
            "take the norm of each, and add them then.",
            ((SIZE, "grad + np.abs(approx)"),),
        ),
        Misconception(
            "GC1-ZERO-BY-ZERO",
            "where both slopes are 0, 0 is divided by 0.",
            "two zeros agree: return 0 where the denominator is 0.",
            (("return 0.0", "return np.nan"),),
        ),
        Misconception(
            "GC1-OWN-LINE",
            "the line θx is checked, whatever curve is passed in.",
            "call forward(...) and backward(...), the two arguments, inside gradient_check_1d.",
            (("= forward(x, theta + epsilon), forward(x, theta - epsilon)",
              "= (theta + epsilon) * x, (theta - epsilon) * x"),
             ("grad = backward(x, theta)", "grad = x")),
        ),
    ),
    shares=(Share(("J",)), Share(("dtheta",)),
        Share(("line", "half the slope", "opposite slope", "flat"), 6),
    ),
)  # fmt: skip
