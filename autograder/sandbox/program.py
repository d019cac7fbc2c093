"""A fork server as a program of this machine: started, asked what it said, ended."""

from __future__ import annotations

import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from autograder.sandbox import fonts
from autograder.sandbox.control import ServerError

Command = tuple[list[str], dict[str, str]]
"""What starts a server, and its environment."""


@dataclass
class Program:
    """A server's process, and the folder with the files that it needs."""

    process: subprocess.Popen[bytes]
    folder: Path

    @classmethod
    def start(
        cls, command_in: Callable[[Path, int, int | None], Command], control: socket.socket
    ) -> Program:
        """Start a server and do not wait until it is ready.

        Parameters
        ----------
        command_in : callable
            Returns the command for a folder and the descriptors of ``control`` and of the list of
            fonts.
        control : socket
            The server's end of its control socket.

        Raises
        ------
        OSError, ServerError
            If there is no starting it.
        """
        folder = Path(tempfile.mkdtemp(prefix="student-server-"))
        try:
            with open(folder / "errors", "wb") as log, fonts.known() as known:
                lists = None if known is None else known.fileno()
                command, env = command_in(folder, control.fileno(), lists)
                process = subprocess.Popen(
                    command,
                    env=env,
                    pass_fds=[control.fileno(), *([known.fileno()] if known else [])],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=log,
                    cwd="/",
                    start_new_session=True,
                )
        except (OSError, ServerError):
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return cls(process, folder)

    @property
    def runs(self) -> bool:
        """Whether it has not ended."""
        return self.process.poll() is None

    def said(self) -> str:
        """Return the end of what it wrote about errors."""
        return (self.folder / "errors").read_text("utf-8", "replace").strip()[-2000:]

    def end(self, patience: float) -> None:
        """End it, at once where it does not end by itself in so many seconds."""
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(patience)
        if self.runs:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
