"""What became of a call: an answer that can be used, or the reason why there is none."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any

import numpy as np

from autograder.cells import clean
from autograder.examiner.contents import holds_live, is_plain_data
from autograder.examiner.failures import (
    EmptyAnswer,
    StudentDied,
    StudentError,
    StudentTimeout,
    UnusableResult,
    as_error,
    student_error,
)
from autograder.examiner.live import handle_of
from autograder.examiner.ungradable import Ungradable
from autograder.sandbox.outcomes import CallOutcome

if TYPE_CHECKING:
    from autograder.examiner.student_side import StudentSide

_OUT_OF_TIME = {"timeout", "budget", "cpu"}
_LINE = re.compile(r"^Cell In\[\d+\], line \d+.*\n    (.*)$", re.MULTILINE)
_FRAME = re.compile(r"^Cell In\[\d+\], (line \d+)", re.MULTILINE)


def raise_for(side: StudentSide, outcome: CallOutcome, what: str, the_value: str) -> None:
    """Raise what a call met, if it did not come to its end."""
    if outcome.died:
        side.abandon()
        detail = clean(outcome.detail or outcome.died, 200)
        if outcome.died in _OUT_OF_TIME:
            text = f"{what} was stopped: {detail}. Is there an endless loop?"
            raise side.fail(StudentTimeout(text))
        if outcome.died == "size":
            raise side.fail(UnusableResult(f"{the_value} {what} cannot be graded: {detail}."))
        raise side.fail(StudentDied(f"{what} was stopped: {detail}."))
    if outcome.unusable:
        reason = clean(outcome.unusable, 500)
        raise side.refused(UnusableResult(f"{the_value} {what} cannot be graded: {reason}."))
    if outcome.error_type:
        lines = _FRAME.findall(outcome.traceback)
        where = f" ({lines[-1]} of your cell)" if lines else ""
        error_type, text = clean(outcome.error_type, 80), clean(outcome.error or "")
        tail = f": {text}" if text else "."
        error = student_error(
            f"{what} raised {error_type}{where}{tail}",
            error_type,
            text,
            outcome.bases,
            outcome.error_args,
            side.given,
            outcome.exception if isinstance(outcome.exception, StudentError) else None,
        )
        shown = _LINE.findall(outcome.traceback)
        error.where = where
        error.line = clean(shown[-1].strip(), 200) if shown else ""
        raise error
    if not outcome.ok:
        raise side.fail(UnusableResult(f"{what} gave no answer."))


def accepted(side: StudentSide, label: str, what: str, value: Any) -> Any:
    """Return an answer as a test may see it: no live object and nothing empty where data belongs.

    Where a test gives part of its points, what cannot be graded costs the part that asks for it.
    """
    if is_plain_data(value):
        return value
    try:
        refuse_empty(side, label, what, value)
        refuse_live(side, label, what, value)
    except StudentError as why:
        return Ungradable(why)
    lacks = side.conduct.undefined(side.test, label, value)
    if lacks is None:
        return value
    doubt = EmptyAnswer(f"{what} {lacks} where numbers are expected.")
    if side.conduct.gives_points(side.test):
        value = _far_off(value, as_error(doubt))
    side.doubt = side.doubt or doubt
    return value


def _far_off(value: Any, why: StudentError) -> Any:
    """Return what is as wrong as NaN, but not within a tolerance that is asked for by its end.

    ``not abs(x - 1) > 0.1`` holds for NaN.
    """
    if type(value) is float:
        return math.inf
    if isinstance(value, np.ndarray | np.inexact):
        return np.full_like(value, np.inf)[()]
    return Ungradable(why)


def refuse_live(side: StudentSide, label: str, what: str, value: Any) -> None:
    """See that no live object stands where the solution has data.

    Where it has a function or an iterator, an object serves as such, and as no more.
    """
    live = holds_live(value)
    if live is None or side.conduct.may_be_live(side.test, label):
        return
    if live is handle_of(value) and side.conduct.may_be_true(side.test, label):
        live.bare = True  # as a match of `re` for True; what it is asked besides, it cannot do
        return
    if side.conduct.may_be_function(side.test, label):
        while live is not None and live.strip():
            live = holds_live(value)
    if live is not None:
        kind = f"{live.kind.module}.{live.kind.name}".removeprefix("builtins.")
        arrays = "builtins:ndarray" in live.kind.bases or "numpy:ndarray" in live.kind.bases
        advice = (
            "return a plain array, with np.asarray(...)"
            if arrays
            else "return numbers, strings, lists, tuples, dictionaries or numpy arrays"
        )
        text = f"it is a {clean(kind, 200)}, which cannot be graded; {advice}"
        raise side.refused(UnusableResult(f"{what} cannot be graded: {text}."))


def refuse_empty(side: StudentSide, name: str, what: str, value: Any) -> None:
    """See that nothing stands for a number, which numpy would take for any and a loop for done."""
    lacks = side.conduct.missing(side.test, name, value)
    if lacks is not None:
        raise side.refused(EmptyAnswer(f"{what} {lacks} where numbers are expected."))
