"""The one comparator: what counts as the same number, array or dictionary, for everybody."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

RTOL = 1e-6
"""Relative tolerance; the documents print eight decimals."""
ATOL = 1e-8
"""Absolute tolerance."""


def difference(name: str, got: Any, expected: Any, *, reveal: bool = True) -> str | None:
    """Say in one line how a value differs from the expected one, type before shape before value.

    Parameters
    ----------
    name : str
        What the value is called in the exercise, such as ``"dW2"``.
    got, expected : object
        Numbers, or arrays of any shape. ``expected`` may be a nested list.
    reveal : bool
        Whether the line may name the expected value. Tests that a student cannot read pass False.

    Returns
    -------
    str or None
        One line without a final stop, or None where the two agree: plain numbers and base-class
        arrays of a numeric type, the same shape, not empty, finite unless the expected value is
        not, and ``|got - expected| <= ATOL + RTOL * |expected|`` everywhere.
    """
    target = np.asarray(expected)
    problem = type_problem(got, target)
    if problem:
        return f"{name}: {problem}"
    value = np.asarray(got)
    if value.shape != target.shape:
        return f"{name}: expected {_shape(target)}, got {_shape(value)}"
    if value.size == 0:
        return f"{name}: expected numbers, got an empty array"
    wrong = _wrong(value, target)
    if not wrong.any():
        return None
    spoilt = np.isfinite(target) & ~np.isfinite(value)
    if spoilt.any():
        return f"{name}: {_count(spoilt)} not a finite number ({value[spoilt].flat[0]})"
    where = tuple(int(i) for i in np.argwhere(wrong)[0])
    place = f"at {list(where)} " if where else ""
    values = f"got {_number(value[where])}"
    if reveal:
        wanted = target[where]
        if value.dtype.kind == "b" and wanted in (0, 1):
            wanted = np.bool_(wanted)
        values = f"expected {_number(wanted)}, {values}"
    share = f"{_count(wrong)} wrong; " if value.size > 1 else ""
    if not reveal and not where:
        values = f"{_number(value[where])} is not the right number for these inputs"
    return f"{name}: {share}{place}{values}"


def agrees(got: Any, expected: Any) -> bool:
    """Whether a value is the expected one: where `difference` has nothing to say, and faster."""
    target = np.asarray(expected)
    if type_problem(got, target):
        return False
    value = np.asarray(got)
    return value.shape == target.shape and value.size > 0 and not _wrong(value, target).any()


def _wrong(value: np.ndarray, target: np.ndarray) -> np.ndarray:
    """Return where two arrays of one shape differ."""
    if np.isfinite(target).all():
        # What np.isclose computes, without its care for values that are not finite.
        with np.errstate(over="ignore", invalid="ignore"):
            alike: np.ndarray = np.abs(value * 1.0 - target) <= ATOL + RTOL * np.abs(target)
    else:
        alike = np.isclose(value, target, rtol=RTOL, atol=ATOL, equal_nan=True)
    different: np.ndarray = ~alike
    return different


def type_problem(got: Any, target: np.ndarray) -> str | None:
    """Say why a value is not of a plain numeric type, or None where it is."""
    wanted = "a single number" if target.ndim == 0 else "a NumPy array"
    if got is None:
        return f"expected {wanted}, got None"
    if isinstance(got, np.ndarray) and type(got) is not np.ndarray:
        return f"expected {wanted}, got a {type(got).__name__}; np.asarray(...) makes it plain"
    if target.ndim and not isinstance(got, np.ndarray):
        return f"expected {wanted}, got {_article(type(got).__name__)}"
    if not isinstance(got, np.ndarray | np.generic | int | float | complex):
        return f"expected {wanted}, got {_article(type(got).__name__)}"
    kind = np.asarray(got).dtype.kind
    # A mask may hold True and False where 1 and 0 are expected.
    allowed = {"b": "biuf", "i": "biuf", "c": "iufc"}.get(target.dtype.kind, "iuf")
    if kind not in allowed:
        names = {"b": "True/False", "c": "complex", "O": "object", "U": "text", "S": "bytes"}
        return (
            f"expected {wanted}, got values of type {names.get(kind, str(np.asarray(got).dtype))}"
        )
    return None


def same(got: Any, expected: Any) -> bool:
    """Whether two structures of plain values agree: mappings by key, the rest by value."""
    if expected is None:
        return got is None
    if isinstance(expected, Mapping):
        return (
            isinstance(got, Mapping)
            and got.keys() >= expected.keys()
            and all(same(got[key], expected[key]) for key in expected)
        )
    if isinstance(got, np.ndarray | np.bool_) and got.dtype.kind == "b":
        got = got.astype(float)  # a mask is the same mask in either form
    return agrees(got, expected)


def _shape(value: np.ndarray) -> str:
    return f"shape {value.shape}" if value.ndim else "a single number"


def _number(value: Any) -> str:
    return f"{value:.12g}" if np.asarray(value).dtype.kind != "b" else str(bool(value))


def _count(mask: np.ndarray) -> str:
    if mask.size == 1:
        return "it is"
    n = int(mask.sum())
    return f"{n} of {mask.size} entries {'is' if n == 1 else 'are'}"


def _article(noun: str) -> str:
    return f"{'an' if noun[0].lower() in 'aeiou' else 'a'} {noun}"
