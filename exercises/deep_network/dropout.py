"""Exercise ``deep-dropout``: one pass up and down the whole network, with dropout."""

from __future__ import annotations

from typing import Any

import numpy as np

from exercises.deep_network.dropout_mistakes import (
    BACK_MASK,
    BACK_SCALE,
    DRAW,
    MASK,
    MISCONCEPTIONS,
    SCALE,
)
from exercises.deep_network.model_backward import top_layer
from exercises.deep_network.networks import random_deep_network
from exercises.derivatives import differs_from_slopes, far_from_kinks
from exercises.exercise import (
    Case,
    Complaint,
    Exercise,
    NamedPart,
    Outputs,
    Share,
    Trial,
    WrongForm,
    instead,
)
from exercises.masks import are_drawn_as_by_the_reference, unfair
from utils.compare import RTOL
from utils.deep_networks import (
    L_model_backward,
    L_model_forward,
    depth,
    linear_activation_backward,
    linear_activation_forward,
    linear_backward,
)
from utils.networks import Array, compute_cost_from_logits, relu, sigmoid
from utils.testcases import deep_network as testcases


def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        D = (rng.random(A.shape) < keep_prob).astype(int)
        A = A * D
        A = A / keep_prob
        masks[f"D{layer}"] = D
        caches.append(cache)
    W, b = parameters[f"W{L}"], parameters[f"b{L}"]
    AL, cache = linear_activation_forward(A, W, b, "sigmoid")
    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        dA = dA * D
        dA = dA / keep_prob
        grads[f"dA{layer}"] = dA
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


def pass_with_scaled_masks(X, Y, parameters, keep_prob, rng):
    L, m = len(parameters) // 2, X.shape[1]
    activations, scaled, masks = [X], [], {}
    for layer in range(1, L):
        Z = parameters[f"W{layer}"] @ activations[-1] + parameters[f"b{layer}"]
        masks[f"D{layer}"] = (rng.random(Z.shape) < keep_prob).astype(float)
        scaled.append(masks[f"D{layer}"] / keep_prob * (Z > 0))
        activations.append(Z * scaled[-1])
    AL = sigmoid(parameters[f"W{L}"] @ activations[-1] + parameters[f"b{L}"])
    dZ, grads = AL - Y, {}
    for layer in range(L, 0, -1):
        grads[f"dW{layer}"] = dZ @ activations[layer - 1].T / m
        grads[f"db{layer}"] = dZ.mean(axis=1, keepdims=True)
        if layer > 1:
            dZ = parameters[f"W{layer}"].T @ dZ * scaled[layer - 2]
    return AL, grads, masks


def pass_in_place(X, Y, parameters, keep_prob, rng):
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L + 1):
        last = layer == L
        A, cache = linear_activation_forward(
            A, parameters[f"W{layer}"], parameters[f"b{layer}"], "sigmoid" if last else "relu"
        )
        caches.append(cache)
        if not last:
            D = rng.random_sample(A.shape)
            D = np.where(D < keep_prob, 1, 0)
            A *= D
            A /= keep_prob
            masks["D" + str(layer)] = D
    dA, dW, db = linear_backward(A - Y, caches[-1][0])
    grads["dW" + str(L)], grads["db" + str(L)] = dW, db
    for layer in reversed(range(1, L)):
        dA[masks["D" + str(layer)] == 0] = 0
        dA *= 1 / keep_prob
        dA, dW, db = linear_activation_backward(dA, caches[layer - 1], "relu")
        grads["dW" + str(layer)], grads["db" + str(layer)] = dW, db
    return A, grads, masks


def pass_outputs(result: Any) -> Outputs:
    """Name the output, the masks and the gradients of the parameters."""
    if not isinstance(result, tuple | list) or len(result) != 3:
        raise WrongForm("expected AL, grads and masks to be returned")
    AL, grads, masks = result
    if AL is None and grads is None and masks is None:
        return {"AL": None}
    if not isinstance(grads, dict) or not isinstance(masks, dict):
        raise WrongForm("grads and masks should be dictionaries, as the given code makes them")
    layers = top_layer(grads)
    outputs = {"AL": AL}
    for layer in range(1, layers):
        outputs[f"D{layer}"] = masks.get(f"D{layer}")
    for layer in range(layers, 0, -1):
        outputs |= {f"dW{layer}": grads.get(f"dW{layer}"), f"db{layer}": grads.get(f"db{layer}")}
    return outputs


