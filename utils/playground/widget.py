"""The playground in the page: it asks for one frame at a time, and gets it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import anywidget

from utils.playground.frames import frame
from utils.playground.locks import Stopped
from utils.playground.still import Still
from utils.playground.training import Training

HERE = Path(__file__).parent


class Playground(anywidget.AnyWidget):
    """What a reader plays with.

    The page asks, and only after the answer asks again: a slow page or a busy kernel skips frames,
    and where the page is gone, nobody asks and nothing runs.
    """

    _esm = "\n".join(
        (HERE / name).read_text(encoding="utf-8") for name in ("pictures.js", "playground.js")
    )
    _css = (HERE / "playground.css").read_text(encoding="utf-8")

    def __init__(self, training: Training) -> None:
        super().__init__()
        self.training = training
        self.still: Still | None = None
        self.on_msg(self._asked)

    def _asked(self, widget: Any, content: dict[str, Any], buffers: list[bytes]) -> None:
        if content.get("gone"):
            self.close()
            return
        complaint = ""
        try:
            for command in content.get("do", ()):
                self._do(**command)
            if content.get("advance"):
                self.training.advance(steps=int(content.get("steps", 0)))
        except Stopped as stopped:
            complaint = str(stopped)
        self.send(*frame(self.training, complaint))
        if content.get("rest") and self.still:
            self.still.update()

    def _do(self, what: str, **given: Any) -> None:
        """Do one thing that the reader asked for."""
        if what == "turn":
            self.training.turn(given["name"], given["value"])
        elif what == "point":
            self.training.add_point(given["x1"], given["x2"], given["label"])
        elif what == "fluke":
            self.training.add_fluke()
        elif what == "mistake":
            self.training.mistake(given["on"])
        elif what == "restart":
            self.training.restart()
