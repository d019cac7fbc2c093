"""How far grading is, on a terminal and where there is none."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

PLAIN_SECONDS = 5.0  # between lines of progress where there is no terminal


class Progress:
    """A bar with the time remaining on a terminal; now and then a line elsewhere."""

    def __init__(self, out: Console) -> None:
        self.out = out
        self.bar: Bar | None = None
        self.task: TaskID | None = None
        self.started = self.last = time.monotonic()

    def __enter__(self) -> Progress:
        if self.out.is_terminal:
            from rich.progress import (
                BarColumn,
                MofNCompleteColumn,
                TimeElapsedColumn,
                TimeRemainingColumn,
            )
            from rich.progress import Progress as Bar

            self.bar = Bar(
                "Grading",
                BarColumn(),
                MofNCompleteColumn(),
                "elapsed",
                TimeElapsedColumn(),
                "remaining",
                TimeRemainingColumn(),
                console=self.out,
            )
            self.bar.start()
        return self

    def __exit__(self, *exc_info: object) -> None:
        if self.bar is not None:
            self.bar.stop()

    def say(self, text: str) -> None:
        """Print one line beside the progress."""
        self.out.print(Text(text))

    def __call__(self, done: int, total: int) -> None:
        """Show how many are done."""
        now = time.monotonic()
        if self.bar is not None:
            if self.task is None:
                self.task = self.bar.add_task("grade", total=total)
            self.bar.update(self.task, completed=done, total=total)
        elif total and (done == total or now - self.last >= PLAIN_SECONDS):
            self.last = now
            left = (now - self.started) / done * (total - done) if done else None
            rest = "" if left is None or done == total else f", about {left:.0f} s remaining"
            self.out.print(f"{done} of {total} graded{rest}", markup=False)
