"""Classes and their instances, made of what a message says of them, whoever wrote it."""

from __future__ import annotations

import collections
import functools
import inspect
from typing import Any

from .common import CLASSES, FIELDS, ClassInfo, CodecError, field_names, is_name

_DESCRIPTION = 2000  # characters of each text about a class


class ClassReader:
    """Reads a message's classes, so many and so deep."""

    def __init__(self, depth: int) -> None:
        self._depth = depth
        self._read = 0

    def read(self, tree: Any, depth: int) -> ClassInfo | int:
        """Read a class's number or description: short texts, and classes in turn."""
        if type(tree) is int:
            return tree
        self._read += 1
        if type(tree) is not list or self._read > CLASSES or depth > self._depth:
            raise CodecError("a malformed class")
        index, name, module, doc, bases, specials = tree
        texts = [name, module, *specials, *(base for base in bases if type(base) is str)]
        texts += [] if doc is None else [doc]
        if any(type(text) is not str or len(text) > _DESCRIPTION for text in texts):
            raise CodecError("a malformed class")
        if type(bases) is not list or type(specials) is not list or len(texts) > CLASSES:
            raise CodecError("a malformed class")
        known = tuple(base if type(base) is str else self.read(base, depth + 1) for base in bases)
        return ClassInfo(number(index), name, module, doc, known, tuple(specials))


def instance(kind: type | None, state: Any) -> Any:
    """Make an instance of a class of ours; nothing it holds may hide what the class does."""
    if kind is None or type(state) is not dict or not all(map(is_name, state)):
        raise CodecError("a malformed instance")
    for key in state:
        hidden = inspect.getattr_static(kind, key, None)
        if callable(hidden) or hasattr(type(hidden), "__get__"):
            raise CodecError("an instance that hides a method of its class")
    made: Any = object.__new__(kind)
    vars(made).update(state)
    return made


def named_tuple(known: Any, name: Any, fields: Any, items: Any) -> Any:
    """Make a named tuple: of the class that is known by its name, if it has these fields."""
    if not is_name(name) or type(fields) is not list or len(fields) > FIELDS:
        raise CodecError("a malformed named tuple")
    good = type(items) is tuple and len(items) == len(fields)
    if not good or not all(map(is_name, fields)):
        raise CodecError("a malformed named tuple")
    if known is None or field_names(known) != tuple(fields):
        known = _named_tuple(name, tuple(fields))
    return tuple.__new__(known, items)


def number(index: Any) -> int:
    """Return an object's number, if it is one."""
    if type(index) is not int or not 0 <= index < 2**31:
        raise CodecError("a malformed reference to an object")
    return index


@functools.lru_cache(256)
def _named_tuple(name: str, fields: tuple[str, ...]) -> Any:
    return collections.namedtuple(name, fields)
