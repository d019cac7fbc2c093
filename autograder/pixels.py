"""How many pixels a picture has, read from its first bytes: a page must not unfold a small file.

A browser asks the bytes, not the declared type, what they are. So do we, and know no other kinds
than these: what is not recognised is no picture for a page.
"""

from __future__ import annotations

import base64
import binascii
import struct

PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp")
"""The kinds of pictures that are known, as notebooks name them."""
MAX_PIXELS = 100_000_000
"""Pixels of one picture: more than a telephone's camera gives, less than a browser chokes on."""


def pixels_of(text: str) -> int | None:
    """Return how many pixels a base64-encoded PNG, JPEG, GIF or WebP has; None if it is none."""
    head = _bytes(text[:64])
    jpeg = head.startswith(b"\xff\xd8\xff")
    size = _jpeg(_bytes(text)) if jpeg else _fixed(head)
    return None if size is None else size[0] * size[1]


def _bytes(text: str) -> bytes:
    text = "".join(text.split())
    try:
        return base64.b64decode(text[: len(text) // 4 * 4], validate=True)
    except (binascii.Error, ValueError):
        return b""


def _fixed(head: bytes) -> tuple[int, int] | None:
    """Return width and height where they stand at a fixed place."""
    if head.startswith(b"\x89PNG\r\n\x1a\n") and head[12:16] == b"IHDR" and len(head) >= 24:
        return struct.unpack(">II", head[16:24])
    if head[:6] in (b"GIF87a", b"GIF89a") and len(head) >= 10:
        return struct.unpack("<HH", head[6:10])
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP" and len(head) >= 30:
        if head[12:16] == b"VP8X":
            wide, high = head[24:27] + b"\0", head[27:30] + b"\0"
            return int.from_bytes(wide, "little") + 1, int.from_bytes(high, "little") + 1
        if head[12:16] == b"VP8L":
            bits = int.from_bytes(head[21:25], "little")
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        if head[12:16] == b"VP8 ":
            wide, high = struct.unpack("<HH", head[26:30])
            return wide & 0x3FFF, high & 0x3FFF
    return None


def _jpeg(data: bytes) -> tuple[int, int] | None:
    """Walk a JPEG's segments to the one that gives its size."""
    place = 2
    while place + 9 <= len(data):
        if data[place] != 0xFF:
            return None
        marker = data[place + 1]
        if marker == 0xFF:  # fill bytes
            place += 1
        elif 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            high, wide = struct.unpack(">HH", data[place + 5 : place + 9])
            return wide, high
        elif marker == 0x01 or 0xD0 <= marker <= 0xD9:
            place += 2
        else:
            place += 2 + int.from_bytes(data[place + 2 : place + 4], "big")
    return None
