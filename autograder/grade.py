"""Grade one notebook: take it in, rebuild it, run it, examine it, say what came of it."""

from __future__ import annotations

import contextlib
import hashlib
import json
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.assignment import Assignment
from autograder.attempts import Answer, Attempt, graded_apart
from autograder.guest.codec import use_course_types
from autograder.hashes import files_hash
from autograder.intake.folder import read_submission
from autograder.intake.read import Intake, read_bytes
from autograder.intake.reassemble import reassemble
from autograder.limits import Limits
from autograder.notebook import Notebook
from autograder.result import Result
from autograder.submission_run import SubmissionRun

if TYPE_CHECKING:
    from autograder.sandbox.server import StudentServer

MAX_NOTES = 60


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
        What the student's code may use, if not what the assignment's settings say.
    student : str
        The student's name, for the result.
    server : StudentServer, optional
        A running server; without one a server is started for this notebook alone.
    seed : int, optional
        Seed of all random inputs. By default it follows from the student's text and the course's
        secret salt: nobody can foresee it, and grading again gives the same.
    candid : bool
        Whether messages tell what hidden tests know: for the instructor's eyes only.

    Returns
    -------
    Graded
        Whatever was handed in. Exceptions mean that the course or its set-up is broken.
    """
    limits = limits or assignment.settings.limits
    if isinstance(submission, Path):
        submission = submission.absolute()  # it is read where another folder is the current one
    running: StudentServer

    def work(attempt: Attempt) -> Answer:
        return _graded(attempt, submission, limits, running, student, seed, candid)

    with contextlib.ExitStack() as stack:
        if server is None:
            from autograder.sandbox.server import StudentServer

            settings = replace(assignment.settings, limits=limits)
            running = stack.enter_context(StudentServer(settings))
        else:
            running = server
        running.hand_out(assignment.settings.files)
        plain = graded_apart(work, assignment, running, limits)
    return Graded(Result.from_dict(plain["result"]), plain["notebook"])


def _graded(
    attempt: Attempt,
    submission: Path | bytes,
    limits: Limits,
    server: StudentServer,
    student: str,
    seed: int | None,
    candid: bool,
) -> Answer:
    """Grade a submission, or the instructor's own solution, in this process; see `Attempt`."""
    start = time.perf_counter()
    assignment, settings = attempt.assignment, attempt.assignment.settings
    use_course_types(dict(settings.code.values))
    known_lines = frozenset(assignment.found_lines)
    intake = _read(submission, attempt)
    usable = intake if intake.refused is None else Intake()
    releases = dict(settings.releases).get(assignment.notebook, ())
    rebuilt = reassemble(assignment.source, assignment.cells, usable, releases)
    if rebuilt.foreign:
        name = intake.file or "the notebook"
        seems = "it seems to be another assignment's"
        intake.refused = f"{name} has none of the assignment's cells: {seems}"
        rebuilt = reassemble(assignment.source, assignment.cells, Intake(), releases)
    seed = attempt.seed if attempt.seed is not None else seed
    if seed is None:
        names = assignment.name, assignment.notebook
        seed = _seed(settings.rules.salt, *names, rebuilt.solution_sha)
    run = SubmissionRun(assignment, rebuilt, limits, attempt, candid)
    run.run(intake, server, seed)
    result = Result(
        student=student,
        assignment=assignment.name,
        notebook=assignment.notebook,
        tests=tuple(run.results()),
        notes=run.notes.kept(MAX_NOTES),
        isolation=run.level,
        seed=seed,
        seconds=time.perf_counter() - start,
        hashes={"solution": rebuilt.solution_sha} | files_hash(intake.files) | assignment.hashes,
        needs_human=run.needs_human or run.notes.look,
    )
    record = run.conduct.record
    if attempt.rehearsing:
        record.keep_only({t.grade_id for t in result.tests if t.verdict == "passed"})
    lines = {k: v for k, v in assignment.found_lines.items() if k not in known_lines}
    return {
        "result": result.to_dict(),
        "notebook": rebuilt.notebook,
        "rehearsal": record.to_plain(),
        "found_lines": lines,
    }


def _read(submission: Path | bytes, attempt: Attempt) -> Intake:
    """Read what was handed in, or the instructor's own solution."""
    assignment = attempt.assignment
    if attempt.rehearsing:
        return read_bytes(json.dumps(assignment.source).encode())
    if isinstance(submission, bytes):
        return read_bytes(submission)
    return read_submission(
        submission,
        assignment.notebook,
        grade_ids=assignment.grade_ids,
        others=assignment.others,
        known_files=assignment.settings.known_files,
        student_files=assignment.settings.student_files,
    )


def _seed(salt: str, *parts: str) -> int:
    digest = hashlib.sha256("\0".join([salt, *parts]).encode("utf-8", "replace")).digest()
    return int.from_bytes(digest[:4], "little")
