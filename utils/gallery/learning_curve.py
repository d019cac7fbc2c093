"""The gallery of trainings with few and many kicks, for ``02_regularization``."""

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

LEARNING_CURVE_GALLERY = Path(__file__).with_name("learning_curve.h5")


@dataclass(frozen=True)
class LearningCurve:
    """Trainings over the number of kicks, for some λ.

    Attributes
    ----------
    kicks : (n,) array
        Numbers of training kicks.
    lambdas : tuple of str
        The λ.
    measures : dict of str to (n, λ, repetitions) array
        ``train_accuracy`` and ``train_cost``; ``fresh_accuracy`` and ``fresh_cost`` on 2,000 kicks.
    """

    kicks: Array
    lambdas: tuple[str, ...]
    measures: dict[str, Array] = field(repr=False)

    def median(self, measure: str, kicks: int, lam: str) -> float:
        """Return the median over the repetitions."""
        place = int(np.flatnonzero(self.kicks == kicks)[0])
        return float(np.median(self.measures[measure][place, self.lambdas.index(lam)]))


@cache
def load_learning_curve() -> LearningCurve:
    """Read the gallery.

    Raises
    ------
    GalleryError
        If the file is missing, damaged or from another version of the course.
    """
    with opened(LEARNING_CURVE_GALLERY) as store:
        measures = {name: array[()] for name, array in store.items()}
        lambdas = tuple(map(str, store.attrs["lambdas"]))
        return LearningCurve(np.array(store.attrs["kicks"]), lambdas, measures)


def plot_learning_curve(curve: LearningCurve, lam: str) -> str:
    """Draw accuracy and cost over the number of kicks for one λ, with all λ in grey.

    Returns
    -------
    str
        What there is to see, in one sentence.
    """
    look: dict[str, Any] = {"layout": "constrained", "facecolor": "white"}
    axes: tuple[Axes, ...]
    _, axes = plt.subplots(1, 2, figsize=(11, 4.2), **look)
    place = curve.lambdas.index(lam)
    for ax, what in zip(axes, ("accuracy", "cost"), strict=True):
        for other in range(len(curve.lambdas)):
            fresh = np.median(curve.measures[f"fresh_{what}"][:, other], axis=1)
            ax.plot(curve.kicks, fresh, color="#767676", lw=1)
        for split, colour, line in (("train", ORANGE, "--x"), ("fresh", BLUE, "-o")):
            found = curve.measures[f"{split}_{what}"][:, place]
            name = "training kicks" if split == "train" else "2,000 fresh kicks"
            ax.fill_between(
                curve.kicks, found.min(axis=1), found.max(axis=1), color=colour, alpha=0.18, lw=0
            )
            ax.plot(curve.kicks, np.median(found, axis=1), line, color=colour, label=name)
        ax.set(xscale="log", xlabel="kicks to learn from")
        ax.set_xticks(curve.kicks, [f"{kicks:,}" for kicks in curve.kicks])
        ax.minorticks_off()
    axes[0].axhline(1 - NOISE, color="black", ls=":", lw=1.2)
    axes[0].text(curve.kicks[0], 1.002 - NOISE, "a perfect map", fontsize="small")
    axes[0].set(ylabel="accuracy", ylim=(0.78, 1.005), title=f"λ = {lam}; in grey the other λ")
    axes[1].set(ylabel="cost (nats per example)", ylim=(0, 1.2), title="The same as a cost")
    axes[1].legend(title=f"median and range of {curve.measures['fresh_cost'].shape[2]} trainings")
    few, many = (
        curve.median("fresh_accuracy", kicks, lam) for kicks in (curve.kicks[0], curve.kicks[-1])
    )
    return (
        f"λ = {lam}: with {curve.kicks[0]} kicks {few:.3f} of the fresh ones are right (median), "
        f"with {curve.kicks[-1]:,} it is {many:.3f}."
    )
