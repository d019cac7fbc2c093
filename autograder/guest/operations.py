"""What tests do with live objects of the notebook: Python's operations, by name."""

from __future__ import annotations

import asyncio
import builtins
import copy
import dataclasses
import functools
import inspect
import math
import operator
from collections.abc import Callable
from typing import Any

from .codec import plain_form

_ROUNDING = ("floor", "ceil", "trunc")
UNARY = ("abs", "neg", "pos", "invert", "index", *_ROUNDING)
IN_PLACE = (
    *("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul"),
    *("and_", "or_", "xor", "lshift", "rshift"),
)
BINARY = (*IN_PLACE, "divmod")
COMPARISONS = ("eq", "ne", "lt", "le", "gt", "ge")
CONVERSIONS = ("int", "float", "complex", "bool", "str", "repr", "hash", "bytes", "len")


def special(operation: str, prefix: str = "") -> str:
    """Return the name of an operation's method."""
    return f"__{prefix}{operation.rstrip('_')}__"


SPECIALS = frozenset(
    [special(name) for name in (*UNARY, *BINARY, *COMPARISONS, *CONVERSIONS)]
    + [special(name, "r") for name in BINARY]
    + [special(name, "i") for name in IN_PLACE]
    + [special(name) for name in ("iter", "next", "call", "getitem", "setitem", "delitem")]
    + [
        special(name)
        for name in ("contains", "enter", "exit", "round", "reversed", "format", "await")
    ]
    + [special(name) for name in ("aenter", "aexit", "aiter", "anext", "init")]
)
"""Methods by which a class takes part in Python's syntax."""
UNHASHABLE = "no __hash__"
"""Stands among a class's special methods where it says that its objects have no hash."""


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


@functools.cache
def _loop() -> asyncio.AbstractEventLoop:
    return asyncio.new_event_loop()


def _await(awaitable: Any) -> Any:
    async def run() -> Any:
        return await awaitable

    # One loop for all, as in a notebook: what is made in one call is at home in the next.
    return _loop().run_until_complete(run())


def _anext(iterator: Any) -> tuple[bool, Any]:
    """Return whether there is a next item, and it."""
    try:
        return True, _await(type(iterator).__anext__(iterator))
    except StopAsyncIteration:
        return False, None


def _aexit(manager: Any, error: Any) -> bool:
    kind = None if error is None else type(error)
    return bool(_await(type(manager).__aexit__(manager, kind, error, None)))


OPERATIONS: dict[str, Callable[..., Any]] = {
    **{name: getattr(operator, name) for name in (*IN_PLACE, *COMPARISONS)},
    **{name: getattr(math if name in _ROUNDING else operator, name) for name in UNARY},
    **{f"i{name.rstrip('_')}": getattr(operator, f"i{name.rstrip('_')}") for name in IN_PLACE},
    "divmod": divmod,
    **{name: getattr(builtins, name) for name in CONVERSIONS},
    **{name: getattr(operator, name) for name in ("getitem", "setitem", "delitem", "contains")},
    **{name: getattr(builtins, name) for name in ("getattr", "setattr", "delattr", "iter")},
    **{name: getattr(builtins, name) for name in ("round", "reversed", "format", "isinstance")},
    "call": lambda function, *args, **kwargs: function(*args, **kwargs),
    "next": _next,
    "enter": lambda manager: type(manager).__enter__(manager),
    "exit": _exit,
    "aenter": lambda manager: _await(type(manager).__aenter__(manager)),
    "aexit": _aexit,
    "aiter": aiter,
    "anext": _anext,
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    "plain": plain_form,
    "signature": _signature,
    "await": _await,
    "asdict": dataclasses.asdict,
    "astuple": dataclasses.astuple,
    "fields": dataclasses.fields,
    "is_dataclass": dataclasses.is_dataclass,
    "replace": lambda item, changes: dataclasses.replace(item, **changes),
}
