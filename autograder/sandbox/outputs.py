"""Cell outputs from a student's process, made safe to store: nbformat-4, plain, limited."""

from __future__ import annotations

import re
from typing import Any

from autograder.limits import Limits

_TEXT = ("text/plain", "text/html", "text/markdown", "text/latex", "image/svg+xml")
_IMAGES = ("image/png", "image/jpeg")
_OUTPUTS = 1000
_BASE64 = re.compile(r"[A-Za-z0-9+/=\n]*")


def clean_text(value: Any, limit: int) -> str:
    """Return a text that any encoder can write: no lone surrogates or NULs, and no longer."""
    if type(value) is not str:
        return ""
    text = value[:limit].replace("\0", "\N{REPLACEMENT CHARACTER}")
    return text.encode("utf-8", "replace").decode("utf-8")


def clean_outputs(outputs: Any, limits: Limits) -> list[dict[str, Any]]:
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
    cleaned: list[dict[str, Any]] = []
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
                cleaned.append({"output_type": kind, "name": name, "text": text})
        elif kind == "error":
            text = _lines(output.get("traceback"), max(0, text_left))
            text_left -= len(text)
            cleaned.append(
                {
                    "output_type": kind,
                    "ename": clean_text(output.get("ename"), 200),
                    "evalue": clean_text(output.get("evalue"), 2000),
                    "traceback": text.split("\n"),
                }
            )
        elif kind in ("display_data", "execute_result") and displays_left > 0:
            displays_left -= 1
            count = output.get("execution_count")
            made: dict[str, Any] = {"output_type": kind, "metadata": {}}
            made["data"] = _bundle(output.get("data"), min(limits.display_bytes, bytes_left))
            bytes_left -= sum(map(len, made["data"].values()))
            if kind == "execute_result":
                made["execution_count"] = count if type(count) is int else None
            cleaned.append(made)
    return cleaned


def _lines(value: Any, limit: int) -> str:
    lines = value if type(value) is list else []
    return clean_text("\n".join(line for line in lines if type(line) is str), limit)


def _bundle(data: Any, limit: int) -> dict[str, str]:
    bundle = {}
    if type(data) is dict:
        for kind in (*_TEXT, *_IMAGES):
            value = data.get(kind)
            if type(value) is not str or len(value) > limit:
                continue
            if kind in _IMAGES and not _BASE64.fullmatch(value):
                continue
            bundle[kind] = clean_text(value, limit)
    return bundle or {"text/plain": "[an output that cannot be shown here]"}
