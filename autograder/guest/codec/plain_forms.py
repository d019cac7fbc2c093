"""What crosses in the place of a value that has no form of its own, or what to return instead."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .common import CodecError

PLAIN_TYPES = (str, bytes, int, float, complex)


def plain_form(value: Any) -> Any:
    """Return the plain value that a subclass's value equals, or the value itself.

    The type is asked, never the object, which may say that it is another. Only plain data comes
    out, and what a class adds stays behind.
    """
    kind = type(value)
    base: Any
    try:
        if issubclass(kind, Mapping):
            return {key: value[key] for key in value}
        for base in (tuple, list, set, frozenset):
            if issubclass(kind, base) and kind is not base:
                return base(value)
        for base in PLAIN_TYPES:
            if issubclass(kind, base) and kind is not base:
                return base.__new__(base, value)
    except Exception as error:  # the class's own code
        raise CodecError(
            f"it is a {kind.__name__}, which cannot be read ({type(error).__name__})"
        ) from None
    return value


def advice(value: Any) -> str:
    """Return what to return instead of a value that cannot cross."""
    kind = type(value)
    name = f"{kind.__module__}.{kind.__qualname__}".removeprefix("builtins.")
    bases = {base.__name__ for base in kind.__mro__}
    if "ndarray" in bases:
        advice = "return a plain array, with np.asarray(...)"
    elif bases & {"Series", "Index", "ExtensionArray"}:
        advice = "return a numpy array, with .to_numpy()"
    elif bases & {"generator", "map", "filter", "zip"}:
        advice = "return a list, with list(...)"
    elif "coroutine" in bases:
        advice = "the function must not be async"
    elif callable(value):
        advice = "return the result of calling it, or a function defined by name in the notebook"
    else:
        advice = "return numbers, strings, lists, tuples, dictionaries or numpy arrays"
    return f"it is a {name}, which cannot be graded; {advice}"
