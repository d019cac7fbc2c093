"""Numbers that agree with others which they do not equal: NaN, infinity, imaginary parts."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np

from autograder.guest.codec.value_types import of_type

NAN, HUGE, COMPLEX = "NaN", "huge", "complex"
WORDS = {
    NAN: "is NaN",
    HUGE: "is infinite, or nearly so,",
    COMPLEX: "has an imaginary part",
}
EXPECTED = {NAN: "numbers", HUGE: "finite numbers", COMPLEX: "real numbers"}
"""What is said of an answer that is such a number where the solution never gives one."""
MOST, MOST_SINGLE = 1e150, 1e18
"""Squares of larger numbers are infinite, and their quotients NaN: in double, single precision."""
_SINGLE = (np.float16, np.float32, np.complex64)
_ROUNDING = 1e-6
_LISTS = (list, tuple, deque, set, frozenset)


def is_ordinary(value: Any) -> bool:
    """Whether a builtin or NumPy number, a text, or a non-empty array of numbers is not odd.

    Quick, and False where one has to look more closely.
    """
    kind = type(value)
    if kind is float or kind is int:
        return bool(-MOST_SINGLE < value < MOST_SINGLE)
    if kind is str or kind is bytes:
        return value != kind() and not _oddities_of_text(value)
    if kind is np.ndarray or (kind.__module__ == "numpy" and issubclass(kind, np.number)):
        letter, size = value.dtype.kind, value.dtype.itemsize
        return (
            letter == "f" and size > 2 and value.size > 0 and bool((abs(value) < MOST_SINGLE).all())
        )
    return kind is bool or kind is type(None) or kind is np.bool_


def array_of(value: Any) -> np.ndarray[Any, Any] | None:
    """Return the numbers of a value that is a number, or holds numbers in rows; else None.

    A mask hides none of them. Of a sparse matrix those that it keeps, of a fraction one that is
    as good as it.
    """
    if isinstance(value, np.ndarray):
        return np.asarray(np.ma.getdata(value))
    if isinstance(value, (bool, float, complex, np.generic)):
        return np.asarray(value)
    if isinstance(value, (int, Fraction, Decimal)):
        return np.asarray(_rounded(value))
    package = type(value).__module__.partition(".")[0]
    if package == "pandas":
        return np.asarray(value)
    if package == "scipy" and hasattr(value, "nnz"):
        return np.asarray(value.tocoo().data)
    if package == "torch" and (known := of_type(type(value))) is not None:
        return np.asarray(known.to_plain(value)[0])
    return None


def oddities(value: Any, most: float = MOST) -> frozenset[str]:
    """Return in what ways the numbers in a value are odd: those of double precision from ``most``.

    Of tables and columns of pandas, where most work with missing values is done, only where all
    values are so.
    """
    if isinstance(value, (str, bytes)):
        return _oddities_of_text(value)
    if isinstance(value, _LISTS):
        return _of_all(value, most)
    array = array_of(value)
    if array is None:
        return frozenset()
    if type(value).__module__.partition(".")[0] == "pandas":
        import pandas as pd

        return frozenset([NAN] if array.size and bool(np.all(pd.isna(value))) else [])
    if array.dtype.names is not None:
        return _of_all((array[name] for name in array.dtype.names), most)
    if array.dtype.kind in "OSU":
        return _of_all(array.ravel().tolist(), most)
    with np.errstate(all="ignore"):
        return frozenset(_of_array(array, most))


def _of_all(parts: Iterable[Any], most: float) -> frozenset[str]:
    return frozenset().union(*(oddities(part, most) for part in parts))


def _of_array(array: np.ndarray[Any, Any], most: float) -> Iterator[str]:
    letter = array.dtype.kind
    if letter in "mM" and bool(np.isnat(array).any()):
        yield NAN
    if letter not in "fc":
        return
    if bool(np.isnan(array).any()):
        yield NAN
    sizes = np.abs(array).astype(float)  # as an array of half precision it would compare itself
    if bool((sizes >= (MOST_SINGLE if array.dtype in _SINGLE else most)).any()):
        yield HUGE
    if letter == "c" and bool((np.abs(array.imag) > _ROUNDING * np.maximum(sizes, 1)).any()):
        yield COMPLEX


def _rounded(value: Any) -> float:
    """Return a number as good as this one; infinity where there is none."""
    try:
        return float(value)
    except OverflowError:
        return float("inf")
    except ValueError:  # a signalling NaN
        return float("nan")


def _oddities_of_text(text: str | bytes) -> frozenset[str]:
    """Say what a text is that a test makes a number of."""
    try:
        return frozenset(_of_array(np.asarray(float(text)), MOST))
    except ValueError:
        return frozenset()
