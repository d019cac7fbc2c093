"""Questions that are answered before their picture exists: only a choice draws it."""

from __future__ import annotations

import html
import inspect
import io
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from typing import Any

import matplotlib.pyplot as plt

from utils.figures import html_of
from utils.kernel import is_live

Draw = Callable[[], "str | tuple[object, str]"]
"""Draws figures and prints; returns what there was to see in words, perhaps after something that
moves, such as a slider.
"""


@dataclass
class Question:
    """A question, what was chosen, and the cells that wait for it.

    Attributes
    ----------
    number : str
        As in its heading, such as ``"3"``, or that of its exercise.
    letters : str
        The choices.
    right : str
        The right one of them, as far as it is known here.
    chosen : str
        What the reader chose; empty before.
    places : dict of str to _Place
        Where its buttons stand, below the question (``"asked"``) and in place of the answer.
    """

    number: str
    letters: str
    right: str = ""
    chosen: str = ""
    places: dict[str, _Place] = field(default_factory=dict, repr=False)

    def choose(self, letter: str) -> None:
        """Take the reader's choice, and show what waited for it."""
        self.chosen = letter
        for place in (*self.places.values(), *_summaries):
            place.refresh()


WAITING = (
    # Without its kernel a row of buttons is an error message: then this stands in its place.
    "<style>"
    ".jp-OutputArea-child:has(.widget-hbox) + .jp-OutputArea-child:has(.question-waits),"
    ".jp-OutputArea-child:not(:has(.widget-hbox)):has(+ .jp-OutputArea-child .question-waits)"
    " {display: none}"
    "</style>"
    '<p class="question-waits">Run this cell to choose an answer.</p>'
)
_questions: dict[str, Question] = {}
_summaries: list[_Place] = []


def ask(number: object, of: str) -> None:
    """Show a question's choices as buttons, and note which one is chosen.

    Parameters
    ----------
    number : object
        The question's number.
    of : str
        The letters of its choices, such as ``"abcd"``.
    """
    question = _question(number, of)
    if is_live():
        question.places["asked"] = _Place(lambda: _asked(question))


def reveal(number: object, of: str, right: str) -> Callable[[Draw], Draw]:
    """Make a function the answer to a question: it runs when the reader has chosen.

    Where no reader can choose, as in a page made from a notebook, it runs at once, and what it
    draws and says stands folded.

    Parameters
    ----------
    number : object
        The question's number.
    of : str
        The letters of its choices.
    right : str
        The right one.
    """
    question = _question(number, of)
    question.right = right

    def register(draw: Draw) -> Draw:
        if is_live() and _widgets() is not None:
            question.places["answer"] = _Place(lambda: _answered(question, draw))
        else:
            _show_folded(right, draw)
        return draw

    return register


def surprises() -> None:
    """Show in one line which questions had a surprising answer, and which still wait for one."""
    _summaries[:] = [_Place(lambda: [_markdown(_summary())])]


def _question(number: object, letters: str) -> Question:
    name = str(number)
    if name not in _questions or _questions[name].letters != letters:
        _questions[name] = Question(name, letters)
    return _questions[name]


class _Place:
    """A row of outputs of one cell that can change later, and stay in the saved notebook."""

    def __init__(self, content: Callable[[], list[Any]]) -> None:
        from IPython.display import display

        self.content = content
        # A later output has no cell to go to: there must be room for each from the beginning.
        self.outputs = [display({}, raw=True, display_id=True) for _ in range(4)]
        self.refresh()

    def refresh(self) -> None:
        """Show what there is to show now."""
        content = self.content()
        for output, shown in zip(self.outputs, content, strict=False):
            output.update(shown)
        for output in self.outputs[len(content) :]:
            output.update({}, raw=True)


def _asked(question: Question) -> list[Any]:
    if question.chosen:
        return [_markdown(f"You said ({question.chosen}). The answer comes further down.")]
    return _buttons(question, "Your answer:")


