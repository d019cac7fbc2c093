"""Exercise ``forward-drop``: a forward pass through given masks."""

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
from exercises.minibatch_training.networks import random_network
from utils.compare import RTOL
from utils.minibatch_networks import forward
from utils.networks import relu, sigmoid
from utils.testcases import minibatch_training as testcases


def forward_drop(x, w, b, masks):
    a = {0: x * masks[0]}
    for layer in (1, 2):
        z = a[layer - 1] @ w[layer] + b[layer]
        a[layer] = relu(z) * masks[layer]
    y = sigmoid(a[2] @ w[3] + b[3])
    a[3] = y
    return y, a


def forward_masked_before_relu(x, w, b, masks):
    a = {0: np.multiply(masks[0], x)}
    for layer in range(1, 4):
        z = (a[layer - 1].dot(w[layer]) + b[layer]) * masks[layer]
        a[layer] = np.maximum(z, 0) if layer < 3 else 1 / (1 + np.exp(-z))
    return a[3], a


def forward_with_output_mask(x, w, b, masks):
    a, below = {}, x
    for layer, mask in masks.items():
        if layer:
            z = below @ w[layer] + b[layer]
            below = sigmoid(z) if layer == 3 else relu(z)
        below = a[layer] = below * mask
    return below, a


def forward_written_out(x, w, b, masks):
    x0 = x.copy()
    x0 *= masks[0]
    x1 = np.where(x0 @ w[1] + b[1] > 0, x0 @ w[1] + b[1], 0) * masks[1]
    x2 = np.clip(np.einsum("mi,ij->mj", x1, w[2]) + b[2], 0, None) * masks[2]
    y = 0.5 * (1 + np.tanh((x2 @ w[3] + b[3]) / 2))
    return [y, {0: x0, 1: x1, 2: x2, 3: y}]


def pass_outputs(result: Any) -> Outputs:
    """Name the output and the activations of each layer."""
    if not isinstance(result, tuple | list) or len(result) != 2:
        raise WrongForm(f"expected y and a to be returned, got {type(result).__name__}")
    y, a = result
    if not isinstance(a, dict):
        raise WrongForm(
            f"expected a to be a dictionary with an array for each layer, got {type(a).__name__}"
        )
    return {**{f"a{layer}": a.get(layer) for layer in range(4)}, "y": y}


def pass_inputs(rng: np.random.Generator) -> Case:
    """Draw a random network and masks for the input and both hidden layers."""
    p = tuple(float(share) for share in rng.permutation([0.5, 0.6, 0.7, 0.8])[:3])
    x, _, w, b, masks = random_network(rng, p)
    return {"x": x, "w": w, "b": b, "masks": masks}


def pass_visible() -> Case:
    """Make the arguments of the visible check."""
    x, w, b, masks = testcases.forward_drop_test_case()
    return {"x": x, "w": w, "b": b, "masks": masks}


def plain_pass_when_all_are_kept(trial: Trial) -> Complaint | None:
    """Check that masks of ones give the plain forward pass."""
    x, w, b, masks = (trial.case[name] for name in ("x", "w", "b", "masks"))
    ones = {layer: np.ones_like(mask) for layer, mask in masks.items()}
    got, (plain, _) = trial.call(masks=ones)["y"], forward(x, w, b)
    if np.shape(got) != plain.shape or not np.allclose(got, plain, rtol=RTOL):
        return Complaint("with masks of ones, y is not that of the plain forward pass")
    return None


def units_off_have_no_say(trial: Trial) -> Complaint | None:
    """Check that the weights out of units that are off make no difference."""
    w, masks = trial.case["w"], trial.case["masks"]
    off = {layer: 1.0 * mask for layer, mask in masks.items()}
    off[1][:, 0], off[2][:, 0] = 0, 0
    changed = {layer: values.copy() for layer, values in w.items()}
    changed[2][0] += 1
    changed[3][0] -= 1
    before, after = (trial.call(masks=off, w=each)["y"] for each in (w, changed))
    if np.shape(before) != np.shape(after) or not np.allclose(before, after, rtol=RTOL):
        return Complaint("a unit that is off still changes the output")
    return None


Z = "a[layer - 1] @ w[layer] + b[layer]"
HIDDEN = "relu(z) * masks[layer]"

