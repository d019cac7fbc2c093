"""The gallery of ``02_regularization``: trainings over λ, keep_prob and kinds of mask.

Each sweep holds a *showcase*, the network of the
graded notebook, and *repetitions* of it with other fields, other first weights and other masks.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes

from utils.data import make_field
from utils.gallery.files import opened
from utils.networks import Array
from utils.plots import BLUE, CYCLE, ORANGE, draw_regions, new_axes, plot_points

GALLERY = Path(__file__).with_name("regularization.h5")
SYMBOLS = {"lambda": "λ", "keep_prob": "keep_prob"}


@dataclass(frozen=True)
class Sweep:
    """Networks that differ in one setting, each setting trained many times.

    Attributes
    ----------
    name : str
        ``"lambda"``, ``"keep_prob"`` or ``"methods"``.
    labels : tuple of str
        The V settings, such as ``"0.7"``.
    showcase : dict of str to array
        By measure, V entries each: ``train_accuracy`` and ``train_cost`` (also ``validation_``,
        ``test_``), ``sum_of_squares``, ``weights``, ``map`` (100, 100) with 255 for a probability
        of 1; every 1,000 iterations the costs ``curve_train``, ``curve_test`` and, through the
        masks, ``curve_seen``.
    repetitions : dict of str to array
        The same but ``weights``, (V, S, ...) for S repetitions; maps hold every second point.
    x1, x2, line_accuracy : array
        The maps' coordinates; training and test accuracy of the best straight boundary, of the
        showcase and then of the repetitions.
    """

    name: str
    labels: tuple[str, ...]
    showcase: dict[str, Array] = field(repr=False)
    repetitions: dict[str, Array] = field(repr=False)
    x1: Array = field(repr=False)
    x2: Array = field(repr=False)
    line_accuracy: Array = field(repr=False)

    @property
    def values(self) -> Array:
        """The settings as numbers."""
        return np.array(self.labels, dtype=float)

    def index(self, label: str) -> int:
        """Return the place of a setting, or say which ones there are."""
        if label in self.labels:
            return self.labels.index(label)
        raise ValueError(f"no {label!r} in this sweep; it has {', '.join(self.labels)}")

    def title(self, i: int) -> str:
        """Return the setting as a title, such as ``"λ = 0.7"``."""
        prefix = f"{SYMBOLS[self.name]} = " if self.name in SYMBOLS else ""
        return prefix + self.labels[i]


@cache
def load_sweep(name: str, file: Path = GALLERY) -> Sweep:
    """Read one sweep of the gallery: ``"lambda"``, ``"keep_prob"`` or ``"methods"``.

    Raises
    ------
    GalleryError
        If the file is missing, damaged or from another version of the course.
    """
    with opened(file) as store:
        group = store[name]
        names = ("showcase", "repetitions")
        parts: dict[str, Any]
        parts = {part: {key: array[()] for key, array in group[part].items()} for part in names}
        common: dict[str, Any]
        common = {key: store[key][()] for key in ("x1", "x2", "line_accuracy")}
        return Sweep(name, tuple(map(str, group.attrs["labels"])), **parts, **common)


def plot_sweep(
    sweep: Sweep, ax: Axes | None = None, *, measure: str = "accuracy", title: str = ""
) -> Axes:
    """Draw accuracy or cost over the setting, on training and on validation kicks.

    Lines are medians, which a single failed training does not move; bands hold the middle 80 %
    of the repetitions. An accuracy below 0.8 and a cost above 1 are cut off.
    """
    ax = ax or new_axes(7.5, 4)
    looks = {"train": (ORANGE, "--x", "training"), "validation": (BLUE, "-o", "validation")}
    for split, (colour, line, name) in looks.items():
        found = sweep.repetitions[f"{split}_{measure}"]
        low, high = np.quantile(found, (0.1, 0.9), axis=1)
        ax.fill_between(sweep.values, low, high, color=colour, alpha=0.18, lw=0)
        ax.plot(sweep.values, np.median(found, axis=1), line, color=colour, label=f"{name} kicks")
    ax.set(xlabel=SYMBOLS[sweep.name], title=title)
    if measure == "accuracy":
        ax.set(ylabel="accuracy", ylim=(0.8, 1))
    else:
        ax.set(ylabel="cost (nats per example)", ylim=(0, 1))
    if sweep.name == "lambda":
        # A logarithmic axis that has room for 0 at its left end.
        ax.set_xscale("symlog", linthresh=0.01, linscale=0.5)
        ax.set(xlim=(-0.004, 40), xlabel="λ (logarithmic; 0 at the left end)")
    ax.set_xticks(sweep.values, sweep.labels)
    ax.minorticks_off()
    ax.legend(title=f"median and middle 80 % of {found.shape[1]} trainings", loc="upper right")
    return ax


def plot_sweep_map(sweep: Sweep, i: int, ax: Axes | None = None, *, title: str = "") -> Axes:
    """Draw the showcase's map for the i-th setting, with the training kicks."""
    ax = ax or new_axes()
    draw_regions(ax, sweep.x1, sweep.x2, sweep.showcase["map"][i] / 255)
    return plot_points(*make_field()[:2], ax, title=title or sweep.title(i))


