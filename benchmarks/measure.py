"""Run a command and measure what it and everything below it takes: time, processor, memory."""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import signal
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

INTERVAL = 0.5  # seconds between two looks at memory: each costs milliseconds
_PR_SET_CHILD_SUBREAPER = 36


class CommandError(Exception):
    """A command that failed; the message holds the end of what it said."""


@dataclass(frozen=True)
class Usage:
    """What a command took.

    Attributes
    ----------
    seconds : float
        Wall time.
    cpu : float
        Processor seconds of the whole process tree.
    memory : float
        The largest sum of the tree's memory seen, in megabytes; pages that several processes
        share count once (PSS).
    """

    seconds: float
    cpu: float
    memory: float


def run(
    command: Sequence[str | Path],
    folder: Path,
    env: Mapping[str, str],
    good: Sequence[int] = (0,),
) -> Usage:
    """Run a command to its end, and wait for all that it leaves behind.

    Raises
    ------
    CommandError
        If it ends with another status than the good ones.
    """
    _adopt_orphans()
    before = _cpu_of_children()
    start = time.perf_counter()
    with open(folder / ".benchmark-output", "w+b") as said:
        process = subprocess.Popen(
            list(map(str, command)), cwd=folder, env=env, stdout=said, stderr=subprocess.STDOUT
        )
        with _watched(process.pid) as peak:
            status = process.wait()
        seconds = time.perf_counter() - start
        _reap()
        if status not in good:
            said.seek(0)
            text = said.read().decode("utf-8", "replace")[-3000:]
            raise CommandError(f"{' '.join(map(str, command))} ended with {status}:\n{text}")
    return Usage(seconds, _cpu_of_children() - before, peak[0])


def _adopt_orphans() -> None:
    """Become the parent of processes whose parents end, so that their time is counted."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _reap(patience: float = 20.0) -> None:
    """Wait for adopted processes; what does not end by itself is killed."""
    end = time.monotonic() + patience
    with contextlib.suppress(ChildProcessError):
        while True:
            pid, _ = os.waitpid(-1, os.WNOHANG)
            if pid:
                continue
            if time.monotonic() > end:
                for child in _children(os.getpid()):
                    with contextlib.suppress(ProcessLookupError):
                        os.kill(child, signal.SIGKILL)
                end += patience
            time.sleep(0.02)


def _cpu_of_children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


@contextlib.contextmanager
def _watched(pid: int) -> Iterator[list[float]]:
    """Look at the memory of a process tree now and then; the list's one element is the peak."""
    peak, done = [0.0], threading.Event()

    def watch() -> None:
        while not done.wait(INTERVAL):
            peak[0] = max(peak[0], sum(map(_memory, [pid, *_below(pid)])))

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    try:
        yield peak
    finally:
        done.set()
        thread.join()


def _children(pid: int) -> list[int]:
    found: list[int] = []
    with contextlib.suppress(OSError):
        for task in os.listdir(f"/proc/{pid}/task"):
            text = Path(f"/proc/{pid}/task/{task}/children").read_text()
            found += map(int, text.split())
    return found


def _below(pid: int) -> list[int]:
    return [each for child in _children(pid) for each in (child, *_below(child))]


def _memory(pid: int) -> float:
    """Return a process's share of memory in megabytes; its whole where shares are not told."""
    with contextlib.suppress(OSError, IndexError, ValueError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    with contextlib.suppress(OSError, IndexError, ValueError):
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGESIZE") / 2**20
    return 0.0


class Noise:
    """How evenly this machine works: one fixed piece of work, timed again and again."""

    def __init__(self) -> None:
        self.times: list[float] = []
        self.loads: list[float] = []

    def look(self) -> None:
        """Time the piece of work, and note how many processes want to run."""
        self.loads.append(os.getloadavg()[0])
        for _ in range(3):
            start = time.perf_counter()
            sum(range(2_000_000))
            self.times.append(time.perf_counter() - start)

    def __str__(self) -> str:
        middle = statistics.median(self.times)
        low, high = (100 * (value / middle - 1) for value in (min(self.times), max(self.times)))
        return (
            f"a fixed piece of work took {1000 * middle:.0f} ms, {low:+.0f} to {high:+.0f} %; "
            f"load average {min(self.loads):.1f} to {max(self.loads):.1f} "
            f"on {os.cpu_count()} processors"
        )
