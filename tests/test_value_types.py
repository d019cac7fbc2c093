"""Values of usual types that cross as themselves, and what hostile bytes can make of them."""

from __future__ import annotations

import io
import struct
import sys
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

import msgpack
import numpy as np
import pytest
from numpy.polynomial import Chebyshev, Polynomial
from PIL import Image
from scipy.sparse import coo_array, csr_matrix

from autograder.guest.codec import (
    CodecError,
    decode,
    encode,
    use_course_types,
    value_types,
    write_back,
)
from autograder.guest.codec.common import DICT, LIST, RECORD, SET, TUPLE, VALUE
from autograder.guest.codec.value_types import of_name

Pair = namedtuple("Pair", "left right")


class Loud(float):
    """A number of a class that a course defines."""


def forged(tree: object) -> bytes:
    """Return a message with a head that nobody checked."""
    head = msgpack.packb([tree, []])
    return b"A1" + struct.pack("<I", len(head)) + head


VALUES = (
    *({1, 2, 3}, {(1, 2), 0.5}, frozenset(["ab"]), range(9, 3, -2), {"a": 1}.keys()),
    *(OrderedDict(b=1, a=2), Counter("hello"), defaultdict(list, a=[1]), deque([1, 2], 5)),
    *(Pair(1, 2), Fraction(1, 3), Decimal("1.50"), Decimal("-Infinity"), 3 + 4j, bytearray(b"x")),
    *(date(2024, 2, 29), time(3, 4, fold=1), timedelta(1, 2, 3), timezone(timedelta(hours=2))),
    datetime(2024, 1, 1, 12, tzinfo=timezone.utc),  # noqa: UP017
    datetime(2024, 7, 1, tzinfo=ZoneInfo("Europe/Berlin")),
    *(UUID(int=7), Path("a/b"), ..., int, np.float32, ValueError("bad", 3), np.dtype("f4")),
    *(np.datetime64("2024-01-31"), np.arange(3).astype("m8[s]"), np.array([b"ab", b"c"])),
    np.array([("a", [1, 2])], dtype=[("name", "U3"), ("pair", "i4", (2,))]),
    np.array([("a", 1)], dtype=[("name", "U3"), ("age", "i4")])[0],
    np.array([(1.5,)], dtype=[("x", "f8")]).view(np.recarray),
    np.array([1, "a", None, {2}], dtype=object).reshape(2, 2),
    *(np.ma.masked_less([1, -1, 3], 0), np.ma.masked, np.matrix([[1, 2]])),
    np.arange(3.0).view(np.memmap),
    *(np.poly1d([1, 2, 3]), Polynomial([1, 2]), Chebyshev([1, 2], [0, 2])),
    csr_matrix(np.eye(3)),
    *((coo_array(np.eye(2)), {"nested": [{"deep": ({1}, {2: Fraction(1, 2)})}]})),
)


@pytest.mark.parametrize("value", VALUES, ids=lambda v: type(v).__name__)
def test_values_of_usual_types_cross_as_themselves(value: object) -> None:
    crossed = decode(encode([value]))[0]
    assert repr(crossed) == repr(value)
    assert type(crossed).__name__ == type(value).__name__
    if isinstance(value, np.ndarray | csr_matrix | coo_array):
        assert crossed.dtype == value.dtype
        assert crossed.shape == value.shape


def test_a_missing_key_of_a_default_dictionary_gets_what_its_factory_makes() -> None:
    crossed = decode(encode(defaultdict(lambda: [7], a=1)))
    assert crossed["z"] == [7]
    assert crossed["y"] is not crossed["z"]


def test_texts_and_streams_cross_with_their_position() -> None:
    stream = io.StringIO("one\ntwo\n")
    stream.readline()
    assert decode(encode(stream)).readline() == "two\n"


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("range", [TUPLE, 0, 10**12, 1]),
        ("bytearray", 10**12),
        ("numpy.objects", [TUPLE, [TUPLE, 2**40, 0], [LIST]]),
        ("Decimal", [TUPLE, 0, [TUPLE, 1], 10**9]),
        ("Fraction", [TUPLE, 1, 0]),
        ("ZoneInfo", "../../etc/passwd"),
        ("type", "eval"),
        ("ValueError", [TUPLE, "SystemExit", [TUPLE]]),
        ("ValueError", [TUPLE, "type", [TUPLE, 1]]),
        ("defaultdict", [TUPLE, [DICT], "eval", None]),
        ("numpy.matrix", "1 2; 3 4"),
        ("numpy.poly1d", [TUPLE, "12", "x"]),
        ("numpy.dtype", 5),
        ("scipy.csr_matrix", [TUPLE, [TUPLE, 10**12, 10**12], 1, [TUPLE]]),
        ("os.system", "true"),
        ("posix:system", "true"),
        (5, None),
        ("pandas.os", None),
    ],
)
def test_hostile_values_are_refused(name: object, plain: object) -> None:
    with pytest.raises(CodecError):
        decode(forged([VALUE, name, plain]))


