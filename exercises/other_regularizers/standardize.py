"""Exercise ``standardize``: centre and scale features by the training examples alone."""

from __future__ import annotations

import re
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
from utils.testcases import other_regularizers as testcases

SETS = ("train", "dev", "test")


def standardize(train_X, dev_X, test_X):
    mean = train_X.mean(axis=1, keepdims=True)
    spread = train_X.std(axis=1, keepdims=True)
    spread = np.where(spread > 1e-12, spread, 1)
    return (train_X - mean) / spread, (dev_X - mean) / spread, (test_X - mean) / spread


def sets_by_loop(train_X, dev_X, test_X):
    m = train_X.shape[1]
    mean = np.sum(train_X, axis=1).reshape(-1, 1) / m
    spread = np.sqrt(np.sum((train_X - mean) ** 2, axis=1).reshape(-1, 1) / m)
    spread[spread < 1e-12] = 1
    scaled = []
    for X in (train_X, dev_X, test_X):
        scaled.append((X - mean) / spread)
    return tuple(scaled)


def sets_by_rows(train_X, dev_X, test_X):
    train, dev, test = (np.zeros(X.shape) for X in (train_X, dev_X, test_X))
    for i, row in enumerate(train_X):
        mean, spread = np.mean(row), np.std(row)
        if spread <= 1e-12:
            spread = 1
        train[i] = (row - mean) / spread
        dev[i] = (dev_X[i] - mean) / spread
        test[i] = (test_X[i] - mean) / spread
    return train, dev, test


def sets_transposed(train_X, dev_X, test_X):
    mean, spread = np.mean(train_X.T, axis=0), np.std(train_X.T, axis=0)
    safe = spread + (spread <= 1e-12)
    return [((X.T - mean) / safe).T for X in (train_X, dev_X, test_X)]


def set_outputs(result: Any) -> Outputs:
    """Name the three sets."""
    if not isinstance(result, tuple | list) or len(result) != 3:
        raise WrongForm(f"expected three arrays to be returned, got {type(result).__name__}")
    return dict(zip(SETS, result, strict=True))


def set_inputs(rng: np.random.Generator) -> Case:
    """Draw three sets whose features differ in place and scale; one never varies in training.

    Of so many values of 0.1 the computer's mean is not quite 0.1: their spread is not quite 0.
    """
    n, dev, test = (int(n) for n in rng.integers([4, 5, 6], [6, 8, 9]))
    m = int(rng.choice([6, 7, 12]))
    place = rng.normal(0, 20, (n, 1))
    scale = rng.permutation(10.0 ** np.arange(-2, n - 2))[:, np.newaxis]
    sets = [place + scale * (rng.normal(0, 1, (n, k)) + shift) for k, shift in
            ((m, 0), (dev, 0.5), (test, -0.5))]  # fmt: skip
    same = int(rng.integers(n))
    for X, steps in zip(sets, (0, 1, 2), strict=True):
        X[same] = 0.1 + 0.25 * steps * np.arange(X.shape[1])
    return dict(zip(("train_X", "dev_X", "test_X"), sets, strict=True))


def set_visible() -> Case:
    """Make the arguments of the visible check."""
    return dict(zip(("train_X", "dev_X", "test_X"), testcases.standardize_test_case(), strict=True))


def sets_do_not_leak(trial: Trial) -> Complaint | None:
    """Check that no other example of a set changes what becomes of the first ones."""
    once = trial.outputs
    fewer = trial.call(dev_X=trial.case["dev_X"][:, :3], test_X=trial.case["test_X"][:, :3])
    for name in ("dev", "test"):
        kept = np.asarray(once[name])
        if np.ndim(kept) != 2 or not np.allclose(fewer[name], kept[:, :3], rtol=1e-6):
            return Complaint(
                f"what becomes of the first {name} examples depends on the others of that set"
            )
    return None


TRAIN, DEV, TEST = (
    "(train_X - mean) / spread",
    "(dev_X - mean) / spread",
    "(test_X - mean) / spread",
)
ALL = f"return {TRAIN}, {DEV}, {TEST}"
MEAN = "mean = train_X.mean(axis=1, keepdims=True)"
SPREAD = "spread = train_X.std(axis=1, keepdims=True)"
SAFE = "spread = np.where(spread > 1e-12, spread, 1)"
POOLED = "np.hstack([train_X, dev_X, test_X])"
BOTH = "np.hstack([train_X, dev_X])"


def own(X: str) -> str:
    """Write how a set is scaled by its own numbers."""
    mean, spread = (f"{X}.{each}(axis=1, keepdims=True)" for each in ("mean", "std"))
    return f"({X} - {mean}) / np.where({spread} > 1e-12, {spread}, 1)"


