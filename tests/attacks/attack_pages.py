"""Feedback pages made by nbgrader, and what of them a browser could run, follow or load."""

from __future__ import annotations

import hashlib
import shutil
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

import pytest
from attack_kit import COURSE_OWN, ROOT

sys.path.insert(0, str(ROOT / "tests"))
from shared import made_once
from stock import nbgrader

# Elements that run, embed, send, redirect or restyle.
_ACTIVE = {
    "script", "iframe", "frame", "object", "embed", "applet", "svg", "math", "form", "input",
    "button", "textarea", "select", "meta", "base", "link", "style", "video", "audio", "source",
    "template", "portal", "dialog", "details", "marquee",
}  # fmt: skip
_ADDRESSES = {"href", "src", "srcset", "srcdoc", "action", "formaction", "data", "xlink:href"}


_SIZES = {"viewbox", "width", "height"}


def _is_size(value: str) -> bool:
    return not value.strip("0123456789. ")


class _Active(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: set[str] = set()
        self._script: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._close()
        if tag in _ACTIVE and ("name", "autograder-digest") not in attrs:
            # How large a drawing is does not make it active.
            kept = [(k, v or "") for k, v in attrs if k not in _SIZES or not _is_size(v or "")]
            self.parts.add(f"<{tag} {sorted(kept)}>")
        if tag in ("script", "style"):
            self._script = []
        for name, value in attrs:
            address = "".join((value or "").split()).lower()
            if name.startswith("on") or name == "style":
                self.parts.add(f"{tag} {name}={value}")
            elif name in _ADDRESSES and not address.startswith(("#", "http:", "https:")):
                picture = tag == "img" and address.startswith(("data:image/png;", "data:image/jp"))
                relative = ":" not in address.split("/")[0]
                if not picture and not relative:
                    self.parts.add(f"{tag} {name}={value}")

    def handle_data(self, data: str) -> None:
        if self._script is not None:
            self._script.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._close()

    def _close(self) -> None:
        if self._script is not None:
            digest = hashlib.sha256("".join(self._script).encode()).hexdigest()
            self.parts.add(f"script {digest} {''.join(self._script)[:200]}")
            self._script = None


def active_parts(page: Path) -> set[str]:
    """Return what of a page can run, embed, send or redirect, as texts to compare."""
    parser = _Active()
    parser.feed(page.read_text("utf-8"))
    parser.close()
    return parser.parts


def feedback(factory: pytest.TempPathFactory, course: Path, students: str) -> dict[str, Path]:
    """Let nbgrader write the feedback of some students, once for all test processes."""
    command = ("generate_feedback", COURSE_OWN, f"--student={students}")
    made_once(factory, "feedback", lambda _: nbgrader(course, *command))
    return {
        folder.name: folder / COURSE_OWN / f"{COURSE_OWN}.html"
        for folder in (course / "feedback").iterdir()
    }


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(pages: Sequence[Path]) -> Iterator[list[str]]:
    """Serve pages on this machine; yield their addresses."""
    with TemporaryDirectory() as folder:
        names = [f"{number}.html" for number in range(len(pages))]
        for name, page in zip(names, pages, strict=True):
            shutil.copy(page, Path(folder) / name)
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder))
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield [f"http://127.0.0.1:{server.server_port}/{quote(name)}" for name in names]
        finally:
            server.shutdown()
            server.server_close()
            thread.join()
