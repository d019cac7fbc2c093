"""Exercise ``dropout-forward``: inverted dropout in both hidden layers."""

from __future__ import annotations

from typing import Any

import numpy as np

from exercises.exercise import (
    Case,
    Complaint,
    Exercise,
    NamedPart,
    Outputs,
    Share,
    Trial,
    WrongForm,
)
from exercises.masks import are_drawn_as_by_the_reference, unfair
from exercises.regularization.dropout_forward_mistakes import (
    DRAW_1,
    DRAW_2,
    MASK_1,
    MASK_2,
    MISCONCEPTIONS,
    SCALE_1,
    SCALE_2,
)
from exercises.regularization.left_out import left_out
from exercises.regularization.networks import (
    random_network,
)
from utils.compare import RTOL, difference
from utils.networks import (
    Array,
    forward_propagation,
    relu,
    sigmoid,
)
from utils.testcases import regularization as testcases


def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]
    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    D1 = (rng.random(A1.shape) < keep_prob).astype(int)
    A1 = A1 * D1
    A1 = A1 / keep_prob
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    D2 = (rng.random(A2.shape) < keep_prob).astype(int)
    A2 = A2 * D2
    A2 = A2 / keep_prob
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)
    cache = (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)
    return A3, cache


def dropout_by_where(X, parameters, keep_prob=0.5, rng=None):
    rng = np.random.default_rng() if rng is None else rng
    A, kept = X, []
    for layer in (1, 2):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        Z = W @ A + b
        D = rng.random(Z.shape) < keep_prob
        A = np.where(D, np.maximum(Z, 0) / keep_prob, 0.0)
        kept += [Z, D, A, W, b]
    W3, b3 = parameters["W3"], parameters["b3"]
    Z3 = W3 @ A + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (*kept, Z3, A3, W3, b3)


def dropout_in_place(X, parameters, keep_prob=0.5, rng=None):
    if rng is None:
        rng = np.random.RandomState()
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1.dot(X) + b1
    A1 = relu(Z1)
    D1 = rng.rand(A1.shape[0], A1.shape[1])
    D1 = np.where(D1 < keep_prob, 1.0, 0.0)
    A1 *= D1
    A1 /= keep_prob
    Z2 = W2.dot(A1) + b2
    A2 = relu(Z2)
    D2 = rng.random_sample(A2.shape)
    D2 = D2 < keep_prob
    A2[~D2] = 0
    A2 /= keep_prob
    Z3 = W3.dot(A2) + b3
    A3 = sigmoid(Z3)
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


CACHE = (
    *("Z1", "D1", "A1", "W1", "b1", "Z2", "D2", "A2", "W2", "b2"),
    *("Z3", "A3 in cache", "W3", "b3"),
)
"""What the cache holds."""


def dropout_outputs(result: Any) -> Outputs:
    """Name the output, and the masks and activations in the cache."""
    if (
        not isinstance(result, tuple | list)
        or len(result) != 2
        or not hasattr(result[1], "__len__")
    ):
        raise WrongForm(f"expected A3 and cache to be returned, got {type(result).__name__}")
    A3, cache = result
    if len(cache) != 14:
        raise WrongForm(
            f"cache should hold 14 arrays, as the given code builds it; it has {len(cache)}"
        )
    return {"A3": A3, **dict(zip(CACHE, cache, strict=True))}


def dropout_forward_inputs(rng: np.random.Generator) -> Case:
    """Draw a random network, a share of units to keep, and a source of masks."""
    X, _, parameters = random_network(rng)
    masks = np.random.RandomState(int(rng.integers(2**31)))
    keep_prob = float(rng.choice([0.3, 0.6, 0.8, 0.9]))
    return {"X": X, "parameters": parameters, "keep_prob": keep_prob, "rng": masks}


def dropout_forward_visible() -> Case:
    """Make the arguments of the visible check."""
    X, parameters = testcases.forward_propagation_with_dropout_test_case()
    rng = np.random.RandomState(1)
    return {"X": X, "parameters": parameters, "keep_prob": 0.7, "rng": rng}


def is_inverted_dropout(trial: Trial) -> Complaint | None:
    """Check each layer against its own mask: shut down, scaled, and passed on."""
    X, parameters, keep_prob = (trial.case[name] for name in ("X", "parameters", "keep_prob"))
    got = trial.outputs
    below = X
    for layer in (1, 2):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, D = got[f"A{layer}"], got[f"D{layer}"]
        plain = relu(np.dot(W, below) + b)
        if D is None:
            return Complaint(f"D{layer} is still None")
        if np.shape(D) != plain.shape:
            return Complaint(
                f"D{layer} has shape {np.shape(D)}; A{layer} has {plain.shape}, one entry for each "
                "unit and example"
            )
        if not np.isin(D, (0, 1)).all():
            return Complaint(f"D{layer} should hold only 0 and 1 (or False and True)")
        if np.shape(A) != plain.shape or not np.allclose(A, plain * D / keep_prob, rtol=RTOL):
            return Complaint(f"A{layer} is not relu(Z{layer}) · D{layer} / keep_prob")
        below = A
    A3 = sigmoid(np.dot(parameters["W3"], below) + parameters["b3"])
    if np.shape(got["A3"]) != A3.shape or not np.allclose(got["A3"], A3, rtol=RTOL):
        return Complaint("A3 is not computed from A2: the output layer has no dropout")
    return wrong_cache(trial, A3)


