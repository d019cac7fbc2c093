"""Types of the standard library that cross."""

from __future__ import annotations

import builtins
import copy
import datetime
import io
import pathlib
import uuid
import zoneinfo
from collections import Counter, OrderedDict, defaultdict, deque
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np

from .common import CodecError
from .value_types import register

_RANGE = 10_000_000  # elements, in case somebody takes the whole
_EXPONENT = 10_000  # of a Decimal, which int() would write out
_ZONE = 100


def _range(parts: Any) -> range:
    made = range(*parts)
    if len(made) > _RANGE:
        raise CodecError("a range of too many numbers")
    return made


def _sent_range(value: range) -> Any:
    if len(value) > _RANGE:
        raise CodecError(f"it is a range of more than {_RANGE:,} numbers")
    return value.start, value.stop, value.step


_FACTORIES: dict[str, Any] = {
    kind.__name__: kind for kind in (int, float, complex, str, bool, list, tuple, dict, set)
}


def _sent_defaultdict(value: defaultdict[Any, Any]) -> Any:
    """Return the contents, and what a missing key would get: the factory itself stays here."""
    factory = value.default_factory
    name = next((name for name, known in _FACTORIES.items() if known is factory), None)
    if factory is None or name is not None:
        return dict(value), name, None
    return dict(value), "", factory()


def _defaultdict(parts: Any) -> defaultdict[Any, Any]:
    contents, name, sample = parts
    if name is None:
        return defaultdict(None, contents)
    return defaultdict(_FACTORIES[name] if name else lambda: copy.deepcopy(sample), contents)


def _deque(parts: Any) -> deque[Any]:
    items, length = parts
    return deque(items, length)


def _bytearray(data: Any) -> bytearray:
    if type(data) is not bytes:  # a number would be so many bytes
        raise CodecError("a malformed array of bytes")
    return bytearray(data)


def _fraction(parts: Any) -> Fraction:
    numerator, denominator = parts
    if type(numerator) is not int or type(denominator) is not int:
        raise CodecError("a malformed fraction")
    return Fraction(numerator, denominator)


def _decimal(parts: Any) -> Decimal:
    sign, digits, exponent = parts
    if len(digits) > _EXPONENT:
        raise CodecError("a decimal number that is too long")
    made = Decimal((sign, digits, exponent))
    if type(exponent) is int and abs(made.adjusted()) + abs(exponent) > _EXPONENT:
        raise CodecError("a decimal number that is too long")
    return made


def _zone(zone: Any) -> Any:
    if zone is None:
        return None
    if type(zone) is zoneinfo.ZoneInfo and zone.key:
        return zone.key
    if type(zone) is datetime.timezone:
        return zone.utcoffset(None)
    return NotImplemented


def _from_zone(plain: Any) -> datetime.tzinfo | None:
    if plain is None:
        return None
    if type(plain) is str and len(plain) < _ZONE:
        return zoneinfo.ZoneInfo(plain)
    return datetime.timezone(plain)


def _sent_datetime(value: datetime.datetime) -> Any:
    zone = _zone(value.tzinfo)
    if zone is NotImplemented:
        return NotImplemented
    day = value.year, value.month, value.day
    return *day, value.hour, value.minute, value.second, value.microsecond, value.fold, zone


def _datetime(parts: Any) -> datetime.datetime:
    year, month, day, hour, minute, second, micro, fold, zone = parts
    moment = datetime.datetime(year, month, day, hour, minute, second, micro, fold=fold)
    return moment.replace(tzinfo=_from_zone(zone))


def _sent_time(value: datetime.time) -> Any:
    zone = _zone(value.tzinfo)
    if zone is NotImplemented:
        return NotImplemented
    return value.hour, value.minute, value.second, value.microsecond, value.fold, zone


def _time(parts: Any) -> datetime.time:
    hour, minute, second, micro, fold, zone = parts
    return datetime.time(hour, minute, second, micro, _from_zone(zone), fold=fold)


