"""From bytes to values, whoever wrote the bytes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgpack
import numpy as np

from . import numpy_types, standard_types, value_types  # noqa: F401 - they register theirs
from .classes import ClassReader, instance, named_tuple, number
from .common import (
    ARRAY,
    BIG_INT,
    BIT_GENERATOR,
    BYTES,
    CALLBACK,
    CLASS,
    COMPLEX,
    DEFAULT,
    DICT,
    DIMENSIONS,
    FLOATS,
    FROZEN_SET,
    FUNCTION,
    GENERATOR,
    INSTANCE,
    INT_BITS,
    INTS,
    LIST,
    MAGIC,
    MEMBER,
    NAME,
    OBJECT,
    PREFIX,
    RANDOM_STATE,
    RECORD,
    SCALAR,
    SET,
    SLICE,
    STR,
    TUPLE,
    VALUE,
    WEAK_KEYS,
    CallbackRef,
    ClassRef,
    CodecError,
    CodecLimits,
    FunctionRef,
    ObjectRef,
    Resolver,
    empty_parts,
    is_name,
    is_weak_key,
    read_text,
)
from .dtypes import checked_dtype
from .random_states import random_generator


def decode(
    data: bytes | bytearray | memoryview,
    limits: CodecLimits = DEFAULT,
    resolver: Resolver | None = None,
) -> Any:
    """Return the value that `encode` turned into ``data``.

    Parameters
    ----------
    data : bytes
        A message, whoever wrote it.
    limits : CodecLimits
        What it may hold.
    resolver : Resolver, optional
        Says what stands for a reference, and which class is meant by a name.

    Raises
    ------
    CodecError
        On anything else. No other error leaves this function, and no bytes can make it
        allocate more than a small multiple of the limits.
    """
    view = memoryview(data)
    if len(view) > limits.total_bytes:
        raise CodecError(f"a message of {len(view):,} bytes; the limit is {limits.total_bytes:,}")
    if len(view) < PREFIX.size:
        raise CodecError("a truncated message")
    magic, head_size = PREFIX.unpack_from(view)
    if magic != MAGIC or head_size > min(limits.head_bytes, len(view) - PREFIX.size):
        raise CodecError("not a message of ours")
    start = PREFIX.size + head_size
    try:
        head = msgpack.unpackb(
            view[PREFIX.size : start],
            raw=False,
            unicode_errors="surrogatepass",
            max_map_len=0,
            max_ext_len=0,
        )
        tree, sizes = head
        if type(sizes) is not list or any(type(size) is not int or size < 0 for size in sizes):
            raise CodecError("a malformed table of buffers")
        if start + sum(sizes) != len(view):
            raise CodecError("buffers that do not fill the message")
        decoder = _Decoder(limits, view, start, sizes, resolver or Resolver())
        value = decoder.value(tree, 0)
        if next(decoder.buffers, None) is not None:
            raise CodecError("a buffer that nothing uses")
        return value
    except CodecError:
        raise
    except RecursionError:
        raise CodecError("a message nested too deeply") from None
    except Exception as error:  # numpy and msgpack raise many types on hostile input
        raise CodecError(f"a malformed message ({type(error).__name__})") from None


_ATOMS = frozenset([type(None), bool, int, float, str, bytes])


class _Decoder:
    def __init__(
        self,
        limits: CodecLimits,
        view: memoryview,
        start: int,
        sizes: list[int],
        resolver: Resolver,
    ) -> None:
        self.limits = limits
        self.resolver = resolver
        self.items = 0
        self.weak_keys = 0
        self.classes = ClassReader(limits.depth)
        self.buffers = self._buffers(view, start, sizes)

    @staticmethod
    def _buffers(view: memoryview, start: int, sizes: list[int]) -> Iterator[memoryview]:
        for size in sizes:
            yield view[start : start + size]
            start += size

    def buffer(self) -> memoryview:
        buffer = next(self.buffers, None)
        if buffer is None:
            raise CodecError("a reference to a missing buffer")
        return buffer

    def count(self, items: int) -> None:
        self.items += items
        if self.items > self.limits.items:
            raise CodecError(f"a message of more than {self.limits.items:,} elements")

    def value(self, tree: Any, depth: int) -> Any:
        if type(tree) is not list:
            if type(tree) in _ATOMS:
                return tree
            raise CodecError("an unknown kind of value")
        if depth > self.limits.depth:
            raise CodecError("a message nested too deeply")
        tag = tree[0]
        if tag in (LIST, TUPLE):
            self.count(len(tree) - 1)
            depth += 1
            items = [x if type(x) in _ATOMS else self.value(x, depth) for x in tree[1:]]
            return items if tag == LIST else tuple(items)
        if tag == DICT:
            return self.dictionary(tree, depth)
        if tag == ARRAY:
            _, name, shape = tree
            return self.array(name, shape, self.buffer())
        if tag == SCALAR:
            _, name, data = tree
            return self.array(name, [], memoryview(data))[()]
        if tag in (FLOATS, INTS):
            _, kind = tree
            array = np.frombuffer(self.buffer(), "<f8" if tag == FLOATS else "<i8")
            self.count(len(array))
            return {LIST: list, TUPLE: tuple}[kind](array.tolist())
        if tag in (STR, BYTES):
            data = bytes(self.buffer())
            return read_text(data) if tag == STR else data
        return self.rare(tree, depth)

    def dictionary(self, tree: list[Any], depth: int) -> dict[Any, Any]:
        if len(tree) % 2 == 0:
            raise CodecError("a dictionary with a key that has no value")
        self.count(len(tree) - 1)
        depth += 1
        result = {}
        for position in range(1, len(tree), 2):
            key, value = tree[position], tree[position + 1]
            if type(key) is not str:
                key = self.value(key, depth)
                self.weak(key)
            result[key] = value if type(value) in _ATOMS else self.value(value, depth)
        return result

    def weak(self, key: Any) -> None:
        if is_weak_key(key):
            self.weak_keys += 1
            if self.weak_keys > WEAK_KEYS:
                raise CodecError("too many keys or members that are not strings or integers")

    def array(self, name: Any, shape: Any, data: memoryview) -> np.ndarray:
        dtype = checked_dtype(name)
        if type(shape) is not list or len(shape) > DIMENSIONS:
            raise CodecError("a malformed shape")
        count = 1
        for n in shape:
            if type(n) is not int or not 0 <= n < 2**40:
                raise CodecError("a malformed shape")
            count *= n
        if count * dtype.itemsize != len(data):
            raise CodecError("an array whose shape does not fit its data")
        self.count(count if not dtype.itemsize else empty_parts(shape))
        array = np.ndarray(shape, dtype) if not len(data) else np.frombuffer(data, dtype).copy()
        if dtype.kind == "U" and len(data) and array.view("<u4").max() > 0x10FFFF:
            raise CodecError("an array of strings with characters that do not exist")
        if dtype.kind == "b":  # any other byte than 0 and 1 makes numpy contradict itself
            array = array.view("u1") != 0
        return array.reshape(shape)

    def rare(self, tree: list[Any], depth: int) -> Any:
        tag = tree[0]
        if tag == FUNCTION:
            _, name = tree
            if not is_name(name):
                raise CodecError("a function without a name")
            return self.resolver.refer(FunctionRef(name))
        if tag == CALLBACK:
            _, index, name = tree
            if type(name) is not str or len(name) > NAME:
                raise CodecError("a malformed reference to a function")
            return self.resolver.refer(CallbackRef(number(index), name))
        if tag in (RANDOM_STATE, GENERATOR, BIT_GENERATOR):
            _, state = tree
            return random_generator(tag, self.value(state, depth + 1))
        if tag in (SET, FROZEN_SET):
            _, members = tree
            items = self.value(members, depth + 1)
            if type(items) is not list:
                raise CodecError("a malformed set")
            for item in items:
                self.weak(item)
            return set(items) if tag == SET else frozenset(items)
        if tag == VALUE:
            _, name, plain = tree
            return value_types.of_name(name).from_plain(self.value(plain, depth + 1))
        if tag == RECORD:
            _, name, fields, values = tree
            known = self.named_class(name)
            return named_tuple(known, name, fields, self.value(values, depth + 1))
        if tag == OBJECT:
            _, index, kind = tree
            return self.resolver.refer(ObjectRef(number(index), self.classes.read(kind, depth)))
        if tag == INSTANCE:
            _, name, state = tree
            return instance(self.named_class(name), self.value(state, depth + 1))
        if tag == MEMBER:
            _, name, member = tree
            enumeration: Any = self.named_class(name)
            return enumeration.__members__[member]
        if tag == CLASS:
            _, kind = tree
            return self.resolver.refer(ClassRef(self.classes.read(kind, depth)))
        return self.number_or_slice(tree, depth)

    def named_class(self, name: Any) -> type | None:
        return self.resolver.named_class(name) if is_name(name) else None

    def number_or_slice(self, tree: list[Any], depth: int) -> Any:
        tag = tree[0]
        if tag == COMPLEX:
            _, real, imag = tree
            if type(real) is not float or type(imag) is not float:
                raise CodecError("a malformed complex number")
            return complex(real, imag)
        if tag == BIG_INT:
            _, data = tree
            if type(data) is not bytes or len(data) > INT_BITS // 8 + 1:
                raise CodecError("a malformed integer")
            return int.from_bytes(data, "little", signed=True)
        if tag == SLICE:
            _, *parts = tree
            start, stop, step = (self.value(part, depth + 1) for part in parts)
            return slice(start, stop, step)
        raise CodecError("an unknown kind of value")
