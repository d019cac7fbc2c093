"""The text of a function or a class, found in the cells that define it."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence

from autograder.names import Definition, parse


def text_of_definition(node: Definition, text: str) -> str:
    """Return the lines of a function or class in a text, with its decorators."""
    first = min([node.lineno, *(d.lineno for d in node.decorator_list)])
    return _lines(text, first, node)


def source_of(name: str, cells: Sequence[str]) -> str:
    """Return the text by which a function or class got its name last in these cells.

    Parameters
    ----------
    name : str
        Its qualified name: ``Stack.push``, ``outer.<locals>.inner``.
    cells : sequence of str
        The cells in the order in which they ran.

    Raises
    ------
    OSError
        If there is none, as `inspect.getsource` does.
    """
    path = [part for part in name.split(".") if part != "<locals>"]
    for cell in reversed(cells):
        tree = parse(cell)
        found = _found(path, tree.body if tree else [], cell)
        if found is not None:
            return found + "\n"
    raise OSError("could not get source code")


def _found(path: list[str], body: Iterable[ast.stmt], text: str) -> str | None:
    """Return the text to which a path leads in a block; another name for it changes the path."""
    for node in reversed([*_statements(body)]):
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                if node.name != path[0]:
                    continue
                if len(path) == 1:
                    return text_of_definition(node, text)
                found = _found(path[1:], node.body, text)
                if found is not None:
                    return found
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if [name] == path:
                if isinstance(value, ast.Lambda):
                    return _lines(text, node.lineno, node)
                if isinstance(value, ast.Name):
                    path[0] = value.id
    return None


def _statements(body: Iterable[ast.AST]) -> Iterator[ast.stmt]:
    """Yield the statements of a block, and of the branches in it, in their order."""
    for node in body:
        if isinstance(node, ast.stmt):
            yield node
        if not isinstance(node, Definition | ast.expr):
            yield from _statements(ast.iter_child_nodes(node))


def _lines(text: str, first: int, node: ast.stmt) -> str:
    return "\n".join(text.split("\n")[first - 1 : node.end_lineno])
