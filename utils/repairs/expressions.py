"""Rules that change an expression: what a student may have written in the place of another."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator

from utils.repairs.calls import call_brackets, calls, functions
from utils.repairs.making import Maker
from utils.repairs.text import Edit, Splice

OPERATORS = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//",
    ast.MatMult: "@", ast.Pow: "**", ast.Mod: "%",
}  # fmt: skip
EXCHANGED = {
    "+": ("-", "*"), "-": ("+", "/"), "*": ("/", "@", "+", "**"), "/": ("*", "-"),
    "//": ("/", "*"), "@": ("*",), "**": ("*",), "%": ("/", "//"),
}  # fmt: skip
COMPARISONS = {
    ast.Lt: "<", ast.Gt: ">", ast.LtE: "<=", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!=",
}  # fmt: skip
WRAPPERS = ("np.sum", "np.square", "np.sqrt", "np.abs")


def expression_edits(maker: Maker) -> Iterator[Edit | None]:
    """Yield all changes of one expression in a function."""
    rules: dict[type[ast.AST], tuple[Callable[..., Iterator[Edit | None]], ...]] = {
        ast.Constant: (constants,),
        ast.BinOp: (operators, dropped_operands, brackets),
        ast.Compare: (comparisons,),
        ast.UnaryOp: (signs_dropped,),
        ast.Call: (calls, call_brackets),
        ast.Attribute: (transposes_dropped,),
        ast.Tuple: (neighbours,),
        ast.Subscript: (subscripts,),
        ast.Slice: (slices,),
    }
    for node in maker.nodes:
        for rule in rules.get(type(node), ()):
            yield from rule(maker, node)
        if isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Load):
            yield from functions(maker, node)
        if maker.is_operand(node):
            yield from operands(maker, node)


def constants(maker: Maker, node: ast.Constant) -> Iterator[Edit | None]:
    """Halve, double, negate, invert a number, add or take 1; turn True and False."""
    value = node.value
    if isinstance(value, bool):
        yield maker.replaced("argument", 1, node, str(not value))
    elif isinstance(value, int | float):
        kind = maker.kind_of_number(node)
        others = [value + 1, value - 1, -value, value * 2, value / 2]
        if kind in ("axis", "index"):
            others = [value + 1, value - 1]
        elif value not in (0, 1, -1):
            others.append(1 / value)
        for other in others:
            if isinstance(value, int) and other == int(other):
                other = int(other)
            if other != value:
                yield maker.replaced(kind, 1 + 0.3 * (other == -value), node, repr(other))
        if kind == "number" and not maker.inside(node, ast.Subscript):
            for name in dict.fromkeys([*maker.scalars, *sorted(maker.forgotten)]):
                cost = 0.8 if name in maker.forgotten else 2
                yield maker.replaced("number", cost, node, name)
    elif isinstance(value, str) and maker.in_code(node):
        for key in maker.strings:
            if key != value and maker.similar(key, value):
                yield maker.replaced("key", 1.5, node, repr(key))


def operators(maker: Maker, node: ast.BinOp) -> Iterator[Edit | None]:
    """Exchange an operator, or its two sides."""
    sign = OPERATORS.get(type(node.op))
    if sign is None:
        return
    code = maker.code
    left, right = code.outer(node.left), code.outer(node.right)
    at = code.text.index(sign, left[1])
    for other in EXCHANGED[sign]:
        if other == "**" and not isinstance(node.right, ast.Constant):
            continue  # a power of something large would take all memory
        if (sign, other) == ("-", "/") and isinstance(node.left, ast.Constant):
            continue  # nobody writes 1 - s for 1 / s, which cancels factors by chance
        kind = "sign" if {sign, other} == {"+", "-"} else "operator"
        cost = 1.5 if other == "+" and kind != "sign" else 1
        if {sign, other} == {"*", "/"}:
            kind = "factor"
        yield maker.spliced(kind, cost, node, Splice(at, at + len(sign), other))
    if sign in ("-", "/", "@", "**"):
        a, b = code.of(node.left), code.of(node.right)
        if not code.bracketed(node.right) and isinstance(node.left, ast.BinOp):
            a = f"({a})" if not code.bracketed(node.left) else a
        yield maker.spliced("order", 1.5, node, Splice(*left, b), Splice(*right, a))


def dropped_operands(maker: Maker, node: ast.BinOp) -> Iterator[Edit | None]:
    """Leave out one side of an operation."""
    code = maker.code
    kind = "term" if isinstance(node.op, ast.Add | ast.Sub) else "factor"
    start, end = code.span(node)
    left, right = code.outer(node.left), code.outer(node.right)
    before = node.left.right if isinstance(node.left, ast.BinOp) else node.left
    again = code.of(before) == code.of(node.right)
    yield maker.spliced(kind, 1 if again else 1.5, node, Splice(left[1], end, ""))
    yield maker.spliced(kind, 1.5 if kind == "factor" else 2, node, Splice(start, right[0], ""))


def brackets(maker: Maker, node: ast.BinOp) -> Iterator[Edit | None]:
    """Put one pair of brackets round some of a chain of operands, or take one away."""
    code = maker.code
    for side in (node.left, node.right):
        start, end = code.outer(side)
        if code.bracketed(side) and isinstance(side, ast.BinOp | ast.UnaryOp):
            gone = Splice(start, start + 1, ""), Splice(end - 1, end, "")
            yield maker.spliced("parentheses", 1, node, *gone)
            for operand in chain(maker, side)[1:]:  # the closing one moved inwards
                at = code.text[: code.outer(operand)[0]].rstrip(" +-*/@%\n")
                moved = Splice(len(at), len(at), ")"), Splice(end - 1, end, "")
                yield maker.spliced("parentheses", 1.2, node, *moved)
    parent = code.parents.get(node)
    if isinstance(parent, ast.BinOp) and not code.bracketed(node):
        return  # part of a longer chain
    operands = chain(maker, node)
    for first in range(len(operands)):
        for last in range(first + 1, len(operands)):
            if (first, last) == (0, len(operands) - 1):
                continue
            start, end = code.outer(operands[first])[0], code.outer(operands[last])[1]
            added = Splice(start, start, "("), Splice(end, end, ")")
            yield maker.spliced("parentheses", 1, node, *added)
            inner = code.outer(operands[last])
            if code.bracketed(operands[last]):  # an opening one moved outwards
                moved = Splice(start, start, "("), Splice(inner[0], inner[0] + 1, "")
                yield maker.spliced("parentheses", 1.2, node, *moved)


def chain(maker: Maker, node: ast.AST) -> list[ast.AST]:
    """Return the operands of a chain of operations as they stand in the text."""
    if not isinstance(node, ast.BinOp):
        return [node]
    found: list[ast.AST] = []
    for side in (node.left, node.right):
        found += [side] if maker.code.bracketed(side) else chain(maker, side)
    return found


def comparisons(maker: Maker, node: ast.Compare) -> Iterator[Edit | None]:
    """Turn a comparison, or make it strict or not."""
    if len(node.ops) != 1 or type(node.ops[0]) not in COMPARISONS:
        return
    sign = COMPARISONS[type(node.ops[0])]
    at = maker.code.text.index(sign, maker.code.outer(node.left)[1])
    for other in COMPARISONS.values():
        if other != sign:
            yield maker.spliced("comparison", 1, node, Splice(at, at + len(sign), other))


def signs_dropped(maker: Maker, node: ast.UnaryOp) -> Iterator[Edit | None]:
    """Leave a minus or a ``not`` out."""
    start, _ = maker.code.span(node)
    inner, _ = maker.code.outer(node.operand)
    yield maker.spliced("sign", 1, node, Splice(start, inner, ""))


def transposes_dropped(maker: Maker, node: ast.Attribute) -> Iterator[Edit | None]:
    """Take a transpose away."""
    if node.attr == "T":
        _, end = maker.code.span(node)
        _, inner = maker.code.outer(node.value)
        yield maker.spliced("transpose", 1, node, Splice(inner, end, ""))


def neighbours(maker: Maker, node: ast.Tuple) -> Iterator[Edit | None]:
    """Swap two neighbours of a tuple."""
    if not isinstance(node.ctx, ast.Load) and len(node.elts) > 4:
        return
    code = maker.code
    if isinstance(maker.parent(node), ast.For) and len(node.elts) > 2:
        turned = ", ".join(code.of(each) for each in reversed(node.elts))
        yield maker.replaced("order", 1, node, f"({turned})")
    for a, b in zip(node.elts, node.elts[1:], strict=False):
        swapped = Splice(*code.outer(a), code.of(b)), Splice(*code.outer(b), code.of(a))
        yield maker.spliced("order", 1.5, node, *swapped)


def subscripts(maker: Maker, node: ast.Subscript) -> Iterator[Edit | None]:
    """Move an index by one."""
    index = node.slice
    if isinstance(index, ast.Name | ast.BinOp):
        for more in (" + 1", " - 1"):
            _, end = maker.code.outer(index)
            yield maker.spliced("index", 1.2, node, Splice(end, end, more))


def slices(maker: Maker, node: ast.Slice) -> Iterator[Edit | None]:
    """Move a bound of a slice by one; end it so much after its beginning."""
    if node.lower is not None and node.upper is not None:
        at = maker.code.outer(node.upper)[0]
        lower = maker.code.of(node.lower)
        yield maker.spliced("index", 1, node, Splice(at, at, f"{lower} + "))
    for bound in (node.lower, node.upper):
        if bound is not None and not isinstance(bound, ast.Constant):
            _, end = maker.code.outer(bound)
            for more in (" + 1", " - 1"):
                yield maker.spliced("index", 1.5, node, Splice(end, end, more))


def operands(maker: Maker, node: ast.expr) -> Iterator[Edit | None]:
    """Add a minus, a transpose, a function, a factor or a term to a part of an operation."""
    code = maker.code
    start, end = code.outer(node)
    text = code.text[start:end]
    closed = f"({text})" if maker.loose(node) and not code.bracketed(node) else text
    if isinstance(node, ast.Name):
        for name in maker.names:
            if name != node.id:
                cost = 1 if maker.similar(name, node.id) else 2.5 + maker.strangeness(name, node)
                cost = 0.8 if name in maker.forgotten or maker.twice(node) else cost
                yield maker.replaced("name", cost, node, name)
        if maker.inside(node, (ast.Subscript, ast.JoinedStr)) or maker.is_argument(node):
            for more in (" + 1", " - 1"):
                yield maker.replaced("index", 1.5, node, f"{text}{more}")
    if maker.in_making(node):
        return  # a shape: what is done to it can fill the memory
    yield maker.replaced("sign", 1.5, node, f"-{closed}")
    if not isinstance(node, ast.BinOp | ast.Compare) and getattr(node, "attr", "") != "T":
        cost = 1 if maker.multiplied(node) else 2
        yield maker.replaced("transpose", cost, node, f"{text}.T")
    for wrapper in WRAPPERS if maker.has_numpy else ("sum", "abs"):
        yield maker.replaced("function", 1.5, node, f"{wrapper}({text})")
    if maker.is_term(node):
        for sign in "*/":
            for name in (*maker.names, "2"):
                cost = 1.8 if name == "2" else 2 + maker.strangeness(name, node)
                cost -= 0.5 * maker.has_factor(node)
                yield maker.replaced("factor", cost, node, f"{closed} {sign} {name}")
    if maker.is_term(node) or maker.is_argument(node):
        yield from sums(maker, node, closed)
    if maker.is_whole(node):
        for name in maker.names:
            cost = 2.4 + maker.strangeness(name, node)
            yield maker.replaced("term", cost, node, f"{text} + {name}")
            yield maker.replaced("term", cost, node, f"{text} - {name}")
        yield maker.replaced("term", 2, node, f"1 - {closed}")


def sums(maker: Maker, node: ast.expr, closed: str) -> Iterator[Edit | None]:
    """Add what stands there once more for other layers."""
    text = maker.code.of(node)
    digits = {*re.findall(r"(?<=[A-Za-z_])\d", text)}
    others = sorted({*re.findall(r"(?<=[A-Za-z_])\d\b", maker.code.text)} - digits)
    if len(digits) != 1 or not others:
        return
    (old,) = digits
    more = [re.sub(rf"(?<=[A-Za-z_]){old}\b", each, closed) for each in others]
    for added in {" + ".join(more): None, **dict.fromkeys(more)}:
        yield maker.replaced("term", 1.5, node, f"({closed} + {added})")