FORWARD_DROP = Exercise(
    id="forward-drop",
    form="y and a",
    reference=forward_drop,
    inputs=pass_inputs,
    outputs=pass_outputs,
    visible=pass_visible,
    compared=("a0", "a1", "a2", "y"),
    properties=(matches_reference, plain_pass_when_all_are_kept, units_off_have_no_say),
    alternatives=(
        forward_masked_before_relu,
        forward_with_output_mask,
        forward_written_out,
    ),
    landmarks=(
        *instead(
            HIDDEN,
            ("no relu in layer 1", "(z if layer == 1 else relu(z)) * masks[layer]"),
            ("no relu in layer 2", "(z if layer == 2 else relu(z)) * masks[layer]"),
            ("no relu in either layer", "z * masks[layer]"),
            ("no mask in layer 1", "relu(z) * (masks[2] if layer == 2 else 1)"),
            ("sigmoid in the hidden layers", "sigmoid(z) * masks[layer]"),
            ("sigmoid in layer 1", "(sigmoid if layer == 1 else relu)(z) * masks[layer]"),
            ("sigmoid in layer 2", "(sigmoid if layer == 2 else relu)(z) * masks[layer]"),
            ("tanh in the hidden layers", "np.tanh(z) * masks[layer]"),
            ("a mask that is added", "relu(z) + masks[layer]"),
        ),
        *instead(
            Z,
            ("no bias in layer 1", "a[layer - 1] @ w[layer] + (layer == 2) * b[layer]"),
            ("no bias in layer 2", "a[layer - 1] @ w[layer] + (layer == 1) * b[layer]"),
            (
                "the unmasked input on the way up",
                "(x if layer == 1 else a[1]) @ w[layer] + b[layer]",
            ),
            (
                "an unmasked layer 1 on the way up",
                "(a[0] if layer == 1 else relu(a[0] @ w[1] + b[1])) @ w[layer] + b[layer]",
            ),
            ("a bias subtracted", "a[layer - 1] @ w[layer] - b[layer]"),
            ("a bias twice", "a[layer - 1] @ w[layer] + 2 * b[layer]"),
        ),
        *instead(
            "sigmoid(a[2] @ w[3] + b[3])",
            ("no bias at the output", "sigmoid(a[2] @ w[3])"),
            ("no sigmoid at the output", "a[2] @ w[3] + b[3]"),
            ("a rounded output", "np.round(sigmoid(a[2] @ w[3] + b[3]))"),
            ("relu at the output", "relu(a[2] @ w[3] + b[3])"),
        ),
        *instead(
            "x * masks[0]",
            ("relu on the input", "relu(x) * masks[0]"),
            ("a mask added to the input", "x + masks[0]"),
        ),
    ),
    misconceptions=(
        Misconception(
            "FDROP-NO-MASK",
            "no mask is used: this is the plain forward pass.",
            "multiply x and each hidden layer by its mask.",
            (("x * masks[0]", "x"), (HIDDEN, "relu(z)")),
        ),
        Misconception(
            "FDROP-INPUT-UNMASKED",
            "the input is not masked.",
            "a[0] is x times masks[0], even if that mask often holds only ones.",
            (("x * masks[0]", "x"),),
        ),
        Misconception(
            "FDROP-INPUT-ONLY",
            "only the input is masked, the hidden layers are not.",
            "multiply relu(z) by masks[layer].",
            ((HIDDEN, "relu(z)"),),
        ),
        Misconception(
            "FDROP-FIRST-ONLY",
            "the second hidden layer is not masked.",
            "do for layer 2 what you did for layer 1.",
            ((HIDDEN, "relu(z) * (masks[1] if layer == 1 else 1)"),),
        ),
        Misconception(
            "FDROP-UNSCALED",
            "the masks only switch off; their scale is lost.",
            "multiply by the mask as it is: it holds 1/p, not 1.",
            (("x * masks[0]", "x * (masks[0] > 0)"), (HIDDEN, "relu(z) * (masks[layer] > 0)")),
        ),
        Misconception(
            "FDROP-TWICE",
            "the masks are used twice: on a layer, and again on the way into the next one.",
            "a[layer - 1] is masked already; multiply by each mask once.",
            ((Z, "(a[layer - 1] * masks[layer - 1]) @ w[layer] + b[layer]"),),
        ),
        Misconception(
            "FDROP-BEFORE-BIAS",
            "the mask is used before the bias is added: a unit that is off passes on its bias.",
            "add b[layer], then ReLU, then the mask.",
            ((Z, "a[layer - 1] @ w[layer] * masks[layer] + b[layer]"), (HIDDEN, "relu(z)")),
        ),
        Misconception(
            "FDROP-STORED-ONLY",
            "a holds the masked activations, but the next layer gets them unmasked.",
            "compute z from a[layer - 1], in which the mask is.",
            (
                ("    a = {0: x * masks[0]}\n", "    a = {0: x * masks[0]}\n    below = x\n"),
                (Z, "below @ w[layer] + b[layer]"),
                (
                    "        a[layer] = relu(z) * masks[layer]\n",
                    "        below = relu(z)\n        a[layer] = below * masks[layer]\n",
                ),
                ("a[2] @ w[3]", "below @ w[3]"),
            ),
        ),
        Misconception(
            "FDROP-PASSED-ONLY",
            "the next layer gets masked activations, but a holds the unmasked ones.",
            "store in a[layer] what goes up: the backward pass needs just that.",
            (
                ("    a = {0: x * masks[0]}\n", "    a = {0: x}\n"),
                (HIDDEN, "relu(z)"),
                (Z, "(a[layer - 1] * masks[layer - 1]) @ w[layer] + b[layer]"),
                ("a[2] @ w[3]", "(a[2] * masks[2]) @ w[3]"),
            ),
        ),
        Misconception(
            "FDROP-LAYER-BELOW",
            "each layer uses the mask of the layer below.",
            "masks are numbered as the activations are: a[layer] goes with masks[layer].",
            ((HIDDEN, "relu(z) * masks[layer - 1]"),),
            raises=True,
            line=r"masks\[",
        ),
        Misconception(
            "FDROP-DOT",
            "the mask is applied by @, a matrix product.",
            "a mask acts entry by entry: use *.",
            ((HIDDEN, "relu(z) @ masks[layer]"),),
            raises=True,
            line=r"@masks|dot\(.*masks|matmul\(.*masks",
        ),
        Misconception(
            "FDROP-RELU-OUTPUT",
            "the output layer has ReLU before its sigmoid: no answer is below one half.",
            "the output is sigmoid(z), without ReLU.",
            (("sigmoid(a[2] @ w[3] + b[3])", "sigmoid(relu(a[2] @ w[3] + b[3]))"),),
        ),
        Misconception(
            "FDROP-NO-BIAS",
            "the biases are missing.",
            "add b[layer] to each z.",
            ((Z, "a[layer - 1] @ w[layer]"), ("a[2] @ w[3] + b[3]", "a[2] @ w[3]")),
        ),
    ),
    shares=(
        Share(("a0", "a1"), 2),
        Share(("a0", "a1", "a2")),
        Share(("a0", "a1", "a2", "y")),
    ),
)
