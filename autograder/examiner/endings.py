"""How a test ended: its verdict, and the sentence that a student or an instructor reads."""

from __future__ import annotations

import math
from collections.abc import Callable
from types import ModuleType
from typing import Any

import numpy as np

from autograder.cells import clean
from autograder.examiner.failures import (
    TELL,
    MissingName,
    StudentError,
    StudentExit,
    StudentFailure,
    TestError,
)
from autograder.examiner.plan import TestPlan
from autograder.result import Verdict

MAX_LINE = 1_000_000
_ROUNDING = 1e-9  # of a test's points: ten times 0.1 is not 1


class Ending(Exception):
    """How a test ended.

    Attributes
    ----------
    verdict, message, hint : str
        As in `TestResult`; the message is what the student reads.
    fraction : float
        The part of the points that it earns nevertheless.
    absent : str or None
        A name of the student's that was missing.
    needs_human : bool
        Whether the cause lies with the course.
    line, kind : int, str
        The line of the student's that is wrong, where the check found it, and how.
    about_arguments : bool
        Whether it is about what a function did to its arguments, whatever its answer was.
    """

    def __init__(
        self,
        verdict: Verdict,
        message: str,
        *,
        hint: str | None = None,
        fraction: float = 0.0,
        absent: str | None = None,
        needs_human: bool = False,
        line: int | None = None,
        kind: str | None = None,
    ) -> None:
        super().__init__(message)
        self.verdict, self.message, self.hint = verdict, message, hint
        self.line, self.kind = line, kind
        self.fraction, self.absent, self.needs_human = fraction, absent, needs_human
        self.about_arguments = False


def ending_of(
    error: BaseException,
    plan: TestPlan,
    failure: StudentFailure | None,
    remark: Callable[[], str],
    candid: bool,
) -> Ending:
    """Say how a test ended that an exception ended.

    Parameters
    ----------
    error : Exception
        What ended it.
    plan : TestPlan
        The test.
    failure : StudentFailure or None
        What it met first and may have caught.
    remark : callable
        Says what to add where the test does not say what is wrong; empty for nothing.
    candid : bool
        Whether messages tell what hidden tests know.
    """
    hidden = plan.hidden and not candid
    try:
        ending = _ending_of(error, plan, failure, remark, hidden)
    except (StudentError, StudentExit, StudentFailure) as raised:  # a student's object's text
        ending = _ending_of(raised, plan, failure, remark, hidden)
    ending.about_arguments = _about_arguments(plan, error)
    return ending


def _ending_of(
    error: BaseException,
    plan: TestPlan,
    failure: StudentFailure | None,
    remark: Callable[[], str],
    hidden: bool,
) -> Ending:
    if failure is not None:
        return Ending(failure.verdict, str(failure))
    if isinstance(error, StudentFailure):
        absent = error.name if isinstance(error, MissingName) else None
        return Ending(error.verdict, str(error), absent=absent)
    if isinstance(error, StudentError | StudentExit):
        return Ending(error.verdict, error.message)
    if isinstance(error, TestError):
        text = f"The test itself is broken. {TELL}"
        return Ending("not run", text if hidden else f"{text} ({error})", needs_human=True)
    if _is_the_tests_own(error, plan):
        text = f"The test itself has a mistake, not your answer. {TELL}"
        detail = "" if hidden else f" ({type(error).__name__}: {clean(error, 500)})"
        return Ending("not run", text + detail, needs_human=True)
    if isinstance(error, AssertionError) and hasattr(error, "verdict"):
        return _check_failed(error)
    kind = type(error).__name__
    if isinstance(error, NameError) and error.name in plan.wanted:
        text = f"`{error.name}` is not defined in your notebook."
        return Ending("not attempted", text, absent=error.name)
    if isinstance(error, AssertionError):
        own = "" if hidden else clean(error)
        check = "A hidden check" if hidden else "A check"
        return Ending("failed", own or f"{check} was not met. {remark()}".rstrip())
    if not isinstance(error, Exception):
        text = f"The test itself ended early ({kind}). {TELL}"
        return Ending("error", text, needs_human=True)
    # The test stumbled over what it was given; its text may hold what a hidden test knows.
    detail = "" if hidden else f": {clean(error, 500)}"
    text = f"The test could not use what your code returned ({kind}{detail}). {remark()}"
    return Ending("failed", text.rstrip())


def _is_the_tests_own(error: BaseException, plan: TestPlan) -> bool:
    """Whether an error came from the test's text alone, whatever the answer is."""
    if isinstance(error, ImportError):
        return True
    if isinstance(error, AttributeError):  # such as a misspelt function of numpy's
        return isinstance(error.obj, ModuleType)
    return isinstance(error, NameError) and error.name not in plan.wanted


def _about_arguments(plan: TestPlan, error: BaseException) -> bool:
    """Whether a test failed for what became of arguments, not for an answer."""
    if getattr(error, "about_arguments", False):
        return True
    found = error.__traceback__
    lines = []
    while found is not None:
        if found.tb_frame.f_code.co_filename == plan.body.co_filename:
            lines.append(found.tb_lineno)
        found = found.tb_next
    return bool(lines) and any(lines[-1] in check for check in plan.input_checks)


def _check_failed(error: Any) -> Ending:
    """Read a failed check: its message is written for students."""
    fraction: Any = getattr(error, "fraction", None)
    good = isinstance(fraction, int | float) and 0 <= fraction < 1
    known = ("failed", "error", "not attempted")
    verdict: Verdict = error.verdict if error.verdict in known else "failed"
    hint: Any = getattr(error, "hint", None)
    line, kind = getattr(error, "line", None), getattr(error, "kind", None)
    located = type(line) is int and 0 < line <= MAX_LINE and type(kind) is str and len(kind) < 30
    return Ending(
        verdict,
        clean(error),
        hint=hint if isinstance(hint, str) else None,
        fraction=float(fraction) if good else 0.0,
        line=line if located else None,
        kind=kind if located else None,
    )


def is_points(value: Any) -> bool:
    """Whether a test's last value is a number, which gives part of its points."""
    number = isinstance(value, int | float | np.integer | np.floating)
    return number and not isinstance(value, bool)


def points_of(value: Any, plan: TestPlan) -> float:
    """Return the points of a test that ran to its end."""
    if not is_points(value):
        return plan.points
    number = float(value) + 0.0  # no negative zero
    if math.isclose(number, plan.points, rel_tol=_ROUNDING):
        return plan.points
    if math.isnan(number) or not 0 <= number <= plan.points:
        raise Ending(
            "error",
            f"The test's last value is {number:g}, which cannot be its points: it is worth "
            f"{plan.points:g}. {TELL}",
            needs_human=True,
        )
    return number
