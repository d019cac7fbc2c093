"""How slow the machine is right now, so that no limit of a test means that it must be idle.

Honest work gets limits that grow with what else runs here; a test of speed counts processor time.
"""

from __future__ import annotations

import os
import resource
import time
from dataclasses import replace
from pathlib import Path

from autograder.limits import Limits

SAMPLE = 0.05  # seconds of work that are timed


def pace() -> float:
    """Return how many seconds pass here for one second of work: 1 on an idle machine."""
    began, worked = time.perf_counter(), time.thread_time()
    while time.thread_time() - worked < SAMPLE:
        sum(range(1000))
    sample = (time.perf_counter() - began) / (time.thread_time() - worked)
    cores = os.cpu_count() or 1
    return max(1.0, sample, max(os.getloadavg()[0], _waiting()) / cores)


def _waiting() -> int:
    """Return how many threads run or wait for a core, where the system says it."""
    try:
        return int(Path("/proc/loadavg").read_text().split()[3].partition("/")[0])
    except (OSError, ValueError, IndexError):
        return 0


def patient(limits: Limits) -> Limits:
    """Return limits whose times suit the machine's pace."""
    slower = pace()
    names = ("cell_timeout", "call_timeout", "total_timeout")
    return replace(limits, **{name: slower * getattr(limits, name) for name in names})


def processor_time() -> float:
    """Return the seconds that this process and its ended children have computed."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)
