"""Exercise ``deep-l2``: the gradients of the whole network, with the penalty."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from exercises.deep_network.model_backward_mistakes import MISCONCEPTIONS
from exercises.deep_network.networks import (
    random_deep_network,
    sum_of_squares,
)
from exercises.derivatives import differs_from_slopes
from exercises.examination import matches_reference
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
from utils.compare import RTOL
from utils.deep_networks import (
    L_model_backward,
    L_model_forward,
    linear_activation_backward,
    linear_backward,
)
from utils.networks import Array, compute_cost_from_logits
from utils.testcases import deep_network as testcases


def L_model_backward_with_regularization(AL, Y, caches, lambd):
    grads = {}
    L = len(caches)
    m = Y.shape[1]
    dA, dW, db = linear_backward(AL - Y, caches[L - 1][0])
    grads[f"dW{L}"] = dW + lambd / m * caches[L - 1][0][1]
    grads[f"db{L}"] = db
    for layer in range(L - 1, 0, -1):
        cache = caches[layer - 1]
        dA, dW, db = linear_activation_backward(dA, cache, "relu")
        grads[f"dW{layer}"] = dW + lambd / m * cache[0][1]
        grads[f"db{layer}"] = db
    return grads


def gradients_on_top_of_the_plain_ones(AL, Y, caches, lambd):
    gradients = L_model_backward(AL, Y, caches)
    for layer, ((_, W, _), _) in enumerate(caches, start=1):
        gradients[f"dW{layer}"] = gradients[f"dW{layer}"] + lambd * W / AL.shape[1]
    return gradients


def gradients_by_zipping(AL, Y, caches, lambd):
    m = Y.shape[1]
    dA, grads = AL - Y, {}
    for layer, ((A_prev, W, _), Z) in reversed(list(enumerate(caches, start=1))):
        dZ = dA if layer == len(caches) else dA * (Z > 0)
        grads[f"dW{layer}"] = (dZ @ A_prev.T + lambd * W) / m
        grads[f"db{layer}"] = dZ.mean(axis=1, keepdims=True)
        dA = grads[f"dA{layer - 1}"] = W.T @ dZ
    return grads


def gradients_by_recursion(AL, Y, caches, lambd):
    def down(dZ, layer):
        (A_prev, W, _), _ = caches[layer - 1]
        grads = {
            f"dW{layer}": (np.dot(dZ, A_prev.T) + lambd * W) / Y.shape[1],
            f"db{layer}": np.sum(dZ, axis=1, keepdims=True) / Y.shape[1],
        }
        if layer > 1:
            grads.update(down(np.dot(W.T, dZ) * (caches[layer - 2][1] > 0), layer - 1))
        return grads

    return down(AL - Y, len(caches))


def model_gradient_outputs(result: Any) -> Outputs:
    """Name the gradients of the parameters of however many layers."""
    if result is None:
        return {"dW1": None}
    if not isinstance(result, dict):
        raise WrongForm(f"expected a dictionary of gradients, got {type(result).__name__}")
    layers = top_layer(result)
    names = [f"d{kind}{layer}" for layer in range(layers, 0, -1) for kind in "Wb"]
    return {name: result.get(name) for name in names}


def top_layer(grads: dict[str, Any]) -> int:
    """Return the number of the highest layer that has a gradient of its weights."""
    numbers = [name[2:] for name in grads if isinstance(name, str) and name.startswith("dW")]
    layers = [int(number) for number in numbers if number.isdecimal()]
    if not layers:
        raise WrongForm("the dictionary of gradients holds no dW1, dW2, ...")
    if max(layers) > 50:
        raise WrongForm(f"the dictionary holds dW{max(layers)}: no network here is so deep")
    return max(layers)


def model_inputs(rng: np.random.Generator) -> Case:
    """Draw a consistent pass through a deep network."""
    X, Y, parameters = random_deep_network(rng)
    AL, caches = L_model_forward(X, parameters)
    return {"AL": AL, "Y": Y, "caches": caches, "lambd": float(rng.uniform(0.3, 2))}


def model_visible() -> Case:
    """Make the arguments of the visible check."""
    AL, Y, caches = testcases.L_model_backward_with_regularization_test_case()
    return {"AL": AL, "Y": Y, "caches": caches, "lambd": 0.6}


def parameters_of(caches: Sequence[Any]) -> dict[str, Array]:
    """Return the parameters that the caches of a pass hold."""
    return {
        f"{kind}{layer}": values
        for layer, ((_, W, b), _) in enumerate(caches, start=1)
        for kind, values in (("W", W), ("b", b))
    }


def slopes_of_the_regularized_cost(trial: Trial) -> Complaint | None:
    """Check that the gradients are the derivative of the cost with the penalty."""
    case = trial.case
    X = case["caches"][0][0][0]

    def cost(parameters: dict[str, Array]) -> float:
        _, caches = L_model_forward(X, parameters)
        penalty = case["lambd"] / (2 * X.shape[1]) * sum_of_squares(parameters)
        total: float = compute_cost_from_logits(caches[-1][1], case["Y"]) + penalty
        return total

    return differs_from_slopes(trial, cost, parameters_of(case["caches"]))


def every_depth_has_gradients(trial: Trial) -> Complaint | None:
    """Check networks of one to three layers."""
    for layers in (1, 2, 3):
        X, Y, parameters = random_deep_network(trial.rng, layers)
        AL, caches = L_model_forward(X, parameters)
        got: Any = trial.call(AL=AL, Y=Y, caches=caches, lambd=1.5)
        expected = L_model_backward(AL, Y, caches)
        for name, values in parameters.items():
            right = expected[f"d{name}"] + (name[0] == "W") * 1.5 / Y.shape[1] * values
            if np.shape(got.get(f"d{name}")) != right.shape or not np.allclose(
                got[f"d{name}"], right, rtol=RTOL
            ):
                return Complaint(f"d{name} is wrong for a network with {layers} layer(s)")
    return None


def a_saturated_output_still_learns(trial: Trial) -> Complaint | None:
    """Check a network whose outputs are exactly 1: AL - Y is fine, s(1-s) would be 0."""
    X, Y, parameters = random_deep_network(trial.rng, 2)
    parameters["b2"] = parameters["b2"] + 800.0
    AL, caches = L_model_forward(X, parameters)
    got: Any = trial.call(AL=AL, Y=Y, caches=caches)
    if np.shape(got.get("db2")) != (1, 1) or not np.allclose(got["db2"], np.mean(AL - Y)):
        return Complaint("where the output is exactly 1, nothing is learnt: start from AL - Y")
    return None


MODEL_BACKWARD = Exercise(
    id="deep-l2",
    reference=L_model_backward_with_regularization,
    inputs=model_inputs,
    outputs=model_gradient_outputs,
    visible=model_visible,
    compared=tuple(f"d{kind}{layer}" for layer in (1, 2, 3, 4) for kind in "Wb"),
    properties=(matches_reference, slopes_of_the_regularized_cost),
    properties_once=(every_depth_has_gradients, a_saturated_output_still_learns),
    alternatives=(
        gradients_on_top_of_the_plain_ones,
        gradients_by_zipping,
        gradients_by_recursion,
    ),
    landmarks=(
        NamedPart("the gradient of the data's part", {"lambd": 0.0}, rest="the penalty's part"),
        *instead(
            "linear_backward(AL - Y",
            ("the loss's slope by AL at the top", "linear_backward((1 - Y) / (1 - AL) - Y / AL"),
            ("a product of AL and Y at the top", "linear_backward(AL * Y"),
            ("AL at the top, without Y", "linear_backward(AL"),
        ),
    ),
    misconceptions=MISCONCEPTIONS,
    shares=(Share(("dW4", "db4"), 4), Share(("dW3", "db3", "dW2", "db2", "dW1", "db1"), 4)),
)
