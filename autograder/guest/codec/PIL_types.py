"""Pictures of Pillow, which cross as their mode, size and pixels."""

from __future__ import annotations

from typing import Any

import PIL.Image

from .common import CodecError
from .value_types import register

_MODES = frozenset(["1", "L", "LA", "RGB", "RGBA", "CMYK", "YCbCr", "HSV", "I", "F"])


def _sent(picture: Any) -> Any:
    return (
        (picture.mode, picture.size, picture.tobytes())
        if picture.mode in _MODES
        else NotImplemented
    )


def _made(parts: Any) -> Any:
    mode, size, pixels = parts
    if type(mode) is not str or mode not in _MODES or type(pixels) is not bytes:
        raise CodecError("a malformed picture")
    if type(size) is not tuple or any(type(n) is not int or n < 0 for n in size):
        raise CodecError("a malformed picture")
    if size[0] * size[1] > 8 * len(pixels):  # before room is made for it
        raise CodecError("a picture without its pixels")
    return PIL.Image.frombytes(mode, size, pixels)


register(PIL.Image.Image, "PIL.Image", _sent, _made)
