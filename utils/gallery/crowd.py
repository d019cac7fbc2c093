"""The gallery of thinned networks in ``02_regularization``: what a hundred masks make of one."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
import numpy as np

from utils.data import make_field
from utils.gallery.files import opened
from utils.networks import Array
from utils.plots import BLUE, plot_points

CROWD_GALLERY = Path(__file__).with_name("crowd.h5")


@dataclass(frozen=True)
class Crowd:
    """Networks that were trained with dropout, each thinned by a hundred masks.

    Attributes
    ----------
    x1, x2 : array
        The maps' coordinates.
    thinned, whole : array
        The showcase's probabilities of "ours", (100, n, n) for its thinned networks and (n, n) for
        the whole one.
    measures : dict of str to array
        Of 30 repetitions, on their own test kicks: ``thinned_accuracy`` (30, 100),
        ``crowd_accuracy`` and ``whole_accuracy`` (30,), how far the crowd's mean answer and the
        whole network's lie apart (``mean_apart``, ``most_apart``), and for each kick how widely the
        thinned networks scatter and whether the whole one is right (``doubt``, ``right``).
    """

    x1: Array = field(repr=False)
    x2: Array = field(repr=False)
    thinned: Array = field(repr=False)
    whole: Array = field(repr=False)
    measures: dict[str, Array] = field(repr=False)


@cache
def load_crowd(keep_prob: str) -> Crowd:
    """Read the networks trained with ``"0.86"`` or ``"0.5"``.

    Raises
    ------
    GalleryError
        If the file is missing, damaged or from another version of the course.
    """
    with opened(CROWD_GALLERY) as store:
        found = {name: array[()] for name, array in store[keep_prob].items()}
        thinned, whole = (found.pop(name) / 255 for name in ("thinned_map", "whole_map"))
        return Crowd(store["x1"][()], store["x2"][()], thinned, whole, found)


def plot_crowd(crowd: Crowd, count: int) -> str:
    """Draw some thinned networks, their mean against the whole network, and their doubt.

    Returns
    -------
    str
        What there is to see, in one sentence.
    """
    thinned = crowd.thinned[:count]
    mean = thinned.mean(axis=0)
    look: dict[str, Any] = {"layout": "constrained", "facecolor": "white"}
    figure, axes = plt.subplots(1, 3, figsize=(12.5, 4.9), sharey=True, **look)
    one = "1 thinned network" if count == 1 else f"{count} thinned networks"
    for surface in thinned:
        if surface.min() < 0.5 < surface.max():
            alpha = max(0.25, 1 / count)
            axes[0].contour(crowd.x1, crowd.x2, surface, [0.5], colors=BLUE, alpha=alpha)
    axes[0].set_title(one)
    apart = np.abs(mean - crowd.whole)
    axes[1].set_title("their mean against the whole network")
    axes[2].set_title("where they disagree")
    spread = thinned.std(axis=0)
    for ax, values, label in (
        (axes[1], apart, "difference of the probabilities"),
        (axes[2], spread, "standard deviation of the answers"),
    ):
        shades = ax.pcolormesh(
            crowd.x1, crowd.x2, values, cmap="Greys", vmin=0, vmax=0.5, rasterized=True
        )
        figure.colorbar(shades, ax=ax, label=label, shrink=0.8)
    axes[1].contour(crowd.x1, crowd.x2, mean, [0.5], colors=BLUE, linewidths=2)
    for ax in axes[:2]:
        ax.contour(
            crowd.x1, crowd.x2, crowd.whole, [0.5], colors="black", linestyles="--", linewidths=2
        )
    axes[0].plot([], color="black", ls="--", lw=2, label="the whole network")
    axes[0].legend(loc="lower right", fontsize="small")
    plot_points(*make_field()[:2], axes[2], title="where they disagree")
    axes[2].get_legend().remove()
    for points in axes[2].collections[-2:]:
        points.set_sizes([9])
    for ax in axes:
        ax.set(xlabel="$x_1$: across the field", aspect="equal")
        ax.set(xlim=crowd.x1[[0, -1]], ylim=crowd.x2[[0, -1]])
    axes[0].set_ylabel("$x_2$: along the field")
    return (
        f"{one}: over the map, the mean answer lies {apart.mean():.2f} from that of the whole "
        f"network on average, and {apart.max():.2f} where it is farthest."
    )
