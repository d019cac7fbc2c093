"""Work in a process of its own, forked from this one, which nothing of it reaches.

What the work leaves behind ends with the process: objects that it changed, modules that it patched,
random state, environment, memory. This side gets plain data, bounded in size, or how the process
ended; it watches the clock, and ends the process where no signal would.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import os
import select
import signal
import socket
import struct
import sys
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NoReturn

import msgpack

from autograder.limits import MEGABYTE

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

MAX_ANSWER = 256 * MEGABYTE
POSSIBLE = hasattr(os, "fork")
_LENGTH = struct.Struct(">I")
_STEP, _DONE, _RAISED = "step", "done", "raised"
_PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None) if sys.platform == "linux" else None


@dataclass(frozen=True)
class Ended:
    """How the work ended.

    Attributes
    ----------
    value : Any
        Its answer.
    step : str
        What it was at, as it last announced.
    why : str
        Empty where it came to its end; ``timeout``; or how the process ended.
    """

    value: Any = None
    step: str = ""
    why: str = ""


class ApartError(RuntimeError):
    """An exception that the work raised: its type's name and its text.

    Attributes
    ----------
    error_type, text : str
        These two.
    """

    def __init__(self, error_type: str, text: str) -> None:
        super().__init__(f"{error_type}: {text}")
        self.error_type, self.text = error_type, text


class Link:
    """The work's end of the connection."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection

    def at(self, step: str) -> None:
        """Announce what is done next."""
        self.send(_STEP, step)

    def end(self, value: Any) -> NoReturn:
        """Give the answer, and end the process at once."""
        self.send(_DONE, value)
        os._exit(0)

    def send(self, kind: str, value: Any) -> None:
        """Send one message."""
        data = msgpack.packb([kind, value], unicode_errors="surrogatepass")
        self._connection.sendall(_LENGTH.pack(len(data)) + data)


def run_apart(
    work: Callable[[Link], Any], seconds: Callable[[str], float], memory_mb: int
) -> Ended:
    """Run work in a fork of this process and return its answer.

    Parameters
    ----------
    work : callable
        Gets a `Link` and returns plain data, of what msgpack takes.
    seconds : callable
        How long each step may take, by its name; the first one's is empty.
    memory_mb : int
        Address space that the work may use beyond what this process has.

    Raises
    ------
    ApartError
        If the work raised an exception.
    """
    local, remote = socket.socketpair()
    parent = os.getpid()
    with warnings.catch_warnings():
        # Threads of this process do not exist in the fork, which needs nothing that they hold.
        warnings.simplefilter("ignore", DeprecationWarning)
        pid = os.fork()
    if pid == 0:
        try:
            local.close()
            _shut_in(parent, memory_mb)
            _work(work, Link(remote))
        finally:
            os._exit(70)
    remote.close()
    answers = _Answers(local)
    try:
        with local:
            ended = answers.last(seconds)
    finally:
        # Also after an interrupt from the keyboard. What the work has started goes with it.
        with contextlib.suppress(OSError):
            os.setpgid(pid, pid)
        with contextlib.suppress(OSError):
            os.killpg(pid, signal.SIGKILL)
        _, status = os.waitpid(pid, 0)
    if ended is not None:
        return ended
    code = os.waitstatus_to_exitcode(status)
    return Ended(step=answers.step, why=f"signal {-code}" if code < 0 else f"exit status {code}")


def _shut_in(parent: int, memory_mb: int) -> None:
    """Bound this process, and let it end with its parent."""
    gc.freeze()  # a collection would touch, and so copy, everything that the parent made
    os.setpgid(0, 0)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it, and ends this process
    if _libc is not None:
        _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != parent:
            os._exit(70)
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        with contextlib.suppress(OSError, ValueError):
            size = _address_space() + memory_mb * MEGABYTE
            resource.setrlimit(resource.RLIMIT_AS, (size, size))


def _address_space() -> int:
    with open("/proc/self/statm", "rb") as file:
        return int(file.read().split()[0]) * resource.getpagesize()


def _work(work: Callable[[Link], Any], link: Link) -> None:
    try:
        value = work(link)
    except Exception as error:
        link.send(_RAISED, [type(error).__name__, str(error)[:2000]])
        return
    link.end(value)


class _Answers:
    """What comes from the work, bounded in size and time."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._poll = select.poll()
        self._poll.register(connection, select.POLLIN)
        self.step = ""

    def last(self, seconds: Callable[[str], float]) -> Ended | None:
        """Return how the work ended; None where its process did without a word."""
        deadline = time.monotonic() + seconds("")
        try:
            while True:
                (size,) = _LENGTH.unpack(self._exactly(_LENGTH.size, deadline))
                if size > MAX_ANSWER:
                    return Ended(step=self.step, why="an answer that is too large")
                kind, value = msgpack.unpackb(
                    self._exactly(size, deadline),
                    unicode_errors="surrogatepass",
                    strict_map_key=False,
                )
                if kind == _DONE:
                    return Ended(value, self.step)
                if kind == _RAISED:
                    raise ApartError(*value)
                self.step = value
                deadline = time.monotonic() + seconds(value)
        except TimeoutError:
            return Ended(step=self.step, why="timeout")
        except (EOFError, ConnectionError):
            return None

    def _exactly(self, size: int, deadline: float) -> bytes:
        data = bytearray()
        while len(data) < size:
            left = deadline - time.monotonic()
            if left <= 0 or not self._poll.poll(left * 1000 + 1):
                raise TimeoutError
            chunk = self._connection.recv(min(size - len(data), 1 << 20))
            if not chunk:
                raise EOFError
            data += chunk
        return bytes(data)
