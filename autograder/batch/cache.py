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
import zlib
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from autograder.batch.graded_file import GradedFile
from autograder.course.cache_folder import cache_folder, share
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
        folder = cache_folder(root, groupshared=groupshared)
        try:
            self._hold(folder)
            if not (folder / ".gitignore").exists():
                (folder / ".gitignore").write_text("*\n")
            self._open(folder / "results.sqlite")
            for name in ("lock.sqlite", "results.sqlite"):
                share(folder / name)
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
                    "CREATE TABLE IF NOT EXISTS answers (assignment TEXT, student TEXT,"
                    " notebook TEXT, hash TEXT, PRIMARY KEY (assignment, student, notebook))"
                )
                self._db.execute(
                    "CREATE TABLE IF NOT EXISTS seen (assignment TEXT, matter TEXT,"
                    " PRIMARY KEY (assignment, matter))"
                )
                return
            except sqlite3.DatabaseError:
                self._db.close()
                if attempt == 2:
                    raise
                path.unlink()

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
        self._db.execute(
            "INSERT OR REPLACE INTO results VALUES (?, ?, ?)", (key, _digest(key, payload), payload)
        )

    def recorded(self, assignment: str) -> dict[tuple[str, str], str]:
        """Return (student, notebook) -> key of what the gradebook holds."""
        return self._by_notebook("SELECT student, notebook, key FROM recorded", assignment)

    def answers(self, assignment: str) -> dict[tuple[str, str], str]:
        """Return (student, notebook) -> hash of the answers that were committed last."""
        return self._by_notebook("SELECT student, notebook, hash FROM answers", assignment)

    def _by_notebook(self, select: str, assignment: str) -> dict[tuple[str, str], str]:
        with contextlib.suppress(sqlite3.DatabaseError):
            rows = self._db.execute(f"{select} WHERE assignment = ?", (assignment,))
            return {(student, notebook): value for student, notebook, value in rows}
        return {}

    def mark(
        self,
        assignment: str,
        keys: Iterable[tuple[str, str, str]],
        answers: Iterable[tuple[str, str, str]],
    ) -> None:
        """Note (student, notebook, key or hash) of what has just been committed."""
        self._db.execute("BEGIN")
        for table, rows in (("recorded", keys), ("answers", answers)):
            self._db.executemany(
                f"INSERT OR REPLACE INTO {table} VALUES (?, ?, ?, ?)",
                [(assignment, *row) for row in rows],
            )
        self._db.execute("COMMIT")

    def seen(self, assignment: str, results: Iterable[Result]) -> list[Result]:
        """Return those results about which a person has said that she has looked at them."""
        rows = self._db.execute("SELECT matter FROM seen WHERE assignment = ?", (assignment,))
        known = {matter for (matter,) in rows}
        return [result for result in results if _matter(result) in known]

    def note_seen(self, assignment: str, results: Iterable[Result]) -> None:
        """Note that a person has looked at these results."""
        rows = [(assignment, _matter(result)) for result in results]
        self._db.executemany("INSERT OR REPLACE INTO seen VALUES (?, ?)", rows)


def _matter(result: Result) -> str:
    """Hash what a person looks at: not the seconds in it, which differ each time."""
    said = [result.student, result.notebook, *(f"{t.grade_id} {t.verdict}" for t in result.tests)]
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
        _add(digest, folder, path, status, content=given)
    for _, path in regular_files(folder, (), READ_LIMIT):
        with contextlib.suppress(OSError):
            _add(digest, folder, path, path.lstat())
    return digest.hexdigest()


def _add(
    digest: Any, folder: Path, path: Path, status: os.stat_result, *, content: bool = False
) -> None:
    if path == folder / "timestamp.txt":
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
