"""Rules that change statements: store, drop, move, return, write again for another layer."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from utils.repairs.making import Maker
from utils.repairs.text import Edit, Splice, without_digits

_COMPOUND = ast.For | ast.While | ast.If | ast.With | ast.FunctionDef | ast.Try
_FAR = 4  # how many statements a line is moved by


def statement_edits(maker: Maker) -> Iterator[Edit | None]:
    """Yield all changes of whole statements in a function."""
    for block, index in maker.code.statements():
        node = block[index]
        if node is maker.code.tree:
            continue
        if isinstance(node, ast.Expr):
            yield from stored(maker, node)
        if isinstance(node, ast.Assign | ast.AugAssign):
            yield from assignments(maker, node)
            yield from put_first(maker, node)
        if not isinstance(node, _COMPOUND):
            yield from moved(maker, block, index)
            yield from written_again(maker, node)
            if len(block) > 1:
                yield _lines_edit(maker, "statement", 2, node, [Splice(*_rows(maker, node), "")])
        yield from indented(maker, block, index)
    yield from returns(maker)


def stored(maker: Maker, node: ast.Expr) -> Iterator[Edit | None]:
    """Store what a statement computes in one of the names that it is computed from."""
    start, _ = maker.code.span(node)
    names = {each.id for each in ast.walk(node.value) if isinstance(each, ast.Name)}
    for name in maker.names:
        if name in names:
            yield _lines_edit(maker, "stored result", 1, node, [Splice(start, start, f"{name} = ")])


def assignments(maker: Maker, node: ast.Assign | ast.AugAssign) -> Iterator[Edit | None]:
    """Store in another name, add to a name or set it."""
    code = maker.code
    target = node.target if isinstance(node, ast.AugAssign) else node.targets[0]
    end = code.outer(target)[1]
    value = code.outer(node.value)[0]
    signs = [" = ", " += ", " -= ", " *= ", " /= "]
    now = code.text[end:value].strip()
    if isinstance(target, ast.Name | ast.Subscript) and "\n" not in code.text[end:value]:
        for sign in signs:
            kind = "sign" if sign.strip("= ") in "+-" and now in ("+=", "-=") else "assignment"
            if sign.strip() != now:
                cost = 1 if now != "=" else 1.5
                yield maker.spliced(kind, cost, node, Splice(end, value, sign))
    if isinstance(target, ast.Name):
        for name in maker.names:
            if name != target.id and maker.similar(name, target.id):
                yield maker.spliced("name", 1.5, node, Splice(*code.span(target), name))


def put_first(maker: Maker, node: ast.Assign | ast.AugAssign) -> Iterator[Edit | None]:
    """Add to what the name held before: ``x = y`` for ``x = x + y``."""
    target = node.target if isinstance(node, ast.AugAssign) else node.targets[0]
    if isinstance(target, ast.Name) and isinstance(node, ast.Assign):
        start, _ = maker.code.outer(node.value)
        for sign in "+*":
            new = Splice(start, start, f"{target.id} {sign} ")
            yield maker.spliced("term" if sign == "+" else "factor", 2, node, new)


def moved(maker: Maker, block: list[ast.stmt], index: int) -> Iterator[Edit | None]:
    """Move a statement up or down in its block."""
    node = block[index]
    start, end = _rows(maker, node)
    text = maker.code.text[start:end]
    text = text if text.endswith("\n") else text + "\n"
    for other in range(max(0, index - _FAR), min(len(block), index + _FAR + 1)):
        late = isinstance(block[other], ast.Return) and other > index
        if late or other in (index, index + 1):
            continue
        before, after = _rows(maker, block[other])
        at = before if other < index else after
        if not maker.code.text[:at].endswith("\n"):
            continue
        if isinstance(block[other], ast.FunctionDef) or isinstance(node, ast.Return):
            continue
        cost = 1.8 + 0.1 * abs(other - index)
        splices = [Splice(start, end, ""), Splice(at, at, text)]
        yield _lines_edit(maker, "order", cost, node, splices)
    following = block[index + 1] if index + 1 < len(block) else node
    if not isinstance(node, ast.Return) and not isinstance(following, ast.Return | ast.FunctionDef):
        after = _rows(maker, following)[1]
        if following is not node and maker.code.text[:after].endswith("\n"):
            splices = [Splice(start, end, ""), Splice(after, after, text)]
            yield _lines_edit(maker, "order", 1.9, node, splices)


def written_again(maker: Maker, node: ast.stmt) -> Iterator[Edit | None]:
    """Write a line once more for another layer, after the line that it would follow there."""
    code = maker.code
    start, end = _rows(maker, node)
    text = code.text[start:end]
    digits = {*re.findall(r"\d", text)}
    others = {*re.findall(r"(?<=[A-Za-z])\d", code.text)}
    if not digits or not isinstance(node, ast.Assign):
        return
    for number in sorted(others - digits):
        for old in sorted(digits):
            again = re.sub(rf"(?<=[A-Za-z]){old}", number, text)
            if again == text or again.strip() in code.text:
                continue
            target = re.sub(r"\s*=.*", "", again.strip(), flags=re.DOTALL)
            for block, index in code.statements():
                last = block[index]
                if isinstance(last, ast.Assign) and code.of(last.targets[0]) == target:
                    at = _rows(maker, last)[1]
                    new = [Splice(at, at, again)]
                    yield _lines_edit(maker, "missing line", 1.5, last, new, text)


def indented(maker: Maker, block: list[ast.stmt], index: int) -> Iterator[Edit | None]:
    """Take the last statement of a loop out of it, or what follows a loop in."""
    code = maker.code
    node = block[index]
    holder = code.parents.get(node)
    if index and index == len(block) - 1 and isinstance(holder, ast.For | ast.While | ast.If):
        less = node.col_offset - holder.col_offset
        rows = range(node.lineno, _last_line(node) + 1)
        out = [Splice(code.line_start(row), code.line_start(row) + less, "") for row in rows]
        kind = "return" if isinstance(node, ast.Return) else "indentation"
        yield _lines_edit(maker, kind, 1, node, out)
    before = block[index - 1] if index else None
    if isinstance(before, ast.For | ast.While) and not isinstance(node, ast.Return):
        more = " " * (before.body[0].col_offset - node.col_offset)
        rows = range(node.lineno, _last_line(node) + 1)
        into = [Splice(code.line_start(row), code.line_start(row), more) for row in rows]
        yield _lines_edit(maker, "indentation", 1, node, into)


def returns(maker: Maker) -> Iterator[Edit | None]:
    """Return what a function has computed and does not return."""
    code = maker.code
    last = code.tree.body[-1]
    if isinstance(last, ast.Return) or code.tree.decorator_list:
        return
    bound = [name for name in reversed(maker.names)]
    end = len(code.text)
    lead = "" if code.text.endswith("\n") else "\n"
    pad = " " * last.col_offset
    values = bound + [f"{a}, {b}" for a in bound[:6] for b in bound[:6] if a != b]
    if isinstance(last, ast.Expr):
        start, _ = code.span(last)
        yield _lines_edit(maker, "return", 1, last, [Splice(start, start, "return ")])
    for value in values:
        new = [Splice(end, end, f"{lead}{pad}return {value}\n")]
        yield _lines_edit(maker, "return", 1, last, new, line=last.end_lineno)


def _last_line(node: ast.stmt) -> int:
    return node.end_lineno or node.lineno


def _rows(maker: Maker, node: ast.stmt) -> tuple[int, int]:
    """Return the place of a statement's whole lines."""
    code = maker.code
    end = code.line_start(_last_line(node) + 1)
    return code.line_start(node.lineno), min(end, len(code.text))


def _lines_edit(
    maker: Maker,
    kind: str,
    cost: float,
    node: ast.stmt,
    splices: list[Splice],
    old: str | None = None,
    line: int | None = None,
) -> Edit | None:
    text = maker.code.of(node) if old is None else old
    marks = "|".join(without_digits(each.new) for each in splices)
    change = f"{kind}: {without_digits(text)} -> {marks}"
    return maker.edit(kind, cost, tuple(splices), (line or node.lineno,), (change,))
