"""Classes of proxies, each made after what the student's process says of a class of hers."""

from __future__ import annotations

import abc
import weakref
from typing import TYPE_CHECKING, Any

from autograder.examiner.answers import refuse_empty
from autograder.examiner.benign import BENIGN_SPECIALS, is_benign
from autograder.examiner.failures import StudentDied, StudentError, known_exceptions
from autograder.examiner.live import (
    Handle,
    StudentClass,
    StudentObject,
    class_handle,
    compare,
    handle,
    length,
)
from autograder.examiner.rehearsal import ends_at_once, item_label
from autograder.examiner.special_names import OBJECTS_OWN
from autograder.guest.codec import ClassInfo
from autograder.guest.operations import (
    BINARY,
    COMPARISONS,
    IN_PLACE,
    UNARY,
    UNHASHABLE,
    special,
)

if TYPE_CHECKING:
    from autograder.examiner.student_side import StudentSide

MOST_CLASSES = 1000


def _unary(operation: str) -> Any:
    return lambda self: handle(self).use(operation)


def _binary(operation: str) -> Any:
    return lambda self, other: handle(self).use(operation, other)


def _reflected(operation: str) -> Any:
    return lambda self, other: handle(self).use_right(operation, other)


def _comparison(operation: str) -> Any:
    return lambda self, other: compare(self, other, operation)


def _conversion(operation: str) -> Any:
    kind = {"int": int, "float": float, "complex": complex, "bool": bool, "bytes": bytes}

    def convert(self: Any) -> Any:
        found = handle(self).use(operation)
        if type(found) is not kind[operation]:
            raise TypeError(f"{operation}() of a live object gave something else")
        return found

    return convert


def _item(mine: Handle, operation: str, end: type[Exception]) -> Any:
    source = mine.label.removesuffix(".__iter__").removesuffix(".__aiter__")
    there, item = mine.use(operation, label=item_label(source))
    if there is not True:
        if not mine.begun:
            mine.side.conduct.keep(mine.side.test, ends_at_once(source))
            refuse_empty(mine.side, source, f"What is returned by `{source}`", ())
        raise end
    mine.begun = True
    return item


def _next(self: Any) -> Any:
    return _item(handle(self), "next", StopIteration)


def _await(self: Any) -> Any:
    return handle(self).use("await")
    yield  # makes it what `await` wants: an iterator


def _exit(self: Any, _: object, error: BaseException | None, __: object) -> bool:
    return handle(self).use("exit", error) is True


async def _aenter(self: Any) -> Any:
    return handle(self).use("aenter")


async def _aexit(self: Any, _: object, error: BaseException | None, __: object) -> bool:
    return handle(self).use("aexit", error) is True


async def _anext(self: Any) -> Any:
    return _item(handle(self), "anext", StopAsyncIteration)


_METHODS: dict[str, Any] = {
    **{special(name): _unary(name) for name in UNARY},
    **{special(name): _unary(name) for name in ("iter", "aiter", "reversed", "enter")},
    **{special(name): _binary(name) for name in (*BINARY, "getitem", "delitem", "contains")},
    **{special(name, "r"): _reflected(name) for name in BINARY},
    **{special(name, "i"): _binary(f"i{name.rstrip('_')}") for name in IN_PLACE},
    **{special(name): _comparison(name) for name in COMPARISONS if name not in ("eq", "ne")},
    **{special(name): _conversion(name) for name in ("int", "float", "complex", "bool", "bytes")},
    "__len__": lambda self: length(handle(self)),
    "__round__": lambda self, *digits: handle(self).use("round", *digits),
    "__setitem__": lambda self, key, value: handle(self).use("setitem", key, value),
    "__call__": lambda self, *args, **kwargs: handle(self).call(args, kwargs),
    "__next__": _next,
    "__await__": _await,
    "__exit__": _exit,
    **{"__aenter__": _aenter, "__aexit__": _aexit, "__anext__": _anext},
    **{name: getattr(StudentObject, name) for name in OBJECTS_OWN},
}


