"""Cell outputs from a student's process, made safe to store and to show: the one policy.

They are nbformat-4, text and pictures within limits, and nothing that a page could run.
"""

from __future__ import annotations

import re
from typing import Any

from autograder.cells import clean
from autograder.guest.outputs import KEPT_TYPES, PICTURE, TEXT
from autograder.limits import Limits
from autograder.notebook import Output
from autograder.pixels import MAX_PIXELS, pixels_of

PIXELS_PER_CHARACTER = 50
_OUTPUTS = 1000
_LONGEST = 200_000  # characters of one text that a page shows
ANSI = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]")  # colours of a terminal
_CUT = re.compile(r"^[\[(].{1,60}(?:left out|cut off|cannot be shown here)[\])]$", re.MULTILINE)
_BASE64 = re.compile(r"[A-Za-z0-9+/=\n]*")


def clean_text(value: Any, limit: int) -> str:
    """Return a text that any encoder can write: no lone surrogates or NULs, and no longer."""
    if type(value) is not str:
        return ""
    text = value[:limit].replace("\0", "\N{REPLACEMENT CHARACTER}")
    return text.encode("utf-8", "replace").decode("utf-8")


def clean_outputs(outputs: Any, limits: Limits) -> list[Output]:
    """Return the well-formed ones of a list of outputs, within the limits.

    Parameters
    ----------
    outputs : Any
        What the student's process calls its outputs; plain data, otherwise unknown.
    limits : Limits
        ``output_bytes`` bounds all text together; ``displays`` and ``display_bytes`` the rest,
        which together may be four times as large as one.
    """
    if type(outputs) is not list:
        return []
    cleaned: list[Output] = []
    text_left = limits.output_bytes + 200
    displays_left = limits.displays
    bytes_left = 4 * limits.display_bytes
    for output in outputs[:_OUTPUTS]:
        if type(output) is not dict:
            continue
        kind, name = (output.get(key) for key in ("output_type", "name"))
        if type(kind) is not str:
            continue
        if kind == "stream" and type(name) is str and name in ("stdout", "stderr"):
            text = clean_text(output.get("text"), max(0, text_left))
            text_left -= len(text)
            if text:
                cleaned.append({"output_type": kind, "name": name, "text": _shown(text)})
        elif kind == "error":
            text = _lines(output.get("traceback"), max(0, text_left))
            text_left -= len(text)
            cleaned.append(
                {
                    "output_type": kind,
                    "ename": _shown(clean_text(output.get("ename"), 200)),
                    "evalue": _shown(clean_text(output.get("evalue"), 2000)),
                    "traceback": _shown(text).split("\n"),
                }
            )
        elif kind in ("display_data", "execute_result") and displays_left > 0:
            displays_left -= 1
            data = _bundle(output.get("data"), min(limits.display_bytes, bytes_left))
            bytes_left -= sum(map(len, data.values()))
            made: Output = {"output_type": kind, "metadata": {}, "data": data}
            if kind == "execute_result":
                count = output.get("execution_count")
                made["execution_count"] = count if type(count) is int else None
            cleaned.append(made)
    return cleaned


def _lines(value: Any, limit: int) -> str:
    lines = value if type(value) is list else []
    return clean_text("\n".join(line for line in lines if type(line) is str), limit)


def _shown(text: str) -> str:
    """Return a text without colours, in which control characters can be seen."""
    return clean(ANSI.sub("", text), _LONGEST)


def _bundle(data: Any, limit: int) -> dict[str, str]:
    bundle = {}
    for kind in KEPT_TYPES:
        value = data.get(kind) if type(data) is dict else None
        if type(value) is not str or len(value) > limit:
            continue
        if kind != PICTURE:
            bundle[kind] = _shown(clean_text(value, limit))
        elif not _BASE64.fullmatch(value) or not 0 < (pixels_of(value) or 0) <= MAX_PIXELS:
            bundle[TEXT] = "(a picture that a page cannot show was left out)"
        else:
            bundle[kind] = value
    return bundle or {TEXT: "[an output that cannot be shown here]"}


def cut_short(outputs: list[Output]) -> bool:
    """Whether the student's process or we left something out of a cell's outputs.

    A student can write such a line too: then a human looks for nothing.
    """
    texts = [text for o in outputs for text in (o.get("text"), o.get("data", {}).get("text/plain"))]
    return any(_CUT.search(text) for text in texts if text)


def size_of(output: Output) -> int:
    """Return what a cleaned output weighs, in characters."""
    data = output.get("data", {})
    texts = [*data.values(), *output.get("traceback", []), output.get("text", "")]
    # A page unfolds a picture: its pixels count too, by what a plain figure has of both.
    pixels = (pixels_of(data[PICTURE]) or 0) if PICTURE in data else 0
    return max(sum(map(len, texts)), pixels // PIXELS_PER_CHARACTER)
