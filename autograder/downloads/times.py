"""Times as platforms write them, turned into naive UTC as nbgrader keeps them."""

from __future__ import annotations

import contextlib
import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dateutil import parser

from autograder.cells import printable
from autograder.downloads.archive import DownloadError

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


def zone_of(name: str | None) -> ZoneInfo | None:
    """Return a time zone by its name.

    Raises
    ------
    DownloadError
        If there is no such zone.
    """
    if name is None:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise DownloadError(
            f"--timezone {printable(name)}: there is no such time zone. An example: Europe/Berlin."
        ) from None


def _parsed(text: str) -> datetime | None:
    with contextlib.suppress(ValueError):
        return datetime.fromisoformat(text)
    if re.search(r"[^\W\d_]{3}.*\b\d{4}\b.*\d:\d\d", text):
        with contextlib.suppress(ValueError, OverflowError):
            when: datetime = parser.parse(text, parserinfo=_Words(), fuzzy=True)
            return when
    return None


def moment_of(text: str | datetime, zone: ZoneInfo | None) -> datetime | None:
    """Return when something was handed in, in naive UTC; ``None`` if a text tells no moment.

    A time without a zone is in ``zone``, or in this machine's. A date that could be read in two
    ways (3/4/2030) tells none.
    """
    when = text if isinstance(text, datetime) else _parsed(text)
    if when is None:
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=zone) if zone else when.astimezone()
    return when.astimezone(UTC).replace(tzinfo=None)


def stamp(when: datetime) -> str:
    """Return what ``timestamp.txt`` holds for a moment in naive UTC."""
    return f"{when:%Y-%m-%d %H:%M:%S} UTC\n"
