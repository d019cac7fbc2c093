"""Pictures of networks whose examples stand in rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import cycle
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike

from utils.minibatch_networks import Layers, predict
from utils.networks import Array
from utils.plots.basics import CYCLE, LINES, new_axes, plot_bands, plot_decision_boundary

LOOKS: dict[str, Any] = {
    "names": ("0: bar", "1: clouds"),
    "features": ("$x_1$ (scaled)", "$x_2$ (scaled)"),
}


def plot_map(
    w: Layers, b: Layers, x: Array, target: Array, ax: Axes | None = None, *, title: str = ""
) -> Axes:
    """Colour the plane by what a network predicts, in one call for all points of the map.

    Parameters
    ----------
    w, b : dict of int to array
        Weights and biases by layer.
    x : (m, 2) array
        Examples in rows, drawn on the map.
    target : (m, 1) array
        Their labels.
    ax : Axes, optional
        Where to draw.
    title : str
        What to see in the picture.
    """
    return plot_decision_boundary(
        lambda grid: predict(grid.T, w, b).T, x.T, target.T, ax, title=title, **LOOKS
    )


def plot_lines(
    values: ArrayLike,
    lines: Mapping[str, ArrayLike],
    ax: Axes | None = None,
    *,
    title: str = "",
    labels: tuple[str, str] = ("epoch", "cost (nats per example)"),
) -> Axes:
    """Draw lines over the same values; of several repetitions the median, and a band around it.

    Parameters
    ----------
    values : sequence of float
        Where the lines are known.
    lines : mapping of str to array
        By name the heights of one line, or of several repetitions, one a row.
    ax : Axes, optional
        Where to draw.
    title : str
        What to see in the picture.
    labels : tuple of str
        What the two axes are.
    """
    return plot_bands(lines, values, ax, labels=labels, log=False, title=title)


def plot_paths(
    cost: Callable[[Array], Array],
    paths: Mapping[str, Array],
    ax: Axes | None = None,
    *,
    around: tuple[tuple[float, float], tuple[float, float]],
    title: str = "",
) -> Axes:
    """Draw paths of two weights over the contour lines of a cost.

    Parameters
    ----------
    cost : callable
        Takes positions (n, 2) and returns their costs (n,).
    paths : mapping of str to (steps, 2) array
        The weights after each step, the start first.
    ax : Axes, optional
        Where to draw.
    around : pair of pairs
        Lowest and highest value of either weight.
    title : str
        What to see in the picture.
    """
    ax = ax or new_axes(5, 4)
    first, second = (np.linspace(*limits, 120) for limits in around)
    grid = np.stack([part.ravel() for part in np.meshgrid(first, second)], axis=1)
    surface = cost(grid).reshape(len(second), len(first))
    # Close lines near the bottom, wide ones on the slopes.
    levels = surface.min() + (surface.max() - surface.min()) * np.linspace(0, 1, 16)[1:] ** 2.5
    ax.contour(first, second, surface, levels=levels, colors="#BBBBBB", linewidths=0.7)
    for (name, path), colour, line in zip(paths.items(), cycle(CYCLE), cycle(LINES)):
        ax.plot(*path.T, color=colour, linestyle=line, lw=1.4, marker=".", ms=3, label=name)
    ax.plot(*next(iter(paths.values()))[0], "o", color="black", ms=5)
    ax.set(xlabel="$w_1$", ylabel="$w_2$", title=title)
    ax.set(xlim=around[0], ylim=around[1])
    ax.legend(fontsize="small")
    return ax
