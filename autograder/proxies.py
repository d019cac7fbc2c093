"""The student's side as the examiner sees it: functions to call, values to fetch, cells to run.

What comes back is plain data. What does not come back says why: the student's exception, a
time-out, a death, a result that cannot cross.
"""

from __future__ import annotations

import builtins
import random
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.codec import FunctionRef, write_back
from autograder.limits import Limits
from autograder.result import Verdict

MAX_RESTARTS = 25
MAX_MESSAGE = 2_000


def clean(text: object, limit: int = MAX_MESSAGE) -> str:
    """Return a student's text for display: line breaks stay, other control characters do not."""
    shown = "".join(
        c if c in "\n\t" or c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode()
        for c in str(text)[:limit]
    )
    return shown + "..." if len(str(text)) > limit else shown


class StudentError(Exception):
    """An exception that the student's code raised; its text is what the student is told.

    In the examiner it is also an instance of the builtin exception of the same name, so that a
    test may expect ``ValueError``.
    """

    verdict: Verdict = "error"

    def __init__(self, message: str, error_type: str) -> None:
        super().__init__(message)
        self.error_type = error_type
        if error_type == "NotImplementedError":
            self.verdict = "not attempted"

    def __str__(self) -> str:
        return str(self.args[0])


class StudentFailure(BaseException):  # noqa: N818 - a test's `except Exception` must not hide it
    """The end of a test that no test code may survive; its text is what the student is told."""

    verdict: Verdict = "crashed"


class StudentTimeout(StudentFailure):
    """The student's code took too long."""

    verdict = "timeout"


class StudentDied(StudentFailure):
    """The student's process ended or met a limit."""

    verdict = "crashed"


class UnusableResult(StudentFailure):
    """A value that cannot cross the boundary."""

    verdict = "unusable"


def _student_error(message: str, error_type: str) -> StudentError:
    known = getattr(builtins, error_type, None)
    if error_type == "LinAlgError":
        known = np.linalg.LinAlgError
    if isinstance(known, type) and issubclass(known, Exception) and known is not Exception:
        kind = type(error_type, (StudentError, known), {})
        try:
            return kind(message, error_type)
        except TypeError:  # a builtin whose constructor wants more than a message
            pass
    return StudentError(message, error_type)


_DEATHS = {
    "memory": "needed more memory than it may have",
    "exit": "ended the Python process (exit, quit or a crash)",
    "output": "printed or returned more than it may",
    "killed": "was stopped by the system",
}