class Proxies:
    """All proxies of one submission: one for each object and class, as long as tests hold it."""

    def __init__(self, side: StudentSide) -> None:
        self._side = side
        self._life = 0
        self._classes: dict[int, Any] = {}
        self._objects: weakref.WeakValueDictionary[int, Any] = weakref.WeakValueDictionary()
        self.dropped: list[int] = []
        self.label = "?"

    def dropped_since(self) -> list[int]:
        """Return the objects that tests have let go of since this was asked last."""
        found, self.dropped = self.dropped, []
        return found

    def begin_life(self) -> None:
        """Forget what a process knew that has ended."""
        self._life += 1
        self._classes.clear()
        self._objects.clear()
        self.dropped.clear()

    def check(self, handle: Handle) -> None:
        """Raise where an object ended with its process."""
        if handle.life != self._life:
            raise self._side.fail(
                StudentDied(f"The process that held {handle.label} was stopped; it is gone.")
            )

    def let_go(self, handle: Handle) -> None:
        """Note that a proxy is gone; the student's process hears of it with the next call."""
        if handle.life == self._life:
            self.dropped.append(handle.index)

    def object(self, index: int, kind: ClassInfo | int) -> Any:
        """Return the proxy of an object."""
        found = self._objects.get(index)
        if index in self.dropped:  # held again before the student's process heard of it
            self.dropped.remove(index)
        mirror = self.mirror(kind)
        if found is not None and type(found) is mirror:
            return found
        info = class_handle(mirror).kind
        held = Handle(self._side, index, self._life, self.label, info)
        if issubclass(mirror, StudentError):
            made = mirror.__new__(mirror)
            made.__dict__["_handle"] = held
            made.message = f"A {info.name} was raised."
            return made
        made = object.__new__(mirror)
        object.__setattr__(made, "_handle_of_object", held)
        self._objects[index] = made
        return made

    def class_(self, kind: ClassInfo | int) -> Any:
        """Return the proxy of a class itself."""
        found = self.mirror(kind)
        class_handle(found).label = self.label
        return found

    def mirror(self, kind: ClassInfo | int) -> Any:
        """Return the class of proxies for a class of the student's."""
        if isinstance(kind, int):
            return self._classes[kind]
        if kind.index in self._classes:
            return self._classes[kind.index]
        if len(self._classes) >= MOST_CLASSES:
            raise ValueError("too many classes")
        parts = [base if isinstance(base, str) else self.mirror(base) for base in kind.bases]
        mirrored = [base for base in parts if not isinstance(base, str)]
        names = [base for base in parts if isinstance(base, str)]
        names.append(f"{kind.module}:{kind.name}")
        space: dict[str, Any] = {
            "__module__": kind.module,
            "__doc__": kind.doc,
            "_handle_of_class": Handle(
                self._side, kind.index, self._life, f"type({self.label})", kind, of_class=True
            ),
        }
        exceptions = known_exceptions(names, self._side.given)
        bases: list[type]
        if (
            any(issubclass(base, StudentError) for base in mirrored)
            or "builtins:Exception" in names
        ):
            bases = [*mirrored, *exceptions] if mirrored else [StudentError, *exceptions]
        elif exceptions:
            bases = [StudentError, *exceptions]
        else:
            allowed = BENIGN_SPECIALS if is_benign(kind) else _METHODS.keys()
            space["__slots__"] = ()
            specials = set(kind.specials)
            # Truth and a loop ask for these in turn; so it is seen what is asked.
            specials |= {"__bool__"} if "__len__" in specials else set()
            specials |= {"__iter__"} if "__getitem__" in specials else set()
            space |= {name: _METHODS[name] for name in allowed & specials}
            space["__hash__"] = None if UNHASHABLE in kind.specials else StudentObject.__hash__
            bases = mirrored or [StudentObject]
        made = self._made(kind, bases, space)
        self._classes[kind.index] = made
        return made

    def _made(self, kind: ClassInfo, bases: list[type], space: dict[str, Any]) -> Any:
        """Make a class; also one of the course's own class that a given cell defines."""
        own: Any = self._side.given.get(kind.name)
        is_given = isinstance(own, type) and own.__module__ == kind.module == "__main__"
        choices = [[*bases, own]] if is_given and not issubclass(own, BaseException) else []
        for wanted in (*choices, bases, bases[:1]):
            try:
                made: Any = abc.ABCMeta.__new__(StudentClass, kind.name, tuple(wanted), dict(space))
            except TypeError:
                continue
            type.__setattr__(made, "__abstractmethods__", frozenset())
            return made
        raise ValueError("a class that cannot be made")
