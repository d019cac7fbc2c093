"""What the instructor's own solution does in a test: the arguments that it changes, its answers.

A student's function may change the same arguments; what else it changes stays with the student, so
that no test computes from it. And where the solution answers with numbers, nothing is no answer:
numpy's comparisons hold for an empty array, whatever it is compared with.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from autograder.examiner.forms import (
    FUNCTION,
    LIVE,
    NONE,
    NUMBER,
    OTHER,
    TRUTH,
    common,
    form_of,
    has,
    holds_empty,
    is_empty,
    is_undefined,
    parts_without_numbers,
)

RANDOM = "numpy.random"
"""Stands among the changed arguments for numpy's global generator."""
PYTHON_RANDOM = "random"
"""Stands there for Python's."""
LAST_VALUE = ""
"""Stands among the names for the number with which a test ends."""


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
            form = form_of(answer)
            known["form"] = form if known["form"] is None else common(known["form"], form)

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
        return frozenset(self._of(test, name).get("changes", ()))

    def form(self, test: str, name: str) -> list[Any] | None:
        """Return the form of the solution's answers; None where it has none of this name."""
        found: list[Any] | None = self._of(test, name).get("form")
        return found

    def _of(self, test: str, name: str) -> dict[str, Any]:
        """Return what is known; a function may stand where the solution has a class."""
        names = self.tests.get(test, {})
        return names.get(name) or names.get(f"{name}()", {})

    def missing(self, test: str, name: str, answer: Any) -> str | None:
        """Say how an answer lacks the solution's numbers: "is empty, at [0],"; None if it does not.

        A masked entry is no number either.
        """
        form = self.form(test, name) or [OTHER]
        return next(parts_without_numbers(form, answer, is_empty, "is empty"), None)

    def undefined(self, test: str, name: str, answer: Any) -> str | None:
        """Say where an answer is NaN that has numbers in the solution; None if it is not."""
        form = self.form(test, name) or [OTHER]
        return next(parts_without_numbers(form, answer, is_undefined, "is NaN"), None)


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
        if extra := set(changed) - allowed - {RANDOM, PYTHON_RANDOM}:
            self.kept_back.setdefault(test, {}).setdefault(name, set()).update(extra)
        return allowed.intersection(changed)

    def missing(self, test: str, name: str, answer: Any) -> str | None:
        """Say how an answer lacks numbers that the solution's has; None where it does not."""
        if self._recording or not holds_empty(answer):
            return None
        known = self._asked()
        return None if known is None else known.missing(test, name, answer)

    def undefined(self, test: str, name: str, answer: Any) -> str | None:
        """Say where an answer is NaN that has numbers in the solution; None where it is not."""
        known = None if self._recording else self._asked()
        return None if known is None else known.undefined(test, name, answer)

    def may_be_live(self, test: str, name: str) -> bool:
        """Whether a live object may stand here: where the solution has one, too.

        Where it has nothing, a test can do nothing with what stands there but pass it by. Where the
        solution does not pass a test, it says nothing about it.
        """
        known = None if self._recording else self._asked()
        if known is None or test not in known.tests:
            return True
        form = known.form(test, name)
        return form is not None and form[0] in (LIVE, NONE)

    def may_be_true(self, test: str, name: str) -> bool:
        """Whether the solution has true and false here, and nothing else."""
        return self._form(test, name) == [NUMBER, TRUTH]

    def may_be_none(self, test: str, name: str) -> bool:
        """Whether the solution has None here, if only sometimes."""
        return NONE in self._form(test, name)

    def gives_points(self, test: str) -> bool:
        """Whether the solution's run of a test ends with a number: the points."""
        return self._form(test, LAST_VALUE) == [NUMBER]

    def may_be_function(self, test: str, name: str) -> bool:
        """Whether the solution has functions or iterators here."""
        return has(FUNCTION, self._form(test, name))

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
        return names.get(name, {}).get("form") != [LIVE, OTHER] or use in names

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

    def _form(self, test: str, name: str) -> list[Any]:
        """Return the form of the solution's answers as far as it is known."""
        known = None if self._recording else self._asked()
        return (known and known.form(test, name)) or [OTHER]

    def _asked(self) -> Rehearsal | None:
        if self._known is None and self.ask is not None:
            self.ask()
        return self._known