def plot_sweep_maps(sweep: Sweep, columns: int = 5, *, title: str = "") -> np.ndarray:
    """Draw the showcase's maps for all settings side by side, without axis labels."""
    rows = -(-len(sweep.labels) // columns)
    size = (2.1 * columns, 2.75 * rows + 0.3)
    look: dict[str, Any] = {"layout": "constrained", "facecolor": "white"}
    axes: np.ndarray
    figure, axes = plt.subplots(rows, columns, figsize=size, squeeze=False, **look)
    for i, ax in enumerate(axes.flat):
        if i >= len(sweep.labels):
            ax.set_axis_off()
            continue
        plot_sweep_map(sweep, i, ax)
        ax.set(xlabel="", ylabel="", xticks=[], yticks=[])
        ax.get_legend().remove()
        for points in ax.collections[-2:]:
            points.set_sizes([7])
        test = sweep.showcase["test_accuracy"][i]
        ax.set_title(f"{sweep.title(i)}\ntest kicks {test:.1%}", fontsize="medium")
    figure.suptitle(title)
    return axes


def plot_bundle(sweep: Sweep, label: str, ax: Axes | None = None, *, title: str = "") -> Axes:
    """Draw the boundaries of all repetitions of one setting on top of each other."""
    ax = ax or new_axes(4, 4.5)
    look: dict[str, Any] = {"colors": BLUE, "linewidths": 0.8, "alpha": 0.6}
    for surface in sweep.repetitions["map"][sweep.index(label)] / 255:
        if surface.min() < 0.5 < surface.max():
            ax.contour(sweep.x1[::2], sweep.x2[::2], surface, [0.5], **look)
    ax.set(xlabel="$x_1$: across the field", ylabel="$x_2$: along the field", aspect="equal")
    ax.set_title(title or sweep.title(sweep.index(label)))
    return ax


def plot_histogram(sweep: Sweep, i: int, ax: Axes | None = None, *, title: str = "") -> Axes:
    """Draw how large the showcase's weights are for the i-th setting; the axis is that of all."""
    ax = ax or new_axes(5, 3.6)
    limit = np.abs(sweep.showcase["weights"]).max() * 1.02
    counts, edges = np.histogram(sweep.showcase["weights"][i], np.linspace(-limit, limit, 42))
    # Most weights near 0 would hide the few large ones on a linear axis.
    ax.set(yscale="log", xlim=(-limit, limit), ylim=(0.7, 120), xlabel="weight", title=title)
    ax.stairs(counts, edges, baseline=0.1, fill=True, color=BLUE)
    ax.set_ylabel("number of weights (logarithmic)")
    return ax


def plot_repetitions(
    sweep: Sweep, measure: str, ax: Axes | None = None, *, bottom: float = 0.86, title: str = ""
) -> Axes:
    """Draw every repetition as a dot, or below ``bottom`` as a triangle; bars are medians."""
    ax = ax or new_axes(7.5, 4)
    for i, values in enumerate(sweep.repetitions[measure]):
        shown = np.maximum(values, bottom)
        # Equal values stand side by side, so that each dot can be seen.
        _, place, counts = np.unique(shown.round(4), return_inverse=True, return_counts=True)
        rank = np.array([np.sum(place[:j] == place[j]) for j in range(len(place))])
        x = i + 0.045 * (rank - (counts[place] - 1) / 2)
        median, cut = np.median(values), values < bottom
        ax.plot(x[~cut], shown[~cut], ".", color=CYCLE[i], ms=7)
        ax.plot(x[cut], shown[cut] + 0.002, "v", color=CYCLE[i], ms=7)
        ax.plot([i - 0.38, i + 0.38], [median, median], color="black", lw=1.6)
        ax.annotate(f"{median:.3f}", (i + 0.4, median), va="center", fontsize="small")
    ax.set_xticks(range(len(sweep.labels)), sweep.labels)
    ax.set(xlim=(-0.6, len(sweep.labels) - 0.2), ylim=(bottom, None), title=title)
    ax.set_ylabel(measure.replace("_", " "))
    return ax
