"""Exercise ``accuracy-interval``: how sure a share of right answers is."""

from __future__ import annotations

from typing import Any

import numpy as np

from exercises.examination import matches_reference
from exercises.exercise import (
    Case,
    Complaint,
    Exercise,
    Misconception,
    Outputs,
    Share,
    Trial,
    WrongForm,
    instead,
)
from exercises.values import as_number
from utils.testcases import capstone as testcases


def accuracy_interval(right, m):
    z = 1.96
    p = right / m
    shrink = 1 + z**2 / m
    centre = (p + z**2 / (2 * m)) / shrink
    half = z * np.sqrt(p * (1 - p) / m + z**2 / (4 * m**2)) / shrink
    return centre - half, centre + half


def interval_from_counts(right, m):
    z = 1.96
    wrong = m - right
    middle = right + z**2 / 2
    half = z * np.sqrt(right * wrong / m + z**2 / 4)
    return (middle - half) / (m + z**2), (middle + half) / (m + z**2)


def interval_as_roots(right, m):
    p = right / m
    # Where (q - p)² = z² q (1 - q) / m.
    a = 1 + 1.96**2 / m
    b = 2 * p + 1.96**2 / m
    root = np.sqrt(np.maximum(b**2 - 4 * a * p**2, 0))
    return (b - root) / (2 * a), (b + root) / (2 * a)


def interval_by_its_middle(right, m):
    weight = m / (m + 1.96**2)
    centre = weight * (right / m) + (1 - weight) * 0.5
    variance = weight * (right / m) * (1 - right / m) + (1 - weight) / 4
    half = 1.96 * np.sqrt(variance / (m + 1.96**2))
    return tuple(centre + side * half for side in (-1, 1))


def interval_outputs(result: Any) -> Outputs:
    """Name the two ends, and the centre and half width that they have."""
    if not isinstance(result, tuple | list) or len(result) != 2:
        raise WrongForm(f"expected low and high to be returned, got {type(result).__name__}")
    return testcases.ends(*map(as_number, result))


