"""A function's text, its syntax tree, and edits as pieces of the text replaced."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any, NamedTuple, cast

_DIGITS = str.maketrans("0123456789", "#" * 10)
START, END = "START CODE HERE", "END CODE HERE"


class Splice(NamedTuple):
    """The characters from ``start`` to ``end`` are replaced by ``new``."""

    start: int
    end: int
    new: str


@dataclass(frozen=True)
class Edit:
    """One change of one function.

    Attributes
    ----------
    function : str
        Name of the function that is changed.
    splices : tuple of Splice
        What is replaced; places do not overlap.
    lines : tuple of int
        The lines of the function's text, from 1, that the change is in.
    kind : str
        What to look at, a word of :data:`utils.repairs.KINDS`.
    cost : float
        How unlikely the change is; small ones are tried first and believed before others.
    alike : tuple of str
        What it has in common with the same change in other places: what stood there and what
        stands now, digits left out; and where in a statement it is made.
    """

    function: str
    splices: tuple[Splice, ...]
    lines: tuple[int, ...]
    kind: str
    cost: float
    alike: tuple[str, ...]

    def joined(self, other: Edit, cost: float) -> Edit | None:
        """Return both changes as one; None where they touch or are in two functions."""
        splices = sorted({*self.splices, *other.splices})
        touching = any(a.end > b.start for a, b in pairwise(splices))
        if touching or self.function != other.function:
            return None
        lines = tuple(sorted({*self.lines, *other.lines}))
        return Edit(self.function, tuple(splices), lines, self.kind, cost, self.alike)


@dataclass(frozen=True)
class FunctionText:
    """The text of one function that stands at the margin of its cell.

    Attributes
    ----------
    name, text : str
    first_line : int
        The line of the cell, from 1, that the text begins in.
    remote : bool
        Whether it is a helper from another cell.
    """

    name: str
    text: str
    first_line: int = 1
    remote: bool = False

    @cached_property
    def tree(self) -> ast.FunctionDef:
        """The function's definition."""
        (tree,) = ast.parse(self.text).body
        return cast("ast.FunctionDef", tree)

    @cached_property
    def lines(self) -> list[str]:
        """The text's lines, without their line breaks."""
        return self.text.split("\n")

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        for line in self.lines:
            starts.append(starts[-1] + len(line) + 1)
        return starts

    @cached_property
    def parents(self) -> dict[ast.AST, ast.AST]:
        """Each node's parent."""
        return {child: node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)}

    @cached_property
    def open_lines(self) -> frozenset[int] | None:
        """The lines between the marks of what is to be filled in; None without marks."""
        inside, found, open_now = set(), False, False
        for number, line in enumerate(self.lines, start=1):
            if START in line:
                open_now = found = True
            elif END in line:
                open_now = False
            elif open_now:
                inside.add(number)
        return frozenset(inside) if found else None

    def place(self, line: int, column: int) -> int:
        """Return the offset of a syntax tree's place, whose columns count bytes."""
        text = self.lines[line - 1]
        if not text.isascii():
            column = len(text.encode()[:column].decode(errors="ignore"))
        return self._starts[line - 1] + column

    def line_of(self, offset: int) -> int:
        """Return the line, from 1, that an offset is in."""
        return self.text.count("\n", 0, offset) + 1

    def line_start(self, line: int) -> int:
        """Return the offset that a line begins at."""
        return self._starts[line - 1]

    def span(self, node: ast.AST) -> tuple[int, int]:
        """Return a node's place, without brackets round it."""
        placed: Any = node  # nobody asks where operators stand
        return (
            self.place(placed.lineno, placed.col_offset),
            self.place(placed.end_lineno, placed.end_col_offset),
        )

    def outer(self, node: ast.AST) -> tuple[int, int]:
        """Return a node's place with the brackets round it, those of a call not counted."""
        if node not in self._outer:
            self._outer[node] = self._with_brackets(*self.span(node))
        return self._outer[node]

    @cached_property
    def _outer(self) -> dict[ast.AST, tuple[int, int]]:
        return {}

    def _with_brackets(self, start: int, end: int) -> tuple[int, int]:
        while True:
            before = self.text[:start].rstrip()
            after = self.text[end:]
            gap = len(after) - len(after.lstrip())
            if not before.endswith("(") or after[gap : gap + 1] != ")":
                return start, end
            if re.search(r"[\w\])]$", before[:-1]):
                return start, end
            start, end = len(before) - 1, end + gap + 1

    def bracketed(self, node: ast.AST) -> bool:
        """Whether a node has brackets of its own."""
        return self.outer(node) != self.span(node)

    def of(self, node: ast.AST) -> str:
        """Return a node's text with the brackets round it."""
        start, end = self.outer(node)
        return self.text[start:end]

    def edited(self, splices: Iterable[Splice] = ()) -> str:
        """Return the text with pieces replaced, and with its loops guarded."""
        parts, at = [], 0
        # A guard opens before what begins in the same place, and closes after what ends there.
        for start, end, new in sorted([*splices, *self.guards], key=_order):
            if start < at:
                continue  # a guard round something that is gone
            parts += [self.text[at:start], new]
            at = end
        return "".join([*parts, self.text[at:]])

    @cached_property
    def guards(self) -> list[Splice]:
        """What makes every loop count its steps."""
        found = []
        for node in ast.walk(self.tree):
            if isinstance(node, ast.For | ast.comprehension):
                start, end = self.outer(node.iter)
                found += [Splice(start, start, "__bounded__("), Splice(end, end, ")")]
            elif isinstance(node, ast.While):
                start, end = self.outer(node.test)
                found += [Splice(start, start, "__step__() and ("), Splice(end, end, ")")]
        return found

    def statements(self) -> Iterator[tuple[list[ast.stmt], int]]:
        """Yield every statement as its block and its index, docstrings left out."""
        for node in ast.walk(self.tree):
            for name in ("body", "orelse"):
                block = getattr(node, name, None)
                if not isinstance(block, list):
                    continue
                for index, statement in enumerate(block):
                    if not _is_text(statement):
                        yield block, index


def _order(splice: Splice) -> tuple[int, int]:
    if splice.new == ")" and splice.start == splice.end:
        return splice.start, -1
    return splice.start, 0 if splice.new.startswith("__") else 1


def _is_text(statement: ast.stmt) -> bool:
    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Constant)
        and isinstance(statement.value.value, str)
    )


def without_digits(text: str) -> str:
    """Return a text in which places alike look alike."""
    return text.translate(_DIGITS)
