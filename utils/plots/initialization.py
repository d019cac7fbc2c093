"""Pictures of ``01_initialization``: maps side by side."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from utils.networks import Array
from utils.plots.basics import plot_decision_boundary

CIRCLES: dict[str, Any] = {"names": ("0: outer", "1: inner"), "features": ("$x_1$", "$x_2$")}
"""Names of the circles' labels and features, for the functions that draw them."""


def plot_maps(
    predictors: Mapping[str, Callable[[Array], NDArray[Any]]], X: Array, Y: NDArray[np.integer]
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
