"""Run a search in a fork: a change that never ends or swells ends there, and leaves nothing."""

from __future__ import annotations

import contextlib
import math
import os
import pickle
import select
import signal
import time
import warnings
from collections.abc import Callable
from typing import TypeVar

MEMORY = 1 << 30
"""Bytes that a search may use on top of what the process has."""
PATIENCE = 10.0
"""Seconds on the wall after which a search is given up, however busy the machine is."""

Found = TypeVar("Found")


def apart(work: Callable[[], Found], seconds: float) -> Found | None:
    """Return what some work finds; None where it ends in any other way.

    Parameters
    ----------
    work : callable
        Its answer is pickled.
    seconds : float
        Processor time that it means to use; twice as much ends it.
    """
    if not hasattr(os, "fork"):  # Windows: guards in loops must do
        return work()
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        # The threads of a kernel do not exist in the fork, which needs nothing that they hold.
        warnings.simplefilter("ignore", DeprecationWarning)
        pid = os.fork()
    if pid == 0:
        try:
            os.close(reading)
            _bound(seconds)
            with open(writing, "wb") as pipe:
                pipe.write(pickle.dumps(work()))
        finally:
            os._exit(0)
    os.close(writing)
    try:
        with open(reading, "rb", buffering=0) as pipe:
            data = _all_of(pipe.fileno())
    finally:
        with contextlib.suppress(OSError):
            os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
    return pickle.loads(data) if data else None


def _bound(seconds: float) -> None:
    import resource

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    limit = math.ceil(2 * seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(OSError, ValueError):
        with open("/proc/self/statm", "rb") as file:
            size = int(file.read().split()[0]) * resource.getpagesize() + MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (size, size))


def _all_of(descriptor: int) -> bytes:
    """Read to the end; nothing where it does not come in time."""
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    end = time.monotonic() + PATIENCE
    data = b""
    while (left := end - time.monotonic()) > 0 and poll.poll(left * 1000):
        chunk = os.read(descriptor, 1 << 16)
        if not chunk:
            return data
        data += chunk
    return b""