def wrong_cache(trial: Trial, A3: Array) -> Complaint | None:
    """Check what else the cache holds; of a hidden Z, its units that are off may be 0."""
    got, parameters = trial.outputs, trial.case["parameters"]
    expected = {**parameters, "A3 in cache": A3}
    found = {**got, "sigmoid(Z3)": sigmoid(np.asarray(got["Z3"], dtype=float))}
    expected["sigmoid(Z3)"] = A3
    for layer, below in ((1, trial.case["X"]), (2, got["A1"])):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        expected[f"relu(Z{layer})"] = relu(np.dot(W, below) + b)
        found[f"relu(Z{layer})"] = relu(np.asarray(got[f"Z{layer}"], dtype=float))
    for name, value in expected.items():
        if difference(name, found[name], value, reveal=False):
            return Complaint(f"{name.removesuffix(' in cache')} is not what the cache should hold")
    return None


def wide_case(rng: np.random.Generator) -> Case:
    """Make a case with so many units that a share can be told from a wrong share."""
    n, m = 20, 40
    parameters = {
        **{"W1": rng.standard_normal((n, 2)), "b1": rng.standard_normal((n, 1))},
        **{"W2": rng.standard_normal((n, n)) / 8, "b2": rng.standard_normal((n, 1))},
        **{"W3": rng.standard_normal((1, n)) / 8, "b3": rng.standard_normal((1, 1))},
    }
    return {"X": rng.standard_normal((2, m)), "parameters": parameters}


def draws_fair_masks(trial: Trial) -> Complaint | None:
    """Check that masks keep the right share of units, and come from ``rng`` alone.

    The same state gives the same masks, and going on with a generator gives new ones.
    """
    if are_drawn_as_by_the_reference(trial, ("D1", "D2")):
        return None
    wide = wide_case(trial.rng)
    first, again = trial.call(**wide), trial.call(**wide)
    other = trial.call(**wide, rng=np.random.RandomState(8))
    for name in ("D1", "D2"):
        share = trial.case["keep_prob"]
        if complaint := unfair(first[name], name, share, "keep_prob", "DROP-ONE-MASK"):
            return complaint
    if np.array_equal(first["D1"], first["D2"]):
        return Complaint("D1 and D2 are the same mask; draw each layer's own")
    fixed = all(np.array_equal(first[name], other[name]) for name in ("D1", "D2"))
    if fixed:
        return Complaint("every generator gives the same masks", "DROP-SEED-INSIDE")
    if not all(np.array_equal(first[name], again[name]) for name in ("D1", "D2")):
        return Complaint("the masks do not come from rng alone", "DROP-GLOBAL-RANDOM")
    return None


def plain_pass_when_all_are_kept(trial: Trial) -> Complaint | None:
    """Check that ``keep_prob = 1`` gives the plain forward pass."""
    A3 = trial.call(keep_prob=1.0)["A3"]
    plain, _ = forward_propagation(trial.case["X"], trial.case["parameters"])
    if np.shape(A3) != plain.shape or not np.allclose(A3, plain, rtol=RTOL):
        return Complaint("with keep_prob = 1, A3 is not that of the plain forward pass")
    return None


DROPOUT_FORWARD = Exercise(
    id="dropout-forward",
    form="A3 and cache",
    reference=forward_propagation_with_dropout,
    inputs=dropout_forward_inputs,
    outputs=dropout_outputs,
    visible=dropout_forward_visible,
    compared=("D1", "D2", "A3"),
    masks=("D1", "D2"),
    untouched=(
        (f"({DRAW_1}).astype(int)", "None"),
        (MASK_1, ""),
        (SCALE_1, ""),
        (f"({DRAW_2}).astype(int)", "None"),
        (MASK_2, ""),
        (SCALE_2, ""),
    ),
    properties=(is_inverted_dropout,),
    properties_once=(plain_pass_when_all_are_kept, draws_fair_masks),
    landmarks=(
        NamedPart(
            "the random numbers, not compared with anything",
            edits=(
                (f"({DRAW_1}).astype(int)", "rng.random(A1.shape)"),
                (f"({DRAW_2}).astype(int)", "rng.random(A2.shape)"),
            ),
        ),
        *left_out("A#", (MASK_1, SCALE_1), (MASK_2, SCALE_2)),
        *(
            NamedPart(
                f"what comes of {said}",
                edits=(
                    (SCALE_1, SCALE_1.replace("/ keep_prob", text.format("D1"))),
                    (SCALE_2, SCALE_2.replace("/ keep_prob", text.format("D2"))),
                ),
            )
            for said, text in (
                ("a division by the root of keep_prob", "/ np.sqrt(keep_prob)"),
                ("a division by each mask's own share", "/ np.mean({})"),
                ("a product with 1 - keep_prob", "* (1 - keep_prob)"),
                ("a division by keep_prob twice", "/ keep_prob**2"),
            )
        ),
    ),
    alternatives=(dropout_by_where, dropout_in_place),
    misconceptions=MISCONCEPTIONS,
    shares=(Share(("D1", "D2"), 2), Share(("D1", "D2", "A3"), 4)),
)
