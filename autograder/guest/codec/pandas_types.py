"""Types of pandas that cross: tables, columns and labels of plain values."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from .common import CodecError
from .value_types import of_type, register

_RANGE = 10_000_000
_LONGEST_FREQUENCY = 50
_ARRAYS = (
    *("ArrowStringArray", "BooleanArray", "Categorical", "DatetimeArray", "FloatingArray"),
    *("IntegerArray", "IntervalArray", "PeriodArray", "StringArray", "TimedeltaArray"),
)
"""Arrays that `unique` and `values` give."""
_ATOMS = (str, bytes, int, float, complex, type(None), np.generic)


def _label(name: Any) -> Any:
    """Return a name of rows or columns; pandas asks it for its hash, so it must be plain."""
    if type(name) is tuple:
        return tuple(map(_label, name))
    if not issubclass(type(name), _ATOMS) and of_type(type(name)) is None:
        raise CodecError("it has a name that is neither a text nor a number")
    return name


def _labels(index: Any) -> Any:
    # The type is asked: a live object may say that it is an index.
    if not issubclass(type(index), pd.Index):
        raise CodecError("a malformed index")
    return index


def _zone(name: Any) -> str:
    """Return a zone's name; pandas takes one that begins with dateutil/ for any file's path."""
    if type(name) is not str or name.startswith("dateutil/"):
        raise CodecError("it has a time zone that is no IANA zone")
    return name


def _sent_values(column: Any) -> Any:
    """Return the values of a column or an index as a tuple whose first part says what they are."""
    dtype = column.dtype
    values = column if isinstance(column, pd.api.extensions.ExtensionArray) else column.array
    if isinstance(dtype, np.dtype):
        return "array", column.to_numpy()
    if isinstance(dtype, pd.StringDtype):
        return "text", str(dtype), [None if pd.isna(x) else x for x in values]
    if isinstance(dtype, pd.CategoricalDtype):
        return "category", np.asarray(values.codes), dtype.categories, bool(dtype.ordered)
    if isinstance(dtype, pd.DatetimeTZDtype):
        return "zoned", values.to_numpy(f"M8[{dtype.unit}]"), _zone(str(dtype.tz))
    if isinstance(dtype, pd.PeriodDtype):
        return "period", values.asi8, values.freqstr
    if isinstance(dtype, pd.IntervalDtype):
        return "interval", values.left, values.right, dtype.closed
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
        return pd.Categorical.from_codes(codes, _labels(categories), bool(ordered))
    if kind == "zoned":
        array, zone = rest
        return pd.DatetimeIndex(array).tz_localize("UTC").tz_convert(_zone(zone)).array
    if kind == "period":
        ordinals, frequency = rest
        return pd.PeriodIndex.from_ordinals(ordinals, freq=_frequency(frequency)).array
    if kind == "interval":
        left, right, closed = rest
        return pd.arrays.IntervalArray.from_arrays(_labels(left), _labels(right), closed)
    if kind == "nullable":
        array, mask, _ = rest
        number = array.dtype.kind
        make = {"b": pd.arrays.BooleanArray, "f": pd.arrays.FloatingArray}
        return make.get(number, pd.arrays.IntegerArray)(array, mask)
    raise CodecError("a malformed column")


def _frequency(name: Any) -> str:
    if type(name) is not str or len(name) > _LONGEST_FREQUENCY:
        raise CodecError("a malformed frequency")
    return name


def _array(parts: Any) -> Any:
    made = _values(parts)
    return pd.array(made, dtype=made.dtype) if type(made) is np.ndarray else made


def _sent_index(index: Any) -> Any:
    if type(index) is pd.RangeIndex:
        return "range", (index.start, index.stop, index.step), _label(index.name)
    if type(index) is pd.MultiIndex:
        return (
            "multi",
            list(index.levels),
            [np.asarray(c) for c in index.codes],
            list(map(_label, index.names)),
        )
    frequency = getattr(index, "freqstr", None) if type(index) is not pd.PeriodIndex else None
    return "plain", _sent_values(index), _label(index.name), frequency


def _index(parts: Any) -> Any:
    kind, values, third, *rest = parts
    if kind == "range":
        made = range(*values)
        if len(made) > _RANGE:
            raise CodecError("an index of too many rows")
        return pd.RangeIndex(made, name=_label(third))
    if kind == "multi":
        return pd.MultiIndex([*map(_labels, values)], third, names=[*map(_label, rest[0])])
    array = _values(values)
    made = pd.Index(array, name=_label(third), dtype=None if values[0] != "array" else array.dtype)
    if rest[0] is not None:
        made.freq = _frequency(rest[0])
    return made


def _sent_series(series: Any) -> Any:
    return _sent_values(series), series.index, _label(series.name)


def _series(parts: Any) -> Any:
    values, index, name = parts
    array = _values(values)
    return pd.Series(array, _labels(index), name=_label(name), dtype=array.dtype, copy=False)


def _sent_frame(frame: Any) -> Any:
    columns = [_sent_values(frame.iloc[:, i]) for i in range(frame.shape[1])]
    return frame.index, frame.columns, columns


def _frame(parts: Any) -> Any:
    index, labels, columns = parts
    series = {}
    for number, column in enumerate(columns):
        array = _values(column)
        series[number] = pd.Series(array, _labels(index), dtype=array.dtype, copy=False)
    made = pd.DataFrame(series, index=_labels(index))
    made.columns = _labels(labels)
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
    pd.PeriodIndex,
    pd.IntervalIndex,
):
    register(_kind, f"pandas.{_kind.__name__}", _sent_index, _index)
for _kind in (getattr(pd.arrays, name) for name in _ARRAYS if hasattr(pd.arrays, name)):
    register(_kind, f"pandas.{_kind.__name__}", _sent_values, _array)
register(
    pd.arrays.NumpyExtensionArray,
    "pandas.NumpyExtensionArray",
    lambda a: a.to_numpy(),
    lambda array: pd.arrays.NumpyExtensionArray(_values(("array", array))),
)
register(pd.Timestamp, "pandas.Timestamp", _sent_moment, _moment)
register(
    pd.Period,
    "pandas.Period",
    lambda p: (p.ordinal, p.freqstr),
    lambda parts: pd.Period(ordinal=parts[0], freq=_frequency(parts[1])),
)
register(
    pd.Interval,
    "pandas.Interval",
    lambda i: (i.left, i.right, i.closed),
    lambda parts: pd.Interval(*map(_label, parts)),
)
register(pd.Timedelta, "pandas.Timedelta", lambda d: d.to_numpy(), pd.Timedelta)
register(type(pd.NaT), "pandas.NaT", lambda _: None, lambda _: pd.NaT)
register(type(pd.NA), "pandas.NA", lambda _: None, lambda _: pd.NA)
