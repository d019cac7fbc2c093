"""Which names code binds and needs, read from its syntax without running it."""

from __future__ import annotations

import ast
import symtable
import warnings

from autograder.cells import without_magics

MAX_SOURCE = 100_000
"""Longer cells are not parsed: what they define is then unknown."""

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)
_CHANGERS = frozenset(
    (
        *("heappush", "heappop", "heapify", "heapreplace", "heappushpop", "shuffle"),
        *("insort", "insort_left", "insort_right", "fill_diagonal", "copyto", "putmask"),
    )
)
"""Functions that change their first argument."""
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def parse(text: str) -> ast.Module | None:
    """Parse a cell's text, IPython's magic lines left out; None where it is not Python.

    The text may be anything: every way in which the parser gives up is caught.
    """
    if len(text) > MAX_SOURCE:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for attempt in (lambda t: t, without_magics):
            try:
                return ast.parse(attempt(text))
            except (SyntaxError, ValueError, RecursionError, MemoryError):
                continue
    return None


def bound_by(node: ast.AST) -> set[str]:
    """Return the names that a statement or module binds in its own namespace."""
    names: set[str] = set()
    todo: list[ast.AST] = [node]
    while todo:
        item = todo.pop()
        if item is not node or not isinstance(node, ast.Module):
            if isinstance(item, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                names.add(item.name)
                continue
            if isinstance(item, ast.Lambda):
                continue
        match item:
            case ast.Import():
                names.update((a.asname or a.name.split(".")[0]) for a in item.names)
            case ast.ImportFrom():
                names.update((a.asname or a.name) for a in item.names)
            case ast.Name(id=name, ctx=ast.Store()):
                names.add(name)
            case ast.ExceptHandler(name=str(name)):
                names.add(name)
            case ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
                names.add(name)
        if isinstance(item, _COMPREHENSIONS):
            # Only a walrus inside binds outside; its variables stay in.
            names.update(
                walrus.target.id for walrus in ast.walk(item) if isinstance(walrus, ast.NamedExpr)
            )
            continue
        todo.extend(ast.iter_child_nodes(item))
    return names


def changed_by(statement: ast.stmt, *, deep: bool = False) -> set[str]:
    """Return names whose values a statement changes without binding them.

    These are ``a[0] = 1``, ``a.x = 1``, ``del a[0]``, a method called for what it does, and
    ``shuffle(a)``; what runs through a loop stands for what it comes from. With ``deep``, those
    in functions that the statement defines, too.
    """
    changed: set[str] = set()
    sources: dict[str, set[str]] = {}  # by a loop's variable
    todo: list[ast.AST] = [statement]
    while todo:
        node = todo.pop()
        if not deep and isinstance(node, _SCOPES):
            continue
        target: ast.AST | None = None
        if isinstance(node, ast.For):
            sources |= dict.fromkeys(bound_by(node.target), loaded_by(node.iter))
        if isinstance(node, ast.Call) and _name_called(node) in _CHANGERS and node.args:
            changed |= {part.id for part in node.args[:1] if isinstance(part, ast.Name)}
        if isinstance(node, ast.Subscript | ast.Attribute) and not isinstance(node.ctx, ast.Load):
            target = node
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            called = node.value.func
            target = called if isinstance(called, ast.Attribute) else None
        while isinstance(target, ast.Subscript | ast.Attribute):
            target = target.value
        if isinstance(target, ast.Name):
            changed.add(target.id)
        todo.extend(ast.iter_child_nodes(node))
    return changed.union(*(sources.get(name, set()) for name in changed))


def _name_called(call: ast.Call) -> str:
    called = call.func
    return called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")


def asked_for_names(tree: ast.AST) -> set[str]:
    """Return the names of functions that the code asks for their own, as in ``f.__name__``."""
    return {
        node.value.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in ("__name__", "__qualname__")
        if isinstance(node.value, ast.Name)
    }


def loaded_by(tree: ast.AST) -> set[str]:
    """Return every name that the code reads anywhere, whatever its scope."""
    return {
        node.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }


def _tables(statement: ast.stmt) -> symtable.SymbolTable:
    return symtable.symtable(ast.unparse(statement), "<cell>", "exec")


def _referenced(table: symtable.SymbolTable, *, deep: bool) -> set[str]:
    top = table.get_type() == "module"
    names = {
        symbol.get_name()
        for symbol in table.get_symbols()
        if symbol.is_referenced() and (top or symbol.is_global())
    }
    for child in table.get_children():
        later = child.get_type() == "function" and child.get_name() not in (
            "listcomp",
            "setcomp",
            "dictcomp",
            "genexpr",
        )
        if deep or not later:
            names |= _referenced(child, deep=deep)
    return names


def needed_now(statement: ast.stmt) -> set[str]:
    """Return the global names that running a trusted statement reads at once."""
    return _referenced(_tables(statement), deep=False)


def needed_ever(statement: ast.stmt) -> set[str]:
    """Return the global names that a trusted statement or functions defined in it read."""
    return _referenced(_tables(statement), deep=True)


def needs_of(statements: list[ast.stmt]) -> set[str]:
    """Return the global names that a trusted cell needs from outside."""
    needs: set[str] = set()
    bound: set[str] = set()
    for statement in statements:
        own = bound_by(statement)
        plain = isinstance(statement, ast.Assign | ast.AugAssign | ast.AnnAssign)
        needs |= needed_ever(statement) - bound - (set() if plain else own)
        if isinstance(statement, ast.Delete):
            needs |= {node.id for node in statement.targets if isinstance(node, ast.Name)} - bound
        bound |= own
    return needs


def global_reads(text: str) -> set[str]:
    """Return the global names that a cell reads, at once or later; the text may be anything."""
    if len(text) > MAX_SOURCE:
        return set()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for attempt in (lambda t: t, without_magics):
            try:
                return _referenced(symtable.symtable(attempt(text), "<cell>", "exec"), deep=True)
            except (SyntaxError, ValueError, RecursionError, MemoryError):
                continue
    return set()


def checks_of_inputs(tree: ast.Module, students: frozenset[str]) -> tuple[range, ...]:
    """Return the lines of a test's checks that look at arguments, and at no answer.

    Such a check says what a function may do to its arguments: ``assert (x == before).all()``.

    Parameters
    ----------
    tree : ast.Module
        The test.
    students : frozenset of str
        Names that are the student's.
    """
    answers = _answers(tree, students)
    handed_over: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and loaded_by(node.func) & students:
            handed_over |= _named_in([*node.args, *(k.value for k in node.keywords)])
    lines = []
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and any(isinstance(n, ast.Raise) for n in node.body):
            looked_at = loaded_by(node.test)
        elif isinstance(node, ast.Assert) or (
            isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
        ):
            looked_at = loaded_by(node)
        else:
            continue
        if looked_at & handed_over and not looked_at & answers:
            lines.append(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return tuple(lines)


def only_asked(tree: ast.Module, names: set[str], students: frozenset[str]) -> set[str]:
    """Return those functions that a test calls and never hands an answer: they are no tools of it.

    Parameters
    ----------
    tree : ast.Module
        The test.
    names : set of str
        Functions that may be a student's answer, or what the test judges answers with.
    students : frozenset of str
        Names that are the student's for certain.
    """
    answers = _answers(tree, students)
    called: set[str] = set()
    tools: set[str] = set()
    heads: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            heads.add(node.func)
            arguments = [*node.args, *(k.value for k in node.keywords)]
            handed = set().union(*map(loaded_by, arguments)) & answers
            (tools if handed else called).add(node.func.id)
        elif isinstance(node, ast.Name) and node not in heads:
            tools.add(node.id)
    return names & called - tools


def _answers(tree: ast.Module, students: frozenset[str]) -> set[str]:
    """Return the student's names with those to which a test binds what it makes of them."""
    answers = set(students)
    binding = (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.For, ast.With, ast.NamedExpr)
    while True:
        found = set(answers)
        for node in ast.walk(tree):
            if isinstance(node, binding) and loaded_by(_value_of(node)) & answers:
                found |= bound_by(node)
        if found == answers:
            return answers
        answers = found


def _named_in(arguments: list[ast.expr]) -> set[str]:
    """Return the names of values that are handed over, in whole or in part."""
    names, todo = set(), list(arguments)
    while todo:
        match todo.pop():
            case ast.Name(id=name):
                names.add(name)
            case ast.Attribute(value=value) | ast.Subscript(value=value) | ast.Starred(value=value):
                todo.append(value)
            case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Dict(values=parts):
                todo.extend(parts)
            case ast.Call(args=parts):
                todo.extend(parts)
    return names


def _value_of(node: ast.AST) -> ast.AST:
    if isinstance(node, ast.For):
        return node.iter
    if isinstance(node, ast.With):
        return ast.Tuple([item.context_expr for item in node.items])
    return node
