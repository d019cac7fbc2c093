"""Random generators, rebuilt from a state that a stranger may have written."""

from __future__ import annotations

import ctypes
from typing import Any

import numpy as np
from numpy.random.bit_generator import ISeedSequence

from .common import BIT_GENERATORS, GENERATOR, RANDOM_STATE, CodecError

GAUSS = 20.0


def random_generator(tag: int, state: Any) -> Any:
    """Rebuild a random generator from a state that a stranger may have written."""
    if type(state) is not dict or type(state.get("bit_generator")) is not str:
        raise CodecError("a malformed random state")
    name = state["bit_generator"]
    inner = state.get("state")
    if name not in BIT_GENERATORS or type(inner) is not dict:
        raise CodecError("a malformed random state")
    _check_state(name, state, inner)
    if tag == RANDOM_STATE:
        gauss = state.get("gauss")
        # No generator draws a normal number beyond this, nor one that is none.
        good = type(gauss) is float and abs(gauss) < GAUSS
        if not _within(state.get("has_gauss"), 2) or not good:
            raise CodecError("a malformed random state")
        rebuilt = np.random.RandomState(BIT_GENERATORS[name](_UNSEEDED))
        # RandomState alone keeps the second half of a pair of normal numbers.
        rebuilt.set_state(state)
        return rebuilt
    bit_generator = BIT_GENERATORS[name](0)
    bit_generator.state = state
    return np.random.Generator(bit_generator) if tag == GENERATOR else bit_generator


def random_state(state: Any) -> np.random.RandomState:
    """Return a ``RandomState`` in a state that ``get_state`` has given."""
    made = np.random.RandomState(np.random.MT19937(_UNSEEDED))
    made.set_state(state)
    return made


class GlobalState:
    """Reads the state of numpy's global generator, in full only where it may have changed.

    Reading it takes as long as a small function of a student's, and most functions draw nothing.
    """

    _WORDS = 624 * 4 + 4  # the Mersenne Twister's key and position

    def __init__(self) -> None:
        self._raw: bytes | None = None
        self._full: tuple[Any, ...] = ()

    def get(self) -> tuple[Any, ...]:
        """Return the state in numpy's legacy form, with the key as bytes: comparable."""
        raw = self._memory()
        # Half of a pair of normal numbers that waits to be used is not in this memory.
        if raw is None or raw != self._raw or self._full[3]:
            state: Any = np.random.get_state()  # noqa: NPY002
            name, key, *rest = state
            self._raw, self._full = raw, (name, key.tobytes(), *rest)
        return self._full

    def _memory(self) -> bytes | None:
        generator = np.random.get_bit_generator()  # type: ignore[attr-defined]
        if type(generator) is not np.random.MT19937:
            return None
        return ctypes.string_at(generator.ctypes.state_address, self._WORDS)


class _Unseeded(ISeedSequence):
    """Fills a generator whose state is about to be set; real seeding takes three times as long."""

    def generate_state(self, n_words: int, dtype: Any = np.uint32) -> np.ndarray:
        """Return anything."""
        return np.ones(n_words, dtype)


_UNSEEDED: Any = _Unseeded()  # numpy's types ask for its own kind of seed


def _check_state(name: str, state: dict[str, Any], inner: dict[str, Any]) -> None:
    """Refuse a state that would make numpy read outside its own memory, or draw without end.

    A generator that is stuck at zero keeps numpy in a loop that no signal can end.
    """
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
        if good and name == "MT19937":
            key = inner[field]
            good = _within(inner.get("pos"), 625) and bool(key[0] >> 31 or key[1:].any())
    else:
        good = _within(inner.get("state"), 2**128) and _within(inner.get("inc"), 2**128)
        good = good and inner["inc"] % 2 == 1
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