def test_a_tensor_is_an_array_where_nothing_has_imported_its_library(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delitem(sys.modules, "torch", raising=False)
    monkeypatch.setattr(value_types, "_BY_NAME", {})
    made = value_types.of_name("torch.Tensor").from_plain((np.ones(2), True))
    assert made.tolist() == [1, 1]
    assert "torch" not in sys.modules
    with pytest.raises(CodecError):
        value_types.of_name("torch.Tensor").from_plain((5, True))


@pytest.mark.parametrize(
    "tree",
    [
        [RECORD, "P", ["x", "y"], [TUPLE, 1]],
        [RECORD, "P", ["x", "import os"], [TUPLE, 1, 2]],
        [RECORD, "P", ["x", "x"], [TUPLE, 1, 2]],
        [RECORD, "P);import os", ["x"], [TUPLE, 1]],
        [RECORD, "P", ["_x"], [TUPLE, 1]],
        [SET, [TUPLE, 1]],
        [SET, [LIST, [LIST]]],
        [SET, [LIST, *[float(n) for n in range(5000)]]],
    ],
)
def test_hostile_sets_and_records_are_refused(tree: object) -> None:
    with pytest.raises(CodecError):
        decode(forged(tree))


def test_a_course_registers_types_of_its_own() -> None:
    use_course_types({f"{__name__}:Loud": (f"{__name__}:loudness", f"{__name__}:Loud")})
    try:
        crossed = decode(encode([Loud(1.5)]))[0]
        assert type(crossed) is Loud
        assert crossed == 1.5
        with pytest.raises(CodecError):
            decode(forged([VALUE, f"{__name__}:Loud", "loud"]))
    finally:
        use_course_types({})
    assert type(decode(encode([Loud(1.5)]))[0]) is float


def loudness(loud: float) -> float:
    """Return plain data in place of a `Loud`."""
    return float(loud)


@pytest.mark.parametrize(
    ("original", "changed"),
    [
        ({1, 2}, {2, 3}),
        (deque([1]), deque([1, 2])),
        (bytearray(b"a"), bytearray(b"abc")),
        (OrderedDict(a=1), OrderedDict(a=2, b=3)),
    ],
)
def test_what_a_call_changed_is_written_back(original: object, changed: object) -> None:
    kept = original
    assert write_back(original, changed)
    assert kept == changed


def test_tables_cross_with_labels_and_kinds() -> None:
    pd = pytest.importorskip("pandas")
    table = pd.DataFrame(
        {
            "number": [1.5, None, 3.0],
            "text": ["a", None, "c"],
            "kind": pd.Categorical(["x", "y", "x"]),
            "day": pd.date_range("2024-01-31", periods=3, freq="MS", tz="Europe/Berlin"),
            "maybe": pd.array([1, None, 3], dtype="Int64"),
            "thing": [1, "a", (2, 3)],
        },
        index=pd.Index([3, 5, 9], name="row"),
    )
    pd.testing.assert_frame_equal(decode(encode(table)), table)
    grouped = table.groupby(["kind", "number"], observed=True)["number"].mean()
    pd.testing.assert_series_equal(decode(encode(grouped)), grouped)
    monthly = pd.Series([1, 2], pd.date_range("2024-01-01", periods=2, freq="MS")).cumsum()
    pd.testing.assert_series_equal(decode(encode(monthly)), monthly, check_freq=True)
    for value in (pd.Timestamp("2024-01-01", tz="UTC"), pd.Timedelta("1h"), pd.NaT, pd.NA):
        assert repr(decode(encode([value]))) == repr([value])
    changed = table.drop(columns="thing")
    assert write_back(table, changed)
    pd.testing.assert_frame_equal(table, changed)


def test_arrays_periods_and_intervals_of_pandas_cross_as_themselves() -> None:
    pd = pytest.importorskip("pandas")
    days, cut = pd.Series(pd.to_datetime(["2024-01-31", None])), pd.cut([1, 2, 3], 2)
    months = days.dt.to_period("M")
    for value in (
        *(pd.Series(["a", None, "a"]).unique(), pd.Series(["a"]).values, cut, cut.categories),
        *(days.unique(), days.dt.tz_localize("Europe/Oslo").array, months.array, months),
        *(days.diff().unique(), pd.Series([1, 2]).array, pd.array([1, None]), pd.array([0.5])),
        *(pd.array([True]), pd.Period("2024Q1"), pd.Interval(0, 1.5, "both"), cut.categories.array),
        *(pd.Series([1, 2], cut.categories), pd.Series([1, 2], pd.PeriodIndex(months))),
    ):
        crossed = decode(encode([value]))[0]
        assert type(crossed) is type(value)
        assert repr(crossed) == repr(value)
        assert getattr(crossed, "dtype", None) == getattr(value, "dtype", None)


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("pandas.RangeIndex", [TUPLE, "range", [TUPLE, 0, 10**12, 1], None]),
        ("pandas.Series", [TUPLE, [TUPLE, "array", [LIST, 1]], None, None]),
        ("pandas.Series", [TUPLE, [TUPLE, "text", "object", [LIST]], None, None]),
        ("pandas.DataFrame", [TUPLE, None, None, [LIST]]),
        (
            "pandas.PeriodIndex",
            [TUPLE, "plain", [TUPLE, "period", [LIST, 1], "M" * 99], None, None],
        ),
        ("pandas.Interval", [TUPLE, 2, 1, "both"]),
        ("pandas.StringArray", [TUPLE, "text", "object", [LIST]]),
        ("pandas.NumpyExtensionArray", [LIST, 1]),
        ("pandas.RangeIndex", [TUPLE, "range", [TUPLE, 0, 1, 1], [LIST]]),
    ],
)
def test_hostile_tables_are_refused(name: str, plain: object) -> None:
    pytest.importorskip("pandas")
    with pytest.raises(CodecError):
        decode(forged([VALUE, name, plain]))


