"""Cells of earlier releases of a notebook: what the course itself gave out is no tampering.

An assignment may change after students have fetched it. Their files still hold the cells as they
were, which equal those of a release that the course remembers, byte by byte.
"""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from autograder.cells import ReleaseRules, is_marked, released_source
from autograder.intake.read import read_bytes
from autograder.intake.submitted import SubmittedCell, cells_of
from autograder.notebook import Notebook
from autograder.notes import Notes


@dataclass(frozen=True)
class Release:
    """A notebook as students were once given it.

    Attributes
    ----------
    date : str
        When the course had it first, for people.
    cells : mapping of str to str
        Digests of its marked cells by grade id, in its order.
    """

    date: str
    cells: Mapping[str, str]


@functools.lru_cache(maxsize=32)  # nbgrader's own command asks anew for each student
def cells_of_release(data: bytes) -> Mapping[str, str]:
    """Return what to remember of a released notebook; nothing where somebody has worked in it.

    nbgrader's checksums say so. They prove nothing of a student's file, but this is the course's.
    """
    cells = [cell for cell in read_bytes(data).cells if cell.grade_id and cell.checksum]
    return _digests(cells) if all(cell.is_released for cell in cells) else {}


def cells_released_by(source: Notebook, rules: ReleaseRules) -> dict[str, str]:
    """Return the same of the release that an instructor's notebook makes now."""
    marked = [
        {**cell, "source": released_source(cell, rules)}
        for cell in source["cells"]
        if is_marked(cell)
    ]
    return _digests(cells_of({"cells": marked}, Notes()))


def _digests(cells: Sequence[SubmittedCell]) -> dict[str, str]:
    return {cell.grade_id: _digest(cell) for cell in cells if cell.grade_id}


def _digest(cell: SubmittedCell) -> str:
    """Hash all of a cell that is the course's: what is written into a solution cell is not."""
    text = "" if cell.meta.get("solution") else cell.text
    parts = [cell.grade_id, cell.kind, text, sorted(cell.meta.items()), sorted(cell.tags)]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]


class Earlier:
    """What the releases that a course remembers explain of one submission.

    Parameters
    ----------
    releases : sequence of Release
        Those of the notebook, but for the present one.
    submitted : sequence of SubmittedCell
        The submission's cells.
    """

    def __init__(
        self, releases: Sequence[Release] = (), submitted: Sequence[SubmittedCell] = ()
    ) -> None:
        self._releases, self._submitted = releases, submitted
        self._explained: dict[str, list[str]] = {}

    @functools.cached_property
    def _by_likeness(self) -> list[Release]:
        """The releases, the one first that the submission is most like; of equals the newest."""
        found = {(cell.grade_id, _digest(cell)) for cell in self._submitted if cell.grade_id}
        kept = [release for release in self._releases if found & release.cells.items()]

        def likeness(release: Release) -> int:
            return 2 * len(found & release.cells.items()) - len(release.cells)

        return sorted(reversed(kept), key=likeness, reverse=True)

    def explains(self, cell: SubmittedCell, name: str) -> bool:
        """Whether a cell is one of an earlier release; if so, it is noted under this name."""
        if not self._releases or not cell.grade_id:
            return False
        digest = _digest(cell)
        for release in self._by_likeness:
            if release.cells.get(cell.grade_id) == digest:
                self._explained.setdefault(release.date, []).append(name)
                return True
        return False

    def explains_order(self, grade_ids: Sequence[str], moved: Sequence[str]) -> bool:
        """Whether cells stand in the order of the release that the submission is most like."""
        if not self._by_likeness:
            return False
        likest = self._by_likeness[0]
        places = {name: place for place, name in enumerate(likest.cells)}
        found = [places.get(name, -1) for name in grade_ids]
        if -1 in found or found != sorted(found):
            return False
        self._explained.setdefault(likest.date, []).extend(moved)
        return True

    def lacked(self, grade_id: str | None) -> bool:
        """Whether a cell was not yet in the release that the submission is most like."""
        return bool(self._by_likeness) and grade_id not in self._by_likeness[0].cells

    @property
    def explained(self) -> Mapping[str, Sequence[str]]:
        """Names of the cells that a release explains, by its date."""
        return self._explained
