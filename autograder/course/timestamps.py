"""When a submission was handed in: ``timestamp.txt``, as nbgrader reads it."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from pathlib import Path

from autograder.cells import printable
from autograder.files import IrregularFileError, opened_regular

TIMESTAMP_LIMIT = 1_000  # bytes of the file
_OFFSET = re.compile(r"([+-])(\d\d):?(\d\d)?")
# Never a path: dateutil opens those.
_NAMED = re.compile(r"(?!(?i:[ap]m)$)[A-Za-z][\w+-]*(/[A-Za-z][\w+-]*){0,2}|" + _OFFSET.pattern)


def read_timestamp(folder: Path, home: str = "UTC") -> tuple[datetime | None, str]:
    """Read ``timestamp.txt`` as nbgrader does; return naive UTC, and a note if it is no date.

    Parameters
    ----------
    home : str
        The time zone in which nbgrader stamps hand-ins, ``c.Exchange.timezone``.
    """
    try:
        with opened_regular(folder / "timestamp.txt") as file:
            text = file.read(TIMESTAMP_LIMIT).decode("utf-8", "replace").strip()
    except FileNotFoundError:
        return None, ""
    except IrregularFileError:
        return None, "timestamp.txt is not a regular file: lateness was not judged"
    except OSError:
        return None, "timestamp.txt could not be read: lateness was not judged"
    if not text:
        return None, "timestamp.txt is empty: lateness was not judged"
    try:
        return parse_utc(text, home), ""
    except (ValueError, OverflowError, TypeError):
        said = printable(text, 40)
        return None, f"timestamp.txt holds no date that is known ({said}): lateness was not judged"


def parse_utc(text: str, home: str = "UTC") -> datetime:
    """Turn nbgrader's time text ("2030-01-31 12:00:00 UTC") into naive UTC.

    Parameters
    ----------
    home : str
        The time zone in which nbgrader stamps hand-ins. It writes the zone's short name, "CEST",
        which means something else in another part of the world, or nothing.

    Raises
    ------
    ValueError
        If it is no time, or in a zone that is not known.
    """
    from dateutil import parser

    when: datetime
    words = text.split(" ")
    if len(words) == 3 and (words[2].isdecimal() or _NAMED.fullmatch(words[2])):
        when = parser.parse(" ".join(words[:2])).replace(tzinfo=_zone(words[2], home))
    else:
        when = parser.parse(text, tzinfos=lambda name, offset: _told_zone(name, offset, home))
    offset = when.utcoffset()
    return when if offset is None else (when - offset).replace(tzinfo=None)


def _told_zone(name: str | None, offset: int | None, home: str) -> tzinfo | None:
    """Return the zone that dateutil has found in a text, if any."""
    if offset is not None:
        return timezone(timedelta(seconds=offset))
    return _zone(name, home) if name else None


def _zone(name: str, home: str) -> tzinfo:
    from dateutil import tz

    if name.isdecimal():
        return timezone(timedelta(seconds=int(name)))  # as nbgrader reads a bare number
    if match := _OFFSET.fullmatch(name):
        size = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
        return timezone(-size if match[1] == "-" else size)
    here = tz.gettz(home)
    for month in (1, 7):  # with and without summer time
        if here is not None and datetime(2030, month, 1, tzinfo=here).tzname() == name:
            return timezone(datetime(2030, month, 1, tzinfo=here).utcoffset() or timedelta(0))
    known: tzinfo | None = UTC if name == "Z" else tz.gettz(name)
    if known is None:
        raise ValueError(f"{name} is no time zone that is known here")
    return known