def interval_inputs(rng: np.random.Generator) -> Case:
    """Draw a small test set, so that every part of the formula is felt."""
    m = int(rng.integers(12, 60))
    return {"right": int(rng.integers(m // 2 + 2, m - 1)), "m": m}


def interval_visible() -> Case:
    """Make the arguments of the visible check."""
    return {"right": 46, "m": 50}


def stays_inside_at_the_ends(trial: Trial) -> Complaint | None:
    """Check that all right, and none right, give intervals that end there and have a width."""
    m = trial.case["m"]
    for right, end, name in ((m, 1, "high"), (0, 0, "low")):
        got = {key: float(value) for key, value in trial.call(right=right).items()}
        if abs(got[name] - end) > 1e-6:
            return Complaint(f"where {right} of {m} are right, {name} should be {end}")
        if not 0.5 / m < got["high"] - got["low"] < 1:
            return Complaint(f"where {right} of {m} are right, the interval has no sensible width")
    return None


P = "p = right / m"
Z = "z = 1.96"
CENTRE = "centre = (p + z**2 / (2 * m)) / shrink"
HALF = "half = z * np.sqrt(p * (1 - p) / m + z**2 / (4 * m**2)) / shrink"
ENDS = "return centre - half, centre + half"

INTERVAL = Exercise(
    id="accuracy-interval",
    form="low and high",
    reference=accuracy_interval,
    inputs=interval_inputs,
    outputs=interval_outputs,
    visible=interval_visible,
    compared=("low", "high", "centre", "half width"),
    properties=(matches_reference,),
    properties_once=(stays_inside_at_the_ends,),
    alternatives=(interval_from_counts, interval_as_roots, interval_by_its_middle),
    landmarks=(
        *instead(
            HALF,
            ("a half width without its first part", HALF.replace("p * (1 - p) / m + ", "")),
            ("p² in the place of p(1 - p)", HALF.replace("p * (1 - p)", "p**2")),
            ("p in the place of p(1 - p)", HALF.replace("p * (1 - p)", "p")),
            ("a division by the root of m besides", f"{HALF}\n    half = half / np.sqrt(m)"),
            ("z² in the place of z before the root", HALF.replace("z * np", "z**2 * np")),
        ),
        *instead(
            CENTRE,
            ("z/(2m) in the place of z²/(2m)", CENTRE.replace("z**2", "z")),
            ("z²/m in the place of z²/(2m)", CENTRE.replace("2 * m", "m")),
        ),
    ),
    misconceptions=(
        Misconception(
            "INTERVAL-PLAIN",
            "this is p ± 1.96 √(p(1 - p)/m), which has no width where all are right.",
            "shift the centre and widen the root, as in formula (2).",
            (
                (CENTRE, "centre = p"),
                (HALF, "half = z * np.sqrt(p * (1 - p) / m)"),
            ),
        ),
        Misconception(
            "INTERVAL-CENTRE-NOT-SHIFTED",
            "the interval lies around p; its centre should be drawn towards one half.",
            "centre: (p + z²/(2m)) / (1 + z²/m).",
            ((CENTRE, "centre = p"),),
        ),
        Misconception(
            "INTERVAL-CENTRE-NOT-DIVIDED",
            "the centre is not divided by 1 + z²/m.",
            "divide both parts of formula (2) by 1 + z²/m.",
            ((CENTRE, CENTRE.removesuffix(" / shrink")),),
        ),
        Misconception(
            "INTERVAL-HALF-NOT-DIVIDED",
            "the half width is not divided by 1 + z²/m.",
            "divide both parts of formula (2) by 1 + z²/m.",
            ((HALF, HALF.removesuffix(" / shrink")),),
        ),
        Misconception(
            "INTERVAL-NOTHING-DIVIDED",
            "neither part is divided by 1 + z²/m.",
            "divide centre and half width by 1 + z²/m.",
            (("shrink = 1 + z**2 / m", "shrink = 1"),),
        ),
        Misconception(
            "INTERVAL-NO-ROOT",
            "the root is missing: a variance stands where a standard deviation should be.",
            "take np.sqrt of the sum.",
            ((HALF, HALF.replace("np.sqrt", "")),),
        ),
        Misconception(
            "INTERVAL-M-NOT-SQUARED",
            "z² is divided by 4m under the root, not by 4m².",
            "write 4 * m**2.",
            ((HALF, HALF.replace("m**2", "m")),),
        ),
        Misconception(
            "INTERVAL-ROOT-WITHOUT-Z",
            "the second part under the root is missing: z²/(4m²).",
            "add it before the root is taken.",
            ((HALF, HALF.replace(" + z**2 / (4 * m**2)", "")),),
        ),
        Misconception(
            "INTERVAL-ONE-SIGMA",
            "z is 1: two of three such intervals hold the true accuracy, not 95 %.",
            "for 95 %, z is 1.96.",
            ((Z, "z = 1"),),
        ),
        Misconception(
            "INTERVAL-NINETY",
            "z is 1.645: nine of ten such intervals hold the true accuracy, not 95 %.",
            "for 95 %, z is 1.96.",
            ((Z, "z = 1.645"),),
        ),
        Misconception(
            "INTERVAL-Z-HALVED",
            "z is halved: the interval is meant to go 1.96 to either side.",
            "z is 1.96, on both sides of the centre.",
            ((Z, "z = 1.96 / 2"),),
        ),
        Misconception(
            "INTERVAL-MISTAKES",
            "this is the interval of the share of wrong answers.",
            "p is right / m.",
            ((P, "p = 1 - right / m"),),
        ),
        Misconception(
            "INTERVAL-PERCENT",
            "the ends are given in percent.",
            "give shares, from 0 to 1.",
            ((ENDS, "return 100 * (centre - half), 100 * (centre + half)"),),
        ),
        Misconception(
            "INTERVAL-CENTRE-AND-HALF",
            "the centre and the half width are returned, not the two ends.",
            "return centre - half and centre + half.",
            ((ENDS, "return centre, half"),),
        ),
        Misconception(
            "INTERVAL-EXCHANGED",
            "the two ends have changed places.",
            "the low end comes first.",
            ((ENDS, "return centre + half, centre - half"),),
        ),
    ),
    shares=(Share(("centre",), 2), Share(("half width",), 2)),
)
