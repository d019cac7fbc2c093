"""Pictures of ``01_initialization``: bands over several starts, and maps side by side."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike, NDArray

from utils.networks import Array
from utils.plots.basics import CYCLE, LINES, new_axes, plot_decision_boundary

CIRCLES = {"names": ("0: outer", "1: inner"), "features": ("$x_1$", "$x_2$")}
"""Names of the circles' labels and features, for the functions that draw them."""

MARKERS = "osD^v"


def plot_bands(
    curves: Mapping[str, ArrayLike],
    x: ArrayLike,
    ax: Axes | None = None,
    *,
    labels: tuple[str, str],
    log: bool = True,
    marked: bool = False,
    title: str = "",
) -> Axes:
    """Draw for each kind the median of several trainings, and a band from the least to the most.

    Parameters
    ----------
    curves : mapping of str to (k, n) array
        For each kind its k curves of n values; one curve has no band.
    x : (n,) array
        Where the values stand: iterations, or layers.
    ax : Axes, optional
        Where to draw.
    labels : tuple of str
        What the two axes show, with units.
    log : bool
        Whether the vertical axis is logarithmic.
    marked : bool
        Whether each value is marked: for a few values, such as one for each layer.
    title : str
        What to see in the picture.

    Raises
    ------
    ValueError
        If a curve does not have one value for each ``x``.
    """
    ax = ax or new_axes(6.4, 4)
    positions = np.asarray(x)
    for number, (name, values) in enumerate(curves.items()):
        many = np.atleast_2d(np.asarray(values, dtype=float))
        if many.shape[1] != positions.size:
            raise ValueError(
                f"the curves of {name!r} have {many.shape[1]} values, x has {positions.size}"
            )
        colour = CYCLE[number % len(CYCLE)]
        looks = {"color": colour, "linestyle": LINES[number % len(LINES)]}
        if marked:
            looks |= {"marker": MARKERS[number % len(MARKERS)], "markersize": 4}
        ax.plot(positions, np.median(many, axis=0), label=name, **looks)
        if len(many) > 1:
            low, high = many.min(axis=0), many.max(axis=0)
            ax.fill_between(positions, low, high, color=colour, alpha=0.18, lw=0)
    ax.set(xlabel=labels[0], ylabel=labels[1], title=title)
    if log:
        ax.set_yscale("log")
    ax.legend(fontsize="small")
    return ax


def plot_maps(
    predictors: Mapping[str, Callable[[Array], NDArray]], X: Array, Y: NDArray[np.integer]
) -> Sequence[Axes]:
    """Draw the circles' maps of several networks side by side.

    Parameters
    ----------
    predictors : mapping of str to callable
        For each map its title, and what gives labels for positions (2, n).
    X, Y : arrays
        The examples drawn on each map, as in :func:`utils.plots.plot_points`.
    """
    _, axes = plt.subplots(
        1,
        len(predictors),
        figsize=(3.3 * len(predictors), 3.7),
        layout="constrained",
        facecolor="white",
        squeeze=False,
    )
    for ax, (title, predict) in zip(axes[0], predictors.items(), strict=True):
        plot_decision_boundary(predict, X, Y, ax, title=title, resolution=200, **CIRCLES)
        ax.get_legend().remove()
    axes[0, 0].legend(loc="center", fontsize="small", framealpha=0.9)
    return list(axes[0])
