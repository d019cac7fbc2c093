"""Sparse matrices and arrays of SciPy, which cross as coordinates."""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np
import scipy.sparse as sparse

from .common import CodecError
from .value_types import register

_FORMATS = ("bsr", "coo", "csc", "csr", "dia", "dok", "lil")
_SIDE = 10_000_000  # rows or columns: some formats keep a number for each
_NUMBERS = 10_000_000  # what a format keeps for what is not there


def _sent(value: Any) -> Any:
    coordinates = value.tocoo()
    return value.shape, coordinates.data, tuple(coordinates.coords)


def _made(parts: Any, kind: str, form: str) -> Any:
    shape, data, coords = parts
    if any(type(n) is not int or not 0 <= n <= _SIDE for n in shape):
        raise CodecError("a sparse array that is too large")
    if any(type(a) is not np.ndarray for a in (data, *coords)):
        raise CodecError("a malformed sparse array")
    if form == "dia" and len(np.unique(coords[-1] - coords[0])) * shape[-1] > _NUMBERS:
        raise CodecError("too many diagonals")
    if form == "lil" and shape[0] > _NUMBERS // 10:  # a list is ten numbers' size
        raise CodecError("too many rows")
    make = sparse.coo_array if kind == "array" else sparse.coo_matrix
    return make((data, coords), shape=shape).asformat(form)


for _form in _FORMATS:
    for _kind in ("array", "matrix"):
        _name = f"{_form}_{_kind}"
        _make = partial(_made, kind=_kind, form=_form)
        register(getattr(sparse, _name), f"scipy.{_name}", _sent, _make)