STANDARDIZE = Exercise(
    id="standardize",
    form="three arrays",
    reference=standardize,
    inputs=set_inputs,
    outputs=set_outputs,
    visible=set_visible,
    compared=SETS,
    properties=(matches_reference, sets_do_not_leak),
    alternatives=(sets_by_loop, sets_by_rows, sets_transposed),
    landmarks=(
        *instead(
            SPREAD,
            ("the root of the spread", "spread = np.sqrt(train_X.std(axis=1, keepdims=True))"),
            (
                "the largest value as the spread",
                "spread = np.abs(train_X).max(axis=1, keepdims=True)",
            ),
            (
                "the range as the spread",
                "spread = train_X.max(axis=1, keepdims=True) - train_X.min(axis=1, keepdims=True)",
            ),
            (
                "the norm of a feature as the spread",
                "spread = np.linalg.norm(train_X, axis=1, keepdims=True)",
            ),
            (
                "a mean square that is not centred",
                "spread = np.sqrt((train_X ** 2).mean(axis=1, keepdims=True))",
            ),
        ),
        *instead(
            MEAN,
            (
                "the median in the place of the mean",
                "mean = np.median(train_X, axis=1, keepdims=True)",
            ),
            ("the sum in the place of the mean", "mean = train_X.sum(axis=1, keepdims=True)"),
        ),
        *instead(SAFE, ("1 added to every spread", "spread = spread + 1")),
        *instead(ALL, ("a product with the spread", ALL.replace("/", "*"))),
    ),
    misconceptions=(
        Misconception(
            "STD-EACH-OWN",
            "each set is centred and scaled by its own mean and spread.",
            "use the training set's mean and spread for all three sets.",
            ((ALL, f"return {own('train_X')}, {own('dev_X')}, {own('test_X')}"),),
        ),
        Misconception(
            "STD-OWN-MEAN",
            "each set is centred by its own mean.",
            "subtract the training set's mean from all three.",
            (
                (
                    ALL,
                    re.sub(r"(\w+) - mean", r"\1 - \1.mean(axis=1, keepdims=True)", ALL),
                ),
            ),
        ),
        Misconception(
            "STD-POOLED",
            "mean and spread come from all three sets together: the others leak in.",
            "take both from train_X alone.",
            ((MEAN, MEAN.replace("train_X", POOLED)), (SPREAD, SPREAD.replace("train_X", POOLED))),
        ),
        Misconception(
            "STD-TRAIN-AND-DEV",
            "mean and spread come from training and development examples together.",
            "take both from train_X alone.",
            ((MEAN, MEAN.replace("train_X", BOTH)), (SPREAD, SPREAD.replace("train_X", BOTH))),
        ),
        Misconception(
            "STD-TEST-FORGOTTEN",
            "the test examples keep their old units.",
            "put test_X through the same formula: the network knows no other units.",
            ((ALL, f"return {TRAIN}, {DEV}, test_X"),),
        ),
        Misconception(
            "STD-TRAIN-ONLY",
            "only the training examples are scaled; the others keep their old units.",
            "put dev_X and test_X through the same formula: the network knows no other units.",
            ((ALL, f"return {TRAIN}, dev_X, test_X"),),
        ),
        Misconception(
            "STD-ONE-FOR-ALL",
            "one mean and one spread serve all features.",
            "each feature has its own: average along axis 1, and keep a column.",
            ((MEAN, "mean = train_X.mean()"), (SPREAD, "spread = train_X.std()")),
        ),
        Misconception(
            "STD-ONE-SPREAD",
            "each feature has its own mean, but one spread serves them all.",
            "take the spread along axis 1, too.",
            ((SPREAD, "spread = train_X.std()"),),
        ),
        Misconception(
            "STD-AXIS",
            "mean and spread are taken over the features of an example.",
            "examples stand in columns: a feature is a row, so average along axis 1.",
            (("axis=1", "axis=0"),),
            raises=True,
            line="-",
        ),
        Misconception(
            "STD-NO-KEEPDIMS",
            "mean and spread are rows of numbers where columns are needed.",
            "add keepdims=True, so that they have the shape (n, 1).",
            ((", keepdims=True", ""),),
            raises=True,
            line="-",
        ),
        Misconception(
            "STD-VARIANCE",
            "the features are divided by their variance, the square of the spread.",
            "use np.std, or take the root of np.var.",
            ((SPREAD, SPREAD.replace(".std", ".var")),),
        ),
        Misconception(
            "STD-NO-MEAN",
            "the features are scaled, but not centred.",
            "subtract the mean before you divide.",
            ((MEAN, "mean = 0"),),
        ),
        Misconception(
            "STD-NO-SCALE",
            "the features are centred, but not scaled.",
            "divide by the spread.",
            ((SAFE, "spread = 1"),),
        ),
        Misconception(
            "STD-DIVIDED-FIRST",
            "the mean is subtracted after the division, in the old units.",
            "put the difference in brackets: (X - mean) / spread.",
            ((ALL, re.sub(r"\((\w+) - mean\) / spread", r"\1 / spread - mean", ALL)),),
        ),
        Misconception(
            "STD-ZERO-SPREAD",
            "what is constant in training is divided by its spread, which is 0 but for rounding.",
            "divide by 1 where the spread is at most 1e-12; == 0 is too exact for rounded numbers.",
            ((f"    {SAFE}\n", ""),),
        ),
        Misconception(
            "STD-EPSILON",
            "a little is added to the spread: what was constant in training is huge in other sets.",
            "a spread of at most 1e-12 becomes 1, and all others stay as they are.",
            ((SAFE, "spread = spread + 1e-8"),),
        ),
        Misconception(
            "STD-M-MINUS-ONE",
            "the spread is divided by m - 1 where the formula has m.",
            "divide by m: leave out ddof=1, or m - 1 in a sum of your own.",
            ((SPREAD, SPREAD.replace("keepdims", "ddof=1, keepdims")),),
        ),
        Misconception(
            "STD-MIN-MAX",
            "the features are stretched to reach from 0 to 1.",
            "that is another way to scale; here the mean is 0 and the spread 1.",
            (
                (MEAN, "mean = train_X.min(axis=1, keepdims=True)"),
                (SPREAD, "spread = train_X.max(axis=1, keepdims=True) - mean"),
            ),
        ),
    ),
    # The training set alone is no share: it is right, too, where each set is scaled by itself.
    shares=(Share(("train", "dev")), Share(("train", "test"))),
)
