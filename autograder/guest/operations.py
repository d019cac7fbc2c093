"""What tests do with live objects of the notebook: Python's operations, by name."""

from __future__ import annotations

import asyncio
import builtins
import copy
import dataclasses
import inspect
import operator
from collections.abc import Callable
from typing import Any

from .codec import plain_form

UNARY = ("abs", "neg", "pos", "invert", "index")
BINARY = (
    *("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul"),
    *("and_", "or_", "xor", "lshift", "rshift"),
)
COMPARISONS = ("eq", "ne", "lt", "le", "gt", "ge")
CONVERSIONS = ("int", "float", "complex", "bool", "str", "repr", "hash", "bytes", "len")


def special(operation: str, prefix: str = "") -> str:
    """Return the name of an operation's method."""
    return f"__{prefix}{operation.rstrip('_')}__"


SPECIALS = frozenset(
    [special(name) for name in (*UNARY, *BINARY, *COMPARISONS, *CONVERSIONS)]
    + [special(name, prefix) for name in BINARY for prefix in "ri"]
    + [special(name) for name in ("iter", "next", "call", "getitem", "setitem", "delitem")]
    + [
        special(name)
        for name in ("contains", "enter", "exit", "round", "reversed", "format", "await")
    ]
)
"""Methods by which a class takes part in Python's syntax."""


def _next(iterator: Any) -> tuple[bool, Any]:
    """Return whether there is a next item, and it."""
    try:
        return True, next(iterator)
    except StopIteration:
        return False, None


def _exit(manager: Any, error: Any) -> bool:
    kind = None if error is None else type(error)
    return bool(type(manager).__exit__(manager, kind, error, None))


def _signature(function: Any) -> list[tuple[Any, ...]]:
    """Return what can be said of a function's parameters in plain data."""
    found = []
    for parameter in inspect.signature(function).parameters.values():
        bare = parameter.default is parameter.empty
        default = None if bare else parameter.default
        found.append((parameter.name, int(parameter.kind), bare, default))
    return found


def _await(awaitable: Any) -> Any:
    async def run() -> Any:
        return await awaitable

    return asyncio.run(run())


OPERATIONS: dict[str, Callable[..., Any]] = {
    **{name: getattr(operator, name) for name in (*UNARY, *BINARY, *COMPARISONS)},
    **{f"i{name.rstrip('_')}": getattr(operator, f"i{name.rstrip('_')}") for name in BINARY},
    **{name: getattr(builtins, name) for name in CONVERSIONS},
    **{name: getattr(operator, name) for name in ("getitem", "setitem", "delitem", "contains")},
    **{name: getattr(builtins, name) for name in ("getattr", "setattr", "delattr", "iter")},
    **{name: getattr(builtins, name) for name in ("round", "reversed", "format", "isinstance")},
    "call": lambda function, *args, **kwargs: function(*args, **kwargs),
    "next": _next,
    "enter": lambda manager: type(manager).__enter__(manager),
    "exit": _exit,
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    "plain": plain_form,
    "signature": _signature,
    "await": _await,
    "asdict": dataclasses.asdict,
    "astuple": dataclasses.astuple,
}
