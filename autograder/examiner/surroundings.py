"""What a test has around it while it runs here: random state, seed, output, clock."""
# ruff: noqa: NPY002 - notebooks use the global generator

from __future__ import annotations

import contextlib
import dataclasses
import functools
import hashlib
import inspect
import io
import random
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import numpy as np

from autograder.examiner.failures import StudentTimeout
from autograder.examiner.functions import StudentFunction
from autograder.examiner.live import handle_of
from autograder.examiner.student_side import StudentSide
from autograder.guest.codec import GlobalState, set_global_state
from autograder.seed import SEED
from autograder.sources import source_of

MAX_OUTPUT = 20_000
_OF_DATA_CLASSES = ("asdict", "astuple", "fields", "is_dataclass", "replace")
GRACE = 5.0  # seconds after which a signal, and then the parent process, ends a test


class TestOutput(io.StringIO):
    """Standard output of a test: bounded."""

    __test__ = False

    def write(self, text: str) -> int:
        """Take text as long as there is room."""
        if self.tell() < MAX_OUTPUT:
            super().write(text[:MAX_OUTPUT])
        return len(text)


class preserved_random_state:
    """Seed the global random generators for a block and restore them after."""

    _global = GlobalState()

    def __init__(self, seed: int) -> None:
        self.seed = seed

    def __enter__(self) -> None:
        self._numpy, self._python = self._global.get(), random.getstate()
        np.random.seed(self.seed % 2**32)
        random.seed(self.seed)

    def __exit__(self, *_: object) -> None:
        set_global_state(self._numpy)
        random.setstate(self._python)


@contextlib.contextmanager
def surroundings(
    side: StudentSide, seed: int, grade_id: str, output: io.StringIO, main: ModuleType
) -> Iterator[None]:
    """Give a test its own random state, output and clock; leave nothing of it behind."""
    digest = hashlib.sha256(f"{seed}:{grade_id}".encode()).digest()
    token = SEED.set(seed)
    try:
        with (
            preserved_random_state(int.from_bytes(digest[:4], "little")),
            _reseeding_felt(side),
            _sources_known(side),
            _main_module(main),
            np.errstate(),
            warnings.catch_warnings(),
            contextlib.redirect_stdout(output),
            contextlib.redirect_stderr(output),
            _alarm(side),
        ):
            warnings.simplefilter("ignore")
            yield
    finally:
        SEED.reset(token)
        pyplot = sys.modules.get("matplotlib.pyplot")
        if pyplot is not None:
            pyplot.close("all")


@contextlib.contextmanager
def _reseeding_felt(side: StudentSide) -> Iterator[None]:
    """Let the student's process have the state that a test sets, even if it is as before.

    Otherwise that process goes on with a state of its own, where what its functions draw is not
    carried back.
    """
    originals = np.random.seed, np.random.set_state
    of_python: Any = random.seed, random.setstate

    def felt(original: Callable[..., None], tell: Callable[[], None]) -> Callable[..., None]:
        @functools.wraps(original)
        def set_here_and_there(*args: Any, **kwargs: Any) -> None:
            original(*args, **kwargs)
            tell()

        return set_here_and_there

    python: Any = random
    np.random.seed, np.random.set_state = (felt(each, side.random.forget) for each in originals)
    python.seed, python.setstate = (felt(each, side.random.share_python) for each in of_python)
    try:
        yield
    finally:
        np.random.seed, np.random.set_state = originals
        python.seed, python.setstate = of_python


@contextlib.contextmanager
def _main_module(main: ModuleType) -> Iterator[None]:
    """Let the test's names be those of ``__main__``, where `unittest` and `mock` look."""
    before = sys.modules["__main__"]
    sys.modules["__main__"] = main
    try:
        yield
    finally:
        sys.modules["__main__"] = before


@contextlib.contextmanager
def _sources_known(side: StudentSide) -> Iterator[None]:
    """Let a test read the text of a student's function, and her data classes as plain data.

    The text comes from the cells as submitted, not from her process.
    """
    source: Any = inspect.getsource
    module: Any = dataclasses
    forms = {name: getattr(module, name) for name in _OF_DATA_CLASSES}

    def getsource(item: Any) -> str:
        remote = type(item) is StudentFunction or handle_of(item) is not None
        text: str = source_of(item.__qualname__, side.cells) if remote else source(item)
        return text

    def felt(original: Any) -> Any:
        def form(item: Any, **options: Any) -> Any:
            handle = handle_of(item)
            if handle is None:
                return original(item, **options)
            changes = [options] if original is forms["replace"] else []
            return handle.use(original.__name__, *changes)

        return form

    sources: Any = inspect
    sources.getsource = getsource
    vars(module).update({name: felt(form) for name, form in forms.items()})
    try:
        yield
    finally:
        sources.getsource = source
        vars(module).update(forms)


@contextlib.contextmanager
def _alarm(side: StudentSide) -> Iterator[None]:
    """Stop a test that loops in this process, say over a huge number that it was given.

    Signals reach the main thread only; elsewhere only calls to the student are timed.
    """
    main = threading.current_thread() is threading.main_thread()
    if not main or not hasattr(signal, "setitimer"):
        yield
        return

    def ring(*_: object) -> None:
        side.abandon()
        text = "The test took too long with what your code returned."
        raise side.fail(StudentTimeout(text))

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, side.limits.cell_timeout + GRACE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
