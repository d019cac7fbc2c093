"""Names that mean something else while a call runs, because a test has bound them."""

from __future__ import annotations

import builtins
import contextlib
from collections.abc import Iterator
from typing import Any

_ABSENT = object()


@contextlib.contextmanager
def rebound(names: dict[str, Any], bound: list[Any]) -> Iterator[None]:
    """Let names mean what a test has bound them to, for a call.

    Parameters
    ----------
    names : dict
        The notebook's names.
    bound : list
        Names of the notebook with their values, builtins with theirs, and names that are not
        defined meanwhile; or nothing.
    """
    if not bound:
        yield
        return
    others, replaced, removed = bound
    spaces: list[tuple[dict[str, Any], dict[str, Any]]] = [
        (names, {**others, **dict.fromkeys(removed, _ABSENT)}),
        (vars(builtins), replaced),
    ]
    before = [{name: space.get(name, _ABSENT) for name in new} for space, new in spaces]
    try:
        for space, new in spaces:
            _put(space, new)
        yield
    finally:
        for (space, _), old in zip(spaces, before, strict=True):
            _put(space, old)


def _put(space: dict[str, Any], values: dict[str, Any]) -> None:
    for name, value in values.items():
        if value is _ABSENT:
            space.pop(name, None)
        else:
            space[name] = value
