"""The course's folder of what the engine remembers: the instructor's alone, or the group's."""

from __future__ import annotations

import contextlib
import os
import secrets
import sqlite3
import stat
from pathlib import Path

from autograder.course.folders import CourseError
from autograder.files import TEMPORARY

FOLDER = ".autograder-cache"
DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
"""Errors after which a database of the folder must begin anew; others pass."""


def cache_folder(root: Path, *, groupshared: bool = False) -> Path:
    """Return the folder; make it at first, and open it to the group where the course is shared.

    Raises
    ------
    CourseError
        If it cannot be made or trusted.
    """
    folder = root / FOLDER
    if folder.is_symlink():
        raise CourseError(f"{folder} is a symbolic link. Remove it and grade again.")
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise CourseError(f"{folder} cannot be used: {error}") from None
    if groupshared:
        _open_to_group(folder, 0o2770)
    return folder


def subfolder(folder: Path, name: str) -> Path:
    """Return a folder in the cache's, made at first and open to the same people."""
    made = folder / name
    made.mkdir(exist_ok=True)
    if _is_shared(folder):
        _open_to_group(made, 0o2770)
    return made


def share(file: Path) -> None:
    """Open a file to whom its folder is open."""
    if _is_shared(file.parent):
        _open_to_group(file, file_mode(file.parent))


def file_mode(folder: Path) -> int:
    """Return the permissions of a new file in the folder."""
    return 0o660 if _is_shared(folder) else 0o600


def _is_shared(folder: Path) -> bool:
    return bool(folder.stat().st_mode & stat.S_IWGRP)


def _open_to_group(path: Path, mode: int) -> None:
    with contextlib.suppress(PermissionError):  # another of the group made it, who has opened it
        path.chmod(mode)


def course_salt(folder: Path) -> str:
    """Return the course's secret that enters hidden tests' seeds; make one at first.

    Raises
    ------
    CourseError
        If the file is empty: with no secret, students could work out the hidden tests' inputs.
    """
    path = folder / "salt"
    if not path.exists():
        _make_salt(path)
    share(path)
    salt = path.read_text().strip()
    if not salt:
        raise CourseError(
            f"{path} is empty. Delete it: the next run makes a new one, and grades all anew."
        )
    return salt


def _make_salt(path: Path) -> None:
    """Write a secret beside and give it its name; one that was there first stays."""
    part = path.parent / f"{TEMPORARY}salt-{os.getpid()}"
    try:
        part.write_text(secrets.token_hex(16))
        part.chmod(file_mode(path.parent))
        os.link(part, path)
    except FileExistsError:
        pass  # another process was quicker
    except OSError:  # no links here, as on some network drives
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
