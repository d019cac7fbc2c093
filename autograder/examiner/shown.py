"""What a visible test can show of its failure: the arrays it compared, and what its lines found.

Only for tests that students can read. What a hidden test compares never gets here.
"""

from __future__ import annotations

import ast
import copy
import reprlib
from collections.abc import Mapping
from types import FrameType, TracebackType
from typing import Any

import numpy as np

from autograder.examiner.contents import live_parts
from autograder.result import Difference

MAX_NUMBERS = 600  # of an array that is drawn
MAX_ARRAYS = 3
_MAX_TEXT = 200
TELLER = "_what_was_compared_"
_READER = reprlib.Repr()
_READER.maxother = _READER.maxstring = _MAX_TEXT
_READER.maxlist = _READER.maxtuple = _READER.maxdict = 12
_SIDES = ("_left_side_", "_right_side_")
_NUMPY_NAMES = (("desired", "actual"), ("y", "x"))


def differences_of(error: BaseException | None) -> tuple[Difference, ...]:
    """Return the arrays that a failed test compared and that differ.

    A check's own error names them in an attribute ``compared``, a mapping of a name to the
    expected and the given value; those of `numpy.testing` are found where it compared them.
    """
    compared = getattr(error, "compared", None)
    pairs = dict(compared) if isinstance(compared, Mapping) else _numpys(error)
    found = []
    for name, pair in pairs.items():
        if not isinstance(pair, tuple) or len(pair) != 2:
            continue
        expected, got = (_drawable(value) for value in pair)
        if expected is not None and got is not None and expected != got:
            found.append(Difference(str(name)[:40], expected, got))
    return tuple(found[:MAX_ARRAYS])


def _numpys(error: BaseException | None) -> dict[str, tuple[Any, Any]]:
    """Return what `numpy.testing` compared, from the frames that raised."""
    for frame in _frames(error.__traceback__ if error else None):
        if frame.f_globals.get("__name__", "").startswith("numpy.testing"):
            for expected, got in _NUMPY_NAMES:
                if expected in frame.f_locals and got in frame.f_locals:
                    return {"answer": (frame.f_locals[expected], frame.f_locals[got])}
    return {}


def _frames(found: TracebackType | None) -> list[FrameType]:
    frames = []
    while found is not None:
        frames.append(found.tb_frame)
        found = found.tb_next
    return frames


def _drawable(value: Any) -> list[list[float | None]] | None:
    """Return an array as rows of numbers, ``None`` for what is not finite; or nothing."""
    if any(True for _ in live_parts(value)):  # NumPy would call it
        return None
    try:
        array = np.asarray(value)
        if array.dtype.kind not in "biuf" or not 1 < array.size <= MAX_NUMBERS or array.ndim > 2:
            return None
        rows = np.atleast_2d(array.astype(float)).tolist()
    except (TypeError, ValueError):
        return None
    return [[n if np.isfinite(n) else None for n in row] for row in rows]


class _Explained(ast.NodeTransformer):
    """Give each bare comparison of a test a message that holds its text and its two values."""

    def visit_Assert(self, node: ast.Assert) -> ast.Assert:
        if not isinstance(node.test, ast.Compare) or len(node.test.ops) != 1:
            return node
        sides = (node.test.left, node.test.comparators[0])
        texts: list[ast.expr] = [ast.Constant(ast.unparse(part)) for part in (node.test, *sides)]
        own = [node.msg] if node.msg is not None else []
        left, right = (
            ast.NamedExpr(ast.Name(name, ast.Store()), side)
            for name, side in zip(_SIDES, sides, strict=True)
        )
        values: list[ast.expr] = [ast.Name(name, ast.Load()) for name in _SIDES]
        message = ast.Call(ast.Name(TELLER, ast.Load()), [*texts, *values, *own], [])
        test = ast.Compare(left, node.test.ops, [right])
        return ast.copy_location(ast.Assert(test, message), node)


def explained(body: list[ast.stmt]) -> list[ast.stmt]:
    """Return a visible test's statements, whose comparisons say what they compared.

    Each side is evaluated once, as before. The message calls `TELLER`, which the namespace must
    hold: it is :func:`told`.
    """
    return [
        ast.fix_missing_locations(_Explained().visit(copy.deepcopy(statement)))
        for statement in body
    ]


def told(test: str, left: str, right: str, value: object, other: object, *own: object) -> str:
    """Return what a comparison says that does not hold: its text, then what its sides are."""
    lines = [f"This does not hold: {_short(test)}"]
    for text, found in ((left, value), (right, other)):
        shown = _short(_READER.repr(found))
        if shown != _short(text):
            lines.append(f"  {_short(text)} is {shown}")
    return "\n".join([*map(str, own), *lines])


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _MAX_TEXT else plain[: _MAX_TEXT - 3] + "..."
