"""Faults that an instructor's notebook shows as it stands, without being run."""

from __future__ import annotations

import ast
import builtins
import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, cast

from autograder.cells import (
    ReleaseRules,
    grade_id_of,
    is_marked,
    nbgrader_metadata,
    role_of,
    text_of,
)
from autograder.examiner.trees import points_at_the_end, trusted_tree
from autograder.names import bound_by
from autograder.notebook import Cell
from autograder.preflight.faults import Fault

_AUTOTEST = re.compile(r"^\s*###\s*(HASHED\s+)?AUTOTEST\b", re.MULTILINE)
_SAYS_SO = re.compile(r"assert|check|test|verif|grade|raises|fail|equal|expect", re.IGNORECASE)
_TRUTHS = frozenset(
    (
        *("all", "any", "bool", "isinstance", "issubclass", "hasattr", "callable", "equals"),
        *("allclose", "array_equal", "array_equiv", "isclose", "issubset", "issuperset"),
        *("startswith", "endswith", "isdigit", "is_integer"),
    )
)
"""Functions and methods that give true or false, or an array of these."""
_BINDING = (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.For, ast.With, ast.NamedExpr)
_VALUES = (ast.Compare, ast.BoolOp, ast.JoinedStr, ast.List, ast.Tuple, ast.Dict, ast.Set)


def faults_of_text(name: str, data: bytes, rules: ReleaseRules) -> list[Fault]:
    """Return what is wrong with a notebook that needs no running to be seen."""
    try:
        notebook = json.loads(data)
        cells = notebook["cells"]
        whole = [cast(Cell, {**cell, "source": text_of(cell["source"])}) for cell in cells]
        kinds = [cell["cell_type"] for cell in whole]
        metadata = dict(notebook.get("metadata", {}))
        if not all(isinstance(cell.get("metadata", {}), dict) for cell in whole):
            raise TypeError("a cell's metadata is no object")
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        return [
            Fault(
                name,
                "",
                f"it is no notebook that can be read ({type(error).__name__}: {error}).",
                "Open it in JupyterLab, save it, and put that file here.",
            )
        ]
    if language := _other_language(metadata):
        return [
            Fault(
                name,
                "",
                f"it is written in {language}.",
                "Only Python notebooks are graded here; use nbgrader's own grading for it.",
            )
        ]
    found = list(_of_names(name, whole))
    for number, (cell, kind) in enumerate(zip(whole, kinds, strict=True), 1):
        place = grade_id_of(cell) or f"number {number}"
        found += [Fault(name, place, *said) for said in _of_regions(cell, rules)]
        if role_of(cell) in ("test", "manual", "task"):
            found += [Fault(name, place, *said) for said in _of_points(cell)]
        if kind == "code" and role_of(cell) == "test":
            found += _of_test(name, place, text_of(cell["source"]))
    return found


def _other_language(metadata: dict[str, Any]) -> str:
    """Return the language of a notebook that is not Python's; empty for Python and for none."""
    spec, info = metadata.get("kernelspec") or {}, metadata.get("language_info") or {}
    language = str(spec.get("language") or info.get("name") or "python")
    return "" if language.lower().startswith(("python", "ipython")) else language


def _of_names(name: str, cells: list[Cell]) -> Iterator[Fault]:
    marks = [cell for cell in cells if is_marked(cell)]
    for number, cell in enumerate(cells, 1):
        if is_marked(cell) and not grade_id_of(cell):
            yield Fault(
                name, f"number {number}", "it has no ID.", "Give it one in nbgrader's toolbar."
            )
    for grade_id, times in Counter(filter(None, map(grade_id_of, marks))).items():
        if times > 1:
            yield Fault(
                name,
                grade_id,
                f"{times} cells have this ID.",
                "Give each its own: nbgrader keeps grades by it.",
            )


