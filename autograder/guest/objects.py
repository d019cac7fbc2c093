"""Live objects of the notebook, which tests hold by their numbers."""

from __future__ import annotations

import builtins
from typing import Any

from . import codec
from .operations import SPECIALS, UNHASHABLE

_MOST = 100_000
_DOC = 2000


class Objects:
    """What tests hold of the notebook; forgotten when they let go of it."""

    def __init__(self) -> None:
        self._kept: dict[int, Any] = {}
        self._numbers: dict[int, int] = {}  # by the address of an object that is kept
        self._described: set[int] = set()
        self._new: set[int] = set()
        self._next = 0

    def __getitem__(self, number: int) -> Any:
        return self._kept[number]

    def drop(self, numbers: list[int]) -> None:
        """Forget objects; classes stay, whose descriptions the other side has."""
        for number in numbers:
            if number in self._kept and number not in self._described:
                del self._numbers[id(self._kept.pop(number))]

    def number(self, value: Any) -> int:
        """Return an object's number; the same as long as it is kept."""
        found = self._numbers.get(id(value))
        if found is None:
            if len(self._kept) >= _MOST:
                raise codec.CodecError(f"the test holds more than {_MOST:,} live objects")
            found = self._next
            self._next += 1
            self._kept[found] = value
            self._numbers[id(value)] = found
        return found

    def refer(self, value: Any) -> codec.ObjectRef | codec.ClassRef:
        """Return a reference to an object, or to a class."""
        if issubclass(type(value), type):
            return codec.ClassRef(self.described(value))
        return codec.ObjectRef(self.number(value), self.described(type(value)))

    def sent(self, well: bool) -> None:
        """Take note whether the descriptions that were made since the last message arrive."""
        if well:
            self._described |= self._new
        self._new.clear()

    def described(self, kind: type) -> codec.ClassInfo | int:
        """Return a class's number; with a description where the other side has none yet."""
        number = self.number(kind)
        if number in self._described or number in self._new:
            return number
        self._new.add(number)
        module, name = _text(kind, "__module__"), _text(kind, "__name__")
        doc = kind.__dict__.get("__doc__")
        bases: tuple[Any, ...] = ()
        if module == "__main__" or issubclass(kind, BaseException):
            bases = tuple(self._base(base) for base in kind.__bases__ if base is not object)
        specials = {
            special
            for base in kind.__mro__
            if base is not object
            for special in SPECIALS & base.__dict__.keys()
            if base.__dict__[special] is not None
        }
        if next(b.__dict__["__hash__"] for b in kind.__mro__ if "__hash__" in b.__dict__) is None:
            specials.add(UNHASHABLE)
        text = doc[:_DOC] if type(doc) is str else None
        return codec.ClassInfo(number, name, module, text, bases, tuple(sorted(specials)))

    def _base(self, base: type) -> codec.ClassInfo | int | str:
        name, module = _text(base, "__name__"), _text(base, "__module__")
        if vars(builtins).get(name) is base:
            return f"builtins:{name}"
        if module == "__main__" or issubclass(base, BaseException):
            return self.described(base)
        return f"{module}:{name}"


def _text(kind: type, attribute: str) -> str:
    found = type.__getattribute__(kind, attribute)
    return found[:200] if type(found) is str else "?"
