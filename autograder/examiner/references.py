"""What crosses as a reference, seen from here: functions by name, live objects by number."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from autograder.examiner.functions import StudentFunction
from autograder.examiner.lent import LentFunction
from autograder.examiner.live import Handle, handle_of
from autograder.examiner.ungradable import Ungradable
from autograder.guest.codec import (
    CallbackRef,
    ClassRef,
    FunctionRef,
    ObjectRef,
    Reference,
    Resolver,
    crossing,
    is_value,
)

if TYPE_CHECKING:
    from autograder.examiner.student_side import StudentSide


class References(Resolver):
    """What stands here for the student's functions, and for classes that both sides know."""

    def __init__(self, side: StudentSide) -> None:
        self._side = side
        self._names_of: Mapping[str, Any] = {}
        self._names: list[str] = []
        self._lent: dict[int, tuple[Any, LentFunction]] = {}

    def refer(self, reference: Any) -> Any:
        """Return a function of the student's, to be called there."""
        if isinstance(reference, FunctionRef):
            label = f"{self._side.proxies.label}()"
            return StudentFunction(self._side, reference.name, label=label)
        if isinstance(reference, ObjectRef):
            return self._side.proxies.object(reference.index, reference.kind)
        if isinstance(reference, ClassRef):
            return self._side.proxies.class_(reference.kind)
        if isinstance(reference, CallbackRef):
            return self._returned(reference)
        return reference

    def _returned(self, reference: CallbackRef) -> Any:
        """Return the test's own function or class that its author gives back, or the reference.

        Nothing else: what can be more than called could be taken for an answer.
        """
        lent = self._side.process.function(reference.index)
        own = lent.function if isinstance(lent, LentFunction) else lent
        return own if isinstance(own, type) or inspect.isroutine(own) else reference

    def named_class(self, name: str) -> type | None:
        """Return a class that a given cell defines."""
        found = self._side.given.get(name)
        return found if isinstance(found, type) and found.__module__ == "__main__" else None

    def known_classes(self) -> list[str]:
        """Return the names of such classes."""
        found = self._side.given
        if self._names_of is not found:
            self._names_of = found
            self._names = [name for name in found if self.named_class(name) is not None]
        return self._names

    def sent(self, value: Any) -> Reference | None:
        """Return a reference to a live object, or to what an instance of a given class holds."""
        handle = handle_of(value)
        if handle is not None:
            return ObjectRef(handle.index)
        return crossing(value, self.named_class)

    def wrapped(self, value: Any) -> Any:
        """Return arguments with references to functions: the student's, and ours to call back."""
        if type(value) is Ungradable:
            raise value.why
        if isinstance(value, Handle):
            return ObjectRef(value.index)
        handle = handle_of(value)
        if handle is not None:
            self._side.proxies.check(handle)
            return ObjectRef(handle.index)
        if type(value) is StudentFunction:
            return FunctionRef(value.__name__)
        if type(value) in (list, tuple, set, frozenset):
            return type(value)(self.wrapped(item) for item in value)
        if type(value) is dict:
            return {key: self.wrapped(item) for key, item in value.items()}
        if callable(value) and not is_value(value):
            # The same each time: student code may keep it, and compare it.
            found = self._lent.get(id(value))
            if found is None:
                found = self._lent[id(value)] = (value, LentFunction(self._side, value))
            return found[1]
        return value

    def forget_lent(self) -> None:
        """Forget the functions of ours that were passed until now."""
        self._lent.clear()
