"""Evidence for exercise ``name-the-bug``: gradients with mistakes in them."""

from __future__ import annotations

from typing import Any

import numpy as np

from exercises.exercise import Case
from utils.deep_networks import L_model_backward, L_model_forward
from utils.gradient_checks import stacked_gradient
from utils.networks import Array


def random_evidence(rng: np.random.Generator) -> tuple[dict[str, Array], dict[str, Array]]:
    """Return a random network's right gradients, analytic and numerical, all far from 0."""
    while True:
        layers, m = int(rng.integers(4, 6)), int(rng.integers(10, 15))
        sizes = [int(n) for n in rng.integers(3, 6, layers)] + [1]
        X = rng.standard_normal((sizes[0], m))
        Y: Any = np.arange(m)[np.newaxis] % 2
        parameters = {}
        for layer in range(1, layers + 1):
            shape = sizes[layer], sizes[layer - 1]
            parameters[f"W{layer}"] = rng.standard_normal(shape) / np.sqrt(shape[1] / 2)
            parameters[f"b{layer}"] = rng.standard_normal((shape[0], 1)) / 4
        AL, caches = L_model_forward(X, parameters)
        right = L_model_backward(AL, Y, caches)
        # An entry of 0 would make a mean of quotients infinite, which nothing equals.
        away = min(np.abs(Z).min() for _, Z in caches[:-1]) > 1e-3
        whole = all(right[f"d{name}"].all() for name in parameters)
        if away and whole and min(np.linalg.norm(right[f"d{name}"]) for name in parameters) > 0.01:
            return {f"d{name}": right[f"d{name}"] for name in parameters}, stacked_gradient(
                parameters, X, Y
            )


def bug_inputs(rng: np.random.Generator) -> Case:
    """Plant mistakes in three layers, one of them too small to count.

    In the layer of the suspects one block points elsewhere, with a factor of 1, and the other has
    a factor; in a layer below, the second block has a far larger error. Above them a block's error
    is below the threshold, but its factor is further from 1 than that, and some bias has no
    gradient at all. So no two ways to choose the suspects, or to fit a factor, agree.
    """
    gradients, numerical = random_evidence(rng)
    threshold = float(rng.uniform(0.02, 0.05))
    top = int(rng.integers(2, len(numerical) // 2))
    low = int(rng.integers(1, top))
    gradients[f"dW{top}"] = turned(rng, numerical[f"dW{top}"], 1.4 * threshold)
    gradients[f"db{top}"] = float(rng.choice([0.5, 1.5])) * gradients[f"db{top}"]
    aside = gradients[f"db{low}"]
    noise = 0.3 * np.abs(aside).mean() * rng.standard_normal(aside.shape)
    gradients[f"db{low}"] = noise - rng.uniform(0.7, 0.9) * aside
    gradients[f"dW{low}"] = 1.25 * gradients[f"dW{low}"]
    gradients[f"dW{top + 1}"] = (1 + 1.5 * threshold) * gradients[f"dW{top + 1}"]
    still = next(n for n in range(1, len(numerical)) if n not in (top, low))
    for blocks in (gradients, numerical):
        blocks[f"db{still}"] = 0 * blocks[f"db{still}"]
    return {"gradients": gradients, "numerical": numerical, "threshold": threshold}


def turned(rng: np.random.Generator, right: Array, error: float) -> Array:
    """Return a block that has the factor 1, and an error of about as much as asked for."""
    aside = rng.standard_normal(right.shape)
    aside -= np.sum(aside * right) / np.sum(right * right) * right
    return right + 2 * error * np.linalg.norm(right) / np.linalg.norm(aside) * aside
