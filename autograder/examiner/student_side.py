"""The student's side as the examiner sees it: functions to call, values to fetch, cells to run.

What comes back is plain data. What does not come back says why: the student's exception, a
time-out, a death, a result that cannot cross.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Any

from autograder.examiner.answers import accepted, raise_for
from autograder.examiner.conduct import Conduct
from autograder.examiner.failures import (
    StudentDied,
    StudentError,
    StudentFailure,
    UnusableResult,
    as_error,
)
from autograder.examiner.functions import StudentFunction
from autograder.examiner.lent import check_arguments
from autograder.examiner.live import Handle, handle_of
from autograder.examiner.mirrors import Proxies
from autograder.examiner.notebook_run import NotebookRun
from autograder.examiner.rebound import Rebound
from autograder.examiner.references import References
from autograder.examiner.rehearsal import ITSELF
from autograder.examiner.shared_random import SharedRandom, drawn_from
from autograder.examiner.ungradable import Ungradable
from autograder.examiner.variants import ALL_SECONDS
from autograder.guest.codec import CodecError, write_back
from autograder.limits import Limits
from autograder.sandbox.outcomes import CallOutcome, CellOutcome, TestCode, TestOutcome
from autograder.sandbox.process import StudentProcess


class StudentSide:
    """One submission's student process, as tests see it.

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
        self.notebook = NotebookRun(process, limits)
        self.proxies = Proxies(self)
        self.references = process.resolver = References(self)
        self.limits = limits
        self.conduct = conduct or Conduct()
        self.found_lines = {} if found_lines is None else found_lines
        self.test = ""
        self.given: Mapping[str, Any] = {}
        self.failure: StudentFailure | None = None
        self.doubt: StudentFailure | None = None  # why the test must not pass; it may say it better
        self.rebound: Rebound | None = None
        self.returned_none: list[str] = []
        self.search_seconds = ALL_SECONDS
        self._names: dict[str, str] | None = None
        self.random = SharedRandom()

    # --- cells

    def run_cell(self, source: str, *, given: bool = False) -> CellOutcome:
        """Run a cell and return its outcome; after a death all cells that survive run again."""
        self._begin_run()
        return self.notebook.run_cell(source, given=given)

    def run_test(self, code: TestCode) -> TestOutcome:
        """Run a test in the student's process, where it leaves what it leaves."""
        self._begin_run()
        return self.notebook.run_test(code)

    def _begin_run(self) -> None:
        self._revive()
        self.random.forget()
        self._names = None

    @property
    def out_of_time(self) -> bool:
        """Whether the submission has used up its time."""
        return self.notebook.out_of_time

    def names(self) -> dict[str, str]:
        """Return the names in the student's namespace with their kinds."""
        self._revive()
        if self._names is None:
            try:
                self._names = self.process.bindings()
            except CodecError:
                self._names = {}
            if not self._names and not self.notebook.answers():
                raise self.fail(StudentDied("Your notebook's process does not answer."))
        return self._names

    @property
    def known_names(self) -> dict[str, str] | None:
        """What :meth:`names` last returned; None if something has run or ended since."""
        return self._names if self.notebook.alive else None

    def _revive(self) -> None:
        if self.notebook.alive:
            return
        try:
            self.notebook.revive(self._begin_life)
        except StudentFailure as failure:
            raise self.fail(failure) from None

    def _begin_life(self) -> None:
        self.proxies.begin_life()
        self.random.forget()
        self._names = None

    # --- tests

    def begin_test(self, test: str = "") -> None:
        """Forget what the last test met and start this one's clock."""
        self.test = test
        self.references.forget_lent()
        self.process.forget_functions()
        self.failure = self.doubt = None
        self.returned_none = []
        self.random.begin_test()
        self.notebook.begin_test()

    def end_test(self) -> None:
        """Stop the test's clock."""
        self.notebook.end_test()

    def abandon(self) -> None:
        """Give the present process up: the conversation with it was cut off."""
        self.notebook.alive = False

    def fail(self, failure: StudentFailure) -> StudentFailure:
        """Note that the present test cannot pass any more; return why."""
        if self.failure is None:
            self.failure = failure
        return failure

    def refused(self, failure: StudentFailure) -> StudentFailure | StudentError:
        """Note that the present test cannot pass in full any more; return what to raise.

        Where it gives part of its points, other parts can still earn theirs.
        """
        if not self.conduct.gives_points(self.test):
            return self.fail(failure)
        self.doubt = self.doubt or failure
        return as_error(failure)

    def remark(self) -> str:
        """Say what may be why the present test did not pass; empty if nothing is known."""
        if self.doubt is not None:
            return str(self.doubt)
        for label in self.returned_none:
            if not self.conduct.may_be_none(self.test, label):
                return f"`{label.removesuffix('()')}` returned None."
        return ""

    def get(self, name: str) -> Any:
        """Fetch the plain value that is bound to a name."""
        self._revive()
        self.proxies.label = name
        outcome = self.process.get(name, self.notebook.timeout(self.limits.call_timeout))
        raise_for(self, outcome, f"`{name}`", "The value of")
        value, handle = outcome.value, handle_of(outcome.value)
        if handle is not None:
            handle.label = name
        if type(value) is StudentFunction:
            value = StudentFunction(self, value.__name__, label=name)
        label = f"{name}{ITSELF}"  # what its calls give is known under its name
        self.conduct.keep(self.test, label, answer=value)
        what = f"`{name}`" if handle is None else f"The value of `{name}`"
        return accepted(self, label, what, value)

    def call(
        self, name: str, args: tuple[Any, ...], kwargs: dict[str, Any], label: str = ""
    ) -> Any:
        """Call a student's function; arguments changed in place and random state come back."""
        return self._ask(name, None, args, kwargs, label or name)

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
            sent_args, sent_kwargs = self.references.wrapped((args, kwargs))
            outcome = self.process.call(
                name,
                bound=self._rebound(),
                args=sent_args,
                kwargs=sent_kwargs,
                random_states=self.random.to_send(),
                timeout=self.notebook.timeout(self.limits.call_timeout),
                operation=operation,
                dropped=self.proxies.dropped_since(),
            )
        except CodecError as error:
            check_arguments(label, args, kwargs, self.references.wrapped)
            raise self.fail(UnusableResult(f"`{label}` cannot be called: {error}.")) from None
        finally:
            self.proxies.label = before
        for stream, text in (sys.stdout, outcome.printed), (sys.stderr, outcome.printed_errors):
            if text:
                stream.write(text)
        changed = [*outcome.changed, *drawn_from(outcome)]
        value, items = (
            outcome.value,
            operation in ("next", "anext") and type(outcome.value) is tuple,
        )
        if items:  # whether there is one, and it
            value = value[-1] if value else None
        self.conduct.keep(self.test, label, changed, value, outcome.ok)
        carried = self.conduct.carried(self.test, label, changed)
        self.random.take(outcome, carried)
        the_value = "What is returned by" if operation in (None, "call") else "The value of"
        shown = label.removesuffix("()")
        for key, contents in outcome.changed.items():
            place = f"{label}, {key}"
            self.conduct.keep(self.test, place, answer=contents)
            if key in carried:
                what = f"What an argument holds after `{shown}`"
                contents = accepted(self, place, what, contents)
                if isinstance(contents, Ungradable):
                    raise contents.why
                write_back(args[key] if isinstance(key, int) else kwargs.get(key), contents)
        if outcome.error_args:
            place, raised = f"{label} raises", list(outcome.error_args)
            self.conduct.keep(self.test, place, answer=raised)
            raised = accepted(self, place, f"What `{shown}` raises", raised)
            if isinstance(raised, Ungradable):
                raise raised.why
        raise_for(self, outcome, f"`{shown}`", the_value)
        if outcome.value is None and operation in (None, "call"):
            self.returned_none.append(label)
        value = accepted(self, label, f"{the_value} `{shown}`", value)
        return (*outcome.value[:1], value) if items else value

    def _rebound(self) -> list[Any]:
        """Return names of the notebook and builtins that the test has bound, and has deleted."""
        if self.rebound is None:
            return []
        found = self.rebound.bound(), self.rebound.replaced(), self.rebound.removed()
        return [*map(self.references.wrapped, found)] if any(found) else []

    def may_compare(self, label: str) -> bool:
        """Whether a live object may be compared with plain data here: if the solution's is."""
        return self.conduct.may_compare(self.test, label)

    def may_ask(self, use: str) -> bool:
        """Whether a function or a class may be asked for this: if the solution's is."""
        return self.conduct.may_ask(self.test, use)

    def may_take_part(self, label: str, use: str) -> bool:
        """Whether a live object may be asked to do something with what the test gives it."""
        return self.conduct.may_take_part(self.test, label, use)

    def let_go(self, handle: Handle) -> None:
        """Note that no test holds an object any more."""
        self.proxies.let_go(handle)

    @property
    def cells(self) -> list[str]:
        """The texts of the cells that have run."""
        return self.notebook.cells

    def packed(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> bytes:
        """Return the arguments of a call as `try_variants` takes them."""
        return self.process.packed(*self.references.wrapped((args, kwargs)))

    def try_variants(
        self,
        variants: Sequence[Sequence[str]],
        calls: Sequence[tuple[str, bytes]],
        seconds: float,
        timeout: float,
    ) -> CallOutcome:
        """Call functions as changed texts define them; nothing of it is felt in later calls."""
        self._revive()
        self.random.forget()  # the calls may draw from the global generator there
        return self.process.try_variants(variants, calls, seconds, self.notebook.timeout(timeout))
