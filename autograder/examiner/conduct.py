"""What a submission's calls may do, as far as the instructor's solution does it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from autograder.examiner.contents import (
    CLASS,
    FUNCTION,
    ITERATOR,
    LIVE,
    MASKED,
    MATRIX,
    NONE,
    without_subclasses,
)
from autograder.examiner.forms import EACH, NUMBER, OTHER, TRUTH, Form, holds_empty
from autograder.examiner.rehearsal import LAST_VALUE, PYTHON_RANDOM, RANDOM, Rehearsal


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
    seed : int or None
        That of this submission's random inputs.
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
        self.seed: int | None = None
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
        """Say how an answer is nothing where the solution's is not; None where it is something."""
        known = self._solution() if holds_empty(answer) else None
        return None if known is None else known.lacks(test, name, answer)

    def doubt(self, test: str, name: str, answer: Any) -> str | None:
        """Say what in an answer agrees with what it does not equal; None where nothing does."""
        known = self._solution()
        return None if known is None else known.doubts(test, name, answer)

    def simplified(self, test: str, name: str, answer: Any) -> Any:
        """Return an answer with plain arrays where the solution has no others."""
        known = self._solution()
        if known is None or {MATRIX, MASKED} & known.kinds(test, name):
            return answer
        return without_subclasses(answer)

    def may_stand(self, test: str, name: str, kind: str) -> bool:
        """Whether a live object of this kind may stand here: where the solution has one, too.

        An iterator may stand for what it gives, and a function or class for another object. Where
        the solution has nothing, a test can do nothing with what stands there but pass it by.
        Where the solution does not pass a test, it says nothing about it.
        """
        known = self._solution()
        if known is None or test not in known.tests or kind == ITERATOR:
            return True
        if kind == LIVE and known.form(test, name)[0] == NONE:
            return True
        kinds = known.kinds(test, name)
        others = {LIVE, FUNCTION, CLASS, ITERATOR, NONE} if kind != LIVE else {LIVE}
        return not others.isdisjoint(kinds)

    def may_be_true(self, test: str, name: str) -> bool:
        """Whether the solution has true and false here, and nothing else."""
        return bool(self._form(test, name)[0] == TRUTH)

    def may_be_none(self, test: str, name: str) -> bool:
        """Whether the solution has None here, if only sometimes."""
        known = self._solution()
        return known is not None and NONE in known.kinds(test, name)

    def gives_points(self, test: str) -> bool:
        """Whether the solution's run of a test ends with a number: the points."""
        return bool(self._form(test, LAST_VALUE)[0] == NUMBER)

    def may_be_called(self, test: str, name: str) -> bool:
        """Whether the solution has functions or iterators here."""
        known = self._solution()
        return known is not None and not {FUNCTION, ITERATOR}.isdisjoint(known.kinds(test, name))

    def may_ask(self, test: str, use: str) -> bool:
        """Whether a function or a class may be asked for this: if the solution's object is."""
        known = self._solution()
        return known is None or known.knows(test, use)

    def may_compare(self, test: str, name: str) -> bool:
        """Whether a live object may be compared with plain data: if the solution's is."""
        if self._recording:
            self.record.record(test, name, (), None, True)
            return True
        known = self._asked()
        return known is not None and name in known.tests.get(test, {})

    def may_take_part(self, test: str, name: str, use: str) -> bool:
        """Whether a live object may do what data can do, too, as add something to itself.

        Where the solution has live objects and data under one name, only if its objects do it.
        """
        known = self._solution()
        if known is None or LIVE not in known.kinds(test, name):
            return True
        return known.form(test, name)[0] in (LIVE, EACH) or known.knows(test, use)

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

    def be_exact(self) -> None:
        """Ask what the solution does with the very same inputs, before anything is held against.

        Of others, say, it may find what is not to be found in these.
        """
        if self._known is not None and self._known.seed != self.seed and self.ask is not None:
            self.ask()

    def _form(self, test: str, name: str) -> Form:
        """Return the form of the solution's answers as far as it is known."""
        known = self._solution()
        return [OTHER] if known is None else known.form(test, name)

    def _solution(self) -> Rehearsal | None:
        """Return what the solution does; None while it is recorded, and where nobody can tell."""
        return None if self._recording else self._asked()

    def _asked(self) -> Rehearsal | None:
        if self._known is None and self.ask is not None:
            self.ask()
        return self._known
