"""Types that cross as plain data and are made anew on the other side, by pairs of plain functions.

What is written here holds for both sides. The function that makes a value may be given anything
by a stranger: it checks what could cost more than the message, and whatever it raises is caught.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import numpy as np

from .common import CodecError

ToPlain = Callable[[Any], Any]
FromPlain = Callable[[Any], Any]


class ValueType(NamedTuple):
    """A type that crosses.

    Attributes
    ----------
    name : str
        Its name in messages.
    to_plain : callable
        Returns data that can cross in place of a value, or NotImplemented for a value of this
        type that cannot.
    from_plain : callable
        Makes a value from such data.
    """

    name: str
    to_plain: ToPlain
    from_plain: FromPlain


_BY_TYPE: dict[type, ValueType] = {}
_BY_NAME: dict[str, ValueType] = {}
_COURSE: dict[str, ValueType] = {}
_LIBRARIES = {
    **{"pandas": "pandas", "scipy": "scipy.sparse"},
    **{"torch": "torch", "PIL": "PIL.Image"},
}
_HEAVY = frozenset(["torch"])
"""Libraries that a message alone does not import: each fork would take seconds for it."""
_LOADED: set[str] = set()


def register(kind: type, name: str, to_plain: ToPlain, from_plain: FromPlain) -> None:
    """Let values of exactly this type cross."""
    _BY_TYPE[kind] = _BY_NAME[name] = ValueType(name, to_plain, from_plain)


def use_course_types(pairs: Mapping[str, tuple[str, str]]) -> None:
    """Let the types of a course cross: ``module:class`` by two functions ``module:function``."""
    _COURSE.clear()
    for name, (to_plain, from_plain) in pairs.items():
        _COURSE[name] = ValueType(name, _later(to_plain), _later(from_plain))


def _later(name: str) -> Callable[[Any], Any]:
    def call(value: Any) -> Any:
        module, _, function = name.partition(":")
        return getattr(importlib.import_module(module), function)(value)

    return call


def of_type(kind: type) -> ValueType | None:
    """Return how values of a type cross, or None."""
    found = _BY_TYPE.get(kind)
    if found is None and issubclass(kind, np.dtype):
        found = _BY_TYPE[np.dtype]
    if found is None:
        module = kind.__module__ if type(kind.__module__) is str else ""
        if _load(module.partition(".")[0], importing=False):
            return of_type(kind)
        found = _COURSE.get(f"{module}:{kind.__qualname__}") if _COURSE else None
    return found


def is_value(value: object) -> bool:
    """Whether a value is of such a type, though it may be called as well: a polynomial, a type."""
    return of_type(type(value)) is not None


def of_name(name: Any) -> ValueType:
    """Return the type that a message names."""
    if type(name) is not str:
        raise CodecError("a malformed type")
    found = _BY_NAME.get(name) or _COURSE.get(name)
    if found is None:
        package = name.partition(".")[0]
        if package in _HEAVY and package not in sys.modules:
            return ValueType(name, lambda _: NotImplemented, _array_of_tensor)
        if not _load(package, importing=True):
            raise CodecError("an unknown type")
        return of_name(name)
    return found


def _array_of_tensor(parts: Any) -> np.ndarray[Any, Any]:
    """Return a tensor's numbers, where nothing has imported its library."""
    array, _ = parts
    if type(array) is not np.ndarray:
        raise CodecError("a malformed tensor")
    return array


def _load(package: str, importing: bool) -> bool:
    """Learn a library's types; return whether that is new."""
    module = _LIBRARIES.get(package)
    if module is None or package in _LOADED:
        return False
    if module not in sys.modules and not importing:
        return False
    _LOADED.add(package)
    try:
        importlib.import_module(f".{package}_types", __package__)
    except ImportError:
        return False
    return True
