"""Contact sheets of pictures, what a network says of them, and measures over several trainings."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from utils.networks import Array
from utils.plots.basics import BLUE, GREEN, GREY, ORANGE, PINK, new_axes

# As in the other notebooks, training is orange and dashed, and what it never sees blue or green.
SETS = ("training", "development", "test", "put aside")
SET_COLOURS = (ORANGE, BLUE, GREEN, PINK, GREY)
SET_LINES = ("--", "-", "-.", ":", (0, (5, 1, 1, 1)))
SET_MARKERS = "xos^D"


def plot_contact_sheet(
    pictures: NDArray[np.uint8],
    captions: Sequence[str] | None = None,
    *,
    columns: int = 10,
    title: str = "",
) -> np.ndarray:
    """Show pictures side by side, pixel by pixel, each with a caption under it.

    Parameters
    ----------
    pictures : (n, rows, columns, 3) array of uint8
        At least one picture.
    captions : sequence of str, optional
        One for each picture.
    columns : int
        Pictures in one row.
    title : str
        What to see.

    Returns
    -------
    array of Axes, shape (rows, columns)

    Raises
    ------
    ValueError
        If there are no pictures, or not as many captions as pictures.
    """
    pictures = np.asarray(pictures)
    if pictures.ndim != 4 or not len(pictures):
        raise ValueError(
            f"pictures must be (n, rows, columns, 3) with n of 1 or more; got {pictures.shape}"
        )
    if captions is not None and len(captions) != len(pictures):
        raise ValueError(f"{len(captions)} captions for {len(pictures)} pictures")
    rows = -(-len(pictures) // columns)
    size = (1.08 * columns, (1.32 if captions is not None else 1.1) * rows + 0.45)
    figure, axes = plt.subplots(
        rows, columns, figsize=size, squeeze=False, layout="constrained", facecolor="white"
    )
    for i, ax in enumerate(axes.flat):
        ax.set_axis_off()
        if i < len(pictures):
            ax.imshow(pictures[i], interpolation="nearest")
            if captions is not None:
                ax.text(
                    0.5, -0.05, captions[i], fontsize=8.5, ha="center", va="top",
                    transform=ax.transAxes,
                )  # fmt: skip
    figure.suptitle(title)
    return axes


def sort_mistakes(probability: Array, Y: NDArray[np.integer]) -> tuple[NDArray[np.intp], Array]:
    """Return the examples that are answered wrongly, the surest mistake first.

    Parameters
    ----------
    probability : (1, m) array
        The network's probability of label 1.
    Y : (1, m) array
        Labels, 0 or 1.

    Returns
    -------
    places : (k,) array of int
        Where the k mistakes stand.
    sureness : (k,) array
        The probability that the network gave to its wrong answer, from 0.5 to 1.

    Raises
    ------
    ValueError
        If there is not one probability for each label.
    """
    p, y = np.ravel(probability), np.ravel(Y)
    if p.shape != y.shape:
        raise ValueError(f"{p.size} probabilities for {y.size} labels")
    sureness = np.where(p > 0.5, p, 1 - p)
    wrong = np.flatnonzero((p > 0.5) != y)
    order = wrong[np.argsort(-sureness[wrong], kind="stable")]
    return order, sureness[order]


def plot_mistakes(
    pictures: NDArray[np.uint8],
    probability: Array,
    Y: NDArray[np.integer],
    classes: Sequence[str] = ("non-cat", "cat"),
    *,
    most: int = 20,
    title: str = "",
) -> np.ndarray | None:
    """Show the pictures that a network gets wrong, the surest mistake first.

    Parameters
    ----------
    pictures : (m, rows, columns, 3) array of uint8
    probability, Y : (1, m) arrays
        As in :func:`sort_mistakes`.
    classes : sequence of str
        What 0 and 1 mean.
    most : int
        How many to show at most.
    title : str
        What to see.

    Returns
    -------
    array of Axes, or None where there is no mistake

    Raises
    ------
    ValueError
        If there is not one probability for each label.
    """
    places, sureness = sort_mistakes(probability, Y)
    if not places.size:
        print("Not one mistake.")
        return None
    said = np.ravel(probability)[places] > 0.5
    # Rounded down: 99.996 % is not certainty.
    captions = [
        f'"{classes[int(label)]}"\n{np.floor(1e4 * share) / 1e2:.2f} % sure'
        for label, share in zip(said[:most], sureness[:most], strict=True)
    ]
    return plot_contact_sheet(pictures[places[:most]], captions, title=title)


def _looks(names: Collection[str]) -> list[int]:
    """Return the place of each set's look: the same in every picture, another for each set."""
    known = {name: i for name in names for i, word in enumerate(SETS) if name.startswith(word)}
    free = [i for i in range(len(SET_COLOURS)) if i not in known.values()]
    return [known[name] if name in known else free.pop(0) for name in names]