def _text_stream(parts: Any) -> io.StringIO:
    text, position = parts
    made = io.StringIO(text, newline="")
    made.seek(min(position, len(text)))
    return made


def _byte_stream(parts: Any) -> io.BytesIO:
    data, position = parts
    made = io.BytesIO(data)
    made.seek(min(position, len(data)))
    return made


_TYPES: dict[str, type] = {
    kind.__name__: kind
    for kind in (
        *(bool, int, float, complex, str, bytes, bytearray, list, tuple, dict, set, frozenset),
        *(range, slice, object, type(None), type(...), type, type(len), type(_range)),
        *(Counter, OrderedDict, defaultdict, deque, Fraction, Decimal, np.ndarray),
        *(datetime.date, datetime.datetime, datetime.time, datetime.timedelta),
        *(k for k in vars(builtins).values() if isinstance(k, type) and issubclass(k, Exception)),
    )
} | {
    f"numpy.{kind.__name__}": kind
    for kind in vars(np).values()
    if isinstance(kind, type) and issubclass(kind, np.generic)
}
_TYPE_NAMES = {kind: name for name, kind in reversed(_TYPES.items())}


def _sent_exception(value: BaseException) -> Any:
    return _TYPE_NAMES[type(value)], value.args


def _exception(parts: Any) -> BaseException:
    name, args = parts
    kind = _TYPES[name]
    if not issubclass(kind, Exception) or type(args) is not tuple:
        raise CodecError("a malformed exception")
    return kind(*args)


def _register_all() -> None:
    register(range, "range", _sent_range, _range)
    register(bytearray, "bytearray", bytes, _bytearray)
    register(type(...), "ellipsis", lambda _: None, lambda _: ...)
    register(type, "type", lambda t: _TYPE_NAMES.get(t, NotImplemented), _TYPES.__getitem__)
    register(OrderedDict, "OrderedDict", dict, OrderedDict)
    register(Counter, "Counter", dict, Counter)
    register(defaultdict, "defaultdict", _sent_defaultdict, _defaultdict)
    register(deque, "deque", lambda d: (list(d), d.maxlen), _deque)
    empty: dict[Any, Any] = {}
    register(type(empty.keys()), "keys", dict.fromkeys, lambda items: items.keys())
    register(type(empty.values()), "values", list, lambda items: dict(enumerate(items)).values())
    register(type(empty.items()), "items", dict, lambda items: items.items())
    register(Fraction, "Fraction", lambda f: (f.numerator, f.denominator), _fraction)
    register(Decimal, "Decimal", lambda d: tuple(d.as_tuple()), _decimal)
    register(uuid.UUID, "UUID", lambda u: u.int, lambda n: uuid.UUID(int=n))
    register(type(pathlib.Path()), "Path", str, pathlib.Path)
    register(pathlib.PurePosixPath, "PurePosixPath", str, pathlib.PurePosixPath)
    register(datetime.date, "date", lambda d: (d.year, d.month, d.day), lambda p: datetime.date(*p))
    parts = lambda d: (d.days, d.seconds, d.microseconds)  # noqa: E731
    register(datetime.timedelta, "timedelta", parts, lambda p: datetime.timedelta(*p))
    register(datetime.datetime, "datetime", _sent_datetime, _datetime)
    register(datetime.time, "time", _sent_time, _time)
    register(datetime.timezone, "timezone", _zone, _from_zone)
    register(zoneinfo.ZoneInfo, "ZoneInfo", _zone, _from_zone)
    register(io.StringIO, "StringIO", lambda s: (s.getvalue(), s.tell()), _text_stream)
    register(io.BytesIO, "BytesIO", lambda s: (s.getvalue(), s.tell()), _byte_stream)
    for kind in _TYPE_NAMES:
        if issubclass(kind, Exception):
            register(kind, kind.__name__, _sent_exception, _exception)


_register_all()
