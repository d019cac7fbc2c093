"""Live objects of the student's as tests see them: every use of one is a call into her process.

Nothing of hers runs here. A proxy's class mirrors which special methods her class has; what they
give comes back as plain data, or as another proxy. A proxy never equals plain data and has no order
with it, except where the instructor's own solution is compared in the same way.
"""

from __future__ import annotations

import abc
import inspect
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from autograder.examiner.benign import (
    ANYBODYS,
    AS_DATA,
    BENIGN,
    BENIGN_SPECIALS,
    OF_FUNCTIONS,
    is_benign,
)
from autograder.examiner.failures import StudentError, TestError, UnusableResult
from autograder.examiner.library_classes import library_class
from autograder.examiner.signatures import signature
from autograder.examiner.special_names import OBJECTS_OWN, OF_CLASSES, OF_OBJECTS
from autograder.guest.codec import ClassInfo
from autograder.guest.operations import special

if TYPE_CHECKING:
    from autograder.examiner.student_side import StudentSide

_native = object.__getattribute__
_PLAIN_BASES = frozenset(
    f"builtins:{k.__name__}"
    for k in (int, float, complex, str, bytes, list, tuple, dict, set, frozenset)
)


@dataclass
class Handle:
    """What a proxy stands for.

    Attributes
    ----------
    side : StudentSide
        The student's process.
    index, life : int
        The object's number there, and which start of the process knows it.
    label : str
        How the test came by it, in the test's own words: ``Account().owner``.
    kind : ClassInfo
        Its class, as the student's process describes it.
    begun : bool
        Whether an item has been taken from it.
    bare : bool
        Whether it stands for a function or an iterator, and can do no more than these.
    of_class : bool
        Whether it is a class itself.
    """

    side: StudentSide
    index: int
    life: int
    label: str
    kind: ClassInfo
    begun: bool = False
    bare: bool = False
    of_class: bool = False

    @property
    def benign(self) -> bool:
        """Whether nothing can be taken for it."""
        return self.bare or is_benign(self.kind)

    def strip(self) -> bool:
        """Leave it what a function or an iterator can do; False where it is neither."""
        self.bare = not BENIGN_SPECIALS.isdisjoint(self.kind.specials)
        return self.bare

    def use(self, operation: str, *args: Any, label: str = "") -> Any:
        """Do something with the object in the student's process."""
        label = label or self.of(operation)
        self._see(operation, label)
        return self.side.use(self, operation, (self, *args), {}, label)

    def use_right(self, operation: str, left: Any) -> Any:
        """Do something with another value and the object."""
        self._see(operation, self.of(operation))
        return self.side.use(self, operation, (left, self), {}, self.of(operation))

    def _see(self, operation: str, label: str) -> None:
        """See that no live object takes the place of data.

        A function, an iterator and a class are asked for no more than the solution's are.
        """
        attribute = operation in ("getattr", "setattr", "delattr")
        allowed = OF_FUNCTIONS if self.benign else ANYBODYS
        if (self.benign or self.of_class) and operation not in allowed:
            if (self.bare and not attribute) or not self.side.may_ask(label):
                error = AttributeError if attribute else TypeError
                raise error(f"a {self.kind.name} has no {label.rpartition('.')[2]} here")
        elif operation in AS_DATA and not self.side.may_take_part(self.label, label):
            text = f"What `{self.label}` gives cannot be graded: it is a {self.kind.name}"
            raise self.side.fail(UnusableResult(f"{text}, and the test expects plain data."))
        elif attribute and not self.side.may_take_part(self.label, label):
            raise AttributeError(label.rpartition(".")[2])

    def of(self, operation: str) -> str:
        """Return the label of what an operation gives."""
        return f"{self.label}.{special(operation)}"

    def attribute(self, name: str) -> Any:
        """Return an attribute's value."""
        label = self.label if self.label.endswith(f".{name}") else f"{self.label}.{name}"
        return self.use("getattr", name, label=label)

    def call(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """Call the object."""
        label = self.label if self.label.endswith("()") else f"{self.label}()"
        return self.side.use(self, "call", (self, *args), kwargs, label)

    def release(self) -> None:
        """Let go of the object."""
        self.side.let_go(self)


def handle_of(value: object) -> Handle | None:
    """Return what a value stands for; None where it is no proxy."""
    kind: Any = type(value)
    found: Handle | None = None
    if kind is StudentClass:
        found = class_handle(value)  # type: ignore[arg-type]
    elif type(kind) is StudentClass:
        error = isinstance(value, StudentError)
        found = vars(value).get("_handle") if error else _native(value, "_handle_of_object")
    return found


class StudentClass(abc.ABCMeta):
    """The class of proxies of one class of the student's, and the proxy of that class itself."""

    def __new__(mcs, name: str, bases: tuple[type, ...], space: dict[str, Any]) -> StudentClass:
        """Refuse a class statement of a test's: its methods would have to run over there."""
        raise TestError(
            f"class {name} derives from a class of the student's, and tests run outside her process"
        )

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        """Make an instance, in the student's process."""
        return class_handle(cls).call(args, kwargs)

    def __getattribute__(cls, name: str) -> Any:
        if name in OF_CLASSES or not name.startswith(("__", "_abc", "_handle_of")):
            return class_handle(cls).attribute(name)
        if name in OBJECTS_OWN and name not in class_handle(cls).kind.specials:
            return getattr(object, name)
        if name == "__init__":
            return class_handle(cls).attribute(name)
        return super().__getattribute__(name)

    def __setattr__(cls, name: str, value: Any) -> None:
        if name.startswith(("__", "_abc")):
            super().__setattr__(name, value)
        else:
            class_handle(cls).use("setattr", name, value)

    def __delattr__(cls, name: str) -> None:
        class_handle(cls).use("delattr", name)

    def __instancecheck__(cls, instance: Any) -> bool:
        if type(type(instance)) is StudentClass:
            return cls in type.__getattribute__(type(instance), "__mro__")
        return class_handle(cls).use_right("isinstance", instance) is True

    def __subclasscheck__(cls, kind: type) -> bool:
        return cls in type.__getattribute__(kind, "__mro__")

    def __bool__(cls) -> bool:
        return True

    def __len__(cls) -> int:
        return length(class_handle(cls))

    def __iter__(cls) -> Any:
        return class_handle(cls).use("iter")

    def __contains__(cls, value: Any) -> bool:
        return class_handle(cls).use("contains", value) is True

    def __getitem__(cls, key: Any) -> Any:
        return class_handle(cls).use("getitem", key)

    def __repr__(cls) -> str:
        return f"<class {class_handle(cls).kind.name} of the submission>"


def class_handle(cls: type) -> Handle:
    """Return what a proxy of a class stands for."""
    found: Handle = type.__getattribute__(cls, "_handle_of_class")
    return found


def length(mine: Handle) -> int:
    """Return an object's length."""
    found = mine.use("len")
    if type(found) is not int or found < 0:
        raise TypeError("a length that is no number")
    return found


class StudentObject:
    """A live object of the student's."""

    __slots__ = ("__weakref__", "_handle_of_object")

    def __getattribute__(self, name: str) -> Any:
        if not name.startswith("__") or name in OF_OBJECTS:
            return handle(self).attribute(name)
        if name == "__class__":
            return _claimed(type(self)) or type(self)
        return _native(self, name)

    def __setattr__(self, name: str, value: Any) -> None:
        handle(self).use("setattr", name, value)

    def __delattr__(self, name: str) -> None:
        handle(self).use("delattr", name)

    def __eq__(self, other: object) -> Any:
        return compare(self, other, "eq")

    def __ne__(self, other: object) -> Any:
        return compare(self, other, "ne")

    def __hash__(self) -> int:
        mine = handle(self)
        if mine.bare or "__hash__" not in mine.kind.specials:
            return hash((id(mine.side), mine.index))
        found = mine.use("hash")
        return found if type(found) is int else 0

    def __repr__(self) -> str:
        return _text(handle(self), "repr")

    def __str__(self) -> str:
        return _text(handle(self), "str")

    def __format__(self, form: str) -> str:
        return _text(handle(self), "format", form)

    def __copy__(self) -> Any:
        return handle(self).use("copy")

    def __deepcopy__(self, memo: object) -> Any:
        return handle(self).use("deepcopy")

    def __reduce_ex__(self, protocol: object) -> Any:
        raise TypeError("a live object of the student's cannot be pickled")

    @property
    def __signature__(self) -> inspect.Signature:
        """What can be said of its parameters."""
        return signature(handle(self).use("signature"))

    def __del__(self) -> None:
        handle(self).release()


def handle(value: StudentObject) -> Handle:
    """Return what a proxy stands for."""
    found: Handle = _native(value, "_handle_of_object")
    return found


def _claimed(mirror: type) -> type | None:
    """Return the class of which an object says that it is an instance, if it may say so."""
    kinds = [
        class_handle(cls).kind
        for cls in type.__getattribute__(mirror, "__mro__")
        if type(cls) is StudentClass
    ]
    if kinds[0].module == "builtins":
        return BENIGN.get(kinds[0].name)
    names = [f"{kind.module}:{kind.name}" for kind in kinds]
    return library_class(
        names + [base for kind in kinds for base in kind.bases if isinstance(base, str)]
    )


def _text(mine: Handle, operation: str, *args: Any) -> str:
    found = mine.use(operation, *args)
    if type(found) is not str:
        raise TypeError(f"{operation} of an object gave no text")
    return found


def compare(one: StudentObject, other: object, operation: str) -> Any:
    """Compare two objects of the student's there; with plain data only as the solution does."""
    mine, live = handle(one), handle_of(other)
    name = special(operation)
    bare = mine.bare or (live is not None and live.bare)
    if live is not None and not bare and name in {*mine.kind.specials, *live.kind.specials}:
        return mine.use(operation, other)
    if live is not None or bare:
        return (
            (one is other) is (operation == "eq") if operation in ("eq", "ne") else NotImplemented
        )
    if _PLAIN_BASES & set(map(str, mine.kind.bases)):
        plain = mine.use("plain", label="plain")
        if handle_of(plain) is None:
            return getattr(plain, name)(other)
    if name in mine.kind.specials and mine.side.may_compare(f"{mine.label}.{name}"):
        return mine.use(operation, other)
    return NotImplemented