def _answered(question: Question, draw: Draw) -> list[Any]:
    if not question.chosen:
        return _buttons(question, "Choose, and the answer appears:")
    said = f"**You said ({question.chosen}), and so it is.**"
    if question.chosen != question.right:
        said = f"**You said ({question.chosen}). It is ({question.right}): a surprise.**"
    try:
        seen, moving, words = _run(draw)
    except Exception as error:  # of the reader's own function: shown in one line, as it is
        return [_markdown(f"{said}\n\n{_met(error)}")]
    if moving is None:
        return [_markdown(f"{said}\n\n{seen}\n\n{words}")]
    return [_markdown(f"{said}\n\n{seen}"), *moving.parts(), _markdown(words)]


def _show_folded(right: str, draw: Draw) -> None:
    from IPython.display import display

    try:
        seen, moving, words = _run(draw)
    except Exception as error:
        if not is_live():  # nobody is there to correct it: what makes the page must know
            raise
        display(_markdown(_met(error)))
        return
    if moving is not None:
        seen += f"\n\n{moving.still()}"
    summary = "<summary><b>Choose first; then open this: the answer</b></summary>"
    display(_markdown(f"<details>{summary}\n\nIt is ({right}).\n\n{seen}\n\n{words}\n\n</details>"))


def _run(draw: Draw) -> tuple[str, Any, str]:
    """Draw, and return pictures and printed text as Markdown, what moves, and the words."""
    plt.close("all")
    try:
        with redirect_stdout(io.StringIO()) as printed:
            found = draw()
        moving, words = found if isinstance(found, tuple) else (None, found)
        figures = [plt.figure(number) for number in plt.get_fignums()]
        seen = "\n\n".join(map(html_of, figures))
    finally:
        plt.close("all")
    if printed.getvalue():
        seen += f"\n\n{_code(printed.getvalue())}"
    return seen, moving, inspect.cleandoc(words)


def _met(error: Exception) -> str:
    met = f"{type(error).__name__}: {error}".splitlines()[0]
    return f"{_code(met)}\n\nCorrect this, and run this cell again."


def _code(text: str) -> str:
    # Where a page is narrow, Jupyter would break lines within words and numbers.
    style = "white-space: pre; overflow-x: auto"
    return f'<pre style="{style}">{html.escape(text.rstrip())}</pre>'


def _markdown(text: str) -> Any:
    from IPython.display import Markdown

    return Markdown(text)


def _summary() -> str:
    """Say how many answers were surprises, with links to their questions."""
    answered = [q for q in _questions.values() if q.chosen]
    waiting = [q for q in _questions.values() if not q.chosen]
    surprising = [q for q in answered if q.chosen != q.right]
    parts = []
    if answered:
        parts.append(f"Surprises: {len(surprising)} of {len(answered)} answers.")
    if surprising:
        parts.append(f"Look again at {_links(surprising)}.")
    if waiting and is_live():
        parts.append(f"Waiting for your answer: {_links(waiting)}.")
    elif waiting:
        parts.append("The answers stand folded below their questions.")
    return " ".join(parts)


def _links(questions: list[Question]) -> str:
    return ", ".join(f"[{q.number}](#Predict-{q.number})" for q in questions)


def _widgets() -> Any:
    """Return ipywidgets, or None where it is not installed."""
    try:
        import ipywidgets
    except ImportError:
        return None
    return ipywidgets


def _buttons(question: Question, label: str) -> list[Any]:
    from IPython.display import HTML

    widgets = _widgets()
    if widgets is None:
        return [_markdown("Note your answer.")]
    size = widgets.Layout(width="3.5em")
    buttons = [
        widgets.Button(description=f"({letter})", tooltip=f"Answer ({letter})", layout=size)
        for letter in question.letters
    ]
    told = widgets.Label(label)

    def choose(button: Any) -> None:
        told.value = "Drawing ..."
        for each in buttons:
            each.disabled = True
        question.choose(button.description.strip("()"))

    for button in buttons:
        button.on_click(choose)
    wrap = widgets.Layout(flex_flow="row wrap", align_items="center")
    return [widgets.HBox([told, *buttons], layout=wrap), HTML(WAITING)]
