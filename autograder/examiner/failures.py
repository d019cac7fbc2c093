"""How a student's code can fail a test, and how that is said."""

from __future__ import annotations

import builtins
import contextlib
import sys
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from autograder.result import Verdict

TELL = "Please tell your instructor."
"""Ends what a student reads of a fault that is not hers."""


_ARGS: Any = vars(BaseException)["args"]


class _Raised:
    """What is told of an exception of the student's; its text and arguments are hers.

    Attributes
    ----------
    message : str
        What the student is told.
    error_type, text, where, line : str
        The exception's type, its own text, the place in the student's cell, and the line's text
        as the student's process shows it.
    """

    verdict: Verdict = "error"
    message = ""
    error_type = ""
    text = ""
    where = ""
    line = ""
    about_arguments = False

    def __init__(self, *_: object) -> None:
        """Do nothing: builtins' constructors want more than a text. See `student_error`."""

    def __str__(self) -> str:
        handle = self._not_raised()
        return self.text if handle is None else str(handle.use("str"))

    @property
    def args(self) -> Any:
        """What the student's own exception was made with."""
        handle = self._not_raised()
        return _ARGS.__get__(self) if handle is None else handle.attribute("args")

    @args.setter
    def args(self, made_with: Any) -> None:
        _ARGS.__set__(self, made_with)

    def _not_raised(self) -> Any:
        """Return the handle of an exception that came as a value: of it nothing was told."""
        return None if "text" in self.__dict__ else self.__dict__.get("_handle")

    def __getattr__(self, name: str) -> Any:
        """Return what the student's own exception has under this name."""
        handle = self.__dict__.get("_handle")
        if handle is None or name.startswith("__"):
            raise AttributeError(name)
        return handle.attribute(name)


class StudentError(_Raised, Exception):
    """An exception that the student's code raised, as test code may catch it.

    It is also an instance of the builtin exceptions that the student's one is an instance of, so
    that a test may expect ``ValueError``.
    """


class StudentExit(_Raised, SystemExit):
    """The end of the notebook that the student's code asked for, which is no `Exception`."""


class StudentFailure(BaseException):
    """The end of a test that no test code may survive; its text is what the student is told."""

    verdict: Verdict = "crashed"


def as_error(failure: StudentFailure) -> StudentError:
    """Return what a test may catch in the place of a failure, to judge the other parts."""
    text = str(failure)
    error = _instance(type(failure).__name__, [], (text,))
    error.message = error.text = text
    error.error_type, error.args = type(failure).__name__, (text,)
    error.verdict = failure.verdict
    return error


class StudentTimeout(StudentFailure):
    """The student's code took too long."""

    verdict = "timeout"


class StudentDied(StudentFailure):
    """The student's process ended or met a limit."""

    verdict = "crashed"


class UnusableResult(StudentFailure):
    """A value that cannot cross the boundary."""

    verdict = "unusable"


class EmptyAnswer(StudentFailure):
    """Nothing, where the solution answers with numbers."""

    verdict = "failed"


class MissingName(StudentFailure):
    """A name that a test needs and the notebook does not have."""

    verdict: Verdict = "not attempted"

    def __init__(self, name: str, what: str) -> None:
        super().__init__(
            f"The {what}`{name}` is not defined in your notebook, or the cell that defines it"
            " raised an error."
        )
        self.name = name


class TestError(Exception):
    """A mistake of the test's own."""

    __test__ = False


