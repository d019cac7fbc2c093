"""Outputs of cells as a page may show them: text and pictures, nothing that runs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from autograder.cells import text_of
from autograder.notebook import Output
from autograder.outputs import ANSI
from autograder.pixels import PICTURES

_BASE64 = re.compile(r"[A-Za-z0-9+/=\s]+")


@dataclass(frozen=True)
class Shown:
    """One output: a text or a picture.

    Attributes
    ----------
    kind : str
        ``"text"``, ``"error"`` or ``"picture"``.
    content : str
        The text, or the picture's address, which holds its data.
    """

    kind: str
    content: str


def shown_outputs(outputs: Iterable[Output]) -> list[Shown]:
    """Return what is shown of a cell's outputs."""
    found: list[Shown] = []
    for output in outputs:
        kind = output.get("output_type")
        if kind == "error":
            trace = "\n".join(text_of(line) for line in output.get("traceback", []))
            found.append(Shown("error", _plain(trace or text_of(output.get("evalue", "")))))
        elif kind == "stream":
            found.append(Shown("text", _plain(text_of(output.get("text", "")))))
        else:
            found += _displayed(output.get("data", {}))
    return [each for each in found if each.content.strip()]


def _displayed(data: Any) -> list[Shown]:
    if not isinstance(data, Mapping):
        return []
    for mime in PICTURES:
        content = data.get(mime)
        if isinstance(content, str) and _BASE64.fullmatch(content):
            return [Shown("picture", f"data:{mime};base64,{''.join(content.split())}")]
    return [Shown("text", _plain(text_of(data["text/plain"])))] if "text/plain" in data else []


def _plain(text: str) -> str:
    """Return text without colours and other control characters."""
    coloured = ANSI.sub("", text)
    return "".join(
        c if c in "\n\t" or c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in coloured
    ).rstrip("\n")
