"""A network of ``05_deep_network`` that trains at the press of a button, and shows its mistakes."""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from numpy.typing import NDArray

from utils.deep_networks import L_model_backward, L_model_forward
from utils.figures import html_of
from utils.kernel import is_live
from utils.networks import (
    Array,
    compute_cost_from_logits,
    initialize_parameters,
    update_parameters,
)
from utils.playground.locks import Stopped, call, check_gradients, check_growth, locks, mistakes
from utils.plots import BLUE, ORANGE
from utils.plots.pictures import plot_mistakes

Examples = tuple[Array, NDArray[Any]]
NEEDS: dict[str, tuple[str, ...]] = {"lambd": ("deep-l2",), "keep_prob": ("deep-dropout",)}
RATE, PRESS = 0.05, 50


class PictureTraining:
    """A network of four layers that learns from pictures, and how far it is.

    Parameters
    ----------
    train, dev : tuple of array
        Examples in columns, and their labels.
    """

    def __init__(self, train: Examples, dev: Examples) -> None:
        self.train, self.dev = train, dev
        self.lambd, self.keep_prob, self.mistaken = 0.0, 1.0, False
        self.restart()

    def restart(self) -> None:
        """Go back to the first weights."""
        sizes = [len(self.train[0]), 20, 7, 5, 1]
        self.parameters = initialize_parameters(sizes, np.random.RandomState(0))
        self.rng = np.random.RandomState(1000)
        self.iteration = 0
        self.history: list[tuple[int, float, float]] = []
        self._note()

    def advance(self, steps: int) -> None:
        """Take some steps; stop at what the reader's functions do not give."""
        for _ in range(steps):
            try:
                with np.errstate(all="ignore"):
                    grads = self._gradients()
                    self._check(grads)
                    new = update_parameters(self.parameters, grads, RATE)
            except (AttributeError, LookupError, TypeError, ValueError) as error:
                reason = f"{type(error).__name__}: {error}".splitlines()[0]
                raise Stopped(f"What your functions return does not fit: {reason}") from error
            check_growth(new, "restart with a smaller λ")
            self.parameters = new
            self.iteration += 1
            if self.iteration % 10 == 0:
                self._note()

    def answers(self) -> Array:
        """Return the probability of a cat for each development picture, (1, m)."""
        AL: Array = L_model_forward(self.dev[0], self.parameters)[0]
        return AL

    def words(self) -> str:
        """Say in one line how far the training is."""
        _, train, dev = self.history[-1]
        wrong = int(np.sum((self.answers() > 0.5) != self.dev[1]))
        return (
            f"Step {self.iteration}, λ = {self.lambd:g}, keep_prob = {self.keep_prob:g}: cost "
            f"{train:.2f} on the training pictures, {dev:.2f} on the development pictures, "
            f"{wrong} of which are wrong."
        )

    def _gradients(self) -> Any:
        X, Y = self.train
        if self.keep_prob == 1 and not self.lambd:
            return L_model_backward(*self._given())
        if self.keep_prob == 1:
            return call("deep-l2", self.mistaken, *self._given(), self.lambd)
        drop = (X, Y, self.parameters, self.keep_prob, self.rng)
        grads = dict(call("deep-dropout", self.mistaken, *drop)[1])
        self._check(grads)
        if self.lambd:
            # The penalty's own part is what λ changes in the gradients of a plain pass.
            given = self._given()
            penalized = call("deep-l2", self.mistaken, *given, self.lambd)
            plain = L_model_backward(*given)
            for name in (f"dW{layer}" for layer in (1, 2, 3, 4)):
                grads[name] = grads[name] + penalized[name] - plain[name]
        return grads

    def _given(self) -> tuple[Any, Any, Any]:
        AL, caches = L_model_forward(self.train[0], self.parameters)
        return AL, self.train[1], caches

    def _check(self, grads: Any) -> None:
        used = "deep-dropout" if self.keep_prob < 1 else "deep-l2"
        check_gradients(grads, self.parameters, used, self._sound)

    def _sound(self) -> bool:
        """Whether the given functions still find finite gradients here."""
        grads = L_model_backward(*self._given())
        return all(np.isfinite(grads[f"d{name}"]).all() for name in self.parameters)

    def _note(self) -> None:
        costs = [
            compute_cost_from_logits(L_model_forward(X, self.parameters)[1][-1][1], Y)
            for X, Y in (self.train, self.dev)
        ]
        self.history.append((self.iteration, costs[0], costs[1]))


