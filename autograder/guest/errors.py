"""Exceptions of the notebook's, told as plain data, however their classes behave."""

from __future__ import annotations

import builtins
import traceback
from typing import Any

from . import codec

_MESSAGE = 20_000  # characters of an exception's text
_FRAMES = 12
_ARGS = 1 << 16  # bytes of an exception's arguments


def describe(etype: Any, evalue: Any) -> tuple[str, str]:
    """Return an exception's name and message, however its class behaves."""
    try:
        name = str(etype.__name__)
    except BaseException:
        name = "Exception"
    try:
        message = str(evalue)[:_MESSAGE]
    except BaseException:
        message = "<an exception whose text cannot be made>"
    return name, message


def bases(etype: Any, known: dict[str, Any]) -> list[str]:
    """Return an exception's classes that the grader may know: builtin, NumPy's, or given by name.

    The class itself comes first; what another class is called does not count.
    """
    found = []
    try:
        for base in type.mro(etype)[:50]:
            name = type.__getattribute__(base, "__name__")
            module = type.__getattribute__(base, "__module__")
            if vars(builtins).get(name) is base:
                found.append(name)
            elif known.get(name) is base:
                found.append(f"notebook.{name}")
            elif type(module) is str and module.startswith("numpy"):
                found.append(f"numpy.{name}")
    except BaseException:
        return found
    return found


def plain_args(error: BaseException) -> tuple[Any, ...] | None:
    """Return an exception's arguments where they are plain data, and not long."""
    try:
        args = BaseException.__getattribute__(error, "args")
        small = codec.CodecLimits(total_bytes=_ARGS, items=1000, depth=8)
        return args if codec.decode(codec.encode(args, small), small) is not None else None
    except BaseException:
        return None


def told(error: BaseException) -> list[str]:
    """Return an exception's name, its message and its frames."""
    return [*describe(type(error), error), frames_of(error)]


def frames_of(error: BaseException) -> str:
    """Return the frames of the notebook's own cells, innermost last."""
    try:
        frames = [
            frame
            for frame in traceback.extract_tb(error.__traceback__)
            if frame.filename.startswith("<ipython-input")
        ]
        lines = []
        for frame in frames[-_FRAMES:]:
            cell = frame.filename.split("-")[2]
            lines.append(f"Cell In[{cell}], line {frame.lineno}, in {frame.name}")
            lines.append(f"    {(frame.line or '').strip()[:200]}")
        return "\n".join(lines)
    except BaseException:
        return ""
