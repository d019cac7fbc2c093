"""Instances of classes that both sides have cross as what they hold."""

from __future__ import annotations

import enum
from collections.abc import Callable
from typing import Any

from .common import InstanceRef, MemberRef


def crossing(
    value: Any, named_class: Callable[[str], type | None]
) -> InstanceRef | MemberRef | None:
    """Return what crosses of an instance of a class that both sides have under its name."""
    kind = type(value)
    if type.__getattribute__(kind, "__module__") != "__main__":
        return None
    name = type.__getattribute__(kind, "__name__")
    if named_class(name) is not kind or issubclass(kind, BaseException):
        return None
    if issubclass(kind, enum.Enum):
        return MemberRef(name, str(value.name))
    if kind.__basicsize__ > _PLAIN.__basicsize__ or not hasattr(value, "__dict__"):
        return None  # it has slots, or is a number or a container of its own kind
    return InstanceRef(name, dict(vars(value)))


class _PLAIN:
    """A class whose instances hold nothing but their dictionary."""
