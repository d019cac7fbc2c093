"""What came into nbgrader's exchange, and what of it would end ``nbgrader collect`` for all."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from autograder.course.folders import Course, CourseError
from autograder.course.timestamps import parse_utc
from autograder.files import ENTRY_LIMIT


@dataclass(frozen=True)
class Inbound:
    """A folder in the exchange, of which ``nbgrader collect`` reads student and time in the name.

    Attributes
    ----------
    trouble : str
        Why ``nbgrader collect`` would end there; empty where it would not.
    """

    name: str
    folder: Path
    student: str
    trouble: str = ""


def inbound(course: Course, assignment: str) -> list[Inbound]:
    """Return the folders of an assignment that students handed in to nbgrader's exchange.

    Raises
    ------
    CourseError
        If the exchange cannot be read.
    """
    place = course.exchange / course.course_id / "inbound"
    try:
        with os.scandir(place) as entries:
            paths = sorted(Path(e.path) for e in entries if f"+{assignment}+" in e.name)
    except OSError as error:
        raise CourseError(
            f"The exchange cannot be read: {error}. c.Exchange.root in nbgrader_config.py names it."
        ) from None
    found = []
    for path in paths:
        student, *rest = path.name.rsplit("+", 3)  # nbgrader's own way: a name may hold a plus
        if not _is_time(rest[1] if len(rest) > 1 else ""):
            found.append(Inbound(path.name, path, student, "no time of handing in is in its name"))
        elif rest[0] == assignment:
            found.append(Inbound(path.name, path, student, _trouble(path)))
    return found


def _is_time(text: str) -> bool:
    try:
        parse_utc(text)
    except (ValueError, OverflowError, TypeError):
        return False
    return True


def _trouble(folder: Path) -> str:
    """Say what of a folder nbgrader would follow or wait for: it copies what a link leads to."""
    if not stat.S_ISDIR(os.lstat(folder).st_mode):
        return "it is no folder"
    seen = 0
    for here, folders, files in os.walk(folder):
        for name in (*folders, *files):
            seen += 1
            mode = os.lstat(os.path.join(here, name)).st_mode
            if not (stat.S_ISDIR(mode) or stat.S_ISREG(mode)):
                return "a link or a special file is in it"
            if seen > ENTRY_LIMIT:
                return f"more than {ENTRY_LIMIT:,} files are in it"
    return ""