class StudentSide:
    """One submission's student process: replayed after a death, bounded in time.

    Parameters
    ----------
    process : StudentProcess
        The process of this submission.
    limits : Limits
        Its limits.
    """

    def __init__(self, process: Any, limits: Limits) -> None:
        self.process = process
        self.limits = limits
        self.deadline = time.monotonic() + limits.total_timeout
        self.failure: StudentFailure | None = None
        self.returned_none = False
        self.printed: list[str] = []
        self.restarts = 0
        self._test_deadline: float | None = None
        self._run: list[str] = []
        self._lethal: set[int] = set()
        self._alive = True
        self._names: dict[str, str] | None = None

    # --- cells

    def run_cell(self, source: str) -> Any:
        """Run a cell and return its outcome; a death is noted and the process replayed later."""
        self._revive()
        outcome = self.process.run_cell(source, self._timeout(self.limits.cell_timeout))
        self._names = None
        self._run.append(source)
        if outcome.died:
            self._lethal.add(len(self._run) - 1)
            self._alive = False
        return outcome

    @property
    def out_of_time(self) -> bool:
        """Whether the submission has used up its time."""
        return time.monotonic() >= self.deadline

    def names(self) -> dict[str, str]:
        """Return the names in the student's namespace with their kinds."""
        self._revive()
        if self._names is None:
            self._names = self.process.bindings()
        return self._names

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
            raise self._fail(StudentTimeout("The notebook took longer than it may in all."))
        self.restarts += 1
        if self.restarts > MAX_RESTARTS:
            raise self._fail(StudentDied("Your code ended its process too many times."))
        self.process.restart()
        self._names = None
        self._alive = True
        for number, source in enumerate(self._run):
            if number in self._lethal:
                continue
            outcome = self.process.run_cell(source, self._timeout(self.limits.cell_timeout))
            if outcome.died:
                # It went well before: whatever it does now, it is not run a third time.
                self._lethal.add(number)
                self._alive = False
                self._revive()
                return

    # --- tests

    def begin_test(self) -> None:
        """Forget what the last test met and start this one's clock."""
        self.failure = None
        self.returned_none = False
        self.printed = []
        self._test_deadline = time.monotonic() + self.limits.cell_timeout

    def end_test(self) -> None:
        """Stop the test's clock."""
        self._test_deadline = None

    def abandon(self) -> None:
        """Give the present process up: the conversation with it was cut off."""
        self._alive = False

    def _fail(self, failure: StudentFailure) -> StudentFailure:
        if self.failure is None:
            self.failure = failure
        return failure

    def get(self, name: str) -> Any:
        """Fetch the plain value that is bound to a name."""
        self._revive()
        outcome = self.process.get(name)
        self._raise_for(outcome, f"`{name}`", "hold")
        return outcome.value

    def call(self, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """Call a student's function; arguments changed in place and random state come back."""
        if self.failure is not None:
            # The test went on after a death: it cannot pass any more.
            raise self.failure
        self._revive()
        timeout = self._timeout(self.limits.call_timeout)
        outcome = self.process.call(
            name, _by_name(args), _by_name(kwargs), np.random.get_state(legacy=False), timeout
        )
        printed = getattr(outcome, "printed", "")
        if printed:
            self.printed.append(clean(printed))
        self._raise_for(outcome, f"`{name}`", "return")
        if outcome.random_state is not None:
            np.random.set_state(outcome.random_state)
        for ours, theirs in zip(args, outcome.args or (), strict=False):
            write_back(ours, theirs)
        for key, theirs in (outcome.kwargs or {}).items():
            if key in kwargs:
                write_back(kwargs[key], theirs)
        if outcome.value is None:
            self.returned_none = True
        return outcome.value

    def _raise_for(self, outcome: Any, what: str, verb: str) -> None:
        if outcome.died:
            self._alive = False
            if outcome.died == "timeout":
                raise self._fail(
                    StudentTimeout(f"{what} took too long and was stopped. Is there an endless loop?")
                )
            reason = _DEATHS.get(outcome.died, f"ended its process ({clean(outcome.died, 200)})")
            raise self._fail(StudentDied(f"{what} {reason}."))
        if outcome.unusable:
            reason = clean(outcome.unusable, 500)
            raise self._fail(UnusableResult(f"What {what} {verb}s cannot be graded: {reason}."))
        if outcome.error_type:
            line = getattr(outcome, "line", None)
            where = f", in line {int(line)} of your cell" if line else ""
            error_type, text = clean(outcome.error_type, 80), clean(outcome.error or "")
            tail = f": {text}" if text else ""
            raise _student_error(f"{what} raised {error_type}{tail}{where}.", error_type)


class StudentFunction:
    """A function of the student's notebook, called in the student's process."""

    def __init__(self, side: StudentSide, name: str) -> None:
        self._side = side
        self.__name__ = self.__qualname__ = name
        self.__doc__ = None

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._side.call(self.__name__, args, kwargs)

    def __repr__(self) -> str:
        return f"<function {self.__name__} of the submission>"


def _by_name(value: Any) -> Any:
    """Replace the student's own functions in arguments by their names."""
    if isinstance(value, StudentFunction):
        return FunctionRef(value.__name__)
    if type(value) in (list, tuple):
        return type(value)(_by_name(item) for item in value)
    if type(value) is dict:
        return {key: _by_name(item) for key, item in value.items()}
    return value


class preserved_random_state:  # noqa: N801 - reads as a statement
    """Seed the global random generators for a block and restore them after."""

    def __init__(self, seed: int) -> None:
        self.seed = seed

    def __enter__(self) -> None:
        self._numpy, self._python = np.random.get_state(), random.getstate()
        np.random.seed(self.seed % 2**32)
        random.seed(self.seed)

    def __exit__(self, *_: object) -> None:
        np.random.set_state(self._numpy)
        random.setstate(self._python)


Callback = Callable[..., Any]
