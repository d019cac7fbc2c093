"""When work is due: the course's time zone, and extensions for single students."""

from __future__ import annotations

from datetime import UTC, datetime, time, tzinfo
from typing import TYPE_CHECKING

from autograder.cells import printable
from autograder.course.folders import CourseError
from autograder.tables import read_table

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
    path = course.root / EXTENSIONS
    if not path.exists():
        return {}
    table = read_table(path)
    if missing := [name for name in _COLUMNS if table.column(name) is None]:
        raise CourseError(
            f"{path} has no column {', '.join(missing)}: its first line must be "
            f"{','.join(_COLUMNS)}."
        )
    places = [table.need(name) for name in _COLUMNS]
    found: dict[str, datetime | None] = {}
    for number, row in zip(table.lines, table.rows, strict=True):
        where = f"{path}, line {number}"
        name, student, until = (row[place] for place in places)
        if name != assignment:
            continue
        if student in found:
            raise CourseError(f"{where}: {printable(student)} has an extension twice. Keep one.")
        found[student] = _moment(until, course, where) if until else None
    return found


def _moment(text: str, course: Course, where: str) -> datetime:
    """Read a date, which lasts until its end, or a date and time."""
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        raise CourseError(
            f"{where}: {printable(text, 40)!r} is no time. Write it as 2030-01-31 or "
            "2030-01-31 18:00, in the course's time zone."
        ) from None
    if len(text) == len("2030-01-31"):
        when = datetime.combine(when.date(), time(23, 59, 59))
    if when.tzinfo is None:
        when = when.replace(tzinfo=zone_of(course))
    return when.astimezone(UTC).replace(tzinfo=None)
