"""The codec: what goes through it, what does not, and what hostile bytes can do."""

from __future__ import annotations

import contextlib
import struct
import tracemalloc
from collections import namedtuple
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import msgpack
import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder.guest.codec import (
    CallbackRef,
    CodecError,
    CodecLimits,
    FunctionRef,
    checked_python_state,
    decode,
    encode,
    legacy_state,
    python_state,
    set_global_state,
    write_back,
)

DTYPES = ["b1", "i1", "u1", "i4", "u8", "f2", "f4", "f8", "c8", "c16", "U3", ">f8", ">i2"]


def same(a: object, b: object) -> bool:
    """Equal in type, value, dtype and order, NaN included."""
    if type(a) is not type(b):
        return False
    if isinstance(a, np.ndarray | np.generic):
        equal_nan = a.dtype.kind in "fc"
        return a.dtype.newbyteorder("=") == b.dtype and np.array_equal(a, b, equal_nan=equal_nan)
    if isinstance(a, list | tuple):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, dict):
        return len(a) == len(b) and all(map(same, a, b)) and all(map(same, a.values(), b.values()))
    if isinstance(a, float | complex):
        return np.array_equal(a, b, equal_nan=True)
    return a == b


any_text = st.text(st.characters(exclude_categories=[]))  # surrogates too
scalars = (
    st.none() | st.booleans() | st.integers(-(2**200), 2**200) | st.floats() | st.complex_numbers()
    | any_text | st.binary()
)  # fmt: skip
arrays = st.sampled_from(DTYPES).flatmap(
    lambda dtype: hnp.arrays(dtype, hnp.array_shapes(min_dims=0, min_side=0, max_side=4))
)
values = st.recursive(
    scalars | arrays | arrays.filter(lambda a: a.size).map(lambda a: a.reshape(-1)[0]),
    lambda inner: (
        st.lists(inner)
        | st.lists(inner).map(tuple)
        | st.dictionaries(any_text | st.integers() | st.tuples(st.integers(), any_text), inner)
        | st.lists(st.floats(), min_size=16)
        | st.lists(st.integers(), min_size=16).map(tuple)
    ),
    max_leaves=20,
)


@given(values)
@settings(max_examples=150, deadline=None)
def test_plain_data_comes_back_as_it_was(value: object) -> None:
    back = decode(encode(value))
    assert same(value, back)
    assert encode(back) == encode(value)


@given(st.binary(max_size=300))
@settings(max_examples=300, deadline=None)
def test_random_bytes_raise_one_error(data: bytes) -> None:
    for message in (data, b"A1" + struct.pack("<I", len(data)) + data):
        with contextlib.suppress(CodecError):
            decode(message)


@given(values, st.data())
@settings(max_examples=200, deadline=None)
def test_damaged_messages_raise_one_error_or_give_plain_data(
    value: object, data: st.DataObject
) -> None:
    message = bytearray(encode(value))
    for _ in range(data.draw(st.integers(1, 4))):
        position = data.draw(st.integers(0, len(message) - 1))
        message[position] = data.draw(st.integers(0, 255))
    with contextlib.suppress(CodecError):
        encode(decode(message))


@given(values, st.integers(0, 60), st.integers(1, 4))
@example(np.str_(""), 0, 1)
@settings(max_examples=150, deadline=None)
def test_what_is_sent_can_be_read(value: object, items: int, depth: int) -> None:
    limits = CodecLimits(items=items, depth=depth)
    try:
        message = encode(value, limits)
    except CodecError:
        return
    assert same(value, decode(message, limits))


def forged(tree: object, *buffers: bytes) -> bytes:
    """A message whose head is ours to choose."""
    head = msgpack.packb([tree, [len(buffer) for buffer in buffers]])
    return b"A1" + struct.pack("<I", len(head)) + head + b"".join(buffers)


ARRAY, SCALAR, RANDOM_STATE, GENERATOR = 5, 6, 7, 8
DICT, LIST, FLOATS = 2, 0, 15


