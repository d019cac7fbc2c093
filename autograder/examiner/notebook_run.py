"""A submission's cells in its process: run once, and again after a death; bounded in time."""

from __future__ import annotations

import time
from collections.abc import Callable

from autograder.examiner.failures import StudentDied, StudentTimeout
from autograder.guest.codec import CodecError
from autograder.limits import Limits
from autograder.sandbox.outcomes import CellOutcome, TestCode, TestOutcome
from autograder.sandbox.process import StudentProcess

MAX_RESTARTS = 25


class NotebookRun:
    """What has run in a student's process, and how long it may go on.

    Attributes
    ----------
    alive : bool
        Whether the process holds what has run.
    """

    def __init__(self, process: StudentProcess, limits: Limits) -> None:
        self.process, self.limits = process, limits
        self.alive = True
        self._deadline = time.monotonic() + limits.total_timeout
        self._test_deadline: float | None = None
        self._run: list[str | TestCode] = []
        self._lethal: set[int] = set()
        self._given: set[int] = set()
        self._restarts = 0

    @property
    def cells(self) -> list[str]:
        """The texts of the cells that have run."""
        return [text for text in self._run if isinstance(text, str)]

    @property
    def out_of_time(self) -> bool:
        """Whether the submission has used up its time."""
        return time.monotonic() >= self._deadline

    def timeout(self, limit: float) -> float:
        """Return the seconds that are left for something that may take so many."""
        now = time.monotonic()
        left = [limit, self._deadline - now]
        if self._test_deadline is not None:
            left.append(self._test_deadline - now)
        return max(0.01, min(left))

    def begin_test(self) -> None:
        """Start a test's clock."""
        self._test_deadline = time.monotonic() + self.limits.cell_timeout

    def end_test(self) -> None:
        """Stop the test's clock."""
        self._test_deadline = None

    def answers(self) -> bool:
        """Whether the process has not been found dead."""
        self.alive = self.process.dead is None
        return self.alive

    def run_cell(self, source: str, *, given: bool = False) -> CellOutcome:
        """Run a cell; one of the prelude may have run before."""
        number = len(self._run)
        known = self.process.prelude_outcomes
        ran_before = number < len(known) and self.process.prelude[number] == source
        if given:
            self._given.add(number)
        outcome = known[number] if ran_before else self._cell(source, given)
        self._ran(source, outcome.died)
        return outcome

    def run_test(self, code: TestCode) -> TestOutcome:
        """Run a test among the notebook's names."""
        outcome = self._test(code)
        self._ran(code, outcome.died)
        return outcome

    def revive(self, begin_life: Callable[[], None]) -> None:
        """Start the process anew and run again what did not end it.

        Raises
        ------
        StudentTimeout, StudentDied
            If it has had its time, or has ended too often.
        """
        while not self.alive:
            if self.out_of_time:
                raise StudentTimeout("The notebook took longer than it may in all.")
            self._restarts += 1
            if self._restarts > MAX_RESTARTS:
                raise StudentDied("Your code ended its process too many times.")
            self.process.restart()
            begin_life()
            self.alive = True
            self._replay()

    def _replay(self) -> None:
        for number, what in enumerate(self._run):
            if number in self._lethal or number < len(self.process.prelude_outcomes):
                continue
            if isinstance(what, str):
                died = self._cell(what, number in self._given).died
            else:
                died = self._test(what).died
            if died:
                # It went well before: whatever it does now, it is not run a third time.
                self._lethal.add(number)
                self.alive = False
                return

    def _ran(self, what: str | TestCode, died: str | None) -> None:
        self._run.append(what)
        if died:
            self._lethal.add(len(self._run) - 1)
            self.alive = False

    def _test(self, code: TestCode) -> TestOutcome:
        try:
            return self.process.run_test(code, self.timeout(self.limits.cell_timeout))
        except CodecError as error:
            return TestOutcome(died="message", detail=str(error))

    def _cell(self, source: str, given: bool = False) -> CellOutcome:
        try:
            timeout = self.timeout(self.limits.cell_timeout)
            return self.process.run_cell(source, timeout, given=given)
        except CodecError as error:
            # The process answered with bytes that are no answer.
            return CellOutcome([], False, died="message", detail=str(error))
