"""Random generators, rebuilt from a state that a stranger may have written.

NumPy reads and writes the 624 words of a Mersenne Twister one by one, as Python's integers: 50 to
75 us each time, more than most functions of a student's take. Where its words stand in memory as
they are read here, they are copied as they stand.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.random.bit_generator import ISeedSequence

from .common import BIT_GENERATORS, GENERATOR, RANDOM_STATE, CodecError

GAUSS = 20.0
"""No generator draws a normal number beyond this."""
LegacyState = tuple[str, bytes, int, int, float]
"""What ``get_state`` gives of a Mersenne Twister, with the key as bytes: plain and comparable."""
_TWISTER = "MT19937"
_KEY = 624 * 4
_WORDS = _KEY + 4  # the key and the position
# As they are before any notebook or test can have put others in their places.
_global_seed, _global_get = np.random.seed, np.random.get_state
_global_set = np.random.set_state
_global_bits: Callable[[], Any] = np.random.get_bit_generator  # type: ignore[attr-defined]


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
        if not _is_half(state.get("has_gauss"), state.get("gauss")):
            raise CodecError("a malformed random state")
        rebuilt = np.random.RandomState(BIT_GENERATORS[name](_UNSEEDED))
        # RandomState alone keeps the second half of a pair of normal numbers.
        if state["has_gauss"] or name != _TWISTER or not _put(rebuilt, inner["key"], inner["pos"]):
            rebuilt.set_state(state)
        return rebuilt
    bit_generator = BIT_GENERATORS[name](0)
    bit_generator.state = state
    return np.random.Generator(bit_generator) if tag == GENERATOR else bit_generator


def take_over(generator: np.random.RandomState, other: np.random.RandomState) -> None:
    """Give one generator the state of another."""
    state: Any = other.get_state(legacy=False)
    inner = state["state"]
    if not state["has_gauss"] and state["bit_generator"] == _TWISTER and _is_twister(generator):
        generator.seed(0)  # forgets the half of a pair that it may keep
        if _put(generator, inner["key"], inner["pos"]):
            return
    generator.set_state(state)


def legacy_state(state: Any) -> LegacyState | None:
    """Return a state of numpy's global generator as it crosses; None if it is none.

    Parameters
    ----------
    state : RandomState or tuple
        A generator, or what ``get_state`` gives; a stranger may have written the latter.
    """
    if type(state) is np.random.RandomState:
        state = state.get_state()
    if type(state) is not tuple or len(state) != 5:
        return None
    name, key, position, has_gauss, gauss = state
    if type(key) is np.ndarray:
        key = key.astype(np.uint32).tobytes()
    if type(name) is not str or name != _TWISTER or type(key) is not bytes or len(key) != _KEY:
        return None
    if not (_within(position, 625) and _is_half(has_gauss, gauss) and goes_on(key)):
        return None
    return name, key, position, has_gauss, gauss


def set_global_state(state: LegacyState) -> None:
    """Set the state of numpy's global generator."""
    _, key, position, has_gauss, _ = state
    if not has_gauss and type(_global_bits()) is np.random.MT19937:
        _global_seed(0)  # forgets the half of a pair that it may keep
        if _write(_global_bits(), key, position):
            return
    _global_set((_TWISTER, np.frombuffer(key, np.uint32), *state[2:]))


class GlobalState:
    """Reads the state of numpy's global generator, in full only where it may have changed."""

    def __init__(self) -> None:
        self._raw: bytes | None = None
        self._full: LegacyState = (_TWISTER, b"", 0, 0, 0.0)

    def get(self) -> LegacyState:
        """Return the state."""
        raw = self._memory()
        # Half of a pair of normal numbers that waits to be used is not in this memory.
        if raw is None or raw != self._raw or self._full[3]:
            state: Any = _global_get()
            name, key, *rest = state
            self._raw, self._full = raw, (name, key.tobytes(), *rest)
        return self._full

    def _memory(self) -> bytes | None:
        generator = _global_bits()
        return _read(generator) if type(generator) is np.random.MT19937 else None


def _read(generator: np.random.MT19937) -> bytes:
    return ctypes.string_at(generator.ctypes.state_address, _WORDS)


def _write(generator: np.random.MT19937, key: bytes, position: int) -> bool:
    """Write a state into a generator's memory; False where that is laid out in another way."""
    if not _AS_KNOWN:
        return False
    words = key + position.to_bytes(4, sys.byteorder)
    ctypes.memmove(generator.ctypes.state_address, words, _WORDS)
    return True


def _put(generator: np.random.RandomState, key: np.ndarray, position: int) -> bool:
    bits: Any = generator._bit_generator
    return _write(bits, key.tobytes(), position)


def _is_twister(generator: np.random.RandomState) -> bool:
    return isinstance(generator._bit_generator, np.random.MT19937)


def _is_as_known() -> bool:
    """Whether a generator's memory holds the key and then the position, as it is read here."""
    generator = np.random.RandomState(np.random.MT19937(_UNSEEDED))
    generator.seed(1)
    generator.random_sample(5)
    state: Any = generator.get_state()
    bits: Any = generator._bit_generator
    return bool(_read(bits) == state[1].tobytes() + state[2].to_bytes(4, sys.byteorder))


class _Unseeded(ISeedSequence):
    """Fills a generator whose state is about to be set; real seeding takes three times as long."""

    def generate_state(self, n_words: int, dtype: Any = np.uint32) -> np.ndarray:
        """Return anything."""
        return np.ones(n_words, dtype)


_UNSEEDED: Any = _Unseeded()  # numpy's types ask for its own kind of seed
_AS_KNOWN = _is_as_known()


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
            good = _within(inner.get("pos"), 625) and goes_on(key.tobytes())
    else:
        good = _within(inner.get("state"), 2**128) and _within(inner.get("inc"), 2**128)
        good = good and inner["inc"] % 2 == 1
    if name != "MT19937":
        good = (
            good and _within(state.get("has_uint32"), 2) and _within(state.get("uinteger"), 2**32)
        )
    if not good:
        raise CodecError("a malformed random state")


def goes_on(key: bytes) -> bool:
    """Whether a Mersenne Twister with this key is not stuck at zero."""
    first = int.from_bytes(key[:4], sys.byteorder)
    return bool(first >> 31 or key[4:].strip(b"\0"))


def _is_half(has_gauss: Any, gauss: Any) -> bool:
    """Whether this may be the second half of a pair of normal numbers, or none."""
    return _within(has_gauss, 2) and type(gauss) is float and abs(gauss) < GAUSS


def _within(value: Any, stop: int) -> bool:
    return type(value) is int and 0 <= value < stop


def _is_words(value: Any, length: int, dtype: str) -> bool:
    return type(value) is np.ndarray and value.shape == (length,) and value.dtype == dtype
