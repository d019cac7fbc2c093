"""Code in a page: coloured with restraint, a line marked where one is to be looked at."""

from __future__ import annotations

import functools
import keyword

from pygments import highlight
from pygments.formatters.html import HtmlFormatter
from pygments.lexer import RegexLexer, words
from pygments.token import Comment, Keyword, Number, String, Text

MAX_COLOURED = 30_000  # characters; longer code is shown plain


class _Python(RegexLexer):  # type: ignore[misc]
    """What is coloured here, and no more: Pygments' own lexer takes four times as long."""

    tokens = {  # noqa: RUF012
        "root": [
            (r"#.*", Comment.Single),
            (
                r"(?i:[rbuf]|br|fr|rb|rf)?(\"{3}|'{3})(?:\\[\s\S]|(?!\1)[^\\])*(?:\1|\\?\Z)",
                String.Doc,
            ),
            (
                r"(?i:[rbuf]|br|fr|rb|rf)?(?:\"(?:\\[\s\S]|[^\"\\\n])*\"?|'(?:\\[\s\S]|[^'\\\n])*'?)",
                String,
            ),
            (words(keyword.kwlist, suffix=r"\b"), Keyword),
            (r"\d(?:[eE][+-]|[\w.])*", Number),
            (r"\w+", Text),
            (r"[^\w#\"']+", Text),
        ]
    }


_lexer = _Python(stripnl=False, ensurenl=False)


@functools.lru_cache(maxsize=100)
def _formatter(lines: tuple[int, ...]) -> HtmlFormatter[str]:
    # Making one takes longer than what it does with a cell.
    return HtmlFormatter(nowrap=True, hl_lines=list(lines))


def brief_html(text: str, line: int | None = None) -> str:
    """Return Python code as HTML, a line of it marked, with the body of a long docstring left out.

    Parameters
    ----------
    text : str
        The code; from anybody.
    line : int, optional
        The line to mark, counted from 1.
    """
    lines = text.split("\n")
    quotes = [n for n, each in enumerate(lines) if '"""' in each][:2]
    if len(quotes) == 2 and lines[quotes[0]].lstrip().startswith('"""'):
        first, last = quotes[0] + 1, quotes[1]
        left_out = last - first - 1
        if left_out > 2 and not (line and first < line <= last):
            indent = lines[last][: -len(lines[last].lstrip())]
            text = "\n".join([*lines[:first], f"{indent}...", *lines[last:]])
            line = line - left_out if line and line > last else line
    return code_html(text, (line,) if line else ())


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
    formatter = _formatter(lines)
    if len(text) > MAX_COLOURED:
        from pygments.lexers.special import TextLexer

        return str(highlight(text, TextLexer(stripnl=False), formatter)).rstrip("\n")
    return str(highlight(text, _lexer, formatter)).rstrip("\n")
