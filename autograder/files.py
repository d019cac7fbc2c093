"""Files: written beside and renamed, never half there; read only where they are regular ones."""

from __future__ import annotations

import contextlib
import fnmatch
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import IO

TEMPORARY = ".autograder-part-"  # a hidden name that no glob of nbgrader's matches
ENTRY_LIMIT = 10_000  # entries looked at in one submission


class IrregularFileError(OSError):
    """What should be opened is a link, a folder, a pipe or a device; the message says it."""


def write_atomically(path: Path, data: bytes, mode: int | None) -> None:
    """Write a file so that at any moment either the old or the whole new one is there.

    Parameters
    ----------
    mode : int or None
        Its permissions; None leaves them to the system. Where the group may write the file, it may
        write folders that are made for it.
    """
    make_folder(path.parent, shared=bool(mode and mode & stat.S_IWGRP))
    part = path.parent / f"{TEMPORARY}{os.getpid()}"
    try:
        with open(part, "wb") as file:
            file.write(data)
        if mode is not None:
            os.chmod(part, mode)
        os.replace(part, path)
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(part)


def mode_for(*, shared: bool) -> int:
    """Return the permissions of a file that people read; the group's, too, where it shares all."""
    return 0o664 if shared else 0o644


def make_folder(folder: Path, *, shared: bool) -> None:
    """Make a folder and those above it; where a course is ``shared``, new ones are the group's."""
    if folder.is_dir():
        return
    new = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    if shared:
        for each in new:
            with contextlib.suppress(PermissionError):  # another of the group was quicker
                each.chmod(stat.S_IMODE(each.stat().st_mode) | 0o2770)


def opened_regular(path: Path) -> IO[bytes]:
    """Open a regular file: no link is followed, no pipe or device waited for.

    Raises
    ------
    OSError
        `IrregularFileError` if it is anything else.
    """
    # The check before opening serves systems without O_NOFOLLOW.
    if stat.S_ISLNK(os.lstat(path).st_mode):
        raise IrregularFileError("it is a symbolic link")
    flags = os.O_RDONLY
    for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY"):
        flags |= getattr(os, name, 0)
    descriptor = os.open(path, flags)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise IrregularFileError("it is not a regular file")
    return open(descriptor, "rb")


def why_no_folder(folder: Path) -> str | None:
    """Say why a folder must not be looked into; empty where there is none, None if it is one."""
    try:
        mode = os.lstat(folder).st_mode
        if stat.S_ISDIR(mode):
            os.scandir(folder).close()
            return None
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return ""
    except OSError as error:  # somebody else's folder, or a drive that has gone
        return f"cannot be read ({error.strerror})"
    return "is a symbolic link" if stat.S_ISLNK(mode) else ""


def regular_files(folder: Path, ignore: tuple[str, ...], limit: int) -> Iterator[tuple[str, Path]]:
    """Yield (relative path, path) of regular files below a folder; never leave it by a link."""
    waiting, seen = [(folder, "")], 0
    while waiting:
        here, prefix = waiting.pop()
        with contextlib.suppress(OSError), os.scandir(here) as entries:
            # In the order of names: which files are seen must not depend on the disk.
            for entry in sorted(entries, key=lambda entry: entry.name):
                seen += 1
                if seen > ENTRY_LIMIT:
                    return
                if any(fnmatch.fnmatch(entry.name, glob) for glob in ignore):
                    continue
                info = entry.stat(follow_symlinks=False)
                if stat.S_ISDIR(info.st_mode):
                    waiting.append((Path(entry.path), f"{prefix}{entry.name}/"))
                elif stat.S_ISREG(info.st_mode) and info.st_size <= limit:
                    yield prefix + entry.name, Path(entry.path)
