"""Where the outcomes of a class are put together by student, and written."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from autograder.batch.cache import Cache, reusable, submission_hash
from autograder.batch.files import store
from autograder.batch.graded_file import GradedFile
from autograder.batch.options import Options, Run
from autograder.batch.ungraded import broken_down, left_out
from autograder.batch.worker import Job, Outcome
from autograder.cells import grade_ids_of, printable
from autograder.course.dates import EXTENSIONS, doubts_of
from autograder.course.folders import Course, CourseError, Submission
from autograder.course.register import registered
from autograder.files import why_no_folder
from autograder.gradebook.book import Gradebook
from autograder.gradebook.lateness import Timing
from autograder.gradebook.rows import NotebookGrades, Record
from autograder.hashes import conditions, key_of
from autograder.notebook import Notebook
from autograder.notes import Note
from autograder.words import counted

BATCH = 20  # submissions in one transaction
BATCH_SECONDS = 1.0


class Recorder:
    """Where outcomes are put together by student and written."""

    def __init__(
        self,
        course: Course,
        assignment: str,
        options: Options,
        cache: Cache,
        book: Gradebook,
        parsed: Mapping[str, Notebook],
        say: Callable[[str], None],
    ) -> None:
        self.course, self.assignment, self.options = course, assignment, options
        self.cache, self.book, self.parsed = cache, book, parsed
        self.info = registered(course, assignment, book, parsed, say)
        if options.prune:
            say(f"{counted(book.prune(), 'row')} of cells that are gone deleted for good.")
        self.run = Run(assignment)
        self.open: dict[str, dict[str, GradedFile]] = {}
        self.submissions: dict[str, Submission] = {}
        self.keys: dict[tuple[str, str], str] = {}
        self.contents: dict[str, str] = {}  # hashes of what each student handed in
        self.scores: dict[tuple[str, str], dict[str, float | None]] = {}  # before this run
        self.handed_in = {} if options.force else cache.handed_in(assignment)
        self.complete: list[str] = []  # students whose notebooks are all there
        self.recorded: set[str] = set()
        self.say = say
        self.written = time.monotonic()

    def sort(self, submissions: Sequence[Submission], sources: Mapping[str, bytes]) -> list[Job]:
        """Find what is on record, what the cache knows, and what must be graded."""
        settings = self.options.settings
        fixed = {
            **conditions(settings, sources),
            "grader": settings.stand_in,
            "releases": repr(settings.releases),
            "assignment": self.assignment,
            # Which file answers which notebook depends on all of the assignment's.
            "notebooks": {name: sorted(grade_ids_of(book)) for name, book in self.parsed.items()},
        }
        hashes = {name: hashlib.sha256(data).hexdigest() for name, data in sources.items()}
        on_record = {} if self.options.force else self.cache.recorded(self.assignment)
        scores = self.scores = self.book.scores(self.info)
        jobs: list[Job] = []
        for submission in submissions:
            student = submission.student
            self.submissions[student] = submission
            content = submission_hash(submission.folder, sources, settings.student_files)
            self.contents[student] = content
            known: dict[str, GradedFile] = {}
            for name in sources:
                key = key_of(**fixed, source=hashes[name], content=content, student=student)
                self.keys[student, name] = key
                graded = None if self.options.force else self.cache.get(key)
                if graded is not None:
                    known[name] = graded
            if len(known) == len(sources):
                known = _settle(known, submission.folder)
            if len(known) == len(sources) and all(
                on_record.get((student, name)) == self._record_key(submission, name)
                and _in_gradebook(scores.get((student, name)), graded)
                and self._is_on_file(student, name, graded)
                for name, graded in known.items()
            ):
                self.run.unchanged += len(known)
                self.run.results += [graded.result for graded in known.values()]
                continue
            self.open[student] = {}
            for name in sources:
                if name in known:
                    self.run.reused += 1
                    self._add(student, name, known[name])
                else:
                    jobs.append(Job(student, self.assignment, name, str(submission.folder)))
        return jobs

    def _record_key(self, submission: Submission, notebook: str) -> str:
        return f"{self.keys[submission.student, notebook]} {submission.timestamp}"

    def _is_on_file(self, student: str, notebook: str, graded: GradedFile) -> bool:
        path = self.course.path("autograded", student, self.assignment) / f"{notebook}.ipynb"
        try:
            return path.read_bytes() == graded.notebook
        except OSError:
            return not graded.notebook

    def take_in(self, outcomes: Iterable[Outcome], progress: Callable[[int], None]) -> None:
        """Write what the workers bring, some submissions at a time."""
        self._write(force=False)
        for done, outcome in enumerate(outcomes, 1):
            job = outcome.job
            if outcome.course_fault:
                raise CourseError(f"{job.notebook}.ipynb cannot be graded: {outcome.broken}")
            graded = outcome.graded
            if graded is None:
                rules = self.options.settings.rules
                graded = broken_down(outcome, self.parsed[job.notebook], rules)
                self.run.broken += 1
            if job.student in self.open:
                graded = _as_handed_in(graded, self.submissions[job.student])
                self.cache.put(self.keys[job.student, job.notebook], graded)
                self.run.graded += not outcome.broken
                self._add(job.student, job.notebook, graded)
            progress(done)
            self._write(force=False)
        self._write(force=True)

    def _add(self, student: str, notebook: str, graded: GradedFile) -> None:
        here = self.open[student]
        here[notebook] = graded
        if len(here) == len(self.parsed):
            self.complete.append(student)

    def _write(self, *, force: bool) -> None:
        waited = time.monotonic() - self.written
        if not self.complete or not (
            force or len(self.complete) >= BATCH or waited > BATCH_SECONDS
        ):
            return
        records, marks = [], []
        for student in self.complete:
            submission = self.submissions[student]
            files = _settle(self.open.pop(student), submission.folder)
            self.run.results += [graded.result for graded in files.values()]
            notebooks = {name: graded.notebook for name, graded in files.items() if graded.notebook}
            store(self.course, self.assignment, student, submission.folder, notebooks)
            records.append(
                Record(
                    student,
                    {name: _grades(graded) for name, graded in files.items()},
                    submission.timestamp,
                    {name: self._kept(student, graded) for name, graded in files.items()},
                )
            )
            marks += [
                (student, name, self._record_key(submission, name))
                for name, graded in files.items()
                if reusable(graded.result)
            ]
        self.book.record(self.info, records)
        handed_in = [
            (who, self.contents[who], str(self.submissions[who].timestamp)) for who in self.complete
        ]
        self.cache.mark(self.assignment, marks, handed_in)
        self.recorded.update(self.complete)
        self.complete.clear()
        self.written = time.monotonic()

    def _kept(self, student: str, graded: GradedFile) -> frozenset[str]:
        """Return the cells whose points by hand still hold; none where grading is forced."""
        if self.handed_in.get(student, ("", ""))[0] != self.contents[student]:
            return frozenset()
        before = self.scores.get((student, graded.result.notebook), {})
        return frozenset(
            name
            for name, points in graded.result.scores.items()
            if points is None or points == before.get(name)
        )

    def settle_lateness(self) -> dict[str, Timing]:
        """Let penalties follow dates, extensions and points, of what was graded before, too."""
        timings = self.book.settle_lateness(self.info)
        for student in self.recorded & timings.keys():
            timings[student].before = timings[student].penalty  # it had none to be compared with
        for student in sorted(self.book.extensions.keys() - timings.keys()):
            # Of whoever is not graded in this run, a folder may lie there.
            if why_no_folder(self.course.path("submitted", student, self.assignment)) == "":
                self.say(
                    f"{EXTENSIONS} names {printable(student)}, who has handed in nothing for "
                    f"{self.assignment} so far."
                )
        for doubt in doubts_of(self.course, self.info.duedate, self.book.extensions):
            self.say(doubt)
        return timings


def _as_handed_in(graded: GradedFile, submission: Submission) -> GradedFile:
    """Add what the folder says."""
    if not submission.notes:
        return graded
    late = (Note("refusal", text) for text in submission.notes)
    result = replace(graded.result, notes=(*graded.result.notes, *late), needs_human=True)
    return replace(graded, result=result)


def _settle(files: Mapping[str, GradedFile], folder: Path) -> dict[str, GradedFile]:
    """Let a notebook that was left out have no file and wait for nobody."""
    return {
        name: GradedFile(replace(graded.result, needs_human=False))
        if left_out(graded.result, folder)
        else graded
        for name, graded in files.items()
    }


def _grades(graded: GradedFile) -> NotebookGrades | None:
    if not graded.notebook:
        return None
    return NotebookGrades(graded.result.scores, graded.checksums, graded.result.refusal)


def _in_gradebook(recorded: Mapping[str, float | None] | None, graded: GradedFile) -> bool:
    """Whether the gradebook holds this result."""
    if recorded is None:
        return False
    return all(
        recorded.get(grade_id) == points
        for grade_id, points in graded.result.scores.items()
        if points is not None and graded.notebook
    )
