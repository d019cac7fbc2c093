"""Tests in the student's own process, where the instructor agreed to it.

What runs here can be seen and changed by the student's code. What costs little is done against it:
what tests compare with is put back first, the text is compiled by the grader, IPython and its
hooks have no part in it, tracing is off, and a test has ended only when the grader has asked once
more, with a word that nobody knew before, and no test is on the stack.
"""

from __future__ import annotations

import builtins
import inspect
import marshal
import math
import operator
import sys
import types
import unittest.case
from typing import Any

import numpy as np
import numpy.testing

FILE = "<test "
"""How the file names of tests begin, in tracebacks."""

_PLACES: tuple[Any, ...] = (
    *(builtins, math, operator, np, np.testing, unittest.case, unittest.case.TestCase),
    *filter(None, [sys.modules.get("numpy.testing._private.utils")]),
)
_CODE = ("__code__", "__defaults__", "__kwdefaults__")
_loads = marshal.loads
_armed = [False, False]  # whether the hook is there, and whether a test runs


class Kept:
    """The functions by which tests compare, as they are after the instructor's cells."""

    def __init__(self) -> None:
        self.renew()

    def renew(self) -> None:
        """Take them as they are now."""
        self._values = [
            {k: v for k, v in vars(place).items() if callable(v) and k != "_"} for place in _PLACES
        ]
        functions = {
            id(value): value
            for values in self._values
            for value in values.values()
            if type(value) is types.FunctionType
        }
        self._codes = [(f, [getattr(f, name) for name in _CODE]) for f in functions.values()]

    def put_back(self) -> None:
        """Undo what student code has put in their places since."""
        for place, values in zip(_PLACES, self._values, strict=True):
            now = vars(place)
            for name, value in values.items():
                if now.get(name) is not value:
                    setattr(place, name, value)
        for function, parts in self._codes:
            for name, part in zip(_CODE, parts, strict=True):
                if getattr(function, name) is not part:
                    setattr(function, name, part)


def run(body: bytes, last: bytes | None, shell: Any) -> dict[str, Any]:
    """Run a test's code in the notebook's names; return how it ended, as plain data."""
    _watch()
    try:
        _evaluate(body, shell)
        value = None if last is None else _evaluate(last, shell)
    except BaseException as error:
        return {"raised": error}
    finally:
        _armed[1] = False
    is_number = type(value) in (int, float) or isinstance(value, np.integer | np.floating)
    return {"value": float(value) if value is not None and is_number else None}


def _evaluate(data: bytes, shell: Any) -> Any:
    code = _loads(data)
    names = shell.user_ns
    # Its own: what the code under test replaces meanwhile is not what the test then finds.
    names["__builtins__"] = dict(vars(builtins))
    try:
        value = eval(code, names)
        return shell.loop_runner(value) if code.co_flags & inspect.CO_COROUTINE else value
    finally:
        names["__builtins__"] = builtins


def line_of(error: BaseException) -> int:
    """Return the last line of a test that an exception came through; 0 for none."""
    trace, line = error.__traceback__, 0
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.startswith(FILE):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def under_way() -> bool:
    """Whether a test is on the stack of this thread."""
    frame: Any = sys._getframe()
    while frame is not None:
        if frame.f_code.co_filename.startswith(FILE):
            return True
        frame = frame.f_back
    return False


def _watch() -> None:
    """Let nobody but a test trace while a test runs: what traces can jump over its lines."""
    sys.settrace(None)
    sys.setprofile(None)
    _armed[1] = True
    if not _armed[0]:
        _armed[0] = True
        sys.addaudithook(_refuse_tracing)


def _refuse_tracing(event: str, _: Any) -> None:
    if not (_armed[1] and event in ("sys.settrace", "sys.setprofile")):
        return
    if not sys._getframe(1).f_code.co_filename.startswith(FILE):
        raise RuntimeError("nothing is traced while a test runs in this process")
