"""Types of NumPy that cross, beside plain arrays and scalars."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.polynomial import (
    Chebyshev,
    Hermite,
    HermiteE,
    Laguerre,
    Legendre,
    Polynomial,
)

from .common import DEFAULT, CodecError, empty_parts, is_name
from .value_types import register

_FIELDS = 1000


def _sent_fields(value: np.ndarray) -> Any:
    if value.dtype.names is None:
        return NotImplemented
    return value.shape, {name: np.array(value[name]) for name in value.dtype.names}


def _with_fields(parts: Any) -> np.ndarray:
    shape, fields = parts
    if type(shape) is not tuple or type(fields) is not dict or not 0 < len(fields) < _FIELDS:
        raise CodecError("a malformed structured array")
    dtype = []
    for name, column in fields.items():
        if type(column) is not np.ndarray or column.shape[: len(shape)] != shape:
            raise CodecError("a structured array whose fields do not fit")
        dtype.append((name, column.dtype, column.shape[len(shape) :]))
    made = np.empty(shape, dtype)
    for name, column in fields.items():
        made[name] = column
    return made


def _sent_objects(value: np.ndarray) -> Any:
    _refuse_hollow(value.shape)
    return value.shape, value.ravel().tolist()


def _objects(parts: Any) -> np.ndarray:
    shape, items = parts
    if type(shape) is not tuple or type(items) is not list:
        raise CodecError("a malformed array of objects")
    _refuse_hollow(shape)
    made = np.empty(len(items), object)
    for position, item in enumerate(items):
        made[position] = item
    return made.reshape(shape)


def _refuse_hollow(shape: tuple[int, ...]) -> None:
    """Refuse an array without elements that falls into too many parts when it is taken apart."""
    if empty_parts(shape) > DEFAULT.items:
        raise CodecError(f"it has more than {DEFAULT.items:,} elements")


def _sent_masked(value: np.ma.MaskedArray[Any, Any]) -> Any:
    return value.data, np.ma.getmaskarray(value), value.fill_value


def _masked(parts: Any) -> Any:
    data, mask, fill = parts
    if not (type(data) is np.ndarray and type(mask) is np.ndarray and mask.dtype == bool):
        raise CodecError("a malformed masked array")
    if data.shape != mask.shape:
        raise CodecError("a mask that does not fit")
    return np.ma.MaskedArray(data, mask, fill_value=fill)


def _array(value: Any) -> np.ndarray:
    """Refuse what constructors would take for something else: texts, say, which they parse."""
    if type(value) is not np.ndarray:
        raise CodecError("a malformed value of NumPy's")
    return value


def _poly1d(parts: Any) -> np.poly1d:
    coefficients, variable = parts
    if not is_name(variable):
        raise CodecError("a malformed polynomial")
    return np.poly1d(_array(coefficients), variable=variable)


def _sent_polynomial(value: Any) -> Any:
    return value.coef, value.domain, value.window, value.symbol


def _register_all() -> None:
    def record_array(parts: Any) -> Any:
        return _with_fields(parts).view(np.recarray)

    def record(parts: Any) -> Any:
        return _with_fields(parts)[()]

    register(np.recarray, "numpy.recarray", _sent_fields, record_array)
    register(np.void, "numpy.void", lambda v: _sent_fields(np.asarray(v)), record)
    register(np.matrix, "numpy.matrix", np.asarray, lambda a: _array(a).view(np.matrix))
    register(np.memmap, "numpy.memmap", np.asarray, lambda a: _array(a).view(np.memmap))
    register(np.ma.MaskedArray, "numpy.masked", _sent_masked, _masked)
    register(type(np.ma.masked), "numpy.nothing", lambda _: None, lambda _: np.ma.masked)
    register(np.poly1d, "numpy.poly1d", lambda p: (p.coeffs, p.variable), _poly1d)
    register(np.dtype, "numpy.dtype", lambda d: np.empty(0, d), lambda a: _array(a).dtype)
    for kind in (Polynomial, Chebyshev, Legendre, Laguerre, Hermite, HermiteE):

        def polynomial(parts: Any, kind: Any = kind) -> Any:
            coefficients, domain, window, symbol = parts
            return kind(_array(coefficients), _array(domain), _array(window), symbol=symbol)

        register(kind, f"numpy.{kind.__name__}", _sent_polynomial, polynomial)


class _Structured:
    """Stands for arrays with fields, whose type is that of all arrays."""


class _Objects:
    """Stands for arrays of objects."""


_register_all()
register(_Structured, "numpy.structured", _sent_fields, _with_fields)
register(_Objects, "numpy.objects", _sent_objects, _objects)


def stand_in(value: np.ndarray) -> type | None:
    """Return the type under which an array crosses that is not one of plain numbers or texts."""
    if value.dtype.names is not None:
        return _Structured
    return _Objects if value.dtype.kind == "O" else None
