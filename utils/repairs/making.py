"""What the rules ask of a function's text, and how they make edits of it."""

from __future__ import annotations

import ast
import math
import re
from functools import cached_property
from typing import TypeGuard

from utils.repairs.names import Names
from utils.repairs.text import Edit, FunctionText, Splice, without_digits

OUTSIDE = 1.0
"""What it costs to change a line that was not to be filled in."""
FAR = 1.0
"""What it costs to change a helper from another cell."""

TWINS = "twins:"
"""How a key begins that two lines share if they differ in what they store, or in a sign."""
MAKING = {
    "zeros", "ones", "empty", "full", "eye", "repeat", "tile", "reshape", "range", "arange",
    "linspace", "rand", "randn", "random", "random_sample", "standard_normal", "normal", "uniform",
    "choice", "binomial", "integers", "randint",
}  # fmt: skip
"""Functions that take shapes and lengths."""
_TOKEN = re.compile(r"\w+|[^\w\s]")


class Maker(Names):
    """The edits of one function.

    Parameters
    ----------
    code : FunctionText
    dearest : float
        What the edits may cost; dearer ones are not made, and None stands in their place.
    """

    def __init__(self, code: FunctionText, dearest: float = math.inf) -> None:
        super().__init__(code)
        self.dearest = dearest
        self._paths: dict[ast.AST, str] = {}
        self._skeletons: dict[str, str] = {}
        self._statements: dict[ast.AST, str] = {}

    # --- what a node is

    def parent(self, node: ast.AST) -> ast.AST:
        """Return the node that a node is part of."""
        return self.code.parents[node]

    def inside(self, node: ast.AST, kind: type | tuple[type, ...]) -> bool:
        """Whether a node is a direct part of such a node, its index rather than its value."""
        parent = self.parent(node)
        if isinstance(parent, ast.Subscript):
            return isinstance(parent, kind) and parent.slice is node
        if isinstance(parent, ast.FormattedValue):
            return True
        return isinstance(parent, kind)

    def is_called(self, node: ast.AST) -> bool:
        """Whether a node is the function of a call."""
        parent = self.parent(node)
        return isinstance(parent, ast.Call) and parent.func is node

    def is_argument(self, node: ast.AST) -> bool:
        """Whether a node is the one argument of a call of ``str`` or ``range``."""
        parent = self.parent(node)
        return isinstance(parent, ast.Call) and getattr(parent.func, "id", "") in ("str", "range")

    def in_making(self, node: ast.AST) -> bool:
        """Whether a node is part of a shape or length that an array is made with."""
        while not isinstance(node, ast.stmt):
            child, node = node, self.parent(node)
            if isinstance(node, ast.Call) and child is not node.func:
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                if name in MAKING:
                    return True
        return False

    def twice(self, node: ast.AST) -> bool:
        """Whether a name is part of a sum or difference whose two sides are the same text."""
        while not isinstance(node, ast.stmt):
            if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
                return self.code.of(node.left) == self.code.of(node.right)
            node = self.parent(node)
        return False

    def is_operand(self, node: ast.AST) -> TypeGuard[ast.expr]:
        """Whether a node is a value that something is done with."""
        if not isinstance(
            node, ast.Name | ast.Subscript | ast.Attribute | ast.Call | ast.BinOp | ast.Compare
        ) or not isinstance(getattr(node, "ctx", ast.Load()), ast.Load):
            return False
        parent = self.parent(node)
        if isinstance(parent, ast.Call):
            return parent.func is not node
        if isinstance(parent, ast.Attribute):
            return isinstance(node, ast.Name)
        if isinstance(parent, ast.Subscript) and parent.value is node:
            return isinstance(node, ast.Name)
        return not isinstance(parent, ast.Expr | ast.FormattedValue) or isinstance(node, ast.Name)

    def is_term(self, node: ast.AST) -> bool:
        """Whether a node is a whole value or a term of a sum."""
        parent = self.parent(node)
        if isinstance(parent, ast.BinOp):
            return isinstance(parent.op, ast.Add | ast.Sub) and not (
                isinstance(node, ast.BinOp)
                and isinstance(node.op, ast.Add | ast.Sub)
                and not self.code.bracketed(node)
            )
        return self.is_whole(node) or isinstance(parent, ast.Call)

    def is_whole(self, node: ast.AST) -> bool:
        """Whether a node is what a statement stores, returns or lists in a dictionary."""
        parent = self.parent(node)
        if isinstance(parent, ast.Dict) and isinstance(node, ast.Name):
            return False  # what is listed has been computed before
        return isinstance(parent, ast.Assign | ast.AugAssign | ast.Return | ast.Dict)

    def multiplied(self, node: ast.AST) -> bool:
        """Whether a node is a matrix product or part of one."""
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in ("dot", "matmul"):
            return True
        parent = self.parent(node)
        if isinstance(parent, ast.Call):
            return getattr(parent.func, "attr", "") in ("dot", "matmul")
        if isinstance(parent, ast.Attribute):
            return parent.attr in ("dot", "matmul")
        return isinstance(parent, ast.BinOp) and isinstance(parent.op, ast.MatMult)

    def has_factor(self, node: ast.AST) -> bool:
        """Whether a node is a product or quotient with a number in it already."""
        if not isinstance(node, ast.BinOp) or not isinstance(node.op, ast.Mult | ast.Div):
            return False
        sides = (node.left, node.right)
        return any(
            isinstance(side, ast.Constant)
            or (isinstance(side, ast.Name) and side.id in self.divisors)
            or self.has_factor(side)
            for side in sides
        )

    def loose(self, node: ast.AST) -> bool:
        """Whether a node needs brackets to be one operand."""
        return isinstance(node, ast.BinOp | ast.Compare | ast.BoolOp | ast.IfExp)

    def kind_of_number(self, node: ast.AST) -> str:
        """Say what a number does where it stands."""
        parent = self.parent(node)
        if isinstance(parent, ast.keyword):
            return "axis" if parent.arg == "axis" else "argument"
        if isinstance(parent, ast.Subscript | ast.Slice):
            return "index"
        if isinstance(parent, ast.Call) and getattr(parent.func, "id", "") == "range":
            return "range"
        return "number"

    def similar(self, one: str, other: str) -> bool:
        """Whether two names differ in digits or case only, or in what follows an underscore."""
        a, b = without_digits(one).lower(), without_digits(other).lower()
        return a == b or ("_" in a and a.split("_")[0] == b.split("_")[0])

    def strangeness(self, name: str, node: ast.AST) -> float:
        """Say how little a name has to do with a statement: other layers' names are strange."""
        if name in self.forgotten:
            return -0.2
        if name in self.divisors:
            return 0.0
        digits = {*re.findall(r"\d", name)}
        here = {*re.findall(r"\d", self.statement_text(node))}
        return 0.2 if digits <= here else 0.9

    def statement_text(self, node: ast.AST) -> str:
        """Return the text of the statement that a node is in."""
        while not isinstance(node, ast.stmt):
            node = self.parent(node)
        if node not in self._statements:
            start, end = self.code.span(node)
            self._statements[node] = self.code.text[start:end]
        return self._statements[node]

    # --- edits

    def replaced(self, kind: str, cost: float, node: ast.AST, new: str) -> Edit | None:
        """Make the edit that puts a text in a node's place."""
        return self.spliced(kind, cost, node, Splice(*self.code.outer(node), new))

    def spliced(self, kind: str, cost: float, node: ast.AST, *splices: Splice) -> Edit | None:
        """Make an edit that a node is the middle of."""
        code = self.code
        line = code.line_of(splices[0].start)
        if self.dear(cost, (line,)):
            return None
        start, end = code.outer(node)
        start = min(start, *(each.start for each in splices))
        end = max(end, *(each.end for each in splices))
        new, at = "", start
        for splice in sorted(splices):
            new += code.text[at : splice.start] + splice.new
            at = splice.end
        new += code.text[at:end]
        old = code.text[start:end]
        change = f"{without_digits(old)} -> {without_digits(new)}"
        marks = "|".join(without_digits(each.new) for each in splices)
        steps = [len(_TOKEN.findall(code.text[start : each.start])) for each in splices]
        place = f"{self.path(node)} {steps} {marks}"
        gone = "|".join(code.text[each.start : each.end] for each in splices)
        alike = [change, place, f"{TWINS} {self.skeleton(old)} -> {self.skeleton(new)}"]
        if len(gone) > 2:
            alike.append(f"{without_digits(gone)} => {marks}")
        return self.edit(kind, cost, splices, (line,), tuple(alike))

    def skeleton(self, text: str) -> str:
        """Return a text with one word for all names that are stored, and one sign for both."""
        found = self._skeletons.get(text)
        if found is None:
            words = ["v" if each in self.stored else each for each in _TOKEN.findall(text)]
            found = self._skeletons[text] = " ".join(words).replace("-", "+")
        return found

    @cached_property
    def stored(self) -> frozenset[str]:
        """The names that the function binds."""
        return frozenset(self.names) - {each.arg for each in self.code.tree.args.args}

    def dear(self, cost: float, lines: tuple[int, ...]) -> bool:
        """Whether an edit of these lines costs more than is looked at."""
        return cost + self.extra(lines) > self.dearest

    def extra(self, lines: tuple[int, ...]) -> float:
        """Return what it costs that a line was not to be filled in, or is far away."""
        code = self.code
        outside = code.open_lines is not None and not code.open_lines & {*lines}
        return OUTSIDE * outside + FAR * code.remote

    def edit(
        self,
        kind: str,
        cost: float,
        splices: tuple[Splice, ...],
        lines: tuple[int, ...],
        alike: tuple[str, ...] = (),
    ) -> Edit | None:
        """Make an edit."""
        if self.dear(cost, lines):
            return None
        return Edit(self.code.name, splices, lines, kind, cost + self.extra(lines), alike)

    def path(self, node: ast.AST) -> str:
        """Return where in its statement a node stands, with the statement's target."""
        if node in self._paths:
            return self._paths[node]
        if isinstance(node, ast.stmt):
            targets = getattr(node, "targets", [getattr(node, "target", None)])
            names = " ".join(without_digits(self.code.of(t)) for t in targets if t is not None)
            path = f"{type(node).__name__} {names}:"
        else:
            parent, path = self.parent(node), ""
            for name, value in ast.iter_fields(parent):
                if value is node:
                    step = name
                elif isinstance(value, list) and any(each is node for each in value):
                    step = f"{name}{[each is node for each in value].index(True)}"
                else:
                    continue
                path = f"{self.path(parent)}.{step}"
                break
        self._paths[node] = path
        return path
