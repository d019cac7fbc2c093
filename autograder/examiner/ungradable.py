"""What stands in a test for an answer that cannot be graded, where the other parts still count."""

from __future__ import annotations

from typing import Any, NoReturn

from autograder.examiner.failures import StudentError
from autograder.guest.operations import SPECIALS


class Ungradable:
    """An answer that equals nothing; every other use of it raises why it cannot be graded.

    An empty array in its place would pass numpy's comparisons, and a loop over it every check.

    Attributes
    ----------
    why : StudentError
        The reason.
    """

    def __init__(self, why: StudentError) -> None:
        vars(self)["why"] = why

    def __eq__(self, other: object) -> bool:
        return False

    def __hash__(self) -> int:
        return id(self)

    def __repr__(self) -> str:
        return "<an answer that cannot be graded>"

    def __getattr__(self, name: str) -> NoReturn:
        raise self.why


def _refuse(self: Ungradable, *_: Any, **__: Any) -> NoReturn:
    raise self.why


_HARMLESS = vars(Ungradable).keys() | {"__ne__", "__str__", "__format__"}
for _name in (*SPECIALS - _HARMLESS, "__array__"):
    setattr(Ungradable, _name, _refuse)
