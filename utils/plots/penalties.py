"""Where a hill's lowest point goes under a penalty, and the fence that holds it there."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from matplotlib.axes import Axes

from utils.networks import Array
from utils.plots.basics import BLUE, ORANGE
from utils.plots.minibatch_training import plot_paths

Box = tuple[tuple[float, float], tuple[float, float]]


def plot_fence(
    cost: Callable[[Array], Array],
    path: Array,
    w: Array,
    ax: Axes,
    *,
    order: int,
    around: Box,
    title: str = "",
) -> Axes:
    """Draw the weights of least cost, the fence of equal penalty, and the contour that touches it.

    Parameters
    ----------
    cost : callable
        The cost without its penalty: takes positions (n, 2), returns (n,).
    path : (k, 2) array
        The weights of least cost for growing λ, those of λ = 0 first.
    w : (2,) array
        The weights for the λ that is shown.
    ax : Axes
        Where to draw.
    order : {1, 2}
        Which penalty: sizes, whose fence is a diamond, or squares, whose fence is a circle.
    around : pair of pairs
        Lowest and highest value of either weight.
    title : str
        What to see in the picture.
    """
    plot_paths(cost, {"for all λ": path}, ax, around=around, title=title)
    first, second = (np.linspace(*limits, 200) for limits in around)
    grid = np.stack([part.ravel() for part in np.meshgrid(first, second)], axis=1)
    level = float(cost(w[np.newaxis])[0])
    surface = cost(grid).reshape(200, 200)
    if surface.min() < level:
        ax.contour(first, second, surface, levels=[level], colors="black", linewidths=1.3)
    angle = np.linspace(0, 2 * np.pi, 401 if order == 2 else 5)
    fence = np.linalg.norm(w, order) * np.stack([np.cos(angle), np.sin(angle)])
    name = "equal squares" if order == 2 else "equal sizes"
    ax.fill(*fence, facecolor=ORANGE, alpha=0.15)
    ax.plot(*fence, color=ORANGE, ls="--", lw=1.6, label=name)
    ax.plot(*w, "o", color=BLUE, ms=10, mec="white", zorder=4, label="lowest with this λ")
    ax.plot(*path[0], "*", color="white", mec="black", ms=15, zorder=3)
    ax.set_aspect("equal")
    ax.legend(loc="lower right", fontsize="small")
    return ax


def plot_shares(
    curvatures: dict[str, float], found: dict[str, float], lam: float, ax: Axes
) -> Axes:
    """Draw what a penalty leaves of each direction, h / (h + λ), over λ.

    Parameters
    ----------
    curvatures : dict of str to float
        For each direction the curvature h of the cost.
    found : dict of str to float
        For each direction the share that was measured at this λ.
    lam : float
        λ.
    ax : Axes
        Where to draw.
    """
    along = np.logspace(-3, 2, 101)
    looks = {
        name: look for name, look in zip(curvatures, ((BLUE, "-"), (ORANGE, "--")), strict=True)
    }
    for name, h in curvatures.items():
        colour, line = looks[name]
        ax.plot(along, h / (h + along), color=colour, ls=line, lw=2, label=f"{name}, h = {h:.2g}")
        ax.plot(max(lam, along[0]), found[name], "o", color=colour, ms=9, mec="black", zorder=3)
    ax.axvline(max(lam, along[0]), color="black", lw=1)
    ax.set(xscale="log", ylim=(-0.03, 1.05), xlabel="λ", ylabel="share that is left (no unit)")
    ax.set_title("What L2 leaves of each direction")
    ax.legend(fontsize="small", loc="lower left")
    return ax
