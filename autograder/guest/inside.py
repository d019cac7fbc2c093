"""Tests in the student's own process, where the instructor agreed to it.

What runs here can be seen and changed by the student's code. What costs little is done against it:
what tests compare with is put back first, the text is compiled by the grader, IPython and its
hooks have no part in it, tracing is off, and a test has ended only when the grader has asked once
more, with a word that nobody knew before, and no test is on the stack.
"""

from __future__ import annotations

import builtins
import doctest
import inspect
import itertools
import marshal
import math
import operator
import sys
import types
import unittest.case
from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.testing

FILE = "<test "
"""How the file names of tests begin, in tracebacks."""

_MODULES = (builtins, math, operator, np, np.testing, unittest.case)
_BUILTINS = frozenset(name for name in vars(builtins) if not name.startswith("_"))
_CODE = ("__code__", "__defaults__", "__kwdefaults__")
_TRACING = ("sys.settrace", "sys.setprofile", "sys.monitoring.register_callback")
_DISPATCHER: Any = type(np.allclose)
_loads = marshal.loads
_watching: list[bool] = []  # not empty once the hook is there
_running: list[types.CodeType] = []
"""The code of the test that runs, and of the functions in it."""


class Kept:
    """The functions by which tests compare, as they are after the instructor's cells.

    With them go the modules that they are defined in, whose names they read as they run.
    """

    def __init__(self) -> None:
        self.renew()

    def renew(self) -> None:
        """Take them as they are now."""
        methods = vars(unittest.case.TestCase)
        spaces = [vars(module) for module in _MODULES]
        found = [f for space in (*spaces, methods) for f in map(_function, space.values()) if f]
        every = {id(space): space for space in (*spaces, *(f.__globals__ for f in found))}
        self._values = [(space, _replaceable(space)) for space in every.values()]
        self._methods = _replaceable(methods)
        values = [v for _, kept in self._values for v in kept.values()]
        self._modules = list({id(v): v for v in values if isinstance(v, types.ModuleType)}.values())
        self._kinds = [type(module) for module in self._modules]
        functions = {id(f): f for f in (*found, *filter(None, map(_function, values)))}.values()
        self._codes = [(f, [getattr(f, name) for name in _CODE]) for f in functions]

    def put_back(self) -> None:
        """Undo what student code has put in their places since."""
        for module, kind in zip(self._modules, self._kinds, strict=True):
            if type(module) is not kind:
                module.__class__ = kind
        for space, values in self._values:
            for name, value in values.items():
                if space.get(name) is not value:
                    space[name] = value
            if space is not vars(builtins):
                for name in _BUILTINS & space.keys() - values.keys():
                    del space[name]  # it would hide a builtin
        for name, value in self._methods.items():
            if vars(unittest.case.TestCase).get(name) is not value:
                setattr(unittest.case.TestCase, name, value)
        for function, parts in self._codes:
            for name, part in zip(_CODE, parts, strict=True):
                if getattr(function, name) is not part:
                    setattr(function, name, part)


def _replaceable(space: Mapping[str, Any]) -> dict[str, Any]:
    """Return what code calls, or finds something in, of a module's or a class's names."""
    return {
        name: value
        for name, value in space.items()
        if name != "_"
        and (callable(value) or isinstance(value, types.ModuleType) or name in _BUILTINS)
    }


def _function(value: Any) -> types.FunctionType | None:
    """Return the function that a value is or, as one of NumPy's dispatchers, calls."""
    if isinstance(value, types.FunctionType):
        return value
    return _function(value._implementation) if type(value) is _DISPATCHER else None


def run(body: bytes, last: bytes | None, shell: Any) -> dict[str, Any]:
    """Run a test's code in the notebook's names; return how it ended, as plain data."""
    _watch()
    try:
        _evaluate(body, shell)
        value = None if last is None else _evaluate(last, shell)
    except BaseException as error:
        return {"raised": error}
    finally:
        _running.clear()
    is_number = type(value) in (int, float) or isinstance(value, np.integer | np.floating)
    return {"value": float(value) if value is not None and is_number else None}


def _evaluate(data: bytes, shell: Any) -> Any:
    code = _loads(data)
    _running[:] = _with_functions(code)
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


def _with_functions(code: types.CodeType) -> list[types.CodeType]:
    """Return a test's code, and that of the functions and classes in it."""
    inner = [part for part in code.co_consts if isinstance(part, types.CodeType)]
    return [code, *(each for part in inner for each in _with_functions(part))]


class _Untraced:
    """The module `sys` for doctest, which at its end puts back that nobody traces."""

    def __getattr__(self, name: str) -> Any:
        return getattr(sys, name)

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(sys, name, value)

    def settrace(self, function: Any) -> None:
        """Trace, where there is something to trace with."""
        if function is not None:
            sys.settrace(function)


def _watch() -> None:
    """Let nobody but a test trace while a test runs: what traces can jump over its lines."""
    sys.settrace(None)
    sys.setprofile(None)
    if monitoring := getattr(sys, "monitoring", None):  # since Python 3.12
        events = [value for value in vars(monitoring.events).values() if type(value) is int]
        for tool, event in itertools.product(range(6), filter(None, events)):
            monitoring.register_callback(tool, event, None)
    if not _watching:
        _watching.append(True)
        vars(doctest)["sys"] = _Untraced()
        sys.addaudithook(_refuse_tracing)


def _refuse_tracing(event: str, _: Any) -> None:
    if not (_running and event in _TRACING):
        return
    asking = sys._getframe(1).f_code
    if not any(asking is code for code in _running):
        raise RuntimeError("nothing is traced while a test runs in this process")
