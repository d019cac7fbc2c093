"""Rules that change a call: another function, other arguments, brackets that end elsewhere."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from utils.repairs.making import Maker
from utils.repairs.text import Edit, Splice

FUNCTIONS = (
    {"sum", "mean", "prod"}, {"max", "min"}, {"argmax", "argmin"}, {"maximum", "minimum"},
    {"dot", "multiply", "matmul"}, {"zeros", "ones"}, {"zeros_like", "ones_like"},
    {"sqrt", "square", "abs"}, {"log", "exp"}, {"floor", "ceil"}, {"hstack", "vstack"},
    {"randn", "rand"}, {"random", "standard_normal"}, {"any", "all"}, {"sin", "cos"},
    {"add", "subtract"}, {"append", "extend"},
)  # fmt: skip
BARE = {"sum": "np.prod", "len": "np.size", "abs": "np.linalg.norm"}
"""Python's own functions, and what is often meant."""
REDUCING = {"sum", "mean", "prod", "max", "min", "any", "all", "norm", "argmax", "argmin", "std"}
NUMERIC = REDUCING | {"dot", "matmul", "multiply", "sqrt", "square", "abs", "log", "exp"}


def functions(maker: Maker, node: ast.Name | ast.Attribute) -> Iterator[Edit | None]:
    """Use a function's neighbour."""
    name = node.attr if isinstance(node, ast.Attribute) else node.id
    if not maker.is_called(node):
        return
    _, end = maker.code.span(node)
    if isinstance(node, ast.Name):
        for other in sorted((maker.forgotten | maker.called) - {name}):
            yield maker.spliced("function", 1, node, Splice(end - len(name), end, other))
        if name in BARE:
            yield maker.spliced("function", 1, node, Splice(end - len(name), end, BARE[name]))
    for group in FUNCTIONS:
        if name in group:
            for other in sorted(group - {name}):
                yield maker.spliced("function", 1, node, Splice(end - len(name), end, other))


def calls(maker: Maker, node: ast.Call) -> Iterator[Edit | None]:
    """Drop a call round its one argument; add, drop or swap arguments."""
    code = maker.code
    name = getattr(node.func, "attr", getattr(node.func, "id", ""))
    _, end = code.span(node)
    if len(node.args) == 1 and not node.keywords:
        yield maker.replaced("function", 1.5, node, f"({code.of(node.args[0])})")
    arguments = [*node.args, *node.keywords]
    for keyword in node.keywords:
        others = [code.of(each) for each in arguments if each is not keyword]
        inside = ", ".join(others)
        kind = "axis" if keyword.arg in ("axis", "keepdims") else "argument"
        yield maker.replaced(kind, 1.5, node, f"{code.of(node.func)}({inside})")
    for a, b in zip(node.args, node.args[1:], strict=False):
        swapped = Splice(*code.outer(a), code.of(b)), Splice(*code.outer(b), code.of(a))
        yield maker.spliced("argument", 1.2, node, *swapped)
    if name in ("max", "min", "maximum", "minimum") and len(node.args) == 2:
        one, other = map(code.of, node.args)
        yield maker.replaced("function", 1.2, node, f"({one} + {other})")
    if len(node.args) > 1 and not node.keywords:
        last, before = code.outer(node.args[-1]), code.outer(node.args[-2])
        yield maker.spliced("argument", 2, node, Splice(before[1], last[1], ""))
    if name in REDUCING:
        given = {each.arg for each in node.keywords}
        at = end - 1
        lead = ", " if arguments else ""
        if "axis" not in given:
            for added in ("axis=0", "axis=1", "axis=0, keepdims=True", "axis=1, keepdims=True"):
                yield maker.spliced("axis", 1.5, node, Splice(at, at, lead + added))
        elif "keepdims" not in given:
            yield maker.spliced("axis", 1, node, Splice(at, at, lead + "keepdims=True"))
    if name == "range":
        yield from ranges(maker, node)


def ranges(maker: Maker, node: ast.Call) -> Iterator[Edit | None]:
    """Move a bound of a range by one, give it a first one, or turn it round."""
    code = maker.code
    if len(node.args) == 1:
        stop = code.of(node.args[0])
        for new in (f"range(1, {stop})", f"range(1, {stop} + 1)", f"range({stop} + 1)"):
            yield maker.replaced("range", 1, node, new)
        yield maker.replaced("range", 1, node, f"range({stop} - 1)")
        yield maker.replaced("range", 1.5, node, f"reversed(range({stop}))")
    else:
        for bound in node.args[:2]:
            for more in (" + 1", " - 1"):
                new = f"{code.of(bound)}{more}"
                yield maker.replaced("range", 1, bound, new)
        yield maker.replaced("range", 1.5, node, f"reversed({code.of(node)})")


def call_brackets(maker: Maker, node: ast.Call) -> Iterator[Edit | None]:
    """Move the end of a call before or behind a part of an operation."""
    code = maker.code
    start, end = code.span(node)
    name = code.of(node.func)
    inner = node.args[0] if len(node.args) == 1 else None
    if isinstance(inner, ast.BinOp) and not code.bracketed(inner):
        left, right = code.outer(inner.left), code.outer(inner.right)
        out = Splice(left[1], left[1], ")"), Splice(end - 1, end, "")
        yield maker.spliced("parentheses", 1, node, *out)
        into = Splice(start, right[0], code.text[code.span(inner)[0] : right[0]] + name + "(")
        yield maker.spliced("parentheses", 1, node, into)
    parent = code.parents.get(node)
    last = getattr(node.func, "attr", getattr(node.func, "id", ""))
    moves = last in NUMERIC or len(node.args) > 1
    if isinstance(parent, ast.BinOp) and parent.left is node and node.args and moves:
        beyond = code.outer(parent.right)[1]
        moved = Splice(end - 1, end, ""), Splice(beyond, beyond, ")")
        yield maker.spliced("parentheses", 1, node, *moved)
