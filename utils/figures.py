"""Figures in a page: told in words to those who cannot see them, stacked where a page is narrow."""

from __future__ import annotations

import base64
import html
import io
from itertools import pairwise
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from numpy.typing import NDArray

DPI = 144
WIDTH = 80
"""Pixels of the page for an inch of a figure."""


def show() -> None:
    """Show all open figures below the cell, as ``plt.show`` does, with an alternative text.

    JupyterLab gives a picture no such text, so each figure is shown as a piece of the page.
    """
    try:
        from IPython import get_ipython
        from IPython.display import HTML, display
    except ImportError:
        get_ipython = None
    if get_ipython is None or get_ipython() is None:
        plt.show()
        return
    for number in plt.get_fignums():
        display(HTML(html_of(plt.figure(number))))
    plt.close("all")


def html_of(figure: Figure, words: str = "") -> str:
    """Return a figure as HTML; three or more panels side by side stack on a narrow page.

    Parameters
    ----------
    figure : Figure
        What to show.
    words : str
        What it shows, instead of what its titles, axes and legends say.
    """
    figure.set_dpi(DPI)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    picture = np.asarray(canvas.buffer_rgba())
    cuts = _cuts(figure, canvas)
    words = words or describe(figure)
    if len(cuts) == 2:
        return image(picture, words, round(figure.get_figwidth() * WIDTH))
    parts = [picture[:, left:right] for left, right in pairwise(cuts)]
    shown = [
        image(part, words if i == 0 else f"panel {i + 1}", round(part.shape[1] * WIDTH / DPI))
        for i, part in enumerate(parts)
    ]
    return f'<div style="display: flex; flex-wrap: wrap">{"".join(shown)}</div>'


def image(picture: NDArray[Any], words: str, width: int | None = None) -> str:
    """Return pixels as an HTML image, not wider than the page."""
    buffer = io.BytesIO()
    plt.imsave(buffer, picture)
    source = base64.b64encode(buffer.getvalue()).decode()
    size = f' width="{width}"' if width else ""
    alt = html.escape(" ".join(words.split()))
    return f'<img alt="{alt}"{size} style="max-width: 100%" src="data:image/png;base64,{source}">'


def describe(figure: Figure) -> str:
    """Return what a figure's titles, axes and legends say, for those who do not see it."""
    said = [figure.get_suptitle(), *map(_describe_axes, figure.axes)]
    return "; ".join(" ".join(part.split()) for part in said if part) or "a picture"


def _describe_axes(ax: Axes) -> str:
    said = ax.get_title()
    if ax.get_title() and ax.get_xlabel() and ax.get_ylabel():
        said += f" ({ax.get_ylabel()} over {ax.get_xlabel()})"
    legend = ax.get_legend()
    names = [text.get_text() for text in legend.get_texts()] if legend else []
    if said and names:
        said += f": {', '.join(names)}"
    return said


def _cuts(figure: Figure, canvas: FigureCanvasAgg) -> list[int]:
    """Return where a row of three panels or more is cut into pieces, its two ends among them."""
    whole = [0, round(figure.bbox.width)]
    places = {ax: ax.get_subplotspec() for ax in figure.axes}
    panels = [ax for ax, place in places.items() if place is not None]
    grids = {place.get_gridspec().nrows for place in places.values() if place is not None}
    if len(panels) < 3 or grids != {1} or figure.get_suptitle():
        return whole
    boxes: dict[Axes, Any] = {ax: ax.get_tightbbox(canvas.get_renderer()) for ax in figure.axes}
    panels.sort(key=lambda ax: boxes[ax].x0)
    cuts = []
    for ax, following in pairwise(panels):
        # A colour bar belongs to the panel on its left.
        start, end = boxes[ax].x0, boxes[following].x0
        right = max(box.x1 for box in boxes.values() if start <= box.x0 < end)
        cuts.append(round((right + end) / 2))
    return [0, *cuts, whole[1]]
