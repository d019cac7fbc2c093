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
import time
from dataclasses import dataclass, field
from types import CodeType
from typing import Any

from autograder.cells import clean
from autograder.examiner.endings import Ending, ending_of, is_points, points_of
from autograder.examiner.failures import (
    TELL,
    MissingName,
    StudentError,
    StudentFailure,
    as_error,
)
from autograder.examiner.functions import StudentFunction
from autograder.examiner.plan import TestPlan
from autograder.examiner.rebound import Rebound
from autograder.examiner.rehearsal import LAST_VALUE
from autograder.examiner.shown import TELLER, differences_of, told
from autograder.examiner.student_side import StudentSide
from autograder.examiner.surroundings import MAX_OUTPUT, TestOutput, surroundings
from autograder.examiner.trusted_notebook import TrustedNotebook
from autograder.examiner.ungradable import Ungradable
from autograder.examiner.verdicts import outputs_of
from autograder.notebook import Output
from autograder.result import TestResult, Verdict


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
    outputs: list[Output] = field(default_factory=list)
    absent: str | None = None
    needs_human: bool = False
    about_arguments: bool = False


class Examiner:
    """The tests of one assignment against one submission.

    Parameters
    ----------
    notebook : TrustedNotebook
        The instructor's notebook, understood.
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
        points, ending, error = 0.0, None, None
        try:
            points = self._run(plan, output)
        except Ending as raised:
            ending, error = self._not_attempted(plan, raised), raised.__cause__
            points = plan.points * ending.fraction
        seconds = time.perf_counter() - start
        if ending is None:
            verdict: Verdict = "passed" if points >= plan.points else "failed"
            said = f"{points:g} of {plan.points:g} points. {self.side.remark()}".rstrip()
            ending = Ending(verdict, "" if verdict == "passed" else said)
        result = TestResult(
            grade_id=grade_id,
            points=points,
            max_points=plan.points,
            verdict=ending.verdict,
            message=ending.message,
            hint=ending.hint,
            seconds=seconds,
            line=ending.line,
            kind=ending.kind,
            differences=() if plan.hidden else differences_of(error),
        )
        shown = "" if plan.hidden else clean(output.getvalue(), 2 * MAX_OUTPUT)
        absent, doubt = ending.absent, self.side.doubt
        if isinstance(doubt, MissingName) and plan.broken is None:
            absent = doubt.name
        return Examined(
            result,
            outputs_of(result, shown),
            absent,
            ending.needs_human,
            ending.about_arguments,
        )

    def with_all_changes(self, grade_id: str) -> Examined | None:
        """Run a test again that did not see what was changed of its arguments.

        Returns how it ended where it failed for these changes, as it does in a notebook; else None.
        """
        conduct = self.side.conduct
        conduct.carry_all = True
        try:
            examined = self.examine(grade_id)
        finally:
            conduct.carry_all = False
        if examined.about_arguments:
            return examined
        if examined.result.verdict != "failed":
            return None
        # A run may leave something behind that a second one meets; then a third meets it, too.
        again = self.examine(grade_id)
        return examined if again.result.verdict == "passed" else None

    def lost(self, grade_id: str, verdict: Verdict, message: str) -> Examined:
        """Return the outcome of a test that ended the process which examined it."""
        plan = self.notebook.plans[grade_id]
        result = TestResult(grade_id, 0.0, plan.points, verdict, message)
        return Examined(result, outputs_of(result))

    def _not_attempted(self, plan: TestPlan, ending: Ending) -> Ending:
        """Call a failure by its name where the answer is the given placeholder."""
        needed = plan.direct & plan.functions
        if ending.verdict not in ("failed", "error") or not needed or not needed <= self.untouched:
            return ending
        message = ending.message
        if "\n" not in message:  # not a check's own words
            message = f"Not attempted yet: {', '.join(sorted(needed))} is still as it was given."
        return Ending("not attempted", message, hint=ending.hint, fraction=ending.fraction)

    def _run(self, plan: TestPlan, output: io.StringIO) -> float:
        """Run a test and return its points, or raise how it ended."""
        if plan.broken is not None:
            raise Ending(
                "not run",
                "This test could not be run: part of the notebook that the course provides failed"
                f" ({plan.broken}). This is not your mistake. {TELL}",
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
            for name in self._missing(plan):
                shared.pop(name, None)
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
            side.conduct.keep(plan.grade_id, LAST_VALUE, answer=value if is_points(value) else None)
            points = points_of(value, plan)
            if side.doubt is not None and points == plan.points:
                side.conduct.be_exact()
                raise side.doubt
            return points
        except (KeyboardInterrupt, Ending):
            raise
        except BaseException as error:
            raise ending_of(error, plan, side.failure, side.remark, self.candid) from error
        finally:
            # Later tests may read what this one bound, even if it did not get to its end.
            for name in plan.binds & shared.keys():
                self._earlier[name] = shared[name]
            shared.clear()
            shared.update(self.notebook.pristine)
            side.rebound = None
            side.end_test()

    def _missing(self, plan: TestPlan) -> list[str]:
        """Return the names that this test needs and the student does not have."""
        wanted = (plan.direct & plan.wanted) | plan.lent
        return sorted(wanted - self.side.names().keys()) if wanted else []

    def _bind(self, plan: TestPlan) -> dict[str, Any]:
        """Return the names that this test gets from the student and from earlier tests.

        Without a name that it needs, a test runs where it may give the points of other parts.
        """
        side = self.side
        there = side.names() if plan.student or plan.lent else {}
        bound: dict[str, Any] = {}
        for name in plan.earlier:
            if name in self._earlier:
                bound[name] = self._earlier[name]
        missing = sorted(plan.earlier - bound.keys())
        if missing:
            raise Ending(
                "not run",
                f"An earlier test did not get as far as `{missing[0]}`, which this one needs.",
            )
        for name in self._missing(plan)[:1]:
            side.doubt = MissingName(name, "function " if name in plan.functions else "")
            if plan.last is None or not side.conduct.gives_points(plan.grade_id):
                raise side.doubt
        for name in sorted(plan.student & there.keys()):
            if there[name] == "class" and name not in plan.functions - plan.classes:
                bound[name] = side.get(name)
            elif name in plan.functions:
                bound[name] = StudentFunction(side, name, name in self.untouched)
                if name in plan.asked_for_names and name not in self.untouched:
                    bound[name] = side.get(name)  # it may be called otherwise
            elif there[name] == "module":
                if name in plan.direct:
                    raise Ending("failed", f"`{name}` is a module in your notebook, not a value.")
            elif name in plan.direct:
                bound[name] = side.get(name)
            else:
                with contextlib.suppress(StudentError):
                    bound[name] = self._if_it_is_used(name)
        return bound

    def _if_it_is_used(self, name: str) -> Any:
        """Return what a function of ours may read under a name, or never asks for."""
        side = self.side
        before, side.doubt = side.doubt, None
        try:
            value = side.get(name)
        except StudentFailure as failure:
            value = Ungradable(as_error(failure))
        if side.doubt is not None:
            value = Ungradable(as_error(side.doubt))
        side.failure, side.doubt = None, before
        return value


def _evaluate(code: CodeType, names: dict[str, Any]) -> Any:
    """Run a test's code, also such as awaits something."""
    value = eval(code, names)
    return asyncio.run(value) if code.co_flags & inspect.CO_COROUTINE else value
