"""Functions of ours that cross: what a test passes, for the student's code to call."""

from __future__ import annotations

from collections.abc import Callable
from types import FunctionType
from typing import TYPE_CHECKING, Any
from unittest import mock

import numpy as np

from autograder.examiner.answers import accepted
from autograder.examiner.failures import TestError
from autograder.examiner.ungradable import Ungradable
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
        given = accepted(self._side, label, f"What is given to the test's `{self.__name__}`", given)
        if isinstance(given, Ungradable):
            raise given.why
        args, kwargs = given[: len(args)], dict(zip(kwargs, given[len(args) :], strict=True))
        return self._side.references.wrapped(self.function(*args, **kwargs))
