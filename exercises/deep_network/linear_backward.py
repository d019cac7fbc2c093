"""Exercise ``linear-l2``: the gradients of one layer's linear part, with the penalty."""

from __future__ import annotations

from typing import Any

import numpy as np

from exercises.derivatives import STEP, not_finite
from exercises.examination import matches_reference
from exercises.exercise import (
    Case,
    Complaint,
    Exercise,
    Misconception,
    NamedPart,
    Outputs,
    Trial,
    WrongForm,
    instead,
)
from utils.deep_networks import linear_backward, linear_forward
from utils.testcases import deep_network as testcases


def linear_backward_with_regularization(dZ, cache, lambd):
    A_prev, W, b = cache
    m = A_prev.shape[1]
    dW = np.dot(dZ, A_prev.T) / m + lambd / m * W
    db = np.sum(dZ, axis=1, keepdims=True) / m
    dA_prev = np.dot(W.T, dZ)
    return dA_prev, dW, db


def gradients_from_the_plain_ones(dZ, cache, lambd):
    dA_prev, dW, db = linear_backward(dZ, cache)
    return dA_prev, dW + (lambd / dZ.shape[1]) * cache[1], db


def gradients_in_one_division(dZ, cache, lambd):
    (A_prev, W, _) = cache
    dW = (dZ @ A_prev.T + lambd * W) / dZ.shape[1]
    return W.T @ dZ, dW, dZ.mean(axis=1).reshape(-1, 1)


def gradients_example_by_example(dZ, cache, lambd):
    A_prev, W, b = cache
    m = A_prev.shape[1]
    dW, db, dA_prev = lambd * W / m, np.zeros(b.shape), np.zeros(A_prev.shape)
    for i in range(m):
        dz = dZ[:, i : i + 1]
        dW = dW + dz @ A_prev[:, i : i + 1].T / m
        db = db + dz / m
        dA_prev[:, i : i + 1] = W.T @ dz
    return dA_prev, dW, db


def layer_outputs(result: Any) -> Outputs:
    """Name the three gradients."""
    if not isinstance(result, tuple | list) or len(result) != 3:
        raise WrongForm(f"expected dA_prev, dW and db to be returned, got {_what(result)}")
    return dict(zip(("dA_prev", "dW", "db"), result, strict=True))


def _what(result: Any) -> str:
    if isinstance(result, tuple | list):
        return f"{len(result)} values"
    return type(result).__name__


def random_layer(rng: np.random.Generator) -> tuple[np.ndarray, tuple[np.ndarray, ...]]:
    """Draw what flows into a layer from above, and its input, weights and biases."""
    # No two sizes are equal, and none is twice another: a wrong axis, a missing transpose or a
    # wrong factor is noticed, and not taken for one another.
    n_in, n_out, m = (int(n) for n in rng.permutation([3, 4, 5, 7, 9, 11])[:3])
    A_prev = np.maximum(rng.standard_normal((n_in, m)) + 0.5, 0)
    W, b = rng.standard_normal((n_out, n_in)), rng.standard_normal((n_out, 1))
    return rng.standard_normal((n_out, m)), (A_prev, W, b)


def linear_inputs(rng: np.random.Generator) -> Case:
    """Draw one layer's linear part."""
    dZ, cache = random_layer(rng)
    return {"dZ": dZ, "cache": cache, "lambd": float(rng.uniform(0.3, 2))}


def linear_visible() -> Case:
    """Make the arguments of the visible check."""
    dZ, cache = testcases.linear_backward_with_regularization_test_case()
    return {"dZ": dZ, "cache": cache, "lambd": 0.7}


def slopes_of_a_linear_cost(trial: Trial) -> Complaint | None:
    """Check against the slopes of a cost whose derivative by Z is dZ/m, with the penalty."""
    dZ, (A_prev, W, b), lambd = (trial.case[name] for name in ("dZ", "cache", "lambd"))
    m = dZ.shape[1]

    def cost(A_prev, W, b):
        Z, _ = linear_forward(A_prev, W, b)
        return np.sum(dZ * Z) / m + lambd / (2 * m) * np.sum(W * W)

    arrays = {"A_prev": A_prev, "W": W, "b": b}
    for name, values in arrays.items():
        direction = trial.rng.standard_normal(values.shape)
        ahead, behind = (cost(**{**arrays, name: values + s * direction}) for s in (STEP, -STEP))
        slope = (ahead - behind) / (2 * STEP)
        gradient = trial.outputs[f"d{name}"]
        if np.shape(gradient) != values.shape:
            return Complaint(f"d{name} does not have the shape of {name}, {values.shape}")
        if complaint := not_finite(f"d{name}", gradient):
            return complaint
        # dA_prev belongs to each example's own loss; the cost is their mean.
        share = 1 / m if name == "A_prev" else 1
        if not np.isclose(share * np.sum(gradient * direction), slope, rtol=1e-5, atol=1e-7):
            return Complaint(f"d{name} is not the slope of the cost along {name}")
    return None


