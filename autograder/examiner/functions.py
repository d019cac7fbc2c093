"""Functions that cross: the student's for our tests to call, and ours for the student's code."""

from __future__ import annotations

from collections.abc import Callable
from types import FunctionType
from typing import TYPE_CHECKING, Any

import numpy as np

from autograder.examiner.failures import TestError
from autograder.examiner.variants import Elsewhere
from autograder.guest.codec import CodecError, FunctionRef, encode

if TYPE_CHECKING:
    from autograder.examiner.proxies import StudentSide


def check_arguments(name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
    """Raise where it is the test's own arguments that cannot cross."""
    try:
        encode([list(args), kwargs], refer=lambda _: FunctionRef(""))
    except CodecError as error:
        text = f"the test passes something to `{name}` that cannot be passed: {error}"
        raise TestError(text) from None


class LentFunction:
    """A function of ours that was passed to the student's: called with plain values, by position.

    A keyword may mean anything to a function: ``where=False`` makes ``np.sin`` return memory that
    nothing was written to. Functions of the notebook itself have names for their arguments, too.
    """

    def __init__(self, side: StudentSide, function: Callable[..., Any]) -> None:
        self._side, self._function = side, function
        self._keywords: frozenset[str] = frozenset()
        code: Any = getattr(function, "__code__", None)
        if isinstance(function, FunctionType) and function.__module__ == "__main__":
            count = code.co_argcount + code.co_kwonlyargcount
            self._keywords = frozenset(code.co_varnames[code.co_posonlyargcount : count])

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Evaluate it here, for the student's process."""
        if kwargs.keys() - self._keywords:
            raise TypeError("this function takes plain positional arguments only")
        if isinstance(self._function, np.ufunc) and len(args) != self._function.nin:
            raise TypeError(f"this function takes {self._function.nin} positional arguments")
        return self._side.ours(self._function(*args, **kwargs))


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
        self.__doc__ = None

    @property
    def elsewhere(self) -> Elsewhere:
        """What a search for the wrong line needs."""
        return Elsewhere(self._side)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call the function in the student's process."""
        return self._side.call(self.__name__, args, kwargs)

    def __repr__(self) -> str:
        return f"<function {self.__name__} of the submission>"
