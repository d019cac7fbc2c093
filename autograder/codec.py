"""Plain data as bytes, and back: all that crosses between a student's process and ours.

A message is a head in msgpack, made of scalars and arrays only, and then the raw buffers that
the head refers to, each exactly once and in order. The head's size bounds how many objects it
can make, and each buffer's declared shape is compared with its length before anything is
allocated; so hostile bytes cost no more than the limits say, and raise `CodecError`.

Only plain data can come out of `decode`, whatever the bytes: the types listed in `encode`.
This file runs on both sides of the boundary and must import nothing of the project.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import msgpack
import numpy as np

__all__ = [
    "CallbackRef",
    "CodecError",
    "CodecLimits",
    "FunctionRef",
    "decode",
    "encode",
    "write_back",
]


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


_DEFAULT = CodecLimits()
_PREFIX = struct.Struct("<2sI")
_MAGIC = b"A1"
_INLINE = 256  # strings and bytes up to this length stand in the head
_PACKED = 16  # number lists from this length on become one buffer
_INT_BITS = 8192  # the longest integer; Python refuses to print much longer ones
_WEAK_KEYS = 2000  # keys whose hashes a stranger can make collide
_DIMENSIONS = 32

# Tags of the head's arrays. Never reuse a number.
(
    _LIST,
    _TUPLE,
    _DICT,
    _COMPLEX,
    _BIG_INT,
    _ARRAY,
    _SCALAR,
    _RANDOM_STATE,
    _GENERATOR,
    _BIT_GENERATOR,
    _FUNCTION,
    _CALLBACK,
    _SLICE,
    _STR,
    _BYTES,
    _FLOATS,
    _INTS,
) = range(17)

_SEQUENCES = {list: _LIST, tuple: _TUPLE}
_DTYPES = frozenset(
    ["|b1", "|i1", "|u1"]
    + [f"<{kind}{size}" for kind in "iu" for size in (2, 4, 8)]
    + ["<f2", "<f4", "<f8", "<c8", "<c16"]
)
_BIT_GENERATORS = {
    name: getattr(np.random, name) for name in ("MT19937", "PCG64", "PCG64DXSM", "Philox", "SFC64")
}


def encode(
    value: Any,
    limits: CodecLimits = _DEFAULT,
    name_function: Callable[[Any], FunctionRef | CallbackRef | None] | None = None,
) -> bytes:
    """Return a value's bytes.

    Parameters
    ----------
    value : Any
        None, bool, int, float, complex, str, bytes, list, tuple, dict, slice; numpy scalars and
        arrays of booleans, integers, floats, complex numbers or strings; numpy's random
        generators; `FunctionRef` and `CallbackRef`; and any nesting of these.
    limits : CodecLimits
        What the other side accepts.
    name_function : callable, optional
        Turns a function met inside the value into a reference, or returns None.

    Raises
    ------
    CodecError
        With a message that says what to return instead.
    """
    encoder = _Encoder(limits, name_function)
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
    total = _PREFIX.size + len(head) + sum(map(len, encoder.buffers))
    if total > limits.total_bytes:
        raise CodecError(f"it takes {total:,} bytes; at most {limits.total_bytes:,} can cross")
    return b"".join([_PREFIX.pack(_MAGIC, len(head)), head, *encoder.buffers])


def decode(data: bytes | bytearray | memoryview, limits: CodecLimits = _DEFAULT) -> Any:
    """Return the value that `encode` turned into ``data``.

    Raises
    ------
    CodecError
        On anything else. No other error leaves this function, and no bytes can make it
        allocate more than a small multiple of the limits.
    """
    view = memoryview(data)
    if len(view) > limits.total_bytes:
        raise CodecError(f"a message of {len(view):,} bytes; the limit is {limits.total_bytes:,}")
    if len(view) < _PREFIX.size:
        raise CodecError("a truncated message")
    magic, head_size = _PREFIX.unpack_from(view)
    if magic != _MAGIC or head_size > min(limits.head_bytes, len(view) - _PREFIX.size):
        raise CodecError("not a message of ours")
    start = _PREFIX.size + head_size
    try:
        head = msgpack.unpackb(
            view[_PREFIX.size : start],
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
        decoder = _Decoder(limits, view, start, sizes)
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


class _Encoder:
    def __init__(self, limits: CodecLimits, name_function: Callable[[Any], Any] | None) -> None:
        self.limits = limits
        self.name_function = name_function
        self.buffers: list[bytes] = []
        self.items = 0

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
            return value if -(2**63) <= value < 2**64 else [_BIG_INT, _big_int(value)]
        if kind is str or kind is bytes:
            return self.text(value)
        if depth >= self.limits.depth:
            raise CodecError(f"it is nested more than {self.limits.depth} deep")
        if kind in _SEQUENCES:
            self.count(len(value))
            return self.sequence(value, _SEQUENCES[kind], depth)
        if kind is dict:
            self.count(2 * len(value))
            pairs = [self.plain(x, depth + 1) for item in value.items() for x in item]
            return [_DICT, *pairs]
        if kind is np.ndarray:
            return self.array(value)
        if isinstance(value, np.generic) and kind.__module__ == "numpy":
            return [_SCALAR, _dtype_name(value.dtype), self.native(value)]
        return self.rare(value, depth)

    def text(self, value: str | bytes) -> Any:
        if len(value) <= _INLINE:
            return value
        tag = _STR if type(value) is str else _BYTES
        self.buffer(value.encode("utf-8", "surrogatepass") if tag == _STR else value)
        return [tag]

    def sequence(self, value: list[Any] | tuple[Any, ...], tag: int, depth: int) -> list[Any]:
        if len(value) >= _PACKED:
            kinds = set(map(type, value))
            if kinds == {float}:
                self.buffer(np.array(value, "<f8").tobytes())
                return [_FLOATS, tag]
            if kinds == {int} and -(2**63) <= min(value) and max(value) < 2**63:
                self.buffer(np.array(value, "<i8").tobytes())
                return [_INTS, tag]
        return [tag, *(self.plain(item, depth + 1) for item in value)]

    def array(self, value: np.ndarray) -> list[Any]:
        if value.dtype.kind == "O":
            raise CodecError(
                "it is a numpy array of dtype object (often made from arrays of unequal shapes); "
                "return a list of arrays, or an array of numbers"
            )
        name = _dtype_name(value.dtype)
        if value.nbytes > self.limits.total_bytes:
            raise CodecError(
                f"it takes {value.nbytes:,} bytes; at most {self.limits.total_bytes:,} can cross"
            )
        self.buffer(self.native(value))
        return [_ARRAY, name, list(value.shape)]

    @staticmethod
    def native(value: Any) -> bytes:
        return np.asarray(value).astype(_dtype_name(value.dtype), order="C", copy=False).tobytes()

    def rare(self, value: Any, depth: int) -> list[Any]:
        kind = type(value)
        if kind is FunctionRef:
            return [_FUNCTION, value.name]
        if kind is CallbackRef:
            return [_CALLBACK, value.index]
        if kind is complex:
            return [_COMPLEX, value.real, value.imag]
        if kind is slice:
            parts = (value.start, value.stop, value.step)
            return [_SLICE, *(self.plain(part, depth + 1) for part in parts)]
        if kind is np.random.RandomState:
            state = value.get_state(legacy=False)
            return [_RANDOM_STATE, self.plain(state, depth + 1)]
        if kind is np.random.Generator:
            return [_GENERATOR, self.plain(value.bit_generator.state, depth + 1)]
        if kind in _BIT_GENERATORS.values():
            return [_BIT_GENERATOR, self.plain(value.state, depth + 1)]
        if self.name_function is not None and callable(value):
            reference = self.name_function(value)
            if reference is not None:
                return self.rare(reference, depth)
        raise CodecError(_instead(value))


class _Decoder:
    def __init__(
        self, limits: CodecLimits, view: memoryview, start: int, sizes: list[int]
    ) -> None:
        self.limits = limits
        self.items = 0
        self.weak_keys = 0
        self.buffers = self._buffers(view, start, sizes)

    @staticmethod
    def _buffers(view: memoryview, start: int, sizes: list[int]) -> Any:
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
            if tree is None or type(tree) in (bool, int, float, str, bytes):
                return tree
            raise CodecError("an unknown kind of value")
        if depth >= self.limits.depth:
            raise CodecError("a message nested too deeply")
        tag = tree[0]
        if tag in (_LIST, _TUPLE):
            self.count(len(tree))
            items = [self.value(item, depth + 1) for item in tree[1:]]
            return items if tag == _LIST else tuple(items)
        if tag == _DICT:
            return self.dictionary(tree, depth)
        if tag == _ARRAY:
            _, name, shape = tree
            return self.array(name, shape, self.buffer())
        if tag == _SCALAR:
            _, name, data = tree
            return self.array(name, [], memoryview(data))[()]
        if tag in (_FLOATS, _INTS):
            _, kind = tree
            array = np.frombuffer(self.buffer(), "<f8" if tag == _FLOATS else "<i8")
            self.count(len(array))
            return {_LIST: list, _TUPLE: tuple}[kind](array.tolist())
        if tag in (_STR, _BYTES):
            data = bytes(self.buffer())
            return data.decode("utf-8", "surrogatepass") if tag == _STR else data
        return self.rare(tree, depth)

    def dictionary(self, tree: list[Any], depth: int) -> dict[Any, Any]:
        if len(tree) % 2 == 0:
            raise CodecError("a dictionary with a key that has no value")
        self.count(len(tree))
        result = {}
        for position in range(1, len(tree), 2):
            key = self.value(tree[position], depth + 1)
            if type(key) not in (str, bytes, bool, type(None)) and not (
                type(key) is int and -(2**48) < key < 2**48
            ):
                # A long dictionary of colliding keys would take minutes to build.
                self.weak_keys += 1
                if self.weak_keys > _WEAK_KEYS:
                    raise CodecError("too many dictionary keys that are not strings or integers")
            result[key] = self.value(tree[position + 1], depth + 1)
        return result

    def array(self, name: Any, shape: Any, data: memoryview) -> np.ndarray:
        dtype = _checked_dtype(name)
        if type(shape) is not list or len(shape) > _DIMENSIONS:
            raise CodecError("a malformed shape")
        if any(type(n) is not int or not 0 <= n < 2**40 for n in shape):
            raise CodecError("a malformed shape")
        count = math.prod(shape)
        if count * dtype.itemsize != len(data):
            raise CodecError("an array whose shape does not fit its data")
        if not dtype.itemsize:
            self.count(count)
        array = np.ndarray(shape, dtype) if not len(data) else np.frombuffer(data, dtype).copy()
        if dtype.kind == "U" and len(data) and array.view("<u4").max() > 0x10FFFF:
            raise CodecError("an array of strings with characters that do not exist")
        if dtype.kind == "b":  # any other byte than 0 and 1 makes numpy contradict itself
            array = array.view("u1") != 0
        return array.reshape(shape)

    def rare(self, tree: list[Any], depth: int) -> Any:
        tag = tree[0]
        if tag == _FUNCTION:
            _, name = tree
            if type(name) is not str:
                raise CodecError("a function without a name")
            return FunctionRef(name)
        if tag == _CALLBACK:
            _, index = tree
            if type(index) is not int or not 0 <= index < 2**16:
                raise CodecError("a malformed reference to a function")
            return CallbackRef(index)
        if tag == _COMPLEX:
            _, real, imag = tree
            if type(real) is not float or type(imag) is not float:
                raise CodecError("a malformed complex number")
            return complex(real, imag)
        if tag == _BIG_INT:
            _, data = tree
            if type(data) is not bytes or len(data) > _INT_BITS // 8 + 1:
                raise CodecError("a malformed integer")
            return int.from_bytes(data, "little", signed=True)
        if tag == _SLICE:
            _, *parts = tree
            start, stop, step = (self.value(part, depth + 1) for part in parts)
            return slice(start, stop, step)
        if tag in (_RANDOM_STATE, _GENERATOR, _BIT_GENERATOR):
            _, state = tree
            return _random(tag, self.value(state, depth + 1))
        raise CodecError("an unknown kind of value")


def write_back(original: Any, changed: Any) -> bool:
    """Give an argument the contents that a call left in the student's copy of it.

    Arrays keep their identity where shape and dtype are unchanged; lists, dictionaries and
    random generators always do. Returns False where the original cannot take the contents.
    """
    if type(original) is not type(changed):
        return False
    if isinstance(original, np.ndarray):
        same = original.shape == changed.shape and original.dtype == changed.dtype
        if not (same and original.flags.writeable):
            return False
        original[...] = changed
    elif isinstance(original, list):
        original[:] = [_merged(old, new) for old, new in _pairs(original, changed)]
    elif isinstance(original, dict):
        merged = {key: _merged(original.get(key), new) for key, new in changed.items()}
        original.clear()
        original.update(merged)
    elif isinstance(original, tuple):
        pairs = list(zip(original, changed, strict=False))
        return len(original) == len(changed) and all(_merged(a, b) is a for a, b in pairs)
    elif isinstance(original, np.random.RandomState):
        original.set_state(changed.get_state(legacy=False))
    elif isinstance(original, np.random.Generator):
        if type(original.bit_generator) is not type(changed.bit_generator):
            return False
        original.bit_generator.state = changed.bit_generator.state
    elif type(original) in _BIT_GENERATORS.values():
        original.state = changed.state
    else:
        return False
    return True


def _pairs(original: list[Any], changed: list[Any]) -> list[tuple[Any, Any]]:
    padding = [None] * max(0, len(changed) - len(original))
    return list(zip([*original, *padding], changed, strict=False))


def _merged(old: Any, new: Any) -> Any:
    """Return ``old`` with the contents of ``new`` where it can take them, else ``new``."""
    return old if old is not None and write_back(old, new) else new


def _big_int(value: int) -> bytes:
    if value.bit_length() >= _INT_BITS:
        raise CodecError(f"it is an integer of more than {_INT_BITS} bits")
    return value.to_bytes(value.bit_length() // 8 + 1, "little", signed=True)


def _dtype_name(dtype: np.dtype) -> str:
    name = dtype.newbyteorder("<").str if dtype.names is None else ""
    if dtype.kind == "U" or name in _DTYPES:
        return name
    if dtype.kind in "gG" or dtype.str[1:] in ("f16", "c32", "f12", "c24"):
        raise CodecError(f"it has dtype {dtype}; convert it with .astype(float)")
    raise CodecError(f"it has dtype {dtype}; return booleans, numbers or strings")


def _checked_dtype(name: Any) -> np.dtype:
    if type(name) is not str:
        raise CodecError("a malformed dtype")
    if name not in _DTYPES and not (
        name.startswith("<U") and name[2:].isascii() and name[2:].isdigit() and len(name) < 10
    ):
        raise CodecError("a dtype that may not cross")
    return np.dtype(name)


def _random(tag: int, state: Any) -> Any:
    """Rebuild a random generator from a state that a stranger may have written."""
    if type(state) is not dict or type(state.get("bit_generator")) is not str:
        raise CodecError("a malformed random state")
    name = state["bit_generator"]
    inner = state.get("state")
    if name not in _BIT_GENERATORS or type(inner) is not dict:
        raise CodecError("a malformed random state")
    _check_state(name, state, inner)
    bit_generator = _BIT_GENERATORS[name](0)
    bit_generator.state = state
    if tag == _GENERATOR:
        return np.random.Generator(bit_generator)
    if tag == _BIT_GENERATOR:
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
        good = good and _within(state.get("has_uint32"), 2) and _within(state.get("uinteger"), 2**32)
    if not good:
        raise CodecError("a malformed random state")


def _within(value: Any, stop: int) -> bool:
    return type(value) is int and 0 <= value < stop


def _is_words(value: Any, length: int, dtype: str) -> bool:
    return type(value) is np.ndarray and value.shape == (length,) and value.dtype == dtype


def _instead(value: Any) -> str:
    """Return what to return instead of a value that cannot cross."""
    kind = type(value)
    name = f"{kind.__module__}.{kind.__qualname__}".removeprefix("builtins.")
    bases = {base.__name__ for base in kind.__mro__}
    if "MaskedArray" in bases:
        advice = "return a plain array, for example with .filled(0)"
    elif "ndarray" in bases:
        advice = "return a plain array, with np.asarray(...)"
    elif bases & {"DataFrame", "Series", "Index"}:
        advice = "return a numpy array, with .to_numpy()"
    elif "Tensor" in bases:
        advice = "return a numpy array, with .detach().numpy()"
    elif bases & {"generator", "map", "filter", "zip", "range", "set", "frozenset", "dict_keys",
                  "dict_values", "dict_items", "deque"}:  # fmt: skip
        advice = "return a list, with list(...)"
    elif "coroutine" in bases:
        advice = "the function must not be async"
    elif callable(value):
        advice = "return the result of calling it, or a function defined by name in the notebook"
    elif bases & {"str", "float", "int", "dict", "list", "tuple", "bytes", "complex"}:
        plain = next(b.__name__ for b in kind.__mro__ if b.__module__ == "builtins")
        advice = f"return a plain {plain}, with {plain}(...)"
    else:
        advice = "return numbers, strings, lists, tuples, dictionaries or numpy arrays"
    return f"it is a {name}, which cannot be graded; {advice}"
