"""A download sorted by students, whatever platform it is from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from autograder.downloads.archive import Entry
from autograder.downloads.people import Claim


@dataclass
class HandIn:
    """What one student handed in.

    Attributes
    ----------
    files : dict
        Path in the hand-in -> file.
    when : datetime or None
        In naive UTC, where the download tells it.
    late : bool
        Whether the platform marked it late without saying by how much.
    """

    claim: Claim
    files: dict[tuple[str, ...], Entry] = field(default_factory=dict)
    when: datetime | None = None
    late: bool = False
    notes: list[str] = field(default_factory=list)


@dataclass
class Sorting:
    """A download sorted by students; ``rest`` are the files that are nobody's."""

    source: str
    hand_ins: dict[Claim, HandIn] = field(default_factory=dict)
    rest: list[Entry] = field(default_factory=list)
    by_teams: bool = False  # whether the files of a team are given once

    def add(self, claim: Claim, path: tuple[str, ...], entry: Entry, *, late: bool = False) -> None:
        """Note that a file is a student's.

        What the platform put before its name goes, unless no name or another file's is left.
        """
        hand_in = self.hand_ins.setdefault(claim, HandIn(claim))
        is_name = all(part not in ("", ".", "..") for part in path) and path not in hand_in.files
        hand_in.files[path if is_name else entry.parts[-1:]] = entry
        hand_in.late |= late

    @property
    def share(self) -> float:
        """How many of the files are somebody's."""
        claimed = sum(len(hand_in.files) for hand_in in self.hand_ins.values())
        return claimed / max(1, claimed + len(self.rest))
