"""The outputs of a cell as they are recorded, within limits, and which kinds of them are kept."""

from __future__ import annotations

import base64
from typing import Any

TEXT = "text/plain"
PICTURE = "image/png"
KEPT_TYPES = (TEXT, PICTURE)
"""What of a display crosses to the grader: all that a page can show and nothing that could run."""


class Recorder:
    """The outputs of one cell or call, never more than the limits."""

    def __init__(self, text_limit: int, display_limit: int, displays: int) -> None:
        self.text_limit = text_limit
        self.display_limit = display_limit
        self.displays = displays
        self.clear()

    def clear(self) -> None:
        """Forget what was recorded."""
        self.outputs: list[dict[str, Any]] = []
        self.named: dict[str, dict[str, Any]] = {}
        self.text_left = self.text_limit
        self.displays_left = self.displays
        self.bytes_left = 4 * self.display_limit
        self.clear_next = False

    def _add(self, output: dict[str, Any]) -> None:
        self.outputs.append(output)

    def _begin(self) -> None:
        if self.clear_next:
            self.clear()

    def stream(self, name: str, text: str) -> None:
        """Record printed text; what is over the limit is dropped."""
        self._begin()
        if not text or self.text_left < 0:
            return
        if len(text) > self.text_left:
            text = f"{text[: self.text_left]}\n[more output was cut off]\n"
            self.text_left = -1
        else:
            self.text_left -= len(text)
        last = self.outputs[-1] if self.outputs else {}
        if last.get("name") == name:
            last["parts"].append(text)
        else:
            self._add({"output_type": "stream", "name": name, "parts": [text]})

    def display(self, kind: str, data: dict[str, Any], **fields: Any) -> dict[str, Any] | None:
        """Record a rich output."""
        self._begin()
        if self.displays_left <= 0:
            if self.displays_left == 0:
                self.displays_left = -1
                self.stream("stderr", "[more displays were left out]\n")
            return None
        self.displays_left -= 1
        output = {"output_type": kind, "data": self.plain(data), "metadata": {}, **fields}
        self._add(output)
        return output

    def replace(self, name: Any, data: dict[str, Any]) -> None:
        """Put something else in the place of what was displayed under a name."""
        if name in self.named:
            shown = self.named[name]["data"]
            self.bytes_left += sum(map(len, shown.values()))
            self.named[name]["data"] = self.plain(data)

    def plain(self, data: dict[str, Any]) -> dict[str, str]:
        """Return the parts of a MIME bundle that a notebook page can show, as text."""
        bundle = {}
        for kind in KEPT_TYPES:
            value = data.get(kind)
            if kind == PICTURE and isinstance(value, bytes):
                value = base64.b64encode(value).decode("ascii")
            if not isinstance(value, str):
                continue
            if kind == TEXT and len(value) > self.text_limit:
                value = value[: self.text_limit] + "\n[more output was cut off]"
            if len(value) <= min(self.display_limit, self.bytes_left):
                bundle[kind] = str(value)
                self.bytes_left -= len(value)
            elif kind == PICTURE:
                self.bytes_left += len(bundle.get(TEXT, ""))
                bundle[TEXT] = "[a picture that is too large was left out]"
                self.bytes_left -= len(bundle[TEXT])
        if not bundle:
            bundle[TEXT] = "[an output that cannot be shown here]"
            self.bytes_left -= len(bundle[TEXT])
        return bundle

    def error(self, name: str, message: str, lines: list[str]) -> None:
        """Record an error."""
        self._begin()
        text = "\n".join(lines)[: self.text_limit]
        self._add(
            {
                "output_type": "error",
                "ename": name[:200],
                "evalue": message[:2000],
                "traceback": text.split("\n"),
            }
        )

    def finished(self) -> list[dict[str, Any]]:
        """Return the outputs as nbformat-4 dictionaries."""
        for output in self.outputs:
            if "parts" in output:
                output["text"] = "".join(output.pop("parts"))
        return self.outputs
