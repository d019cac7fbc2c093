"""Grade an assignment of a course: what is new through the workers, what is known from the cache.

The order of writing makes a kill at any moment harmless: the result into the cache, the files
under ``autograded/``, the gradebook in one transaction, and last the note that it is on record.
Whatever is missing after a kill is done by the next run.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from autograder.batch.cache import Cache, Entry, conditions, key_of, reusable, submission_hash
from autograder.batch.cluster import grade_on_cluster
from autograder.batch.files import store
from autograder.batch.pool import Job, Outcome, Settings, grade_locally, trial_locally
from autograder.batch.ungraded import broken_down, refused_folder
from autograder.cells import grade_ids_of, printable
from autograder.course.autotests import instructors_notebooks
from autograder.course.dates import EXTENSIONS
from autograder.course.folders import Course, CourseError, Submission
from autograder.course.register import gradebook_of, registered
from autograder.course.settings import GRADER, settings_for
from autograder.gradebook.book import Gradebook, NotebookGrades, Record
from autograder.gradebook.lateness import Timing
from autograder.notebook import Notebook
from autograder.notes import LOOK, Note
from autograder.pages.words import counted
from autograder.preflight.door import refuse_faults
from autograder.result import Result
from autograder.sandbox.server import StudentServer
from autograder.whole_class import passed_by_nobody

BATCH = 20  # submissions in one transaction
BATCH_SECONDS = 1.0

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Options:
    """What the instructor asked for, and a server that is being started for these settings."""

    settings: Settings = field(default_factory=Settings)
    workers: int = 1
    students: Sequence[str] = ()
    force: bool = False
    prune: bool = False
    scheduler: str | None = None
    server: StudentServer | None = None


@dataclass
class Run:
    """What a run did.

    Attributes
    ----------
    results : list of Result
        Of every submitted notebook, by student and notebook; also those graded before.
    timings : dict of str to Timing
        When each student on record handed in, and what that costs now and did before.
    graded, reused, unchanged, broken : int
        Notebooks graded now, taken from the cache, and on record already; and those whose grading
        broke down.
    seconds, grading_seconds : float
        Wall time of all, and of grading with its writing.
    """

    assignment: str
    results: list[Result] = field(default_factory=list)
    timings: dict[str, Timing] = field(default_factory=dict)
    graded: int = 0
    reused: int = 0
    unchanged: int = 0
    broken: int = 0
    seconds: float = 0.0
    grading_seconds: float = 0.0

    @property
    def needs_human(self) -> bool:
        """Whether anything happened that an instructor should look at."""
        return any(result.needs_human for result in self.results) or bool(
            passed_by_nobody(self.results)
        )


def grade_assignment(
    course: Course,
    assignment: str,
    options: Options,
    progress: Progress = lambda done, total: None,
    say: Callable[[str], None] = lambda text: None,
) -> Run:
    """Grade what was handed in for an assignment, and bring gradebook and files up to date.

    Raises
    ------
    CourseError, GradebookError, ClusterError
        If grading cannot begin or go on; the message says why and what to do.
    """
    started = time.monotonic()
    sources = instructors_notebooks(course, assignment)
    settings = settings_for(options.settings, course, assignment)
    options = replace(options, settings=settings)
    parsed = {name: _parse(name, data) for name, data in sources.items()}
    submissions, refused = course.submissions(assignment, options.students)
    if not submissions and not refused:
        who = " by " + ", ".join(map(printable, options.students)) if options.students else ""
        raise CourseError(
            f"Nothing was handed in for {printable(assignment)}{who} "
            f"(looked in {course.path('submitted', '*', assignment)})."
        )
    with (
        Cache(course.root) as cache,
        gradebook_of(course, assignment) as book,
    ):
        if settings.grader == GRADER:
            trial = trial_locally(sources, settings, options.server)
            settings = refuse_faults(course, assignment, sources, settings, trial)
            options = replace(options, settings=settings)
        recorder = _Recorder(course, assignment, options, cache, book, parsed, say)
        jobs = recorder.sort(submissions, sources)
        progress(0, len(jobs))
        begun = time.monotonic()
        outcomes: Iterable[Outcome] = ()
        if options.scheduler:
            outcomes = grade_on_cluster(jobs, sources, options.settings, options.scheduler)
        elif jobs:
            workers = max(1, min(options.workers, len(jobs)))
            ready = (jobs, sources, options.settings, workers, options.server)
            outcomes = grade_locally(*ready)
        recorder.take_in(outcomes, lambda done: progress(done, len(jobs)))
        run = recorder.run
        run.grading_seconds = time.monotonic() - begun
        run.timings = recorder.settle_lateness()
    run.results += [refused_folder(assignment, who, parsed) for who in refused]
    run.results.sort(key=lambda result: (result.student, result.notebook))
    run.seconds = time.monotonic() - started
    return run


class _Recorder:
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
        self.open: dict[str, dict[str, Entry | None]] = {}
        self.submissions: dict[str, Submission] = {}
        self.keys: dict[tuple[str, str], str] = {}
        self.complete: list[str] = []  # students whose notebooks are all there
        self.recorded: set[str] = set()
        self.say = say
        self.written = time.monotonic()

    def sort(self, submissions: Sequence[Submission], sources: Mapping[str, bytes]) -> list[Job]:
        """Find what is on record, what the cache knows, and what must be graded."""
        settings = self.options.settings
        fixed = {
            **conditions(settings, sources),
            "grader": settings.grader,
            "assignment": self.assignment,
            # Which file answers which notebook depends on all of the assignment's.
            "notebooks": {name: sorted(grade_ids_of(book)) for name, book in self.parsed.items()},
        }
        hashes = {name: hashlib.sha256(data).hexdigest() for name, data in sources.items()}
        on_record = {} if self.options.force else self.cache.recorded(self.assignment)
        scores = self.book.scores(self.info)
        jobs: list[Job] = []
        for submission in submissions:
            student = submission.student
            self.submissions[student] = submission
            content = submission_hash(submission.folder, sources, settings.student_files)
            known: dict[str, Entry] = {}
            for name in sources:
                key = key_of(**fixed, source=hashes[name], content=content, student=student)
                self.keys[student, name] = key
                entry = None if self.options.force else self.cache.get(key)
                if entry is not None:
                    known[name] = entry
            if len(known) == len(sources) and all(
                on_record.get((student, name)) == self._record_key(submission, name)
                and _on_file(scores.get((student, name)), entry)
                and (not entry.notebook or self._file(student, name).is_file())
                for name, entry in known.items()
            ):
                self.run.unchanged += len(known)
                self.run.results += [entry.result for entry in known.values()]
                continue
            self.open[student] = {}
            for name in sources:
                if name in known:
                    self.run.reused += 1
                    self._add(student, name, known[name])
                else:
                    jobs.append(Job(student, self.assignment, name, str(submission.folder)))
        return jobs

    def _file(self, student: str, notebook: str) -> Path:
        return self.course.path("autograded", student, self.assignment) / f"{notebook}.ipynb"

    def _record_key(self, submission: Submission, notebook: str) -> str:
        return f"{self.keys[submission.student, notebook]} {submission.timestamp}"

    def take_in(self, outcomes: Iterable[Outcome], progress: Callable[[int], None]) -> None:
        """Write what the workers bring, some submissions at a time."""
        self._write(force=False)
        for done, outcome in enumerate(outcomes, 1):
            job = outcome.job
            if outcome.course_fault:
                raise CourseError(f"{job.notebook}.ipynb cannot be graded: {outcome.broken}")
            if outcome.result is None:
                rules = self.options.settings.rules
                outcome = broken_down(outcome, self.parsed[job.notebook], rules)
                self.run.broken += 1
            if job.student in self.open:
                entry = _entry(outcome, self.submissions[job.student])
                self.cache.put(self.keys[job.student, job.notebook], entry)
                self.run.graded += not outcome.broken
                self._add(job.student, job.notebook, entry)
            progress(done)
            self._write(force=False)
        self._write(force=True)

    def _add(self, student: str, notebook: str, entry: Entry) -> None:
        here = self.open[student]
        here[notebook] = entry
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
            entries = _settle(self.open.pop(student))
            self.run.results += [entry.result for entry in entries.values()]
            notebooks = {name: e.notebook for name, e in entries.items() if e.notebook}
            store(self.course, self.assignment, student, submission.folder, notebooks)
            records.append(
                Record(
                    student,
                    {name: _grades(entry) for name, entry in entries.items()},
                    submission.timestamp,
                )
            )
            marks += [
                (student, name, self._record_key(submission, name))
                for name, entry in entries.items()
                if reusable(entry.result)
            ]
        self.book.record(self.info, records)
        self.cache.mark(self.assignment, marks)
        self.recorded.update(self.complete)
        self.complete.clear()
        self.written = time.monotonic()

    def settle_lateness(self) -> dict[str, Timing]:
        """Let penalties follow dates, extensions and points, of what was graded before, too."""
        timings = self.book.settle_lateness(self.info)
        for student in self.recorded & timings.keys():
            timings[student].before = timings[student].penalty  # it had none to be compared with
        for student in sorted(self.book.extensions.keys() - timings.keys()):
            self.say(
                f"{EXTENSIONS} names {printable(student)}, who has handed in nothing for "
                f"{self.assignment} so far."
            )
        return timings


def _parse(name: str, data: bytes) -> Notebook:
    try:
        notebook: Notebook = json.loads(data)
        if not isinstance(notebook["cells"], list):
            raise TypeError("cells is no list")
    except (ValueError, KeyError, TypeError) as error:
        raise CourseError(
            f"The instructor's notebook {name}.ipynb cannot be read: {error}"
        ) from None
    return notebook


def _entry(outcome: Outcome, submission: Submission) -> Entry:
    """Turn a worker's outcome into an entry; a notebook that was not handed in has no file."""
    result = outcome.result
    assert result is not None
    if submission.notes:
        late = (Note("refusal", text) for text in submission.notes)
        result = replace(result, notes=(*result.notes, *late), needs_human=True)
    expected = submission.folder / f"{outcome.job.notebook}.ipynb"
    if result.isolation == "none" and not os.path.lexists(expected):
        return Entry(result, b"", {})
    return Entry(result, outcome.notebook, outcome.checksums)


def _settle(entries: Mapping[str, Entry | None]) -> dict[str, Entry]:
    """Leave a missing notebook to no human where the student handed in another one."""
    whole = {name: entry for name, entry in entries.items() if entry is not None}
    if not any(entry.notebook for entry in whole.values()):
        return whole
    return {
        name: entry
        if entry.notebook or any(note.kind in LOOK for note in entry.result.notes)
        else Entry(replace(entry.result, needs_human=False), b"", {})
        for name, entry in whole.items()
    }


def _grades(entry: Entry) -> NotebookGrades | None:
    if not entry.notebook:
        return None
    return NotebookGrades(entry.result.scores, entry.checksums, entry.result.refusal)


def _on_file(recorded: Mapping[str, float | None] | None, entry: Entry) -> bool:
    """Whether the gradebook holds this result."""
    if recorded is None:
        return False
    return all(
        recorded.get(grade_id) == points
        for grade_id, points in entry.result.scores.items()
        if points is not None and entry.notebook
    )
