"""The student's side as the examiner sees it: functions to call, values to fetch, cells to run.

What comes back is plain data. What does not come back says why: the student's exception, a
time-out, a death, a result that cannot cross.
"""
# ruff: noqa: NPY002 - notebooks use the global generator, whose state travels with each call

from __future__ import annotations

import re
import sys
import time
from collections.abc import Mapping, Sequence
from typing import Any, cast

import numpy as np

from autograder.examiner.failures import (
    EmptyAnswer,
    StudentDied,
    StudentError,
    StudentFailure,
    StudentTimeout,
    UnusableResult,
    clean,
    student_error,
)
from autograder.examiner.functions import LentFunction, StudentFunction, check_arguments
from autograder.examiner.live import Handle, handle_of, holds_live
from autograder.examiner.mirrors import Proxies
from autograder.examiner.rebound import Rebound
from autograder.examiner.rehearsal import RANDOM, Conduct
from autograder.examiner.variants import ALL_SECONDS
from autograder.guest.codec import (
    ClassRef,
    CodecError,
    FunctionRef,
    GlobalState,
    ObjectRef,
    Reference,
    Resolver,
    crossing,
    is_value,
    write_back,
)
from autograder.limits import Limits
from autograder.sandbox.outcomes import CallOutcome, CellOutcome, TestCode, TestOutcome
from autograder.sandbox.process import StudentProcess

MAX_RESTARTS = 25
MAX_PRINTED = 20_000


_OUT_OF_TIME = {"timeout", "budget", "cpu"}
_LINE = re.compile(r"^Cell In\[\d+\], line \d+.*\n    (.*)$", re.MULTILINE)
_FRAME = re.compile(r"^Cell In\[\d+\], (line \d+)", re.MULTILINE)


class Names(Resolver):
    """What stands here for the student's functions, and for classes that both sides know."""

    def __init__(self, side: StudentSide) -> None:
        self._side = side
        self._names_of: Mapping[str, Any] = {}
        self._names: list[str] = []

    def refer(self, reference: Any) -> Any:
        """Return a function of the student's, to be called there."""
        if isinstance(reference, FunctionRef):
            return StudentFunction(self._side, reference.name)
        if isinstance(reference, ObjectRef):
            return self._side.proxies.object(reference.index, reference.kind)
        if isinstance(reference, ClassRef):
            return self._side.proxies.mirror(reference.kind)
        return reference

    def named_class(self, name: str) -> type | None:
        """Return a class that a given cell defines."""
        found = self._side.given.get(name)
        return found if isinstance(found, type) and found.__module__ == "__main__" else None

    def known_classes(self) -> list[str]:
        """Return the names of such classes."""
        found = self._side.given
        if self._names_of is not found:
            self._names_of = found
            self._names = [name for name in found if self.named_class(name) is not None]
        return self._names

    def sent(self, value: Any) -> Reference | None:
        """Return a reference to a live object, or to what an instance of a given class holds."""
        handle = handle_of(value)
        if handle is not None:
            return ObjectRef(handle.index)
        return crossing(value, self.named_class)


