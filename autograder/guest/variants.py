"""Run changed texts of a student's functions beside the notebook, which stays as it is."""

from __future__ import annotations

import copy
import functools
import types
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

_CONTAINERS = (list, dict, set, np.ndarray)


def changed_names(names: dict[str, Any], texts: Sequence[str]) -> dict[str, Any]:
    """Return a copy of a notebook's names in which these texts have run.

    Lists, dictionaries, sets and arrays that the texts name are copies too.
    """
    codes = [_compiled(text) for text in texts]
    used = {name for code in codes for name in _names(code)}
    changed = dict(names)
    for name in used & changed.keys():
        if type(changed[name]) in _CONTAINERS:
            changed[name] = copy.deepcopy(changed[name])
    for code in codes:
        exec(code, changed)
    return changed


def answers(
    names: dict[str, Any],
    texts: Sequence[str],
    calls: Sequence[tuple[str, bytes]],
    decode: Callable[[bytes], Any],
    encode: Callable[[Any], bytes],
) -> list[bytes | None]:
    """Return what calls give after these texts, up to the first that gives nothing."""
    found: list[bytes | None] = []
    try:
        changed = changed_names(names, texts)
        for name, data in calls:
            args, kwargs = by_position(decode(data))
            found.append(encode(changed[name](*args, **kwargs)))
    except BaseException:  # whatever changed code raises, even to end the process
        found.append(None)
    return found


def by_position(by_key: dict[Any, Any]) -> tuple[list[Any], dict[str, Any]]:
    """Return arguments by position and by keyword."""
    args = [by_key[key] for key in sorted(k for k in by_key if type(k) is int)]
    return args, {key: value for key, value in by_key.items() if type(key) is str}


@functools.lru_cache(64)
def _compiled(text: str) -> types.CodeType:
    return compile(text, "<changed>", "exec")


def _names(code: types.CodeType) -> Iterator[str]:
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from _names(constant)
