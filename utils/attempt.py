"""One attempt at an exercise: the student's functions are called and watched while they run."""

from __future__ import annotations

import copy
import hashlib
import inspect
import linecache
import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any

import numpy as np

Function = Callable[..., Any]


@dataclass
class Call:
    """One call of a student's function.

    Attributes
    ----------
    name : str
        The function's name.
    before, after : tuple
        Its arguments, by position and then by keyword, as copies from before the call and as
        the objects that they are.
    result : object
        What it returned; None if it raised.
    error : Exception or None
        What it raised.
    """

    name: str
    before: tuple[Any, ...]
    after: tuple[Any, ...]
    result: Any = None
    error: Exception | None = None


@dataclass
class Attempt:
    """The calls that a check makes, and what they did beside returning something.

    Attributes
    ----------
    functions : tuple of callable
        The student's functions: plain ones, or proxies of functions in another process.
    calls : list of Call
        In their order.
    moved_global : bool
        Whether NumPy's global random numbers were used.
    """

    functions: tuple[Function, ...]
    calls: list[Call] = field(default_factory=list)
    moved_global: bool = False

    def run(self, answer: Callable[..., Any]) -> Any:
        """Return what ``answer`` makes of the functions; let exceptions pass."""
        before: Any = np.random.get_state()  # noqa: NPY002 - students use it, which is the point
        try:
            return answer(*map(self._watched, self.functions))
        finally:
            now: Any = np.random.get_state()  # noqa: NPY002
            still = before[2] == now[2] and np.array_equal(before[1], now[1])
            self.moved_global = not still

    def _watched(self, function: Function) -> Function:
        name = getattr(function, "__name__", "your function")

        def watched(*args: Any, **keywords: Any) -> Any:
            given = (*args, *keywords.values())
            call = Call(name, tuple(map(_copied, given)), given)
            self.calls.append(call)
            try:
                call.result = function(*args, **keywords)
            except Exception as error:
                call.error = error
                raise
            return call.result

        watched.__name__ = name
        return watched


def _copied(value: Any) -> Any:
    try:
        return copy.deepcopy(value)
    except Exception:  # what cannot be copied cannot be compared either
        return value


def is_untouched(functions: tuple[Function, ...], given: Mapping[str, str] | None) -> bool | None:
    """Tell whether the functions' texts are as they were given, or None if that cannot be seen.

    Parameters
    ----------
    functions : tuple of callable
        A proxy that knows says so itself, in an attribute ``untouched``.
    given : mapping of str to str, optional
        By function name, what :func:`digest` makes of the given text.
    """
    answers = [_is_untouched(function, given) for function in functions]
    return None if None in answers else all(answers)


def _is_untouched(function: Function, given: Mapping[str, str] | None) -> bool | None:
    known = getattr(function, "untouched", None)
    if isinstance(known, bool) or given is None:
        return known
    try:
        text = inspect.getsource(function)
    except (OSError, TypeError):
        return None
    return digest(text) == given.get(getattr(function, "__name__", ""))


def digest(text: str) -> str:
    """Return a short hash of a function's text, in which comments on lines of their own and blank
    lines do not count.
    """  # noqa: D205
    lines = [line.rstrip() for line in textwrap.dedent(text).splitlines()]
    code = [line for line in lines if line and not line.lstrip().startswith("#")]
    return hashlib.sha256("\n".join(code).encode()).hexdigest()[:16]


def line_digest(line: str) -> str:
    """Return a short hash of one line of code, with its indentation."""
    return hashlib.sha256(line.rstrip().encode()).hexdigest()[:8]


def raising_line(error: BaseException, functions: tuple[Function, ...]) -> str | None:
    """Return the text of the student's line in which an exception was raised, if it can be seen."""
    known: str | None = getattr(error, "line", None)
    if known:  # from another process, as told there
        return known
    lines = [
        linecache.getline(trace.tb_frame.f_code.co_filename, trace.tb_lineno).strip()
        for trace in traces_of(error, functions)
    ]
    return next(filter(None, reversed(lines)), None)


def traces_of(error: BaseException, functions: tuple[Function, ...]) -> list[TracebackType]:
    """Return where in the student's cells an exception has passed, the innermost place last."""
    files = {
        function.__code__.co_filename for function in functions if hasattr(function, "__code__")
    }
    found, trace = [], error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename in files:
            found.append(trace)
        trace = trace.tb_next
    return found
