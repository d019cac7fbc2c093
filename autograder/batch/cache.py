"""What was graded already: results by the content they depend on, and what is on record.

One SQLite file in the course's ``.autograder-cache``, written only by the main process. Every
entry carries a checksum; one that does not match is forgotten and graded again.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import sqlite3
import stat
import sys
import zlib
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

from autograder.batch.graded_file import GradedFile
from autograder.course.cache_folder import DAMAGED, FOLDER, cache_folder, share
from autograder.course.folders import CourseError
from autograder.files import regular_files
from autograder.hashes import READ_LIMIT
from autograder.intake.beside import matches
from autograder.intake.walk import walk
from autograder.result import Result

TRANSIENT = ("timeout", "crashed")  # may come from a busy machine: never reused


class Cache:
    """The course's memory of results.

    Parameters
    ----------
    root : Path
        The course's root.
    groupshared : bool
        Whether all instructors of a group use it.

    Raises
    ------
    CourseError
        If another run holds the course, or the folder cannot be trusted.
    """

    def __init__(self, root: Path, *, groupshared: bool = False) -> None:
        folder = self._folder = cache_folder(root, groupshared=groupshared)
        try:
            self._hold(folder)
            with contextlib.ExitStack() as undo:
                undo.callback(self._lock.close)
                if not (folder / ".gitignore").exists():
                    (folder / ".gitignore").write_text("*\n")
                self._open(folder / "results.sqlite")
                for name in ("lock.sqlite", "results.sqlite"):
                    share(folder / name)
                undo.pop_all()
        except (OSError, sqlite3.Error) as error:
            raise CourseError(f"{folder} cannot be used: {error}") from None

    def _hold(self, folder: Path) -> None:
        """Keep every other run out; the lock ends with this process however it ends."""
        self._lock = sqlite3.connect(folder / "lock.sqlite", timeout=0, isolation_level=None)
        try:
            self._lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            self._lock.close()
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            raise CourseError(
                "Another run is grading this course. Wait for it to end, then run this again."
            ) from None
        except sqlite3.DatabaseError:
            self._lock.close()
            (folder / "lock.sqlite").unlink()
            self._hold(folder)

    def _open(self, path: Path) -> None:
        for attempt in (1, 2):
            self._db = sqlite3.connect(path, isolation_level=None)
            try:
                # A killed process loses nothing that was committed. After a power failure the
                # checksums find what is damaged.
                self._db.execute("PRAGMA synchronous=OFF")
                self._db.execute(
                    "CREATE TABLE IF NOT EXISTS results"
                    " (key TEXT PRIMARY KEY, digest BLOB, payload BLOB)"
                )
                self._db.execute(
                    "CREATE TABLE IF NOT EXISTS recorded (assignment TEXT, student TEXT,"
                    " notebook TEXT, key TEXT, PRIMARY KEY (assignment, student, notebook))"
                )
                self._db.execute(
                    "CREATE TABLE IF NOT EXISTS handed_in (assignment TEXT, student TEXT,"
                    " content TEXT, time TEXT, PRIMARY KEY (assignment, student))"
                )
                self._db.execute(
                    "CREATE TABLE IF NOT EXISTS seen (assignment TEXT, matter TEXT,"
                    " PRIMARY KEY (assignment, matter))"
                )
                return
            except sqlite3.DatabaseError as error:
                self._db.close()
                if attempt == 2 or error.sqlite_errorcode not in DAMAGED:
                    raise
                print(
                    f"{path} was damaged and begins anew: all is graded again, and what you "
                    "acknowledged asks for a look again.",
                    file=sys.stderr,
                )
                path.unlink()

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """Say in one sentence what the database refuses while a run goes on."""
        try:
            yield
        except sqlite3.Error as error:
            path = self._folder / "results.sqlite"
            remedy = "See to it that there is room and that you may write there"
            if getattr(error, "sqlite_errorcode", None) in DAMAGED:
                remedy = "Delete it (all is graded again then)"
            raise CourseError(
                f"{path} cannot be used: {error}. {remedy}, and run this again: it goes on."
            ) from None

    def __enter__(self) -> Cache:
        return self

    def __exit__(self, *exc_info: object) -> None:
        self._db.close()
        self._lock.close()

    def get(self, key: str) -> GradedFile | None:
        """Return a result if one is on file and whole."""
        try:
            row = self._db.execute(
                "SELECT digest, payload FROM results WHERE key = ?", (key,)
            ).fetchone()
            if row is None or _digest(key, row[1]) != row[0]:
                return None
            head, _, notebook = zlib.decompress(row[1]).partition(b"\n")
            data = json.loads(head)
            return GradedFile(Result.from_dict(data["result"]), notebook, data["checksums"])
        except (sqlite3.DatabaseError, zlib.error, ValueError, KeyError, TypeError):
            return None

    def put(self, key: str, graded: GradedFile) -> None:
        """Keep a result, unless another run of the same might end otherwise."""
        if not reusable(graded.result):
            return
        data = {"result": graded.result.to_dict(), "checksums": dict(graded.checksums)}
        payload = zlib.compress(json.dumps(data).encode() + b"\n" + graded.notebook, 1)
        row = (key, _digest(key, payload), payload)
        with self._told():
            self._db.execute("INSERT OR REPLACE INTO results VALUES (?, ?, ?)", row)

    def recorded(self, assignment: str) -> dict[tuple[str, str], str]:
        """Return (student, notebook) -> key of what the gradebook holds."""
        with contextlib.suppress(sqlite3.DatabaseError):
            rows = self._db.execute(
                "SELECT student, notebook, key FROM recorded WHERE assignment = ?", (assignment,)
            )
            return {(student, notebook): key for student, notebook, key in rows}
        return {}

    def handed_in(self, assignment: str) -> dict[str, tuple[str, str]]:
        """Return by student what was graded last: hash of the content, and time."""
        with contextlib.suppress(sqlite3.DatabaseError):
            return _handed_in(self._db, assignment)
        return {}

    def mark(
        self,
        assignment: str,
        keys: Iterable[tuple[str, str, str]],
        handed_in: Iterable[tuple[str, str, str]],
    ) -> None:
        """Note what has just been committed: (student, notebook, key), (student, content, time)."""
        with self._told():
            self._db.execute("BEGIN")
            self._db.executemany(
                "INSERT OR REPLACE INTO recorded VALUES (?, ?, ?, ?)",
                [(assignment, *row) for row in keys],
            )
            self._db.executemany(
                "INSERT OR REPLACE INTO handed_in VALUES (?, ?, ?, ?)",
                [(assignment, *row) for row in handed_in],
            )
            self._db.execute("COMMIT")

    def seen(self, assignment: str) -> set[str]:
        """Return the matters of which a person has said that she has looked at them."""
        with self._told():
            rows = self._db.execute("SELECT matter FROM seen WHERE assignment = ?", (assignment,))
            return {matter for (matter,) in rows}

    def note_seen(self, assignment: str, matters: Iterable[str]) -> None:
        """Note that a person has looked at these matters."""
        rows = [(assignment, matter) for matter in matters]
        with self._told():
            self._db.executemany("INSERT OR REPLACE INTO seen VALUES (?, ?)", rows)


def last_handed_in(root: Path, assignment: str) -> dict[str, tuple[str, str]]:
    """Return what `Cache.handed_in` does, though another run may hold the course."""
    path = root / FOLDER / "results.sqlite"
    with contextlib.suppress(sqlite3.Error):
        database = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        with contextlib.closing(database) as db:
            return _handed_in(db, assignment)
    return {}


def _handed_in(db: sqlite3.Connection, assignment: str) -> dict[str, tuple[str, str]]:
    rows = db.execute(
        "SELECT student, content, time FROM handed_in WHERE assignment = ?", (assignment,)
    )
    return {student: (content, time) for student, content, time in rows}


def matter_of(result: Result, content: str) -> str:
    """Hash what a person looks at: not the seconds in it, which differ each time.

    ``content`` is the hash of what was handed in: a new hand-in is a new matter.
    """
    said = [result.student, result.notebook, *(f"{t.grade_id} {t.verdict}" for t in result.tests)]
    said.append(content)
    said += [re.sub(r"\d+(\.\d+)?", "0", str(note)) for note in result.notes]
    return hashlib.sha256("\0".join(said).encode("utf-8", "replace")).hexdigest()


def reusable(result: Result) -> bool:
    """Whether grading the same again would give the same result.

    What a human must look at was a defect or an accident, unless it is a file that cannot be read.
    """
    if any(test.verdict in TRANSIENT for test in result.tests):
        return False
    if {"death", "defect"} & {note.kind for note in result.notes}:
        return False  # a cell that ran out of time may have left names undefined
    return not result.needs_human or result.isolation == "none"


def submission_hash(
    folder: Path, notebooks: Iterable[str] = (), student_files: Collection[str] = ()
) -> str:
    """Hash what grading can see of a folder: the notebooks' content, and what else is there.

    It looks as intake does, notebooks first and in the order of names, so that no number of other
    files hides a change of the one that is graded; then at what is copied beside it.
    """
    digest = hashlib.sha256()
    found = walk(folder)
    named = [folder / f"{name}.ipynb" for name in notebooks]
    for path in dict.fromkeys([*named, *found.notebooks]):
        with contextlib.suppress(OSError):
            _add(digest, folder, path, path.lstat(), content=True)
    for path, status in found.others:
        given = matches(path.relative_to(folder).as_posix(), student_files)
        with contextlib.suppress(OSError):
            _add(digest, folder, path, status, content=given)
    for _, path in regular_files(folder, (), READ_LIMIT):
        with contextlib.suppress(OSError):
            _add(digest, folder, path, path.lstat())
    return digest.hexdigest()


def _add(
    digest: Any, folder: Path, path: Path, status: os.stat_result, *, content: bool = False
) -> None:
    if path == folder / "timestamp.txt" and not content:
        return  # when it was handed in decides about lateness, not about the answer
    digest.update(str(path.relative_to(folder)).encode("utf-8", "surrogateescape"))
    is_file = stat.S_ISREG(status.st_mode)
    digest.update(f"\0{status.st_mode}\0".encode())
    if content and is_file and status.st_size <= READ_LIMIT:
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    elif is_file:  # copied beside the autograded notebook, never run or read
        digest.update(f"{status.st_size} {status.st_mtime_ns}".encode())


def _digest(key: str, payload: bytes) -> bytes:
    return hashlib.sha256(key.encode() + payload).digest()
