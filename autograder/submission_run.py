"""One submission on its way through the student's process and the examiner."""

from __future__ import annotations

import functools
import time
import traceback
from collections.abc import Set
from dataclasses import replace
from pathlib import Path

from autograder.assignment import Assignment
from autograder.attempts import ALL_TESTS, Attempt
from autograder.cells import grade_id_of, nbgrader_metadata, printable, role_of
from autograder.examiner.conduct import Conduct
from autograder.examiner.examiner import Examined, Examiner
from autograder.examiner.failures import StudentFailure
from autograder.examiner.student_side import StudentSide
from autograder.examiner.verdicts import outputs_of
from autograder.inside import Inside
from autograder.intake.beside import wanting
from autograder.intake.builder import Step
from autograder.intake.read import Intake
from autograder.intake.reassemble import Reassembled
from autograder.intake.trusted import names_in
from autograder.intake.wanted import wanted_of_tests
from autograder.limits import Limits
from autograder.notes import Notes
from autograder.ran_cells import RanCells
from autograder.result import Reached, TestResult, Verdict
from autograder.sandbox.process import StudentProcess
from autograder.sandbox.server import StudentServer

SLOW = 30.0  # seconds of a worker that are worth a note


class SubmissionRun:
    """The run of one submission, step by step, and what came of it.

    Attributes
    ----------
    done : dict of str to TestResult
        The outcomes so far, by grade id.
    notes : Notes
        What there is to say about it.
    level : str
        The isolation that was reached.
    needs_human : bool
        Whether a human must look.
    """

    def __init__(
        self,
        assignment: Assignment,
        rebuilt: Reassembled,
        limits: Limits,
        attempt: Attempt,
        candid: bool = False,
    ) -> None:
        self.assignment = assignment
        self.rebuilt = rebuilt
        self.limits = limits
        self.attempt = attempt
        self.candid = candid
        self.level: Reached = "none"
        self.conduct = Conduct(assignment.rehearsal, attempt.rehearsing)
        self.notes = Notes()
        self.needs_human = False
        self.done: dict[str, TestResult] = {}
        self.graded = assignment.graded
        self.ran = RanCells(assignment, rebuilt, self.notes)
        self.inside = Inside(assignment, rebuilt, self.ran.missing, candid)
        self.cells = rebuilt.notebook["cells"]

    def results(self) -> list[TestResult]:
        """Return the outcome of each graded cell, in the instructor's order."""
        found = []
        for cell in self.graded:
            grade_id = grade_id_of(cell) or ""
            points = float(nbgrader_metadata(cell).get("points") or 0)
            if grade_id in self.done:
                found.append(self.done[grade_id])
            elif role_of(cell) == "manual" and not self.rebuilt.manual.get(grade_id, True):
                text = "Nothing was written here."
                found.append(TestResult(grade_id, 0.0, points, "not attempted", text))
            else:
                found.append(TestResult(grade_id, None, points, "manual"))
        return found

    def run(self, intake: Intake, server: StudentServer, seed: int) -> None:
        """Run and examine what was read of a submission."""
        self.notes.extend(intake.notes)
        if intake.refused is not None:
            self.notes.add("info" if intake.missing else "refusal", intake.refused)
            self.needs_human = True
            self._settle_rest("not run", f"Not graded: {intake.refused}.", unread=True)
            return
        self.notes.extend(self.rebuilt.notes)
        self.level = server.isolation
        if ALL_TESTS in self.attempt.lost:
            verdict, text = self.attempt.lost[ALL_TESTS]
            self.notes.add("death", text)
            self._settle_rest(verdict, text)
            return
        with StudentProcess(server, self.rebuilt.prelude, intake.files) as process:
            self.conduct.ask = functools.partial(self.attempt.ask, process, seed)
            self.conduct.seed = seed
            # What code does may hang on the files that it is given: then nothing is shared.
            lines = {} if intake.files else self.assignment.found_lines
            side = StudentSide(process, self.limits, self.conduct, lines)
            begun = time.perf_counter()
            untouched = self.rebuilt.untouched
            self._run_all(Examiner(self.assignment.trusted, side, seed, untouched, self.candid))
            self._say_what_was_lost(time.perf_counter() - begun)
        wanted = self.inside.wanting(self.done)
        if wanted and not self.attempt.rehearsing:
            self.attempt.at("")  # its time begins anew
            with StudentProcess(server, self.rebuilt.prelude, intake.files) as process:
                for grade_id, examined in self.inside.hidden(process, self.done, wanted).items():
                    self._keep(grade_id, examined)

        said = [*self.ran.errors, *((f"test {k}", test.message) for k, test in self.done.items())]
        for text in wanting(intake.ignored, said):
            self.notes.add("refusal", text)

    def _keep(self, grade_id: str, examined: Examined) -> None:
        """Put a test's outcome in its place."""
        self.done[grade_id] = examined.result
        self.needs_human |= examined.needs_human
        for step in self.rebuilt.steps:
            if step.kind == "test" and step.grade_id == grade_id:
                self.cells[step.index]["outputs"] = examined.outputs

    def _run_all(self, examiner: Examiner) -> None:
        """Run all cells and tests in order; tests that lacked a name again at the end."""
        try:
            self._run_steps(examiner)
        except StudentFailure as failure:
            self.notes.add("death", str(failure))
            self._settle_rest(failure.verdict, str(failure))
        except Exception as error:
            # A defect of the grader must not stop the batch, nor pass as a student's mistake.
            last = traceback.extract_tb(error.__traceback__)[-1]
            where = f"{Path(last.filename).name}, line {last.lineno}"
            self.notes.add(
                "defect",
                f"the grader itself failed: {type(error).__name__}: {printable(error)} ({where})",
            )
            self._settle_rest(
                "not run", "The grader could not finish this notebook; a human will look."
            )

    def _run_steps(self, examiner: Examiner) -> None:
        side = examiner.side
        postponed: list[tuple[Step, str]] = []
        wanted = wanted_of_tests(self.rebuilt.steps)
        for number, step in enumerate(self.rebuilt.steps):
            self.cells[step.index]["execution_count"] = None if step.kind == "skip" else number + 1
            if step.kind == "skip":
                continue
            if side.out_of_time:
                limit = f"{self.limits.total_timeout:g} seconds"
                text = f"The notebook as a whole took longer than {limit}."
                self.notes.add("death", text)
                self._settle_rest("timeout", text)
                return
            if step.kind != "test":
                self.ran.run(side, step)
                continue
            if absent := self._run_test(examiner, step, wanted):
                postponed.append((step, absent))
        for step, absent in postponed:
            if self.done[str(step.grade_id)].points and absent not in side.names():
                continue  # the other parts earned it
            self._examine(examiner, step)
            if self.done[str(step.grade_id)].points:
                self.notes.add(
                    "repair",
                    f"test {step.grade_id} ran at the end: what it needs is defined below it",
                )
        self._look_at_changes(examiner)

    def _run_test(self, examiner: Examiner, step: Step, wanted: Set[str]) -> str | None:
        """Run a test where it is judged; return a name for which it is worth a try at the end.

        A test outside leaves in the student's process the names that later cells want of it.
        """
        side, grade_id = examiner.side, str(step.grade_id)
        if self.inside.judges(grade_id):
            examined = self.inside.visible(side, grade_id)
            if examined is not None:
                self._keep(grade_id, examined)
            return None
        absent = self._examine(examiner, step)
        if side.known_names is not None:
            self.ran.vanished.look(side.known_names, grade_id)
        if self.inside.tests:
            self.inside.visible(side, grade_id)
        elif names_in(step.source) & wanted:
            side.run_cell(step.source)
        return absent

    def _look_at_changes(self, examiner: Examiner) -> None:
        """Tell what functions changed unasked; it counts only where a test asks for it.

        It comes last: what is changed now is seen by no other test.
        """
        for grade_id, functions in list(self.conduct.kept_back.items()):
            for name, keys in sorted(functions.items()):
                in_order = sorted(keys, key=str)
                what = ", ".join(f"`{k}`" if isinstance(k, str) else f"{k + 1}" for k in in_order)
                self.notes.add(
                    "info",
                    f"`{printable(name)}` changes its argument(s) {what}, which the solution "
                    f"does not; test {grade_id} did not see it",
                )
            if self.done[grade_id].verdict != "passed":
                continue
            self.attempt.at(grade_id)
            examined = examiner.with_all_changes(grade_id)
            self.attempt.at("")
            if examined is not None:
                self._keep(grade_id, examined)

    def _examine(self, examiner: Examiner, step: Step) -> str | None:
        """Examine one test; return a name of the student's that was missing."""
        grade_id = str(step.grade_id)
        if grade_id in self.attempt.lost:
            examined = examiner.lost(grade_id, *self.attempt.lost[grade_id])
            self.notes.add("death", f"test {grade_id}: {examined.result.message}")
        else:
            self.attempt.at(grade_id)
            examined = examiner.examine(grade_id)
            self.attempt.at("")
        if examined.absent in self.ran.missing and not examined.result.points:
            text = self.ran.missing[examined.absent]
            result = replace(examined.result, verdict="error", message=text)
            examined = replace(examined, result=result, outputs=outputs_of(result))
        self._keep(grade_id, examined)
        return examined.absent

    def _say_what_was_lost(self, seconds: float) -> None:
        """Note names that were gone before a test that did not pass, and much time taken."""
        tests = [test for test in self.results() if test.grade_id in self.done]
        for text in self.ran.vanished.costly(tests):
            self.notes.add("refusal", text)
        self.ran.say_how_many_raised()
        if seconds > max(SLOW, self.limits.total_timeout / 2):
            allowed = f"{self.limits.total_timeout:g} that a submission may take in all"
            self.notes.add("info", f"it held its worker for {seconds:.0f} seconds of the {allowed}")

    def _settle_rest(self, verdict: Verdict, message: str, *, unread: bool = False) -> None:
        """Give tests without outcome this one; manual cells too if nothing was read."""
        for cell in self.graded:
            grade_id, role = grade_id_of(cell) or "", role_of(cell)
            if grade_id in self.done or not (role == "test" or (unread and role == "manual")):
                continue
            points = float(nbgrader_metadata(cell).get("points") or 0)
            result = TestResult(grade_id, 0.0, points, verdict, message)
            self._keep(grade_id, Examined(result, outputs_of(result)))
