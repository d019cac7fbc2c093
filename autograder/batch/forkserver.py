"""The process that workers are forked from."""

from __future__ import annotations

import contextlib
import json
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator, Sequence
from multiprocessing import forkserver

PRELOAD = "AUTOGRADER_PRELOAD"
"""Environment variable: names of modules that workers' parent imports, as JSON."""


def start_forkserver(preload: Sequence[str]) -> None:
    """Start the process that workers are forked from; it imports what they need meanwhile.

    Parameters
    ----------
    preload : sequence of str
        The course's modules that are imported too.
    """
    # One BLAS thread each: the workers fill the machine, and sums do not depend on its size.
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    os.environ[PRELOAD] = json.dumps(preload)
    multiprocessing.set_forkserver_preload(["autograder.batch.preload"])
    with _deaf_to_interrupts():
        forkserver.ensure_running()


@contextlib.contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Let processes that start meanwhile ignore Ctrl-C, which a terminal sends to all at once.

    The main process hears it, and ends them.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
