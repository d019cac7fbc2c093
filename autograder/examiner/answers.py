"""What became of a call: an answer that can be used, or the reason why there is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import numpy as np

from autograder.cells import clean
from autograder.examiner.contents import (
    CLASS,
    FUNCTION,
    LIVE,
    is_plain_data,
    kind_of,
    live_parts,
)
from autograder.examiner.failures import (
    EmptyAnswer,
    StudentDied,
    StudentError,
    StudentTimeout,
    UnusableResult,
    as_error,
    student_error,
)
from autograder.examiner.live import Handle, handle_of
from autograder.examiner.ungradable import Ungradable
from autograder.sandbox.outcomes import CallOutcome

if TYPE_CHECKING:
    from autograder.examiner.student_side import StudentSide

_FAR = 1e18  # infinity would make quotients NaN
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

    What agrees with numbers that it does not equal ends a test that would have passed. Where a test
    gives part of its points, what cannot be graded costs the part that asks for it.
    """
    if is_plain_data(value):
        return value
    value = side.conduct.simplified(side.test, label, value)
    try:
        refuse_empty(side, label, what, value)
        refuse_live(side, label, what, value)
    except StudentError as why:
        return Ungradable(why)
    lacks = side.conduct.doubt(side.test, label, value)
    if lacks is None:
        return value
    doubt = EmptyAnswer(f"{what} {lacks}.")
    if side.conduct.gives_points(side.test):
        value = _far_off(value, as_error(doubt))
    side.doubt = side.doubt or doubt
    return value


def _far_off(value: Any, why: StudentError) -> Any:
    """Return what is as wrong as NaN, but not within a tolerance that is asked for by its end.

    ``not abs(x - 1) > 0.1`` holds for NaN.
    """
    if isinstance(value, float | complex | np.inexact):
        return _FAR
    if type(value) is np.ndarray and value.dtype.kind in "fc":
        return np.full(value.shape, _FAR)
    return Ungradable(why)


def refuse_live(side: StudentSide, label: str, what: str, value: Any) -> None:
    """See that no live object stands where the solution has data.

    Where it has a function or an iterator, an object serves as such, and as no more.
    """
    for part in live_parts(value):
        kind = str(kind_of(part))
        if side.conduct.may_stand(side.test, label, kind):
            continue
        handle = handle_of(part)
        if handle is not None and kind == LIVE:
            if part is value and side.conduct.may_be_true(side.test, label):
                handle.bare = True  # as a match of `re` for True; it cannot do what else is asked
                continue
            if handle.strip() and side.conduct.may_be_called(side.test, label):
                continue
        side.conduct.be_exact()
        raise side.refused(UnusableResult(f"{what} cannot be graded: {_said_of(handle, kind)}."))


def _said_of(handle: Handle | None, kind: str) -> str:
    """Say what a live object is, and what to return in its place."""
    if handle is None or kind == FUNCTION:
        return "it is a function, or holds one; return what it gives"
    name = f"{handle.kind.module}.{handle.kind.name}".removeprefix("builtins.")
    arrays = {"builtins:ndarray", "numpy:ndarray"} & set(map(str, handle.kind.bases))
    advice = (
        "return a plain array, with np.asarray(...)"
        if arrays
        else "return numbers, strings, lists, tuples, dictionaries or numpy arrays"
    )
    article = "the class" if kind == CLASS else "a"
    return f"it is {article} {clean(name, 200)}, which cannot be graded; {advice}"


def refuse_empty(side: StudentSide, name: str, what: str, value: Any) -> None:
    """See that nothing stands for a number, which numpy would take for any and a loop for done."""
    lacks = side.conduct.missing(side.test, name, value)
    if lacks is not None:
        side.conduct.be_exact()
        raise side.refused(EmptyAnswer(f"{what} {lacks}."))
