"""The functions that can be repaired, and how a changed text becomes functions to call.

A *workshop* has the texts of some functions and makes functions of changed texts. One works on
plain functions; another on functions that live in another process, which have an attribute
``elsewhere`` with the cells' texts, a clock, and a method that makes functions of texts there.
"""

from __future__ import annotations

import ast
import copy
import linecache
import math
import time
import types
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

import numpy as np

from utils.generators import twin
from utils.repairs.text import FunctionText

STEPS = 20_000
"""Steps that the loops of a changed function may take."""
SECONDS = 0.3
"""Processor time that they may take."""
LONGEST = 20_000
"""Characters of the longest function that is looked at."""
_CALLED = 60

# Loops count their steps, since a changed one may have no end. SystemExit passes by `except
# Exception`, which students write more often than we like.
GUARD = f"""
def __step__(left=[{STEPS}], clock=__import__("time").process_time, begun=[]):
    left[0] -= 1
    if not begun:
        begun.append(clock())
    if left[0] < 0 or left[0] % 64 == 0 and clock() - begun[0] > {SECONDS}:
        raise SystemExit("too many steps")
    return True
def __bounded__(items):
    for item in items:
        __step__()
        yield item
"""

Function = Callable[..., Any]


class Workshop(Protocol):
    """Texts of functions, and functions made of changed texts."""

    texts: tuple[FunctionText, ...]

    @property
    def left(self) -> float:
        """Seconds, beyond those of the search, that may be used."""
        ...

    def clock(self) -> float:
        """Return the seconds that count."""
        ...

    def build(self, changed: Mapping[str, str]) -> tuple[Function, ...]:
        """Return the functions to call, with other texts for some of those in ``texts``."""
        ...

    def learned(self) -> None:
        """Hear that the calls that unchanged functions have had so far are those of all others."""
        ...

    def foresee(self, changes: Sequence[Mapping[str, str]]) -> None:
        """Get ready for functions that are about to be built and called in that way."""
        ...


class LocalWorkshop:
    """Plain functions of this process.

    Changed functions see a shallow copy of what the given ones see, and copies of the lists,
    dictionaries and arrays in it that they name.

    Parameters
    ----------
    functions : iterable of function
    """

    def __init__(self, functions: Iterable[Function]) -> None:
        self.clock = time.process_time
        self.left = math.inf
        self._functions = tuple(functions)
        self._globals = self._functions[0].__globals__
        first = {each.__code__.co_filename for each in self._functions}
        self.texts = tuple(
            found
            for each in _called(self._functions)
            if (found := function_text(each, each.__code__.co_filename not in first))
        )
        self._names = {name for each in _called(self._functions) for name in _names(each.__code__)}

    def build(self, changed: Mapping[str, str]) -> tuple[Function, ...]:
        """Return the functions, with other texts for some of them."""
        namespace = dict(self._globals)
        for name in self._names & namespace.keys():
            if isinstance(namespace[name], list | dict | set | np.ndarray):
                namespace[name] = copied(namespace[name])
        texts = {each.name: changed.get(each.name) or each.edited() for each in self.texts}
        exec(_GUARD, namespace)
        for text in texts.values():
            exec(compile(text, "<repair>", "exec"), namespace)
        names = [each.__name__ for each in self._functions]
        return tuple(_on_copies(namespace[name]) for name in names)

    def learned(self) -> None:
        """Do nothing: calls within a process cost no more one by one."""

    def foresee(self, changes: Sequence[Mapping[str, str]]) -> None:
        """Do nothing."""


