"""Which names on a path every system can have, and which are one name on some of them."""

from __future__ import annotations

import re
import stat
import unicodedata

from autograder.cells import printable

MAX_DEPTH = 20
MAX_NAME = 255
MAX_PATH = 1_000  # bytes of all names on a path together

_LITTER = {"__macosx", ".ds_store", "thumbs.db", "desktop.ini", ".git", ".ipynb_checkpoints"}
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(\..*)?", re.IGNORECASE)


def no_path(parts: tuple[str, ...], mode: int) -> str:
    """Say why an entry of this mode is no file that every system can have; empty where it is."""
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        return "is a link or no file"
    if len(parts) > MAX_DEPTH:
        return f"lies more than {MAX_DEPTH} folders deep"
    names = [len(part.encode("utf-8", "replace")) for part in parts]
    if max(names) > MAX_NAME or sum(names) > MAX_PATH:
        return "has too long a name"
    if any(_DEVICE.fullmatch(part.rstrip(" .")) for part in parts):
        return "is the name of a device on Windows"
    return ""


def collision(parts: tuple[str, ...], seen: dict[str, tuple[str, bool]]) -> str:
    """Say which earlier name is the same file, or a file for a folder, on some systems."""
    for length in range(1, len(parts) + 1):
        name = "/".join(parts[:length])
        plain = "/".join(
            unicodedata.normalize("NFC", part).casefold().rstrip(" .") for part in parts[:length]
        )
        folder = length < len(parts)
        if plain not in seen:
            seen[plain] = (name, folder)
        elif not folder or seen[plain] != (name, True):
            return f"has the same name on some systems as {printable(seen[plain][0], 80)}"
    return ""


def litters(parts: tuple[str, ...]) -> bool:
    """Whether a file was put there by a system and not by a person."""
    return any(part.casefold() in _LITTER or part.startswith("._") for part in parts)
