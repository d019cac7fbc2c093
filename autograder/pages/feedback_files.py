"""Write the feedback pages of an assignment: only those that are no longer true."""

from __future__ import annotations

import contextlib
import hashlib
import secrets
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from datetime import UTC, tzinfo
from pathlib import Path

from autograder.cells import printable
from autograder.course.autotests import notebook_of
from autograder.course.dates import zone_of
from autograder.course.folders import Course, CourseError
from autograder.course.register import settled_gradebook
from autograder.course.settings import release_rules
from autograder.files import mode_for, opened_regular, regular_files, write_atomically
from autograder.gradebook.standing import Standing, standings
from autograder.pages.feedback import feedback_page
from autograder.pages.graded import graded_folders, result_in
from autograder.pages.rendering import version
from autograder.pages.shelves import SourceNotebook

FEW = 12  # pages for which starting further processes would take longer
_MARK = b'<meta name="autograder-digest" content="'
_PLAIN = "plain"  # begins the digest of a page without the notebook, which is tried again
_MAX_LISTED = 12
_TIMESTAMP, _SECRET = "timestamp.txt", "submission_secret.txt"
_SMALL = 1_000  # bytes of a file that nbgrader's exchange put beside a notebook


@dataclass(frozen=True)
class PageJob:
    """One page: the autograded notebook it is made of, and what the gradebook knows."""

    student: str
    name: str
    graded: Path
    page: Path
    submitted: Path
    standing: Standing | None


@dataclass
class Desk:
    """What all pages of an assignment share.

    Attributes
    ----------
    sources : dict of str to bytes
        The instructor's notebooks, as files.
    notebooks : dict of str to SourceNotebook
        The same, as pages need them.
    zone : tzinfo
        The time zone in which times are shown.
    """

    course: Course
    assignment: str
    force: bool = False
    sources: dict[str, bytes] = field(default_factory=dict)
    notebooks: dict[str, SourceNotebook] = field(default_factory=dict)
    zone: tzinfo = UTC

    @classmethod
    def of(cls, course: Course, assignment: str, *, force: bool = False) -> Desk:
        """Read the instructor's notebooks."""
        found = {name: path.read_bytes() for name, path in course.sources(assignment).items()}
        folder, marks = course.path("source", ".", assignment), release_rules(course).hidden_marks
        notebooks = {
            name: SourceNotebook(name, notebook_of(name, data), folder, marks)
            for name, data in found.items()
        }
        return cls(course, assignment, force, found, notebooks, zone_of(course))

    def jobs(self, students: Sequence[str] = ()) -> list[PageJob]:
        """Return a job for each autograded notebook."""
        known = self.standings()
        found = []
        for student, folder in graded_folders(self.course, self.assignment, students):
            for name in self.sources:
                graded = folder / f"{name}.ipynb"
                if graded.is_file():
                    found.append(self.job(student, name, graded, known.get(student)))
        return found

    def standings(self) -> dict[str, Standing]:
        """Return what the gradebook knows, by student."""
        with settled_gradebook(self.course, self.assignment) as (book, info, _):
            return standings(book, info) if info else {}

    def job(self, student: str, name: str, graded: Path, standing: Standing | None) -> PageJob:
        """Return what one page is made of."""
        place = self.course.path("feedback", student, self.assignment)
        submitted = self.course.path("submitted", student, self.assignment)
        return PageJob(student, name, graded, place / f"{name}.html", submitted, standing)

    def digest(self, job: PageJob, notebook: bytes) -> str:
        """Hash all that a page is made of."""
        digest = hashlib.sha256(self.sources[job.name])
        digest.update(notebook)
        digest.update(f"{version()}{job.standing}{received(job.submitted)}{self.zone}".encode())
        return digest.hexdigest()

    def write(self, job: PageJob, *, whole: bool = True) -> bool:
        """Write a page unless the one that is there is true; whether it was written."""
        if not self.force and self.is_true(job):
            return False
        text = self.page(job, whole=whole)
        mode = mode_for(shared=self.course.groupshared)
        write_atomically(job.page, text.encode("utf-8", "backslashreplace"), mode)
        self.beside(job)
        return True

    def is_true(self, job: PageJob) -> bool:
        """Whether the page that is there was made of what is there now."""
        return digest_of(job.page) == self.digest(job, job.graded.read_bytes())

    def page(self, job: PageJob, *, whole: bool = True) -> str:
        """Return the text of a page; where her notebook is more than it can show, without it."""
        if whole:
            # No student's text is worth a stop, and no list names all ways to break a library.
            with contextlib.suppress(Exception):
                return self._page(job, whole=True)
        return self._page(job, whole=False)

    def _page(self, job: PageJob, *, whole: bool) -> str:
        data = job.graded.read_bytes()
        try:
            notebook = notebook_of(job.graded.name, data)
        except CourseError:
            again = f"run `grade {self.assignment}`, which writes it anew, then this"
            raise CourseError(f"{job.graded} is damaged: {again}.") from None
        return feedback_page(
            self.notebooks[job.name],
            notebook,
            result_in(notebook),
            job.standing,
            received=received(job.submitted),
            zone=self.zone,
            digest=("" if whole else f"{_PLAIN} ") + self.digest(job, data),
            whole=whole,
        )

    def beside(self, job: PageJob) -> None:
        """Put beside the page what nbgrader releases it by, as far as it was handed in.

        It releases nobody's pages where one lacks a time, which may be empty, or a secret, which
        must not be, or cannot read them. Only whoever knows the secret finds the page: one that
        nobody knows does no harm.
        """
        there, handed_in = job.page.parent, job.graded.parent
        mode = mode_for(shared=self.course.groupshared)
        secret = _one_line(handed_in / _SECRET) or _one_line(there / _SECRET)
        write_atomically(there / _SECRET, secret or secrets.token_hex(32).encode(), mode)
        write_atomically(there / _TIMESTAMP, _one_line(handed_in / _TIMESTAMP), mode)


