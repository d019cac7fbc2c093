"""The gallery ``sight`` of ``05_deep_network``: how sure networks are, and where they look."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Rectangle
from numpy.typing import NDArray
from scipy.special import expit

from utils.gallery.files import opened
from utils.networks import Array, logit_losses
from utils.plots import BLUE, ORANGE

SIGHT_GALLERY = Path(__file__).with_name("sight.h5")
TEMPERATURES = np.geomspace(0.5, 8, 161)
EDGES = np.linspace(0.5, 1, 6)
COVER = 4
"""The side of the square that is covered, in sixteenths of a picture's."""


@dataclass(frozen=True)
class Sight:
    """Networks of one kind, each trained from another split and other weights.

    Attributes
    ----------
    name : str
        ``"plain"``, ``"L2"``, ``"dropout"`` or ``"fine"``.
    train_accuracy : (S,) array
        Of each of S repetitions.
    dev_logits, test_logits : (S, k), (S, n) array
        The outputs before the sigmoid.
    dev_labels, test_labels : (S, k), (n,) array of int
        1 where a cat is on the picture.
    loss, turned : (n, p, p) array
        For p times p places at which a square of each test picture was covered: by how much the
        logit falls, and on which share of the networks the answer changes; means over the
        repetitions. Empty where none was covered.
    """

    name: str
    train_accuracy: Array = field(repr=False)
    dev_logits: Array = field(repr=False)
    test_logits: Array = field(repr=False)
    dev_labels: NDArray[np.int64] = field(repr=False)
    test_labels: NDArray[np.int64] = field(repr=False)
    loss: Array = field(repr=False)
    turned: Array = field(repr=False)

    @property
    def accuracy(self) -> Array:
        """Return the share of test pictures on which each network is right, (S,)."""
        shares: Array = np.mean((self.test_logits > 0) == self.test_labels, axis=1)
        return shares

    def cost(self, temperature: float | Array = 1.0) -> Array:
        """Return each network's cost on the test pictures, its logits divided by a temperature."""
        return _cost(self.test_logits / np.reshape(temperature, (-1, 1)), self.test_labels)

    def best_temperature(self) -> Array:
        """Return the temperature at which each network's development cost is lowest, (S,)."""
        costs = [_cost(self.dev_logits / each, self.dev_labels) for each in TEMPERATURES]
        found: Array = TEMPERATURES[np.argmin(costs, axis=0)]
        return found

    def answers(self, temperature: float | Array = 1.0) -> tuple[Array, NDArray[np.bool_]]:
        """Return how sure each network is of each answer, from 0.5 to 1, and if it is right."""
        logits = self.test_logits / np.reshape(temperature, (-1, 1))
        return expit(np.abs(logits)), (logits > 0) == self.test_labels


def _cost(logits: Array, labels: NDArray[np.int64]) -> Array:
    """Return the mean cross-entropy of each row."""
    costs: Array = np.mean(logit_losses(logits, labels), axis=1)
    return costs


@cache
def load_sight(name: str) -> Sight:
    """Read the networks of one kind: ``"plain"``, ``"L2"``, ``"dropout"`` or ``"fine"``.

    Raises
    ------
    GalleryError
        If the file is missing, damaged or from another version of the course.
    """
    with opened(SIGHT_GALLERY) as store:
        found: dict[str, Any] = {key: array[()] for key, array in store[name].items()}
        for key in ("loss", "turned"):
            found[key] = found.get(key, np.empty((0, 0, 0))).astype(float)
        for key in ("dev_logits", "test_logits"):
            found[key] = found[key].astype(float)
        labels = store["test_labels"][()].astype(np.int64)
        found["dev_labels"] = found["dev_labels"].astype(np.int64)
        return Sight(name, test_labels=labels, **found)


