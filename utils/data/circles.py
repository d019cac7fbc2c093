"""Two rings of points, one inside the other: no straight line can part them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from utils.networks import Array, Rng

Labels = NDArray[np.int64]


def make_circles(
    n: int, rng: Rng, noise: float = 0.05, factor: float = 0.8
) -> tuple[Array, Labels]:
    """Make points on two circles around the origin, in random order, and shake them.

    With a ``RandomState`` the points are, draw for draw, those of scikit-learn's function of the
    same name.

    Parameters
    ----------
    n : int
        Number of points; half of them, rounded down, are on the outer circle.
    rng : RandomState or Generator
        Source of the order and of the noise.
    noise : float
        Standard deviation of the normal noise in both coordinates.
    factor : float
        Radius of the inner circle; that of the outer one is 1.

    Returns
    -------
    X : (2, n) array
        Points in columns.
    Y : (1, n) array of int
        1 on the inner circle, 0 on the outer one.

    Raises
    ------
    ValueError
        If there are fewer than two points, the noise is negative, or the inner circle is not
        the inner one.
    """
    if n < 2 or noise < 0 or not 0 <= factor < 1:
        raise ValueError(
            "circles need n of 2 or more, noise of 0 or more and a factor from 0 to below 1; "
            f"got n={n}, noise={noise}, factor={factor}"
        )
    outer, inner = n // 2, n - n // 2
    angles = [np.linspace(0, 2 * np.pi, count, endpoint=False) for count in (outer, inner)]
    radii = np.repeat([1.0, factor], [outer, inner])
    X = radii * np.stack([f(np.concatenate(angles)) for f in (np.cos, np.sin)])
    Y = np.repeat([0, 1], [outer, inner])
    order = np.arange(n)
    rng.shuffle(order)
    # Drawn point by point, as the well-known recipe draws it.
    shaken = X[:, order] + rng.normal(scale=noise, size=(n, 2)).T
    return np.ascontiguousarray(shaken), Y[order][np.newaxis]


def load_circles() -> tuple[Array, Labels, Array, Labels]:
    """Return the circles of the notebooks, the same ones everywhere.

    Returns
    -------
    train_X : (2, 300) array
        Points in columns.
    train_Y : (1, 300) array of int
        1 on the inner circle, 0 on the outer one.
    test_X : (2, 100) array
        Points that training never sees.
    test_Y : (1, 100) array of int
        Their labels.
    """
    return *make_circles(300, np.random.RandomState(1)), *make_circles(
        100, np.random.RandomState(2)
    )
