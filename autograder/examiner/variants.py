"""Changed texts of a student's functions, called in the student's process.

A search for the line that is wrong changes the text here, outside: of what the student's process
says, only values count. No expected value goes there, and lines are those of the submitted cells.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from autograder.codec import CodecError

if TYPE_CHECKING:
    from autograder.examiner.proxies import StudentSide

SECONDS = 8.0
"""Wall seconds that all searches of one submission may take together."""
PATIENCE = 5.0
"""Wall seconds of one call; changed code counts its own steps and processor time."""


class VariantFailed(Exception):
    """A changed function raised, or its result cannot be used."""


class Elsewhere:
    """What a search needs of functions that live in a student's process.

    Parameters
    ----------
    side : StudentSide

    Attributes
    ----------
    cells : tuple of str
        The texts of all cells that have run, in order.
    """

    clock = staticmethod(time.monotonic)

    def __init__(self, side: StudentSide) -> None:
        self._side = side
        self.cells = tuple(side.cells)

    @property
    def left(self) -> float:
        """Seconds that are left for searches in this submission."""
        return self._side.search_seconds

    def build(self, names: Sequence[str], texts: Sequence[str]) -> tuple[Callable[..., Any], ...]:
        """Return functions that see these texts' definitions in place of the notebook's."""

        def function(name: str) -> Callable[..., Any]:
            return lambda *args, **kwargs: self._call(name, args, kwargs, texts)

        return tuple(map(function, names))

    def _call(self, name: str, args: Any, kwargs: Any, texts: Sequence[str]) -> Any:
        side = self._side
        if side.search_seconds <= 0:
            raise VariantFailed("out of time")
        begun = time.monotonic()
        try:
            outcome = side.call_variant(name, args, kwargs, texts, PATIENCE)
        except CodecError as error:
            raise VariantFailed(str(error)) from None
        side.search_seconds -= time.monotonic() - begun
        if outcome.died:
            side.abandon()
            side.search_seconds = 0.0  # whatever it was, it is not tried again
        if not outcome.ok:
            raise VariantFailed(outcome.error_type or outcome.unusable or "ended")
        return side.theirs(outcome.value)