def plot_reliability(sight: Sight, temperature: float) -> str:
    """Draw how often answers are right by how sure they are, and how many are how sure.

    Returns
    -------
    str
        What there is to see, in one sentence.
    """
    sure, right = sight.answers(temperature)
    place = np.clip(np.digitize(sure, EDGES) - 1, 0, len(EDGES) - 2)
    bins = range(len(EDGES) - 1)
    told = np.array([sure[place == i].mean() if (place == i).any() else np.nan for i in bins])
    came = np.array([right[place == i].mean() if (place == i).any() else np.nan for i in bins])
    share = np.array([np.mean(place == i) for i in bins])
    _, (left, right_half) = plt.subplots(
        1, 2, figsize=(10, 4.2), layout="constrained", facecolor="white"
    )
    left.plot([0.5, 1], [0.5, 1], color="black", ls=":", label="as often as it says")
    left.plot(told, came, "o-", color=BLUE, ms=8, label="the networks")
    left.fill_between(told, told, came, color=ORANGE, alpha=0.2, hatch="//", label="the gap")
    left.set(
        xlim=(0.49, 1.01), ylim=(0.4, 1.01), title=f"How often it is right, T = {temperature:g}"
    )
    left.set(xlabel="how sure it is", ylabel="share of these answers that is right")
    left.legend(loc="upper left", fontsize="small")
    right_half.bar(EDGES[:-1] + 0.05, share, 0.09, color=BLUE)
    right_half.set(ylim=(0, 1), title="How many answers are how sure")
    right_half.set(xlabel="how sure it is", ylabel="share of all answers")
    cost = np.median(sight.cost(temperature))
    return (
        f"T = {temperature:g}: of the answers given with 90 % or more, {came[-1]:.0%} are right; "
        f"the cost is {cost:.2f}, and {np.median(sight.accuracy):.1%} are right as before."
    )


def plot_cover(coarse: Sight, fine: Sight, pictures: NDArray[np.uint8], i: int) -> str:
    """Draw a test picture, and what covering each part of it does to two kinds of networks.

    Returns
    -------
    str
        What there is to see, in one sentence.
    """
    label = "cat" if coarse.test_labels[i] else "non-cat"
    figure, axes = plt.subplots(1, 3, figsize=(11, 3.9), layout="constrained", facecolor="white")
    axes[0].imshow(pictures[i], extent=(0, 16, 16, 0))
    axes[0].set_title(f"A {label}, and the square")
    limit = max(np.abs(sight.loss[i]).max() for sight in (coarse, fine))
    for ax, sight, side in zip(axes[1:], (coarse, fine), (16, 64), strict=True):
        # A place stands for its square's middle.
        half = COVER / 2
        reach = 16 - half
        shades = ax.imshow(
            sight.loss[i], cmap="PuOr_r", vmin=-limit, vmax=limit, extent=(half, reach, reach, half)
        )
        ax.contour(
            np.arange(half, reach + 0.5), np.arange(half, reach + 0.5), sight.loss[i],
            [-0.5 * limit, 0.5 * limit], colors="black", linewidths=1,
        )  # fmt: skip
        ax.set(xlim=(0, 16), ylim=(16, 0), title=f"{side} by {side} pixels")
        figure.colorbar(shades, ax=ax, label="what this square says for a cat", shrink=0.8)
    row, column = np.unravel_index(np.abs(coarse.loss[i]).argmax(), coarse.loss[i].shape)
    axes[0].add_patch(Rectangle((column, row), COVER, COVER, fill=False, edgecolor="white", lw=4))
    axes[0].add_patch(Rectangle((column, row), COVER, COVER, fill=False, edgecolor="black", lw=2))
    for ax in axes:
        ax.set(xticks=[], yticks=[])
    share = coarse.turned[i, row, column]
    wrong = np.mean((coarse.test_logits[:, i] > 0) != coarse.test_labels[i])
    return (
        f"A {label}, which {wrong:.0%} of the networks get wrong. The framed square counts most: "
        f"cover it, and the logit changes by {-coarse.loss[i, row, column]:+.1f}; {share:.0%} of "
        "the networks change their answer."
    )
