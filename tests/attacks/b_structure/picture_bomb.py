"""Attach a picture of sixty thousand by sixty thousand pixels in half a megabyte.

Must not: put it into a page, where it takes fourteen gigabytes.
"""

import base64
import struct
import zlib

from attack_kit import markdown_cell

HONEST = ("l2-cost",)
EARNED = 10


def png(side):
    def chunk(kind, data):
        size, check = struct.pack(">I", len(data)), zlib.crc32(kind + data)
        return size + kind + data + struct.pack(">I", check)

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", b"\0" * 500_000) + chunk(b"IEND", b"")


def mutate(notebook):
    cell = markdown_cell("![a](attachment:a.png) ![b](attachment:b.png)")
    bomb = base64.b64encode(png(60_000)).decode()
    cell["attachments"] = {"a.png": {"image/png": bomb}, "b.png": {"image/gif": bomb}}
    notebook["cells"].append(cell)


REASON = "attachments of too many pixels were left out"
STOPPED_BY = "the bytes are asked how many pixels they have"
PROCESS_STOPS = True
