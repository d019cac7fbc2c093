"""What crosses as a reference: functions by name, live objects by number, the grader's to call."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any

from . import codec
from .objects import Objects
from .shell import StudentShell

Ask = Callable[[int, Any, Any], Any]
"""Has the grader evaluate a function of its own: its number, arguments by position, by keyword."""


class Callback:
    """Stands for a function of the grader's that was passed as an argument."""

    def __init__(self, ask: Ask, index: int, name: str) -> None:
        self._ask, self._index = ask, index
        self.__name__ = self.__qualname__ = name

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Evaluate the function, on the grader's side."""
        return self._ask(self._index, args, kwargs)

    def __getattr__(self, name: str) -> Any:
        """Say what cannot be used: whatever the test's object can do but be called."""
        text = f"the test's `{self.__name__}` can only be called here, it has no {name!r}"
        raise AttributeError(text)


# Python names it where one is used otherwise: "'callable of the test' object is not iterable".
Callback.__name__ = Callback.__qualname__ = "callable of the test"


class References(codec.Resolver):
    """References between the notebook and the grader, in both directions.

    Parameters
    ----------
    shell : StudentShell
        The notebook's shell, which has its names.
    objects : Objects
        Its live objects that tests hold.
    ask : callable
        See `Ask`.
    """

    def __init__(self, shell: StudentShell, objects: Objects, ask: Ask) -> None:
        self._shell, self._objects, self._ask = shell, objects, ask
        self.given: frozenset[str] = frozenset()  # classes of which the grader has its own

    # What comes

    def refer(self, reference: Any) -> Any:
        """Return the notebook's function of a name, or one that asks the grader."""
        if type(reference) is codec.CallbackRef:
            return Callback(self._ask, reference.index, reference.name)
        if type(reference) is codec.ObjectRef:
            return self._objects[reference.index]
        return self._shell.user_ns.get(reference.name)

    def named_class(self, name: str) -> type | None:
        """Return the notebook's class of a name."""
        found = self._shell.user_ns.get(name)
        return found if isinstance(found, type) else None

    # What goes

    def sent(self, value: Any) -> Any:
        """Return a reference: by its name where the notebook knows a function by that."""
        # The type is asked, never the object, which may say that it is another.
        named = None if issubclass(type(value), type) else self.by_name(value)
        return self._objects.refer(value) if named is None else named

    def by_name(self, value: Any) -> Any:
        """Return the reference of a function that the notebook or the grader knows."""
        if issubclass(type(value), Callback):
            return codec.CallbackRef(value._index)
        known = codec.crossing(value, self._given_class) if self.given else None
        if known is not None:
            return known
        name = None
        with contextlib.suppress(BaseException):
            name = getattr(value, "__name__", None)
        named = type(name) is str and name.isidentifier() and callable(value)
        if type(name) is str and named and self._shell.user_ns.get(name) is value:
            return codec.FunctionRef(name)
        return None

    def _given_class(self, name: str) -> Any:
        """Return the notebook's class of a name if the grader has one, too."""
        return self._shell.user_ns.get(name) if name in self.given else None
