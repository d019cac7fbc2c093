"""Run the instructor's test cells in this process against the student's functions in theirs.

Default deny: only a test that ran to its end here earns points. A test cell shares no process
with student code; what it gets from there is plain data.

Tests change this process's random state, standard output and the given namespace while they run:
one submission at a time, in a process of its own (see `autograder.attempts`).
"""

from __future__ import annotations

import asyncio
import contextlib
import copy
import inspect
import io
import math
import time
from dataclasses import dataclass, field
from types import CodeType, ModuleType
from typing import Any

import numpy as np

from autograder.examiner.failures import StudentError, StudentFailure, TestError, clean
from autograder.examiner.functions import StudentFunction
from autograder.examiner.given import TestPlan, TrustedNotebook
from autograder.examiner.rebound import Rebound
from autograder.examiner.shown import TELLER, differences_of, told
from autograder.examiner.student_side import StudentSide
from autograder.examiner.surroundings import TestOutput, surroundings
from autograder.examiner.verdicts import outputs_of
from autograder.result import TestResult, Verdict

MAX_LINE = 1_000_000


@dataclass
class Examined:
    """A test's outcome.

    Attributes
    ----------
    result : TestResult
        Points, verdict and message.
    outputs : list of dict
        The outputs that the autograded notebook shows for the cell.
    absent : str or None
        A name of the student's that was missing, so that trying again later may help.
    needs_human : bool
        Whether the cause lies with the course.
    about_arguments : bool
        Whether it failed for what a function did to its arguments, whatever its answer was.
    """

    result: TestResult
    outputs: list[dict[str, Any]] = field(default_factory=list)
    absent: str | None = None
    needs_human: bool = False
    about_arguments: bool = False


class _Stop(Exception):
    """How a test ended."""

    def __init__(
        self,
        verdict: Verdict,
        message: str,
        *,
        hint: str | None = None,
        fraction: float = 0.0,
        absent: str | None = None,
        needs_human: bool = False,
        line: int | None = None,
        kind: str | None = None,
    ) -> None:
        super().__init__(message)
        self.verdict, self.message, self.hint = verdict, message, hint
        self.line, self.kind = line, kind
        self.fraction, self.absent, self.needs_human = fraction, absent, needs_human
        self.about_arguments = False


