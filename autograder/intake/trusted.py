"""The instructor's cells as grading sees them, and what students were given of them."""

from __future__ import annotations

import ast
import copy
import functools
import json
import re
from dataclasses import dataclass

from autograder.cells import (
    SKIP,
    ReleaseRules,
    Role,
    cleared_source,
    grade_id_of,
    normal,
    released_source,
    role_of,
    tags_of,
    text_of,
)
from autograder.names import MAX_SOURCE, bound_by, parse
from autograder.notebook import Cell, Notebook

_BINDING = re.compile(r"^(?:async )?(?:def|class) +(\w+)|^(\w+) *=(?!=)", re.MULTILINE)
_COMMENT, _WORD = re.compile(r"#.*"), re.compile(r"\w+")


def names_in(text: str) -> frozenset[str]:
    """Return the names that a cell's text binds; none where it is not Python.

    A text too long to be parsed is searched for what stands at the start of its lines.
    """
    if len(text) <= MAX_SOURCE:
        return _names_in(text)
    return frozenset(name for pair in _BINDING.findall(text) for name in pair if name)


# Holds the cells of one notebook, even of one made to be large.
@functools.lru_cache(maxsize=4096)
def _names_in(text: str) -> frozenset[str]:
    tree = parse(text)
    return frozenset(bound_by(tree)) if tree else frozenset()


@dataclass(frozen=True)
class TrustedCell:
    """A cell of the instructor's notebook and what students were given of it."""

    index: int
    cell: Cell
    role: Role
    grade_id: str | None
    complete: str
    cleared: str
    released: str
    expected: frozenset[str]

    @property
    def is_code(self) -> bool:
        """Whether it holds code."""
        kind: str = self.cell["cell_type"]
        return kind == "code"

    @property
    def editable(self) -> bool:
        """Whether the student's text stands in it."""
        return self.role in ("solution", "manual")

    @property
    def skipped(self) -> bool:
        """Whether the instructor tagged it as not to be run."""
        return self.role == "given" and SKIP in tags_of(self.cell)

    @property
    def name(self) -> str:
        """What notes call it."""
        return self.grade_id or f"number {self.index + 1}"

    @functools.cached_property
    def texts(self) -> dict[str, str]:
        """Its complete, cleared and released texts, for comparison."""
        return {name: normal(getattr(self, name)) for name in ("complete", "cleared", "released")}

    @functools.cached_property
    def _frame(self) -> str:
        return json.dumps({**self.cell, "source": ""})

    def fresh_cell(self) -> Cell:
        """Return a new copy of the cell with its metadata and without its text."""
        fresh: Cell = json.loads(self._frame)  # a fraction of the time that copying takes
        return fresh

    def is_stub(self, text: str) -> bool:
        """Whether a student's text is still what was given, comments aside."""
        if normal(text) == self.texts["released"] or not text.strip():
            return True
        if not self.is_code or _words(text) != _words(self.released):
            return False
        return _shape(text) is not None and _shape(text) == _shape(self.released)

    def solves(self, text: str) -> bool:
        """Whether a student's text binds what the instructor's solution binds."""
        return self.expected <= names_in(text)


@functools.lru_cache(maxsize=128)
def _words(text: str) -> list[str]:
    """Return the words outside comments: code of one shape has the same ones."""
    return _WORD.findall(_COMMENT.sub("", text))


@functools.lru_cache(maxsize=128)
def _shape(text: str) -> str | None:
    tree = parse(text)
    if tree is None:
        return None
    try:
        return ast.dump(tree)
    except RecursionError:
        return None


def trusted_cells(source: Notebook, rules: ReleaseRules) -> tuple[TrustedCell, ...]:
    """Return the instructor's cells in order."""
    cells = []
    for index, cell in enumerate(copy.deepcopy(source["cells"])):
        role, complete = role_of(cell), text_of(cell["source"])
        expected: frozenset[str] = frozenset()
        if role in ("solution", "manual") and cell["cell_type"] == "code":
            tree = parse(complete)
            body = tree.body if tree else []
            defined = {
                n.name
                for n in body
                if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
            }
            others = [n for n in body if not isinstance(n, ast.Import | ast.ImportFrom)]
            expected = frozenset(defined or set().union(*map(bound_by, others)))
        cells.append(
            TrustedCell(
                index=index,
                cell=cell,
                role=role,
                grade_id=grade_id_of(cell),
                complete=complete,
                cleared=cleared_source(cell, rules),
                released=released_source(cell, rules),
                expected=expected,
            )
        )
    return tuple(cells)
