"""Planes through noisy points, kept near 0 in several ways: by a penalty, by stopping, by noise.

The cost is half the mean squared error; a penalty is λ/2 times the sum of squares, or λ times the
sum of sizes. Examples stand in rows, as in ``utils.minibatch_descent``.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import numpy as np

from utils.minibatch_descent import plane_gradient
from utils.networks import Array, Rng


def with_l2(x: Array, target: Array, lam: float) -> Array:
    """Return the weights of least cost with an L2 penalty, (n,).

    Parameters
    ----------
    x : (m, n) array
        Examples in rows.
    target : (m,) array
        What the plane should give.
    lam : float
        Strength λ of the penalty.
    """
    m, n = x.shape
    return np.linalg.solve(x.T @ x / m + lam * np.eye(n), x.T @ target / m)


def with_l1(x: Array, target: Array, lam: float) -> Array:
    """Return the weights of least cost with an L1 penalty, for a few weights.

    For each choice of signs the cost is a parabola with one lowest point, which counts if it has
    these signs. So all choices are tried; a weight without a sign is left out.

    Parameters
    ----------
    x, target, lam
        As in :func:`with_l2`; the number of choices, 3ⁿ, grows fast with the number of weights.

    Returns
    -------
    (n,) array
    """
    m, n = x.shape
    best, lowest = np.zeros(n), np.inf
    for signs in product((-1.0, 0.0, 1.0), repeat=n):
        sign = np.array(signs)
        used = np.flatnonzero(sign)
        w = np.zeros(n)
        part = x[:, used]
        w[used] = np.linalg.solve(part.T @ part / m, part.T @ target / m - lam * sign[used])
        cost = np.mean((x @ w - target) ** 2) / 2 + lam * np.abs(w).sum()
        if (w * sign >= 0).all() and cost < lowest:
            best, lowest = w, cost
    return best


def descend_from_zero(x: Array, target: Array, alpha: float, steps: int) -> Array:
    """Return the weights on the way down from 0, with all examples at each step, (steps + 1, n).

    Parameters
    ----------
    x, target
        As in :func:`with_l2`.
    alpha : float
        Learning rate.
    steps : int
        Steps of the descent.
    """
    path = [np.zeros(x.shape[1])]
    for _ in range(steps):
        path.append(path[-1] - alpha * plane_gradient(path[-1], x, target))
    return np.array(path)


def with_noisy_inputs(x: Array, target: Array, sigma: float, rng: Rng, copies: int = 200) -> Array:
    """Return the weights of least cost where each example comes many times, its inputs shaken.

    Parameters
    ----------
    x, target : arrays
        Examples in rows, and what the plane should give.
    sigma : float
        Standard deviation of the normal noise that is added to each input.
    rng : Generator or RandomState
        Source of the noise.
    copies : int
        How often each example comes.

    Returns
    -------
    (n,) array
    """
    shaken = np.tile(x, (copies, 1)) + sigma * rng.standard_normal((copies * len(x), x.shape[1]))
    return np.asarray(np.linalg.lstsq(shaken, np.tile(target, copies), rcond=None)[0])


def stop_at_the_lowest(
    rng: Rng, *, dev: int, alphas: Sequence[float] = (0.1,)
) -> tuple[float, float]:
    """Descend with many weights, keep the step of the lowest development cost, and cost it again.

    Parameters
    ----------
    rng : Generator or RandomState
        Source of the examples: 30 normal inputs, of which three matter, and noise. There are 40
        examples to learn from.
    dev : int
        Examples to choose the step by.
    alphas : sequence of float
        Learning rates; each descends a hundred steps, and all their steps compete.

    Returns
    -------
    chosen, fresh : float
        The lowest cost on the development examples, and the cost of the same weights on 2,000
        fresh ones.
    """
    w = np.zeros(30)
    w[:3] = 1
    x, dev_x, fresh_x = (rng.standard_normal((m, w.size)) for m in (40, dev, 2000))
    target, dev_target, fresh_target = (
        each @ w + 2 * rng.standard_normal(len(each)) for each in (x, dev_x, fresh_x)
    )
    path = np.concatenate([descend_from_zero(x, target, alpha, steps=100) for alpha in alphas])
    costs = np.mean((dev_x @ path.T - dev_target[:, np.newaxis]) ** 2, axis=0) / 2
    best = path[int(np.argmin(costs))]
    return float(costs.min()), float(np.mean((fresh_x @ best - fresh_target) ** 2) / 2)
