"""What an answer holds: whether a live object hides where a test takes plain data for granted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np

from autograder.examiner.benign import is_benign, is_iterator
from autograder.examiner.functions import StudentFunction
from autograder.examiner.live import handle_of
from autograder.examiner.numbers import is_ordinary
from autograder.guest.codec.value_types import of_type

ATOMS = frozenset([int, float, complex, bool, str, bytes, type(None)])
LIVE, FUNCTION, CLASS, ITERATOR = "live", "function", "class", "iterator"
"""What stays in the student's process: see `kind_of`."""
NONE, HALF, MATRIX, MASKED = "none", "half", "matrix", "masked"
"""Values that agree with others: numbers of half precision with all that are too large for it."""


def is_plain_data(value: object) -> bool:
    """Whether a value is numbers, texts and arrays all through, and nothing is empty or odd.

    Nearly all answers are, and need no further look.
    """
    kind = type(value)
    if kind is list or kind is tuple or kind is dict:
        parts: Any = value
        if not parts:
            return False
        if kind is dict:
            return ATOMS.issuperset(map(type, parts)) and all(map(is_plain_data, parts.values()))
        return all(map(is_plain_data, parts))
    return is_ordinary(value)


def kind_of(part: object) -> str | None:
    """Return what kind of live object something is; None where it is plain data."""
    if type(part) is StudentFunction:
        return FUNCTION
    handle = handle_of(part)
    if handle is None:
        return None
    if issubclass(type(part), type):
        return CLASS
    if not is_benign(handle.kind):
        return LIVE
    return ITERATOR if is_iterator(handle.kind) else FUNCTION


def everything_in(value: object) -> Iterator[Any]:
    """Yield a value and all that it is made of, however deep, but for builtin numbers and texts."""
    waiting = [value]
    # Kept, not only counted: the address of a part that was made for the search serves again.
    seen: dict[int, object] = {}
    while waiting:
        part = waiting.pop()
        if type(part) in ATOMS or id(part) in seen:
            continue
        seen[id(part)] = part
        yield part
        if kind_of(part) is None:
            waiting.extend(_parts(part))


def live_parts(value: object) -> Iterator[Any]:
    """Yield the live objects in a value that could stand in the place of data."""
    return (part for part in everything_in(value) if kind_of(part) is not None)


def kinds_in(value: object) -> set[str]:
    """Return what a value is or holds that could pass for other data."""
    found = {NONE} if value is None else set()
    if callable(value) and not isinstance(value, type):
        found.add(FUNCTION)  # also a polynomial
    for part in everything_in(value):
        kind = kind_of(part)
        if kind is not None:
            found.add(kind)
        elif isinstance(part, np.ma.MaskedArray):
            found.add(MASKED)
        elif isinstance(part, np.matrix):
            found.add(MATRIX)
        if kind is None and isinstance(part, np.ndarray | np.generic) and part.dtype == np.float16:
            found.add(HALF)
    return found


def without_subclasses(value: Any) -> Any:
    """Return an answer with plain arrays in place of matrices, and of arrays that mask nothing."""
    kind = type(value)
    if kind is np.matrix:
        return np.asarray(value)
    if kind is np.ma.MaskedArray and not np.ma.getmaskarray(value).any():
        return np.ma.getdata(value)
    if kind is list or kind is tuple:
        return kind(map(without_subclasses, value))
    if kind is dict:
        return {key: without_subclasses(part) for key, part in value.items()}
    return value


def _parts(value: Any) -> Iterable[Any]:
    """Return what a value that crossed is made of: nothing where it has no parts that are live."""
    if isinstance(value, (list, tuple, set, frozenset)):
        return value
    if isinstance(value, dict):
        return (*value, *value.values())
    if isinstance(value, np.ndarray):
        return _elements(value) if value.dtype.hasobject else ()
    if isinstance(value, slice):
        return value.start, value.stop, value.step
    if type(value).__module__ == "__main__":  # an instance of a class of the instructor's
        return getattr(value, "__dict__", {}).values()
    return (plain_parts(value),)


def _elements(array: np.ndarray) -> Iterable[Any]:
    """Return the objects in an array: those in fields, and those that a mask covers, too."""
    filling = [array.fill_value] if isinstance(array, np.ma.MaskedArray) else []
    data = np.ma.getdata(array)
    if data.dtype.names is None:
        return [*data.ravel().tolist(), *filling]
    return [*(data[name] for name in data.dtype.names), *filling]


def plain_parts(value: object) -> Any:
    """Return the plain data as which a value of a known or registered type crosses, or None."""
    known = of_type(type(value))
    plain = None if known is None else known.to_plain(value)
    return None if plain is NotImplemented else plain
