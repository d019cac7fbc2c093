"""What the instructor's own solution does in a test: the arguments that it changes, its answers.

A student's function may change the same arguments; what else it changes stays with the student, so
that no test computes from it. And where the solution answers with numbers, nothing is no answer:
numpy's comparisons hold for an empty array, whatever it is compared with.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from autograder.examiner.contents import (
    HALF,
    ITERATOR,
    LIVE,
    MASKED,
    MATRIX,
    kinds_in,
)
from autograder.examiner.forms import (
    EACH,
    OTHER,
    Form,
    common,
    emptinesses,
    form_of,
    item_of,
    odd_numbers,
)

RANDOM = "numpy.random"
"""Stands among the changed arguments for numpy's global generator."""
PYTHON_RANDOM = "random"
"""Stands there for Python's."""
LAST_VALUE = ""
"""Stands among the names for the number with which a test ends."""
NEXT, ITSELF = ".__next__", " itself"
_DOUBTS = {
    HALF: "is in half precision (float16), in which many numbers are equal, and the solution's not",
    MATRIX: "holds a matrix where the solution has none; return np.asarray(...)",
    MASKED: "holds a masked array where the solution has none; return np.asarray(...)",
}


def item_label(name: str) -> str:
    """Return the name under which the items of an iterator are known."""
    return name.removesuffix(".__iter__") + NEXT


def ends_at_once(name: str) -> str:
    """Return the name under which it is known that an iterator may give nothing."""
    return f"{name} ends at once"


class Rehearsal:
    """The record of one run of the instructor's solution through the tests.

    Attributes
    ----------
    tests : dict
        By test and name: the changed arguments, the form that all answers have, and the kinds of
        what some answers hold, as plain data.
    seed : int or None
        That of its random inputs.
    """

    def __init__(self, seed: int | None = None) -> None:
        self.tests: dict[str, dict[str, dict[str, Any]]] = {}
        self.seed = seed

    def record(
        self, test: str, name: str, changed: Collection[int | str], answer: Any, ok: bool
    ) -> None:
        """Add what one call, or one look at a name, has given; not ``ok`` where it raised."""
        names = self.tests.setdefault(test, {})
        known = names.setdefault(name, {"changes": [], "form": None, "kinds": []})
        known["changes"] += [key for key in changed if key not in known["changes"]]
        if ok:
            form = form_of(answer)
            known["form"] = form if known["form"] is None else common(known["form"], form)
            known["kinds"] += kinds_in(answer) - set(known["kinds"])

    def to_plain(self) -> list[Any]:
        """Return plain data that crosses processes."""
        return [[test, name, *kept.values()] for test, n in self.tests.items()
                for name, kept in n.items()]  # fmt: skip

    @classmethod
    def from_plain(cls, rows: list[Any], seed: int | None = None) -> Rehearsal:
        """Rebuild a record from `to_plain`."""
        made = cls(seed)
        for test, name, changes, form, kinds in rows:
            known = {"changes": changes, "form": form, "kinds": kinds}
            made.tests.setdefault(test, {})[name] = known
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

    def form(self, test: str, name: str) -> Form:
        """Return the form of the solution's answers."""
        names = self.tests.get(test, {})
        found: Form | None = self._of(test, name).get("form")
        items = names.get(item_label(name), {}).get("form")
        if name.endswith(NEXT) and name not in names and found is not None:
            return item_of(found)
        found = found or [OTHER]
        if items is not None and found[0] in (ITERATOR, LIVE) and ends_at_once(name) not in names:
            return [EACH, items]
        return found

    def kinds(self, test: str, name: str) -> frozenset[str]:
        """Return the kinds of what the solution's answers hold."""
        return frozenset(self._of(test, name).get("kinds", ()))

    def knows(self, test: str, name: str) -> bool:
        """Whether the solution has done this in a test; also if it says nothing about the test."""
        return test not in self.tests or name in self.tests[test]

    def _of(self, test: str, name: str) -> dict[str, Any]:
        """Return what is known under a name, or under another one for the same.

        A function may stand where the solution has a class, or another object that is called;
        an iterator where it has a list.
        """
        names = self.tests.get(test, {})
        called = name.removesuffix("()") if name.endswith("()") else f"{name}()"
        others = [name, called, f"{name}{ITSELF}"]
        others += [name.removesuffix(suffix) for suffix in (NEXT, ITSELF)]
        return next((names[other] for other in others if other in names), {})

    def lacks(self, test: str, name: str, answer: Any) -> str | None:
        """Say how an answer is nothing where the solution has something: "is empty where ..."."""
        return next(emptinesses(self.form(test, name), answer), None)

    def doubts(self, test: str, name: str, answer: Any) -> str | None:
        """Say what in an answer agrees with numbers that it does not equal."""
        found = next(odd_numbers(self.form(test, name), answer), None)
        if found is None and test in self.tests:
            odd = kinds_in(answer) - self.kinds(test, name)
            found = next((text for kind, text in _DOUBTS.items() if kind in odd), None)
        return found
