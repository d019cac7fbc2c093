"""The gallery of ``06_other_regularizers``: one healthy training and six that are ill."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes

from utils.data.field import NOISE
from utils.gallery.files import opened
from utils.networks import Array
from utils.plots import BLUE, ORANGE

ILLNESSES_GALLERY = Path(__file__).with_name("illnesses.h5")
LETTERS = {
    "A": "too large a rate",
    "B": "overfitting",
    "C": "masks left on",
    "D": "underfitting",
    "E": "a leak",
    "F": "a dead layer",
}
"""By which letters the lesson calls them."""


@dataclass(frozen=True)
class Runs:
    """What was watched of some trainings.

    Attributes
    ----------
    iterations : (n,) array
        When.
    measures : dict of str to dict of str to (n,) array
        For each training by its name ``train_accuracy`` and ``train_cost`` (also ``validation_``),
        ``weights`` and ``gradient`` (their lengths), ``active_1`` and ``active_2`` (the share of a
        layer's units that are on).
    """

    iterations: Array
    measures: dict[str, dict[str, Array]] = field(repr=False)

    def end(self, letter: str) -> dict[str, float]:
        """Return the median of each measure over the last tenth of a training."""
        run = self.measures[LETTERS[letter]]
        return {name: float(np.median(values[-10:])) for name, values in run.items()}


@cache
def load_runs() -> Runs:
    """Read the gallery.

    Raises
    ------
    GalleryError
        If the file is missing, damaged or from another version of the course.
    """
    with opened(ILLNESSES_GALLERY) as store:
        names = list(map(str, store.attrs["runs"]))
        measured = {name: array[()] for name, array in store.items()}
        count = measured["weights"].shape[1]
        each = {n: {key: v[i] for key, v in measured.items()} for i, n in enumerate(names)}
        return Runs(int(store.attrs["every"]) * np.arange(count), each)


def plot_run(runs: Runs, letter: str) -> str:
    """Draw what was watched of one training, the healthy one in grey, and say it in words."""
    run, healthy = runs.measures[LETTERS[letter]], runs.measures["healthy"]
    figure, axes = plt.subplots(2, 2, facecolor="white", figsize=(11, 5.6))
    figure.subplots_adjust(0.07, 0.09, 0.99, 0.92, wspace=0.17, hspace=0.28)
    splits = {"train_{}": "training kicks", "validation_{}": "validation kicks"}
    panels: tuple[tuple[Axes, dict[str, str], str, dict[str, Any]], ...] = (
        (axes[0, 0], {k.format("accuracy"): v for k, v in splits.items()}, "accuracy",
         {"ylim": (0.4, 1)}),
        (axes[0, 1], {k.format("cost"): v for k, v in splits.items()}, "cost (nats per example)",
         {"ylim": (0, 1.1)}),
        (axes[1, 0], {"weights": "all weights", "gradient": "their gradient"},
         "length (no unit)", {"yscale": "log", "ylim": (1e-6, 100)}),
        (axes[1, 1], {"active_1": "layer 1", "active_2": "layer 2"}, "share of units that are on",
         {"ylim": (0, 1)}),
    )  # fmt: skip
    for ax, names, label, limits in panels:
        for (name, said), (colour, line) in zip(
            names.items(), ((ORANGE, "--"), (BLUE, "-")), strict=True
        ):
            ax.plot(runs.iterations, healthy[name], color="#767676", ls=line, lw=1)
            ax.plot(runs.iterations, run[name], color=colour, ls=line, lw=1.8, label=said)
        ax.set(xlabel="iteration", ylabel=label, **limits)
        ax.legend(fontsize="small", loc="lower right" if "gradient" in names else "best")
    axes[0, 0].axhline(1 - NOISE, color="black", ls=":", lw=1.2)
    axes[0, 0].text(0, 1.015 - NOISE, " a perfect map (dotted)", fontsize="small")
    figure.suptitle(f"Run {letter}; in grey a healthy one")
    end = runs.end(letter)
    return (
        f"Run {letter} ends with {end['train_accuracy']:.2f} of the training kicks right and "
        f"{end['validation_accuracy']:.2f} of the validation kicks; the costs are "
        f"{end['train_cost']:.2f} and {end['validation_cost']:.2f}, the weights' length is "
        f"{end['weights']:.1f}, that of their gradient {end['gradient']:.3f}, and "
        f"{end['active_1']:.0%} and {end['active_2']:.0%} of the units are on."
    )
