"""Which class of a library a live object is an instance of, as far as a test may ask.

A test that asks ``isinstance(ax, Axes)`` of an object in the student's process gets its answer. But
classes of values, of numbers, texts, arrays, tables, are not claimed: nothing is taken for one.
"""

from __future__ import annotations

import numbers
import sys
from collections.abc import Iterable
from typing import Any

import numpy as np

from autograder.guest.codec.value_types import of_type

_VALUES = (
    *(str, bytes, bytearray, list, tuple, dict, set, frozenset, type, BaseException),
    *(numbers.Number, np.ndarray, np.generic),
)
_NOT_LIBRARIES = ("", "__main__", "builtins")


def library_class(names: Iterable[str]) -> type | None:
    """Return the first class of a library among ``module:name``, as this process knows it."""
    for each in names:
        module, _, name = each.partition(":")
        if module in _NOT_LIBRARIES:
            continue
        found: Any = vars(sys.modules[module]).get(name) if module in sys.modules else None
        if isinstance(found, type) and found.__module__ == module and found.__name__ == name:
            return None if issubclass(found, _VALUES) or of_type(found) else found
    return None
