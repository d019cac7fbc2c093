"""What the instructor's own solution does in a test: the arguments that it changes, its answers.

A student's function may change the same arguments; what else it changes stays with the student, so
that no test computes from it. And where the solution answers with numbers, nothing is no answer:
numpy's comparisons hold for an empty array, whatever it is compared with.
"""

from __future__ import annotations

import io
from collections import deque
from collections.abc import Callable, Collection, ItemsView, Iterator, KeysView, ValuesView
from typing import Any

import numpy as np

from autograder.cells import clean
from autograder.examiner.contents import ATOMS, holds_live, plain_parts
from autograder.examiner.live import handle_of

RANDOM = "numpy.random"
"""Stands among the changed arguments for numpy's global generator."""

_DEPTH = 3
_OTHER_CONTAINERS = (dict, set, frozenset, range, bytearray, KeysView, ValuesView, ItemsView)
_NUMBERS = (int, float, complex, np.generic)
_NUMBER, _TUPLE, _DICT, _LIVE, _OTHER = "number", "tuple", "dict", "live", "other"
"""Forms of answers; ``[_LIVE, _OTHER]`` where there is plain data, too."""


class Rehearsal:
    """The record of one run of the instructor's solution through the tests.

    Attributes
    ----------
    tests : dict
        By test and name: the changed arguments and the form of the answers, as plain data.
    """

    def __init__(self) -> None:
        self.tests: dict[str, dict[str, dict[str, Any]]] = {}

    def record(
        self, test: str, name: str, changed: Collection[int | str], answer: Any, ok: bool
    ) -> None:
        """Add what one call, or one look at a name, has given; not ``ok`` where it raised."""
        names = self.tests.setdefault(test, {})
        known = names.setdefault(name, {"changes": [], "form": None})
        known["changes"] += [key for key in changed if key not in known["changes"]]
        if ok:
            form = _form(answer)
            known["form"] = form if known["form"] is None else _common(known["form"], form)

    def to_plain(self) -> list[Any]:
        """Return plain data that crosses processes."""
        return [[test, name, *kept.values()] for test, n in self.tests.items()
                for name, kept in n.items()]  # fmt: skip

    @classmethod
    def from_plain(cls, rows: list[Any]) -> Rehearsal:
        """Rebuild a record from `to_plain`."""
        made = cls()
        for test, name, changes, form in rows:
            made.tests.setdefault(test, {})[name] = {"changes": changes, "form": form}
        return made

    def keep_only(self, passed: Collection[str]) -> None:
        """Forget tests that the solution does not pass: there it is no guide."""
        self.tests = {test: names for test, names in self.tests.items() if test in passed}

    def changes(self, test: str, name: str) -> frozenset[int | str] | None:
        """Return the arguments that the solution changes in a test, by position or keyword.

        None where it says nothing about this test.
        """
        if test not in self.tests:
            return None
        return frozenset(self.tests[test].get(name, {}).get("changes", ()))

    def missing(self, test: str, name: str, answer: Any) -> str | None:
        """Say how an answer lacks the solution's numbers: "is empty, at [0],"; None if it does not.

        A masked entry is no number either.
        """
        form = self.tests.get(test, {}).get(name, {}).get("form") or [_OTHER]
        return next(_empty_parts(form, answer, ""), None)


class Conduct:
    """What a submission's calls may do, test by test; or what the solution's do, to be kept.

    Parameters
    ----------
    known : Rehearsal, optional
        What the solution does. Without it all changes are carried, and nothing is refused.
    recording : bool
        Whether this is the solution, from which others will know.

    Attributes
    ----------
    ask : callable or None
        Called where what the solution does matters and is not known. Need not return.
    record : Rehearsal
        What has been recorded.
    carry_all : bool
        Whether to carry all changes for now.
    kept_back : dict
        By test, the names of functions and the arguments whose changes were not carried.
    """

    def __init__(self, known: Rehearsal | None = None, recording: bool = False) -> None:
        self._known, self._recording = known, recording
        self.ask: Callable[[], Any] | None = None
        self.record = Rehearsal()
        self.carry_all = False
        self.kept_back: dict[str, dict[str, set[int | str]]] = {}

    def carried(self, test: str, name: str, changed: Collection[int | str]) -> Collection[Any]:
        """Return those of the arguments that a call changed whose new contents tests may see."""
        if not changed or self._recording or self.carry_all:
            return changed
        known = self._asked()
        if known is None:
            return changed
        allowed = known.changes(test, name)
        if allowed is None:
            return changed
        if extra := set(changed) - allowed - {RANDOM}:
            self.kept_back.setdefault(test, {}).setdefault(name, set()).update(extra)
        return allowed.intersection(changed)

    def missing(self, test: str, name: str, answer: Any) -> str | None:
        """Say how an answer lacks numbers that the solution's has; None where it does not."""
        if self._recording or not holds_empty(answer):
            return None
        known = self._asked()
        return None if known is None else known.missing(test, name, answer)

    def may_be_live(self, test: str, name: str) -> bool:
        """Whether a live object may stand here: where the solution has one, too.

        Where the solution does not pass a test, it says nothing about it.
        """
        known = None if self._recording else self._asked()
        if known is None or test not in known.tests:
            return True
        form = known.tests[test].get(name, {}).get("form")
        return form is not None and form[0] == _LIVE

    def may_compare(self, test: str, name: str) -> bool:
        """Whether a live object may be compared with plain data: if the solution's is."""
        if self._recording:
            self.record.record(test, name, (), None, True)
            return True
        known = self._asked()
        return known is not None and name in known.tests.get(test, {})

    def may_take_part(self, test: str, name: str, use: str) -> bool:
        """Whether a live object may do something with what the test gives it, as add to it.

        Where the solution has live objects and data under one name, only if its objects do it.
        """
        known = None if self._recording else self._asked()
        names = {} if known is None else known.tests.get(test, {})
        return names.get(name, {}).get("form") != [_LIVE, _OTHER] or use in names

    def keep(
        self,
        test: str,
        name: str,
        changed: Collection[int | str] = (),
        answer: Any = None,
        ok: bool = True,
    ) -> None:
        """Take note of what the solution did."""
        if self._recording:
            self.record.record(test, name, changed, answer, ok)

    def _asked(self) -> Rehearsal | None:
        if self._known is None and self.ask is not None:
            self.ask()
        return self._known


