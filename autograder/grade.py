"""Grade one notebook: take it in, rebuild it, run it, examine it, say what came of it."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import json
import re
import time
import traceback
from collections.abc import Set
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.assignment import Assignment
from autograder.attempts import ALL_TESTS, Attempt, graded_apart
from autograder.cells import (
    grade_id_of,
    nbgrader_metadata,
    printable,
    role_of,
    text_of,
)
from autograder.examiner.examiner import Examined, Examiner
from autograder.examiner.failures import StudentFailure
from autograder.examiner.rehearsal import Conduct
from autograder.examiner.student_side import StudentSide
from autograder.examiner.verdicts import error_output, outputs_of
from autograder.guest.codec import use_course_types
from autograder.hashes import files_hash
from autograder.inside import Inside
from autograder.intake.beside import wanting
from autograder.intake.folder import read_submission
from autograder.intake.read import Intake, read_bytes
from autograder.intake.reassemble import Reassembled, Step, reassemble
from autograder.intake.trusted import names_in
from autograder.intake.wanted import wanted_of_tests
from autograder.limits import Limits
from autograder.notebook import Notebook
from autograder.notes import Notes
from autograder.outputs import cut_short, size_of
from autograder.result import Isolation, Result, TestResult, Verdict
from autograder.sandbox.outcomes import CellOutcome
from autograder.sandbox.process import StudentProcess
from autograder.vanished import Vanished

if TYPE_CHECKING:
    from autograder.sandbox.bubblewrap import Level
    from autograder.sandbox.server import StudentServer

MAX_NOTES = 60
MAX_RAISED = 20  # cells that raised an error and are named one by one
SLOW = 30.0  # seconds of a worker that are worth a note
OUTPUT_BYTES = 20_000_000  # of all outputs of a notebook together
MANY_OUTPUTS = f"it shows more than {OUTPUT_BYTES // 10**6} MB; further outputs were left out"


@dataclass
class Graded:
    """What grading yields.

    Attributes
    ----------
    result : Result
        The points, with reasons.
    notebook : dict
        The autograded notebook: rebuilt, with outputs, in nbgrader's form.
    """

    result: Result
    notebook: Notebook


def grade_notebook(
    assignment: Assignment,
    submission: Path | bytes,
    limits: Limits | None = None,
    *,
    student: str,
    server: StudentServer | None = None,
    seed: int | None = None,
    isolation: Level = "sandbox",
    candid: bool = False,
) -> Graded:
    """Grade one submitted notebook.

    Parameters
    ----------
    assignment : Assignment
        The instructor's notebook, understood.
    submission : Path or bytes
        A notebook file, the folder that was handed in, or the notebook's bytes.
    limits : Limits, optional
        What the student's code may use.
    student : str
        The student's name, for the result.
    server : StudentServer, optional
        A running server; without one a server is started for this notebook alone.
    seed : int, optional
        Seed of all random inputs. By default it follows from the student's text and the course's
        secret salt: nobody can foresee it, and grading again gives the same.
    isolation : str
        Level of a server that is started here.
    candid : bool
        Whether messages tell what hidden tests know: for the instructor's eyes only.

    Returns
    -------
    Graded
        Whatever was handed in. Exceptions mean that the course or its set-up is broken.
    """
    limits = limits or Limits()
    if isinstance(submission, Path):
        submission = submission.absolute()  # it is read where another folder is the current one
    running: StudentServer

    def work(attempt: Attempt) -> dict[str, Any]:
        start = time.perf_counter()
        use_course_types(dict(assignment.code.values))
        known_lines = frozenset(assignment.found_lines)
        solved = attempt.rehearsing
        handed_in = json.dumps(assignment.source).encode() if solved else submission
        if isinstance(handed_in, bytes):
            intake = read_bytes(handed_in)
        else:
            intake = read_submission(
                handed_in,
                assignment.notebook,
                grade_ids=assignment.grade_ids,
                others=assignment.others,
                known_files=assignment.known_files,
                student_files=assignment.student_files,
            )
        usable = intake if intake.refused is None else Intake()
        rebuilt = reassemble(assignment.source, assignment.cells, usable)
        names = assignment.name, assignment.notebook
        wanted = _seed(assignment.rules.salt, *names, rebuilt.solution_sha)
        run = _Run(assignment, rebuilt, limits, attempt, candid)
        run.take(intake, running, wanted if seed is None else seed)
        hashes = {"solution": rebuilt.solution_sha} | files_hash(intake.files)
        result = Result(
            student=student,
            assignment=assignment.name,
            notebook=assignment.notebook,
            tests=tuple(run.results()),
            notes=run.notes.kept(MAX_NOTES),
            isolation=run.level,
            seed=wanted if seed is None else seed,
            seconds=time.perf_counter() - start,
            hashes=hashes | assignment.hashes,
            needs_human=run.needs_human or run.notes.look,
        )
        if attempt.rehearsing:
            run.conduct.record.keep_only(
                {t.grade_id for t in result.tests if t.verdict == "passed"}
            )
        lines = {k: v for k, v in assignment.found_lines.items() if k not in known_lines}
        return {
            "result": result.to_dict(),
            "notebook": rebuilt.notebook,
            "rehearsal": run.conduct.record.to_plain(),
            "found lines": lines,
        }

    with contextlib.ExitStack() as stack:
        if server is None:
            from autograder.sandbox.server import StudentServer

            code = assignment.code
            running = stack.enter_context(
                StudentServer(limits, isolation, code.packages, values=code.values)
            )
        else:
            running = server
        running.hand_out(assignment.files)
        plain = graded_apart(work, assignment, running, limits)
    return Graded(Result.from_dict(plain["result"]), plain["notebook"])


def _seed(salt: str, *parts: str) -> int:
    digest = hashlib.sha256("\0".join([salt, *parts]).encode("utf-8", "replace")).digest()
    return int.from_bytes(digest[:4], "little")


def _said_of_cell(outcome: CellOutcome, source: str) -> str:
    """Say which error stopped a cell, in which line of it."""
    error = printable(outcome.error or "an error", 200)
    found = re.search(r"\(<ipython-input-[^>]*>, line (\d+)\)", error)
    lines = source.splitlines()
    number = int(found[1]) if found else 0
    if found is None or not 0 < number <= len(lines):
        return f"  {error}"
    text = printable(lines[number - 1].strip(), 100)
    kind, _, detail = error[: found.start()].rstrip().partition(": ")
    return f"  {kind} in line {number} of the cell: {detail}\n    {text}"


class _Run:
    """One submission on its way through the student process and the examiner."""

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
        self.level: Isolation = "none"
        self.conduct = Conduct(assignment.rehearsal, attempt.rehearsing)
        self.notes = Notes()
        self.needs_human = False
        self.budget = OUTPUT_BYTES
        self.vanished = Vanished()
        self.raised = 0
        self.errors: list[tuple[str, str]] = []  # of cells, each with its place
        self.done: dict[str, TestResult] = {}
        # Why names are missing: the cell that should bind them raised an error.
        self.missing: dict[str, str] = {}
        self.graded = assignment.graded
        self.inside = Inside(assignment, rebuilt, self.missing, candid)
        self.cells = rebuilt.notebook["cells"]

    def results(self) -> list[TestResult]:
        """Return the outcome of each graded cell, in the instructor's order."""
        found = []
        for cell in self.graded:
            grade_id, points = (
                grade_id_of(cell) or "",
                float(nbgrader_metadata(cell).get("points") or 0),
            )
            if grade_id in self.done:
                found.append(self.done[grade_id])
            elif role_of(cell) == "manual" and not self.rebuilt.manual.get(grade_id, True):
                text = "Nothing was written here."
                found.append(TestResult(grade_id, 0.0, points, "not attempted", text))
            else:
                found.append(TestResult(grade_id, None, points, "manual"))
        return found

    def take(self, intake: Intake, server: StudentServer, seed: int) -> None:
        """Run and examine what was read of a submission."""
        self.notes.extend(intake.notes)
        if intake.refused is not None:
            self.notes.add("info" if intake.missing else "refusal", intake.refused)
            self.needs_human = True
            self.close("not run", f"Not graded: {intake.refused}.", unread=True)
            return
        self.notes.extend(self.rebuilt.notes)
        self.level = server.isolation
        if ALL_TESTS in self.attempt.lost:
            verdict, text = self.attempt.lost[ALL_TESTS]
            self.notes.add("death", text)
            self.close(verdict, text)
            return
        with StudentProcess(server, self.rebuilt.prelude, intake.files) as process:
            self.conduct.ask = functools.partial(self.attempt.ask, process)
            lines = self.assignment.found_lines
            side = StudentSide(process, self.limits, self.conduct, lines)
            begun = time.perf_counter()
            untouched = self.rebuilt.untouched
            self.go(Examiner(self.assignment.trusted, side, seed, untouched, self.candid))
            self.say_what_was_lost(time.perf_counter() - begun)
        wanted = self.inside.wanting(self.done)
        if wanted and not self.attempt.rehearsing:
            self.attempt.at("")  # its time begins anew
            with StudentProcess(server, self.rebuilt.prelude, intake.files) as process:
                for grade_id, examined in self.inside.hidden(process, self.done, wanted).items():
                    self._keep(grade_id, examined)

        said = [*self.errors, *((f"test {k}", test.message) for k, test in self.done.items())]
        for text in wanting(intake.ignored, said):
            self.notes.add("refusal", text)

    def _keep(self, grade_id: str, examined: Examined) -> None:
        """Put a test's outcome in its place."""
        self.done[grade_id] = examined.result
        self.needs_human |= examined.needs_human
        for step in self.rebuilt.steps:
            if step.kind == "test" and step.grade_id == grade_id:
                self.cells[step.index]["outputs"] = examined.outputs

    def go(self, examiner: Examiner) -> None:
        """Run all cells and tests in order; tests that lacked a name again at the end."""
        try:
            self._go(examiner)
        except StudentFailure as failure:
            self.notes.add("death", str(failure))
            self.close(failure.verdict, str(failure))
        except Exception as error:
            # A defect of the grader must not stop the batch, nor pass as a student's mistake.
            last = traceback.extract_tb(error.__traceback__)[-1]
            where = f"{Path(last.filename).name}, line {last.lineno}"
            self.notes.add(
                "defect",
                f"the grader itself failed: {type(error).__name__}: {printable(error)} ({where})",
            )
            self.close("not run", "The grader could not finish this notebook; a human will look.")

    def _go(self, examiner: Examiner) -> None:
        side = examiner.side
        postponed: list[Step] = []
        wanted = wanted_of_tests(self.rebuilt.steps)
        for number, step in enumerate(self.rebuilt.steps):
            self.cells[step.index]["execution_count"] = None if step.kind == "skip" else number + 1
            if step.kind == "skip":
                continue
            if side.out_of_time:
                limit = f"{self.limits.total_timeout:g} seconds"
                text = f"The notebook as a whole took longer than {limit}."
                self.notes.add("death", text)
                self.close("timeout", text)
                return
            if step.kind != "test":
                self._run_cell(side, step)
                continue
            if self.inside.judges(str(step.grade_id)):
                examined = self.inside.visible(side, str(step.grade_id))
                if examined is not None:
                    self._keep(str(step.grade_id), examined)
                continue
            if self._examine(examiner, step):
                postponed.append(step)
            if side.known_names is not None:
                self.vanished.look(side.known_names, str(step.grade_id))
            if self.inside.tests:
                self.inside.visible(side, str(step.grade_id))
            elif names_in(step.source) & wanted:
                side.run_cell(step.source)
        for step in postponed:
            self._examine(examiner, step)
            if self.done[str(step.grade_id)].points:
                self.notes.add(
                    "repair",
                    f"test {step.grade_id} ran at the end: what it needs is defined below it",
                )
        self._look_at_changes(examiner)

    def _look_at_changes(self, examiner: Examiner) -> None:
        """Tell what functions changed unasked; it counts only where a test asks for it.

        It comes last: what is changed now is seen by no other test.
        """
        for grade_id, functions in list(self.conduct.kept_back.items()):
            for name, keys in sorted(functions.items()):
                what = ", ".join(f"`{k}`" if isinstance(k, str) else f"{k + 1}" for k in keys)
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
                self.done[grade_id] = examined.result
                step = next(s for s in self.rebuilt.steps if s.grade_id == grade_id)
                self.cells[step.index]["outputs"] = examined.outputs

    def _examine(self, examiner: Examiner, step: Step) -> bool:
        """Examine one test; whether it is worth another try at the end."""
        grade_id = str(step.grade_id)
        if grade_id in self.attempt.lost:
            examined = examiner.lost(grade_id, *self.attempt.lost[grade_id])
            self.notes.add("death", f"test {grade_id}: {examined.result.message}")
        else:
            self.attempt.at(grade_id)
            examined = examiner.examine(grade_id)
            self.attempt.at("")
        result, outputs = examined.result, examined.outputs
        if examined.absent in self.missing:
            result = replace(result, verdict="error", message=self.missing[examined.absent])
            outputs = outputs_of(result)
        self.done[grade_id] = result
        self.needs_human |= examined.needs_human
        self.cells[step.index]["outputs"] = outputs
        return examined.absent is not None

    def _run_cell(self, side: StudentSide, step: Step) -> None:
        outcome = side.run_cell(step.source, given=step.kind == "given")
        cell = self.cells[step.index]
        cell["outputs"] = list(outcome.outputs)
        self.budget -= sum(map(size_of, cell["outputs"]))
        by_hand = step.grade_id in self.rebuilt.manual  # then what it shows is the answer
        if by_hand and cut_short(cell["outputs"]):
            text = f"cell {step.grade_id} shows more than is kept, and a human grades it"
            self.notes.add("refusal", text)
        if self.budget < 0:
            cell["outputs"].clear()
            self.notes.add("refusal" if by_hand else "info", MANY_OUTPUTS)
        for output in cell["outputs"]:
            if output["output_type"] == "execute_result":
                output["execution_count"] = cell["execution_count"]
        name = step.grade_id or f"number {step.index + 1}"
        if outcome.error:
            self.errors.append((f"cell {name}", outcome.error))
        binds = step.binds if outcome.ok else {}
        self.vanished.ran(name, step.source, binds, own=step.kind == "student")
        if outcome.died:
            text = f"cell {name} was stopped: {printable(outcome.detail or outcome.died)}"
            self.notes.add("death", text)
            cell["outputs"].append(error_output("Stopped", text))
        elif not outcome.ok and step.source in self.assignment.trusted.alone:
            said = printable(outcome.error or "an error", 200)
            text = f"cell {name}, which asks nothing of the student, failed here: {said}"
            self.notes.add("refusal", text)
        elif not outcome.ok and step.kind == "student":
            self.raised += 1
            if self.raised <= MAX_RAISED:
                text = f"cell {name} raised {printable(outcome.error or 'an error', 200)}"
                self.notes.add("info", text)
            said = _said_of_cell(outcome, step.source)
            for bound in self._should_bind(step):
                self.missing[bound] = (
                    f"The cell that defines `{bound}` stopped with an error.\n{said}"
                )
        elif self.missing:
            for bound in names_in(step.source):
                self.missing.pop(bound, None)

    def _should_bind(self, step: Step) -> Set[str]:
        """Return the names that the instructor's cell in this place binds."""
        for cell in self.assignment.source["cells"]:
            if step.grade_id and grade_id_of(cell) == step.grade_id:
                return names_in(text_of(cell["source"]))
        return set()

    def say_what_was_lost(self, seconds: float) -> None:
        """Note names that were gone before a test that did not pass, and much time taken."""
        tests = [test for test in self.results() if test.grade_id in self.done]
        for text in self.vanished.costly(tests):
            self.notes.add("refusal", text)
        if self.raised > MAX_RAISED:
            self.notes.add("info", f"{self.raised - MAX_RAISED} cells more raised errors")
        if seconds > max(SLOW, self.limits.total_timeout / 2):
            allowed = f"{self.limits.total_timeout:g} that a submission may take in all"
            self.notes.add("info", f"it held its worker for {seconds:.0f} seconds of the {allowed}")

    def close(self, verdict: Verdict, message: str, *, unread: bool = False) -> None:
        """Give tests without outcome this one; manual cells too if nothing was read."""
        for cell in self.graded:
            grade_id, role = grade_id_of(cell) or "", role_of(cell)
            if grade_id in self.done or not (role == "test" or (unread and role == "manual")):
                continue
            points = float(nbgrader_metadata(cell).get("points") or 0)
            result = TestResult(grade_id, 0.0, points, verdict, message)
            self._keep(grade_id, Examined(result, outputs_of(result)))
