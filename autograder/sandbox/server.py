"""The trusted side of the fork server: starting it, asking for processes, ending them."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.handed_out import HandedOut
from autograder.limits import Limits
from autograder.sandbox import fonts
from autograder.sandbox.bubblewrap import Detection, Level, detect_isolation
from autograder.sandbox.command import plain_command, sandboxed_command, server_settings
from autograder.sandbox.control import Control, ServerError
from autograder.sandbox.outcomes import CellOutcome

if TYPE_CHECKING:
    from autograder.course.settings import Settings
    from autograder.sandbox.process import StudentProcess

_START_TIMEOUT = 120.0
_SERVER_TIMEOUT = 20.0
MAX_SNAPSHOTS = 4


@dataclass(frozen=True)
class Snapshot:
    """A server in which the cells that all submissions begin with have run."""

    control: Control
    outcomes: tuple[CellOutcome, ...]


class StudentServer:
    """A warm fork server. One submission at a time; any number, one after the other.

    Parameters
    ----------
    limits : Limits
        What each submission may use.
    isolation : {"sandbox", "process"}
        The level wanted. Raises `ServerError` where it cannot be had; nothing is lowered silently.
    packages : sequence of path
        Folders of the packages that students' code may import beside what is installed.
    detected : Detection, optional
        What this machine reaches, where that has been tried already.
    files : HandedOut, optional
        What each submission finds in its working folder.
    imports : sequence of str
        Modules that submissions are likely to import.
    values : sequence
        Types of the course whose values cross, with their functions.
    control : socket, optional
        A running server to use as long as it lives, as `clone` returns it.
    """

    def __init__(
        self,
        limits: Limits | None = None,
        isolation: Level = "sandbox",
        packages: Sequence[str | os.PathLike[str]] = (),
        detected: Detection | None = None,
        control: socket.socket | None = None,
        files: HandedOut | None = None,
        imports: Sequence[str] = (),
        values: Sequence[tuple[str, tuple[str, str]]] = (),
    ) -> None:
        self.limits = limits or Limits()
        self.isolation = isolation
        self.packages = tuple(map(Path, packages))
        self.detected = detected
        self.files = files or HandedOut()
        self.imports = tuple(imports)
        self.values = tuple(values)
        self.memory = 0  # the server's own, in bytes
        self.pid: int | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._control = None if control is None else Control(control)
        self._snapshots: dict[tuple[str, ...], Snapshot | None] = {}
        self._host: Snapshot | None = None  # the server of the live submission
        self._folder: Path | None = None
        self._live: StudentProcess | None = None
        self._ready = control is not None
        self._student_pid = 0
        self._lent: Control | None = None

    @classmethod
    def of(
        cls,
        settings: Settings,
        detected: Detection | None = None,
        control: socket.socket | None = None,
    ) -> StudentServer:
        """Return the server for a course's settings, not yet started."""
        return cls(
            settings.limits,
            settings.isolation,
            settings.code.packages,
            detected,
            control,
            settings.files,
            settings.imports,
            settings.code.values,
        )

    def serves(self, settings: Settings) -> bool:
        """Whether this is the server for these settings."""
        return self._made_for == StudentServer.of(settings)._made_for

    @property
    def _made_for(self) -> tuple[Any, ...]:
        mounted = self.packages, self.files
        return self.limits, self.isolation, *mounted, self.imports, self.values

    def __enter__(self) -> StudentServer:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def launch(self) -> None:
        """Start the server, if it does not run, and do not wait until it is ready."""
        running = self._process is None or self._process.poll() is None
        if self._control is not None and running:
            return
        self.close()
        local, remote = socket.socketpair()
        folder = self._folder = Path(tempfile.mkdtemp(prefix="student-server-"))
        try:
            with open(folder / "errors", "wb") as log, fonts.known() as known:
                lists = None if known is None else known.fileno()
                command, env = self._command(folder, remote.fileno(), lists)
                self._process = subprocess.Popen(
                    command,
                    env=env,
                    pass_fds=[remote.fileno(), *([known.fileno()] if known else [])],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=log,
                    cwd="/",
                    start_new_session=True,
                )
        except (OSError, ServerError) as error:
            local.close()
            self.close()
            raise ServerError(f"the student server cannot be started: {error}") from error
        finally:
            remote.close()
        self._control = Control(local)
        self._ready = False

    def start(self) -> None:
        """Start the server, if it does not run, and wait until it is ready."""
        self.launch()
        if self._ready or self._control is None:
            return
        try:
            ready = self._control.reply(_START_TIMEOUT)
        except ServerError:
            log = self._folder and self._folder / "errors"
            said = log.read_text("utf-8", "replace").strip()[-2000:] if log else ""
            self.close()
            raise ServerError(f"the student server did not start: {said}") from None
        self.pid, self.memory = ready["ready"], ready["memory"]
        self._ready = True

    def close(self) -> None:
        """End the server and everything in it."""
        self._live = self._host = None
        for snapshot in self._snapshots.values():
            if snapshot is not None:
                snapshot.control.close()
        self._snapshots.clear()
        if self._control is not None:
            self._control.close()
            self._control = None
        self._ready = False
        if self._process is not None:
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(2 if self.isolation == "process" else 0.3)
            if self._process.poll() is None:
                self._process.kill()
                self._process.wait()
            self._process = None
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    def hand_out(self, files: HandedOut) -> None:
        """Let submissions from now on find these files in their working folders."""
        if files.digest != self.files.digest:
            self.close()
        self.files = files

    def submission(
        self,
        name: str = "",
        prelude: Sequence[str] = (),
        student_files: Mapping[str, bytes] | None = None,
    ) -> StudentProcess:
        """Return a fresh process for one submission, to be used as a context manager.

        Parameters
        ----------
        name : str
            What to call it.
        prelude : sequence of str
            Cells of the instructor's that this submission begins with, as others do. Where that
            is possible they have run in it already, but not where there are files of hers.
        student_files : mapping of str to bytes, optional
            What the student handed in beside the notebook and finds there, by path.
        """
        if self._live is not None:
            raise ServerError("a server runs one submission at a time; close the other one first")
        from autograder.sandbox.process import StudentProcess

        files = dict(student_files or {})
        return StudentProcess(self, name, () if files else tuple(prelude), files)

    def clone(self) -> socket.socket | None:
        """Return the control socket of a server like this one, in the same sandbox.

        It takes a fork, and no imports. None at the level ``process``, where a student can end
        whatever server there is; and where this server does not run.
        """
        if self.isolation != "sandbox":
            return None
        local, remote = socket.socketpair()
        try:
            self.start()
            with remote:
                if self._control is None or "error" in self._ask_to_open(remote, ()):
                    raise ServerError("no clone")
            Control(local).reply(_SERVER_TIMEOUT)
        except ServerError:
            local.close()
            return None
        local.settimeout(None)
        return local

    # In a fork of the process that keeps the server

    def ready_for(self, prelude: Sequence[str]) -> None:
        """Start what forks of this process are about to use."""
        self.start()
        self._snapshot(tuple(prelude))

    def borrow(self) -> None:
        """Use the server from a fork; if it ends, one that is started here takes its place."""
        self._process = self._folder = None
        self._lent = self._control

    @property
    def lost(self) -> bool:
        """Whether the server that was borrowed has ended or does not answer."""
        return self._control is not self._lent

    # What StudentProcess uses

    def fork(self, process: StudentProcess) -> tuple[socket.socket, list[CellOutcome]]:
        """Start a student's process.

        Returns
        -------
        socket
            Our end of its socket.
        list of CellOutcome
            What those of its prelude gave that have run in it.
        """
        for attempt in (1, 2):
            self.start()
            snapshot = self._snapshot(process.prelude)
            local, remote = socket.socketpair()
            try:
                with remote:
                    reply = self._request(snapshot, {"op": "fork"}, remote)
                if "error" in reply:
                    raise ServerError(f"a submission cannot be isolated: {reply['error']}")
            except ServerError:
                local.close()
                self._live = None
                if attempt == 2 or self._process is not None:
                    raise
                continue
            self._live, self._host, self._student_pid = process, snapshot, reply["pid"]
            local.setblocking(False)
            return local, list(snapshot.outcomes) if snapshot else []
        raise AssertionError("unreachable")

    def end(self, process: StudentProcess, gone: bool = False) -> dict[str, Any]:
        """End a student's process and all that came from it; return how it ended."""
        if self._live is not process:
            return {}
        self._live = None
        try:
            return self._request(self._host, {"op": "end", "gone": gone})
        except ServerError:
            if self.isolation == "process":  # here a student can end the server itself
                with suppress(ProcessLookupError, PermissionError):
                    os.killpg(self._student_pid, signal.SIGKILL)
            return {"reason": "server"}

    def _snapshot(self, cells: tuple[str, ...]) -> Snapshot | None:
        """Return the server in which these cells have run; None where they must run each time.

        At the level ``process`` they do: there a student can reach the files that they leave.
        """
        if not cells or self.isolation != "sandbox" or self._control is None:
            return None
        if cells not in self._snapshots:
            while len(self._snapshots) >= MAX_SNAPSHOTS:
                oldest = self._snapshots.pop(next(iter(self._snapshots)))
                if oldest is not None:
                    oldest.control.close()
            self._snapshots[cells] = self._open(cells)
        return self._snapshots[cells]

    def _ask_to_open(self, remote: socket.socket, cells: tuple[str, ...]) -> dict[str, Any]:
        request = {"op": "open", "cells": cells, "seconds": self.limits.cell_timeout}
        return self._request(None, request, remote)

    def _open(self, cells: tuple[str, ...]) -> Snapshot | None:
        local, remote = socket.socketpair()
        control = Control(local)
        try:
            with remote:
                self._ask_to_open(remote, cells)
            reply = control.reply(self.limits.cell_timeout + _SERVER_TIMEOUT)
        except ServerError:
            reply = {"error": "it ended"}
        if "error" in reply:
            control.close()
            return None
        found = (CellOutcome.from_reply(outcome, self.limits) for outcome in reply["outcomes"])
        return Snapshot(control, tuple(found))

    def _request(
        self, snapshot: Snapshot | None, request: dict[str, Any], *sockets: socket.socket
    ) -> dict[str, Any]:
        control = snapshot.control if snapshot else self._control
        if control is None:
            raise ServerError("the student server does not run")
        try:
            return control.request(request, *sockets, timeout=_SERVER_TIMEOUT)
        except ServerError:
            self.close()  # it will be started again for the next submission
            raise

    def _command(
        self, folder: Path, control: int, fonts: int | None
    ) -> tuple[list[str], dict[str, str]]:
        settings = server_settings(
            self.limits,
            self.isolation,
            control,
            fonts,
            self.packages,
            self.imports,
            self.values,
        )
        files = self.files.stage(folder / "handed-out") if self.files.digest else None
        if self.isolation == "process":
            return plain_command(settings, self.packages, folder, files)
        detected = self.detected or detect_isolation()
        return sandboxed_command(settings, self.packages, detected, files)