def page_of(training: PictureTraining, pictures: NDArray[np.uint8], classes: Sequence[Any]) -> str:
    """Draw the costs, and the surest mistakes among the development pictures, as HTML."""
    plt.close("all")
    iterations, train, dev = np.transpose(training.history)
    _, ax = plt.subplots(figsize=(7, 2.8), layout="constrained", facecolor="white")
    ax.plot(iterations, train, color=ORANGE, ls="--", label="training pictures")
    ax.plot(iterations, dev, color=BLUE, label="development pictures")
    ax.set(xlabel="step", ylabel="cost (nats per picture)", title="The cost", ylim=(0, None))
    ax.legend(fontsize="small", loc="lower left")
    if np.any((training.answers() > 0.5) != training.dev[1]):
        title = "The surest mistakes among the development pictures"
        answers, Y = training.answers(), training.dev[1]
        plot_mistakes(pictures, answers, Y, classes, most=10, title=title)
    figures = "".join(html_of(plt.figure(number)) for number in plt.get_fignums())
    plt.close("all")
    return f"<p>{training.words()}</p>{figures}"


def picture_playground(
    train: Examples, dev: Examples, pictures: NDArray[np.uint8], classes: Sequence[Any]
) -> None:
    """Show a network that learns from pictures by the reader's own functions.

    Parameters
    ----------
    train, dev : tuple of array
        Examples in columns and their labels, to learn from and to look at.
    pictures : (m, 64, 64, 3) array
        The development pictures as one sees them.
    classes : sequence
        What the labels mean.
    """
    from IPython.display import HTML, display

    training = PictureTraining(train, dev)
    try:
        import ipywidgets as widgets
    except ImportError:
        widgets = None
    if widgets is None or not is_live():
        training.advance(3 * PRESS)
        display(HTML(page_of(training, pictures, classes)))
        return
    display(_controls(widgets, training, lambda: page_of(training, pictures, classes)))


def _controls(widgets: Any, training: PictureTraining, draw: Any) -> Any:
    """Return sliders, buttons, and the page that they change."""
    page, told = widgets.HTML(draw()), widgets.HTML()
    buttons = {
        "train": widgets.Button(description=f"Train {PRESS} steps"),
        "restart": widgets.Button(description="Restart"),
    }
    options = {"lambd": (0, 1, 3, 10, 30, 100), "keep_prob": (1, 0.9, 0.8, 0.65, 0.5)}
    knobs = {
        name: widgets.SelectionSlider(options=values, description=label)
        for (name, values), label in zip(options.items(), ("λ", "keep_prob"), strict=True)
    }
    wrong = ", ".join(mistakes(("deep-l2", "deep-dropout")))
    mistake = widgets.ToggleButton(description=f"With my mistake ({wrong})")
    mistake.layout.width = "auto"
    mistake.layout.display = "" if wrong else "none"

    def lock() -> None:
        locked = locks(training.mistaken, NEEDS)
        for name, knob in knobs.items():
            knob.disabled = name in locked
            if knob.disabled:
                knob.value = options[name][0]
        told.value = "; ".join(f"{knobs[name].description} {why}" for name, why in locked.items())

    def press(button: Any) -> None:
        try:
            if button is buttons["restart"]:
                training.restart()
            else:
                training.advance(PRESS)
        except Stopped as stopped:
            told.value = f"<b>{html.escape(str(stopped))}</b>"
        page.value = draw()

    def turn(change: Any) -> None:
        training.lambd, training.keep_prob = knobs["lambd"].value, knobs["keep_prob"].value
        training.mistaken = mistake.value
        lock()

    for button in buttons.values():
        button.on_click(press)
    for each in (*knobs.values(), mistake):
        each.observe(turn, "value")
    lock()
    wrap = widgets.Layout(flex_flow="row wrap")
    row = widgets.HBox([*knobs.values(), *buttons.values(), mistake], layout=wrap)
    return widgets.VBox([row, told, page])
