"""The trusted side of the fork server: starting it, asking for processes, ending them."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.handed_out import HandedOut
from autograder.sandbox.command import plain_command, sandboxed_command, server_settings
from autograder.sandbox.control import Control, ServerError
from autograder.sandbox.detection import Detection, detect_isolation
from autograder.sandbox.forks import Fork, Snapshot, Snapshots
from autograder.sandbox.program import Command, Program

if TYPE_CHECKING:
    from autograder.course.settings import Settings
    from autograder.limits import Limits
    from autograder.result import Isolation

_START_TIMEOUT = 120.0
_SERVER_TIMEOUT = 20.0


class StudentServer:
    """A warm fork server. One submission at a time; any number, one after the other.

    Parameters
    ----------
    settings : Settings
        How to grade. Where the isolation wanted cannot be had, `start` raises `ServerError`;
        nothing is lowered silently.
    detected : Detection, optional
        What this machine reaches, where that has been tried already.
    control : socket, optional
        A running server to use as long as it lives, as `clone` returns it.
    """

    def __init__(
        self,
        settings: Settings,
        detected: Detection | None = None,
        control: socket.socket | None = None,
    ) -> None:
        self.settings = settings
        self.detected = detected
        self.pid: int | None = None
        self._program: Program | None = None
        self._control = None if control is None else Control(control)
        self._snapshots = Snapshots(self._open_server, settings.limits, _SERVER_TIMEOUT)
        self._live: Fork | None = None
        self._ready = False
        self._lent: Control | None = None

    @property
    def limits(self) -> Limits:
        """What a submission may use."""
        return self.settings.limits

    @property
    def isolation(self) -> Isolation:
        """How well submissions are kept apart."""
        return self.settings.isolation

    def serves(self, settings: Settings) -> bool:
        """Whether this is the server for these settings."""
        return _asked_of(self.settings) == _asked_of(settings)

    def __enter__(self) -> StudentServer:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def launch(self) -> None:
        """Start the server, if it does not run, and do not wait until it is ready."""
        running = self._program is None or self._program.runs
        if self._control is not None and running:
            return
        self.close()
        local, remote = socket.socketpair()
        try:
            self._program = Program.start(self._command, remote)
        except (OSError, ServerError) as error:
            local.close()
            raise ServerError(f"the student server cannot be started: {error}") from error
        finally:
            remote.close()
        self._control = Control(local)
        self._ready = False

    def start(self) -> None:
        """Start the server, if it does not run, and wait until it is ready."""
        self.launch()
        if self._ready or self._control is None:
            return
        try:
            self.pid = self._control.reply(_START_TIMEOUT).get("ready")
        except ServerError:
            program = self._program
            said = program.said() if program else ""
            self.close()
            if program is None:  # what it was a clone of has ended
                self.start()
                return
            raise ServerError(f"the student server did not start: {said}") from None
        self._ready = True

    def close(self) -> None:
        """End the server and everything in it."""
        self._live = None
        self._snapshots.close()
        if self._control is not None:
            self._control.close()
            self._control = None
        self._ready = False
        if self._program is not None:
            self._program.end(2 if self.isolation == "process" else 0.3)
            self._program = None

    def hand_out(self, files: HandedOut) -> None:
        """Let submissions from now on find these files in their working folders."""
        if files.digest != self.settings.files.digest:
            self.close()
        self.settings = replace(self.settings, files=files)

    def clone(self) -> socket.socket | None:
        """Return the control socket of a server like this one, in the same sandbox.

        It takes a fork, and no imports, and is ready a moment after this one is. None at the
        level ``process``, where a student can end whatever server there is; and where this
        server has not been launched.
        """
        if self.isolation != "sandbox" or self._control is None:
            return None
        local, remote = socket.socketpair()
        with remote:
            try:
                self._control.post(self._opening(()), remote)
            except ServerError:
                local.close()
                return None
        return local

    # In a fork of the process that keeps the server

    def ready_for(self, prelude: Sequence[str]) -> None:
        """Start what forks of this process are about to use."""
        self.start()
        self._snapshot(tuple(prelude))

    def borrow(self) -> None:
        """Use the server from a fork; if it ends, one that is started here takes its place."""
        self._program = None
        self._lent = self._control

    @property
    def lost(self) -> bool:
        """Whether the server that was borrowed has ended or does not answer."""
        return self._control is not self._lent

    # What StudentProcess uses

    def fork(self, prelude: tuple[str, ...] = ()) -> Fork:
        """Start a student's process that begins with these cells of the instructor's."""
        if self._live is not None:
            raise ServerError("a server runs one submission at a time; close the other one first")
        try:
            self._live = self._forked(prelude)
        except ServerError:
            if self._program is not None:
                raise
            self._live = self._forked(prelude)  # the server had ended; this one is fresh
        return self._live

    def _forked(self, prelude: tuple[str, ...]) -> Fork:
        self.start()
        host = self._snapshot(prelude)
        local, remote = socket.socketpair()
        try:
            with remote:
                reply = self._request(host, {"op": "fork"}, remote)
            if "error" in reply:
                raise ServerError(f"a submission cannot be isolated: {reply['error']}")
        except ServerError:
            local.close()
            raise
        local.setblocking(False)
        return Fork(local, host, reply["pid"])

    def end(self, fork: Fork | None, gone: bool = False) -> dict[str, Any]:
        """End a student's process and all that came from it; return how it ended."""
        if fork is None or self._live is not fork:
            return {}
        self._live = None
        try:
            return self._request(fork.host, {"op": "end", "gone": gone})
        except ServerError:
            if self.isolation == "process":  # here a student can end the server itself
                with suppress(ProcessLookupError, PermissionError):
                    os.killpg(fork.pid, signal.SIGKILL)
            return {"reason": "server"}

    def _snapshot(self, cells: tuple[str, ...]) -> Snapshot | None:
        """Return the server in which these cells have run; None where they must run each time.

        At the level ``process`` they do: there a student can reach the files that they leave.
        """
        if not cells or self.isolation != "sandbox" or self._control is None:
            return None
        return self._snapshots.after(cells)

    def _open_server(self, remote: socket.socket, cells: tuple[str, ...]) -> dict[str, Any]:
        return self._request(None, self._opening(cells), remote)

    def _opening(self, cells: tuple[str, ...]) -> dict[str, Any]:
        return {"op": "open", "cells": cells, "seconds": self.limits.cell_timeout}

    def _request(
        self, snapshot: Snapshot | None, request: dict[str, Any], *sockets: socket.socket
    ) -> dict[str, Any]:
        control = snapshot.control if snapshot else self._control
        if control is None:
            raise ServerError("the student server does not run")
        try:
            return control.request(request, *sockets, timeout=_SERVER_TIMEOUT)
        except ServerError:
            self.close()  # it will be started again for the next submission
            raise

    def _command(self, folder: Path, control: int, fonts: int | None) -> Command:
        settings = server_settings(self.settings, control, fonts)
        packages, handed_out = tuple(map(Path, self.settings.code.packages)), self.settings.files
        files = handed_out.stage(folder / "handed-out") if handed_out.digest else None
        if self.isolation == "process":
            return plain_command(settings, packages, folder, files)
        detected = self.detected or detect_isolation()
        hidden = [*map(Path, (*self.settings.hidden, *self.settings.code.test_packages))]
        return sandboxed_command(settings, packages, detected, files, hidden)


def _asked_of(settings: Settings) -> tuple[Any, ...]:
    """Return the part of the settings by which a server is made."""
    code = settings.code
    return (
        *(settings.limits, settings.isolation, settings.files, settings.imports, settings.hidden),
        *(code.packages, code.test_packages, code.values),
    )
