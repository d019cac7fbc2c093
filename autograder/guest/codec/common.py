"""What both directions of the codec share."""

from __future__ import annotations

import math
import re
import struct
from dataclasses import dataclass
from typing import Any

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
    name: str = ""


@dataclass(frozen=True)
class ClassInfo:
    """A class of the notebook's process, described once.

    Attributes
    ----------
    index : int
        Its number.
    name, module, doc : str
        What it says about itself.
    bases : tuple
        Its bases: other such classes or their numbers, and ``module:name`` of known ones.
    specials : tuple of str
        The special methods that it or its bases define.
    """

    index: int
    name: str
    module: str
    doc: str | None = None
    bases: tuple[ClassInfo | int | str, ...] = ()
    specials: tuple[str, ...] = ()


@dataclass(frozen=True)
class ClassRef:
    """A class of the notebook's process."""

    kind: ClassInfo | int


@dataclass(frozen=True)
class ObjectRef:
    """A live object of the notebook's process, by its number and its class."""

    index: int
    kind: ClassInfo | int = -1


@dataclass(frozen=True)
class InstanceRef:
    """An instance of a class that both sides have, by the class's name and what it holds."""

    name: str
    state: dict[str, Any]


@dataclass(frozen=True)
class MemberRef:
    """A member of an enumeration that both sides have."""

    name: str
    member: str


Reference = FunctionRef | CallbackRef | ObjectRef | ClassRef | InstanceRef | MemberRef


class Resolver:
    """What a reader knows beside a message; this one knows nothing."""

    def refer(self, reference: Reference) -> Any:
        """Return what stands for a reference here."""
        return reference

    def sent(self, value: Any) -> Reference | None:
        """Return a reference to a value that the other side knows, or None."""
        return None

    def known_classes(self) -> list[str]:
        """Return the classes whose instances cross by what they hold."""
        return []

    def named_class(self, name: str) -> type | None:
        """Return the class that a name of the notebook stands for here."""
        return None


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
    SET,
    FROZEN_SET,
    VALUE,
    RECORD,
    OBJECT,
    CLASS,
    INSTANCE,
    MEMBER,
) = range(25)

SEQUENCES: dict[type, int] = {list: LIST, tuple: TUPLE}
CLASSES = 200  # described in one message
SETS: dict[type, int] = {set: SET, frozenset: FROZEN_SET}
FIELDS = 200  # of a named tuple
DTYPES = frozenset(
    ["|b1", "|i1", "|u1"]
    + [f"<{kind}{size}" for kind in "iu" for size in (2, 4, 8)]
    + ["<f2", "<f4", "<f8", "<c8", "<c16"]
)
BIT_GENERATORS = {
    name: getattr(np.random, name) for name in ("MT19937", "PCG64", "PCG64DXSM", "Philox", "SFC64")
}


_LONGEST = 10  # characters of the dtypes of texts, bytes and moments
_TEXTS = re.compile(r"(?:<U|\|S)\d+", re.ASCII)
_MOMENTS = re.compile(r"<[mM]8(?:\[\d{0,5}(?:Y|M|W|D|h|m|s|ms|us|ns|ps|fs|as)\])?", re.ASCII)


def is_plain_dtype(name: str) -> bool:
    """Whether arrays of this dtype cross as their bytes."""
    if name in DTYPES or (len(name) < _LONGEST and _TEXTS.fullmatch(name) is not None):
        return True
    return _MOMENTS.fullmatch(name) is not None


def is_name(text: object) -> bool:
    """Whether a stranger's text can be the name of something, and be repeated in messages."""
    return type(text) is str and len(text) <= NAME and text.isidentifier()


def field_names(kind: type) -> tuple[str, ...] | None:
    """Return the names of the fields of a named tuple's type; None where it is no such type."""
    fields = kind.__dict__.get("_fields")
    if kind.__bases__ != (tuple,) or type(fields) is not tuple or len(fields) > FIELDS:
        return None
    return fields if is_name(kind.__name__) and all(map(is_name, fields)) else None


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
