"""What the autograded notebook shows: outcomes in nbgrader's form, students' outputs plain."""

from __future__ import annotations

import re
from typing import Any

from autograder.examiner.failures import clean
from autograder.pixels import MAX_PIXELS, pixels_of
from autograder.result import TestResult

_ANSI = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]")
_CUT = re.compile(r"^[\[(].{1,60}(?:left out|cut off|cannot be shown here)[\])]$", re.MULTILINE)
PICTURE = "image/png"
PIXELS_PER_CHARACTER = 50
_KEPT_DISPLAYS = ("text/plain", PICTURE)


def outputs_of(result: TestResult, shown: str = "") -> list[dict[str, Any]]:
    """Return a test cell's outputs, from which nbgrader reads the same points."""
    outputs: list[dict[str, Any]] = []
    if shown:
        outputs.append({"output_type": "stream", "name": "stdout", "text": shown})
    points = result.points or 0.0
    if result.verdict == "passed":
        return outputs
    if 0 < points < result.max_points:
        if result.message:
            outputs.append(
                {"output_type": "stream", "name": "stdout", "text": result.message + "\n"}
            )
        outputs.append(
            {
                "output_type": "execute_result",
                "execution_count": None,
                "metadata": {},
                "data": {"text/plain": repr(points)},
            }
        )
        return outputs
    outputs.append(
        {
            "output_type": "error",
            "ename": result.verdict,
            "evalue": result.message,
            "traceback": result.message.split("\n"),
        }
    )
    return outputs


def error_output(name: str, text: str) -> dict[str, Any]:
    """Return an error as output of a cell."""
    return {"output_type": "error", "ename": name, "evalue": text, "traceback": [text]}


def _text(value: object) -> str:
    joined = "".join(map(str, value)) if isinstance(value, list) else str(value)
    return clean(_ANSI.sub("", joined), 200_000)


def plain_output(output: dict[str, Any]) -> dict[str, Any] | None:
    """Return an output of student code as text and pictures: nothing that a page could run."""
    kind = output.get("output_type")
    if kind == "stream":
        name = "stderr" if output.get("name") == "stderr" else "stdout"
        return {"output_type": "stream", "name": name, "text": _text(output.get("text", ""))}
    if kind == "error":
        return {
            "output_type": "error",
            "ename": _text(output.get("ename", "")),
            "evalue": _text(output.get("evalue", "")),
            "traceback": [_text(line) for line in output.get("traceback", [])],
        }
    if kind not in ("display_data", "execute_result"):
        return None
    data = output.get("data")
    data = data if isinstance(data, dict) else {}
    # A picture stays whole: its size and alphabet were checked where it came in.
    kept = {
        mime: str(data[mime]) if mime == PICTURE else _text(data[mime])
        for mime in _KEPT_DISPLAYS
        if mime in data
    }
    if PICTURE in kept and not 0 < (pixels_of(kept[PICTURE]) or 0) <= MAX_PIXELS:
        del kept[PICTURE]
        kept["text/plain"] = "(a picture that a page cannot show was left out)"
    if not kept:
        return None
    shown: dict[str, Any] = {"output_type": kind, "data": kept, "metadata": {}}
    if kind == "execute_result":
        shown["execution_count"] = None
    return shown


def cut_short(outputs: list[dict[str, Any]]) -> bool:
    """Whether the student's process or we left something out of a cell's outputs.

    A student can write such a line too: then a human looks for nothing.
    """
    texts = [text for o in outputs for text in (o.get("text"), o.get("data", {}).get("text/plain"))]
    return any(_CUT.search(text) for text in texts if text)


def size_of(output: dict[str, Any]) -> int:
    """Return what an output of :func:`plain_output` weighs, in characters."""
    data = output.get("data", {})
    texts = [*data.values(), *output.get("traceback", []), output.get("text", "")]
    # A page unfolds a picture: its pixels count too, by what a plain figure has of both.
    pixels = (pixels_of(data[PICTURE]) or 0) if PICTURE in data else 0
    return max(sum(map(len, texts)), pixels // PIXELS_PER_CHARACTER)