def _of_regions(cell: Cell, rules: ReleaseRules) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a cell's regions, as nbgrader reads them."""
    for what, (begin, end) in (
        ("solution", rules.solution_marks),
        ("hidden tests", rules.hidden_marks),
        ("mark scheme", rules.scheme_marks),
    ):
        inside = found = False
        for line in text_of(cell["source"]).split("\n"):
            if begin in line:
                if inside:
                    yield f"a {what} region begins inside another.", f"Put `{end}` before it."
                inside = found = True
            elif end in line:
                inside = False
        if inside:
            yield (
                f"a {what} region has no end, so that nbgrader cannot release it.",
                f"Put a line with `{end}` where it ends.",
            )
        if found and what == "solution" and not nbgrader_metadata(cell).get("solution"):
            yield (
                "it holds a solution region, and is not marked as a solution.",
                "Choose a kind of answer for it in nbgrader's toolbar.",
            )


def _of_points(cell: Cell) -> Iterator[tuple[str, str]]:
    meta = nbgrader_metadata(cell)
    if not (meta.get("grade") or meta.get("task")):
        return
    try:
        points = float(meta["points"])
    except (KeyError, TypeError, ValueError):
        points = math.nan
    if not 0 <= points < math.inf:
        said = "it has no number of points" if "points" not in meta else "its points are "
        said += "" if "points" not in meta else f"{meta['points']!r}"
        yield f"{said}.", "Give it a number from 0 on in nbgrader's toolbar."


def _of_test(name: str, place: str, text: str) -> list[Fault]:
    if _AUTOTEST.search(text):
        return [
            Fault(
                name,
                place,
                "it holds an AUTOTEST that nbgrader has not made into a test yet.",
                "Run `nbgrader generate_assignment` for it first.",
            )
        ]
    tree = trusted_tree(text)
    if tree is not None and asserts_nothing(tree, text):
        return [
            Fault(
                name,
                place,
                "it asserts nothing and its last value is no number: everybody gets full points.",
                "Write `assert` before what must hold, or end it with the number of points.",
                acceptable=True,
            )
        ]
    return []


def asserts_nothing(tree: ast.Module, text: str) -> bool:
    """Whether a test can neither fail by itself nor give a number of points.

    A call may do either, unless it is of a builtin, or of something that does not say so by its
    name, like ``np.allclose``.
    """
    shown = points_at_the_end(tree, text)
    if shown is not None and not (_no_number(shown) or _bound_to_no_number(shown, tree)):
        return False
    imported = {
        (alias.asname or alias.name).partition(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Assert | ast.Raise | ast.With | ast.AsyncWith):
            return False
        if (
            isinstance(node, ast.Call)
            and not _is_truth(node)
            and (
                _SAYS_SO.search(ast.unparse(node.func))
                or (isinstance(node.func, ast.Name) and node.func.id in imported)
            )
        ):
            return False
        if (
            isinstance(node, ast.Expr)
            and isinstance(node.value, ast.Call)
            and node.value is not shown
        ):
            called = node.value.func
            if not (isinstance(called, ast.Name) and hasattr(builtins, called.id)):
                return False  # called for what it does
    return True


def _no_number(value: ast.expr) -> bool:
    """Whether an expression's value is no number whatever the answers are."""
    if isinstance(value, ast.Constant):
        return not isinstance(value.value, int | float) or isinstance(value.value, bool)
    if isinstance(value, ast.Call):
        prints = isinstance(value.func, ast.Name) and value.func.id in ("print", "display")
        return prints or _is_truth(value)
    if isinstance(value, ast.UnaryOp) and isinstance(value.op, ast.Not):
        return True
    return isinstance(value, _VALUES)


def _is_truth(call: ast.Call) -> bool:
    """Whether a call gives true or false, by the name of what is called."""
    called = call.func
    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
    return name in _TRUTHS


def _bound_to_no_number(value: ast.expr, tree: ast.Module) -> bool:
    """Whether a value is a name to which a test binds nothing that may be a number."""
    if not isinstance(value, ast.Name):
        return False
    bound = [
        node.value if isinstance(node, ast.Assign) else None
        for node in ast.walk(tree)
        if value.id in (bound_by(node) if isinstance(node, _BINDING) else ())
    ]
    return bool(bound) and all(each is not None and _no_number(each) for each in bound)