class Examiner:
    """The tests of one assignment against one submission.

    Parameters
    ----------
    notebook : TrustedNotebook
        The instructor's notebook, prepared.
    side : StudentSide
        The submission's process.
    seed : int
        Seed of all random inputs.
    untouched : frozenset of str
        Names whose solution cells are still as given.
    candid : bool
        Whether messages tell what hidden tests know: for the instructor's eyes only.
    """

    def __init__(
        self,
        notebook: TrustedNotebook,
        side: StudentSide,
        seed: int,
        untouched: frozenset[str] = frozenset(),
        candid: bool = False,
    ) -> None:
        self.notebook = notebook
        self.side = side
        self.seed = seed
        self.untouched = untouched
        self.candid = candid
        self._earlier: dict[str, Any] = {}

    def examine(self, grade_id: str) -> Examined:
        """Run one test and say how it ended. Never raises because of a submission."""
        plan = self.notebook.plans[grade_id]
        start = time.perf_counter()
        output = TestOutput()
        points, stop, error = 0.0, None, None
        try:
            points = self._run(plan, output)
        except _Stop as ended:
            stop, error = self._not_attempted(plan, ended), ended.__cause__
            points = plan.points * stop.fraction
        seconds = time.perf_counter() - start
        if stop is None:
            verdict: Verdict = "passed" if points >= plan.points else "failed"
            message = "" if verdict == "passed" else f"{points:g} of {plan.points:g} points."
            stop = _Stop(verdict, message)
        result = TestResult(
            grade_id=grade_id,
            points=points,
            max_points=plan.points,
            verdict=stop.verdict,
            message=stop.message,
            hint=stop.hint,
            seconds=seconds,
            line=stop.line,
            kind=stop.kind,
            differences=() if plan.hidden else differences_of(error),
        )
        shown = "" if plan.hidden else output.getvalue()
        outputs = outputs_of(result, shown)
        return Examined(result, outputs, stop.absent, stop.needs_human, stop.about_arguments)

    def with_all_changes(self, grade_id: str) -> Examined | None:
        """Run a test again that did not see what was changed of its arguments.

        Returns how it ended where it failed for these changes themselves; else None.
        """
        conduct = self.side.conduct
        conduct.carry_all = True
        try:
            examined = self.examine(grade_id)
        finally:
            conduct.carry_all = False
        return examined if examined.about_arguments else None

    def lost(self, grade_id: str, verdict: Verdict, message: str) -> Examined:
        """Return the outcome of a test that ended the process which examined it."""
        plan = self.notebook.plans[grade_id]
        result = TestResult(grade_id, 0.0, plan.points, verdict, message)
        return Examined(result, outputs_of(result))

    def _not_attempted(self, plan: TestPlan, stop: _Stop) -> _Stop:
        """Call a failure by its name where the answer is the given placeholder."""
        needed = plan.direct & plan.functions
        if stop.verdict not in ("failed", "error") or not needed or not needed <= self.untouched:
            return stop
        message = stop.message
        if "\n" not in message:  # not a check's own words
            message = f"Not attempted yet: {', '.join(sorted(needed))} is still as it was given."
        return _Stop("not attempted", message, hint=stop.hint, fraction=stop.fraction)

    def _run(self, plan: TestPlan, output: io.StringIO) -> float:
        """Run a test and return its points, or raise how it ended."""
        if plan.broken is not None:
            raise _Stop(
                "not run",
                "This test could not be run: part of the notebook that the course provides failed"
                f" ({plan.broken}). This is not your mistake; please tell your instructor.",
                needs_human=True,
            )
        side = self.side
        side.begin_test(plan.grade_id)
        side.given = plan.namespace
        shared = self.notebook.shared
        try:
            names = self._bind(plan)
            shared.clear()
            shared.update(plan.namespace)
            shared.update(copy.deepcopy(plan.fresh))
            shared.update(names)
            shared[TELLER] = told
            main = self.notebook.module
            with surroundings(side, self.seed, plan.grade_id, output, main):
                side.rebound = Rebound(plan.felt, shared)
                _evaluate(plan.body, shared)
                value = _evaluate(plan.last, shared) if plan.last is not None else None
            if side.failure is not None:
                # Test code caught it; a test that met a death or a time-out cannot pass.
                raise side.failure
            return _points(value, plan)
        except (KeyboardInterrupt, _Stop):
            raise
        except BaseException as error:
            stop = self._judge(plan, error)
            stop.about_arguments = _about_arguments(plan, error)
            raise stop from error
        finally:
            # Later tests may read what this one bound, even if it did not get to its end.
            for name in plan.binds & shared.keys():
                self._earlier[name] = shared[name]
            shared.clear()
            shared.update(self.notebook.pristine)
            side.rebound = None
            side.end_test()

    def _bind(self, plan: TestPlan) -> dict[str, Any]:
        """Return the names that this test gets from the student and from earlier tests."""
        theirs = self.side.names() if plan.student or plan.lent else {}
        bound: dict[str, Any] = {}
        for name in plan.earlier:
            if name in self._earlier:
                bound[name] = self._earlier[name]
        missing = sorted(plan.earlier - bound.keys())
        if missing:
            raise _Stop(
                "not run",
                f"An earlier test did not get as far as `{missing[0]}`, which this one needs.",
            )
        for name in sorted(((plan.direct & plan.wanted) | plan.lent) - theirs.keys()):
            what = "function " if name in plan.functions else ""
            raise _Stop(
                "not attempted",
                f"The {what}`{name}` is not defined in your notebook, or the cell that defines it"
                " raised an error.",
                absent=name,
            )
        for name in sorted(plan.student & theirs.keys()):
            if theirs[name] == "class":
                bound[name] = self.side.get(name)
            elif name in plan.functions or theirs[name] == "function":
                bound[name] = StudentFunction(self.side, name, name in self.untouched)
            elif theirs[name] == "module":
                if name in plan.direct:
                    raise _Stop("failed", f"`{name}` is a module in your notebook, not a value.")
            elif name in plan.direct:
                bound[name] = self.side.get(name)
            else:
                with contextlib.suppress(StudentFailure, StudentError):
                    bound[name] = self.side.get(name)
                self.side.failure = None
        return bound

    def _judge(self, plan: TestPlan, error: BaseException) -> _Stop:
        """Say how a test ended that an exception ended."""
        failure, hidden = self.side.failure, plan.hidden and not self.candid
        if failure is not None:
            return _Stop(failure.verdict, str(failure))
        if isinstance(error, StudentFailure):
            return _Stop(error.verdict, str(error))
        if isinstance(error, StudentError):
            return _Stop(error.verdict, error.message)
        if isinstance(error, TestError):
            text = "The test itself is broken. Please tell your instructor."
            return _Stop("not run", text if hidden else f"{text} ({error})", needs_human=True)
        if _is_the_tests_own(error, plan):
            text = "The test itself has a mistake, not your answer. Please tell your instructor."
            detail = "" if hidden else f" ({type(error).__name__}: {clean(error, 500)})"
            return _Stop("not run", text + detail, needs_human=True)
        if isinstance(error, AssertionError) and hasattr(error, "verdict"):
            return _check_failed(error)
        kind = type(error).__name__
        none = " Your function returned None." if self.side.returned_none else ""
        if isinstance(error, NameError) and error.name in plan.wanted:
            text = f"`{error.name}` is not defined in your notebook."
            return _Stop("not attempted", text, absent=error.name)
        if isinstance(error, AssertionError):
            if hidden:
                return _Stop("failed", "A hidden check was not met." + none)
            return _Stop("failed", clean(error) or "A check was not met." + none)
        if not isinstance(error, Exception):
            text = f"The test itself ended early ({kind}). Please tell your instructor."
            return _Stop("error", text, needs_human=True)
        # The test stumbled over what it was given; its text may hold what a hidden test knows.
        detail = "" if hidden else f": {clean(error, 500)}"
        return _Stop(
            "failed", f"The test could not use what your code returned ({kind}{detail}).{none}"
        )


