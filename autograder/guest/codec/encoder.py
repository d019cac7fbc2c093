"""From values to bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import msgpack
import numpy as np

from . import numpy_types, value_types
from .common import (
    ARRAY,
    BIG_INT,
    BIT_GENERATOR,
    BIT_GENERATORS,
    BYTES,
    CALLBACK,
    CLASS,
    COMPLEX,
    DEFAULT,
    DICT,
    DIMENSIONS,
    FLOATS,
    FUNCTION,
    GENERATOR,
    INLINE,
    INSTANCE,
    INT_BITS,
    INTS,
    LIST,
    MAGIC,
    MEMBER,
    OBJECT,
    PACKED,
    PREFIX,
    RANDOM_STATE,
    RECORD,
    SCALAR,
    SEQUENCES,
    SETS,
    SLICE,
    STR,
    TUPLE,
    VALUE,
    WEAK_KEYS,
    CallbackRef,
    ClassInfo,
    ClassRef,
    CodecError,
    CodecLimits,
    FunctionRef,
    InstanceRef,
    ObjectRef,
    Reference,
    empty_parts,
    field_names,
    is_weak_key,
    text_bytes,
)
from .dtypes import PLAIN, dtype_name
from .plain_forms import advice, plain_form


def encode(
    value: Any,
    limits: CodecLimits = DEFAULT,
    refer: Callable[[Any], Reference | None] | None = None,
) -> bytes:
    """Return a value's bytes.

    Parameters
    ----------
    value : Any
        None, bool, int, float, complex, str, bytes, list, tuple, dict, set, frozenset, slice;
        numpy scalars and arrays of booleans, numbers, texts or moments; numpy's random generators;
        named tuples; the types that `value_types` knows; `FunctionRef` and `CallbackRef`; and any
        nesting of these. Another subclass of the first ones, and any other mapping, cross as what
        they equal.
    limits : CodecLimits
        What the other side accepts.
    refer : callable, optional
        Turns something else that is met inside the value into a reference, or returns None.

    Raises
    ------
    CodecError
        With a message that says what to return instead.
    """
    encoder = _Encoder(limits, refer)
    try:
        head = msgpack.packb(
            [encoder.plain(value, 0), [len(buffer) for buffer in encoder.buffers]],
            unicode_errors="surrogatepass",
        )
    except RecursionError:
        raise CodecError("it is nested too deeply") from None
    if len(head) > limits.head_bytes:
        raise CodecError(
            f"its structure takes {len(head):,} bytes and may take {limits.head_bytes:,}; "
            "return numpy arrays instead of long lists"
        )
    total = PREFIX.size + len(head) + sum(map(len, encoder.buffers))
    if total > limits.total_bytes:
        raise CodecError(f"it takes {total:,} bytes; at most {limits.total_bytes:,} can cross")
    return b"".join([PREFIX.pack(MAGIC, len(head)), head, *encoder.buffers])


class _Encoder:
    def __init__(self, limits: CodecLimits, refer: Callable[[Any], Any] | None) -> None:
        self.limits = limits
        self.refer = refer
        self.buffers: list[bytes] = []
        self.items = 0
        self.weak_keys = 0

    def buffer(self, data: bytes) -> None:
        self.buffers.append(data)

    def count(self, items: int) -> None:
        self.items += items
        if self.items > self.limits.items:
            raise CodecError(f"it has more than {self.limits.items:,} elements")

    def plain(self, value: Any, depth: int) -> Any:
        """Return the head's form of a value."""
        kind = type(value)
        if value is None or kind is bool or kind is float:
            return value
        if kind is int:
            return value if -(2**63) <= value < 2**64 else [BIG_INT, _big_int(value)]
        if kind is str or kind is bytes:
            return self.text(value)
        if depth >= self.limits.depth:
            raise CodecError(f"it is nested more than {self.limits.depth} deep")
        if kind in SEQUENCES:
            self.count(len(value))
            return self.sequence(value, SEQUENCES[kind], depth)
        if kind is dict:
            self.count(2 * len(value))
            self.weak(value)
            tree: list[Any] = [DICT]
            for key, item in value.items():
                short = type(key) is str and len(key) <= INLINE
                tree.append(key if short else self.plain(key, depth + 1))
                tree.append(item if type(item) is float else self.plain(item, depth + 1))
            return tree
        if kind is np.ndarray:
            special = numpy_types.stand_in(value)
            return self.array(value) if special is None else self.typed(value, special, depth)
        if kind in SETS:
            return self.members(value, SETS[kind], depth)
        if isinstance(value, np.generic) and kind.__module__ == "numpy" and kind is not np.void:
            if not value.dtype.itemsize:
                self.count(1)  # an empty text takes no bytes, but is something
            return [SCALAR, dtype_name(value.dtype), self.native(value)]
        return self.rare(value, depth)

    def text(self, value: str | bytes) -> Any:
        if len(value) <= INLINE:
            return value
        if isinstance(value, str):
            self.buffer(text_bytes(value))
            return [STR]
        self.buffer(value)
        return [BYTES]

    def sequence(self, value: list[Any] | tuple[Any, ...], tag: int, depth: int) -> list[Any]:
        if len(value) >= PACKED:
            kinds = set(map(type, value))
            if kinds == {float}:
                self.buffer(np.array(value, "<f8").tobytes())
                return [FLOATS, tag]
            if kinds == {int} and min(value) >= -(2**63) and max(value) < 2**63:
                self.buffer(np.array(value, "<i8").tobytes())
                return [INTS, tag]
        return [tag, *(self.plain(item, depth + 1) for item in value)]

    def array(self, value: np.ndarray) -> list[Any]:
        name = PLAIN.get(value.dtype) or dtype_name(value.dtype)
        if value.nbytes > self.limits.total_bytes:
            raise CodecError(
                f"it takes {value.nbytes:,} bytes; at most {self.limits.total_bytes:,} can cross"
            )
        if value.ndim > DIMENSIONS:
            raise CodecError(f"it has more than {DIMENSIONS} dimensions")
        self.count(value.size if not value.dtype.itemsize else empty_parts(value.shape))
        self.buffer(self.native(value))
        return [ARRAY, name, list(value.shape)]

    @staticmethod
    def native(value: np.ndarray[Any, Any] | np.generic) -> bytes:
        if value.dtype in PLAIN:
            return value.tobytes()
        if not value.dtype.itemsize:  # an empty text; NumPy would make room for one character
            return b""
        return np.asarray(value).astype(dtype_name(value.dtype), order="C", copy=False).tobytes()

    def reference(self, value: Reference, depth: int) -> Any:
        """Return the form of a reference."""
        if isinstance(value, FunctionRef):
            return [FUNCTION, value.name]
        if isinstance(value, CallbackRef):
            return [CALLBACK, value.index, value.name]
        if isinstance(value, ObjectRef):
            return [OBJECT, value.index, class_tree(value.kind)]
        if isinstance(value, ClassRef):
            return [CLASS, class_tree(value.kind)]
        if isinstance(value, InstanceRef):
            self.count(2 * len(value.state))
            return [INSTANCE, value.name, self.plain(value.state, depth + 1)]
        return [MEMBER, value.name, value.member]

    def rare(self, value: Any, depth: int) -> Any:
        kind = type(value)
        if isinstance(value, Reference):
            return self.reference(value, depth)
        if kind is complex:
            return [COMPLEX, value.real, value.imag]
        if kind is slice:
            parts = (value.start, value.stop, value.step)
            return [SLICE, *(self.plain(part, depth + 1) for part in parts)]
        if kind is np.random.RandomState:
            state = value.get_state(legacy=False)
            return [RANDOM_STATE, self.plain(state, depth + 1)]
        if kind is np.random.Generator:
            return [GENERATOR, self.plain(value.bit_generator.state, depth + 1)]
        if kind in BIT_GENERATORS.values():
            return [BIT_GENERATOR, self.plain(value.state, depth + 1)]
        typed = self.typed(value, kind, depth)
        if typed is not None:
            return typed
        fields = field_names(kind)
        if fields is not None:
            self.count(len(fields))
            items = self.sequence(tuple(value), TUPLE, depth + 1)
            return [RECORD, kind.__name__, list(fields), items]
        plain = plain_form(value)
        if plain is not value:
            return self.plain(plain, depth)
        reference = None if self.refer is None else self.refer(value)
        if reference is not None:
            return self.rare(reference, depth)
        raise CodecError(advice(value))

    def typed(self, value: Any, kind: type, depth: int) -> Any:
        """Return the form of a value of a type that both sides know; None if it has none."""
        known = value_types.of_type(kind)
        if known is None:
            return None
        try:
            plain = known.to_plain(value)
        except CodecError:
            raise
        except Exception as error:  # a course's function, or a value that is not whole
            raise CodecError(
                f"it is a {kind.__name__}, which cannot be read ({type(error).__name__})"
            ) from None
        return (
            None if plain is NotImplemented else [VALUE, known.name, self.plain(plain, depth + 1)]
        )

    def members(self, value: Any, tag: int, depth: int) -> Any:
        self.count(len(value))
        self.weak(value)
        return [tag, self.sequence(list(value), LIST, depth + 1)]

    def weak(self, keys: Iterable[Any]) -> None:
        self.weak_keys += sum(is_weak_key(key) for key in keys if type(key) is not str)
        if self.weak_keys > WEAK_KEYS:
            raise CodecError(
                f"it has more than {WEAK_KEYS:,} dictionary keys or members of sets that are not "
                "strings or integers; return arrays"
            )


def class_tree(kind: ClassInfo | int | str) -> Any:
    """Return a class's form: its number, what is known by name, or its description."""
    if not isinstance(kind, ClassInfo):
        return kind
    bases = [class_tree(base) for base in kind.bases]
    return [kind.index, kind.name, kind.module, kind.doc, bases, list(kind.specials)]


def _big_int(value: int) -> bytes:
    if value.bit_length() >= INT_BITS:
        raise CodecError(f"it is an integer of more than {INT_BITS} bits")
    return value.to_bytes(value.bit_length() // 8 + 1, "little", signed=True)