def scaled_pass(case: Case, parameters: dict[str, Array], masks: dict[str, Array]) -> list[Array]:
    """Return all layers' Z of a pass through given masks."""
    A, found = case["X"], []
    for layer in range(1, depth(parameters) + 1):
        found.append(np.dot(parameters[f"W{layer}"], A) + parameters[f"b{layer}"])
        A = relu(found[-1]) * masks.get(f"D{layer}", 1) / case["keep_prob"]
    return found


def dropout_inputs(rng: np.random.Generator) -> Case:
    """Draw a deep network, and masks that hold back something in every hidden layer."""
    while True:
        X, Y, parameters = random_deep_network(rng)
        keep_prob = float(rng.choice([0.5, 0.6, 0.8]))
        seed = int(rng.integers(2**31))
        case = {"X": X, "Y": Y, "parameters": parameters, "keep_prob": keep_prob}
        masks_rng = np.random.RandomState(seed)
        _, _, masks = L_model_pass_with_dropout(**case, rng=masks_rng)
        *hidden, ZL = scaled_pass(case, parameters, masks)
        shown = [Z * masks[f"D{i}"] for i, Z in enumerate(hidden, start=1)]
        telling = all(
            (kept > 0).any(axis=1).sum() > 1 and (Z[masks[f"D{i}"] == 0] > 0).any()
            for i, (Z, kept) in enumerate(zip(hidden, shown, strict=True), start=1)
        )
        if telling and far_from_kinks(*hidden) and np.abs(ZL).max() < 6:
            return {**case, "rng": np.random.RandomState(seed)}


def dropout_visible() -> Case:
    """Make the arguments of the visible check."""
    X, Y, parameters = testcases.L_model_pass_with_dropout_test_case()
    case = {"X": X, "Y": Y, "parameters": parameters, "keep_prob": 0.7}
    return {**case, "rng": np.random.RandomState(3)}


def is_consistent_with_its_masks(trial: Trial) -> Complaint | None:
    """Check masks, output and gradients against each other, whatever order masks are drawn in."""
    case, got = trial.case, trial.outputs
    masks = {name: value for name, value in got.items() if name.startswith("D")}
    hidden = range(1, depth(case["parameters"]))
    for layer in hidden:
        D = masks.get(f"D{layer}")
        shape = (case["parameters"][f"b{layer}"].shape[0], case["X"].shape[1])
        if D is None or np.shape(D) != shape:
            return Complaint(f"D{layer} should have shape {shape}, one entry per unit and example")
        if not np.isin(D, (0, 1)).all():
            return Complaint(f"D{layer} should hold only 0 and 1 (or False and True)")
    ZL = scaled_pass(case, case["parameters"], masks)[-1]
    if np.shape(got["AL"]) != ZL.shape or not np.allclose(got["AL"], sigmoid(ZL), rtol=RTOL):
        return Complaint("AL is not what these masks and the scale 1/keep_prob give")

    def cost(parameters: dict[str, Array]) -> float:
        return compute_cost_from_logits(scaled_pass(case, parameters, masks)[-1], case["Y"])

    return differs_from_slopes(trial, cost, case["parameters"])


def wide_case(rng: np.random.Generator) -> Case:
    """Make a case with so many units that a share can be told from a wrong share."""
    X, parameters = rng.standard_normal((2, 50)), {}
    for layer, (n_in, n_out) in enumerate(((2, 40), (40, 40), (40, 1)), start=1):
        parameters[f"W{layer}"] = rng.standard_normal((n_out, n_in)) / np.sqrt(n_in)
        parameters[f"b{layer}"] = rng.standard_normal((n_out, 1))
    return {"X": X, "Y": np.arange(50)[np.newaxis] % 2, "parameters": parameters}


def masks_are_fresh_and_of_the_right_share(trial: Trial) -> Complaint | None:
    """Check how many units stay, that layers and examples differ, and where numbers come from."""
    hidden = range(1, depth(trial.case["parameters"]))
    if are_drawn_as_by_the_reference(trial, [f"D{layer}" for layer in hidden]):
        return None
    wide, keep_prob = wide_case(trial.rng), trial.case["keep_prob"]
    first, other = trial.call(**wide), trial.call(**wide, rng=np.random.RandomState(8))
    again = trial.call(**wide)
    for name in ("D1", "D2"):
        if complaint := unfair(first[name], name, keep_prob, "keep_prob", "DEEPDROP-ONE-COLUMN"):
            return complaint
    if np.array_equal(first["D1"], first["D2"]):
        return Complaint("D1 and D2 are the same mask; draw each layer's own")
    if np.array_equal(first["D1"], other["D1"]):
        return Complaint("every generator gives the same masks", "DEEPDROP-SEED-INSIDE")
    if not all(np.array_equal(first[name], again[name]) for name in ("D1", "D2")):
        return Complaint("the masks do not come from rng alone", "DEEPDROP-GLOBAL-RANDOM")
    return None


