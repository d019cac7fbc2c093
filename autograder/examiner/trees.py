"""The instructor's cells as syntax trees: IPython's own syntax made into plain Python."""

from __future__ import annotations

import ast
import contextlib
import re
import tokenize
from pathlib import Path

from autograder.names import parse

_TIMED = re.compile(r"^([ \t]*)%(?:time|prun)[ \t]+(?!-)(.+)$", re.MULTILINE)
_RUN = re.compile(r"^([ \t]*)%run[ \t]+(?!-)([\w./-]+\.py)[ \t]*$", re.MULTILINE)
_EXEC = r"\1exec(compile(open('\2').read(), '\2', 'exec'), globals())"
_CELL_MAGIC = re.compile(r"\s*%%(\w+)[ \t]*(.*)")
_PYTHON = frozenset(["time", "timeit", "prun", "capture", "python", "python3", "py"])
_SHOWS_NOTHING = frozenset(["capture", "timeit"])
_WRITES = frozenset(["writefile", "file"])


def trusted_tree(text: str) -> ast.Module | None:
    """Return an instructor's cell as a tree; an empty one where another language begins it.

    None where it is not Python at all.
    """
    magic = _CELL_MAGIC.match(text)
    if magic and magic[1] not in _PYTHON:
        return ast.Module(_written(magic[2], text) if magic[1] in _WRITES else [], [])
    plain = with_python_of_magics(text)
    tree = parse(plain)
    return parse(transformed(plain)) if tree is None else tree


def points_at_the_end(tree: ast.Module, text: str) -> ast.expr | None:
    """Return the expression that ends a test's cell, if a notebook shows its value.

    It shows none after a semicolon, nor where a magic keeps the cell's outputs.
    """
    last = tree.body[-1] if tree.body else None
    magic = _CELL_MAGIC.match(text)
    if not isinstance(last, ast.Expr) or (magic and magic[1] in _SHOWS_NOTHING):
        return None
    return None if _ends_in_semicolon(text) else last.value


def _ends_in_semicolon(text: str) -> bool:
    """Whether a cell's code ends in a semicolon, whatever comments follow."""
    if ";" not in text:
        return False
    from IPython.core.displayhook import DisplayHook

    with contextlib.suppress(SyntaxError, tokenize.TokenError):
        return bool(DisplayHook.semicolon_at_end_of_expression(text))
    return False


def as_python(text: str) -> str:
    """Return an instructor's cell as the Python that IPython would run of it."""
    plain = with_python_of_magics(text)
    for each in (text, plain):
        with contextlib.suppress(SyntaxError, ValueError):
            ast.parse(each)
            return each
    return transformed(plain)


def with_python_of_magics(text: str) -> str:
    """Return a cell in which magics that only run Python are that Python, line by line.

    Not every IPython lets an error out of ``%time``, and a test's must get out.
    """
    magic = _CELL_MAGIC.match(text)
    if magic and magic[1] in _PYTHON:
        text = "\n" * text[: magic.start(1)].count("\n") + "pass" + text[magic.end() :]
    return _RUN.sub(_EXEC, _TIMED.sub(r"\1\2", text))


def transformed(text: str) -> str:
    """Return a cell with IPython's other syntax made into calls of IPython."""
    # Only cells with its rarer syntax pay for the import.
    from IPython.core.inputtransformer2 import TransformerManager

    made: str = TransformerManager().transform_cell(text)
    return made


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
