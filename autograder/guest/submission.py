"""The processes of one submission, as the server that forked them ends them."""

from __future__ import annotations

import contextlib
import os
import select
import signal
from collections.abc import Collection

from .processes import descendants


class Submission:
    """A live submission: the first process of its tree, and why it was killed, if it was."""

    def __init__(self, pid: int, folder: str | None, sandboxed: bool) -> None:
        self.pid = pid
        self.folder = folder
        self.sandboxed = sandboxed
        self.status: int | None = None
        self.reason: str | None = None
        self.cpu = 0.0

    def reap(self, wait: bool) -> None:
        """Collect the exit status, if there is one yet."""
        if self.status is None:
            pid, status, usage = os.wait4(self.pid, 0 if wait else os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
                self.cpu = usage.ru_utime + usage.ru_stime

    def wait(self, milliseconds: int) -> None:
        """Collect the exit status if it comes within this time."""
        self.reap(wait=False)
        for _ in range(milliseconds):
            if self.status is not None:
                break
            select.select([], [], [], 0.001)
            self.reap(wait=False)

    def kill(self, spared: Collection[int]) -> None:
        """End every process of it; ``spared`` are no part of it."""
        if self.status is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
            self.reap(wait=True)
        if not self.sandboxed:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.pid, signal.SIGKILL)
        # In the sandbox the kernel has ended the rest with the namespace; elsewhere orphans
        # have become our children.
        for _ in range(1000):
            left = descendants(os.getpid(), spared)
            for pid in left:
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    os.kill(pid, signal.SIGKILL)
            try:
                while os.waitpid(-1, os.WNOHANG)[0]:
                    pass
                if not left:
                    break
                select.select([], [], [], 0.001)
            except ChildProcessError:
                break
