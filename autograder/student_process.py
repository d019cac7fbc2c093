"""The trusted side of a student's process: a warm server, and one process per submission.

Nothing that arrives from a student's process is believed: sizes are checked before reading,
contents are plain data through the codec, answers are matched to requests, and every wait has
an end on this side's clock.
"""

from __future__ import annotations

import json
import math
import os
import secrets
import select
import shutil
import signal
import socket
import struct
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import numpy as np

from autograder.codec import CallbackRef, CodecError, FunctionRef, decode, encode
from autograder.limits import MEGABYTE, Limits
from autograder.outputs import clean_outputs, clean_text
from autograder.sandbox import (
    HERE,
    detect_isolation,
    environment,
    find_bwrap,
    interpreter,
    sandbox_command,
    site_folders,
)

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
_STRAYS = 1000  # frames that answer nothing, before a process is given up
_NESTING = 16

# Why a student's process ended, and how that is said.
DEATHS = {
    "timeout": "it ran longer than {seconds:g} seconds",
    "budget": "the submission used up its {seconds:g} seconds altogether",
    "memory": "it used more than the {memory} MB of memory allowed",
    "processes": "it started more processes than allowed",
    "cpu": "it used up its processor time",
    "exit": "it ended the Python process",
    "crash": "it crashed the Python process (signal {signal})",
    "message": "it sent something that is not an answer",
    "size": "its answer is larger than the {megabytes:g} MB allowed",
    "server": "the server of the sandbox did not answer",
}


class ServerError(RuntimeError):
    """The fork server could not be started or does not answer."""


@dataclass(frozen=True)
class CellOutcome:
    """What running one cell gave.

    Attributes
    ----------
    outputs : list of dict
        nbformat-4 outputs, limited and plain.
    ok : bool
        Whether the cell ran to its end.
    error : str or None
        Type and message of the exception.
    died : str or None
        A key of `DEATHS` where the process did not survive the cell.
    detail : str
        The sentence that belongs to ``died``.
    seconds : float
        Wall time.
    """

    outputs: list[dict[str, Any]]
    ok: bool
    error: str | None = None
    died: str | None = None
    detail: str = ""
    seconds: float = 0.0


@dataclass(frozen=True)
class CallOutcome:
    """What calling one function gave.

    Exactly one of these holds: ``ok``, with the ``value``; ``error_type`` is set, the function
    raised; ``unusable`` is set, it returned something that cannot cross; ``died`` is set.

    Attributes
    ----------
    changed : dict
        New contents of the arguments that the call changed in place, by position or keyword;
        random generators among the arguments too.
    random_state : tuple or None
        numpy's global random state after the call, for `numpy.random.set_state`.
    printed : str
        What the call printed.
    """

    ok: bool
    value: Any = None
    error_type: str | None = None
    error: str | None = None
    traceback: str = ""
    unusable: str | None = None
    died: str | None = None
    detail: str = ""
    changed: dict[int | str, Any] = field(default_factory=dict)
    random_state: tuple[Any, ...] | None = None
    printed: str = ""
    seconds: float = 0.0


class _Died(Exception):
    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.detail = detail


