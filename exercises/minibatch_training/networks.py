"""Random networks in rows, their masks, and the forms that answers have."""

from __future__ import annotations

from typing import Any

import numpy as np

from exercises.derivatives import far_from_kinks
from exercises.exercise import Outputs, WrongForm
from utils.minibatch_networks import Layers
from utils.networks import Array, relu

NetworkCase = tuple[Array, Array, Layers, Layers, Layers]
SURE = 40.0
"""A logit whose sigmoid is exactly 1 in double precision."""


def random_network(rng: np.random.Generator, p: tuple[float, ...] = (1, 1, 1)) -> NetworkCase:
    """Draw examples, labels, a network and masks that test something in every layer.

    The first example is answered wrongly with an output of exactly 1: a derivative that is put
    together from 0 and a huge number fails there. No unit stands so close to ReLU's kink that a
    numerical derivative would step across it.

    Parameters
    ----------
    rng : Generator
        Source of the random numbers.
    p : tuple of float
        Share of the input and of either hidden layer that stays on.

    Returns
    -------
    x : (m, n0) array
    target : (m, 1) array
    w, b : dict of int to array
    masks : dict of int to array
        What each layer's activations are multiplied by, the output's being 1.
    """
    m, n0, n1, n2 = (int(n) for n in rng.integers([6, 2, 4, 5], [10, 4, 8, 9]))
    sizes = (n0, n1, n2, 1)
    while True:
        x = rng.standard_normal((m, n0))
        x[0] *= SURE
        w = {n: rng.standard_normal((sizes[n - 1], sizes[n])) / 1.5 for n in (1, 2, 3)}
        b = {n: rng.standard_normal(sizes[n]) for n in (1, 2, 3)}
        masks = {n: _scaled(rng, (m, sizes[n]), p[n]) for n in (0, 1, 2)}
        masks[3] = np.ones((m, 1))
        z1 = (x * masks[0]) @ w[1] + b[1]
        a1 = relu(z1) * masks[1]
        z2 = a1 @ w[2] + b[2]
        a2 = relu(z2) * masks[2]
        z3 = a2 @ w[3] + b[3]
        # One sure answer, and some for the other label: no shortcut at the output goes unseen.
        telling = z3[0, 0] > SURE and (z3 < -0.1).any()
        lively = all((a > 0).any(axis=0).sum() > 2 and not a.all() for a in (a1, a2))
        # Some units that only the mask holds back, or the masks of the lower layers test nothing.
        held_back = all(
            share == 1 or (z[mask == 0] > 0).any()
            for z, mask, share in ((z1, masks[1], p[1]), (z2, masks[2], p[2]))
        )
        if telling and lively and held_back and far_from_kinks(z1, z2):
            target = np.array(rng.permutation(np.arange(m) % 2)[:, np.newaxis], dtype=float)
            target[0] = 0
            return x, target, w, b, masks


def _scaled(rng: np.random.Generator, shape: tuple[int, int], share: float) -> Array:
    kept = rng.permuted(np.arange(shape[0] * shape[1]) < round(share * shape[0] * shape[1]))
    return kept.reshape(shape) / share


def logits_through(x: Array, w: Layers, b: Layers, masks: Layers) -> Array:
    """Compute the output before the sigmoid, with the masks held fixed."""
    a = x * masks[0]
    for layer in (1, 2):
        a = np.maximum(0, a @ w[layer] + b[layer]) * masks[layer]
    return a @ w[3] + b[3]


def by_layer(result: Any, names: tuple[str, ...], layers: tuple[int, ...] = (1, 2, 3)) -> Outputs:
    """Name the arrays of several dictionaries that a function returned, such as ``w1``."""
    wanted = ", ".join(names)
    if not isinstance(result, tuple | list) or len(result) != len(names):
        raise WrongForm(f"expected {wanted} to be returned, got {type(result).__name__}")
    for name, part in zip(names, result, strict=True):
        if not isinstance(part, dict):
            raise WrongForm(
                f"expected {name} to be a dictionary with an array for each layer, "
                f"got {type(part).__name__}"
            )
    return {
        f"{name}{layer}": part.get(layer)
        for layer in reversed(layers)
        for name, part in zip(names, result, strict=True)
    }


def flat(w: Layers, b: Layers) -> dict[str, Array]:
    """Name all parameters in one dictionary, such as ``w1`` and ``b1``."""
    return {f"{kind}{n}": values[n] for n in (1, 2, 3) for kind, values in (("w", w), ("b", b))}


def unflat(parameters: dict[str, Array]) -> tuple[Layers, Layers]:
    """Return weights and biases by layer from what :func:`flat` made."""
    w, b = ({n: parameters[f"{kind}{n}"] for n in (1, 2, 3)} for kind in "wb")
    return w, b
