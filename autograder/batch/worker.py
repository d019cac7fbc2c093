"""What runs in a worker process: one student server, the parsed sources, one job after the other.

It imports neither nbgrader nor nbformat, which cost seconds each.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import multiprocessing
import os
import socket
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from multiprocessing import connection, util
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.batch.files import lock_cells, notebook_bytes
from autograder.cells import checksum, grade_ids_of, nbgrader_metadata
from autograder.course.settings import Settings
from autograder.examiner.given import BrokenSourceError
from autograder.result import Result

if TYPE_CHECKING:
    from autograder.assignment import Assignment
    from autograder.sandbox.bubblewrap import Detection
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
    result : Result or None
        ``None`` if grading itself broke down.
    broken : str
        Why it broke down.
    course_fault : bool
        Whether the instructor's notebook is to blame, so that every submission would break down.
    """

    job: Job
    result: Result | None = None
    notebook: bytes = b""
    checksums: Mapping[str, str] = field(default_factory=dict)
    broken: str = ""
    course_fault: bool = False


# What a worker keeps between submissions.
_kept: dict[str, Any] = {}
_one_at_a_time = threading.Lock()  # a Dask worker may have threads; the examiner is not for sharing


def prepare(
    sources: Mapping[str, bytes],
    settings: Settings,
    detected: Detection | None = None,
    control: socket.socket | None = None,
) -> None:
    """Get a worker process ready: understand the notebooks, end when the main process does.

    ``detected`` is what this machine's isolation is known to reach, ``control`` a running server
    for this worker alone.
    """
    if _kept.get("prepared for") == (sources, settings):
        return
    _kept["prepared for"], _kept["assignments"] = (sources, settings), {}
    _kept["parsed"] = {name: json.loads(data) for name, data in sources.items()}
    _kept["settings"], _kept["detected"], _kept["control"] = settings, detected, control
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    # What goes wrong here goes wrong again with the first submission, and is reported there.
    with contextlib.suppress(Exception):
        if settings.warm:
            _server(settings).launch()  # while it starts, this process gets ready too
        for notebook in sources:
            _assignment("", notebook)


def _assignment(name: str, notebook: str) -> Assignment:
    """Return one of the instructor's notebooks, understood at the first time."""
    if notebook not in _kept["assignments"]:
        from autograder.assignment import Assignment

        parsed, settings = _kept["parsed"], _kept["settings"]
        _kept["assignments"][notebook] = Assignment.from_notebook(
            parsed[notebook],
            name,
            notebook,
            rules=settings.rules,
            code=settings.code,
            files=settings.files,
            known_files=settings.known_files,
            others={each: grade_ids_of(book) for each, book in parsed.items() if each != notebook},
        )
    found: Assignment = _kept["assignments"][notebook]
    found.name = name
    return found


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)


def _load(grader: str) -> Callable[..., Any]:
    module, _, name = grader.partition(":")
    found: Callable[..., Any] = getattr(importlib.import_module(module), name)
    return found


def student_server(settings: Settings) -> Any:
    """Return this process's student server; start it at first, and again if it ended."""
    if not settings.warm:
        return None
    server = _server(settings)
    server.start()
    return server


def _server(settings: Settings) -> StudentServer:
    """Return this process's student server, which may not have been started yet."""
    wanted = (os.getpid(), settings.limits, settings.isolation, settings.code, settings.imports)
    if _kept.get("server for") != wanted:
        close_server()
        from autograder.sandbox.server import StudentServer

        detected, control = _kept.get("detected"), _kept.pop("control", None)
        server = StudentServer(
            settings.limits,
            settings.isolation,
            settings.code.packages,
            detected,
            control,
            settings.files,
            settings.imports,
        )
        _kept["server"], _kept["server for"] = server, wanted
        util.Finalize(None, close_server, exitpriority=10)  # atexit does not run in pool workers
    kept: StudentServer = _kept["server"]
    return kept


def close_server() -> None:
    """End this process's student server."""
    server = _kept.pop("server", None)
    if server is not None and _kept.pop("server for")[0] == os.getpid():
        server.close()


def grade_job(job: Job) -> Outcome:
    """Grade one notebook in a prepared process. Whatever goes wrong becomes an outcome."""
    settings: Settings = _kept["settings"]
    with _one_at_a_time:
        try:
            graded = _load(settings.grader)(
                _assignment(job.assignment, job.notebook),
                Path(job.folder),
                settings.limits,
                student=job.student,
                server=student_server(settings),
                isolation=settings.isolation,
            )
            # Feedback pages name the level; nbgrader leaves metadata of other tools alone.
            graded.notebook["metadata"]["autograder"] = {
                "isolation": graded.result.isolation,
                "seed": graded.result.seed,
            }
            lock_cells(graded.notebook)
            return Outcome(
                job,
                graded.result,
                notebook_bytes(graded.notebook),
                solution_checksums(graded.notebook),
            )
        except BrokenSourceError as error:
            close_server()
            return Outcome(job, broken=str(error), course_fault=True)
        except Exception as error:  # a defect of ours: one submission waits, the class does not
            close_server()
            return Outcome(job, broken=f"{type(error).__name__}: {error}")


def solution_checksums(notebook: Mapping[str, Any]) -> dict[str, str]:
    """Return nbgrader's checksum of each solution cell as the student left it."""
    return {
        nbgrader_metadata(cell)["grade_id"]: checksum(cell)
        for cell in notebook["cells"]
        if nbgrader_metadata(cell).get("solution")
    }


def grade_anywhere(job: Job, sources: Mapping[str, bytes], settings: Settings) -> Outcome:
    """Grade one notebook in a process that another scheduler started."""
    with _one_at_a_time:
        prepare(sources, settings)
    return grade_job(job)
