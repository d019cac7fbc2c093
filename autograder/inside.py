"""A submission's tests that run in its own process: the visible parts, then the hidden ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from autograder.assignment import Assignment
from autograder.examiner.examiner import Examined
from autograder.examiner.failures import StudentFailure
from autograder.examiner.inside import broken, judged, stopped
from autograder.examiner.plan import TestPlan
from autograder.examiner.student_side import StudentSide
from autograder.examiner.verdicts import outputs_of
from autograder.intake.builder import Step
from autograder.intake.reassemble import Reassembled
from autograder.result import TestResult, Verdict
from autograder.sandbox.outcomes import TestOutcome

if TYPE_CHECKING:
    from autograder.sandbox.process import StudentProcess


class Inside:
    """The tests of one submission that run inside.

    Parameters
    ----------
    assignment : Assignment
        The instructor's notebook.
    rebuilt : Reassembled
        The submission.
    missing : mapping of str to str
        Why names are missing; it is added to while cells run.
    candid : bool
        Whether messages tell what hidden tests know.
    """

    def __init__(
        self,
        assignment: Assignment,
        rebuilt: Reassembled,
        missing: Mapping[str, str],
        candid: bool,
    ) -> None:
        self.assignment, self.rebuilt, self.missing = assignment, rebuilt, missing
        self.candid = candid
        self.tests = assignment.inside

    def judges(self, grade_id: str) -> bool:
        """Whether a test's points come from inside."""
        return grade_id in self.tests and self.tests[grade_id].judged

    def visible(self, side: StudentSide, grade_id: str) -> Examined | None:
        """Run what students can read of a test; return its outcome where that counts."""
        test = self.tests[grade_id]
        if test.whole is None or test.visible is None:
            return broken(self._plan(grade_id), test) if test.judged else None
        outcome = side.run_test(test.visible)
        return self._judged(grade_id, outcome) if test.judged else None

    def wanting(self, done: Mapping[str, TestResult]) -> list[str]:
        """Return tests whose hidden part decides now."""
        return [
            name
            for name, test in self.tests.items()
            if test.judged and test.hidden and name in done and done[name].verdict == "passed"
        ]

    def hidden(
        self, process: StudentProcess, done: Mapping[str, TestResult], wanted: Sequence[str]
    ) -> dict[str, Examined]:
        """Run the notebook once more, with the hidden parts of tests; return what they decide."""
        side = StudentSide(process, process.limits)
        found: dict[str, Examined] = {}
        left = list(wanted)
        try:
            for step in self.rebuilt.steps:
                if not left:
                    break
                if side.out_of_time:
                    text = "The notebook as a whole took longer than it may, with its hidden tests."
                    self._stop(found, done, left, "timeout", text)
                    break
                self._again(side, step, found)
                left = [name for name in left if name not in found]
        except StudentFailure as failure:
            self._stop(found, done, left, failure.verdict, str(failure))
        return {name: each for name, each in found.items() if name in wanted}

    def _again(self, side: StudentSide, step: Step, found: dict[str, Examined]) -> None:
        if step.kind == "skip":
            return
        if step.kind != "test":
            side.run_cell(step.source, given=step.kind == "given")
            return
        name = str(step.grade_id)
        test = self.tests[name]
        code = test.whole if test.judged else test.visible
        if code is None:
            return
        outcome = side.run_test(code)
        if test.judged:
            found[name] = self._judged(name, outcome, hidden=True)

    def _stop(
        self,
        found: dict[str, Examined],
        done: Mapping[str, TestResult],
        left: Sequence[str],
        verdict: Verdict,
        message: str,
    ) -> None:
        for name in left:
            result = stopped(done[name], verdict, message)
            found[name] = Examined(result, outputs_of(result))

    def _judged(self, grade_id: str, outcome: TestOutcome, *, hidden: bool = False) -> Examined:
        return judged(
            self._plan(grade_id),
            self.tests[grade_id],
            outcome,
            untouched=self.rebuilt.untouched,
            missing=self.missing,
            candid=self.candid,
            hidden=hidden,
        )

    def _plan(self, grade_id: str) -> TestPlan:
        return self.assignment.trusted.plans[grade_id]
