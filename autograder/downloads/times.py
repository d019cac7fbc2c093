"""Times as platforms write them, turned into naive UTC as nbgrader keeps them."""

from __future__ import annotations

import contextlib
import re
from datetime import UTC, datetime, tzinfo

from dateutil import parser

_MONTHS = (
    *(("Januar",), ("Februar",), ("März", "Mär", "Mrz"), ("April",), ("Mai",), ("Juni",)),
    *(("Juli",), ("August",), ("September",), ("Oktober", "Okt"), ("November",)),
    ("Dezember", "Dez"),
)
_DOTTED = re.compile(r"(\d\d?)\.(\d\d?)\.(\d{4}),? +(\d\d?):(\d\d)(?::(\d\d))?")
_DEFAULTS = datetime(2000, 1, 1), datetime(2001, 2, 20)  # without anything in common


class _Words(parser.parserinfo):
    """English names of months, and German ones beside them."""

    MONTHS = [  # noqa: RUF012 - as the class that this extends has it
        (*known, *(name for name in german if name not in known))
        for known, german in zip(parser.parserinfo.MONTHS, _MONTHS, strict=True)
    ]


def _parsed(text: str) -> datetime | None:
    with contextlib.suppress(ValueError):
        return datetime.fromisoformat(text)
    if match := _DOTTED.fullmatch(text):  # day and month, wherever dates have dots
        day, month, year, hour, minute, second = (int(each or 0) for each in match.groups())
        with contextlib.suppress(ValueError):
            return datetime(year, month, day, hour, minute, second)
    if re.search(r"[^\W\d_]{3}.*\b\d{4}\b.*\d:\d\d", text):
        with contextlib.suppress(ValueError, OverflowError):
            when, other = (
                parser.parse(text, parserinfo=_Words(), fuzzy=True, default=default)
                for default in _DEFAULTS
            )
            return when if when == other else None  # what it did not find is the default's
    return None


def moment_of(text: str | datetime, zone: tzinfo) -> datetime | None:
    """Return when something was handed in, in naive UTC; ``None`` if a text tells no moment.

    A time without a zone is in ``zone``. A date that could be read in two ways (3/4/2030) tells
    none.
    """
    when = text if isinstance(text, datetime) else _parsed(text)
    if when is None:
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=zone)
    return when.astimezone(UTC).replace(tzinfo=None)


def stamp(when: datetime) -> str:
    """Return what ``timestamp.txt`` holds for a moment in naive UTC."""
    return f"{when:%Y-%m-%d %H:%M:%S} UTC\n"
