"""Random generators, rebuilt from a state that a stranger may have written."""

from __future__ import annotations

from typing import Any

import numpy as np

from .common import BIT_GENERATOR, BIT_GENERATORS, GENERATOR, CodecError


def random_generator(tag: int, state: Any) -> Any:
    """Rebuild a random generator from a state that a stranger may have written."""
    if type(state) is not dict or type(state.get("bit_generator")) is not str:
        raise CodecError("a malformed random state")
    name = state["bit_generator"]
    inner = state.get("state")
    if name not in BIT_GENERATORS or type(inner) is not dict:
        raise CodecError("a malformed random state")
    _check_state(name, state, inner)
    bit_generator = BIT_GENERATORS[name](0)
    bit_generator.state = state
    if tag == GENERATOR:
        return np.random.Generator(bit_generator)
    if tag == BIT_GENERATOR:
        return bit_generator
    gauss = state.get("gauss")
    if not _within(state.get("has_gauss"), 2) or type(gauss) is not float:
        raise CodecError("a malformed random state")
    rebuilt = np.random.RandomState(bit_generator)
    # RandomState alone keeps the second half of a pair of normal numbers.
    rebuilt.set_state(state)
    return rebuilt


def _check_state(name: str, state: dict[str, Any], inner: dict[str, Any]) -> None:
    """Refuse a state that would make numpy read outside its own memory."""
    words = {"MT19937": ("key", 624, "u4"), "SFC64": ("state", 4, "u8")}
    if name == "Philox":
        good = (
            _is_words(inner.get("counter"), 4, "u8")
            and _is_words(inner.get("key"), 2, "u8")
            and _is_words(state.get("buffer"), 4, "u8")
            and _within(state.get("buffer_pos"), 5)
        )
    elif name in words:
        field, length, dtype = words[name]
        good = _is_words(inner.get(field), length, dtype)
        good = good and (name != "MT19937" or _within(inner.get("pos"), 625))
    else:
        good = _within(inner.get("state"), 2**128) and _within(inner.get("inc"), 2**128)
    if name != "MT19937":
        good = (
            good and _within(state.get("has_uint32"), 2) and _within(state.get("uinteger"), 2**32)
        )
    if not good:
        raise CodecError("a malformed random state")


def _within(value: Any, stop: int) -> bool:
    return type(value) is int and 0 <= value < stop


def _is_words(value: Any, length: int, dtype: str) -> bool:
    return type(value) is np.ndarray and value.shape == (length,) and value.dtype == dtype
