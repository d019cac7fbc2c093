"""The form of an answer, numbers say, and whether another answer has nothing in their place."""

from __future__ import annotations

import io
from collections import deque
from collections.abc import Callable, ItemsView, Iterator, KeysView, ValuesView
from typing import Any

import numpy as np

from autograder.cells import clean
from autograder.examiner.contents import ATOMS, holds_live, plain_parts
from autograder.examiner.live import handle_of

NUMBER, TUPLE, DICT, LIVE, OTHER = "number", "tuple", "dict", "live", "other"
NONE, TRUTH = "none", "truth"
FUNCTION = "function"  # or an iterator
"""Forms of answers; ``[LIVE, OTHER]`` where there is plain data, too, ``[OTHER, NONE]`` where there
is sometimes nothing, and ``[NUMBER, TRUTH]`` for true and false.
"""
_DEPTH = 3
_OTHER_CONTAINERS = (dict, set, frozenset, range, bytearray, KeysView, ValuesView, ItemsView)
_NUMBERS = (int, float, complex, np.generic)


def form_of(value: Any, depth: int = _DEPTH) -> list[Any]:
    """Return an answer's form, as plain data."""
    if holds_live(value) is not None:
        return [LIVE] if handle_of(value) is not None else [LIVE, OTHER]
    if not isinstance(value, type) and (handle_of(value) is not None or callable(value)):
        return [FUNCTION]
    if isinstance(value, np.ma.MaskedArray) or is_undefined(value):
        return [OTHER]
    if value is None:
        return [NONE]
    if isinstance(value, bool | np.bool_):
        return [NUMBER, TRUTH]
    if isinstance(value, _NUMBERS) and not isinstance(value, np.str_):
        return [NUMBER]
    if isinstance(value, np.ndarray):
        return [NUMBER if value.size and value.dtype.kind in "biufc" else OTHER]
    if _is_of_pandas(value):
        return [NUMBER if _has_numbers(value) else OTHER]
    # The type first: a live class has a length that only its process knows.
    if depth and type(value) in (list, tuple) and value:
        if all(isinstance(part, _NUMBERS) for part in value):
            return [NUMBER]
        return [TUPLE, *(form_of(part, depth - 1) for part in value)]
    if depth and type(value) is dict:
        return [DICT, {k: form_of(v, depth - 1) for k, v in value.items() if type(k) is str}]
    return [OTHER]


def common(one: list[Any], other: list[Any]) -> list[Any]:
    """Return the form that answers of two forms have in common."""
    if LIVE in (one[0], other[0]):
        return [LIVE] if one == other == [LIVE] else [LIVE, OTHER]
    if NONE in (*one, *other):
        return one if one == other else [OTHER, NONE]
    if one[0] != other[0]:
        return [OTHER]
    if TRUTH in (*one, *other):
        return one if one == other else [NUMBER]
    if one[0] == TUPLE:
        return [TUPLE, *map(common, one[1:], other[1:])]
    if one[0] == DICT:
        return [DICT, {k: common(v, other[1][k]) for k, v in one[1].items() if k in other[1]}]
    return one


def has(kind: str, form: list[Any]) -> bool:
    """Whether a form, or a part of it, is of this kind."""
    return form[0] == kind or (form[0] == TUPLE and any(has(kind, part) for part in form[1:]))


def parts_without_numbers(
    form: list[Any], answer: Any, is_nothing: Callable[[Any], bool], what: str, where: str = ""
) -> Iterator[str]:
    """Say which parts of an answer are nothing where the form has numbers: "is empty, at [0],".

    Parameters
    ----------
    what : str
        What such a part is, in words.
    """
    kind = form[0]
    if has(NUMBER, form) and is_nothing(answer):
        lacks = "has masked entries" if _holds_masked(answer) else what
        yield f"{lacks}, at {clean(where, 80)}," if where else lacks
    elif kind == TUPLE and type(answer) in (list, tuple):
        for number, (part, value) in enumerate(zip(form[1:], answer, strict=False)):
            yield from parts_without_numbers(part, value, is_nothing, what, f"{where}[{number}]")
    elif kind == DICT and type(answer) is dict:
        for key, part in form[1].items():
            if key in answer:
                place = f"{where}[{key!r}]"
                yield from parts_without_numbers(part, answer[key], is_nothing, what, place)


def is_empty(value: Any) -> bool:
    """Whether a value is an array, a text or a container without elements, or holds only such.

    What a mask covers is not there either.
    """
    if isinstance(value, (str, bytes)):
        return not value
    if type(value) in ATOMS or handle_of(value) is not None:
        return False
    if isinstance(value, np.ma.MaskedArray):
        return value.size == 0 or bool(np.ma.getmaskarray(value).any())
    if isinstance(value, np.ndarray):
        return value.size == 0
    if isinstance(value, list | tuple | deque):
        return all(map(is_empty, value))
    if isinstance(value, _OTHER_CONTAINERS):
        return not value
    if isinstance(value, (io.StringIO, io.BytesIO)):
        return value.tell() == len(value.getvalue())
    if _is_of_pandas(value):
        return getattr(value, "size", 1) == 0
    plain = plain_parts(value)
    return plain is not None and is_empty(plain)


def holds_empty(value: Any, depth: int = _DEPTH) -> bool:
    """Whether a value, or a part of it that a test would look at, is empty."""
    if is_empty(value):
        return True
    if depth and type(value) in (list, tuple, dict):
        parts = value.values() if type(value) is dict else value
        return any(holds_empty(part, depth - 1) for part in parts)
    return False


def is_undefined(value: Any) -> bool:
    """Whether a value is NaN or missing, or holds nothing else.

    It is neither larger nor smaller than a tolerance, and pandas leaves it out of sums.
    """
    kind = type(value)
    if kind in ATOMS:
        return bool(value != value)
    if handle_of(value) is not None:
        return False
    if kind is np.ndarray:
        return value.size > 0 and value.dtype.kind in "fc" and bool(np.isnan(value).all())
    if isinstance(value, np.inexact):
        return bool(np.isnan(value))
    if kind is list or kind is tuple:
        return bool(value) and all(map(is_undefined, value))
    if not _is_of_pandas(value):
        return False
    import pandas as pd

    return bool(np.all(pd.isna(value)))


def _is_of_pandas(value: Any) -> bool:
    return type(value).__module__.partition(".")[0] == "pandas"


def _has_numbers(value: Any) -> bool:
    """Whether a table, column, array or index has rows, and numbers in them."""
    dtypes = getattr(value, "dtypes", getattr(value, "dtype", None))
    kinds = [dtypes] if hasattr(dtypes, "kind") else dtypes
    found = kinds is not None and any(getattr(kind, "kind", "O") in "biufc" for kind in kinds)
    return found and value.size > 0


def _holds_masked(value: Any) -> bool:
    if isinstance(value, list | tuple | deque):
        return any(map(_holds_masked, value))
    return isinstance(value, np.ma.MaskedArray) and value.size > 0
