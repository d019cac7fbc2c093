"""What both directions of the codec share."""

from __future__ import annotations

import math
import struct
from dataclasses import dataclass

import numpy as np


class CodecError(ValueError):
    """Data that cannot cross the boundary; the message says what to do instead."""


@dataclass(frozen=True)
class CodecLimits:
    """What one message may hold.

    Attributes
    ----------
    total_bytes : int
        Size of the whole message.
    head_bytes : int
        Size of its structure, without the contents of arrays, long strings and number lists.
    items : int
        Elements of all lists, tuples and dictionaries.
    depth : int
        Nesting.
    """

    total_bytes: int = 64 * 1024 * 1024
    head_bytes: int = 2 * 1024 * 1024
    items: int = 2_000_000
    depth: int = 64


@dataclass(frozen=True)
class FunctionRef:
    """A function of the student's notebook, by its name."""

    name: str


@dataclass(frozen=True)
class CallbackRef:
    """A function of the examiner's that was passed as argument of the present call."""

    index: int


DEFAULT = CodecLimits()
PREFIX = struct.Struct("<2sI")
MAGIC = b"A1"
INLINE = 256  # strings and bytes up to this length stand in the head
PACKED = 16  # number lists from this length on become one buffer
INT_BITS = 8192  # the longest integer; Python refuses to print much longer ones
WEAK_KEYS = 2000  # keys whose hashes a stranger can make collide
DIMENSIONS = 32
SURROGATES = 1 << 16  # characters of a text that holds lone surrogates: each takes a call to read
NAME = 1000  # characters of a function's name, which messages repeat

# Tags of the head's arrays. Never reuse a number.
(
    LIST,
    TUPLE,
    DICT,
    COMPLEX,
    BIG_INT,
    ARRAY,
    SCALAR,
    RANDOM_STATE,
    GENERATOR,
    BIT_GENERATOR,
    FUNCTION,
    CALLBACK,
    SLICE,
    STR,
    BYTES,
    FLOATS,
    INTS,
) = range(17)

SEQUENCES: dict[type, int] = {list: LIST, tuple: TUPLE}
DTYPES = frozenset(
    ["|b1", "|i1", "|u1"]
    + [f"<{kind}{size}" for kind in "iu" for size in (2, 4, 8)]
    + ["<f2", "<f4", "<f8", "<c8", "<c16"]
)
BIT_GENERATORS = {
    name: getattr(np.random, name) for name in ("MT19937", "PCG64", "PCG64DXSM", "Philox", "SFC64")
}


def empty_parts(shape: tuple[int, ...] | list[int]) -> int:
    """Return how many parts an array without elements falls into when it is taken apart."""
    return math.prod(n for n in shape if n) if 0 in shape else 0


def read_text(data: bytes) -> str:
    """Return the text that UTF-8 holds; lone surrogates, in short texts only."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        if len(data) > SURROGATES:
            raise CodecError("a long text with characters that do not exist") from None
        return data.decode("utf-8", "surrogatepass")


def text_bytes(text: str) -> bytes:
    """Return a text as UTF-8 that `read_text` reads."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        data = text[: SURROGATES + 1].encode("utf-8", "surrogatepass")
        if len(data) > SURROGATES or len(text) > SURROGATES:
            raise CodecError("it is a long text with characters that do not exist") from None
        return data


def is_weak_key(key: object) -> bool:
    """Whether a stranger can make many such keys collide; a long dictionary takes minutes then."""
    if type(key) is int:
        return not -(2**48) < key < 2**48
    return type(key) not in (str, bytes, bool, type(None))