@pytest.mark.parametrize(
    "message",
    [
        forged([ARRAY, "<f8", [2**39, 2**39]], b"12345678"),
        forged([ARRAY, "<f8", [2**20]], b"12345678"),
        forged([ARRAY, "<f8", [-1]], b""),
        forged([ARRAY, "<f8", [True]], b"12345678"),
        forged([ARRAY, "|O", [1]], b"12345678"),
        forged([ARRAY, "|V8", [1]], b"12345678"),
        forged([ARRAY, "<f16", [1]], bytes(16)),
        forged([ARRAY, "<M8[x]", [1]], bytes(8)),
        forged([ARRAY, "<U1", [1]], b"\xff\xff\xff\xff"),
        forged([ARRAY, "<U0", [2**39]], b""),
        forged([ARRAY, "<f8", [1] * 64], b"12345678"),
        forged([LIST, [ARRAY, "<f8", [1]], [ARRAY, "<f8", [1]]], b"12345678"),
        forged([LIST], b"12345678"),
        forged([FLOATS, 9], b"12345678"),
        forged([FLOATS, LIST], b"1234567"),
        forged([DICT, [LIST], 1]),
        forged([DICT, 1]),
        forged([99]),
        forged([]),
        forged({"a": 1}),
        forged(msgpack.ExtType(5, b"x")),
        forged(msgpack.Timestamp(1, 1)),
        forged([SCALAR, "<f8", "12345678"]),
        forged([RANDOM_STATE, [DICT, "bit_generator", "os.system"]]),
        b"A1" + struct.pack("<I", 60) + b"\x91" * 60,
        b"A1\xff\xff\xff\xff",
        b"",
    ],
)
def test_hostile_messages_are_refused(message: bytes) -> None:
    with pytest.raises(CodecError):
        decode(message)


@pytest.mark.parametrize("position", [-1, 625, 10**6, 2**40, True, 1.0])
def test_a_random_state_cannot_point_outside_its_words(position: object) -> None:
    state = np.random.RandomState(1).get_state(legacy=False)
    state["state"]["pos"] = position
    plain = decode(encode(state))
    head_only = encode(plain)
    tree, sizes = msgpack.unpackb(head_only[6 : 6 + struct.unpack_from("<I", head_only, 2)[0]])
    buffer = head_only[len(head_only) - sum(sizes) :]
    for tag in (RANDOM_STATE, GENERATOR):
        with pytest.raises(CodecError):
            decode(forged([tag, tree], buffer))


def test_colliding_keys_are_refused_quickly() -> None:
    modulus = 2**61 - 1
    tree = [DICT]
    for n in range(5000):
        tree += [[4, (n * modulus).to_bytes(16, "little")], None]
    with pytest.raises(CodecError):
        decode(forged(tree))


def test_many_odd_keys_are_refused_when_sent() -> None:
    with pytest.raises(CodecError, match="return arrays"):
        encode({(n, 0.5): n for n in range(5000)})
    assert len(decode(encode({n: n for n in range(5000)}))) == 5000


def test_hostile_bytes_do_not_allocate_beyond_the_limit() -> None:
    limits = CodecLimits(total_bytes=2**21, head_bytes=2**18, items=10**6)
    messages = [
        b"A1" + struct.pack("<I", 2**18) + b"\xdd" + struct.pack(">I", 2**18 - 5) + b"\x90" * 2**18,
        forged([LIST, *[[LIST]] * 2**17]),
        forged([ARRAY, "<f8", [2**39]], bytes(2**20)),
        forged([LIST, *[[ARRAY, "<U0", [10**5]]] * 100], *[b""] * 100),
        b"A1" + struct.pack("<I", 10) + b"\xdf\xff\xff\xff\xff" + bytes(5),
        b"A1" + struct.pack("<I", 10) + b"\xc6\xff\xff\xff\xff" + bytes(5),
    ]
    for message in messages:
        tracemalloc.start()
        with contextlib.suppress(CodecError):
            decode(message, limits)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < 40 * 2**20


def test_too_much_is_refused_by_both_sides() -> None:
    small = CodecLimits(total_bytes=1000, head_bytes=500, items=50, depth=5)
    deep: list = []
    for _ in range(10):
        deep = [deep]
    for value in (np.zeros(1000), [None] * 100, deep, "x" * 2000, [1.5] * 60):
        with pytest.raises(CodecError):
            encode(value, small)
        with pytest.raises(CodecError):
            decode(encode(value), small)
    endless: list = []
    endless.append(endless)
    with pytest.raises(CodecError):
        encode(endless)
    with pytest.raises(CodecError):
        encode(1 << 10**6)


class Loud(float):
    """A float with behaviour."""

    __eq__ = __hash__ = None


class Deaf(Mapping):
    """A mapping that cannot be read."""

    __len__ = __iter__ = __getitem__ = None


Pair = namedtuple("Pair", "left right")


class Thing(np.ndarray):
    """A class of arrays that only one side knows."""


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (MappingProxyType({"a": Pair(1, 2)}), {"a": Pair(1, 2)}),
        (Loud(1.5), 1.5),
        (np.longdouble(0.1), np.float64(0.1)),
    ],
)
def test_what_equals_plain_data_crosses_as_that(value: object, plain: object) -> None:
    crossed = decode(encode([value]))[0]
    assert repr(crossed) == repr(plain)


@pytest.mark.parametrize(
    ("value", "advice"),
    [
        (np.zeros(2).view(Thing), "asarray"),
        (np.zeros(1, dtype="V8"), "booleans, numbers or strings"),
        ((n for n in [1]), "list"),
        (range(10**12), "more than 10,000,000 numbers"),
        (lambda x: x, "calling it"),
        (object(), "numbers, strings"),
        (Deaf(), "Deaf, which cannot be read"),
    ],
)
def test_what_cannot_cross_says_what_to_return(value: object, advice: str) -> None:
    with pytest.raises(CodecError, match=advice):
        encode({"result": [value]})


