"""Exceptions of the notebook's, told as plain data, however their classes behave."""

from __future__ import annotations

import builtins
import contextlib
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
        args: tuple[Any, ...] = BaseException.__getattribute__(error, "args")
        return args if _is_plain(args) else None
    except BaseException:
        return None


def _is_plain(value: Any) -> bool:
    """Whether a value is plain data, and not long."""
    small = codec.CodecLimits(total_bytes=_ARGS, items=1000, depth=8)
    try:
        codec.decode(codec.encode(value, small), small)
    except BaseException:
        return False
    return True


def crossing(error: BaseException, known: dict[str, Any], room: int) -> dict[str, Any]:
    """Return an exception as plain data from which `rebuilt` makes one like it.

    Parameters
    ----------
    error : Exception
        The exception.
    known : dict
        Classes that both sides have, by name.
    room : int
        Characters for its arguments and attributes; where these are more, its text is cut to that.
    """
    classes, args = bases(type(error), known), plain_args(error)
    own = classes[:1] == [f"notebook.{type(error).__name__}"]
    state = {key: value for key, value in vars(error).items() if own and _is_plain(value)}
    if args is None or len(repr((args, state))) > room:
        name, text = describe(type(error), error)
        args, state = (f"the function passed as argument raised {name}: {text}"[:room],), {}
    return {"raised": classes, "args": args, "state": state}


def rebuilt(reply: dict[str, Any], known: dict[str, Any]) -> Exception:
    """Return an exception that `crossing` has told, of the nearest class that is known here."""
    for name in reply["raised"]:
        with contextlib.suppress(Exception):
            if not name.startswith("notebook."):
                kind = getattr(builtins, name)
                return kind(*reply["args"])  # type: ignore[no-any-return]
            kind = known[name.removeprefix("notebook.")]
            error: Exception = kind.__new__(kind)  # its own `__init__` may want anything
            error.args = reply["args"]
            vars(error).update(reply["state"])
            return error
    return RuntimeError(*reply["args"])


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
