"""Functions that cross: the student's for our tests to call, and ours for the student's code."""

from __future__ import annotations

from collections.abc import Callable
from types import FunctionType
from typing import TYPE_CHECKING, Any
from unittest import mock

import numpy as np

from autograder.examiner.answers import refuse_live
from autograder.examiner.failures import TestError
from autograder.examiner.signatures import signature
from autograder.examiner.variants import Elsewhere
from autograder.guest.codec import CodecError, FunctionRef, encode

if TYPE_CHECKING:
    from autograder.examiner.student_side import StudentSide


def check_arguments(
    name: str, args: tuple[Any, ...], kwargs: dict[str, Any], wrapped: Callable[[Any], Any]
) -> None:
    """Raise where it is the test's own arguments that cannot cross."""
    try:
        encode(
            wrapped([list(args), kwargs]), refer=lambda f: FunctionRef("f") if callable(f) else None
        )
    except CodecError as error:
        what = str(error).partition(", which cannot be graded")[0]
        text = f"the test passes something to `{name}` that cannot be passed: {what}"
        raise TestError(text) from None


_SAID = frozenset(["__doc__", "__annotations__", "__defaults__", "__kwdefaults__", "__module__"])
"""Names with underscores that are asked in the student's process."""


class LentFunction:
    """A function of ours that was passed to the student's: called with plain values, by position.

    A keyword may mean anything to a function: ``where=False`` makes ``np.sin`` return memory that
    nothing was written to. Functions of the notebook itself have names for their arguments, too.

    Attributes
    ----------
    function : callable
        The function.
    """

    def __init__(self, side: StudentSide, function: Callable[..., Any]) -> None:
        self._side, self.function = side, function
        self._keywords: frozenset[str] = frozenset()
        self.__name__ = getattr(function, "__name__", type(function).__name__)
        code: Any = getattr(function, "__code__", None)
        if isinstance(function, FunctionType) and function.__module__ == "__main__":
            count = code.co_argcount + code.co_kwonlyargcount
            self._keywords = frozenset(code.co_varnames[code.co_posonlyargcount : count])

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Evaluate it here, for the student's process."""
        mocked = isinstance(self.function, mock.NonCallableMock)
        if kwargs.keys() - self._keywords and not mocked:
            raise TypeError("this function takes plain positional arguments only")
        if isinstance(self.function, np.ufunc) and len(args) != self.function.nin:
            raise TypeError(f"this function takes {self.function.nin} positional arguments")
        given, label = [*args, *kwargs.values()], f"{self.__name__}(...)"
        self._side.conduct.keep(self._side.test, label, answer=given)
        refuse_live(self._side, label, f"What is given to the test's `{self.__name__}`", given)
        return self._side.references.wrapped(self.function(*args, **kwargs))


class StudentFunction:
    """A function of the student's notebook, called in the student's process.

    Attributes
    ----------
    untouched : bool or None
        Whether its cell still is as it was given; None where that is not known.
    """

    def __init__(self, side: StudentSide, name: str, untouched: bool | None = None) -> None:
        self._side = side
        self.untouched = untouched
        self.__name__ = self.__qualname__ = name

    @property
    def elsewhere(self) -> Elsewhere:
        """What a search for the wrong line needs."""
        return Elsewhere(self._side)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call the function in the student's process."""
        return self._side.call(self.__name__, args, kwargs)

    def __getattr__(self, name: str) -> Any:
        """Return what the function has under a name, or the notebook says of it."""
        if name.startswith("__") and name not in _SAID:
            raise AttributeError(name)
        return self._use("getattr", name)

    def __setattr__(self, name: str, value: Any) -> None:
        if name.startswith("_") or name == "untouched":
            object.__setattr__(self, name, value)
        else:
            self._use("setattr", name, value)

    __doc__ = property(lambda self: self._use("getattr", "__doc__"))

    @property
    def __signature__(self) -> Any:
        """What can be said of its parameters."""
        return signature(self._use("signature"))

    def _use(self, operation: str, *args: Any) -> Any:
        label = f"{self.__name__}.{args[0] if args else operation}"
        return self._side.use(self, operation, (self, *args), {}, label)

    def __eq__(self, other: object) -> bool:
        same = type(other) is StudentFunction and other._side is self._side
        return same and other.__name__ == self.__name__  # type: ignore[attr-defined]

    def __hash__(self) -> int:
        return hash(self.__name__)

    def __repr__(self) -> str:
        return f"<function {self.__name__} of the submission>"
