"""What there is to know of processes: what they use, and what they leave to others."""

from __future__ import annotations

import os
import platform
from collections.abc import Collection
from typing import Any

OPEN_FILES = 256  # descriptors that are looked at


def descendants(root: int, spared: Collection[int] = ()) -> list[int]:
    """Return the ids of all processes below ``root``; none where /proc does not tell.

    Those in ``spared``, and all below them, are left out.
    """
    found: list[int] = []
    waiting = [root]
    while waiting:
        pid = waiting.pop()
        try:
            for task in os.listdir(f"/proc/{pid}/task"):
                with open(f"/proc/{pid}/task/{task}/children") as file:
                    children = [int(c) for c in file.read().split() if int(c) not in spared]
                found += children
                waiting += children
        except OSError:
            continue
    return found


def close_all_but(*kept: int) -> None:
    """Close every descriptor but the standard three and ``kept``."""
    start = 3
    for number in sorted(kept):
        os.closerange(start, number)
        start = number + 1
    os.closerange(start, os.sysconf("SC_OPEN_MAX"))


def kernel_counts_by_namespace() -> bool:
    """Whether the limit on processes counts a user namespace's own ones only (Linux 5.14)."""
    try:
        major, minor = platform.release().split(".")[:2]
        return (int(major), int("".join(c for c in minor if c.isdigit()))) >= (5, 14)
    except ValueError:
        return False


def traces() -> list[Any]:
    """Return what cells can leave that a fork does not find, or a submission's walls hide."""
    files = [
        (place, names, [os.stat(os.path.join(place, name)).st_size for name in names])
        for folder in ("/tmp", "/dev/shm")
        for place, _, names in os.walk(folder)
    ]
    threads = len(os.listdir("/proc/self/task"))
    return [files, threads, list(map(is_open, range(OPEN_FILES))), descendants(os.getpid())]


def is_open(descriptor: int) -> bool:
    """Whether this process has this descriptor."""
    try:
        os.fstat(descriptor)
    except OSError:
        return False
    return True
