"""The error of numerical slopes over the step, on two logarithmic axes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import cycle
from typing import Any, Literal

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from utils.networks import Array
from utils.plots.basics import BLUE, CYCLE, LINES, ORANGE, new_axes
from utils.plots.gradient_checking import THRESHOLD


def plot_errors(
    steps: Array,
    errors: Mapping[str, Array],
    ax: Axes | None = None,
    *,
    title: str = "",
    guides: Mapping[str, Callable[[Array], Array]] | None = None,
) -> Axes:
    """Draw the median error over the step, with a band that holds 80 % of the networks.

    Parameters
    ----------
    steps : (n,) array
        The steps.
    errors : mapping of str to (networks, n) array
        Relative errors by name.
    ax : Axes, optional
        Where to draw.
    title : str
        What to see in the picture.
    guides : mapping of str to function, optional
        Thin dotted lines for comparison: functions of the steps.
    """
    ax = ax or new_axes(8, 4.4)
    for (name, values), colour, line in zip(errors.items(), cycle(CYCLE), cycle(LINES)):
        # A logarithmic axis has no 0: what is exactly right is drawn at the lower end.
        low, median, high = np.quantile(np.maximum(values, 1e-17), (0.1, 0.5, 0.9), axis=0)
        ax.fill_between(steps, low, high, color=colour, alpha=0.15, lw=0)
        ax.plot(steps, median, color=colour, ls=line, lw=2, label=name)
    for (name, function), dash in zip((guides or {}).items(), (":", (0, (6, 3))), strict=False):
        ax.plot(steps, function(steps), color="black", ls=dash, lw=1.2, label=name)
    ax.axhline(THRESHOLD, color="gray", lw=1)
    note = " threshold $10^{-7}$"
    ax.text(steps.min(), 1.4 * THRESHOLD, note, fontsize="small", color="#444444")
    ax.set(xscale="log", yscale="log", ylim=(1e-17, 3), title=title)
    ax.set(xlabel="step ε (no unit)", ylabel="relative error (no unit)")
    ax.legend(fontsize="small", title=f"median and middle 80 % of {len(values)} networks")
    return ax


def plot_entries(
    sizes: Array, errors: Mapping[str, Array], wrong: NDArray[np.bool_], *, titles: Sequence[str]
) -> Sequence[Axes]:
    """Draw the relative error of single entries of gradients over their size.

    Parameters
    ----------
    sizes : (n,) array
        How large each entry is.
    errors : mapping of str to (n,) array
        By the way in which the numerical gradient was made, the error of each entry.
    wrong : (n,) array of bool
        Which entries have a mistake.
    titles : sequence of str
        What to see in each panel.
    """
    axes: Sequence[Axes]
    _, axes = plt.subplots(
        1, len(errors), figsize=(10, 4), layout="constrained", facecolor="white", sharey=True
    )
    for ax, (name, values), title in zip(axes, errors.items(), titles, strict=True):
        shown = np.maximum(values, 1e-17)
        ax.plot(sizes[~wrong], shown[~wrong], ".", ms=4, color=BLUE, label="right entry")
        ax.plot(
            sizes[wrong], shown[wrong], "s", ms=6, mfc="none", mew=1.6, color=ORANGE,
            label="wrong by a millionth",
        )  # fmt: skip
        ax.set(xscale="log", yscale="log", ylim=(5e-18, 10), title=f"{name}: {title}")
        ax.set(xlabel="size of the entry (nats per unit)")
        place: Literal["lower left", "center left"]
        place = "lower left" if shown[~wrong].max() > 1e-9 else "center left"
        ax.legend(fontsize="small", loc=place)
    axes[0].set_ylabel("relative error (no unit)")
    return axes


def plot_digits(above: float, below: float, step: float, slope: float, ax: Axes) -> Axes:
    """Write two costs below each other, the digits that cancel in grey, and what is left.

    Parameters
    ----------
    above, below : float
        The costs at θ + ε and at θ - ε.
    step : float
        ε.
    slope : float
        What (above - below) / 2ε should be.
    ax : Axes
        Where to write; its frame is taken away.
    """
    ax.set_axis_off()
    found = (above - below) / (2 * step)
    costs = [f"{cost:.16f}" for cost in (above, below)]
    slopes = [f"{value:.16f}" for value in (found, slope)]
    lost, right = common_digits(*costs), common_digits(*slopes)
    rows = (
        (costs[0], "J(θ + ε)", lost, False),
        (costs[1], "J(θ - ε)", lost, False),
        (slopes[0], "quotient", right, True),
        (slopes[1], "exact", right, True),
    )
    for row, (number, name, same, wanted) in enumerate(rows):
        y = 0.84 - 0.19 * row - (0.1 if wanted else 0)
        look: dict[str, Any] = {"transform": ax.transAxes, "fontsize": 12, "va": "center"}
        ax.text(0.0, y, name, **look)
        for place, digit in enumerate(number):
            alike = place < same
            # What is lost is pale, what is right is underlined: not by colour alone.
            colour = (BLUE if wanted else "#767676") if alike else "black"
            weight = "normal" if alike and not wanted else "bold"
            x = 0.26 + 0.041 * place
            ax.text(x, y, digit, color=colour, weight=weight, family="monospace", **look)
            if alike and wanted:
                ax.plot([x, x + 0.028], [y - 0.06] * 2, color=BLUE, lw=1.5, transform=ax.transAxes)
    ax.set(xlim=(0, 1), ylim=(0, 1))
    return ax


def common_digits(one: str, other: str) -> int:
    """Return how many characters two texts of numbers share at their beginning."""
    for place, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return place
    return min(len(one), len(other))
