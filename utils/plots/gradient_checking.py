"""Pictures of ``03_gradient_checking``: chords, one long vector, tangents, reports and time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import cycle

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import ListedColormap, LogNorm
from matplotlib.patches import Rectangle
from matplotlib.ticker import NullLocator

from utils.networks import Array
from utils.plots.basics import BLUE, CYCLE, GREEN, LINES, ORANGE, PINK, new_axes

THRESHOLD = 1e-7


def plot_chords(
    curve: Callable[[Array], Array],
    slope: float,
    theta: float,
    epsilon: float,
    ax: Axes | None = None,
    *,
    title: str = "",
) -> Axes:
    """Draw a curve, its tangent at one point, and the chords of two difference quotients.

    Parameters
    ----------
    curve : callable
        Takes an array of positions and returns the curve's heights.
    slope : float
        The curve's derivative at ``theta``.
    theta, epsilon : float
        The point, and the step of the quotients.
    ax : Axes, optional
        Where to draw.
    title : str
        What to see in the picture.
    """
    ax = ax or new_axes()
    reach = np.linspace(theta - 1.35 * epsilon, theta + 1.35 * epsilon, 200)
    ax.plot(reach, curve(reach), color="black", lw=2, label="cost $J(θ)$")
    height = float(curve(np.array(theta)))
    ax.plot(reach, height + slope * (reach - theta), color=GREEN, lw=1.5, label="tangent")
    ends = ((theta, theta + epsilon), (theta - epsilon, theta + epsilon))
    names, marks = ("from θ to θ + ε", "from θ − ε to θ + ε"), ("s", "o")
    for pair, name, colour, line, mark in zip(
        ends, names, (ORANGE, BLUE), LINES[1:], marks, strict=False
    ):
        places = np.array(pair)
        heights = curve(places)
        ax.plot(places, heights, color=colour, ls=line, lw=1.8, marker=mark, label=name)
    ax.set(xlabel="θ", ylabel="cost", title=title)
    ax.legend(fontsize="small")
    return ax


def plot_vector(theta: Array, parameters: Mapping[str, Array], *, title: str = "") -> Axes:
    """Draw a vector's numbers as bars, and mark which block each one comes from.

    Parameters
    ----------
    theta : (n, 1) array
        All parameters in one column.
    parameters : dict
        The blocks that it was made of, in order.
    title : str
        What to see in the picture.
    """
    ax = new_axes(9, 3.2)
    start = 0
    for place, (name, block) in enumerate(parameters.items()):
        numbers = np.ravel(theta)[start : start + block.size]
        places = np.arange(start, start + len(numbers))
        hatch = "///" if name.startswith("b") else ""
        ax.bar(places, numbers, color=CYCLE[place // 2], hatch=hatch, edgecolor="white", width=0.9)
        ax.text(places.mean(), 1.02, name, ha="center", transform=ax.get_xaxis_transform())
        start += block.size
        ax.axvline(start - 0.5, color="gray", lw=0.8)
    ax.axhline(0, color="black", lw=0.8)
    ax.set(xlabel="place in the vector", ylabel="value", xlim=(-0.7, start - 0.3))
    ax.set_title(title, pad=20)
    return ax


def plot_blocks(parameters: Mapping[str, Array], *, title: str = "") -> Sequence[Axes]:
    """Write each block's numbers into its cells.

    Parameters
    ----------
    parameters : dict
        Blocks of at most a few numbers each.
    title : str
        What to see in the picture.
    """
    tallest = max(map(len, parameters.values()))
    widths = [block.shape[1] for block in parameters.values()]
    axes: Sequence[Axes]
    figure, axes = plt.subplots(
        1, len(parameters), figsize=(9, 2.1), layout="constrained", facecolor="white",
        width_ratios=widths,
    )  # fmt: skip
    for place, (ax, (name, block)) in enumerate(zip(axes, parameters.items(), strict=True)):
        ax.pcolormesh(
            np.ones_like(block), vmin=0, vmax=1, edgecolors="white", linewidth=2, alpha=0.35,
            cmap=_single(CYCLE[place // 2]),
        )  # fmt: skip
        for (row, column), number in np.ndenumerate(block):
            ax.text(column + 0.5, row + 0.5, f"{number:.0f}", ha="center", va="center")
        ax.set(title=f"{name}\n{block.shape}", ylim=(tallest, 0), xlim=(0, block.shape[1]))
        ax.title.set_fontsize("medium")
        ax.set_axis_off()
    figure.suptitle(title)
    return axes


def plot_along(
    moves: Array, costs: Sequence[float], rate: float, ax: Axes | None = None, *, title: str = ""
) -> Axes:
    """Draw the cost along a straight way through all parameters, with the predicted tangent.

    Parameters
    ----------
    moves : array
        How far the parameters were moved; 0 is among them.
    costs : sequence of float
        The cost at each.
    rate : float
        The slope at 0 that the gradient predicts.
    ax : Axes, optional
        Where to draw.
    title : str
        What to see in the picture.
    """
    ax = ax or new_axes(6, 3.6)
    start = costs[int(np.argmin(np.abs(moves)))]
    ax.plot(moves, costs, color="black", lw=2, label="cost on the way")
    ax.plot(moves, start + rate * moves, color=ORANGE, ls="--", label="what the gradient predicts")
    ax.plot(0, start, "o", color="black", ms=6)
    ax.set(xlabel="distance moved, all 47 numbers at once", ylabel="cost (nats per example)")
    ax.set(title=title, ylim=(min(costs) - 0.2, max(costs) + 0.2))
    ax.legend(fontsize="small")
    return ax


def plot_differences(
    differences: Mapping[str, Sequence[float]], ax: Axes | None = None, *, title: str = ""
) -> Axes:
    """Draw how many checks of right gradients ended at which relative difference.

    Parameters
    ----------
    differences : mapping of str to sequence of float
        For each way to compute the cost, one difference per network.
    ax : Axes, optional
        Where to draw.
    title : str
        What to see in the picture.
    """
    ax = ax or new_axes(8, 3.6)
    bins = np.logspace(-10.5, 0, 64).tolist()
    for (name, values), colour, line in zip(
        differences.items(), cycle((ORANGE, BLUE)), cycle(LINES)
    ):
        alarms = np.sum(np.asarray(values) > THRESHOLD)
        label = f"{name}: {alarms} false alarms of {len(values)}"
        ax.hist(values, bins, histtype="step", color=colour, ls=line, lw=2, label=label)
    ax.axvline(THRESHOLD, color="black", ls=":", lw=1.8, label="threshold $10^{-7}$")
    ax.set(xscale="log", xlabel="relative difference (no unit)", ylabel="networks", title=title)
    ax.legend(fontsize="small", loc="upper right")
    return ax


def plot_reports(
    reports: Mapping[str, Mapping[str, tuple[float, float]]],
    suspects: Mapping[str, Sequence[str]],
    *,
    title: str = "",
) -> Axes:
    """Draw one row per program: each block's error as a shade, its factor in words.

    Parameters
    ----------
    reports : mapping of str to report
        Per program and block, the error and the factor.
    suspects : mapping of str to sequence of str
        Per program, the blocks to be framed.
    title : str
        What to see in the picture.
    """
    blocks = list(next(iter(reports.values())))
    errors = np.array([[report[name][0] for name in blocks] for report in reports.values()])
    ax = new_axes(8.5, 4.2)
    mesh = ax.pcolormesh(
        np.maximum(errors, 1e-9), norm=LogNorm(1e-9, 1), cmap="Blues", edgecolors="white", lw=2
    )
    for row, (letter, report) in enumerate(reports.items()):
        for column, name in enumerate(blocks):
            error, factor = report[name]
            dark = error > 1e-4
            text = f"{error:.2f}\n× {factor:.2f}" if dark else "right"
            colour = "white" if dark else "black"
            ax.text(column + 0.5, row + 0.5, text, ha="center", va="center", color=colour)
            if name in suspects[letter]:
                frame = Rectangle((column + 0.05, row + 0.05), 0.9, 0.9, fill=False)
                frame.set(edgecolor=ORANGE, linewidth=3.5)
                ax.add_patch(frame)
    ax.set_xticks(np.arange(len(blocks)) + 0.5, blocks)
    ax.set_yticks(np.arange(len(reports)) + 0.5, reports)
    ax.tick_params(length=0)
    ax.set(title=title, ylabel="program", xlabel="block (framed: where the mistake must be)")
    ax.invert_yaxis()
    ax.figure.colorbar(mesh, label="relative error (no unit)")
    return ax


def plot_pairs(
    pairs: Mapping[str, tuple[Array, Array]], *, titles: Sequence[str] = ()
) -> Sequence[Axes]:
    """Scatter gradients against numerical gradients, a panel for each pair.

    Parameters
    ----------
    pairs : mapping of str to pair of arrays
        By name, all entries of a gradient and of the numerical one.
    titles : sequence of str
        What to see in each panel.
    """
    axes: Sequence[Axes]
    _, axes = plt.subplots(
        1, len(pairs), figsize=(9.5, 4.2), layout="constrained", facecolor="white"
    )
    for ax, (name, (ours, numerical)), title in zip(axes, pairs.items(), titles, strict=True):
        limits = 1.1 * np.array([-1, 1]) * np.abs(ours).max()
        ax.plot(limits, limits, color="gray", lw=1, label="both the same")
        ax.plot(ours, numerical, "o", ms=4, color=BLUE, label="one parameter")
        ax.set(xlabel="gradient of the backward pass", title=f"{name}: {title}")
        ax.ticklabel_format(axis="y", scilimits=(-3, 4))
        ax.legend(fontsize="small", loc="upper left")
    axes[0].set_ylabel("numerical gradient")
    return axes


def plot_times(
    milliseconds: Mapping[str, float], ax: Axes | None = None, *, title: str = ""
) -> Axes:
    """Draw how long each way took, as bars on a logarithmic scale.

    Parameters
    ----------
    milliseconds : mapping of str to float
        Time of each way.
    ax : Axes, optional
        Where to draw.
    title : str
        What to see in the picture.
    """
    ax = ax or new_axes(7, 2.4)
    slowest = max(milliseconds.values())
    names = list(milliseconds)
    ax.barh(names, list(milliseconds.values()), color=[ORANGE, BLUE, GREEN, PINK][: len(names)])
    for place, value in enumerate(milliseconds.values()):
        share = f"  {slowest / value:.0f} times as fast" if value < slowest else ""
        ax.text(1.1 * value, place, f"{value:.2g} ms{share}", va="center")
    ax.set(xscale="log", xlabel="time of one whole check (ms)", title=title)
    ax.set_xlim(min(milliseconds.values()) / 4, 20 * slowest)
    ax.yaxis.set_minor_locator(NullLocator())
    ax.invert_yaxis()
    return ax


def _single(colour: str) -> ListedColormap:
    return ListedColormap([colour])
