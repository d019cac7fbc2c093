"""What stood where a student's line raised: the words that an exception's own text lacks."""

from __future__ import annotations

import ast
import linecache
from collections.abc import Callable, Iterator, Mapping
from types import FrameType
from typing import Any

import numpy as np

from utils.attempt import traces_of

ABOUT_SHAPES = ("shape", "broadcast", "dimension", "aligned", "size")
MANY = 6
"""So many keys of a dictionary are listed."""


def circumstances(error: BaseException, functions: tuple[Callable[..., Any], ...]) -> list[str]:
    """Say what an exception is about, by the names in the line that raised it.

    Parameters
    ----------
    error : exception
        With its traceback; one from another process has no frames here.
    functions : tuple of callable
        The student's functions.

    Returns
    -------
    list of str
        One sentence, or none.
    """
    try:
        traces = traces_of(error, functions)
        if not traces:
            return []
        frame, line = traces[-1].tb_frame, traces[-1].tb_lineno
        read = list(_read(_statement(frame.f_code.co_filename, line), frame))
        return [next(_explained(error, frame, read, traces[-1].tb_next is None))]
    except Exception:  # no word here is worth a second error
        return []


def _statement(file: str, line: int) -> list[ast.AST]:
    """Return the expressions of the innermost statement at a line, without those inside it."""
    tree = ast.parse("".join(linecache.getlines(file)))
    at = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.stmt) and node.lineno <= line <= (node.end_lineno or line)
    ]
    statement = max(at, key=lambda node: node.lineno)
    parts = [part for part in ast.iter_child_nodes(statement) if isinstance(part, ast.expr)]
    return [node for part in parts for node in ast.walk(part)]


def _read(nodes: list[ast.AST], frame: FrameType) -> Iterator[tuple[str, Any]]:
    """Yield text and value of each name and entry that the line reads; call nothing."""
    for node in nodes:
        if isinstance(node, ast.Name | ast.Subscript) and isinstance(node.ctx, ast.Load):
            try:
                yield _told(node, frame), _value(node, frame)
            except (LookupError, TypeError):
                continue


def _value(node: ast.AST, frame: FrameType) -> Any:
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.Name):
        return frame.f_locals[node.id]
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
        left, right = _value(node.left, frame), _value(node.right, frame)
        if type(left) is type(right) and isinstance(left, int | str):
            return left - right if isinstance(node.op, ast.Sub) else left + right
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "str" and node.args:
        return str(int(_value(node.args[0], frame)))
    if isinstance(node, ast.JoinedStr):
        parts = [
            part.value if isinstance(part, ast.FormattedValue) else part for part in node.values
        ]
        return "".join(str(_value(part, frame)) for part in parts)
    if isinstance(node, ast.Subscript):
        holder = _value(node.value, frame)
        if type(holder) in (dict, list, tuple):
            return holder[_value(node.slice, frame)]
    raise LookupError


def _told(node: ast.AST, frame: FrameType) -> str:
    """Return an entry as one says it: ``w[3]`` where the text has ``w[layer]``."""
    if isinstance(node, ast.Subscript):
        return f"{_told(node.value, frame)}[{_value(node.slice, frame)!r}]"
    return ast.unparse(node)


def _explained(
    error: BaseException, frame: FrameType, read: list[tuple[str, Any]], innermost: bool
) -> Iterator[str]:
    """Yield what is known, most telling first."""
    said = str(error)
    if isinstance(error, NameError):
        yield from _of_names(error, frame)
    if isinstance(error, KeyError) and error.args:
        yield from _of_keys(error.args[0], read)
    if isinstance(error, IndexError) and innermost:
        lengths = ((text, len(value)) for text, value in read if isinstance(value, list | tuple))
        yield from (f"{text} has {length} entries, counted from 0." for text, length in lengths)
    if "NoneType" in said:
        nothing = (text for text, value in read if value is None)
        yield from (
            f"{text} is None here: is the line that makes it filled in?" for text in nothing
        )
    if isinstance(error, TypeError):
        yield from _of_containers(said, read)
    if isinstance(error, ValueError) and any(word in said for word in ABOUT_SHAPES):
        shapes = {text: value.shape for text, value in read if isinstance(value, np.ndarray)}
        if 0 < len(shapes) <= MANY:
            yield f"Shapes here: {', '.join(f'{text} {s}' for text, s in shapes.items())}."


def _of_names(error: NameError, frame: FrameType) -> Iterator[str]:
    name = getattr(error, "name", None) or str(error).split("'")[1]
    code = frame.f_code
    if isinstance(error, UnboundLocalError) or name in code.co_varnames:
        yield f"{name} has no value yet when this line runs."
    if code.co_name.isidentifier() and code.co_argcount:
        names = ", ".join(code.co_varnames[: code.co_argcount])
        yield f"Nothing is called {name} here; the arguments are {names}."
    yield f"Nothing is called {name} here."


def _of_keys(key: Any, read: list[tuple[str, Any]]) -> Iterator[str]:
    for text, value in read:
        if isinstance(value, Mapping) and key not in value:
            yield f"{text} has no entry {key!r}; it holds {_keys(value)}."


def _of_containers(said: str, read: list[tuple[str, Any]]) -> Iterator[str]:
    for text, value in read:
        kind = type(value).__name__
        if isinstance(value, dict | list | tuple) and f"'{kind}'" in said:
            word = "dictionary" if isinstance(value, dict) else kind
            yield f"{text} is a {word} of {len(value)}; numbers are wanted here."


def _keys(holder: Mapping[Any, Any]) -> str:
    if not holder:
        return "nothing"
    keys = [repr(key) for key in list(holder)[:MANY]]
    return ", ".join(keys) + (", ..." if len(holder) > MANY else "")