def _evaluate(code: CodeType, names: dict[str, Any]) -> Any:
    """Run a test's code, also such as awaits something."""
    value = eval(code, names)
    return asyncio.run(value) if code.co_flags & inspect.CO_COROUTINE else value


def _is_the_tests_own(error: BaseException, plan: TestPlan) -> bool:
    """Whether an error came from the test's text alone, whatever the answer is."""
    if isinstance(error, ImportError):
        return True
    if isinstance(error, AttributeError):  # such as a misspelt function of numpy's
        return isinstance(error.obj, ModuleType)
    return isinstance(error, NameError) and error.name not in plan.wanted


def _about_arguments(plan: TestPlan, error: BaseException) -> bool:
    """Whether a test failed for what became of arguments, not for an answer."""
    if getattr(error, "about_arguments", False):
        return True
    found = error.__traceback__
    lines = []
    while found is not None:
        if found.tb_frame.f_code.co_filename == plan.body.co_filename:
            lines.append(found.tb_lineno)
        found = found.tb_next
    return bool(lines) and any(lines[-1] in check for check in plan.input_checks)


def _check_failed(error: Any) -> _Stop:
    """Read a failed check: its message is written for students."""
    fraction: Any = getattr(error, "fraction", None)
    good = isinstance(fraction, int | float) and 0 <= fraction < 1
    known = ("failed", "error", "not attempted")
    verdict: Verdict = error.verdict if error.verdict in known else "failed"
    line, kind = getattr(error, "line", None), getattr(error, "kind", None)
    located = type(line) is int and 0 < line <= MAX_LINE and type(kind) is str and len(kind) < 30
    return _Stop(
        verdict,
        clean(error),
        hint=error.hint,
        fraction=float(fraction) if good else 0.0,
        line=line if located else None,
        kind=kind if located else None,
    )


def _points(value: Any, plan: TestPlan) -> float:
    """Return the points of a test that ran to its end; a number as last value is partial credit."""
    if isinstance(value, bool | np.bool_) or not isinstance(
        value, int | float | np.integer | np.floating
    ):
        return plan.points
    number = float(value)
    if math.isnan(number) or not 0 <= number <= plan.points:
        raise _Stop(
            "error",
            f"The test's last value is {number:g}, which cannot be its points: it is worth "
            f"{plan.points:g}. Please tell your instructor.",
            needs_human=True,
        )
    return number
