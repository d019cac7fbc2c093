"""Code in a page: coloured with restraint, a line marked where one is to be looked at."""

from __future__ import annotations

import functools
import re

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

MAX_COLOURED = 30_000  # characters; longer code is shown plain

_lexer = PythonLexer(stripnl=False, ensurenl=False)


@functools.lru_cache(maxsize=500)
def code_html(text: str, lines: tuple[int, ...] = ()) -> str:
    """Return Python code as HTML.

    Parameters
    ----------
    text : str
        The code; from anybody.
    lines : tuple of int
        The lines to mark, counted from 1.
    """
    formatter = HtmlFormatter(nowrap=True, hl_lines=list(lines))
    if len(text) > MAX_COLOURED:
        from pygments.lexers import TextLexer

        return str(highlight(text, TextLexer(stripnl=False), formatter)).rstrip("\n")
    coloured = str(highlight(text, _lexer, formatter)).rstrip("\n")
    return re.sub(r'<span class="(?:n|p|o|w|bp|nn|fm|vm|nc|nf)">(.*?)</span>', r"\1", coloured)
