"""When a submission was handed in: ``timestamp.txt``, as nbgrader reads it."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import Any

from autograder.cells import printable
from autograder.files import IrregularFileError, opened_regular

TIMESTAMP_LIMIT = 1_000  # bytes of the file


def read_timestamp(folder: Path) -> tuple[datetime | None, str]:
    """Read ``timestamp.txt`` as nbgrader does; return naive UTC, and a note if it is no date."""
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
        return parse_utc(text), ""
    except (ValueError, OverflowError, TypeError):
        return None, f"timestamp.txt holds no date ({printable(text, 40)}): lateness was not judged"


def parse_utc(text: str) -> datetime:
    """Turn nbgrader's time text ("2030-01-31 12:00:00 UTC") into naive UTC."""
    from dateutil import parser, tz

    when: datetime
    words = text.split(" ")
    zone: Any = None
    if len(words) == 3:
        name = words[2]
        if re.fullmatch(r"[+-]?\d{1,6}", name):
            zone = int(name)
        elif re.fullmatch(r"[A-Za-z][\w+-]*(/[A-Za-z][\w+-]*){0,2}", name):
            zone = tz.gettz(name)  # never a path: gettz opens those
        when = parser.parse(" ".join([*words[:2], "TZ"]), tzinfos={"TZ": zone})
    else:
        when = parser.parse(text)
    offset = when.utcoffset()
    return when if offset is None else (when - offset).replace(tzinfo=None)
