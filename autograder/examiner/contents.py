"""What an answer holds: whether a live object hides where a test takes plain data for granted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np

from autograder.examiner.live import Handle, handle_of
from autograder.guest.codec.value_types import of_type

ATOMS = frozenset([int, float, complex, bool, str, bytes, type(None)])


def is_plain_data(value: object) -> bool:
    """Whether a value is numbers, texts and arrays all through, and nothing is empty or NaN.

    Nearly all answers are, and need no further look.
    """
    kind = type(value)
    if kind is np.ndarray:
        array: Any = value
        if array.size == 0 or array.dtype.kind not in "biufc":
            return False
        return array.dtype.kind in "biu" or bool(array.flat[0] == array.flat[0])
    if kind is list or kind is tuple or kind is dict:
        parts: Any = value
        if not parts:
            return False
        if kind is dict:
            return ATOMS.issuperset(map(type, parts)) and all(map(is_plain_data, parts.values()))
        return all(map(is_plain_data, parts))
    if kind is str or kind is bytes:
        return value != kind()
    if kind in ATOMS:
        return value == value
    numbers = kind.__module__ == "numpy" and issubclass(kind, np.number | np.bool_)
    return numbers and bool(value == value)


def holds_live(value: object) -> Handle | None:
    """Return a live object in a value that could stand in the place of data, however deep."""
    found, waiting = None, [value]
    # Kept, not only counted: the address of a part that was made for the search serves again.
    seen: dict[int, object] = {}
    while waiting and found is None:
        part = waiting.pop()
        if type(part) in ATOMS or id(part) in seen:
            continue
        live = handle_of(part)
        if live is None:
            seen[id(part)] = part
            waiting.extend(_parts(part))
        elif not (isinstance(part, type) or live.benign):
            found = live
    return found


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