def is_empty(value: Any) -> bool:
    """Whether a value is an array, a text or a container without elements, or holds only such.

    What a mask covers is not there either.
    """
    if isinstance(value, (str, bytes)):
        return not value
    if type(value) in ATOMS or handle_of(value) is not None:
        return False
    if isinstance(value, np.ma.MaskedArray):
        return value.size == 0 or bool(np.ma.getmaskarray(value).any())
    if isinstance(value, np.ndarray):
        return value.size == 0
    if isinstance(value, list | tuple | deque):
        return all(map(is_empty, value))
    if isinstance(value, _OTHER_CONTAINERS):
        return not value
    if isinstance(value, (io.StringIO, io.BytesIO)):
        return value.tell() == len(value.getvalue())
    if type(value).__module__.startswith("pandas."):
        return getattr(value, "size", 1) == 0
    plain = plain_parts(value)
    return plain is not None and is_empty(plain)


def holds_empty(value: Any, depth: int = _DEPTH) -> bool:
    """Whether a value, or a part of it that a test would look at, is empty."""
    if is_empty(value):
        return True
    if depth and type(value) in (list, tuple, dict):
        parts = value.values() if type(value) is dict else value
        return any(holds_empty(part, depth - 1) for part in parts)
    return False


def _form(value: Any, depth: int = _DEPTH) -> list[Any]:
    if holds_live(value) is not None:
        return [_LIVE] if handle_of(value) is not None else [_LIVE, _OTHER]
    if isinstance(value, _NUMBERS) and not isinstance(value, np.str_):
        return [_NUMBER]
    if isinstance(value, np.ma.MaskedArray):
        return [_OTHER]
    if isinstance(value, np.ndarray):
        return [_NUMBER if value.size and value.dtype.kind in "biufc" else _OTHER]
    # The type first: a live class has a length that only its process knows.
    if depth and type(value) in (list, tuple) and value:
        if all(isinstance(part, _NUMBERS) for part in value):
            return [_NUMBER]
        return [_TUPLE, *(_form(part, depth - 1) for part in value)]
    if depth and type(value) is dict:
        return [_DICT, {k: _form(v, depth - 1) for k, v in value.items() if type(k) is str}]
    return [_OTHER]


def _common(one: list[Any], other: list[Any]) -> list[Any]:
    if _LIVE in (one[0], other[0]):
        return [_LIVE] if one == other == [_LIVE] else [_LIVE, _OTHER]
    if one[0] != other[0]:
        return [_OTHER]
    if one[0] == _TUPLE:
        return [_TUPLE, *map(_common, one[1:], other[1:])]
    if one[0] == _DICT:
        return [_DICT, {k: _common(v, other[1][k]) for k, v in one[1].items() if k in other[1]}]
    return one


def _has_numbers(form: list[Any]) -> bool:
    return form[0] == _NUMBER or (form[0] == _TUPLE and any(map(_has_numbers, form[1:])))


def _holds_masked(value: Any) -> bool:
    if isinstance(value, list | tuple | deque):
        return any(map(_holds_masked, value))
    return isinstance(value, np.ma.MaskedArray) and value.size > 0


def _empty_parts(form: list[Any], answer: Any, where: str) -> Iterator[str]:
    kind = form[0]
    if _has_numbers(form) and is_empty(answer):
        lacks = "has masked entries" if _holds_masked(answer) else "is empty"
        yield f"{lacks}, at {clean(where, 80)}," if where else lacks
    elif kind == _TUPLE and type(answer) in (list, tuple):
        for number, (part, value) in enumerate(zip(form[1:], answer, strict=False)):
            yield from _empty_parts(part, value, f"{where}[{number}]")
    elif kind == _DICT and type(answer) is dict:
        for key, part in form[1].items():
            if key in answer:
                yield from _empty_parts(part, answer[key], f"{where}[{key!r}]")
