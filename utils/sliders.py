"""Sliders over pictures that travel with the page: moving one needs no kernel."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping, Sequence
from itertools import product
from typing import Any

import matplotlib.pyplot as plt

from utils.figures import html_of
from utils.kernel import is_live

HIDDEN = (
    # While the slider is there, its still pictures are not; without a kernel, where a slider is an
    # error message, it is the other way round.
    "<style>"
    ".jp-OutputArea-child:has(.slider-view) + .jp-OutputArea-child:has(.slider-still),"
    ".jp-OutputArea-child:not(:has(.slider-view)):has(+ .jp-OutputArea-child .slider-still)"
    " {display: none}"
    "</style>"
)


class SliderView:
    """A slider, or two, over pictures.

    A front end that shows no widgets, such as GitHub, takes some of the pictures one below the
    other instead. A subclass says what there is to see, as pieces of HTML.

    Attributes
    ----------
    knobs : mapping of str to sequence of str
        For each slider its name, and the settings that it can have.
    """

    knobs: Mapping[str, Sequence[str]]

    def pages(self) -> list[str]:
        """Return a picture for each setting, those of the last slider side by side."""
        raise NotImplementedError

    def still(self) -> str:
        """Return what stands where nothing moves."""
        raise NotImplementedError

    def widget(self) -> Any:
        """Return the sliders and their pictures, or None where ipywidgets is not installed."""
        try:
            import ipywidgets as widgets
        except ImportError:
            return None
        shown = [widgets.HTML(page) for page in self.pages()]
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
        view = widgets.VBox([widgets.HBox(sliders, layout=wrap), *shown])
        return view.add_class("slider-view")

    def parts(self) -> list[Any]:
        """Return what to display: the slider, if somebody can move it, and the still pictures."""
        from IPython.display import HTML

        widget = self.widget() if is_live() else None
        if widget is None:
            return [HTML(self.still())]
        return [widget, HTML(f'<div class="slider-still">{HIDDEN}{self.still()}</div>')]

    def _ipython_display_(self) -> None:
        from IPython.display import display

        for part in self.parts():
            display(part)


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
        self._pages: dict[tuple[Any, ...], str] = {}
        self.knobs = {
            name: [value if isinstance(value, str) else f"{value:g}" for value in values]
            for name, values in knobs.items()
        }

    def pages(self) -> list[str]:
        """Draw a picture for each setting."""
        return [self._page(*values) for values in product(*self.values.values())]

    def still(self) -> str:
        """Draw some of the pictures below each other."""
        return "".join(self._page(*values) for values in self.shown)

    def _page(self, *values: Any) -> str:
        if values not in self._pages:  # a still picture is one of those that move
            plt.close("all")
            words = self.draw(*values)
            self._pages[values] = f"<p>{html.escape(words)}</p>{html_of(plt.gcf(), words)}"
            plt.close("all")
        return self._pages[values]
