"""A picture of a training, for where nothing moves: a page, or a notebook without its kernel."""

from __future__ import annotations

import html
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

from utils.figures import html_of
from utils.playground.frames import box_of, map_of, weights_of, words_of
from utils.playground.locks import Stopped
from utils.playground.training import Training
from utils.plots import BLUE, ORANGE, draw_regions, plot_points

HIDDEN = (
    # While the playground is there, its picture is not; without a kernel it is the other way round.
    "<style>"
    ".jp-OutputArea-child:has(.playground) ~ .jp-OutputArea-child:has(.playground-still),"
    ".jp-OutputArea-child:not(:has(.playground)):has(+ .jp-OutputArea-child .playground-still)"
    " {display: none}"
    "</style>"
)


class Still:
    """The last picture of a training, which stays in the saved notebook."""

    def __init__(self, training: Training) -> None:
        from IPython.display import display

        self.training = training
        self.output = display(self._content(), display_id=True)

    def update(self) -> None:
        """Draw what the training is like now."""
        self.output.update(self._content())

    def _content(self) -> Any:
        from IPython.display import HTML

        try:
            words = words_of(self.training)
        except Stopped as stopped:
            words = str(stopped)
        figure = draw(self.training)
        picture = html_of(figure, words)
        plt.close(figure)
        said = html.escape(words)
        return HTML(f'<div class="playground-still">{HIDDEN}{picture}<p>{said}</p></div>')


def draw(training: Training) -> Figure:
    """Draw the map, both cost curves and the weights."""
    figure, axes = plt.subplots(1, 3, figsize=(11, 3.8), layout="constrained", facecolor="white")
    left, right, lower, upper = box_of(training)
    surface = map_of(training)
    x1, x2 = np.linspace(left, right, len(surface)), np.linspace(upper, lower, len(surface))
    draw_regions(axes[0], x1, x2, np.nan_to_num(surface, nan=0.5))
    plot_points(training.X, training.Y, axes[0], features=("$x_1$", "$x_2$"), title="The map")
    axes[0].get_legend().remove()
    iterations, train, new = np.transpose(training.history)
    axes[1].plot(iterations, train, color=ORANGE, ls="--", label="training points")
    axes[1].plot(iterations, new, color=BLUE, label="new points")
    axes[1].set(xlabel="step", ylabel="cost (nats per example)", title="The cost")
    axes[1].legend()
    weights = weights_of(training)
    axes[2].hist(weights[np.isfinite(weights)], bins=31, color=BLUE)
    axes[2].set(xlabel="weight", ylabel="number", title=f"The {weights.size} weights")
    return figure
