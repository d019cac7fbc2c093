"""Every small change of a function's text: what a slip of the pen, or of the mind, makes of it.

A mutant is named by the statement before and after the change, so that the name stays when code
around it moves.
"""

from __future__ import annotations

import ast
import copy
import itertools
from collections.abc import Iterator
from dataclasses import dataclass

GIVEN = "GIVEN"
"""Name under which a mutant finds what the visible check passes, and what it computes from it."""

OPERATORS: dict[type, tuple[type, ...]] = {
    ast.Add: (ast.Sub, ast.Mult),
    ast.Sub: (ast.Add, ast.Mult),
    ast.Mult: (ast.Div, ast.Add, ast.MatMult),
    ast.Div: (ast.Mult, ast.FloorDiv, ast.Sub),
    ast.FloorDiv: (ast.Mult, ast.Div),
    ast.Pow: (ast.Mult, ast.Div),
    ast.MatMult: (ast.Mult,),
}
COMPARISONS: tuple[type, ...] = (ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.Eq, ast.NotEq)
CALLS = {
    "sum": ("mean", "max", "prod"),
    "max": ("min", "mean"),
    "min": ("max",),
    "dot": ("multiply", "outer"),
    "multiply": ("dot", "add"),
    "square": ("abs", "sqrt", "exp"),
    "sqrt": ("square", "cbrt"),
    "abs": ("square", "sign"),
    "zeros": ("ones",),
    "norm": ("det",),
    "standard_normal": ("random", "randn"),
    "random": ("standard_normal",),
    "append": ("extend",),
    "items": ("keys", "values"),
    "values": ("keys",),
    "relu": ("sigmoid",),
    "sigmoid": ("relu",),
}


@dataclass(frozen=True)
class CodeMutant:
    """One changed text.

    Attributes
    ----------
    name : str
        The statement before and after.
    text : str
        The whole text.
    """

    name: str
    text: str


def mutants(
    text: str, scalars: frozenset[str] = frozenset(), every: int = 1
) -> Iterator[CodeMutant]:
    """Yield each small change of a text of functions, each text once.

    Parameters
    ----------
    text : str
        One or several functions.
    scalars : set of str
        Local names that hold a plain number in the visible example: the number may be built in.
    every : int
        Take a sample: one of so many.
    """
    tree = ast.parse(text)
    seen = {ast.unparse(tree)}
    for function in (node for node in tree.body if isinstance(node, ast.FunctionDef)):
        for number, name in enumerate(_changes(function, scalars)):
            if number % every:
                continue
            changed = ast.unparse(tree)
            if changed not in seen:
                seen.add(changed)
                yield CodeMutant(name, changed)


def _changes(function: ast.FunctionDef, scalars: frozenset[str]) -> Iterator[str]:
    """Change the tree in place, yield the change's name, and undo it."""
    parameters = [each.arg for each in function.args.args]
    stored = {
        node.id
        for node in ast.walk(function)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }
    scope = [*parameters, *sorted(stored - set(parameters))]
    for name in parameters:
        rebound = ast.parse(f"{name} = {GIVEN}({name!r})").body[0]
        function.body.insert(0, rebound)
        yield f"{function.name}: {name} is the visible check's"
        del function.body[0]
    for body in _bodies(function):
        yield from _statement_changes(function, body)
        for statement in body:
            before = _header(statement)
            for holder, field, index in _places(statement):
                node = _get(holder, field, index)
                built_in = [n for n in (*parameters, *sorted(scalars)) if _is(node, n)]
                options = [*variants(node, scope, holder), *(_given(n) for n in built_in)]
                for option in options:
                    _set(holder, field, index, option)
                    yield f"{before}  =>  {_header(statement)}"
                _set(holder, field, index, node)
            if isinstance(statement, ast.Assign) and _target(statement) in scalars:
                kept, statement.value = statement.value, _given(_target(statement))
                yield f"{before}  =>  {_header(statement)}"
                statement.value = kept