class RemoteWorkshop:
    """Functions of another process.

    Parameters
    ----------
    functions : sequence of callable
        Each with ``__name__`` and ``elsewhere``.

    Attributes
    ----------
    seconds : float
        Processor time that a search may take.
    cells : tuple of str
        The texts of all cells that have run there.
    memory : dict
        What earlier searches have found, plain data by a hash of what they looked at.
    """

    def __init__(self, functions: Sequence[Function]) -> None:
        lent: Any = functions[0]
        self._elsewhere = lent.elsewhere
        self.clock = self._elsewhere.clock
        self.seconds: float = self._elsewhere.seconds
        self.memory: dict[str, Any] = self._elsewhere.memory
        self._names = [each.__name__ for each in functions]
        self.cells: tuple[str, ...] = tuple(self._elsewhere.cells)
        self.texts = tuple(_texts(self.cells, self._names))
        self._given = {each.name: each.edited() for each in self.texts}

    @property
    def left(self) -> float:
        """Seconds that the other side has left."""
        left: float = self._elsewhere.left
        return left

    def build(self, changed: Mapping[str, str]) -> tuple[Function, ...]:
        """Return the functions, with other texts for some of them."""
        built: tuple[Function, ...] = self._elsewhere.build(self._names, self._texts(changed))
        return built

    def learned(self) -> None:
        """Have the other process asked for these calls."""
        self._elsewhere.learned()

    def foresee(self, changes: Sequence[Mapping[str, str]]) -> None:
        """Ask the other process for all of them at once."""
        self._elsewhere.foresee([self._texts(changed) for changed in changes])

    def _texts(self, changed: Mapping[str, str]) -> list[str]:
        return [GUARD, *(changed.get(each.name) or self._given[each.name] for each in self.texts)]


def _texts(cells: Sequence[str], names: Sequence[str]) -> Iterator[FunctionText]:
    """Yield the texts of functions and of those that they call, each as last defined."""
    wanted, home = list(names), None
    for name in wanted:
        for place in range(len(cells) - 1, -1, -1):
            if f"def {name}(" in cells[place]:
                break
        else:
            continue
        home = place if home is None else home
        found = text_in(cells[place], name, place != home)
        if found is None:
            continue
        yield found
        called = {node.id for node in ast.walk(found.tree) if isinstance(node, ast.Name)}
        wanted += sorted(called - {*wanted})[: max(0, _CALLED - len(wanted))]


_GUARD = compile(GUARD, "<guard>", "exec")


def _on_copies(function: Function) -> Function:
    def call(*args: Any, **kwargs: Any) -> Any:
        return function(*copied(args), **copied(kwargs))

    return call


def workshop(functions: tuple[Function, ...]) -> Workshop | None:
    """Return the workshop for some functions; None where they cannot be repaired."""
    if all(hasattr(each, "elsewhere") for each in functions):
        found: Workshop = RemoteWorkshop(functions)
    elif all(_is_plain(each) for each in functions):
        found = LocalWorkshop(functions)
    else:
        return None
    known = {each.name for each in found.texts}
    return found if {each.__name__ for each in functions} <= known else None


def _is_plain(value: Any) -> bool:
    return isinstance(value, types.FunctionType) and value.__closure__ is None


def _called(functions: Iterable[Function]) -> list[Function]:
    """Return the functions, and those that they call that stand in the same notebook."""
    found = [*functions]
    for function in found:
        for name in sorted(_names(function.__code__)):
            other: Any = function.__globals__.get(name)
            if (
                _is_plain(other)
                and other.__globals__ is function.__globals__
                and other not in found
                and len(found) < 12
            ):
                found.append(other)
    return found


def _names(code: types.CodeType) -> set[str]:
    found = {*code.co_names}
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            found |= _names(constant)
    return found


def function_text(function: Function, remote: bool = False) -> FunctionText | None:
    """Find the text of a function that stands at the margin of a cell or file."""
    code = function.__code__
    cell = "".join(linecache.getlines(code.co_filename, function.__globals__))
    return text_in(cell, code.co_name, remote, code.co_firstlineno)


def text_in(
    cell: str, name: str, remote: bool = False, first_line: int | None = None
) -> FunctionText | None:
    """Find the text of a cell's function: the last one of its name, or that of a line."""
    try:
        tree = ast.parse(cell)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    lines = cell.split("\n")
    for node in reversed(tree.body):
        if isinstance(node, ast.FunctionDef) and node.name == name and not node.decorator_list:
            if first_line not in (None, node.lineno):
                continue
            text = "\n".join(lines[node.lineno - 1 : node.end_lineno]) + "\n"
            if len(text) > LONGEST:
                return None
            return FunctionText(name, text, node.lineno, remote)
    return None


def copied(value: Any) -> Any:
    """Return a copy of plain values; others as they are."""
    kind = type(value)
    if kind is np.ndarray:
        return value.copy()
    if kind in (list, tuple):
        return kind(map(copied, value))
    if isinstance(value, dict) and kind.__module__ in ("builtins", "collections"):
        return copy.copy(value) if kind is not dict else {k: copied(v) for k, v in value.items()}
    if isinstance(value, np.random.RandomState | np.random.Generator):
        return twin(value)
    if kind is set:
        return copy.deepcopy(value)
    return value