def digest_of(page: Path) -> str:
    """Return the digest that a page carries."""
    try:
        with open(page, "rb") as file:
            head = file.read(1_000)
    except OSError:
        return ""
    return head.partition(_MARK)[2].partition(b'"')[0].decode("ascii", "replace")


def _one_line(path: Path) -> bytes:
    """Return what a file holds if it is a line of text, else nothing."""
    with contextlib.suppress(OSError), opened_regular(path) as file:
        data = file.read(_SMALL)
        line = data.strip()
        if line and line.isascii() and line.decode().isprintable():
            return data
    return b""


def is_plain(page: Path) -> bool:
    """Whether a page could not show the notebook."""
    return digest_of(page).startswith(_PLAIN)


def received(folder: Path) -> list[str]:
    """Return what was handed in: names and sizes."""
    not_hers = (".ipynb_checkpoints", "__pycache__", _TIMESTAMP, _SECRET)
    found = [
        f"{printable(name)}, {path.stat().st_size:,} bytes"
        for name, path in regular_files(folder, not_hers, 1 << 40)
    ]
    more = len(found) - _MAX_LISTED
    return found if more <= 0 else [*found[:_MAX_LISTED], f"and {more} files more"]


_desk: list[Desk] = []


def _take_desk(desk: Desk) -> None:
    _desk[:] = [desk]


def _write(job: PageJob) -> bool:
    return _desk[0].write(job)


def write_feedback(
    course: Course,
    assignment: str,
    students: Sequence[str] = (),
    *,
    force: bool = False,
    workers: int = 1,
) -> dict[Path, bool]:
    """Bring the feedback pages of an assignment up to date.

    Parameters
    ----------
    students : sequence of str
        Names or globs; empty for everybody.
    force : bool
        Whether pages that are still true are written anew as well.
    workers : int
        Processes that write at the same time.

    Returns
    -------
    dict of Path to bool
        Each page, and whether it was written now.

    Raises
    ------
    CourseError
        If nothing has been graded.
    """
    desk = Desk.of(course, assignment, force=force)
    jobs = desk.jobs(students)
    if not jobs:
        raise CourseError(
            f"Nothing of {printable(assignment)} has been graded"
            f"{' for ' + ', '.join(map(printable, students)) if students else ''}: "
            f"run `python -m autograder grade {printable(assignment)}` first."
        )
    return dict(zip((job.page for job in jobs), _written(desk, jobs, workers), strict=True))


def _written(desk: Desk, jobs: Sequence[PageJob], workers: int) -> Iterable[bool]:
    if workers < 2 or len(jobs) < FEW:
        return [desk.write(job) for job in jobs]
    # The settings may hold classes of the configuration file, which reach no other process.
    desk = replace(desk, course=replace(desk.course, config=None))
    share = max(1, len(jobs) // (4 * workers))
    written: list[bool] = []
    try:
        with ProcessPoolExecutor(workers, initializer=_take_desk, initargs=(desk,)) as pool:
            for new in pool.map(_write, jobs, chunksize=share):
                written.append(new)
    except BrokenProcessPool:
        # A page that takes all memory ends its process: each now has one of its own.
        written += [_written_apart(desk, job) for job in jobs[len(written) :]]
    return written


def _written_apart(desk: Desk, job: PageJob) -> bool:
    with ProcessPoolExecutor(1, initializer=_take_desk, initargs=(desk,)) as pool:
        try:
            return pool.submit(_write, job).result()
        except BrokenProcessPool:
            return desk.write(job, whole=False)
