"""Integrity notes: what was done to a submission, or met in it, besides its points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal[
    "defect",  # the grader or the course failed
    "death",  # the student's process was ended, or ran out of time
    "tampering",  # changed where nobody needs to change anything; it had no effect
    "refusal",  # something that was handed in does not count: a human must look
    "repair",  # what honest people do by accident was put right
    "info",  # worth knowing, nothing was wrong
]
_GRAVITY = {kind: order for order, kind in enumerate(get_args(Kind))}
LOOK = frozenset({"defect", "refusal"})


@dataclass(frozen=True)
class Note:
    """One integrity note.

    Attributes
    ----------
    kind : Kind
        What sort of thing it says.
    text : str
        One line, safe to print.
    """

    kind: Kind
    text: str

    def __str__(self) -> str:
        return self.text


class Notes:
    """The notes of one submission while it is graded; none of them twice."""

    def __init__(self) -> None:
        self._notes: dict[Note, None] = {}

    def add(self, kind: Kind, text: str) -> None:
        """Add a note."""
        self._notes[Note(kind, text)] = None

    def extend(self, notes: Iterable[Note]) -> None:
        """Add notes."""
        self._notes.update(dict.fromkeys(notes))

    def __iter__(self) -> Iterator[Note]:
        return iter(self._notes)

    def __len__(self) -> int:
        return len(self._notes)

    @property
    def look(self) -> bool:
        """Whether one of them needs a human."""
        return any(note.kind in LOOK for note in self)

    def kept(self, limit: int) -> tuple[Note, ...]:
        """Return at most ``limit`` notes, the grave ones first, the last one a count of the rest.

        Many small notes never push a grave one out.
        """
        ordered = sorted(self, key=lambda note: _GRAVITY[note.kind])
        if len(ordered) > limit:
            more = len(ordered) - (limit - 1)
            ordered[limit - 1 :] = [Note(ordered[limit - 1].kind, f"and {more} notes more")]
        return tuple(ordered)
