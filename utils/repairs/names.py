"""The names and expressions of a function's text."""

from __future__ import annotations

import ast
import re
from functools import cached_property

from utils.repairs.text import FunctionText


class Names:
    """What a function binds, reads and computes with.

    Parameters
    ----------
    code : FunctionText
    """

    def __init__(self, code: FunctionText) -> None:
        self.code = code

    @cached_property
    def nodes(self) -> list[ast.AST]:
        """All expressions of the body, those of annotations and texts left out."""
        return [
            node
            for statement in self.code.tree.body
            for node in _walk(statement)
            if hasattr(node, "lineno")
        ]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The function's parameters and what it binds, in order."""
        arguments = self.code.tree.args
        every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
        found = [each.arg for each in every]
        bound = sorted(
            (node.lineno, node.col_offset, node.id)
            for node in self.nodes
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
        )
        found += [name for _, _, name in bound]
        return tuple(name for name in dict.fromkeys(found) if name != "_")

    @cached_property
    def scalars(self) -> tuple[str, ...]:
        """Names that are used as numbers: factors of, divisors of or bounds to something."""
        used = {
            side.id
            for node in self.nodes
            if isinstance(node, ast.BinOp)
            for side in (node.left, node.right)
            if isinstance(side, ast.Name)
        }
        return tuple(name for name in self.names if name in used)

    @cached_property
    def strings(self) -> tuple[str, ...]:
        """The texts that stand in the code."""
        found = [
            node.value
            for node in self.nodes
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and self.in_code(node)
        ]
        return tuple(dict.fromkeys(found))

    @cached_property
    def has_numpy(self) -> bool:
        """Whether the text calls NumPy ``np``."""
        return re.search(r"\bnp\.", self.code.text) is not None

    @cached_property
    def divisors(self) -> frozenset[str]:
        """Names that something is divided by or compared with."""
        found = set()
        for node in self.nodes:
            if isinstance(node, ast.Compare):
                sides = (node.left, *node.comparators)
                found |= {each.id for each in sides if isinstance(each, ast.Name)}
            if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div | ast.FloorDiv):
                found |= {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
        return frozenset(found)

    @cached_property
    def forgotten(self) -> frozenset[str]:
        """Names that are bound and never read."""
        read = {
            node.id
            for node in self.nodes
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
        }
        return frozenset(self.names) - read

    @cached_property
    def called(self) -> frozenset[str]:
        """Names of the function's own that it calls: functions that it is given."""
        found = {
            node.func.id
            for node in self.nodes
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        return frozenset(self.names) & found

    def in_code(self, node: ast.AST) -> bool:
        """Whether a text is a value and not a docstring or a part of an f-string."""
        parent = self.code.parents[node]
        return not isinstance(parent, ast.Expr | ast.JoinedStr | ast.FormattedValue)


def _walk(node: ast.AST) -> list[ast.AST]:
    """Return a node and its parts, without annotations, formats and nested texts."""
    found = [node]
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "format_spec", "decorator_list"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                found += _walk(child)
    return found
