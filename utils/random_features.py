"""Layers of random units, of which only the last weights are fitted: as wide as one likes.

A network with one hidden layer whose first weights are drawn and stay. What is left is a plane
through the units, so every cost here is exact, and there is no training that might have failed.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from utils.networks import Array

WIDTHS = np.array(
    [5, 10, 15, 20, 25, 30, 34, 37, 40, 43, 46, 50, 60, 80, 120, 200, 400, 800], dtype=np.int64
)
"""Units, more and fewer than examples."""
LAMBDAS = (0.0, 0.001, 0.01, 0.1, 1.0, 10.0)
EXAMPLES, FRESH, INPUTS, NOISE = 40, 500, 10, 0.5


@dataclass(frozen=True)
class Task:
    """Noisy examples of one function, and a layer of random units.

    Attributes
    ----------
    A, y : (40, 800) and (40,) arrays
        The units' answers to the training examples, and the noisy targets.
    fresh_A, fresh_y : (500, 800) and (500,) arrays
        The same for fresh examples.
    """

    A: Array
    y: Array
    fresh_A: Array
    fresh_y: Array

    def narrowed(self, width: int) -> Task:
        """Return the task with the first units alone, scaled so that a layer stays as loud."""
        loud = np.sqrt(width)
        return Task(self.A[:, :width] / loud, self.y, self.fresh_A[:, :width] / loud, self.fresh_y)

    def costs(self, w: Array) -> tuple[float, float]:
        """Return half the mean squared error on the training and on the fresh examples."""
        pairs = ((self.A, self.y), (self.fresh_A, self.fresh_y))
        train, fresh = (float(np.mean((A @ w - y) ** 2) / 2) for A, y in pairs)
        return train, fresh


def draw_task(rng: np.random.Generator, noise: float = NOISE) -> Task:
    """Draw a function of ten inputs, noisy examples of it, and 800 ReLU units.

    Parameters
    ----------
    rng : Generator
        Source of the random numbers.
    noise : float
        Standard deviation of what is added to each target.
    """
    way = rng.standard_normal(INPUTS) / np.sqrt(INPUTS)
    V = rng.standard_normal((INPUTS, WIDTHS[-1])) / np.sqrt(INPUTS)
    b = rng.standard_normal(WIDTHS[-1])

    def examples(m: int) -> tuple[Array, Array]:
        x = rng.standard_normal((m, INPUTS))
        y = x @ way + 0.5 * np.abs(x[:, 0]) + noise * rng.standard_normal(m)
        return np.maximum(x @ V + b, 0), y

    return Task(*examples(EXAMPLES), *examples(FRESH))


def fit(task: Task, lam: float) -> Array:
    """Return the weights of least cost plus λ/(2m) times their squares.

    With λ = 0, and more units than examples, many weights fit exactly: these are the shortest.

    Parameters
    ----------
    task : Task
        Its training examples are fitted.
    lam : float
        Strength λ of the penalty.

    Returns
    -------
    (units,) array
    """
    U, s, Vt = np.linalg.svd(task.A, full_matrices=False)
    kept = s > 1e-10 * s[0]
    w: Array = Vt[kept].T @ (s[kept] / (s[kept] ** 2 + lam) * (U.T[kept] @ task.y))
    return w


def costs_over_width(
    seeds: range, lambdas: tuple[float, ...] = LAMBDAS
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return training and fresh costs, each (seeds, widths, λ).

    Parameters
    ----------
    seeds : range
        A task is drawn with each.
    lambdas : tuple of float
        Strengths of the penalty.
    """
    found = np.empty((len(seeds), len(WIDTHS), len(lambdas), 2))
    for i, seed in enumerate(seeds):
        task = draw_task(np.random.default_rng(seed))
        for j, width in enumerate(WIDTHS):
            narrow = task.narrowed(int(width))
            for k, lam in enumerate(lambdas):
                found[i, j, k] = narrow.costs(fit(narrow, lam))
    return found[..., 0], found[..., 1]


def all_that_fit(task: Task, start: Array) -> Array:
    """Return where gradient descent from ``start`` ends: the exact fit that is nearest to it.

    Each step adds a sum of examples. What of the start lies in no example's direction stays.
    """
    missing = Task(task.A, task.y - task.A @ start, task.fresh_A, task.fresh_y)
    return start + fit(missing, 0.0)


def descend(task: Task, start: Array, steps: int, size: int, rng: np.random.Generator) -> Array:
    """Return where gradient descent comes to, (units,).

    Parameters
    ----------
    task : Task
        Its training examples are descended on.
    start : (units,) array
        The first weights.
    steps, size : int
        Number of steps, and of examples in each.
    rng : Generator
        Source of the batches.
    """
    w = start.copy()
    rate = 1 / float(np.max(np.sum(task.A**2, axis=1)))  # no single example is overshot
    m = len(task.y)
    for _ in range(steps):
        batch = rng.permutation(m)[:size]
        A = task.A[batch]
        w -= rate * A.T @ (A @ w - task.y[batch]) / size
    return w