def plain_pass_when_all_are_kept(trial: Trial) -> Complaint | None:
    """Check that ``keep_prob = 1`` gives plain gradients, in networks of one to three layers."""
    for layers in (1, 2, 3):
        X, Y, parameters = random_deep_network(trial.rng, layers)
        got: Any = trial.call(X=X, Y=Y, parameters=parameters, keep_prob=1.0)
        AL, caches = L_model_forward(X, parameters)
        expected = {"AL": AL, **L_model_backward(AL, Y, caches)}
        for name in ("AL", *(f"d{each}" for each in parameters)):
            if np.shape(got.get(name)) != expected[name].shape or not np.allclose(
                got[name], expected[name], rtol=RTOL
            ):
                return Complaint(
                    f"with keep_prob = 1, {name} is not the plain one ({layers} layer(s))"
                )
    return None


DROPOUT = Exercise(
    id="deep-dropout",
    form="AL, grads and masks",
    reference=L_model_pass_with_dropout,
    inputs=dropout_inputs,
    outputs=pass_outputs,
    visible=dropout_visible,
    compared=("D1", "D2", "D3", "AL", "dW1", "dW2", "dW3", "dW4"),
    masks=("D1", "D2", "D3"),
    untouched=(
        (f"({DRAW}).astype(int)", "None"),
        (MASK, ""),
        (SCALE, ""),
        (BACK_MASK, ""),
        (BACK_SCALE, ""),
    ),
    properties=(is_consistent_with_its_masks,),
    properties_once=(masks_are_fresh_and_of_the_right_share, plain_pass_when_all_are_kept),
    alternatives=(pass_with_scaled_masks, pass_in_place),
    landmarks=(
        NamedPart(
            "what comes of random numbers without a comparison",
            edits=((f"({DRAW}).astype(int)", "rng.random(A.shape)"),),
        ),
        NamedPart(
            "what comes of one random number for each example",
            edits=((DRAW, DRAW.replace("A.shape", "(1, A.shape[1])")),),
        ),
        *(
            NamedPart(
                f"what comes of {said}",
                edits=(
                    (SCALE, SCALE.replace("/ keep_prob", text)),
                    (BACK_SCALE, BACK_SCALE.replace("/ keep_prob", text)),
                ),
            )
            for said, text in (
                ("divisions by the root of keep_prob", "/ np.sqrt(keep_prob)"),
                ("divisions by each mask's own share", "/ np.mean(D)"),
            )
        ),
        NamedPart(
            "what comes of neither mask nor scale on the way up",
            edits=((MASK, ""), (SCALE, "")),
        ),
        NamedPart(
            "what comes of neither mask nor scale, up and down",
            edits=((MASK, ""), (SCALE, ""), (BACK_MASK, ""), (BACK_SCALE, "")),
        ),
        *instead(
            BACK_MASK,
            ("masks that are added on the way down", BACK_MASK.replace("*", "+")),
            (
                "a mask in layer 1 alone on the way down",
                BACK_MASK.replace("D\n", "(D if layer == 1 else 1)\n"),
            ),
        ),
        *instead(
            SCALE,
            ("the layer's power of keep_prob on the way up", SCALE.replace("prob", "prob**layer")),
            ("a root on the way up", SCALE.replace("keep_prob", "np.sqrt(keep_prob)")),
            ("two divisions on the way up", SCALE.replace("prob", "prob**2")),
        ),
        *instead(
            BACK_SCALE,
            (
                "a scale in the top layer alone on the way down",
                BACK_SCALE.replace("prob", "prob ** (layer == L - 1)"),
            ),
            ("two divisions on the way down", BACK_SCALE.replace("prob", "prob**2")),
        ),
    ),
    misconceptions=MISCONCEPTIONS,
    shares=(
        Share(("D1", "D2", "D3")),
        Share(("D1", "D2", "D3", "AL"), 2),
        Share(("AL", "dW4", "dW3", "dW2", "dW1"), 2),
    ),
)
