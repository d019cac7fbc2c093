"""Figures in a page: told in words to those who cannot see them, stacked where a page is narrow."""

from __future__ import annotations

import base64
import html
import io
import re
from itertools import pairwise
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from numpy.typing import NDArray

DPI = 144
WIDTH = 80
"""Pixels of the page for an inch of a figure."""
SHRUNK = 0.9
"""How narrow a picture gets at most, as a share."""
SMALLEST = 9
"""Size of the smallest letters in points: the narrowest picture shows them with 9 pixels."""
ROW = "display: flex; flex-wrap: wrap; align-items: flex-start; overflow-x: auto"
Box = tuple[int, int, int, int]
DIMMED = (
    # White paper on a dark page is dimmed a little, and its colours with it.
    "<style>[data-jp-theme-light=false] .figure img {filter: brightness(0.85)}</style>"
)


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
    """Return a figure as HTML; panels side by side stack where a page is narrow.

    Parameters
    ----------
    figure : Figure
        What to show.
    words : str
        What it shows, instead of what its titles, axes and legends say.

    Returns
    -------
    str
        The figure as it is drawn now. Its resolution changes, and a title moves above the picture.
    """
    figure.set_dpi(DPI)
    words = words or describe(figure)
    for text in figure.findobj(Text):
        text.set_fontsize(max(text.get_fontsize(), SMALLEST))
    # Above the picture a title can break into lines; in it, a narrow page would cut it off.
    title = ""
    if len(_grid(figure)) > 1:
        if title := figure.get_suptitle():
            heading: Any = figure._suptitle  # type: ignore[attr-defined]
            heading.set(visible=False, in_layout=False)
    else:
        # A formula stays where Matplotlib sets it.
        titled = [ax for ax in figure.axes if ax.get_title()]
        if len(titled) == 1 and "$" not in titled[0].get_title():
            title = titled[0].get_title()
            titled[0].set_title("")
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    return page_of(np.asarray(canvas.buffer_rgba()), pieces(figure, canvas), words, title)


def page_of(picture: NDArray[Any], rows: list[list[Box]], words: str, title: str = "") -> str:
    """Return a picture as pieces of a page: each row wraps where the page is narrow.

    Parameters
    ----------
    picture : (height, width, 4) array
        Pixels.
    rows : list of list of tuple
        What :func:`pieces` found.
    words : str
        What the whole picture shows.
    title : str
        What stands above it.
    """
    page, said = "", words
    for row in rows:
        shown = ""
        for left, right, top, bottom in row:
            width = round((right - left) * WIDTH / DPI)
            shown += image(picture[top:bottom, left:right], said, width)
            said = ""  # told once, with the first piece
        page += f'<div style="{ROW}">{shown}</div>'
    if title:
        width = round(picture.shape[1] * WIDTH / DPI)
        head = f"text-align: center; max-width: {width}px; margin: 0"
        page = f'<p style="{head}"><b>{html.escape(title)}</b></p>{page}'
    return f'<div class="figure">{DIMMED}{page}</div>'


def image(picture: NDArray[Any], words: str, width: int) -> str:
    """Return pixels as an HTML image, which shrinks a little before it wraps or is scrolled."""
    buffer = io.BytesIO()
    plt.imsave(buffer, picture)
    source = base64.b64encode(buffer.getvalue()).decode()
    alt = html.escape(" ".join(words.split()))
    least = round(SHRUNK * width)
    style = f"flex: 1 1 {least}px; min-width: {least}px; max-width: min({width}px, 100%)"
    return f'<img alt="{alt}" width="{width}" style="{style}" src="data:image/png;base64,{source}">'


def describe(figure: Figure) -> str:
    """Return what a figure's titles, axes and legends say, for those who do not see it."""
    said = [figure.get_suptitle(), *map(_describe_axes, figure.axes)]
    told = "; ".join(" ".join(part.split()) for part in said if part) or "a picture"
    # A formula is told as one would say it: x2, not dollar, x, underscore, 2, dollar.
    told = told.replace(r"\sqrt", "√")
    return re.sub(r"\$([^$]*)\$", lambda formula: re.sub(r"[_{}\\]", "", formula[1]), told)


def _describe_axes(ax: Axes) -> str:
    said = ax.get_title()
    if ax.get_title() and ax.get_xlabel() and ax.get_ylabel():
        said += f" ({ax.get_ylabel()} over {ax.get_xlabel()})"
    legend = ax.get_legend()
    names = [text.get_text() for text in legend.get_texts()] if legend else []
    if said and names:
        said += f": {', '.join(names)}"
    return said


def _grid(figure: Figure) -> dict[tuple[int, int], list[Axes]]:
    """Return the axes of each place of a figure's grid, or nothing where a panel fills two."""
    cells: dict[tuple[int, int], list[Axes]] = {}
    grids = set()
    for ax in figure.axes:
        if (place := ax.get_subplotspec()) is None:
            continue
        grids.add(place.get_gridspec())
        if len(place.rowspan) > 1 or len(place.colspan) > 1:
            return {}
        cells.setdefault((place.rowspan.start, place.colspan.start), []).append(ax)
    return cells if len(grids) == 1 else {}


def _shows(ax: Axes) -> bool:
    return bool(ax.axison or ax.has_data() or ax.texts or ax.get_title())


def pieces(figure: Figure, canvas: FigureCanvasAgg) -> list[list[Box]]:
    """Return for each row of panels the boxes (left, right, top, bottom) of its pieces, in pixels.

    A panel in which nothing is drawn, not even its frame, is left out.

    Parameters
    ----------
    figure : Figure
        A figure that has been drawn.
    canvas : FigureCanvasAgg
        On which it was.
    """
    width, height = round(figure.bbox.width), round(figure.bbox.height)
    cells = _grid(figure)
    if len(cells) < 2:
        return [[(0, width, 0, height)]]
    boxes: dict[Axes, Any] = {ax: ax.get_tightbbox(canvas.get_renderer()) for ax in figure.axes}
    rows = [
        [cells[at] for at in sorted(cells) if at[0] == row]
        for row in sorted({row for row, _ in cells})
    ]
    panels = [[boxes[ax] for cell in row for ax in cell] for row in rows]
    edges = [
        round(height - (min(box.y0 for box in above) + max(box.y1 for box in below)) / 2)
        for above, below in pairwise(panels)
    ]
    found = []
    for row, (top, bottom) in zip(rows, pairwise([0, *edges, height]), strict=True):
        level = [b for b in boxes.values() if top <= height - (b.y0 + b.y1) / 2 < bottom]
        starts = [min(boxes[ax].x0 for ax in cell) for cell in row]
        # A colour bar belongs to the panel on its left.
        cuts = [
            round((max(box.x1 for box in level if start <= box.x0 < end) + end) / 2)
            for start, end in pairwise(starts)
        ]
        found.append(
            [
                (left, right, top, bottom)
                for cell, (left, right) in zip(row, pairwise([0, *cuts, width]), strict=True)
                if any(map(_shows, cell))
            ]
        )
    return found
