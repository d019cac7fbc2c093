"""Types of pandas that cross: tables, columns and labels of plain values."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from .common import CodecError
from .value_types import register

_RANGE = 10_000_000


def _zone(name: Any) -> str:
    """Return a zone's name; pandas takes one that begins with dateutil/ for any file's path."""
    if type(name) is not str or name.startswith("dateutil/"):
        raise CodecError("it has a time zone that is no IANA zone")
    return name


def _sent_values(column: Any) -> Any:
    """Return the values of a column or an index as a tuple whose first part says what they are."""
    dtype, values = column.dtype, column.array
    if isinstance(dtype, np.dtype):
        return "array", column.to_numpy()
    if isinstance(dtype, pd.StringDtype):
        return "text", str(dtype), [None if pd.isna(x) else x for x in values]
    if isinstance(dtype, pd.CategoricalDtype):
        return "category", np.asarray(values.codes), dtype.categories, bool(dtype.ordered)
    if isinstance(dtype, pd.DatetimeTZDtype):
        return "zoned", values.to_numpy(f"M8[{dtype.unit}]"), _zone(str(dtype.tz))
    if dtype.name in ("boolean", "Float32", "Float64") or dtype.name.lower().startswith(
        ("int", "uint")
    ):
        mask = np.asarray(values.isna())
        return "nullable", values.to_numpy(dtype.numpy_dtype, na_value=0), mask, dtype.name
    raise CodecError(f"it has a column of dtype {dtype}; convert it with .astype(...)")


def _values(parts: Any) -> Any:
    kind, *rest = parts
    if kind == "array":
        (array,) = rest
        if type(array) is not np.ndarray or array.ndim != 1:
            raise CodecError("a malformed column")
        return array
    if kind == "text":
        dtype, texts = rest
        if dtype not in ("str", "string"):
            raise CodecError("a malformed column")
        return pd.array(texts, dtype=dtype)
    if kind == "category":
        codes, categories, ordered = rest
        return pd.Categorical.from_codes(codes, categories, bool(ordered))
    if kind == "zoned":
        array, zone = rest
        return pd.DatetimeIndex(array).tz_localize("UTC").tz_convert(_zone(zone)).array
    if kind == "nullable":
        array, mask, _ = rest
        number = array.dtype.kind
        make = {"b": pd.arrays.BooleanArray, "f": pd.arrays.FloatingArray}
        return make.get(number, pd.arrays.IntegerArray)(array, mask)
    raise CodecError("a malformed column")


def _sent_index(index: Any) -> Any:
    if type(index) is pd.RangeIndex:
        return "range", (index.start, index.stop, index.step), index.name
    if type(index) is pd.MultiIndex:
        return "multi", list(index.levels), [np.asarray(c) for c in index.codes], list(index.names)
    frequency = getattr(index, "freqstr", None) if type(index) is not pd.PeriodIndex else None
    return "plain", _sent_values(index), index.name, frequency


def _index(parts: Any) -> Any:
    kind, values, third, *rest = parts
    if kind == "range":
        made = range(*values)
        if len(made) > _RANGE:
            raise CodecError("an index of too many rows")
        return pd.RangeIndex(made, name=third)
    if kind == "multi":
        return pd.MultiIndex(values, third, names=rest[0])
    array = _values(values)
    made = pd.Index(array, name=third, dtype=None if values[0] != "array" else array.dtype)
    if rest[0] is not None:
        made.freq = str(rest[0])[:50]
    return made


def _sent_series(series: Any) -> Any:
    return _sent_values(series), series.index, series.name


def _series(parts: Any) -> Any:
    values, index, name = parts
    array = _values(values)
    return pd.Series(array, index, name=name, dtype=array.dtype, copy=False)


def _sent_frame(frame: Any) -> Any:
    columns = [_sent_values(frame.iloc[:, i]) for i in range(frame.shape[1])]
    return frame.index, frame.columns, columns


def _frame(parts: Any) -> Any:
    index, labels, columns = parts
    if not isinstance(index, pd.Index) or not isinstance(labels, pd.Index):
        raise CodecError("a malformed table")
    series = {}
    for number, column in enumerate(columns):
        array = _values(column)
        series[number] = pd.Series(array, index, dtype=array.dtype, copy=False)
    made = pd.DataFrame(series, index=index)
    made.columns = labels
    return made


def _sent_moment(value: Any) -> Any:
    return (
        value.to_numpy()
        if value.tz is None
        else (value.tz_convert("UTC").tz_localize(None).to_numpy(), _zone(str(value.tz)))
    )


def _moment(plain: Any) -> Any:
    if type(plain) is tuple:
        moment, zone = plain
        return pd.Timestamp(moment).tz_localize("UTC").tz_convert(_zone(zone))
    return pd.Timestamp(plain)


register(pd.DataFrame, "pandas.DataFrame", _sent_frame, _frame)
register(pd.Series, "pandas.Series", _sent_series, _series)
for _kind in (
    pd.Index,
    pd.RangeIndex,
    pd.MultiIndex,
    pd.DatetimeIndex,
    pd.TimedeltaIndex,
    pd.CategoricalIndex,
):
    register(_kind, f"pandas.{_kind.__name__}", _sent_index, _index)
register(pd.Timestamp, "pandas.Timestamp", _sent_moment, _moment)
register(pd.Timedelta, "pandas.Timedelta", lambda d: d.to_numpy(), pd.Timedelta)
register(type(pd.NaT), "pandas.NaT", lambda _: None, lambda _: pd.NaT)
register(type(pd.NA), "pandas.NA", lambda _: None, lambda _: pd.NA)
