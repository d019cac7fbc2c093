"""The data, what a network makes of it, how it learnt, and how large its weights are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import cycle
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import ListedColormap
from numpy.typing import ArrayLike, NDArray

from utils.networks import Array

BLUE, ORANGE, GREEN, PINK, GREY = "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#4D4D4D"
CYCLE = (BLUE, ORANGE, GREEN, PINK, GREY)
MARKERS = "osD^v"
LINES = ("-", "--", "-.", ":", (0, (5, 1, 1, 1)))
# Points on a region of their own colour keep a contrast of 3 to 1.
REGIONS = ListedColormap(["#FBEBDF", "#DCEBF5"])


def new_axes(width: float = 5.0, height: float = 4.5) -> Axes:
    """Return axes in a new white figure of a size in inches."""
    _, ax = plt.subplots(figsize=(width, height), layout="constrained", facecolor="white")
    return ax


def plot_points(
    X: Array,
    Y: NDArray[np.number],
    ax: Axes | None = None,
    *,
    names: tuple[str, str] = ("0: theirs", "1: ours"),
    features: tuple[str, str] = ("$x_1$: across the field", "$x_2$: along the field"),
    title: str = "",
) -> Axes:
    """Scatter two-feature examples: circles for label 1, crosses for label 0.

    Parameters
    ----------
    X : (2, m) array
        Positions in columns.
    Y : (1, m) array
        Labels, 0 or 1.
    ax : Axes, optional
        Where to draw.
    names : tuple of str
        What labels 0 and 1 mean, for the legend.
    features : tuple of str
        What the two features are, for the axes.
    title : str
        What to see in the picture.
    """
    ax = ax or new_axes()
    labels = np.ravel(Y)
    (x0, y0), (x1, y1) = X[:, labels == 0], X[:, labels == 1]
    ax.scatter(x0, y0, s=26, c=ORANGE, marker="x", linewidths=1.4, label=names[0])
    ax.scatter(x1, y1, s=26, c=BLUE, marker="o", edgecolors="white", linewidths=0.6, label=names[1])
    ax.set(xlabel=features[0], ylabel=features[1], title=title)
    ax.set_aspect("equal")
    ax.legend(loc="upper left", fontsize="small", framealpha=0.9)
    return ax


def plot_decision_boundary(
    predict: Callable[[Array], NDArray[Any]],
    X: Array,
    Y: NDArray[np.number],
    ax: Axes | None = None,
    *,
    title: str = "",
    resolution: int = 300,
    **looks: Any,
) -> Axes:
    """Colour the plane by the predicted label, and scatter the examples on it.

    Parameters
    ----------
    predict : callable
        Takes positions (2, n) and returns labels or probabilities of label 1, shape (1, n) or (n,).
        It is called with some thousand positions at a time.
    X, Y : arrays
        As in :func:`plot_points`.
    ax : Axes, optional
        Where to draw.
    title : str
        What to see in the picture.
    resolution : int
        Grid points along each axis.
    **looks
        ``names`` and ``features``, as in :func:`plot_points`.
    """
    ax = ax or new_axes()
    low, high = X.min(axis=1) - 0.08, X.max(axis=1) + 0.08
    xs, ys = (np.linspace(low[i], high[i], resolution) for i in range(2))
    grid = np.stack([part.ravel() for part in np.meshgrid(xs, ys)])
    surface = in_chunks(predict, grid).reshape(resolution, resolution)
    draw_regions(ax, xs, ys, surface)
    return plot_points(X, Y, ax, title=title, **looks)


def in_chunks(predict: Callable[[Array], NDArray[Any]], grid: Array, size: int = 2000) -> Array:
    """Predict for many positions, some at a time, so that what is computed fits into the cache.

    Parameters
    ----------
    predict : callable
        As in :func:`plot_decision_boundary`.
    grid : (2, n) array
        Positions in columns.
    size : int
        Positions in one call.

    Returns
    -------
    (n,) array
        What ``predict`` returned, as numbers.
    """
    parts = (grid[:, start : start + size] for start in range(0, grid.shape[1], size))
    return np.concatenate([np.asarray(predict(part), dtype=float).ravel() for part in parts])


def draw_regions(ax: Axes, xs: Array, ys: Array, surface: Array) -> None:
    """Colour and hatch where ``surface`` is below and above one half, with a line between."""
    ax.pcolormesh(xs, ys, surface > 0.5, cmap=REGIONS, vmin=0, vmax=1, rasterized=True)
    if surface.min() <= 0.5:
        below = [surface.min() - 1, 0.5]
        hatched = ax.contourf(xs, ys, surface, levels=below, colors="none", hatches=["//"])
        hatched.set(edgecolor="#EBC4A6", linewidth=0)
    if surface.min() <= 0.5 < surface.max():
        ax.contour(xs, ys, surface, levels=[0.5], colors="#333333", linewidths=1.2)


def plot_costs(
    costs: Mapping[str, Sequence[float]],
    ax: Axes | None = None,
    *,
    every: int = 1000,
    title: str = "",
) -> Axes:
    """Draw the cost of one or more trainings over the iterations.

    Parameters
    ----------
    costs : mapping of str to sequence of float
        For each training its costs, one at every ``every`` iterations from iteration 0.
    ax : Axes, optional
        Where to draw.
    every : int
        Iterations from one cost to the next.
    title : str
        What to see in the picture.
    """
    ax = ax or new_axes(6, 3.6)
    for (name, values), colour, line in zip(costs.items(), cycle(CYCLE), cycle(LINES)):
        iterations = every * np.arange(len(values))
        ax.plot(iterations, values, color=colour, linestyle=line, label=name)
    ax.set(xlabel="iteration", ylabel="cost (nats per example)", title=title)
    ax.set_ylim(bottom=0)
    ax.legend(fontsize="small")
    return ax


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
        looks: dict[str, Any] = {"color": colour, "linestyle": LINES[number % len(LINES)]}
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


def plot_weights(
    networks: Mapping[str, Mapping[str, Array]], ax: Axes | None = None, *, title: str = ""
) -> Axes:
    """Draw histograms of all weights of one or more networks, biases left out.

    Parameters
    ----------
    networks : mapping of str to parameters
        Each network's ``W1``, ``b1``, ... by the network's name.
    ax : Axes, optional
        Where to draw.
    title : str
        What to see in the picture.
    """
    ax = ax or new_axes(6, 3.6)
    weights = {
        name: np.concatenate([W.ravel() for key, W in parameters.items() if key.startswith("W")])
        for name, parameters in networks.items()
    }
    limit = max(np.abs(values).max() for values in weights.values())
    bins = np.linspace(-limit, limit, 41).tolist()
    for (name, values), colour, line in zip(weights.items(), cycle(CYCLE), cycle(LINES)):
        label = f"{name}: sum of squares {np.sum(values**2):.0f}"
        ax.hist(
            values, bins=bins, histtype="step", color=colour, linestyle=line, lw=1.6, label=label
        )
    ax.set(xlabel="weight", ylabel="number of weights", title=title)
    ax.legend(fontsize="small")
    return ax


def plot_training(
    predict: Callable[[Array], NDArray[Any]],
    costs: Sequence[float],
    X: Array,
    Y: NDArray[np.number],
    *,
    title: str = "",
    **looks: Any,
) -> tuple[Axes, Axes]:
    """Draw how one training went, and beside it the map that it led to.

    Parameters
    ----------
    predict, X, Y, title, **looks
        As in :func:`plot_decision_boundary`.
    costs : sequence of float
        As in :func:`plot_costs`.

    Returns
    -------
    tuple of Axes
        Those of the costs and those of the map.
    """
    _, (left, right) = plt.subplots(
        1, 2, figsize=(10, 4.2), layout="constrained", facecolor="white"
    )
    plot_costs({"this training": costs}, left, title="Cost on the training examples")
    plot_decision_boundary(predict, X, Y, right, title=title, **looks)
    return left, right
