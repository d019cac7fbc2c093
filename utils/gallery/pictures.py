"""The gallery of ``05_deep_network``: trainings over depth and λ on the pictures of cats."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray
from scipy.special import expit

from utils.gallery.files import opened
from utils.networks import Array
from utils.plots import BLUE, ORANGE, new_axes

PICTURES_GALLERY = Path(__file__).with_name("pictures.h5")


@dataclass(frozen=True)
class PictureSweep:
    """Networks that differ in one setting, each setting trained many times.

    Attributes
    ----------
    name : str
        ``"depth"`` or ``"lambda"``.
    labels : tuple of str
        The V settings, such as ``"10"``.
    measures : dict of str to (V, S) array
        For S repetitions ``train_accuracy`` and ``train_cost`` (also ``dev_``, ``test_``), and
        ``sum_of_squares``; ``test_logits`` is (V, S, n) for n test pictures. With ``"lambda"``,
        ``first_weights`` holds the first repetition's ``W1``, (V, 20, 768).
    test_labels : (n,) array of int
        1 for each test picture with a cat.
    test_kinds : tuple of str
        What each test picture shows, such as ``"owl"``.
    """

    name: str
    labels: tuple[str, ...]
    measures: dict[str, Array] = field(repr=False)
    test_labels: NDArray[np.int64] = field(repr=False)
    test_kinds: tuple[str, ...] = field(repr=False)

    def index(self, label: str) -> int:
        """Return the place of a setting, or say which ones there are."""
        if label in self.labels:
            return self.labels.index(label)
        raise ValueError(f"no {label!r} in this sweep; it has {', '.join(self.labels)}")

    def probability(self, label: str) -> Array:
        """Return the probability of a cat, (S, n), that each network gives to each test picture."""
        chances: Array = expit(self.measures["test_logits"][self.index(label)])
        return chances

    def wrong(self, label: str) -> NDArray[np.bool_]:
        """Return which test pictures each network gets wrong, (S, n)."""
        wrong: NDArray[np.bool_] = (self.probability(label) > 0.5) != self.test_labels
        return wrong

    def sureness(self, label: str) -> Array:
        """Return how sure each network is of its answers, (S, n): from 0.5 to 1."""
        probability = self.probability(label)
        return np.maximum(probability, 1 - probability)


@cache
def load_picture_sweep(name: str, file: Path = PICTURES_GALLERY) -> PictureSweep:
    """Read one sweep of the gallery: ``"depth"`` or ``"lambda"``.

    Raises
    ------
    GalleryError
        If the file is missing, damaged or from another version of the course.
    """
    with opened(file) as store:
        group = store[name]
        return PictureSweep(
            name,
            tuple(map(str, group.attrs["labels"])),
            {key: array[()].astype(float) for key, array in group.items()},
            store["test_labels"][()].astype(np.int64),
            tuple(map(str, store.attrs["test_kinds"])),
        )


def plot_first_layers(
    sweep: PictureSweep, labels: tuple[str, ...], *, units: int = 8, title: str = ""
) -> np.ndarray:
    """Show the weights of the first layer's largest units as pictures, one row per setting.

    Grey is 0. Within a row the units are sorted by size, and all rows have the same scale.
    """
    weights = sweep.measures["first_weights"]
    limit = np.abs(weights[[sweep.index(label) for label in labels]]).max() * 0.6
    figure, axes = plt.subplots(
        len(labels), units, figsize=(1.15 * units, 1.35 * len(labels) + 0.4), squeeze=False,
        layout="constrained", facecolor="white",
    )  # fmt: skip
    for row, label in zip(axes, labels, strict=True):
        W = weights[sweep.index(label)]
        order = np.argsort(-np.linalg.norm(W, axis=1))
        for ax, unit in zip(row, order, strict=False):
            picture = np.clip(0.5 + 0.5 * W[unit].reshape(16, 16, 3) / limit, 0, 1)
            ax.imshow(picture, interpolation="nearest")
            ax.set(xticks=[], yticks=[])
        row[0].set_ylabel(f"λ = {label}")
    figure.suptitle(title)
    return axes


def plot_sureness(
    sweep: PictureSweep, labels: tuple[str, ...], ax: Axes | None = None, *, title: str = ""
) -> Axes:
    """Draw how sure the networks are where they are wrong, of all repetitions together."""
    ax = ax or new_axes(7, 3.8)
    bins = np.linspace(0.5, 1, 11)
    looks = ((ORANGE, "//"), (BLUE, ""))
    width = 0.45 * (bins[1] - bins[0])
    for i, (label, (colour, hatch)) in enumerate(zip(labels, looks, strict=False)):
        wrong = sweep.wrong(label)
        counts, _ = np.histogram(sweep.sureness(label)[wrong], bins)
        place = bins[:-1] + (i + 0.55) * width
        name = f"λ = {label}: {wrong.sum(axis=1).mean():.0f} of {wrong.shape[1]} wrong"
        per_network = counts / len(wrong)
        ax.bar(place, per_network, width, color=colour, hatch=hatch, edgecolor="white", label=name)
    ax.set_xticks(bins[::2], [f"{100 * share:.0f} %" for share in bins[::2]])
    ax.set(xlabel="how sure of the wrong answer", ylabel="mistakes per network", title=title)
    ax.legend(title=f"mean of {len(wrong)} trainings", fontsize="small")
    return ax


def plot_kinds(
    sweep: PictureSweep, labels: tuple[str, ...], ax: Axes | None = None, *, title: str = ""
) -> Axes:
    """Draw for each kind of test picture which share of it is taken for the other class."""
    ax = ax or new_axes(8, 3.8)
    kinds = np.array(sweep.test_kinds)
    names = sorted(set(kinds), key=lambda kind: -sweep.wrong(labels[-1])[:, kinds == kind].mean())
    looks = ((ORANGE, "//"), (BLUE, ""))
    for i, (label, (colour, hatch)) in enumerate(zip(labels, looks, strict=False)):
        wrong = sweep.wrong(label)
        shares = [wrong[:, kinds == name].mean() for name in names]
        word = "layer" if label == "1" else "layers"
        name = f"{label} {word}" if sweep.name == "depth" else f"λ = {label}"
        ax.bar(
            np.arange(len(names)) + 0.4 * (i - 0.5), shares, 0.38, color=colour, hatch=hatch,
            edgecolor="white", label=name,
        )  # fmt: skip
    counts = [int(np.sum(kinds == name)) for name in names]
    ax.set_xticks(
        range(len(names)), [f"{name}\n({count})" for name, count in zip(names, counts, strict=True)]
    )
    ax.set(xlabel="kind (number of test pictures)", ylabel="share that is wrong", title=title)
    ax.legend()
    return ax
