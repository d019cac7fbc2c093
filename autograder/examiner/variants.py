"""Changed texts of a student's functions, called in the student's process.

A search for the line that is wrong changes the text here, outside: of what the student's process
says, only values count. No expected value goes there, and lines are those of the submitted cells.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from autograder.guest.codec import CodecError, decode

if TYPE_CHECKING:
    from autograder.examiner.student_side import StudentSide

SECONDS = 0.4
"""Processor seconds of one search."""
ALL_SECONDS = 8.0
"""Wall seconds that all searches of one submission may take together."""
PATIENCE = 5.0
"""Wall seconds of one question; changed code counts its own steps and processor time."""
AT_ONCE = 0.25
"""Processor seconds after which the texts that are left wait for another question."""

Texts = tuple[str, ...]


class VariantFailed(Exception):
    """A changed function raised, or its result cannot be used."""


class Elsewhere:
    """What a search needs of functions that live in a student's process.

    What the same calls give with many changed texts is asked for at once, which takes a tenth of
    the time.

    Parameters
    ----------
    side : StudentSide

    Attributes
    ----------
    cells : tuple of str
        The texts of all cells that have run, in order.
    memory : dict
        What searches have found in this and earlier submissions.
    """

    seconds = SECONDS

    def __init__(self, side: StudentSide) -> None:
        self._side = side
        self._there = 0.0  # processor seconds that the other side says it took
        self.cells = tuple(side.cells)
        self.memory = side.found_lines
        self._unchanged: Texts | None = None  # as they are first built
        self._learning = True
        self._calls: list[tuple[str, bytes]] = []
        self._foreseen: dict[Texts, list[Any]] = {}

    def clock(self) -> float:
        """Return processor seconds, of both sides; how busy the machine is makes no difference."""
        return time.process_time() + self._there

    @property
    def left(self) -> float:
        """Seconds that are left for searches in this submission."""
        return self._side.search_seconds

    def build(self, names: Sequence[str], texts: Sequence[str]) -> tuple[Callable[..., Any], ...]:
        """Return functions that see these texts' definitions in place of the notebook's."""
        key, numbers = tuple(texts), itertools.count()
        self._unchanged = self._unchanged or key

        def function(name: str) -> Callable[..., Any]:
            return lambda *args, **kwargs: self._call(name, args, kwargs, key, next(numbers))

        return tuple(map(function, names))

    def learned(self) -> None:
        """Keep no more of the calls that the unchanged functions get."""
        self._learning = False

    def foresee(self, variants: Sequence[Sequence[str]]) -> None:
        """Ask what the first calls of the unchanged functions give with each of these texts."""
        keys = [tuple(texts) for texts in variants]
        self._foreseen.clear()
        if self._calls and keys and self.left > 0:
            rows = self._ask(keys, self._calls)
            self._foreseen.update(zip(keys, rows, strict=False))

    def _call(self, name: str, args: Any, kwargs: Any, texts: Texts, number: int) -> Any:
        try:
            call = name, self._side.packed(args, kwargs)
        except CodecError as error:
            raise VariantFailed(str(error)) from None
        if self._learning and texts == self._unchanged:
            self._calls.append(call)
        row = self._foreseen.get(texts, [])
        # What one function returns may be what the next one gets.
        if number < len(row) and self._calls[number] == call:
            answer = row[number]
        else:
            answer = next(iter(self._ask([texts], [call])[0]), None)
        if type(answer) is not bytes:
            raise VariantFailed("it raised an exception, or its result cannot be used")
        try:
            return decode(answer, self._side.limits.codec, self._side.process.resolver)
        except CodecError as error:
            raise VariantFailed(str(error)) from None

    def _ask(self, variants: list[Texts], calls: list[tuple[str, bytes]]) -> list[list[Any]]:
        """Return a row of answers for each variant, or for the first of them."""
        side = self._side
        if side.search_seconds <= 0:
            raise VariantFailed("out of time")
        begun = time.monotonic()
        outcome = side.try_variants(variants, calls, AT_ONCE, PATIENCE)
        took = time.monotonic() - begun
        side.search_seconds -= took
        if outcome.died:
            side.abandon()
            side.search_seconds = 0.0  # whatever it was, it is not tried again
        if not outcome.ok or type(outcome.value) is not tuple or len(outcome.value) != 2:
            raise VariantFailed("it ended")
        seconds, rows = outcome.value
        if type(seconds) is not float or type(rows) is not list or not rows:
            raise VariantFailed("it ended")
        self._there += min(max(seconds, 0.0), took)
        return [row if type(row) is list else [] for row in rows]