class StudentSide:
    """One submission's student process: replayed after a death, bounded in time.

    Parameters
    ----------
    process : StudentProcess
        The process of this submission.
    limits : Limits
        Its limits.
    conduct : Conduct, optional
        What its calls may do.
    found_lines : dict, optional
        What searches for a wrong line have found so far; they add to it.
    """

    def __init__(
        self,
        process: StudentProcess,
        limits: Limits,
        conduct: Conduct | None = None,
        found_lines: dict[str, Any] | None = None,
    ) -> None:
        self.process = process
        self.proxies = Proxies(self)
        process.resolver = Names(self)
        self.limits = limits
        self.conduct = conduct or Conduct()
        self.found_lines = {} if found_lines is None else found_lines
        self.test = ""
        self.given: Mapping[str, Any] = {}
        self.deadline = time.monotonic() + limits.total_timeout
        self.failure: StudentFailure | None = None
        self.rebound: Rebound | None = None
        self.returned_none = False
        self.restarts = 0
        self.search_seconds = ALL_SECONDS
        self._test_deadline: float | None = None
        self._run: list[str | TestCode] = []
        self._lethal: set[int] = set()
        self._alive = True
        self._lent: dict[int, tuple[Any, LentFunction]] = {}
        self._names: dict[str, str] | None = None
        # The global random state that the student's process has, as far as we set it.
        self._sent: tuple[Any, ...] | None = None
        self._state = GlobalState()

    # --- cells

    def run_cell(self, source: str, *, given: bool = False) -> CellOutcome:
        """Run a cell and return its outcome; after a death all cells that survive run again."""
        self._revive()
        self._sent = None
        number = len(self._run)
        ran_before = (
            number < len(self.process.prelude_outcomes) and self.process.prelude[number] == source
        )
        outcome = self.process.prelude_outcomes[number] if ran_before else self._cell(source, given)
        self._ran(source, outcome.died)
        return outcome

    def run_test(self, code: TestCode) -> TestOutcome:
        """Run a test in the student's process, where it leaves what it leaves."""
        self._revive()
        self._sent = None
        outcome = self._test(code)
        self._ran(code, outcome.died)
        return outcome

    def _ran(self, what: str | TestCode, died: str | None) -> None:
        self._names = None
        self._run.append(what)
        if died:
            self._lethal.add(len(self._run) - 1)
            self._alive = False

    def _test(self, code: TestCode) -> TestOutcome:
        try:
            return self.process.run_test(code, self._timeout(self.limits.cell_timeout))
        except CodecError as error:
            return TestOutcome(died="message", detail=str(error))

    def _cell(self, source: str, given: bool = False) -> CellOutcome:
        try:
            timeout = self._timeout(self.limits.cell_timeout)
            return self.process.run_cell(source, timeout, given=given)
        except CodecError as error:
            # The process answered with bytes that are no answer.
            return CellOutcome([], False, died="message", detail=str(error))

    @property
    def out_of_time(self) -> bool:
        """Whether the submission has used up its time."""
        return time.monotonic() >= self.deadline

    def names(self) -> dict[str, str]:
        """Return the names in the student's namespace with their kinds."""
        self._revive()
        if self._names is None:
            try:
                self._names = self.process.bindings()
            except CodecError:
                self._names = {}
            if not self._names and not self._answers():
                raise self.fail(StudentDied("Your notebook's process does not answer."))
        return self._names

    @property
    def known_names(self) -> dict[str, str] | None:
        """What :meth:`names` last returned; None if something has run or ended since."""
        return self._names if self._alive else None

    def _answers(self) -> bool:
        self._alive = self.process.dead is None
        return self._alive

    def _timeout(self, limit: float) -> float:
        now = time.monotonic()
        left = [limit, self.deadline - now]
        if self._test_deadline is not None:
            left.append(self._test_deadline - now)
        return max(0.01, min(left))

    def _revive(self) -> None:
        if self._alive:
            return
        if self.out_of_time:
            raise self.fail(StudentTimeout("The notebook took longer than it may in all."))
        self.restarts += 1
        if self.restarts > MAX_RESTARTS:
            raise self.fail(StudentDied("Your code ended its process too many times."))
        self.process.restart()
        self.proxies.begin_life()
        self._sent = None
        self._names = None
        self._alive = True
        for number, source in enumerate(self._run):
            if number in self._lethal or number < len(self.process.prelude_outcomes):
                continue
            again = self._cell(source) if isinstance(source, str) else self._test(source)
            if again.died:
                # It went well before: whatever it does now, it is not run a third time.
                self._lethal.add(number)
                self._alive = False
                self._revive()
                return

    # --- tests

    def begin_test(self, test: str = "") -> None:
        """Forget what the last test met and start this one's clock."""
        self.test = test
        self._lent.clear()
        self.process.forget_functions()
        self.failure = None
        self.returned_none = False
        self._test_deadline = time.monotonic() + self.limits.cell_timeout

    def end_test(self) -> None:
        """Stop the test's clock."""
        self._test_deadline = None

    def abandon(self) -> None:
        """Give the present process up: the conversation with it was cut off."""
        self._alive = False

    def fail(self, failure: StudentFailure) -> StudentFailure:
        """Note that the present test cannot pass any more; return why."""
        if self.failure is None:
            self.failure = failure
        return failure

    def get(self, name: str) -> Any:
        """Fetch the plain value that is bound to a name."""
        self._revive()
        self.proxies.label = name
        outcome = self.process.get(name, self._timeout(self.limits.call_timeout))
        self._raise_for(outcome, f"`{name}`", "The value of")
        handle = handle_of(outcome.value)
        if handle is not None:
            handle.label = name
        self.conduct.keep(self.test, name, answer=outcome.value)
        self._accept(
            name, f"`{name}`" if handle is None else f"The value of `{name}`", outcome.value
        )
        return outcome.value

    def _refuse_empty(self, name: str, what: str, value: Any) -> None:
        """See that nothing stands for a number, which numpy would take for any."""
        part = self.conduct.missing(self.test, name, value)
        if part is not None:
            where = f", at {clean(part, 80)}," if part else ""
            raise self.fail(EmptyAnswer(f"{what} is empty{where} where numbers are expected."))

    def call(self, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """Call a student's function; arguments changed in place and random state come back."""
        return self._ask(name, None, args, kwargs, name)

    def use(
        self,
        target: Handle | StudentFunction,
        operation: str,
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
        label: str,
    ) -> Any:
        """Do something with a live object of the student's, which is among the arguments."""
        return self._ask("", operation, args, kwargs, label, target)

    def _ask(
        self,
        name: str,
        operation: str | None,
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
        label: str,
        target: Any = None,
    ) -> Any:
        if self.failure is not None:
            # The test went on after a death: it cannot pass any more.
            raise self.failure
        self._revive()
        if isinstance(target, Handle):
            self.proxies.check(target)
        before, self.proxies.label = self.proxies.label, label
        try:
            sent_args, sent_kwargs = self.ours((args, kwargs))
            outcome = self.process.call(
                name,
                bound=self._rebound(),
                args=sent_args,
                kwargs=sent_kwargs,
                random_state=self._state_to_send(),
                timeout=self._timeout(self.limits.call_timeout),
                operation=operation,
                dropped=self.proxies.dropped_since(),
            )
        except CodecError as error:
            check_arguments(label, args, kwargs, self.ours)
            raise self.fail(UnusableResult(f"`{label}` cannot be called: {error}.")) from None
        finally:
            self.proxies.label = before
        if outcome.printed:
            sys.stdout.write(clean(outcome.printed, MAX_PRINTED))
        changed = [*outcome.changed, *([RANDOM] if outcome.random_state is not None else [])]
        self.conduct.keep(self.test, label, changed, outcome.value, outcome.ok)
        carried = self.conduct.carried(self.test, label, changed)
        if outcome.random_state is not None and RANDOM in carried:
            np.random.set_state(outcome.random_state)
            self._sent = self._state.get()
        for key in carried:
            if isinstance(key, int) and 0 <= key < len(args):
                write_back(args[key], outcome.changed[key])
            elif key in kwargs:
                write_back(kwargs[key], outcome.changed[key])
        the_value = "What is returned by" if operation in (None, "call") else "The value of"
        shown = label.removesuffix("()")
        self._raise_for(outcome, f"`{shown}`", the_value)
        self._accept(label, f"{the_value} `{shown}`", outcome.value)
        if outcome.value is None:
            self.returned_none = True
        return outcome.value

    def _rebound(self) -> list[Any]:
        """Return names of the notebook and builtins that the test has bound, and has deleted."""
        if self.rebound is None:
            return []
        found = self.rebound.bound(), self.rebound.replaced(), self.rebound.removed()
        return [*map(self.ours, found)] if any(found) else []

    def _accept(self, label: str, what: str, value: Any) -> None:
        """See that nothing stands for numbers, and no live object where the solution has data."""
        self._refuse_empty(label, what, value)
        live = holds_live(value)
        if live is not None and not self.conduct.may_be_live(self.test, label):
            kind = f"{live.kind.module}.{live.kind.name}".removeprefix("builtins.")
            arrays = "builtins:ndarray" in live.kind.bases or "numpy:ndarray" in live.kind.bases
            advice = (
                "return a plain array, with np.asarray(...)"
                if arrays
                else "return numbers, strings, lists, tuples, dictionaries or numpy arrays"
            )
            text = f"it is a {clean(kind, 200)}, which cannot be graded; {advice}"
            raise self.fail(UnusableResult(f"{what} cannot be graded: {text}."))

    def may_compare(self, label: str) -> bool:
        """Whether a live object may be compared with plain data here: if the solution's is."""
        return self.conduct.may_compare(self.test, label)

    def let_go(self, handle: Handle) -> None:
        """Note that no test holds an object any more."""
        self.proxies.let_go(handle)

    @property
    def cells(self) -> list[str]:
        """The texts of the cells that have run."""
        return [text for text in self._run if isinstance(text, str)]

    def packed(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> bytes:
        """Return the arguments of a call as `try_variants` takes them."""
        return self.process.packed(*self.ours((args, kwargs)))

    def try_variants(
        self,
        variants: Sequence[Sequence[str]],
        calls: Sequence[tuple[str, bytes]],
        seconds: float,
        timeout: float,
    ) -> CallOutcome:
        """Call functions as changed texts define them; nothing of it is felt in later calls."""
        self._revive()
        self._sent = None  # the calls may draw from the global generator there
        return self.process.try_variants(variants, calls, seconds, self._timeout(timeout))

    def send_state(self) -> None:
        """Send our global random state with the next call, whatever the other side has."""
        self._sent = None

    def _state_to_send(self) -> tuple[Any, ...] | None:
        """Return our global random state, or None where the student's process has the same."""
        ours = self._state.get()
        if ours == self._sent:
            return None
        self._sent = ours
        return cast("tuple[Any, ...]", np.random.get_state())

    def ours(self, value: Any) -> Any:
        """Replace functions in arguments: the student's by name, ours to be called back."""
        if isinstance(value, Handle):
            return ObjectRef(value.index)
        handle = handle_of(value)
        if handle is not None:
            self.proxies.check(handle)
            return ObjectRef(handle.index)
        if type(value) is StudentFunction:
            return FunctionRef(value.__name__)
        if type(value) in (list, tuple, set, frozenset):
            return type(value)(self.ours(item) for item in value)
        if type(value) is dict:
            return {key: self.ours(item) for key, item in value.items()}
        if callable(value) and not is_value(value):
            # The same each time: student code may keep it, and compare it.
            found = self._lent.get(id(value))
            if found is None:
                found = self._lent[id(value)] = (value, LentFunction(self, value))
            return found[1]
        return value

    def _raise_for(self, outcome: CallOutcome, what: str, the_value: str) -> None:
        if outcome.died:
            self._alive = False
            detail = clean(outcome.detail or outcome.died, 200)
            if outcome.died in _OUT_OF_TIME:
                text = f"{what} was stopped: {detail}. Is there an endless loop?"
                raise self.fail(StudentTimeout(text))
            if outcome.died == "size":
                raise self.fail(UnusableResult(f"{the_value} {what} cannot be graded: {detail}."))
            raise self.fail(StudentDied(f"{what} was stopped: {detail}."))
        if outcome.unusable:
            reason = clean(outcome.unusable, 500)
            raise self.fail(UnusableResult(f"{the_value} {what} cannot be graded: {reason}."))
        if outcome.error_type:
            lines = _FRAME.findall(outcome.traceback)
            where = f" ({lines[-1]} of your cell)" if lines else ""
            error_type, text = clean(outcome.error_type, 80), clean(outcome.error or "")
            tail = f": {text}" if text else "."
            error = student_error(
                f"{what} raised {error_type}{where}{tail}",
                error_type,
                text,
                outcome.bases,
                outcome.error_args,
                self.given,
                outcome.exception if isinstance(outcome.exception, StudentError) else None,
            )
            shown = _LINE.findall(outcome.traceback)
            error.where = where
            error.line = clean(shown[-1].strip(), 200) if shown else ""
            raise error
        if not outcome.ok:
            raise self.fail(UnusableResult(f"{what} gave no answer."))
