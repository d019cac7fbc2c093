"""The instructor's cells as syntax trees: IPython's own syntax made into plain Python."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from autograder.names import parse

_TIMED = re.compile(r"^([ \t]*)%(?:time|prun)[ \t]+(?!-)(.+)$", re.MULTILINE)
_RUN = re.compile(r"^([ \t]*)%run[ \t]+(?!-)([\w./-]+\.py)[ \t]*$", re.MULTILINE)
_EXEC = r"\1exec(compile(open('\2').read(), '\2', 'exec'), globals())"
_CELL_MAGIC = re.compile(r"\s*%%(\w+)[ \t]*(.*)")
_PYTHON = frozenset(["time", "timeit", "prun", "capture", "python", "python3", "py"])
_WRITES = frozenset(["writefile", "file"])


def trusted_tree(text: str) -> ast.Module | None:
    """Return an instructor's cell as a tree; an empty one where another language begins it.

    None where it is not Python at all.
    """
    magic = _CELL_MAGIC.match(text)
    if magic and magic[1] not in _PYTHON:
        return ast.Module(_written(magic[2], text) if magic[1] in _WRITES else [], [])
    plain = _RUN.sub(_EXEC, _TIMED.sub(r"\1\2", text))
    tree = parse(plain)
    if tree is None:
        # Only cells with IPython's rarer syntax pay for its import.
        from IPython.core.inputtransformer2 import TransformerManager

        tree = parse(TransformerManager().transform_cell(plain))
    return tree


def _written(name: str, text: str) -> list[ast.stmt]:
    """Return what writes the rest of a cell into a file, where its name is a plain one."""
    if not re.fullmatch(r"[\w./-]+", name) or Path(name).is_absolute() or ".." in name:
        return []
    rest = text.lstrip().partition("\n")[2]
    code = f"__import__('pathlib').Path({name!r}).write_text({rest + chr(10)!r})"
    return ast.parse(code).body


def fault_of(text: str) -> str:
    """Say why a cell is not Python."""
    try:
        ast.parse(text)
    except (SyntaxError, ValueError) as error:
        return f"{type(error).__name__}: {error}"
    return "it is not Python"


def changed_in_place(statement: ast.stmt) -> set[str]:
    """Return names whose values a statement may change without binding them.

    These are ``x[0] = 1``, ``x.a = 1``, ``del x[0]``, and a method called for what it does.
    """
    found: set[str] = set()
    todo: list[ast.AST] = [statement]
    while todo:
        node = todo.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda):
            continue
        target: ast.AST | None = None
        if isinstance(node, ast.Subscript | ast.Attribute) and not isinstance(node.ctx, ast.Load):
            target = node
        elif (
            isinstance(node, ast.Expr)
            and isinstance(node.value, ast.Call)
            and isinstance(node.value.func, ast.Attribute)
        ):
            target = node.value.func
        while isinstance(target, ast.Subscript | ast.Attribute):
            target = target.value
        if isinstance(target, ast.Name):
            found.add(target.id)
        todo.extend(ast.iter_child_nodes(node))
    return found
