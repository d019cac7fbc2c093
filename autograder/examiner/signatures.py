"""Signatures of the student's functions, made of what her process says of them."""

from __future__ import annotations

import inspect
from typing import Any


def signature(parameters: Any) -> inspect.Signature:
    """Rebuild a signature from what the student's process says about it."""
    found = []
    for name, kind, bare, default in parameters:
        made = inspect.Parameter(str(name), inspect._ParameterKind(kind))
        found.append(made if bare else made.replace(default=default))
    return inspect.Signature(found)
