"""Grade many submissions at once: a pool of warm processes here, or a Dask cluster.

Each worker keeps one student server and the parsed source notebooks, and imports neither nbgrader
nor nbformat. A worker that dies takes nothing with it: the submission that it was grading is
tried once more, alone, and then reported; all others go on.
"""

from __future__ import annotations

import importlib
import json
import multiprocessing
import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from multiprocessing import connection, util
from pathlib import Path
from typing import Any

from autograder.cells import ReleaseRules, checksum, marks
from autograder.files import lock_cells, notebook_bytes
from autograder.limits import Limits

GRADER = "autograder.grade:grade_notebook"
AHEAD = 2  # submissions given to a worker at a time: the next one waits at its door
GRACE = 60.0  # seconds on top of a submission's own limit before its worker counts as hanging
UTILS = Path(__file__).resolve().parent.parent / "utils"


@dataclass(frozen=True)
class Settings:
    """How to grade; the same for every submission of a run.

    Attributes
    ----------
    grader : str
        ``module:function`` with the signature of ``grade_notebook``.
    warm : bool
        Whether workers keep a student server for it.
    known_files : tuple of str
        Files in a submission that belong to the assignment and deserve no note.
    """

    limits: Limits = field(default_factory=Limits)
    isolation: str = "sandbox"
    rules: ReleaseRules = field(default_factory=ReleaseRules)
    grader: str = GRADER
    warm: bool = True
    known_files: tuple[str, ...] = ()


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
    result : dict or None
        ``Result.to_dict()``; ``None`` if grading itself broke down.
    broken : str
        Why it broke down.
    course_fault : bool
        Whether the instructor's notebook is to blame, so that every submission would break down.
    """

    job: Job
    result: dict[str, Any] | None = None
    notebook: bytes = b""
    checksums: Mapping[str, str] = field(default_factory=dict)
    broken: str = ""
    course_fault: bool = False


# What a worker keeps between submissions.
_kept: dict[str, Any] = {}
_one_at_a_time = threading.Lock()  # a Dask worker may have threads; the examiner is not for sharing


def prepare(sources: Mapping[str, bytes], settings: Settings) -> None:
    """Get a worker process ready: parse the source notebooks, end when the main process does."""
    _kept["sources"] = {name: json.loads(data) for name, data in sources.items()}
    _kept["settings"] = settings
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    _load(settings.grader)


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)


def _load(grader: str) -> Callable[..., Any]:
    module, _, name = grader.partition(":")
    return getattr(importlib.import_module(module), name)


def student_server(settings: Settings) -> Any:
    """Return this process's student server; start it at first, and again if it ended."""
    if not settings.warm:
        return None
    wanted = (os.getpid(), settings.limits, settings.isolation)
    if _kept.get("server for") != wanted:
        close_server()
        from autograder.student_process import StudentServer

        server = StudentServer(settings.limits, settings.isolation, UTILS)
        _kept["server"], _kept["server for"] = server.__enter__(), wanted
        util.Finalize(None, close_server, exitpriority=10)  # atexit does not run in pool workers
    return _kept["server"]


def close_server() -> None:
    """End this process's student server."""
    server = _kept.pop("server", None)
    if server is not None and _kept.pop("server for")[0] == os.getpid():
        server.__exit__(None, None, None)


def grade_job(job: Job) -> Outcome:
    """Grade one notebook in a prepared process. Whatever goes wrong becomes an outcome."""
    settings: Settings = _kept["settings"]
    with _one_at_a_time:
        try:
            graded = _load(settings.grader)(
                _kept["sources"][job.notebook],
                Path(job.folder),
                settings.limits,
                student=job.student,
                assignment=job.assignment,
                notebook=job.notebook,
                server=student_server(settings),
                isolation=settings.isolation,
                utils_dir=UTILS,
                rules=settings.rules,
                known_files=settings.known_files,
            )
            # Feedback pages name the level; nbgrader leaves metadata of other tools alone.
            graded.notebook["metadata"]["autograder"] = {
                "isolation": graded.result.isolation,
                "seed": graded.result.seed,
            }
            lock_cells(graded.notebook)
            return Outcome(
                job,
                graded.result.to_dict(),
                notebook_bytes(graded.notebook),
                solution_checksums(graded.notebook),
            )
        except Exception as error:  # a defect of ours: one submission waits, the class does not
            close_server()
            fault = type(error).__name__ == "BrokenSourceError"
            return Outcome(job, broken=f"{type(error).__name__}: {error}", course_fault=fault)


def solution_checksums(notebook: Mapping[str, Any]) -> dict[str, str]:
    """Return nbgrader's checksum of each solution cell as the student left it."""
    return {
        marks(cell)["grade_id"]: checksum(cell)
        for cell in notebook["cells"]
        if marks(cell).get("solution")
    }


