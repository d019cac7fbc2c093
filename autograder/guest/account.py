"""What a submission's processes hold together: memory of every kind, and threads.

The kernel limits each process, and counts what they hold together only in control groups, which
few accounts may make. So the server looks, many times a second. What cannot be seen from outside
(the bytes in a pipe, the tables behind an address) counts with the most that it can be; kinds of
memory that belong to no process and cannot be counted at all are denied (`guest.syscalls`).
"""

from __future__ import annotations

import contextlib
import os
import socket
from collections.abc import Iterable
from dataclasses import dataclass

from .jail import HOME

DESCRIPTOR = 1 << 16  # what a pipe holds; more than any other kind but sockets
TABLES = 16  # one byte of the kernel's for so many of address space: areas, page tables
_DATAGRAMS = 11  # messages that a socket of this kind keeps of senders who have gone
_FIELDS = ("FDSize", "RssAnon", "RssShmem", "Threads", "VmSize", "VmSwap")


@dataclass(frozen=True)
class Held:
    """What one process holds: bytes of its own, of shared memory and of addresses; counts."""

    own: int = 0
    shared: int = 0
    addresses: int = 0
    descriptors: int = 0
    threads: int = 0


def held_by(process: int | str) -> Held | None:
    """Return what a process holds; None where it has gone or /proc does not tell.

    ``process`` is its name in /proc; that of one of its threads does as well.
    """
    try:
        with open(f"/proc/{process}/status") as file:
            lines = [line.split() for line in file if line.startswith(_FIELDS)]
    except OSError:
        return None
    found = {line[0].rstrip(":"): int(line[1]) for line in lines}
    kilobytes = {name: 1024 * found.get(name, 0) for name in _FIELDS}
    return Held(
        own=kilobytes["RssAnon"] + kilobytes["VmSwap"],
        shared=kilobytes["RssShmem"],
        addresses=kilobytes["VmSize"],
        descriptors=found.get("FDSize", 0),
        threads=found.get("Threads", 0),
    )


def living(pid: int) -> tuple[str, Held] | None:
    """Return where /proc tells of a process, and what it holds.

    A process whose first thread has ended lives on in the others, and shows nothing of its own.
    """
    held = held_by(pid)
    if held is None or held.addresses or held.threads < 2:
        return None if held is None else (str(pid), held)
    with contextlib.suppress(OSError):
        for thread in os.listdir(f"/proc/{pid}/task"):
            place = f"{pid}/task/{thread}"
            there = held_by(place)
            if there and there.addresses:
                return place, there
    return str(pid), held


class Account:
    """Counts what the processes of one submission hold beyond what the server gave them.

    Parameters
    ----------
    sandboxed : bool
        Whether submissions have namespaces of their own, in which sockets and files are counted.
    file_bytes : int
        Size of their private file systems.
    """

    def __init__(self, sandboxed: bool, file_bytes: int) -> None:
        self.sandboxed = sandboxed
        self.file_bytes = file_bytes
        self.before = held_by("self") or Held(addresses=1 << 30)
        with socket.socket(socket.AF_UNIX) as fresh:
            # A sender may pass its limit by one message.
            buffer = fresh.getsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF) + DESCRIPTOR
        self._socket, self._datagrams = buffer, _DATAGRAMS * buffer

    def look(self, pids: Iterable[int]) -> tuple[int, int]:
        """Return the bytes and the threads of these processes, all those of a submission."""
        memory = threads = 0
        found = [process for pid in pids if (process := living(pid))]
        for place, held in found:
            threads += held.threads
            memory += max(0, held.own - self.before.own)
            if not self.sandboxed:
                memory += max(0, held.shared - self.before.shared)
                continue
            memory += max(0, held.addresses - self.before.addresses) // TABLES
            memory += DESCRIPTOR * _descriptors(place, held)
        if self.sandboxed:
            # All of them share one file system and one network.
            places = [place for place, _ in found]
            memory += self._files(places) + self._sockets(places)
        return memory, threads

    def _files(self, places: list[str]) -> int:
        """Return the bytes in the submission's file system, mapped or not, named or not."""
        for place in places:
            with contextlib.suppress(OSError):
                found = os.statvfs(f"/proc/{place}/root{HOME}")
                return (found.f_blocks - found.f_bfree) * found.f_frsize
        # Processes can close their doors to us; then all of it counts.
        return self.file_bytes if places else 0

    def _sockets(self, places: list[str]) -> int:
        """Return what the network namespace's sockets can hold, also those nobody has open."""
        for place in places:
            with contextlib.suppress(OSError), open(f"/proc/{place}/net/unix") as file:
                lines = [line.split(None, 6) for line in file][1:]
                datagrams = sum(line[4] == "0002" for line in lines)
                return (len(lines) - datagrams) * self._socket + datagrams * self._datagrams
        return 0


def _descriptors(place: str, held: Held) -> int:
    try:
        return len(os.listdir(f"/proc/{place}/fd"))
    except OSError:
        return held.descriptors
