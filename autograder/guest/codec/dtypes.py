"""The dtypes that cross, and the names under which they do."""

from __future__ import annotations

from typing import Any

import numpy as np

from .common import DTYPES, CodecError, is_plain_dtype

# The usual dtypes, which cross as they stand in memory; others are converted.
PLAIN = {np.dtype(name): name for name in sorted(DTYPES) if np.dtype(name).isnative}
_KNOWN = {name: np.dtype(name) for name in DTYPES}


def dtype_name(dtype: np.dtype) -> str:
    """Return the name under which a dtype crosses; refuse what is not plain."""
    name = dtype.newbyteorder("<").str if dtype.names is None else ""
    if is_plain_dtype(name):
        return name
    if dtype.char in "gG":
        # More digits than any expected value has.
        return "<f8" if dtype.char == "g" else "<c16"
    raise CodecError(f"it has dtype {dtype}; return booleans, numbers or strings")


def checked_dtype(name: Any) -> np.dtype:
    """Return the dtype of a name, whoever wrote it."""
    if type(name) is not str:
        raise CodecError("a malformed dtype")
    known = _KNOWN.get(name)
    if known is not None:
        return known
    if not is_plain_dtype(name):
        raise CodecError("a dtype that may not cross")
    return np.dtype(name)