@pytest.mark.parametrize("make", [np.random.MT19937, np.random.PCG64, np.random.PCG64DXSM,
                                  np.random.Philox, np.random.SFC64])  # fmt: skip
def test_generators_go_on_where_they_were(make: type) -> None:
    rng = np.random.Generator(make(3))
    rng.integers(10, dtype=np.int32)
    back = decode(encode(rng))
    assert (
        rng.integers(10**6, size=9, dtype=np.int32).tolist()
        == back.integers(10**6, size=9, dtype=np.int32).tolist()
    )
    assert rng.normal(size=3).tolist() == back.normal(size=3).tolist()


def test_random_state_keeps_the_second_normal_number() -> None:
    rng = np.random.RandomState(5)
    rng.randn()
    back = decode(encode([rng]))[0]
    assert type(back) is np.random.RandomState
    assert rng.randn(5).tolist() == back.randn(5).tolist()


@given(seed=st.integers(0, 2**32 - 1), normals=st.integers(0, 5), words=st.integers(0, 1300))
def test_a_generator_goes_on_as_the_one_whose_state_it_takes(
    seed: int, normals: int, words: int
) -> None:
    rng = np.random.RandomState(seed)
    rng.bytes(4 * words)
    rng.randn(normals)
    state = rng.get_state()
    expected = [*rng.randn(3), *rng.random_sample(2)]
    rng.set_state(state)
    other = np.random.RandomState(1)
    other.randn()  # half of a pair waits here
    assert write_back(other, rng)
    assert [*other.randn(3), *other.random_sample(2)] == expected
    before = np.random.get_state()
    try:
        np.random.randn()
        set_global_state(legacy_state(state))
        assert [*np.random.randn(3), *np.random.random_sample(2)] == expected
    finally:
        np.random.set_state(before)


@pytest.mark.parametrize(
    "state",
    [
        None,
        ("MT19937", bytes(2496), 0, 0, 0.0),  # draws without end
        ("MT19937", b"x" * 2495, 0, 0, 0.0),
        ("MT19937", b"x" * 2496, 625, 0, 0.0),
        ("MT19937", b"x" * 2496, -1, 0, 0.0),
        ("MT19937", b"x" * 2496, True, 0, 0.0),
        ("MT19937", b"x" * 2496, 0, 1, float("nan")),
        ("MT19937", b"x" * 2496, 0, 1, 1e9),
        ("PCG64", b"x" * 2496, 0, 0, 0.0),
        ("MT19937", np.ones(623, "u4"), 0, 0, 0.0),
        ["MT19937", b"x" * 2496, 0, 0, 0.0],
    ],
)
def test_what_is_no_state_of_the_global_generator_is_not_taken_for_one(state: object) -> None:
    assert legacy_state(state) is None


def test_references_and_slices() -> None:
    value = [FunctionRef("relu"), CallbackRef(2), slice(1, None, -2)]
    assert decode(encode(value)) == value
    named = encode([len], refer=lambda f: FunctionRef(f.__name__))
    assert decode(named) == [FunctionRef("len")]


def test_odd_booleans_become_booleans() -> None:
    array = decode(forged([ARRAY, "|b1", [3]], b"\x00\x01\x02"))
    assert array.view("u1").tolist() == [0, 1, 1]


def test_write_back_keeps_identities() -> None:
    inner = np.zeros(2)
    original = {"W": inner, "n": [1, 2]}
    numbers = original["n"]
    assert write_back(original, {"W": np.ones(2), "n": [3], "new": 1})
    assert original == {"W": inner, "n": [3], "new": 1}
    assert original["n"] is numbers
    assert inner.tolist() == [1, 1]
    rng, other = np.random.RandomState(1), np.random.RandomState(2)
    assert write_back(rng, other)
    assert rng.rand() == np.random.RandomState(2).rand()
    assert not write_back(np.zeros(2), np.zeros(3))
    pair = (np.zeros(1),)
    assert write_back(pair, (np.ones(1),))
    assert pair[0][0] == 1


@pytest.mark.parametrize(
    "state",
    [
        None,
        (b"", None),
        (bytes(2500), None),
        (b"\1" * 2500, None),
        (b"\1" * 2496 + bytes(4), 21.0),
        (b"\1" * 2496 + bytes(4), "0"),
        (b"\1" * 2496 + bytes(4), None, 1),
    ],
)
def test_states_of_pythons_generator_are_checked(state: Any) -> None:
    before = python_state()
    assert checked_python_state(before) == before
    assert checked_python_state((b"\1" * 2496 + bytes(4), 0.5)) is not None
    assert checked_python_state(state) is None
