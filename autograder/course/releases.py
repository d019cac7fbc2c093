"""Which releases of its assignments a course has had: its memory, and the only proof of them."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from autograder.course.cache_folder import DAMAGED, FOLDER, cache_folder, share
from autograder.course.folders import CourseError
from autograder.course.settings import Settings
from autograder.intake.earlier import Release, cells_of_release, cells_released_by

if TYPE_CHECKING:
    from autograder.course.folders import Course

T = TypeVar("T")
MEMORY = Path(FOLDER) / "releases.sqlite"
LIMIT = 1_000_000
"""Characters that are kept of one notebook: some 400 releases. The oldest are forgotten first."""
_TABLE = (
    "CREATE TABLE IF NOT EXISTS releases (assignment TEXT, notebook TEXT, cells TEXT, seen TEXT,"
    " PRIMARY KEY (assignment, notebook, cells))"
)
_FORGET = """
    DELETE FROM releases WHERE assignment = :a AND notebook = :n AND rowid NOT IN (
        SELECT rowid FROM (
            SELECT rowid, SUM(LENGTH(cells)) OVER (ORDER BY rowid DESC) AS together
            FROM releases WHERE assignment = :a AND notebook = :n
        ) WHERE together <= :limit
    )"""


def with_releases(
    settings: Settings, course: Course, assignment: str, sources: Mapping[str, bytes]
) -> Settings:
    """Return how to grade an assignment, with the earlier releases of its notebooks.

    What stands in ``release/`` now is remembered first.

    Parameters
    ----------
    sources : mapping of str to bytes
        The instructor's notebooks, as they are graded.
    """
    remember_standing(course, assignment)
    found = {}
    for name, data in sources.items():
        with contextlib.suppress(ValueError, KeyError, TypeError):
            now = cells_released_by(json.loads(data), settings.rules)
            found[name] = tuple(
                release
                for release in _recalled(course.root, assignment, name)
                if not now.items() >= release.cells.items()
            )
    return replace(settings, releases=tuple((n, each) for n, each in found.items() if each))


def remember_standing(course: Course, assignment: str) -> None:
    """Remember the release that stands in ``release/``."""
    standing = course.path("release", ".", assignment).glob("*.ipynb")
    remember(course.root, assignment, _read(sorted(standing)))


def _read(paths: Iterable[Path]) -> Iterator[tuple[str, bytes, date]]:
    for path in paths:
        with contextlib.suppress(OSError):
            yield path.stem, path.read_bytes(), date.fromtimestamp(path.stat().st_mtime)


def remember(root: Path, assignment: str, released: Iterable[tuple[str, bytes, date]]) -> None:
    """Remember notebooks of a release: name, content and date of each.

    A course that cannot be written goes without.
    """
    rows = [
        (assignment, name, json.dumps(dict(cells)), day.isoformat())
        for name, data, day in released
        if (cells := cells_of_release(data))
    ]
    if not rows:
        return

    def insert(db: sqlite3.Connection) -> None:
        with db:
            db.execute(_TABLE)
            db.executemany("INSERT OR IGNORE INTO releases VALUES (?, ?, ?, ?)", rows)
            for _, name, *_ in rows:
                db.execute(_FORGET, {"a": assignment, "n": name, "limit": LIMIT})

    _use(root, insert)


def _recalled(root: Path, assignment: str, notebook: str) -> list[Release]:
    """Return the releases of a notebook, the oldest first."""

    def select(db: sqlite3.Connection) -> list[Release]:
        db.execute(_TABLE)
        rows = db.execute(
            "SELECT seen, cells FROM releases WHERE assignment = ? AND notebook = ? ORDER BY rowid",
            (assignment, notebook),
        )
        days = ((date.fromisoformat(seen), dict(json.loads(cells))) for seen, cells in rows)
        return [Release(f"{day.day} {day:%B %Y}", cells) for day, cells in days]

    return _use(root, select) or []


def _use(root: Path, work: Callable[[sqlite3.Connection], T]) -> T | None:
    """Do something with the memory; one that is damaged is said to be, and begun anew.

    Other processes may use it, too: each waits for the others.
    """
    path = root / MEMORY
    for _ in range(2):
        try:
            cache_folder(root)
            with contextlib.closing(sqlite3.connect(path)) as db:
                done = work(db)
            share(path)
            return done
        except (OSError, CourseError):
            return None
        except (sqlite3.Error, ValueError, TypeError) as error:
            if isinstance(error, sqlite3.Error) and error.sqlite_errorcode not in DAMAGED:
                return None
            print(
                f"{path} was damaged and begins anew: files of earlier releases may be "
                "reported as tampering again.",
                file=sys.stderr,
            )
            with contextlib.suppress(OSError):
                path.unlink()
    return None