_NUMPY = {
    f"numpy.{name}": found
    for name in ("AxisError", "ComplexWarning", "DTypePromotionError", "TooHardError")
    if (found := getattr(getattr(np, "exceptions", np), name, None)) is not None
} | {"numpy.LinAlgError": np.linalg.LinAlgError}
_LIBRARIES = frozenset(
    [
        "builtins",
        "json",
        "csv",
        "decimal",
        "re",
        "sre_constants",
        "struct",
        "zipfile",
        "sqlite3",
        "configparser",
        "queue",
        "urllib",
        "subprocess",
        "http",
        "socket",
        "binascii",
        "zlib",
        "dataclasses",
        "statistics",
        "shutil",
        "pickle",
        "_pickle",
        "xml",
        "asyncio",
        "string",
        "zoneinfo",
        "graphlib",
        "numpy",
        "scipy",
        "pandas",
        "sklearn",
        "matplotlib",
        "networkx",
        "requests",
        "bs4",
        "torch",
        "sympy",
    ]
)
"""Packages whose exceptions mean nothing to a grader, as ``unittest.SkipTest`` would."""
_HARMFUL = (StopIteration, StopAsyncIteration)  # in a test's loop they would pass for its end


def known_exceptions(names: Iterable[str], given: Mapping[str, object]) -> list[type[Exception]]:
    """Return the exceptions that ``module:name`` stand for here, none of them a base of another.

    These are builtin, given, or of libraries whose exceptions mean nothing to a grader.
    """
    found: list[type[Exception]] = []
    for each in names:
        module, _, name = each.partition(":")
        if module == "__main__":
            kind = given.get(name)
        elif module.partition(".")[0] in _LIBRARIES:
            kind = getattr(sys.modules.get(module), name, None)
        else:
            continue
        good = isinstance(kind, type) and issubclass(kind, Exception)
        if good and kind is not Exception and not issubclass(kind, (*_HARMFUL, StudentError)):  # type: ignore[arg-type]
            found.append(kind)  # type: ignore[arg-type]
    return [kind for kind in found if not any(k is not kind and issubclass(k, kind) for k in found)]


def student_error(
    message: str,
    error_type: str,
    text: str = "",
    bases: Iterable[str] = (),
    args: tuple[object, ...] | None = None,
    given: Mapping[str, object] | None = None,
    made: StudentError | StudentExit | None = None,
) -> StudentError | StudentExit:
    """Return the error that stands for an exception of the student's code.

    Parameters
    ----------
    message : str
        What the student is told.
    error_type, text : str
        The exception's own type and text.
    bases : iterable of str
        Its classes, by the names that builtins, NumPy and given cells know.
    args : tuple, optional
        Its arguments.
    given : mapping, optional
        Names of the course's own that may be exceptions.
    made : StudentError, optional
        One of the class that stands for the exception's own.
    """
    known: list[type[Exception]] = []
    named = list(bases)
    for name in named:
        found = getattr(builtins, name, None) or _NUMPY.get(name)
        if found is None and name.startswith("notebook."):
            # One that a given cell defines: the course's modules' own mean something to tests.
            found = (given or {}).get(name.removeprefix("notebook."))
            found = found if getattr(found, "__module__", "") == "__main__" else None
        if not (isinstance(found, type) and issubclass(found, Exception)):
            continue
        if not issubclass(found, _HARMFUL) and not any(issubclass(k, found) for k in known):
            known.append(found)
    arguments = (text,) if args is None else args
    if made is None and "SystemExit" in named:
        made = StudentExit()
        SystemExit.__init__(made, *arguments)  # sets its `code`
    elif made is None:
        made = _instance(error_type or "Exception", known, arguments)
    made.args = arguments
    made.message, made.error_type, made.text = message, error_type, text
    if isinstance(made, NotImplementedError):
        made.verdict = "not attempted"
    return made


def _instance(name: str, known: list[type[Exception]], args: tuple[object, ...]) -> StudentError:
    """Make an instance of all these, whatever their constructors want; at the worst of none."""
    # Where its own class is known, doctest and tracebacks call it as they call that.
    own = next((base for base in known if base.__name__ == name), None)
    space = {} if own is None else {"__module__": own.__module__}
    for bases in (known, known[:1], []):
        with contextlib.suppress(Exception):
            kind: Any = type(name.replace("\0", ""), (StudentError, *bases), dict(space))
            made: StudentError = kind.__new__(kind)
            for base in bases:
                if base.__module__ == "builtins":  # sets what tests may read, such as `errno`
                    with contextlib.suppress(Exception):
                        base.__init__(made, *args)
            return made
    return StudentError()
