"""Times as platforms write them, turned into naive UTC as nbgrader keeps them."""

from __future__ import annotations

import contextlib
import re
from datetime import UTC, datetime, tzinfo

from dateutil import parser

_MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August"),
    *("September", "Oktober", "November", "Dezember"),
)


class _Words(parser.parserinfo):
    """English names of months, and German ones beside them."""

    MONTHS = [  # noqa: RUF012 - as the class that this extends has it
        (*known, german) if german not in known else known
        for known, german in zip(parser.parserinfo.MONTHS, _MONTHS, strict=True)
    ]


def _parsed(text: str) -> datetime | None:
    with contextlib.suppress(ValueError):
        return datetime.fromisoformat(text)
    if re.search(r"[^\W\d_]{3}.*\b\d{4}\b.*\d:\d\d", text):
        with contextlib.suppress(ValueError, OverflowError):
            when: datetime = parser.parse(text, parserinfo=_Words(), fuzzy=True)
            return when
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