def _is(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def _target(statement: ast.Assign) -> str:
    target = statement.targets[0]
    return target.id if isinstance(target, ast.Name) else ""


def _given(name: str) -> ast.expr:
    return _expr(f"{GIVEN}({name!r})")


def _bodies(node: ast.AST) -> Iterator[list[ast.stmt]]:
    for each in ast.walk(node):
        for field in ("body", "orelse"):
            body = getattr(each, field, None)
            if isinstance(body, list) and body:
                yield body


def _header(statement: ast.stmt) -> str:
    return ast.unparse(statement).splitlines()[0]


def _statement_changes(function: ast.FunctionDef, body: list[ast.stmt]) -> Iterator[str]:
    for i, statement in enumerate(body):
        header = _header(statement)
        body[i] = ast.Pass()
        yield f"{header}  =>  dropped"
        body[i] = statement
        if i + 1 < len(body):
            following = body[i + 1]
            body[i], body[i + 1] = following, statement
            yield f"{header}  =>  after: {_header(following)}"
            body[i], body[i + 1] = statement, following
        if isinstance(statement, ast.For | ast.If | ast.While):
            inner = statement.body
            if len(inner) > 1:
                last = inner.pop()
                body.insert(i + 1, last)
                yield f"{_header(last)}  =>  moved out behind: {header}"
                del body[i + 1]
                inner.append(last)
                first = inner.pop(0)
                body.insert(i, first)
                yield f"{_header(first)}  =>  moved out before: {header}"
                del body[i]
                inner.insert(0, first)
            if i + 1 < len(body) and not isinstance(body[i + 1], ast.For):
                following = body.pop(i + 1)
                inner.append(following)
                yield f"{_header(following)}  =>  moved into: {header}"
                inner.pop()
                body.insert(i + 1, following)
            if i and not isinstance(body[i - 1], ast.For):
                previous = body.pop(i - 1)
                inner.insert(0, previous)
                yield f"{_header(previous)}  =>  moved to the start of: {header}"
                inner.pop(0)
                body.insert(i - 1, previous)
        if isinstance(statement, ast.If):
            body[i : i + 1] = statement.body
            yield f"{header}  =>  always"
            body[i : i + len(statement.body)] = [statement]
        if isinstance(statement, ast.AugAssign):
            body[i] = ast.Assign([statement.target], statement.value, lineno=0)
            yield f"{header}  =>  {_header(body[i])}"
            body[i] = statement
            kept = statement.op
            for operator in OPERATORS.get(type(kept), ()):
                statement.op = operator()
                yield f"{header}  =>  {_header(statement)}"
            statement.op = kept
        if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
            body[i] = ast.AugAssign(statement.targets[0], ast.Add(), statement.value)
            yield f"{header}  =>  {_header(body[i])}"
            body[i] = statement


def _places(statement: ast.stmt) -> Iterator[tuple[ast.AST, str, int | None]]:
    """Yield where the expressions of a statement hang, not those of statements inside it."""
    todo: list[ast.AST] = [statement]
    while todo:
        holder = todo.pop(0)
        for field, value in ast.iter_fields(holder):
            parts = value if isinstance(value, list) else [value]
            for index, part in enumerate(parts):
                if isinstance(part, ast.comprehension | ast.keyword | ast.FormattedValue):
                    todo.append(part)
                elif isinstance(part, ast.expr):
                    if not isinstance(getattr(part, "ctx", None), ast.Store):
                        yield holder, field, index if isinstance(value, list) else None
                    todo.append(part)


def _get(holder: ast.AST, field: str, index: int | None) -> ast.AST:
    value = getattr(holder, field)
    return value if index is None else value[index]


def _set(holder: ast.AST, field: str, index: int | None, node: ast.AST) -> None:
    if index is None:
        setattr(holder, field, node)
    else:
        getattr(holder, field)[index] = node


def _expr(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


def variants(node: ast.AST, scope: list[str], holder: ast.AST) -> Iterator[ast.expr]:
    """Yield what may stand in the place of an expression.

    What changes numbers where only a shape is asked for is left out: it changes nothing.
    """
    for each in VARIANTS.get(type(node), ()):
        for option in each(node, scope):
            if not (_asks_for_a_shape(holder) and not isinstance(option, ast.Name)):
                yield option


def _asks_for_a_shape(holder: ast.AST) -> bool:
    if isinstance(holder, ast.Attribute):
        return holder.attr == "shape"
    return isinstance(holder, ast.Call) and _is(holder.func, "len")


def _of_names(node: ast.Name, scope: list[str]) -> Iterator[ast.expr]:
    if node.id not in scope:
        for other in CALLS.get(node.id, ()):
            yield ast.Name(other, ast.Load())
        return
    for other in scope:
        if other != node.id:
            yield ast.Name(other, ast.Load())
    for text in ("{}.T", "{} + 1", "{} - 1", "-{}", "2 * {}", "{} / 2", "{} ** 2"):
        yield _expr(text.format(node.id))


def _of_constants(node: ast.Constant, scope: list[str]) -> Iterator[ast.expr]:
    value = node.value
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int):
        for other in dict.fromkeys((value - 1, value + 1, 0, 1, 2, -value)):
            if other != value:
                yield ast.Constant(other)
    elif isinstance(value, float):
        for other in dict.fromkeys((0.0, 1.0, 2 * value, value / 2, 10 * value, -value)):
            if other != value:
                yield ast.Constant(other)
    elif isinstance(value, str):
        for other in _other_texts(value):
            yield ast.Constant(other)


def _other_texts(value: str) -> Iterator[str]:
    for old, new in (("W", "b"), ("b", "W"), ("d", ""), ("relu", "sigmoid"), ("sigmoid", "relu")):
        if value.startswith(old) and len(value) < 8:
            yield new + value[len(old) :]
    if value[-1:].isdecimal():
        yield value[:-1] + str(int(value[-1]) % 3 + 1)


def _of_joined(node: ast.JoinedStr, scope: list[str]) -> Iterator[ast.expr]:
    for i, part in enumerate(node.values):
        if isinstance(part, ast.Constant):
            for other in _other_texts(part.value):
                changed = copy.deepcopy(node)
                changed.values[i] = ast.Constant(other)
                yield changed


def _of_operations(node: ast.BinOp, scope: list[str]) -> Iterator[ast.expr]:
    left, right, operator = node.left, node.right, node.op
    for other in OPERATORS.get(type(operator), ()):
        yield ast.BinOp(left, other(), right)
    yield left
    yield right
    if not isinstance(operator, ast.Add | ast.Mult):
        yield ast.BinOp(right, operator, left)
    # Brackets moved.
    if isinstance(right, ast.BinOp):
        yield ast.BinOp(ast.BinOp(left, operator, right.left), right.op, right.right)
    if isinstance(left, ast.BinOp):
        yield ast.BinOp(left.left, left.op, ast.BinOp(left.right, operator, right))
    for text in ("{} / 2", "2 * {}", "-{}"):
        yield _expr(text.format(f"({ast.unparse(node)})"))


def _of_comparisons(node: ast.Compare, scope: list[str]) -> Iterator[ast.expr]:
    for other in COMPARISONS:
        if not isinstance(node.ops[0], other):
            yield ast.Compare(node.left, [other()], node.comparators)
    yield ast.Compare(node.comparators[0], node.ops, [node.left])
    yield node.left
    yield node.comparators[0]


def _of_calls(node: ast.Call, scope: list[str]) -> Iterator[ast.expr]:
    arguments = node.args
    for i in range(len(arguments)):
        yield ast.Call(node.func, arguments[:i] + arguments[i + 1 :], node.keywords)
        yield arguments[i].value if isinstance(arguments[i], ast.Starred) else arguments[i]
    for i, j in itertools.combinations(range(len(arguments)), 2):
        swapped = list(arguments)
        swapped[i], swapped[j] = swapped[j], swapped[i]
        yield ast.Call(node.func, swapped, node.keywords)
    for i, keyword in enumerate(node.keywords):
        yield ast.Call(node.func, arguments, node.keywords[:i] + node.keywords[i + 1 :])
        if keyword.arg == "axis":
            others = node.keywords[:i] + node.keywords[i + 1 :]
            yield ast.Call(node.func, arguments, [*others, ast.keyword("axis", ast.Constant(None))])
    if isinstance(node.func, ast.Attribute):
        for other in CALLS.get(node.func.attr, ()):
            function = ast.Attribute(node.func.value, other, ast.Load())
            yield ast.Call(function, arguments, node.keywords)
        if not (isinstance(node.func.value, ast.Name) and node.func.value.id in ("np", "rng")):
            yield node.func.value
    text = ast.unparse(node)
    for each in ("-{}", "2 * {}", "{} / 2"):
        yield _expr(each.format(f"({text})"))


def _of_attributes(node: ast.Attribute, scope: list[str]) -> Iterator[ast.expr]:
    if node.attr == "T":
        yield node.value


def _of_subscripts(node: ast.Subscript, scope: list[str]) -> Iterator[ast.expr]:
    yield node.value
    if isinstance(node.slice, ast.Slice):
        lower, upper = node.slice.lower, node.slice.upper
        yield ast.Subscript(node.value, ast.Slice(None, upper), ast.Load())
        yield ast.Subscript(node.value, ast.Slice(lower, None), ast.Load())
    elif isinstance(node.value, ast.Name):
        for text in ("({}).T", "2 * {}", "-{}"):
            yield _expr(text.format(ast.unparse(node)))


def _of_minus(node: ast.UnaryOp, scope: list[str]) -> Iterator[ast.expr]:
    yield node.operand


def _of_choices(node: ast.IfExp, scope: list[str]) -> Iterator[ast.expr]:
    yield node.body
    yield node.orelse


def _of_tuples(node: ast.Tuple | ast.List, scope: list[str]) -> Iterator[ast.expr]:
    for i in range(len(node.elts)):
        yield type(node)(node.elts[:i] + node.elts[i + 1 :], ast.Load())
    for i, j in itertools.combinations(range(min(len(node.elts), 6)), 2):
        swapped = list(node.elts)
        swapped[i], swapped[j] = swapped[j], swapped[i]
        yield type(node)(swapped, ast.Load())


def _of_dictionaries(node: ast.Dict, scope: list[str]) -> Iterator[ast.expr]:
    for i in range(len(node.keys)):
        yield ast.Dict(node.keys[:i] + node.keys[i + 1 :], node.values[:i] + node.values[i + 1 :])
    for i in range(len(node.keys) - 1):
        swapped = list(node.values)
        swapped[i], swapped[i + 1] = swapped[i + 1], swapped[i]
        yield ast.Dict(node.keys, swapped)


def _of_comprehensions(
    node: ast.ListComp | ast.GeneratorExp | ast.DictComp, scope: list[str]
) -> Iterator[ast.expr]:
    # Its own names may be taken for one another and for those around.
    for g, generator in enumerate(node.generators):
        for i in range(len(generator.ifs)):
            changed = copy.deepcopy(node)
            del changed.generators[g].ifs[i]
            yield changed
        for part in ("[1:]", "[:-1]", "[::-1]"):
            changed = copy.deepcopy(node)
            changed.generators[g].iter = _expr(f"list({ast.unparse(generator.iter)}){part}")
            yield changed


VARIANTS = {
    ast.Name: (_of_names,),
    ast.Constant: (_of_constants,),
    ast.JoinedStr: (_of_joined,),
    ast.BinOp: (_of_operations,),
    ast.Compare: (_of_comparisons,),
    ast.Call: (_of_calls,),
    ast.Attribute: (_of_attributes,),
    ast.Subscript: (_of_subscripts,),
    ast.UnaryOp: (_of_minus,),
    ast.IfExp: (_of_choices,),
    ast.Tuple: (_of_tuples,),
    ast.List: (_of_tuples,),
    ast.Dict: (_of_dictionaries,),
    ast.ListComp: (_of_comprehensions,),
    ast.GeneratorExp: (_of_comprehensions,),
    ast.DictComp: (_of_comprehensions,),
}
