"""The state of the generator behind Python's ``random``, as it crosses."""

from __future__ import annotations

import random
import struct
from typing import Any

from .random_states import GAUSS, goes_on

PythonState = tuple[bytes, float | None]
"""The 624 words of a Mersenne Twister and its position, and the half of a pair it may keep."""
_VERSION, _FORM = 3, "=625I"
# As they are before any notebook or test can have put others in their places.
_get, _set = random.getstate, random.setstate


def python_state() -> PythonState:
    """Return the state."""
    _, words, gauss = _get()
    return struct.pack(_FORM, *words), gauss


def checked_python_state(state: Any) -> PythonState | None:
    """Return a state that a stranger may have written; None if no generator can have it.

    One that is stuck at zero would keep ``random.normalvariate`` in a loop.
    """
    if type(state) is not tuple or len(state) != 2 or type(state[0]) is not bytes:
        return None
    packed, gauss = state
    if len(packed) != struct.calcsize(_FORM) or not goes_on(packed[:-4]):
        return None
    if gauss is not None and not (type(gauss) is float and abs(gauss) < GAUSS):
        return None
    return (packed, gauss) if struct.unpack(_FORM, packed)[-1] <= 624 else None


def set_python_state(state: PythonState) -> None:
    """Set the state."""
    _set((_VERSION, struct.unpack(_FORM, state[0]), state[1]))