def test_no_live_object_stands_for_labels_of_a_table() -> None:
    pd = pytest.importorskip("pandas")

    class Live:
        __class__ = pd.Index  # type: ignore[assignment]

        def __getattr__(self, name: str) -> object:
            raise AssertionError("nothing is asked of it")

        __hash__ = __len__ = __iter__ = __getattr__  # type: ignore[assignment]

    column = ("array", np.arange(2))
    for name, parts in (
        ("pandas.Series", (column, Live(), None)),
        ("pandas.Series", (column, pd.RangeIndex(2), Live())),
        ("pandas.DataFrame", (Live(), pd.Index(["a"]), [column])),
        ("pandas.DataFrame", (pd.RangeIndex(2), Live(), [column])),
        ("pandas.MultiIndex", ("multi", [Live()], [np.arange(1)], [None])),
        ("pandas.Index", ("plain", column, (1, Live()), None)),
        ("pandas.Interval", (Live(), 1, "both")),
    ):
        with pytest.raises(CodecError):
            of_name(name).from_plain(parts)


def test_no_time_zone_is_read_from_a_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pandas")
    (tmp_path / "zone").write_bytes(b"TZif")
    opened: list[str] = []
    monkeypatch.setattr("builtins.open", lambda name, *_, **__: opened.append(str(name)))
    hour = np.datetime64("2024-01-01T00", "s")
    zone = f"dateutil/{tmp_path / 'zone'}"
    for name, parts in (
        ("pandas.Timestamp", (hour, zone)),
        ("pandas.Series", (("zoned", np.array([hour]), zone), None, None)),
    ):
        with pytest.raises(CodecError, match="IANA"):
            of_name(name).from_plain(parts)
    assert not opened


def test_pictures_cross_with_their_mode_and_pixels() -> None:
    for mode in ("1", "L", "RGB", "RGBA", "F"):
        picture = Image.new(mode, (5, 3))
        assert decode(encode(picture)) == picture


@pytest.mark.parametrize(
    "plain",
    [
        ("RGB", (10**9, 10**9), b""),
        ("RGB", (2, 2), b"too few"),
        ("RGB", (2, -2), b""),
        ("RGB", (2.0, 2), bytes(12)),
        ("BGR;16", (2, 2), bytes(12)),
        ("L", (2, 2), "text"),
    ],
)
def test_hostile_pictures_are_refused(plain: object) -> None:
    with pytest.raises((CodecError, ValueError, TypeError)):
        of_name("PIL.Image").from_plain(plain)