class _Garbled(Exception):
    """An answer that is not plain data."""


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
    """

    def __init__(
        self,
        limits: Limits | None = None,
        isolation: Literal["sandbox", "process"] = "sandbox",
        utils_dir: Path | None = None,
    ) -> None:
        self.limits = limits or Limits()
        self.isolation = isolation
        self.utils_dir = utils_dir
        self.memory = 0  # the server's own, in bytes
        self.pid: int | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self._folder: Path | None = None
        self._live: StudentProcess | None = None
        self._received = b""
        self._student_pid = 0

    def __enter__(self) -> StudentServer:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def start(self) -> None:
        """Start the server, if it does not run."""
        if self._process is not None and self._process.poll() is None:
            return
        self.close()
        ours, theirs = socket.socketpair()
        self._folder = Path(tempfile.mkdtemp(prefix="student-server-"))
        errors = self._folder / "errors"
        try:
            command, env = self._command(theirs.fileno())
            with open(errors, "wb") as log:
                self._process = subprocess.Popen(
                    command,
                    env=env,
                    pass_fds=[theirs.fileno()],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=log,
                    cwd="/",
                    start_new_session=True,
                )
        except OSError as error:
            ours.close()
            raise ServerError(f"the student server cannot be started: {error}") from error
        finally:
            theirs.close()
        self._control = ours
        self._received = b""
        try:
            ready = self._reply(_START_TIMEOUT)
        except ServerError:
            said = errors.read_text("utf-8", "replace").strip()[-2000:]
            self.close()
            raise ServerError(f"the student server did not start: {said}") from None
        self.pid, self.memory = ready["ready"], ready["memory"]

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

    def _command(self, control: int) -> tuple[list[str], dict[str, str]]:
        limits = self.limits
        settings: dict[str, Any] = {
            "isolation": self.isolation,
            "control": control,
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
        detected = detect_isolation()
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
        shutil.copy(HERE / "codec.py", folder / "runner")
        if self.utils_dir is not None:
            shutil.copytree(self.utils_dir, folder / "course" / "utils")
        path = [str(folder / "runner"), str(folder / "course"), *map(str, site_folders())]
        settings["folder"] = str(folder)
        command = [interpreter(), "-S", "-m", "student.server", json.dumps(settings)]
        return command, environment(str(folder), path, str(folder))


class StudentProcess:
    """One submission's process. Leave the context, and all of it is gone."""

    def __init__(self, server: StudentServer, name: str) -> None:
        self.server = server
        self.name = name
        self.limits = server.limits
        self.spent = 0.0
        self.dead: tuple[str, str] | None = None
        self._socket: socket.socket | None = None
        self._deadlines: list[float] = []
        self._functions: list[list[Callable[..., Any]]] = []

    def __enter__(self) -> StudentProcess:
        self.restart()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def restart(self) -> None:
        """Replace the process with a fresh one, in which nothing has run."""
        self.close()
        self.dead = None
        self._socket = self.server.fork(self)

    def close(self, gone: bool = False) -> dict[str, Any]:
        """End the process and everything that came from it; return how it ended."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None
        return self.server.end(self, gone)

    def run_cell(self, source: str, timeout: float | None = None) -> CellOutcome:
        """Run one cell and collect its outputs."""
        start = time.monotonic()
        allowed = self.limits.cell_timeout if timeout is None else timeout
        try:
            reply = self._ask({"op": "cell", "source": source}, allowed)
        except _Died as death:
            seconds = time.monotonic() - start
            return CellOutcome([], False, None, death.reason, death.detail, seconds)
        except _Garbled as error:
            return CellOutcome([], False, str(error), seconds=time.monotonic() - start)
        error = reply.get("error")
        return CellOutcome(
            outputs=clean_outputs(reply.get("outputs"), self.limits),
            ok=reply.get("ok") is True,
            error=clean_text(error, 2000) if isinstance(error, str) else None,
            seconds=time.monotonic() - start,
        )

    def bindings(self, timeout: float = 10.0) -> dict[str, str]:
        """Return the names that the notebook has bound, each with its kind.

        The kinds are ``function``, ``class``, ``module`` and ``value``. Empty when the process
        is dead.
        """
        try:
            value = self._ask({"op": "bindings"}, timeout).get("value")
        except (_Died, _Garbled):
            return {}
        if not isinstance(value, dict):
            return {}
        kinds = ("function", "class", "module", "value")
        return {k: v for k, v in value.items() if type(k) is str and v in kinds}

    def get(self, name: str, timeout: float | None = None) -> CallOutcome:
        """Return a plain value that the notebook has bound."""
        return self._outcome({"op": "get", "name": name}, timeout)

    def call(
        self,
        name: str,
        args: Sequence[Any] = (),
        kwargs: Mapping[str, Any] | None = None,
        random_state: Any = None,
        timeout: float | None = None,
    ) -> CallOutcome:
        """Call one of the notebook's functions with copies of the arguments.

        Parameters
        ----------
        name : str
            The function's name.
        args, kwargs
            Plain data; `FunctionRef` for a function of the notebook; any other callable is one
            of ours, which stays here and is evaluated here when the student's function calls it.
        random_state : tuple, dict, RandomState or None
            What numpy's global generator is set to before the call.
        timeout : float, optional
            Wall seconds, instead of the limits' ``call_timeout``.

        Raises
        ------
        CodecError
            When an argument is not plain data.
        """
        functions: list[Callable[..., Any]] = []
        arguments = {**dict(enumerate(args)), **(kwargs or {})}
        request = {
            "op": "call",
            "name": name,
            "arguments": arguments,
            "random_state": _as_random_state(random_state),
        }
        self._functions.append(functions)
        try:
            return self._outcome(request, timeout)
        finally:
            self._functions.pop()

    # One request

    def _outcome(self, request: dict[str, Any], timeout: float | None) -> CallOutcome:
        start = time.monotonic()
        allowed = self.limits.call_timeout if timeout is None else timeout
        try:
            reply = self._ask(request, allowed)
        except _Died as death:
            seconds = time.monotonic() - start
            return CallOutcome(False, died=death.reason, detail=death.detail, seconds=seconds)
        except _Garbled as error:
            return CallOutcome(False, unusable=str(error), seconds=time.monotonic() - start)
        fields: dict[str, Any] = {"seconds": time.monotonic() - start}
        printed, state = reply.get("printed"), reply.get("random_state")
        if isinstance(printed, str):
            fields["printed"] = clean_text(printed, self.limits.output_bytes + 100)
        if type(state) is np.random.RandomState:
            fields["random_state"] = state.get_state()
        changed = reply.get("changed")
        if isinstance(changed, dict):
            wanted = request.get("arguments", {})
            fields["changed"] = {k: v for k, v in changed.items() if k in wanted}
        error = reply.get("error")
        if isinstance(error, list) and len(error) == 3 and all(type(t) is str for t in error):
            name, message, trace = (clean_text(text, 5000) for text in error)
            return CallOutcome(False, error_type=name, error=message, traceback=trace, **fields)
        if "value" in reply:
            return CallOutcome(True, value=reply["value"], **fields)
        unusable = reply.get("unusable")
        text = clean_text(unusable, 2000) if isinstance(unusable, str) else "it gave no answer"
        return CallOutcome(False, unusable=text, **fields)

    def _ask(self, request: dict[str, Any], timeout: float) -> dict[str, Any]:
        """Send a request and return its reply; raises `_Died`."""
        if self._socket is None or self.dead is not None:
            raise _Died(*(self.dead or ("exit", "the process has ended")))
        if len(self._deadlines) >= _NESTING:
            raise CodecError("calls and functions passed to them are nested too deeply")
        identity = secrets.token_hex(8)
        message = encode({**request, "id": identity}, self.limits.codec, self._name_function)
        start = time.monotonic()
        left = self.limits.total_timeout - self.spent
        limit = min(timeout, left)
        deadline = min([start + limit, *self._deadlines])
        reason = ("timeout", timeout) if timeout <= left else ("budget", self.limits.total_timeout)
        self._deadlines.append(deadline)
        try:
            self._send(message, deadline)
            return self._await(identity, deadline)
        except TimeoutError:
            raise self._died(reason[0], seconds=reason[1]) from None
        except (OSError, EOFError):
            raise self._died(None) from None
        finally:
            self._deadlines.pop()
            if not self._deadlines:
                self.spent += time.monotonic() - start

    def _await(self, identity: str, deadline: float) -> dict[str, Any]:
        callbacks = 0
        for _ in range(_STRAYS + self.limits.callbacks):
            data = self._receive(deadline)
            try:
                reply = decode(data, self.limits.codec)
            except CodecError as error:
                raise _Garbled(f"its answer cannot be read: {error}") from None
            if type(reply) is not dict or reply.get("id") != identity:
                continue  # an answer to nothing
            if reply.get("kind") != "callback":
                return reply
            callbacks += 1
            if callbacks > self.limits.callbacks:
                break
            self._send(self._call_back(reply), deadline)
        raise self._died("message")

    def _call_back(self, request: dict[str, Any]) -> bytes:
        """Evaluate one of our functions for the student's; return the answer."""
        functions = self._functions[-1] if self._functions else []
        index, args, kwargs = (request.get(key) for key in ("index", "args", "kwargs"))
        if not (
            type(index) is int
            and 0 <= index < len(functions)
            and type(args) is list
            and type(kwargs) is dict
            and all(type(key) is str for key in kwargs)
        ):
            raise self._died("message")
        try:
            value = functions[index](*args, **kwargs)
            return encode({"value": value}, self.limits.codec, self._name_function)
        except _Died:
            raise
        except Exception as error:
            if self.dead is not None:
                raise _Died(*self.dead) from None
            text = f"{type(error).__name__}: {error}"[:500]
            return encode({"error": f"the function passed as argument raised {text}"})

    def _name_function(self, value: Any) -> FunctionRef | CallbackRef | None:
        if not callable(value) or not self._functions:
            return None
        functions = self._functions[-1]
        for index, known in enumerate(functions):
            if known is value:
                return CallbackRef(index)
        functions.append(value)
        return CallbackRef(len(functions) - 1)

    def _died(self, reason: str | None, seconds: float = 0.0) -> _Died:
        """End the process, find out why it ended, and return that as an exception."""
        ended = self.close(gone=reason is None)
        status = ended.get("status")
        if ended.get("reason"):
            reason = ended["reason"]
        elif reason is None and isinstance(status, int) and status < 0:
            reason = "cpu" if -status in (9, 24) and self._cpu_used_up() else "crash"
        elif reason is None:
            reason = "exit"
        detail = DEATHS[reason].format(
            seconds=seconds,
            memory=self.limits.memory_mb,
            signal=-status if isinstance(status, int) else "unknown",
            megabytes=self.limits.message_bytes / MEGABYTE,
        )
        self.dead = (reason, detail)
        return _Died(reason, detail)

    def _cpu_used_up(self) -> bool:
        return self.spent > 0.9 * self.limits.total_timeout

    # Bytes

    def _send(self, data: bytes, deadline: float) -> None:
        frame = memoryview(struct.pack(">Q", len(data)) + data)
        while frame:
            self._wait(select.POLLOUT, deadline)
            with suppress(BlockingIOError):
                frame = frame[self._socket.send(frame) :]

    def _receive(self, deadline: float) -> bytearray:
        (size,) = struct.unpack(">Q", self._exactly(8, deadline))
        if size > self.limits.message_bytes:
            raise self._died("size")
        return self._exactly(size, deadline)

    def _exactly(self, size: int, deadline: float) -> bytearray:
        data = bytearray()
        while len(data) < size:
            self._wait(select.POLLIN, deadline)
            try:
                chunk = self._socket.recv(min(size - len(data), 1 << 20))
            except BlockingIOError:
                continue
            if not chunk:
                raise EOFError
            data += chunk
        return data

    def _wait(self, event: int, deadline: float) -> None:
        poll = select.poll()
        poll.register(self._socket, event)
        left = deadline - time.monotonic()
        if left <= 0 or not poll.poll(math.ceil(left * 1000)):
            raise TimeoutError


def _as_random_state(state: Any) -> np.random.RandomState | None:
    if state is None or type(state) is np.random.RandomState:
        return state
    made = np.random.RandomState(0)
    made.set_state(state)
    return made
