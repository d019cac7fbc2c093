"""Markdown as HTML: the instructor's as it stands, a student's without anything active."""

from __future__ import annotations

import base64
import functools
import html
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import mistune
from mistune.plugins import import_plugin

from autograder.pages.formulas import formula
from autograder.pixels import MAX_PIXELS, PICTURES, pixels_of

MAX_PICTURE = 2_000_000  # bytes of a picture of the instructor's that a page carries
MAX_RENDERED = 200_000  # characters of a student's texts apart from pictures; more is shown plain
_DATA = re.compile(rf"data:(?:{'|'.join(PICTURES)});base64,([A-Za-z0-9+/=]+)")
_LINK = re.compile(r"(?:https?://|mailto:)[^\s\"'<>]+", re.IGNORECASE)
_KINDS = {f".{kind.removeprefix('image/')}": kind for kind in PICTURES}
_KINDS |= {".jpg": "image/jpeg", ".svg": "image/svg+xml"}


@functools.lru_cache(maxsize=500)
def given_html(text: str, folder: Path | None = None) -> str:
    """Return the instructor's text as HTML; it may hold HTML, and pictures beside the notebook."""
    return _render(text, _Given(folder))


def student_html(
    text: str, attachments: Mapping[str, Any] | None = None, room: int = MAX_RENDERED
) -> str:
    """Return a student's text as HTML that runs, loads and embeds nothing.

    A text of more than ``room`` characters is shown plain.
    """
    if length_of(text) > room:
        return f"<pre>{html.escape(text)}</pre>\n"
    return _render(text, _Inert(attachments or {}))


def length_of(text: str) -> int:
    """Return how many characters a text has apart from its pictures."""
    return len(_DATA.sub(lambda found: "" if _is_fine(found) else found[0], text))


def _render(text: str, renderer: mistune.HTMLRenderer) -> str:
    made = mistune.Markdown(renderer, plugins=[_math])
    for plugin in ("table", "strikethrough"):
        import_plugin(plugin)(made)
    return str(made(text))


def _math(md: mistune.Markdown) -> None:
    """Teach the parser formulas between dollars.

    None looks beyond the dollars that could end it: a text of many beginnings is read once.
    """
    md.block.register(
        "block_math",
        r"^ {0,3}\$\$(?P<block_tex>[^$]++(?:\$[^$]++)*+)\$\$[ \t]*$",
        _block,
        before="list",
    )
    md.inline.register(
        "display_math", r"\$\$(?P<display_tex>[\s\S]+?)\$\$", _display, before="link"
    )
    md.inline.register(
        "inline_math", r"\$(?![\s$])(?P<inline_tex>[^$]+?)(?<!\s)\$(?!\d)", _inline, before="link"
    )
    if md.renderer is not None and md.renderer.NAME == "html":
        md.renderer.register("block_math", lambda _, tex: formula(tex, block=True) + "\n")
        md.renderer.register("inline_math", lambda _, tex: formula(tex))


def _block(_: Any, found: re.Match[str], state: Any) -> int:
    state.append_token({"type": "block_math", "raw": found["block_tex"]})
    return found.end() + 1


def _display(_: Any, found: re.Match[str], state: Any) -> int:
    state.append_token({"type": "inline_math", "raw": found["display_tex"]})
    return found.end()


def _inline(_: Any, found: re.Match[str], state: Any) -> int:
    state.append_token({"type": "inline_math", "raw": found["inline_tex"]})
    return found.end()


class _Page(mistune.HTMLRenderer):
    """Headings of a notebook stand below the page's own two levels."""

    def heading(self, text: str, level: int, **attrs: Any) -> str:
        lower = min(level + 2, 6)
        return f"<h{lower}>{text}</h{lower}>\n"

    def block_code(self, code: str, info: str | None = None) -> str:
        return f'<pre tabindex="0">{html.escape(code)}</pre>\n'


class _Given(_Page):
    """The instructor's text; a picture beside the notebook travels in the page."""

    def __init__(self, folder: Path | None) -> None:
        super().__init__(escape=False)
        self.folder = folder

    def image(self, text: str, url: str, title: str | None = None) -> str:
        path = (self.folder / url) if self.folder and ":" not in url else None
        kind = _KINDS.get(Path(url).suffix.lower())
        if path is not None and kind and path.is_file() and path.stat().st_size <= MAX_PICTURE:
            data = base64.b64encode(path.read_bytes()).decode()
            return _picture(f"data:{kind};base64,{data}", text)
        if _DATA.fullmatch(url.strip()):
            return _picture(url.strip(), text)
        return f"<em>{text}</em>"


class _Inert(_Page):
    """A student's text: HTML is shown as text, pictures are the attached ones."""

    def __init__(self, attachments: Mapping[str, Any]) -> None:
        super().__init__(escape=True)
        self.attachments = attachments

    def link(self, text: str, url: str, title: str | None = None) -> str:
        if not _LINK.fullmatch(url.strip()):
            return text
        address = html.escape(html.unescape(url.strip()))
        return f'<a href="{address}" rel="noopener noreferrer nofollow">{text}</a>'

    def image(self, text: str, url: str, title: str | None = None) -> str:
        source = _without_bomb(self._attached(url.strip()))
        return _picture(source, text) if source else f"<em>{text or 'a picture'}</em>"

    def _attached(self, url: str) -> str:
        if not url.startswith("attachment:"):
            return url
        bundle = self.attachments.get(url.removeprefix("attachment:"), {})
        for mime in PICTURES:
            if isinstance(bundle, Mapping) and isinstance(bundle.get(mime), str):
                return f"data:{mime};base64,{''.join(bundle[mime].split())}"
        return ""


def _picture(source: str, text: str) -> str:
    return f'<img src="{html.escape(source)}" alt="{html.escape(html.unescape(text))}">'


def _without_bomb(address: str) -> str:
    """Return a picture's own data, if it does not unfold to fill the reader's memory."""
    found = _DATA.fullmatch(address)
    return address if found and _is_fine(found) else ""


def _is_fine(data: re.Match[str]) -> bool:
    return 0 < (pixels_of(data[1]) or 0) <= MAX_PIXELS