@dataclass
class _Worker:
    """A pool of one process, so that when it dies it is known which submission it was grading."""

    sources: Mapping[str, bytes]
    settings: Settings
    queue: deque[tuple[Job, Future[Outcome]]] = field(default_factory=deque)
    head_since: float = 0.0
    pool: ProcessPoolExecutor | None = None
    alone: bool = False

    def submit(self, job: Job) -> None:
        if self.pool is None:
            methods = multiprocessing.get_all_start_methods()
            method = "forkserver" if "forkserver" in methods else "spawn"
            self.pool = ProcessPoolExecutor(
                1,
                multiprocessing.get_context(method),
                initializer=prepare,
                initargs=(self.sources, self.settings),
            )
            self.pid = self.pool.submit(os.getpid)
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

    def end(self) -> list[Job]:
        """Give up this process; return the jobs that it had not begun."""
        left = [job for job, _ in self.queue]
        self.queue.clear()
        if self.pool is not None:
            self.pool.shutdown(wait=True, cancel_futures=True)
        self.pool = None
        return left

    def kill_if_hanging(self, limit: float) -> None:
        if self.queue and time.monotonic() - self.head_since > limit and self.pid.done():
            for child in multiprocessing.active_children():
                if child.pid == self.pid.result():
                    child.kill()


def grade_locally(
    jobs: Iterable[Job],
    sources: Mapping[str, bytes],
    settings: Settings,
    workers: int,
) -> Iterator[Outcome]:
    """Grade jobs in ``workers`` processes on this machine; yield outcomes as they come.

    Parameters
    ----------
    jobs : iterable of Job
        Taken from as workers become free, never far ahead.
    sources : dict of str to bytes
        The instructor's notebooks by name, as JSON.
    """
    # One BLAS thread each: the workers fill the machine, and sums do not depend on its size.
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    if "forkserver" in multiprocessing.get_all_start_methods():
        multiprocessing.set_forkserver_preload([settings.grader.partition(":")[0]])
    waiting = iter(jobs)
    again: deque[Job] = deque()  # not begun when their worker died
    suspects: deque[Job] = deque()  # being graded when their worker died
    pool = [_Worker(sources, settings) for _ in range(workers)]
    hanging = settings.limits.total_timeout * 2 + GRACE
    try:
        while True:
            for worker in pool:
                _feed(worker, waiting, again, suspects)
            heads = [worker.queue[0][1] for worker in pool if worker.queue]
            if not heads:
                return
            wait(heads, timeout=1.0, return_when=FIRST_COMPLETED)
            for worker in pool:
                while worker.queue and (taken := worker.take()) is not None:
                    if isinstance(taken, Outcome):
                        worker.alone = False
                        yield taken
                        continue
                    again.extend(worker.end())
                    if worker.alone:
                        worker.alone = False
                        yield Outcome(taken, broken="the process that graded it died, twice")
                    else:
                        suspects.append(taken)
                worker.kill_if_hanging(hanging)
    finally:
        for worker in pool:
            worker.end()


def _feed(worker: _Worker, waiting: Iterator[Job], again: deque[Job], suspects: deque[Job]) -> None:
    if suspects and not worker.queue:
        worker.submit(suspects.popleft())
        worker.alone = True
    while not worker.alone and len(worker.queue) < AHEAD:
        job = again.popleft() if again else next(waiting, None)
        if job is None:
            return
        worker.submit(job)


def grade_on_cluster(
    jobs: Iterable[Job], sources: Mapping[str, bytes], settings: Settings, scheduler: str
) -> Iterator[Outcome]:
    """Grade jobs on a Dask cluster whose workers see the same course folder and this package.

    Raises
    ------
    ClusterError
        If the optional extra is not installed or no scheduler answers.
    """
    try:
        from distributed import Client, as_completed
        from distributed.scheduler import KilledWorker
    except ImportError:
        raise ClusterError(
            "--scheduler needs Dask. Install it with: pip install '.[dask]'"
        ) from None
    try:
        client = Client(scheduler, timeout="10s", set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise ClusterError(f"No Dask scheduler answers at {scheduler}: {error}") from None
    with client:
        if not client.scheduler_info()["workers"]:
            raise ClusterError(f"The Dask cluster at {scheduler} has no workers.")
        shared = client.scatter(dict(sources), broadcast=True)
        futures = {
            client.submit(grade_anywhere, job, shared, settings, pure=False): job for job in jobs
        }
        for future in as_completed(futures, loop=client.loop):
            job = futures.pop(future)
            try:
                yield future.result()
            except KilledWorker:
                yield Outcome(job, broken="the cluster's workers that graded it died, repeatedly")
            except Exception as error:
                yield Outcome(job, broken=f"{type(error).__name__}: {error}")
            future.release()


class ClusterError(Exception):
    """The cluster cannot be used; the message says why and what to do."""


def grade_anywhere(job: Job, sources: Mapping[str, bytes], settings: Settings) -> Outcome:
    """Grade one notebook in a process that another scheduler started."""
    with _one_at_a_time:
        if _kept.get("settings") != settings or _kept.get("raw") != sources:
            prepare(sources, settings)
            _kept["raw"] = sources
    return grade_job(job)
