"""The trusted side of the fork server: starting it, asking for processes, ending them."""

from __future__ import annotations

import json
import math
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from autograder import fonts
from autograder.limits import MEGABYTE, Limits
from autograder.sandbox import (
    HERE,
    Detection,
    detect_isolation,
    environment,
    find_bwrap,
    interpreter,
    sandbox_command,
    site_folders,
)

if TYPE_CHECKING:
    from autograder.student_process import StudentProcess

PRELOAD = (
    "numpy",
    "scipy.special",
    "scipy.io",
    "matplotlib.pyplot",
    "h5py",
    "asyncio",
    "utils",
)
_START_TIMEOUT = 120.0
_SERVER_TIMEOUT = 20.0


class ServerError(RuntimeError):
    """The fork server could not be started or does not answer."""


class StudentServer:
    """A warm fork server. One submission at a time; any number, one after the other.

    Parameters
    ----------
    limits : Limits
        What each submission may use.
    isolation : {"sandbox", "process"}
        The level wanted. Raises `ServerError` where it cannot be had; nothing is lowered silently.
    utils_dir : Path, optional
        The package ``utils`` that students' code may import.
    detected : Detection, optional
        What this machine reaches, where that has been tried already.
    """

    def __init__(
        self,
        limits: Limits | None = None,
        isolation: Literal["sandbox", "process"] = "sandbox",
        utils_dir: Path | None = None,
        detected: Detection | None = None,
    ) -> None:
        self.limits = limits or Limits()
        self.isolation = isolation
        self.utils_dir = utils_dir
        self.detected = detected
        self.memory = 0  # the server's own, in bytes
        self.pid: int | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self._folder: Path | None = None
        self._live: StudentProcess | None = None
        self._received = b""
        self._ready = False
        self._student_pid = 0

    def __enter__(self) -> StudentServer:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def launch(self) -> None:
        """Start the server, if it does not run, and do not wait until it is ready."""
        if self._process is not None and self._process.poll() is None:
            return
        self.close()
        ours, theirs = socket.socketpair()
        self._folder = Path(tempfile.mkdtemp(prefix="student-server-"))
        try:
            with open(self._folder / "errors", "wb") as log, fonts.known() as known:
                command, env = self._command(theirs.fileno(), known and known.fileno())
                self._process = subprocess.Popen(
                    command,
                    env=env,
                    pass_fds=[theirs.fileno(), *([known.fileno()] if known else [])],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=log,
                    cwd="/",
                    start_new_session=True,
                )
        except (OSError, ServerError) as error:
            ours.close()
            self.close()
            raise ServerError(f"the student server cannot be started: {error}") from error
        finally:
            theirs.close()
        self._control = ours
        self._received = b""
        self._ready = False

    def start(self) -> None:
        """Start the server, if it does not run, and wait until it is ready."""
        self.launch()
        if self._ready:
            return
        try:
            ready = self._reply(_START_TIMEOUT)
        except ServerError:
            said = (self._folder / "errors").read_text("utf-8", "replace").strip()[-2000:]
            self.close()
            raise ServerError(f"the student server did not start: {said}") from None
        self.pid, self.memory = ready["ready"], ready["memory"]
        self._ready = True

    def close(self) -> None:
        """End the server and everything in it."""
        self._live = None
        if self._control is not None:
            self._control.close()
            self._control = None
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

    def submission(self, name: str = "") -> StudentProcess:
        """Return a fresh process for one submission, to be used as a context manager."""
        if self._live is not None:
            raise ServerError("a server runs one submission at a time; close the other one first")
        from autograder.student_process import StudentProcess

        return StudentProcess(self, name)

    # What StudentProcess uses

    def fork(self, process: StudentProcess) -> socket.socket:
        """Start a student's process; return our end of its socket."""
        for attempt in (1, 2):
            self.start()
            ours, theirs = socket.socketpair()
            try:
                with theirs:
                    reply = self._request({"op": "fork"}, theirs)
                if "error" in reply:
                    raise ServerError(f"a submission cannot be isolated: {reply['error']}")
            except ServerError:
                ours.close()
                self._live = None
                if attempt == 2 or self._process is not None:
                    raise
                continue
            self._live, self._student_pid = process, reply["pid"]
            ours.setblocking(False)
            return ours
        raise AssertionError("unreachable")

    def end(self, process: StudentProcess, gone: bool = False) -> dict[str, Any]:
        """End a student's process and all that came from it; return how it ended."""
        if self._live is not process:
            return {}
        self._live = None
        try:
            return self._request({"op": "end", "gone": gone})
        except ServerError:
            if self.isolation == "process":  # here a student can end the server itself
                with suppress(ProcessLookupError, PermissionError):
                    os.killpg(self._student_pid, signal.SIGKILL)
            return {"reason": "server"}

    def _request(self, request: dict[str, Any], *sockets: socket.socket) -> dict[str, Any]:
        control = self._control
        if control is None:
            raise ServerError("the student server does not run")
        try:
            descriptors = [item.fileno() for item in sockets]
            socket.send_fds(control, [json.dumps(request).encode()], descriptors)
            return self._reply(_SERVER_TIMEOUT)
        except (OSError, ServerError) as error:
            self.close()  # it will be started again for the next submission
            raise ServerError(str(error)) from error

    def _reply(self, timeout: float) -> dict[str, Any]:
        control = self._control
        deadline = time.monotonic() + timeout
        while b"\n" not in self._received:
            control.settimeout(max(0.001, deadline - time.monotonic()))
            try:
                chunk = control.recv(65536)
            except TimeoutError:
                raise ServerError("the student server does not answer") from None
            except OSError as error:
                raise ServerError(str(error)) from error
            if not chunk:
                raise ServerError("the student server has ended")
            self._received += chunk
        line, self._received = self._received.split(b"\n", 1)
        return json.loads(line)

    def _command(self, control: int, fonts: int | None) -> tuple[list[str], dict[str, str]]:
        limits = self.limits
        settings: dict[str, Any] = {
            "isolation": self.isolation,
            "control": control,
            "fonts": fonts,
            "user": None,
            "preload": PRELOAD,
            "cpu_seconds": math.ceil(limits.total_timeout) + 5,
            "file_bytes": limits.file_bytes,
            "open_files": limits.open_files,
            "processes": limits.processes,
            "processes_limit": limits.processes if self.isolation == "sandbox" else None,
            "memory_bytes": limits.memory_mb * MEGABYTE,
            "output_bytes": limits.output_bytes,
            "display_bytes": limits.display_bytes,
            "displays": limits.displays,
            "message_bytes": limits.message_bytes,
            "message_items": limits.message_items,
        }
        if self.isolation == "process":
            return self._plain_command(settings)
        detected = self.detected or detect_isolation()
        bwrap = find_bwrap()
        if detected.level != "sandbox" or bwrap is None:
            raise ServerError(f"no sandbox: {detected.remedy}")
        return sandbox_command(bwrap, "server", settings, self.utils_dir, detected.privileged)

    def _plain_command(self, settings: dict[str, Any]) -> tuple[list[str], dict[str, str]]:
        """Return the command without a sandbox, on copies of the few files it needs."""
        if not hasattr(os, "fork"):
            raise ServerError("this system cannot run students' code apart; use Linux or macOS")
        folder = self._folder
        shutil.copytree(HERE / "student", folder / "runner" / "student")
        shutil.copytree(HERE / "codec", folder / "runner" / "codec")
        if self.utils_dir is not None:
            shutil.copytree(self.utils_dir, folder / "course" / "utils")
        path = [str(folder / "runner"), str(folder / "course"), *map(str, site_folders())]
        settings["folder"] = str(folder)
        command = [interpreter(), "-S", "-m", "student.server", json.dumps(settings)]
        return command, environment(str(folder), path, str(folder))
