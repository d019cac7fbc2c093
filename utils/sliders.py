"""Sliders over pictures that travel with the page: moving one needs no kernel."""

from __future__ import annotations

import base64
import html
import io
from collections.abc import Callable, Mapping, Sequence
from itertools import product
from typing import Any

import matplotlib.pyplot as plt
import numpy as np

from utils.kernel import is_live

Picture = tuple[str, str]
"""A picture as base64 of a PNG, and what it shows in words."""


class SliderView:
    """A slider, or two, over pictures.

    A front end that shows no widgets, such as GitHub, takes some of the pictures one below the
    other instead. A subclass says what there is to see.

    Attributes
    ----------
    knobs : mapping of str to sequence of str
        For each slider its name, and the settings that it can have.
    """

    knobs: Mapping[str, Sequence[str]]

    def pictures(self) -> list[Picture]:
        """Return a picture for each setting, the last slider's settings side by side."""
        raise NotImplementedError

    def still(self) -> Picture:
        """Return one picture for where nothing moves."""
        raise NotImplementedError

    def widget(self) -> Any:
        """Return the sliders and their pictures, or None where ipywidgets is not installed."""
        try:
            import ipywidgets as widgets
        except ImportError:
            return None
        shown = [widgets.HTML(_page(*picture)) for picture in self.pictures()]
        sliders: list[Any] = []
        # A stack shows one of its pictures; stacks in a stack give each slider one of its own.
        for name, options in reversed(list(self.knobs.items())):
            slider = widgets.SelectionSlider(
                options=list(options), description=name, style={"description_width": "initial"}
            )
            groups = [shown[i : i + len(options)] for i in range(0, len(shown), len(options))]
            shown = [widgets.Stack(group, selected_index=0) for group in groups]
            for stack in shown:
                widgets.jslink((slider, "index"), (stack, "selected_index"))
            sliders.insert(0, slider)
        wrap = widgets.Layout(flex_flow="row wrap")
        return widgets.VBox([widgets.HBox(sliders, layout=wrap), *shown])

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        picture, words = self.still()
        bundle: dict[str, Any] = {"text/plain": words}
        widget = self.widget() if is_live() else None
        if widget is None:
            return bundle | {"text/html": _page(picture, words)}
        return {**widget._repr_mimebundle_(), **bundle, "image/png": picture}


class DrawnView(SliderView):
    """A slider, or two, over pictures that a function draws.

    Parameters
    ----------
    draw : callable
        Takes one value for each slider, draws one figure, and says in one sentence what it shows.
    knobs : mapping of str to sequence of numbers or texts
        For each slider its name and the values.
    still : sequence of tuple
        The values of those pictures that stand below each other where nothing moves.
    """

    def __init__(
        self,
        draw: Callable[..., str],
        knobs: Mapping[str, Sequence[Any]],
        still: Sequence[tuple[Any, ...]],
    ) -> None:
        self.draw, self.values, self.shown = draw, knobs, still
        self.knobs = {
            name: [value if isinstance(value, str) else f"{value:g}" for value in values]
            for name, values in knobs.items()
        }

    def pictures(self) -> list[Picture]:
        """Draw a picture for each setting."""
        return [self._picture(*values) for values in product(*self.values.values())]

    def still(self) -> Picture:
        """Draw some of the pictures below each other."""
        pictures, words = zip(*(self._drawn(*values) for values in self.shown), strict=True)
        width = min(picture.shape[1] for picture in pictures)
        return encode(np.vstack([picture[:, :width] for picture in pictures])), " ".join(words)

    def _picture(self, *values: Any) -> Picture:
        picture, words = self._drawn(*values)
        return encode(picture), words

    def _drawn(self, *values: Any) -> tuple[np.ndarray, str]:
        plt.close("all")
        words = self.draw(*values)
        canvas: Any = plt.gcf().canvas
        plt.gcf().set_dpi(100)
        canvas.draw()
        picture = np.array(canvas.buffer_rgba())
        plt.close("all")
        return picture, words


def encode(picture: np.ndarray) -> str:
    """Return pixels as a PNG in base64."""
    buffer = io.BytesIO()
    plt.imsave(buffer, picture, pil_kwargs={"compress_level": 3})
    return base64.b64encode(buffer.getvalue()).decode()


def _page(picture: str, words: str) -> str:
    alt, source = html.escape(words), f"data:image/png;base64,{picture}"
    return f'<p>{alt}</p><img alt="{alt}" style="max-width: 100%" src="{source}">'
