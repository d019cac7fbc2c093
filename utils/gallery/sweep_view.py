"""A slider over the networks of a sweep, whose pictures travel with it."""

from __future__ import annotations

import base64
import io
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from utils.gallery.regularization import (
    SYMBOLS,
    Sweep,
    plot_histogram,
    plot_map,
    plot_maps,
    plot_sweep,
)
from utils.kernel import is_live


class SweepView:
    """A slider over a sweep's networks, whose pictures travel with it: moving it needs no kernel.

    A front end that shows no widgets, such as GitHub, takes the maps side by side.
    """

    def __init__(self, sweep: Sweep) -> None:
        self.sweep = sweep

    def sentence(self, i: int) -> str:
        """Say one setting's picture in words."""
        names = ("train_accuracy", "test_accuracy", "sum_of_squares")
        train, test, squares = (self.sweep.showcase[name][i] for name in names)
        shares = f"{train:.1%} of the training kicks, {test:.1%} of the test kicks"
        return f"{self.sweep.title(i)}: {shares}, sum of squared weights {squares:.1f}"

    def pages(self) -> list[str]:
        """Draw each setting's map, weights and place on the curve; return HTML with a sentence."""
        figure = Figure(figsize=(13, 4.2), layout="constrained", facecolor="white")
        canvas = FigureCanvasAgg(figure)
        left, middle, right = figure.subplots(1, 3)
        plot_sweep(self.sweep, right, measure="cost", title="The cost of thirty networks")
        right.tick_params(axis="x", labelsize="small")
        place = right.axvline(0, ymax=0.72, color="black", lw=2, visible=False)

        def draw(i: int) -> None:
            for artist in (*left.collections, *middle.patches):
                artist.remove()
            plot_map(self.sweep, i, left, title="The map, with the training kicks")
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
        empty, pages = canvas.copy_from_bbox(figure.bbox), []
        for i in range(len(self.sweep.labels)):
            canvas.restore_region(empty)
            draw(i)
            for ax in (left, middle):
                for artist in (*ax.collections, *ax.patches, *ax.spines.values()):
                    ax.draw_artist(artist)
            left.draw_artist(left.get_legend())
            place.set_xdata([self.sweep.values[i]] * 2)
            right.draw_artist(place)
            words, data = self.sentence(i), f"data:image/png;base64,{_png(canvas)}"
            image = f'<img alt="{words}" style="max-width: 100%" src="{data}">'
            pages.append(f"<p>{words}</p>{image}")
        return pages

    def widget(self) -> Any:
        """Return the slider and its pictures, or None where ipywidgets is not installed."""
        try:
            import ipywidgets as widgets
        except ImportError:
            return None
        pictures = widgets.Stack([widgets.HTML(page) for page in self.pages()], selected_index=0)
        slider = widgets.SelectionSlider(options=self.sweep.labels)
        slider.description = SYMBOLS.get(self.sweep.name, "")
        widgets.jslink((slider, "index"), (pictures, "selected_index"))
        return widgets.VBox([slider, pictures])

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        widget = self.widget()
        bundle = widget._repr_mimebundle_() if widget else {}
        canvas = FigureCanvasAgg(plot_maps(self.sweep).flat[0].figure)
        canvas.draw()
        bundle["image/png"] = _png(canvas)
        plt.close(canvas.figure)  # the notebook must not show it a second time
        bundle["text/plain"] = "\n".join(map(self.sentence, range(len(self.sweep.labels))))
        return bundle


def show_sweep(sweep: Sweep) -> SweepView:
    """Show a sweep's networks with a slider, and also side by side where nobody may move it."""
    if not is_live():
        plot_maps(sweep)
        plt.show()
    return SweepView(sweep)


def _png(canvas: FigureCanvasAgg) -> str:
    buffer = io.BytesIO()
    plt.imsave(buffer, np.asarray(canvas.buffer_rgba()), pil_kwargs={"compress_level": 3})
    return base64.b64encode(buffer.getvalue()).decode()
