"""A network that trains while one watches, with the reader's own functions.

Python trains, the page draws: `training` takes the steps, `frames` packs what there is to see,
`still` is the picture where nothing moves, and `widget` with `playground.js` what one plays with.
"""

from __future__ import annotations

from importlib.util import find_spec

from utils.kernel import is_live
from utils.playground.locks import TOPICS, Stopped
from utils.playground.minibatches import MinibatchTraining
from utils.playground.settings import Settings
from utils.playground.still import Still
from utils.playground.training import Training

__all__ = ["Training", "playground"]


def playground(about: str = "regularization") -> None:
    """Show a network that the functions of this notebook train, live.

    What an exercise has not opened yet is locked and says so. Where nobody can press anything, a
    picture of one training stands in its place.

    Parameters
    ----------
    about : {"regularization", "initialization", "mini-batches"}
        Which notebook's functions it uses.
    """
    topic = TOPICS[about]
    kind = MinibatchTraining if about == "mini-batches" else Training
    training = kind(Settings(**topic.settings), topic)
    if not (is_live() and find_spec("anywidget")):
        try:
            training.advance(steps=1500)
        except Stopped as stopped:
            print(stopped)
        Still(training)
        return
    from IPython.display import display

    from utils.playground.widget import Playground

    widget = Playground(training)
    display(widget)
    widget.still = Still(training)
