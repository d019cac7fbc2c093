"""What a server forks: students' processes, and servers in which the first cells have run."""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from autograder.sandbox.control import Control, ServerError

if TYPE_CHECKING:
    from autograder.limits import Limits
    from autograder.sandbox.outcomes import CellOutcome

MAX_SNAPSHOTS = 4


@dataclass(frozen=True)
class Snapshot:
    """A server in which the cells that all submissions begin with have run."""

    control: Control
    outcomes: tuple[CellOutcome, ...]


@dataclass(frozen=True, eq=False)
class Fork:
    """A student's process as its server knows it.

    Attributes
    ----------
    connection : socket
        Our end of its socket.
    host : Snapshot or None
        The server that it is a fork of; None for the first one.
    pid : int
        Its process id, as that server has it.
    """

    connection: socket.socket
    host: Snapshot | None
    pid: int

    @property
    def outcomes(self) -> list[CellOutcome]:
        """What those of its prelude gave that have run in it."""
        return list(self.host.outcomes) if self.host else []


class Snapshots:
    """The snapshots of one server, the latest few.

    Parameters
    ----------
    open_server : callable
        Has the server start one like itself, which runs cells and answers on a socket.
    limits : Limits
        What each submission may use.
    patience : float
        Seconds for an answer, beside those that the cells may take.
    """

    def __init__(
        self,
        open_server: Callable[[socket.socket, tuple[str, ...]], dict[str, Any]],
        limits: Limits,
        patience: float,
    ) -> None:
        self._open_server, self._limits, self._patience = open_server, limits, patience
        self._kept: dict[tuple[str, ...], Snapshot | None] = {}

    def after(self, cells: tuple[str, ...]) -> Snapshot | None:
        """Return the server in which these cells have run; None where they must run each time."""
        if cells not in self._kept:
            while len(self._kept) >= MAX_SNAPSHOTS:
                oldest = self._kept.pop(next(iter(self._kept)))
                if oldest is not None:
                    oldest.control.close()
            self._kept[cells] = self._made(cells)
        return self._kept[cells]

    def close(self) -> None:
        """Hang up on all of them; each then ends."""
        for snapshot in self._kept.values():
            if snapshot is not None:
                snapshot.control.close()
        self._kept.clear()

    def _made(self, cells: tuple[str, ...]) -> Snapshot | None:
        from autograder.sandbox.outcomes import CellOutcome  # NumPy

        local, remote = socket.socketpair()
        control = Control(local)
        try:
            with remote:
                self._open_server(remote, cells)
            reply = control.reply(self._limits.cell_timeout + self._patience)
        except ServerError:
            reply = {"error": "it ended"}
        if "error" in reply:
            control.close()
            return None
        found = (CellOutcome.from_reply(outcome, self._limits) for outcome in reply["outcomes"])
        return Snapshot(control, tuple(found))
