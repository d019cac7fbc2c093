"""When work is due: the course's time zone, and extensions for single students."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.cells import printable
from autograder.course.folders import CourseError
from autograder.tables import read_table
from autograder.words import moment

if TYPE_CHECKING:
    from autograder.course.folders import Course

EXTENSIONS = "extensions.csv"
_COLUMNS = ("assignment", "student", "until")
_ZONES = ("NbGraderAPI", "Exchange")  # whose timezone counts, the first that has one


def zone_of(course: Course) -> tzinfo:
    """Return the time zone in which times are shown and extensions are read.

    It is the one in which formgrader shows times (``c.NbGraderAPI.timezone``); without it the one
    in which nbgrader's exchange stamps hand-ins (``c.Exchange.timezone``); without both UTC.

    Raises
    ------
    CourseError
        If no time zone has that name.
    """
    from dateutil import tz

    section, name = _setting(course)
    if not section:
        return UTC
    found: tzinfo | None = tz.gettz(name)
    if found is None:
        raise CourseError(
            f"c.{section}.timezone in nbgrader_config.py is {printable(name)!r}, which is "
            "no time zone. Write one such as 'Europe/Vienna'."
        )
    return found


def zone_name(course: Course) -> str:
    """Return the name of the course's time zone, for people."""
    return printable(_setting(course)[1])


def _setting(course: Course) -> tuple[str, str]:
    """Return which section sets the time zone, and its name."""
    for section in _ZONES:
        if name := course.setting(section, "timezone"):
            return section, str(name)
    return "", "UTC"


def extensions_of(course: Course, assignment: str) -> dict[str, datetime | None]:
    """Return until when students may hand in an assignment, from ``extensions.csv``.

    Returns
    -------
    dict
        By student, naive UTC; ``None`` where an extension is taken back.

    Raises
    ------
    CourseError, TableError
        If the file cannot be read; the message names the line.
    """
    found: dict[str, datetime | None] = {}
    for where, name, student, until in _rows(course.root / EXTENSIONS):
        if name != assignment:
            continue
        if student in found:
            raise CourseError(f"{where}: {printable(student)} has an extension twice. Keep one.")
        found[student] = _moment(until, course, where) if until else None
    return found


def doubts_of(
    course: Course, duedate: datetime | None, known: Mapping[str, datetime | None]
) -> list[str]:
    """Say what ``extensions.csv`` has no effect with: unknown assignments, dates before the due.

    Parameters
    ----------
    duedate : datetime or None
        The assignment's, in naive UTC.
    known : mapping
        Its extensions, as :func:`extensions_of` has them.
    """
    named = {name: where for where, name, *_ in _rows(course.root / EXTENSIONS)}
    said = [
        f"{where}: there is no assignment {printable(name)!r} under {course.steps['source']}/."
        for name, where in named.items()
        if not course.path("source", ".", name).is_dir()
    ]
    zone = zone_of(course)
    said += [
        f"{EXTENSIONS} gives {printable(student)} until {moment(until, zone)}, which is not after "
        f"the due date, {moment(duedate, zone)}: no extension."
        for student, until in sorted(known.items())
        if until and duedate and until <= duedate
    ]
    return said


def _rows(path: Path) -> Iterator[tuple[str, str, str, str]]:
    """Yield where each row of the file stands, and its three fields."""
    if not path.exists():
        return
    table = read_table(path)
    if missing := [name for name in _COLUMNS if table.column(name) is None]:
        raise CourseError(
            f"{path} has no column {', '.join(missing)}: its first line must be "
            f"{','.join(_COLUMNS)}."
        )
    places = [table.need(name) for name in _COLUMNS]
    for number, row in zip(table.lines, table.rows, strict=True):
        name, student, until = (row[place] for place in places)
        yield f"{path}, line {number}", name, student, until


def _moment(text: str, course: Course, where: str) -> datetime:
    """Read a date, which lasts until its end, or a date and time."""
    try:
        when = _end_of_day(text) or datetime.fromisoformat(text)
    except ValueError:
        raise CourseError(
            f"{where}: {printable(text, 40)!r} is no time. Write it as 2030-01-31 or "
            "2030-01-31 18:00, in the course's time zone."
        ) from None
    if when.tzinfo is None:
        when = when.replace(tzinfo=zone_of(course))
    return when.astimezone(UTC).replace(tzinfo=None)


def _end_of_day(text: str) -> datetime | None:
    """Return the end of a day, in whatever form of a date; ``None`` if it has a time."""
    with contextlib.suppress(ValueError):
        return datetime.combine(date.fromisoformat(text), time(23, 59, 59))
    return None
