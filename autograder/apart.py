"""Work in a process of its own, forked from this one, which nothing of it reaches.

What the work leaves behind ends with the process: objects that it changed, modules that it patched,
random state, environment, memory. This side gets plain data, bounded in size, or how the process
ended; it watches the clock, and ends the process where no signal would.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import mmap
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
_LENGTH = struct.Struct(">I")
_DONE, _RAISED = "done", "raised"
_LOOK = 0.5  # seconds between two looks at what the work is at
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


class _Step:
    """What the work is at and since when, in memory that both processes see.

    Messages would wake the other process some sixteen times a submission. That took
    0 to 5 % of its processor time, by five measurements on a busy machine.
    """

    _HEAD = struct.Struct("dI")
    _LETTERS = 500  # no gradebook takes a longer id
    _ROOM = _HEAD.size + 4 * _LETTERS

    def __init__(self) -> None:
        self._memory = mmap.mmap(-1, 1 + 2 * self._ROOM)
        self.begin("")

    def begin(self, step: str) -> None:
        """Begin a step now."""
        text = step[: self._LETTERS].encode("utf-8", "surrogatepass")
        data = self._HEAD.pack(time.monotonic(), len(text)) + text
        # Written in the place that nobody reads, which the count then names.
        count = (self._memory[0] + 1) % 256
        place = self._place(count)
        self._memory[place : place + len(data)] = data
        self._memory[0] = count

    def now(self) -> tuple[str, float]:
        """Return the present step, and when it began."""
        while True:
            count = self._memory[0]
            place = self._place(count)
            begun, size = self._HEAD.unpack_from(self._memory, place)
            place += self._HEAD.size
            text = self._memory[place : place + size]
            if self._memory[0] == count:
                return text.decode("utf-8", "surrogatepass"), begun

    def _place(self, count: int) -> int:
        return 1 + count % 2 * self._ROOM

    def close(self) -> None:
        """Give the memory back."""
        self._memory.close()


class Link:
    """The work's end of the connection."""

    def __init__(self, connection: socket.socket, step: _Step) -> None:
        self._connection = connection
        self._step = step

    def at(self, step: str) -> None:
        """Announce what is done next; its time begins now."""
        self._step.begin(step)

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
    step = _Step()
    parent = os.getpid()
    with warnings.catch_warnings():
        # Threads of this process do not exist in the fork, which needs nothing that they hold.
        warnings.simplefilter("ignore", DeprecationWarning)
        pid = os.fork()
    if pid == 0:
        try:
            local.close()
            _shut_in(parent, memory_mb)
            _work(work, Link(remote, step))
        finally:
            os._exit(70)
    remote.close()
    try:
        with local:
            ended = _Answer(local, step, seconds).read()
    finally:
        # Also after an interrupt from the keyboard. What the work has started goes with it.
        with contextlib.suppress(OSError):
            os.setpgid(pid, pid)
        with contextlib.suppress(OSError):
            os.killpg(pid, signal.SIGKILL)
        _, status = os.waitpid(pid, 0)
        last, _ = step.now()
        step.close()
    if ended is not None:
        return ended
    code = os.waitstatus_to_exitcode(status)
    return Ended(step=last, why=f"signal {-code}" if code < 0 else f"exit status {code}")


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


class _Answer:
    """What comes from the work, bounded in size and time."""

    def __init__(
        self, connection: socket.socket, step: _Step, seconds: Callable[[str], float]
    ) -> None:
        self._connection, self._step, self._seconds = connection, step, seconds
        self._poll = select.poll()
        self._poll.register(connection, select.POLLIN)

    def read(self) -> Ended | None:
        """Return how the work ended; None where its process did without a word."""
        try:
            (size,) = _LENGTH.unpack(self._exactly(_LENGTH.size))
            if size > MAX_ANSWER:
                return self._ended("an answer that is too large")
            kind, value = msgpack.unpackb(
                self._exactly(size), unicode_errors="surrogatepass", strict_map_key=False
            )
        except TimeoutError:
            return self._ended("timeout")
        except (EOFError, ConnectionError):
            return None
        if kind == _RAISED:
            raise ApartError(*value)
        return Ended(value, self._step.now()[0])

    def _ended(self, why: str) -> Ended:
        return Ended(step=self._step.now()[0], why=why)

    def _exactly(self, size: int) -> bytes:
        data = bytearray()
        while len(data) < size:
            step, begun = self._step.now()
            left = begun + self._seconds(step) - time.monotonic()
            if left <= 0:
                raise TimeoutError
            if not self._poll.poll(min(left, _LOOK) * 1000 + 1):
                continue
            chunk = self._connection.recv(min(size - len(data), 1 << 20))
            if not chunk:
                raise EOFError
            data += chunk
        return bytes(data)
