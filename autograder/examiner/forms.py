"""The form of an answer, numbers say, and what another answer lacks of it."""

from __future__ import annotations

import io
from collections import deque
from collections.abc import ItemsView, Iterator, KeysView, ValuesView
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np

from autograder.cells import clean
from autograder.examiner.contents import ATOMS, FUNCTION, NONE, kind_of, plain_parts
from autograder.examiner.live import handle_of
from autograder.examiner.numbers import EXPECTED, MOST_SINGLE, WORDS, array_of, oddities

NUMBER, TRUTH, TUPLE, DICT, FULL = "number", "truth", "tuple", "dict", "full"
OTHER = "other"
"""Forms of answers. `TRUTH` is true or false, `FULL` whatever else is not empty; a number's form
says how it is odd."""
EACH = "each"
"""The form of what can be run through; it holds that of each item."""
_NEVER_EMPTY = (NUMBER, TRUTH, TUPLE, DICT, FULL, EACH)
Form = list[Any]
_DEPTH = 3
_MOST_PARTS = 1000
_SETS = (set, frozenset, range, KeysView, ValuesView, ItemsView)
_CONTAINERS = (dict, bytearray, *_SETS)
_NUMBERS = (int, float, complex, np.generic, Fraction, Decimal)


def form_of(value: Any, depth: int = _DEPTH) -> Form:
    """Return an answer's form, as plain data."""
    if value is None:
        return [NONE]
    if (kind := kind_of(value)) is not None:
        return [kind]
    if callable(value) and not isinstance(value, type):
        return [FUNCTION]
    if is_empty(value) or isinstance(value, np.ma.MaskedArray):
        return [OTHER]
    if isinstance(value, bool | np.bool_):
        return [TRUTH]
    parts, mapping = _parts(value), _mapping(value)
    if _is_numbers(value) or (parts and all(map(_is_number, parts))):
        return [NUMBER, *sorted(oddities(value, MOST_SINGLE))]
    if depth and parts and _in_order(value) and len(parts) < _MOST_PARTS:
        return [TUPLE, *(form_of(part, depth - 1) for part in parts)]
    if depth and mapping is not None:
        known = {k: v for k, v in mapping.items() if type(k) in (str, int)}
        return [DICT, {k: form_of(v, depth - 1) for k, v in known.items()}]
    return [FULL]


def common(one: Form, other: Form) -> Form:
    """Return the form that answers of two forms have in common; None may stand for any."""
    if NONE in (one[0], other[0]):
        return other if one[0] == NONE else one
    if {one[0], other[0]} == {TRUTH, NUMBER}:
        return one if one[0] == NUMBER else other
    if one[0] != other[0]:
        return [FULL] if {one[0], other[0]} <= set(_NEVER_EMPTY) else [OTHER]
    if one[0] == NUMBER:
        return [NUMBER, *sorted({*one[1:], *other[1:]})]
    if one[0] == TUPLE:
        return [TUPLE, *map(common, one[1:], other[1:])]
    if one[0] == DICT:
        return [DICT, {k: common(v, other[1][k]) for k, v in one[1].items() if k in other[1]}]
    return one


def item_of(form: Form) -> Form:
    """Return the form that all items of an answer have."""
    if form[0] == NUMBER:
        return form
    if form[0] != TUPLE:
        return [OTHER]
    found = form[1]
    for part in form[2:]:
        found = common(found, part)
    return found  # type: ignore[no-any-return]


def emptinesses(form: Form, answer: Any, where: str = "") -> Iterator[str]:
    """Say which parts of an answer are nothing where the form has something."""
    is_nothing = holds_empty if form[0] in (NUMBER, TRUTH) else is_empty
    if form[0] in _NEVER_EMPTY and kind_of(answer) is None and is_nothing(answer):
        lacks = "has masked entries" if _holds_masked(answer) else "is empty"
        expected = "numbers are" if any(_numbers_in(form)) else "something is"
        yield f"{lacks}{_at(where)} where {expected} expected"
    for part, value, place in _parts_of(form, answer, where):
        yield from emptinesses(part, value, place)


