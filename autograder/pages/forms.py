"""What a student's code is when names, comments and layout are taken away: a set of statements.

Two statements have the same form if they do the same with other names of the student's own. Names
that the exercise gives, and those that come from elsewhere (``np``, ``len``), stay. Digits in names
and places in lists go, so that one idea written three times, for ``W1``, ``W2`` and ``W3``, is one.
"""

from __future__ import annotations

import ast
import functools
import re
from collections.abc import Iterator
from typing import Any

from autograder.names import parse

_DIGITS = re.compile(r"\d+")
_BODIES = ("body", "orelse", "finalbody", "handlers", "cases")
_WHOLE = 8  # parts from which on a statement tells as much as any

Forms = dict[str, tuple[float, int]]
"""Form of a statement -> how much it can tell, from 0 to 1, and its first line."""


def words_in(text: str) -> frozenset[str]:
    """Return all words of a code that may be names."""
    return frozenset(re.findall(r"[^\W\d]\w*", text))


# Many answers of a class are the same text.
@functools.lru_cache(maxsize=20_000)
def forms_of(text: str, given: frozenset[str]) -> Forms:
    """Return the forms of a code's statements.

    Parameters
    ----------
    given : frozenset of str
        Names that everybody has from the exercise.

    Returns
    -------
    dict
        Empty where the code is no Python.
    """
    tree = parse(text)
    if tree is None:
        return {}
    own = frozenset(_bound(tree) - given)
    found: Forms = {}
    try:
        for statement in _statements(tree):
            form, parts = _form(statement, own)
            tells = min(1.0, max(0, parts - 2) / (_WHOLE - 2))
            if tells and form not in found:
                found[form] = (tells, statement.lineno)
    except RecursionError:
        return {}
    return found


def _bound(tree: ast.AST) -> set[str]:
    names: set[str | None] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Store() | ast.Del()) | ast.arg(arg=name):
                names.add(name)
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                names.add(name)
            case ast.ExceptHandler(name=name):
                names.add(name)
    return {name for name in names if name}


def _statements(tree: ast.AST) -> Iterator[ast.stmt]:
    """Yield all statements in their order, without docstrings and imports."""
    for name in _BODIES:
        for node in getattr(tree, name, None) or []:
            if isinstance(node, ast.Import | ast.ImportFrom | ast.Pass):
                continue
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
                continue
            if isinstance(node, ast.stmt):
                yield node
            yield from _statements(node)


def _form(statement: ast.stmt, own: frozenset[str]) -> tuple[str, int]:
    """Return a statement's form, without the statements in it, and how many parts it has."""
    words: list[str] = []
    parts = _describe(statement, own, words, place=False)
    return " ".join(words), parts


def _describe(node: Any, own: frozenset[str], words: list[str], *, place: bool) -> int:
    words.append(type(node).__name__)
    parts = int(isinstance(node, ast.expr | ast.stmt))
    for name, value in ast.iter_fields(node):
        if name in _BODIES and isinstance(value, list):
            continue
        within = place or (isinstance(node, ast.Subscript) and name == "slice")
        if isinstance(value, ast.AST):
            if not isinstance(value, ast.expr_context):
                parts += _describe(value, own, words, place=within)
        elif isinstance(value, list):
            words.append("[")
            for each in value:
                if isinstance(each, ast.AST):
                    parts += _describe(each, own, words, place=within)
                elif each is not None:
                    words.append(str(each))
            words.append("]")
        elif isinstance(value, str):
            words.append("_" if value in own else _DIGITS.sub("#", value))
        elif value is not None:
            is_place = within and isinstance(value, int)
            words.append("#" if is_place else repr(value))
    return parts
