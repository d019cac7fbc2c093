"""Formulas as MathML: every browser draws them, without a network or a program."""

from __future__ import annotations

import functools
import html
import re
from xml.etree.ElementTree import Element

MAX_TEX = 3_000
_TAGS = frozenset(
    (
        *("math", "mrow", "mi", "mn", "mo", "mtext", "mspace", "mphantom", "mpadded", "menclose"),
        *("msup", "msub", "msubsup", "munder", "mover", "munderover", "mfrac", "msqrt", "mroot"),
        *("mtable", "mtr", "mtd", "mstyle"),
    )
)
# Looks only: nothing that links, loads, or takes an address.
_ATTRIBUTES = frozenset(
    (
        *("display", "mathvariant", "stretchy", "fence", "separator", "lspace", "rspace", "width"),
        *("minsize", "maxsize", "columnalign", "columnspacing", "rowspacing", "columnlines"),
        *("rowlines", "linethickness", "accent", "accentunder", "scriptlevel", "displaystyle"),
        *("movablelimits", "largeop", "symmetric", "notation"),
    )
)
_VALUE = re.compile(r"[\w.%# +-]{0,60}")
_TAG = re.compile(r"\\tag\*?\{([^{}]*)\}")


@functools.lru_cache(maxsize=2_000)
def formula(tex: str, *, block: bool = False) -> str:
    r"""Return a TeX formula as HTML; as it was written where it cannot be drawn.

    Parameters
    ----------
    tex : str
        The formula without its dollars; from anybody.
    block : bool
        Whether it stands on a line of its own, where it may have a number (``\tag``).
    """
    from latex2mathml.converter import convert_to_element

    number = _TAG.search(tex)
    plain = _TAG.sub("", tex).strip()
    try:
        if len(plain) > MAX_TEX:
            raise ValueError("too long to be drawn")
        drawn = _written(convert_to_element(plain, display="block" if block else "inline"))
    except Exception:  # whatever its parser does not know, it raises in ways of its own
        drawn = f"<code>{html.escape(tex)}</code>"
    if not block:
        return drawn
    label = f'<span class="number">({html.escape(number[1])})</span>' if number else ""
    return f'<div class="formula" tabindex="0">{drawn}{label}</div>'


def _written(element: Element) -> str:
    """Write an element with what is known to be harmless."""
    inner = html.escape(html.unescape(element.text or ""))
    inner += "".join(map(_written, element))
    if element.tag not in _TAGS:
        return inner
    kept = "".join(
        f' {name}="{html.escape(value)}"'
        for name, value in sorted(element.attrib.items())
        if name in _ATTRIBUTES and _VALUE.fullmatch(value)
    )
    return f"<{element.tag}{kept}>{inner}</{element.tag}>"
