"""A slider over the networks of a sweep, whose pictures travel with it."""

from __future__ import annotations

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from utils.figures import DPI, html_of, page_of, pieces
from utils.gallery.regularization import (
    SYMBOLS,
    Sweep,
    plot_histogram,
    plot_sweep,
    plot_sweep_map,
    plot_sweep_maps,
)
from utils.sliders import SliderView


class SweepView(SliderView):
    """A slider over a sweep's networks; where nothing moves, their maps stand side by side."""

    def __init__(self, sweep: Sweep) -> None:
        self.sweep = sweep
        self.knobs = {SYMBOLS.get(sweep.name, ""): sweep.labels}

    def sentence(self, i: int) -> str:
        """Say one setting's picture in words."""
        names = ("train_accuracy", "test_accuracy", "sum_of_squares")
        train, test, squares = (self.sweep.showcase[name][i] for name in names)
        shares = f"{train:.1%} of the training kicks, {test:.1%} of the test kicks"
        return f"{self.sweep.title(i)}: {shares}, sum of squared weights {squares:.1f}"

    def pages(self) -> list[str]:
        """Draw each setting's map, weights and place on the curve, with a sentence."""
        figure = Figure(figsize=(13, 4.2), dpi=DPI, layout="constrained", facecolor="white")
        canvas = FigureCanvasAgg(figure)
        left, middle, right = figure.subplots(1, 3)
        plot_sweep(self.sweep, right, measure="cost", title="The cost of thirty networks")
        right.tick_params(axis="x", labelsize="small")
        place = right.axvline(0, ymax=0.72, color="black", lw=2, visible=False)

        def draw(i: int) -> None:
            for artist in (*left.collections, *middle.patches):
                artist.remove()
            plot_sweep_map(self.sweep, i, left, title="The map, with the training kicks")
            plot_histogram(self.sweep, i, middle, title="The 103 weights")

        # Texts and layout take most of the time: they are drawn once, and each page redraws
        # only what differs from the others.
        draw(0)
        canvas.draw()
        figure.set_layout_engine("none")
        for artist in (*left.collections, *middle.patches):
            artist.set_visible(False)
        canvas.draw()
        place.set_visible(True)
        empty, cut, pages = canvas.copy_from_bbox(figure.bbox), pieces(figure, canvas), []
        for i in range(len(self.sweep.labels)):
            canvas.restore_region(empty)
            draw(i)
            for ax in (left, middle):
                for artist in (*ax.collections, *ax.patches, *ax.spines.values()):
                    ax.draw_artist(artist)
            left.draw_artist(left.get_legend())
            place.set_xdata([self.sweep.values[i]] * 2)
            right.draw_artist(place)
            words = self.sentence(i)
            page = page_of(np.asarray(canvas.buffer_rgba()), cut, words)
            pages.append(f"<p>{words}</p>{page}")
        return pages

    def still(self) -> str:
        """Draw the maps side by side."""
        figure = plot_sweep_maps(self.sweep).flat[0].figure
        words = "; ".join(map(self.sentence, range(len(self.sweep.labels))))
        page = html_of(figure, words)
        plt.close(figure)  # the notebook must not show it a second time
        return page
