"""All that is printed and displayed while a cell or a call runs."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from typing import Any

from . import shell as shells
from .outputs import Recorder


class Capture:
    """Records a notebook's outputs, those of programs and libraries too.

    Parameters
    ----------
    shell : StudentShell
        The notebook's shell.
    limits : dict
        The server's settings, of which those that bound outputs are used.
    raw : bool
        Whether what is written past Python's own streams is caught.
    """

    def __init__(self, shell: shells.StudentShell, limits: dict[str, Any], raw: bool) -> None:
        self._shell, self._limits = shell, limits
        self._raw_output = _raw_output() if raw else None

    @contextlib.contextmanager
    def outputs(self, displays: int) -> Iterator[Recorder]:
        """Record everything printed and displayed meanwhile."""
        limits = self._limits
        recorder = Recorder(limits["output_bytes"], limits["display_bytes"], displays)
        undo = shells.capture(self._shell, recorder)
        try:
            yield recorder
        finally:
            undo()
            recorder.clear_next = False
            recorder.stream("stdout", self._drain())

    def _drain(self) -> str:
        """Return what programs and libraries wrote past Python's own streams."""
        if self._raw_output is None:
            return ""
        try:
            size = os.fstat(self._raw_output).st_size
            if not size:
                return ""
            data = os.pread(self._raw_output, self._limits["output_bytes"], 0)
            os.ftruncate(self._raw_output, 0)
            return data.decode("utf-8", "replace")
        except OSError:
            return ""


def _raw_output() -> int:
    """Point descriptors 1 and 2 at a file, and 0 at nothing."""
    nothing = os.open(os.devnull, os.O_RDONLY)
    path = ".output"
    file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o600)
    os.unlink(path)
    for number, source in ((0, nothing), (1, file), (2, file)):
        os.dup2(source, number)
    return file