def plot_over_settings(
    labels: Sequence[str],
    measures: Mapping[str, Array],
    ax: Axes | None = None,
    *,
    setting: str,
    measure: str,
    middle: float = 1.0,
    title: str = "",
) -> Axes:
    """Draw medians over a setting, with bands that hold the trainings around them.

    Parameters
    ----------
    labels : sequence of str
        The settings, in order; they stand at equal distances.
    measures : mapping of str to (settings, trainings) array
        By name, the measure for each setting and training.
    ax : Axes, optional
        Where to draw.
    setting, measure : str
        Names of the two axes, with units.
    middle : float
        The share of the trainings that the bands hold; 1 for all of them.
    title : str
        What to see.

    Raises
    ------
    ValueError
        If a measure does not have one row per setting.
    """
    ax = ax or new_axes(7, 3.8)
    x = np.arange(len(labels))
    looks = _looks(measures)
    for i, (name, values) in enumerate(measures.items()):
        values = np.asarray(values)
        if values.ndim != 2 or len(values) != len(labels):
            raise ValueError(
                f"{name} must be ({len(labels)} settings, trainings); it is {values.shape}"
            )
        look = looks[i]
        colour, line = SET_COLOURS[look], SET_LINES[look]
        low, high = np.quantile(values, (0.5 - middle / 2, 0.5 + middle / 2), axis=1)
        ax.fill_between(x, low, high, color=colour, alpha=0.18, lw=0)
        ax.plot(
            x, np.median(values, 1), color=colour, ls=line, marker=SET_MARKERS[look], label=name
        )
    ax.set_xticks(x, labels)
    ax.set(xlabel=setting, ylabel=measure, title=title)
    band = "range" if middle == 1 else f"middle {middle:.0%}".replace("%", " %")
    ax.legend(fontsize="small", title=f"median and {band} of {values.shape[1]} trainings")
    return ax


def plot_groups(
    groups: Mapping[str, Mapping[str, Array]],
    ax: Axes | None = None,
    *,
    measure: str,
    title: str = "",
) -> Axes:
    """Draw every training as a mark, group by group, with a bar at each median.

    Parameters
    ----------
    groups : mapping of str to mapping of str to (trainings,) array
        By group, such as the kind of network, and then by set, such as ``"training"``.
    ax : Axes, optional
        Where to draw.
    measure : str
        Name of the vertical axis, with its unit.
    title : str
        What to see.
    """
    ax = ax or new_axes(7, 3.8)
    for i, sets in enumerate(groups.values()):
        looks = _looks(sets)
        for j, (name, values) in enumerate(sets.items()):
            look = looks[j]
            place = i + 0.28 * (j - (len(sets) - 1) / 2)
            spread = np.linspace(-0.06, 0.06, len(values)) if len(values) > 1 else np.zeros(1)
            ax.plot(
                place + spread, values, SET_MARKERS[look], color=SET_COLOURS[look],
                ms=6, label=name if i == 0 else None,
            )  # fmt: skip
            middle = float(np.median(values))
            ax.plot([place - 0.1, place + 0.1], [middle, middle], color="black", lw=1.6)
            # Outwards, where no other set's marks are.
            side = -1 if j < (len(sets) - 1) / 2 else 1
            ax.annotate(
                f"{middle:.2f}", (place + 0.11 * side, middle), va="center", fontsize="small",
                ha="left" if side > 0 else "right",
            )  # fmt: skip
    ax.set_xticks(range(len(groups)), list(groups))
    ax.set(xlim=(-0.5, len(groups) - 0.4), ylabel=measure, title=title)
    meaning = "each mark one training, bars: medians"
    if len(sets) > 1:
        ax.legend(fontsize="small", title=meaning)
    else:
        ax.set_xlabel(meaning)
    return ax


def plot_slopes(
    promised: Array, measured: Array, ax: Axes | None = None, *, title: str = ""
) -> Axes:
    """Draw measured slopes of a cost over those that the gradients promise, and how far they agree.

    Parameters
    ----------
    promised, measured : (n,) arrays
        Slopes in n directions.
    ax : Axes, optional
        Where to draw.
    title : str
        What to see; the relative difference of the two is added.
    """
    ax = ax or new_axes(4, 4)
    promised, measured = np.asarray(promised), np.asarray(measured)
    size = np.linalg.norm(promised) + np.linalg.norm(measured)
    apart = np.linalg.norm(promised - measured) / size if size else 0.0
    ends = np.array([promised.min(), promised.max()])
    ax.plot(ends, ends, color="black", lw=1, label="equal")
    ax.plot(promised, measured, "o", color=BLUE, ms=5, alpha=0.7, label="one direction each")
    ax.set(xlabel="slope promised by the gradients", ylabel="slope measured")
    ax.set_title(
        f"{title}\nrelative difference {apart:.1f}"
        if apart > 0.1
        else f"{title}\nrelative difference {apart:.0e}"
    )
    ax.legend(fontsize="small")
    return ax
