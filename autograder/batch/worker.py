"""What runs in a worker process: one student server, the parsed sources, one job after the other.

It imports neither nbgrader nor nbformat, which cost seconds each.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import multiprocessing
import os
import signal
import socket
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from multiprocessing import connection, util
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.batch.graded_file import GradedFile
from autograder.cells import grade_ids_of, tests_of
from autograder.course.settings import Settings
from autograder.errors import BrokenSourceError
from autograder.preflight.faults import Fault

if TYPE_CHECKING:
    from autograder.assignment import Assignment
    from autograder.grade import Graded
    from autograder.sandbox.detection import Detection
    from autograder.sandbox.server import StudentServer


@dataclass(frozen=True)
class Job:
    """One notebook of one submission."""

    student: str
    assignment: str
    notebook: str
    folder: str


@dataclass(frozen=True)
class Outcome:
    """What a worker made of a job.

    Attributes
    ----------
    graded : GradedFile or None
        ``None`` if grading itself broke down.
    broken : str
        Why it broke down.
    course_fault : bool
        Whether the instructor's notebook is to blame, so that every submission would break down.
    """

    job: Job
    graded: GradedFile | None = None
    broken: str = ""
    course_fault: bool = False


class Worker:
    """What a worker process keeps between submissions: the assignments and a student server.

    Parameters
    ----------
    sources : mapping of str to bytes
        The instructor's notebooks, by name.
    settings : Settings
        How to grade.
    detected : Detection, optional
        What this machine's isolation is known to reach.
    control : socket, optional
        Leads to a running server for this worker alone.
    """

    def __init__(
        self,
        sources: Mapping[str, bytes],
        settings: Settings,
        detected: Detection | None = None,
        control: socket.socket | None = None,
    ) -> None:
        self.sources = sources
        self.settings = settings
        self._parsed = {name: json.loads(data) for name, data in sources.items()}
        self._assignments: dict[str, Assignment] = {}
        self._detected = detected
        self._control = control
        self._server: StudentServer | None = None
        self._process = os.getpid()

    def get_ready(self) -> None:
        """Do what the first submission would wait for.

        What goes wrong here goes wrong again with the first submission, and is reported there.
        """
        with contextlib.suppress(Exception):
            if not self.settings.stand_in:
                self.server().launch()  # while it starts, this process gets ready too
            for notebook in self.sources:
                self.assignment("", notebook)

    def assignment(self, name: str, notebook: str) -> Assignment:
        """Return one of the instructor's notebooks, understood at the first time."""
        if notebook not in self._assignments:
            from autograder.assignment import Assignment

            inside = {name for book, name in self.settings.inside if book == notebook}
            if self.settings.tests == "inside":
                inside = tests_of(self._parsed[notebook])
            others = {n: grade_ids_of(book) for n, book in self._parsed.items() if n != notebook}
            made = Assignment.from_notebook(
                self._parsed[notebook], name, notebook, self.settings, others
            )
            self._assignments[notebook] = made.with_inside(inside)
        found = self._assignments[notebook]
        found.name = name
        return found

    def server(self) -> StudentServer:
        """Return this worker's student server, which may not have been started yet."""
        if self._server is None:
            from autograder.sandbox.server import StudentServer

            control, self._control = self._control, None
            self._server = StudentServer(self.settings, self._detected, control)
        return self._server

    def take_over(self, former: Worker) -> None:
        """Go on with the student server of this process's former worker, or end it."""
        if former._server is not None and former._server.serves(self.settings):
            self._server, former._server = former._server, None
        former.close()

    def close(self) -> None:
        """End the student server; the next submission starts another."""
        server, self._server = self._server, None
        if server is not None and self._process == os.getpid():
            server.close()

    def grade(self, job: Job) -> Outcome:
        """Grade one notebook. Whatever goes wrong becomes an outcome."""
        try:
            server = None if self.settings.stand_in else self.server()
            if server is not None:
                server.start()  # at first, and again if it ended
            grade = _grader(self.settings.stand_in)
            assignment = self.assignment(job.assignment, job.notebook)
            graded = grade(assignment, Path(job.folder), student=job.student, server=server)
            return Outcome(job, GradedFile.of(graded.result, graded.notebook))
        except BrokenSourceError as error:
            self.close()
            return Outcome(job, broken=str(error), course_fault=True)
        except Exception as error:  # a defect of ours: one submission waits, the class does not
            self.close()
            return Outcome(job, broken=f"{type(error).__name__}: {error}")

    def try_course(self, notebook: str) -> list[Fault]:
        """Grade the instructor's own solution and the release of a notebook."""
        from autograder.preflight.trial import faults_of_either, faults_of_trial

        try:
            self.server().start()
            known = self.assignment("", notebook)
            either = self.settings.tests == "auto"
            faults = (faults_of_either if either else faults_of_trial)(known, self.server())
            known.found_lines.clear()  # the instructor's messages are not for students
            return faults
        except BrokenSourceError as error:
            self.close()
            return [Fault(notebook, "", f"{error}.", "Repair the notebook.")]


def _grader(stand_in: str) -> Callable[..., Graded]:
    """Return what grades a notebook."""
    if not stand_in:
        from autograder.grade import grade_notebook

        return grade_notebook
    module, _, name = stand_in.partition(":")
    found: Callable[..., Graded] = getattr(importlib.import_module(module), name)
    return found


_worker: Worker | None = None  # this process's
_stopped = False  # told to end
_one_at_a_time = threading.Lock()  # a Dask worker may have threads; the examiner is not for sharing


def become_worker(
    sources: Mapping[str, bytes],
    settings: Settings,
    detected: Detection | None = None,
    control: socket.socket | None = None,
) -> None:
    """Make this process a worker, and end it when the main process ends; see `Worker`."""
    global _worker
    former = _worker
    if former is not None and (former.sources, former.settings) == (sources, settings):
        return
    parent = multiprocessing.parent_process()
    if former is None and parent is not None:
        _obey()
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    with contextlib.suppress(SystemExit):  # told to stop: there will be no job
        _worker = Worker(sources, settings, detected, control)
        if former is not None:
            _worker.take_over(former)
        else:
            util.Finalize(None, close_server, exitpriority=10)  # a pool's worker runs no atexit
        _worker.get_ready()


def _obey() -> None:
    """Leave Ctrl-C to the main process; where that ends this one, end the job and clean up."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, _stop)


def _stop(*_: object) -> None:
    global _stopped
    _stopped = True  # a job that is handed over already must not begin
    sys.exit(1)


def _check_in() -> Worker:
    """Return this process's worker, for one more job."""
    if _stopped:
        sys.exit(1)
    if _worker is None:
        raise RuntimeError("this process is no worker")
    return _worker


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)


def close_server() -> None:
    """End this process's student server."""
    if _worker is not None:
        _worker.close()


def grade_job(job: Job) -> Outcome:
    """Grade one notebook in a worker."""
    worker = _check_in()
    with _one_at_a_time:
        return worker.grade(job)


def trial_job(notebook: str) -> list[Fault]:
    """Grade the instructor's own solution and the release of a notebook, in a worker."""
    worker = _check_in()
    with _one_at_a_time:
        return worker.try_course(notebook)


def grade_anywhere(job: Job, sources: Mapping[str, bytes], settings: Settings) -> Outcome:
    """Grade one notebook in a process that another scheduler started."""
    with _one_at_a_time:
        become_worker(sources, settings)
    return grade_job(job)
