"""The student's functions, for our tests to call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from autograder.examiner.benign import ANYBODYS
from autograder.examiner.signatures import signature
from autograder.examiner.variants import Elsewhere

if TYPE_CHECKING:
    from autograder.examiner.student_side import StudentSide

_SAID = frozenset(["__doc__", "__annotations__", "__defaults__", "__kwdefaults__", "__module__"])
"""Names with underscores that are asked in the student's process."""


class StudentFunction:
    """A function of the student's notebook, called in the student's process.

    Parameters
    ----------
    side : StudentSide
        The student's process.
    name : str
        Its name there.
    untouched : bool, optional
        See below.
    label : str, optional
        How the test came by it, in the test's own words, if not by its name.

    Attributes
    ----------
    untouched : bool or None
        Whether its cell still is as it was given; None where that is not known.
    """

    def __init__(
        self, side: StudentSide, name: str, untouched: bool | None = None, label: str = ""
    ) -> None:
        self._side = side
        self.untouched = untouched
        self._label = label or name
        self.__name__ = self.__qualname__ = name

    @property
    def elsewhere(self) -> Elsewhere:
        """What a search for the wrong line needs."""
        return Elsewhere(self._side)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call the function in the student's process."""
        return self._side.call(self.__name__, args, kwargs, self._label)

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
        source = self._label.removesuffix("()")
        label = f"{source}.{args[0] if args else operation}"
        if operation not in ANYBODYS and not self._side.may_ask(label):
            raise AttributeError(label)
        return self._side.use(self, operation, (self, *args), {}, label)

    def __eq__(self, other: object) -> bool:
        same = type(other) is StudentFunction and other._side is self._side
        return same and other.__name__ == self.__name__  # type: ignore[attr-defined]

    def __hash__(self) -> int:
        return hash(self.__name__)

    def __repr__(self) -> str:
        return f"<function {self.__name__} of the submission>"
