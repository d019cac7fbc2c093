"""The rows that nbgrader keeps of an instructor's notebook, read from the notebook itself."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from autograder.cells import (
    ReleaseRules,
    checksum,
    cleared_source,
    grade_id_of,
    is_locked,
    is_marked,
    nbgrader_metadata,
    normal,
)
from autograder.notebook import Cell, Notebook


@dataclass(frozen=True)
class WantedCell:
    """One cell as nbgrader's ``SaveCells`` would record it.

    Attributes
    ----------
    kinds : frozenset of str
        nbgrader's types of rows: a written answer is graded and a solution.
    source : str
        Its text without the solution, with hidden tests.
    """

    name: str
    kinds: frozenset[str]
    points: float
    cell_type: str
    locked: bool
    source: str
    checksum: str | None

    @property
    def key(self) -> tuple[frozenset[str], str]:
        """What stays the same where a cell is only renamed."""
        return self.kinds, normal(self.source)

    @property
    def says(self) -> str:
        """What it is, in the list of changes."""
        if self.kinds & {"GradeCell", "TaskCell"}:
            return f"{self.points:g} {'point' if self.points == 1 else 'points'}"
        return "an answer" if self.kinds else "given"


@dataclass(frozen=True)
class WantedNotebook:
    """One notebook as nbgrader would record it."""

    kernelspec: str
    cells: Mapping[str, WantedCell]


def wanted_notebook(notebook: Notebook, rules: ReleaseRules) -> WantedNotebook:
    """Return the rows of an instructor's notebook, its AUTOTEST lines made into tests already."""
    cells = {}
    for cell in notebook["cells"]:
        if is_marked(cell) and (name := grade_id_of(cell)):
            cells[name] = _wanted(name, cell, rules)
    spec = notebook.get("metadata", {}).get("kernelspec", {})
    return WantedNotebook(json.dumps(spec), cells)


def _wanted(name: str, cell: Cell, rules: ReleaseRules) -> WantedCell:
    meta = nbgrader_metadata(cell)
    flags = (("GradeCell", "grade"), ("SolutionCell", "solution"), ("TaskCell", "task"))
    kinds = frozenset(kind for kind, flag in flags if meta.get(flag))
    text = cleared_source(cell, rules)
    counted = kinds - {"TaskCell"} or is_locked(cell)
    return WantedCell(
        name,
        kinds,
        float(meta.get("points") or 0),
        cell["cell_type"],
        is_locked(cell),
        text,
        checksum({**cell, "source": text}) if counted else meta.get("checksum"),
    )
