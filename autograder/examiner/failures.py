"""How a student's code can fail a test, and how that is said."""

from __future__ import annotations

import builtins

import numpy as np

from autograder.cells import escape
from autograder.result import Verdict

MAX_MESSAGE = 2_000


def clean(text: object, limit: int = MAX_MESSAGE) -> str:
    """Return a student's text for display: line breaks stay, other control characters do not."""
    plain = str(text)
    if len(plain) <= limit and plain.replace("\n", "").isprintable():
        return plain
    shown = "".join(c if c in "\n\t" or c.isprintable() else escape(c) for c in plain[:limit])
    return shown + "..." if len(plain) > limit else shown


class StudentError(Exception):
    """An exception that the student's code raised; its text is what the student is told.

    In the examiner it is also an instance of the builtin exception of the same name, so that a
    test may expect ``ValueError``.

    Attributes
    ----------
    error_type, text, where : str
        The exception's type, its own message, and the place in the student's cell.
    """

    verdict: Verdict = "error"
    text = ""
    where = ""

    def __init__(self, message: str, error_type: str) -> None:
        super().__init__(message)
        self.error_type = error_type
        if error_type == "NotImplementedError":
            self.verdict = "not attempted"

    def __str__(self) -> str:
        return str(self.args[0])


class StudentFailure(BaseException):
    """The end of a test that no test code may survive; its text is what the student is told."""

    verdict: Verdict = "crashed"


class StudentTimeout(StudentFailure):
    """The student's code took too long."""

    verdict = "timeout"


class StudentDied(StudentFailure):
    """The student's process ended or met a limit."""

    verdict = "crashed"


class UnusableResult(StudentFailure):
    """A value that cannot cross the boundary."""

    verdict = "unusable"


class TestError(Exception):
    """A mistake of the test's own."""

    __test__ = False


def student_error(message: str, error_type: str) -> StudentError:
    """Return the error that stands for an exception of the student's code."""
    known = getattr(builtins, error_type, None)
    if error_type == "LinAlgError":
        known = np.linalg.LinAlgError
    if known in (StopIteration, StopAsyncIteration):
        known = None  # in a test's loop over map or zip they would pass for its end
    if isinstance(known, type) and issubclass(known, Exception) and known is not Exception:
        kind = type(error_type, (StudentError, known), {})
        try:
            return kind(message, error_type)
        except TypeError:  # a builtin whose constructor wants more than a message
            pass
    return StudentError(message, error_type)