def _numbers_in(form: Form) -> Iterator[Form]:
    if form[0] in (NUMBER, TRUTH):
        yield form
    parts = form[1].values() if form[0] == DICT else form[1:]
    for part in parts if form[0] in (TUPLE, EACH, DICT) else ():
        yield from _numbers_in(part)


def odd_numbers(form: Form, answer: Any, where: str = "") -> Iterator[str]:
    """Say which numbers of an answer are odd in a way in which the form's never are."""
    known = {oddity for each in _numbers_in(form) for oddity in each[1:]}
    whole = form[0] in (NUMBER, TRUTH) or not (_in_order(answer) or isinstance(answer, dict))
    if whole and any(_numbers_in(form)):
        for oddity in sorted(oddities(answer) - known):
            yield f"{WORDS[oddity]}{_at(where)} where {EXPECTED[oddity]} are expected"
    for part, value, place in _parts_of(form, answer, where):
        yield from odd_numbers(part, value, place)


def _at(where: str) -> str:
    return f", at {clean(where, 80)}," if where else ""


def _parts_of(form: Form, answer: Any, where: str) -> Iterator[tuple[Form, Any, str]]:
    """Yield the parts of an answer with their forms and places."""
    if form[0] in (TUPLE, EACH) and _in_order(answer):
        parts = _parts(answer) or []
        forms = form[1:] if form[0] == TUPLE else form[1:] * len(parts)
        for number, (part, value) in enumerate(zip(forms, parts, strict=False)):
            yield part, value, f"{where}[{number}]"
    elif form[0] == DICT and (mapping := _mapping(answer)) is not None:
        for key, part in form[1].items():
            if key in mapping:
                yield part, mapping[key], f"{where}[{key!r}]"


def _in_order(value: Any) -> bool:
    return isinstance(value, (list, tuple, deque)) or (
        isinstance(value, np.ndarray) and value.ndim > 0 and value.dtype.kind not in "biufc"
    )


def _parts(value: Any) -> list[Any] | None:
    """Return what a test goes through, as a list."""
    return list(value) if _in_order(value) or isinstance(value, _SETS) else None


def _mapping(value: Any) -> dict[Any, Any] | None:
    """Return what a value holds by names."""
    if isinstance(value, dict):
        return value
    if type(value).__module__ == "__main__" and kind_of(value) is None:
        return getattr(value, "__dict__", None)  # an instance of a class of the instructor's
    return None


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
    if isinstance(value, _CONTAINERS):
        return not value
    if isinstance(value, (io.StringIO, io.BytesIO)):
        return value.tell() == len(value.getvalue())
    if _is_of_pandas(value):
        return getattr(value, "size", 1) == 0
    shape = getattr(value, "shape", None) if array_of(value) is not None else None
    if shape is not None:
        return 0 in tuple(shape)
    plain = plain_parts(value)
    return plain is not None and is_empty(plain)


def holds_empty(value: Any, depth: int = _DEPTH) -> bool:
    """Whether a value, or a part of it that a test would look at, is empty."""
    if is_empty(value):
        return True
    mapping = _mapping(value)
    parts = _parts(value) if mapping is None else list(mapping.values())
    return bool(depth and parts) and any(holds_empty(part, depth - 1) for part in parts or ())


def _is_of_pandas(value: Any) -> bool:
    return type(value).__module__.partition(".")[0] == "pandas"


def _is_number(value: Any) -> bool:
    return isinstance(value, _NUMBERS) and not isinstance(value, (np.str_, np.bytes_))


def _is_numbers(value: Any) -> bool:
    """Whether a value is a number, or an array, table, column, matrix or tensor with numbers."""
    if isinstance(value, _NUMBERS):
        return _is_number(value)
    if _is_of_pandas(value):
        dtypes = getattr(value, "dtypes", getattr(value, "dtype", None))
        kinds = [dtypes] if hasattr(dtypes, "kind") else dtypes
        return kinds is not None and any(getattr(kind, "kind", "O") in "biufc" for kind in kinds)
    array = array_of(value)
    return array is not None and array.dtype.kind in "biufc"


def _holds_masked(value: Any) -> bool:
    if isinstance(value, list | tuple | deque):
        return any(map(_holds_masked, value))
    return isinstance(value, np.ma.MaskedArray) and value.size > 0