DW = "np.dot(dZ, A_prev.T) / m + lambd / m * W"
DB = "np.sum(dZ, axis=1, keepdims=True) / m"
DA = "np.dot(W.T, dZ)"

LINEAR_BACKWARD = Exercise(
    id="linear-l2",
    form="dA_prev, dW and db",
    reference=linear_backward_with_regularization,
    inputs=linear_inputs,
    outputs=layer_outputs,
    visible=linear_visible,
    compared=("dA_prev", "dW", "db"),
    properties=(matches_reference, slopes_of_a_linear_cost),
    alternatives=(
        gradients_from_the_plain_ones,
        gradients_in_one_division,
        gradients_example_by_example,
    ),
    landmarks=(
        NamedPart("the gradient of the data's part", {"lambd": 0.0}, rest="the penalty's part"),
        *instead(
            DB,
            ("the first example alone", "dZ[:, :1]"),
            ("the largest entries in the place of sums", "np.max(dZ, axis=1, keepdims=True)"),
        ),
    ),
    misconceptions=(
        Misconception(
            "LINBACK-NONE",
            "dW is that of the plain cost: the penalty's part is missing.",
            "add λ/m·W to dW.",
            ((DW, "np.dot(dZ, A_prev.T) / m"),),
        ),
        Misconception(
            "LINBACK-HALF",
            "λ/(2m)·W is added: the 2 of the cost is still there.",
            "the derivative of ½w² is w: the 2 of the square cancels the ½.",
            (("lambd / m * W", "lambd / (2 * m) * W"),),
        ),
        Misconception(
            "LINBACK-NO-M",
            "λ·W is added without dividing by m.",
            "the penalty in the cost is divided by m; so is its derivative.",
            (("lambd / m * W", "lambd * W"),),
        ),
        Misconception(
            "LINBACK-TWICE-M",
            "the penalty's part is divided by m twice.",
            "the 1/m before the sum over examples must not reach λ/m·W: check your parentheses.",
            ((DW, "(np.dot(dZ, A_prev.T) + lambd / m * W) / m"),),
        ),
        Misconception(
            "LINBACK-MINUS",
            "the penalty's part is subtracted: weights would grow.",
            "the derivative of a sum is the sum of the derivatives: add the term.",
            (("+ lambd / m * W", "- lambd / m * W"),),
        ),
        Misconception(
            "LINBACK-SQUARED",
            "λ/m·W² is added: the square is still there.",
            "the derivative of ½w² is w, not w².",
            (("lambd / m * W", "lambd / m * np.square(W)"),),
        ),
        Misconception(
            "LINBACK-BIASES",
            "db has a penalty too.",
            "the cost sums squares of weights only: no λ in db.",
            ((DB, DB + " + lambd / m * b"),),
        ),
        Misconception(
            "LINBACK-ON-DA",
            "dA_prev has a penalty too.",
            "the penalty depends on the weights alone: nothing of it is passed down.",
            ((DA, DA + " + lambd / m * A_prev"),),
        ),
        Misconception(
            "LINBACK-DA-BY-M",
            "dA_prev is divided by m.",
            "dW and db are means over the examples; dA_prev has a column for each example.",
            ((DA, DA + " / m"),),
        ),
        Misconception(
            "LINBACK-ROWS",
            "the division is by the number of A_prev's rows, not of its columns, the examples.",
            "divide by m, which is given.",
            (("A_prev.shape[1]", "A_prev.shape[0]"),),
        ),
        Misconception(
            "LINBACK-NO-MEAN",
            "dW and db are summed over the examples, but not divided by m.",
            "the cost is a mean over the examples: divide both by m.",
            (("np.dot(dZ, A_prev.T) / m", "np.dot(dZ, A_prev.T)"), (DB, DB.removesuffix(" / m"))),
        ),
        Misconception(
            "LINBACK-DB-FLAT",
            "db has lost its column: np.sum without keepdims gives shape (n,).",
            "write keepdims=True, so that db has the shape of b.",
            ((", keepdims=True", ""),),
        ),
        Misconception(
            "LINBACK-DB-WRONG-AXIS",
            "db is summed over the units: one number per example.",
            "sum over the examples, the columns: axis=1.",
            (("axis=1", "axis=0"),),
        ),
        Misconception(
            "LINBACK-NOT-TRANSPOSED",
            "W is not transposed in dA_prev.",
            "what comes down has one row per unit of the layer below: W.T is (n_in, n_out).",
            ((DA, "np.dot(W, dZ)"),),
            raises=True,
            line=r"W(,|@|\.dot\()dZ",
        ),
        Misconception(
            "LINBACK-A-NOT-TRANSPOSED",
            "A_prev is not transposed in dW.",
            "dW has the shape of W, (n_out, n_in): multiply dZ by A_prev.T.",
            (("A_prev.T", "A_prev"),),
            raises=True,
            line=r"dZ(,|@|\.dot\()A_prev(?!\.T)",
        ),
    ),
)
