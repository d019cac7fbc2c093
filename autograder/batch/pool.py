"""Grade many submissions at once in a pool of warm processes on this machine.

A worker that dies takes nothing with it: the submission that it was grading is tried once more,
alone, and then reported; all others go on.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import time
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from multiprocessing.process import BaseProcess

from autograder.batch.forkserver import start_forkserver
from autograder.batch.worker import Job, Outcome, become_worker, grade_job, trial_job
from autograder.course.folders import CourseError
from autograder.course.settings import Settings
from autograder.preflight.faults import Fault
from autograder.sandbox.control import ServerError
from autograder.sandbox.detection import Detection, detect_isolation
from autograder.sandbox.server import StudentServer

AHEAD = 2  # submissions given to a worker at a time: the next one waits at its door
GRACE = 60.0  # seconds on top of a submission's own limit before its worker counts as hanging


@dataclass
class _Worker:
    """A pool of one process, so that when it dies it is known which submission it was grading."""

    sources: Mapping[str, bytes]
    settings: Settings
    queue: deque[tuple[Job, Future[Outcome]]] = field(default_factory=deque)
    head_since: float = 0.0
    pool: ProcessPoolExecutor | None = None
    alone: bool = False
    detected: Detection | None = None
    server: StudentServer | None = None

    def start(self) -> None:
        if self.pool is None:
            control = self.server.clone() if self.server else None
            self.pool = ProcessPoolExecutor(
                1,
                multiprocessing.get_context("forkserver"),
                initializer=become_worker,
                initargs=(self.sources, self.settings, self.detected, control),
            )
            self.pid = self.pool.submit(os.getpid)  # starts the process, with a copy of the socket
            if control is not None:
                control.close()

    def submit(self, job: Job) -> None:
        self.start()
        assert self.pool is not None
        if not self.queue:
            self.head_since = time.monotonic()
        self.queue.append((job, self.pool.submit(grade_job, job)))

    def take(self) -> Outcome | Job | None:
        """Return the first job's outcome, the job itself if its worker died, else nothing."""
        job, future = self.queue[0]
        if not future.done():
            return None
        self.queue.popleft()
        self.head_since = time.monotonic()
        try:
            return future.result()
        except BrokenProcessPool:
            return job

    def use(self, settings: Settings) -> None:
        """Grade by these settings from now on."""
        if settings != self.settings:
            self.end()
            self.settings = settings

    def end(self) -> list[Job]:
        """Give up this process; return the jobs that it had not begun."""
        left = [job for job, _ in self.queue]
        self.queue.clear()
        if self.pool is not None:
            self.pool.shutdown(wait=True, cancel_futures=True)
        self.pool = None
        return left

    def interrupt(self) -> None:
        """End what the process is at, once it is ready: it cleans up then."""
        if self.pool is not None:
            wait([self.pid], timeout=GRACE)
        for child in self._process():
            child.terminate()

    def kill_if_hanging(self, limit: float) -> None:
        if self.queue and time.monotonic() - self.head_since > limit:
            for child in self._process():
                child.kill()

    def _process(self) -> list[BaseProcess]:
        """Return the process, once it is ready and as long as it lives."""
        if self.pool is None or not self.pid.done() or self.pid.exception() is not None:
            return []
        return [c for c in multiprocessing.active_children() if c.pid == self.pid.result()]


@contextlib.contextmanager
def common_server(settings: Settings) -> Iterator[StudentServer | None]:
    """Start the sandbox in which each worker gets a server of its own; do not wait for it.

    Its imports are made once, and while the workers make theirs. None where it cannot be had:
    then each worker starts a server, and says what is wrong.
    """
    if settings.isolation != "sandbox" or settings.stand_in:
        yield None
        return
    server = StudentServer(settings, detect_isolation())
    try:
        with contextlib.suppress(ServerError):
            server.launch()
        yield server
    finally:
        server.close()


class Pool:
    """Workers of this machine for one assignment's notebooks, to be used as a context manager.

    Parameters
    ----------
    sources : dict of str to bytes
        The instructor's notebooks by name, as JSON.
    settings : Settings
        How to grade.
    size : int
        How many workers.
    server : StudentServer, optional
        The common server of these settings, where it has been started already.
    """

    def __init__(
        self,
        sources: Mapping[str, bytes],
        settings: Settings,
        size: int,
        server: StudentServer | None = None,
    ) -> None:
        self.sources, self.settings, self.size = sources, settings, size
        self._server = server
        self._workers: list[_Worker] = []
        self._stack = contextlib.ExitStack()

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:  # nobody waits for what they are at
            for worker in self._workers:
                worker.interrupt()
        for worker in self._workers:
            worker.end()
        self._stack.close()

    def _made(self) -> list[_Worker]:
        """Return the workers, which are made when they are wanted first."""
        if not self._workers:
            start_forkserver(self.settings.code.preload)
            server = self._server
            if server is None or not server.serves(self.settings):
                server = self._stack.enter_context(common_server(self.settings))
            detected = detect_isolation() if self.settings.isolation == "sandbox" else None
            self._workers = [
                _Worker(self.sources, self.settings, detected=detected, server=server)
                for _ in range(self.size)
            ]
        return self._workers

    def trial(self, names: Sequence[str]) -> list[Fault]:
        """Grade the solution and the release of notebooks; all workers get ready meanwhile."""
        workers = self._made()
        for worker in workers:
            worker.start()
        first = workers[0].pool
        assert first is not None
        try:
            return [fault for found in first.map(trial_job, names) for fault in found]
        except BrokenProcessPool:
            raise CourseError(
                "The grader's process ended while it ran the course's own cells (a crash of a "
                "library, or os._exit). Run the instructor's notebook, given cells and tests, in "
                "a kernel to see which cell it is."
            ) from None

    def grade(self, jobs: Iterable[Job], settings: Settings) -> Iterator[Outcome]:
        """Grade jobs and yield outcomes as they come.

        Parameters
        ----------
        jobs : iterable of Job
            Taken from as workers become free, never far ahead.
        settings : Settings
            How to grade, which a trial may have changed.
        """
        workers = self._made()
        for worker in workers:
            worker.use(settings)
        waiting = iter(jobs)
        requeued: deque[Job] = deque()  # not begun when their worker died
        crashed_once: deque[Job] = deque()  # being graded when their worker died
        hanging = settings.limits.total_timeout * 3 + GRACE
        while True:
            for worker in workers:
                _feed(worker, waiting, requeued, crashed_once)
            heads = [worker.queue[0][1] for worker in workers if worker.queue]
            if not heads:
                return
            wait(heads, timeout=1.0, return_when=FIRST_COMPLETED)
            for worker in workers:
                while worker.queue and (taken := worker.take()) is not None:
                    if isinstance(taken, Outcome):
                        worker.alone = False
                        yield taken
                        continue
                    requeued.extend(worker.end())
                    if worker.alone:
                        worker.alone = False
                        yield Outcome(taken, broken="the process that graded it died, twice")
                    else:
                        crashed_once.append(taken)
                worker.kill_if_hanging(hanging)


def _feed(
    worker: _Worker, waiting: Iterator[Job], requeued: deque[Job], crashed_once: deque[Job]
) -> None:
    if crashed_once and not worker.queue:
        worker.submit(crashed_once.popleft())
        worker.alone = True
    while not worker.alone and len(worker.queue) < AHEAD:
        job = requeued.popleft() if requeued else next(waiting, None)
        if job is None:
            return
        worker.submit(job)
