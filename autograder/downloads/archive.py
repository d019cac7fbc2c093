"""What a downloaded zip or folder holds, read within bounds and without trusting a name in it.

An archive that could reach out of its folder or unfold without end is refused as a whole: no
platform makes such a one. What a student may have caused by one of her files costs that file alone.
"""

from __future__ import annotations

import contextlib
import lzma
import os
import re
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from autograder.cells import printable
from autograder.downloads.paths import MAX_DEPTH, collision, litters, no_path
from autograder.errors import AutograderError
from autograder.files import ENTRY_LIMIT, opened_regular

MAX_FILES = 100_000
MAX_BYTES = 8_000_000_000  # of all files together
MAX_MEMORY = 300_000_000  # the same, of a zip that a student handed in
MAX_RATIO = 100  # how many times its packed size a file may have
FREE_BYTES = 10_000_000  # up to which size the ratio does not matter
FILE_BYTES = 100_000_000  # of one file, nbgrader's default

_DAMAGED = (  # what reading one entry may raise, whatever stands there
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError),
    *(NotImplementedError, ValueError, MemoryError),
)
_ENTRY = b"PK\x01\x02"  # with which each file's entry in a zip's table of contents begins


class DownloadError(AutograderError):
    """A download cannot be used; the message says why and what to do."""


@dataclass(frozen=True)
class Entry:
    """A file of a download.

    Attributes
    ----------
    parts : tuple of str
        The names on its path; none of them leads anywhere else.
    read : callable
        Returns its content, never more than ``size`` bytes.
    """

    parts: tuple[str, ...]
    size: int
    read: Callable[[], bytes] = field(repr=False)

    @property
    def name(self) -> str:
        """The file's name."""
        return self.parts[-1]

    @property
    def path(self) -> str:
        """Its path, for people."""
        return printable("/".join(self.parts))


@dataclass
class Download:
    """The files of a download, and what was left out, each with the reason."""

    path: Path
    entries: list[Entry] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


@contextlib.contextmanager
def opened(path: Path, file_bytes: int = FILE_BYTES) -> Iterator[Download]:
    """Open a zip or a folder; entries can be read until it is closed.

    Raises
    ------
    DownloadError
        If it is neither, or an archive that must not be unpacked.
    """
    try:
        mode = os.stat(path).st_mode
    except OSError as error:
        reason = error.strerror or error
        raise DownloadError(f"{path} cannot be opened: {reason}. Name a zip or a folder.") from None
    if stat.S_ISDIR(mode):
        yield _folder(path, file_bytes)
        return
    if not stat.S_ISREG(mode):
        raise DownloadError(f"{path} is neither a zip nor a folder.")
    with open(path, "rb") as file:
        if not zipfile.is_zipfile(file):
            file.seek(0)
            if file.read(4) == b"PK\x03\x04":
                raise DownloadError(f"{path} is cut off or damaged: download it again.")
            raise DownloadError(
                f"{path} is no zip. If it is another kind of archive, unpack it yourself and name "
                "the folder."
            )
        with _unzipped(file, str(path), MAX_FILES) as archive:
            yield _zip(archive, path, file_bytes, MAX_BYTES)


@contextlib.contextmanager
def _unzipped(file: IO[bytes], where: str, files: int) -> Iterator[zipfile.ZipFile]:
    if _count(file) > files:
        raise DownloadError(f"{where} was refused: it lists more than {files:,} files.")
    try:
        with zipfile.ZipFile(file) as archive:
            yield archive
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise DownloadError(
            f"{where} cannot be read as a zip ({printable(error)}): download it again."
        ) from None


def _count(file: IO[bytes]) -> int:
    """Count a zip's entries, at least, before its whole table of contents becomes objects."""
    file.seek(0)
    count, rest = 0, b""
    while block := file.read(1 << 20):
        count += (rest + block).count(_ENTRY)
        rest = block[-(len(_ENTRY) - 1) :]
    file.seek(0)
    return count


def entries_of_zip(file: IO[bytes], where: str, room: int = MAX_MEMORY) -> Download:
    """Return what a zip that a student handed in holds, in memory; ``room`` is what it may take.

    Raises
    ------
    DownloadError
        If it must not be unpacked.
    """
    with _unzipped(file, where, ENTRY_LIMIT) as archive:
        found = _zip(archive, Path(where), FILE_BYTES, room)
        kept = [(entry, entry.read()) for entry in found.entries]
    found.entries = [Entry(e.parts, len(data), lambda data=data: data) for e, data in kept]  # type: ignore[misc]
    return found


def _zip(archive: zipfile.ZipFile, path: Path, file_bytes: int, most: int) -> Download:
    found = Download(path)
    seen: dict[str, tuple[str, bool]] = {}
    for info in archive.infolist():
        parts = _parts(info, path)
        if info.is_dir() or litters(parts):
            continue
        why = no_path(parts, info.external_attr >> 16) or collision(parts, seen)
        why = why or _too_large(info.file_size, file_bytes) or _bomb(info)
        if why:
            found.left_out.append(f"{printable('/'.join(parts))} {why}")
        else:
            found.entries.append(Entry(parts, info.file_size, _reader(archive, info, path)))
    total = sum(entry.size for entry in found.entries)
    if total > most:
        raise _refused(path, f"unpacked, it would have {total / 1e6:,.0f} MB")
    return found


def _refused(path: Path, why: str) -> DownloadError:
    return DownloadError(
        f"{path} was refused: {why}. No platform makes such a zip; if you trust it, unpack it "
        "yourself and name the folder."
    )


def _parts(info: zipfile.ZipInfo, path: Path) -> tuple[str, ...]:
    """Return the names on an entry's path, or refuse the archive because of them."""
    name = info.filename
    if not info.flag_bits & 0x800:  # the zip does not say that it is UTF-8, and often is
        with contextlib.suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    shown = printable(info.orig_filename, 80)
    if info.flag_bits & 1:
        raise DownloadError(f"{path} has a password: unpack it yourself and name the folder.")
    parts = tuple(name.rstrip("/").split("/"))
    if "\\" in info.orig_filename or "\0" in info.orig_filename:
        raise _refused(path, f"the name {shown} has a backslash or a NUL in it")
    if name.startswith("/") or re.match(r"[A-Za-z]:", name) or ".." in parts:
        raise _refused(path, f"{shown} would be written outside of its folder")
    if any(part in ("", ".") for part in parts):
        raise _refused(path, f"{shown} is no path that every system can have")
    return parts


def _bomb(info: zipfile.ZipInfo) -> str:
    times = info.file_size / max(info.compress_size, 1)
    is_bomb = info.file_size > FREE_BYTES and times > MAX_RATIO
    return f"would unfold to {times:,.0f} times its size" if is_bomb else ""


def _too_large(size: int, file_bytes: int) -> str:
    return f"has {size / 1e6:.0f} MB" if size > file_bytes else ""


def _reader(archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: Path) -> Callable[[], bytes]:
    def read() -> bytes:
        try:
            with archive.open(info) as file:
                return file.read(info.file_size)
        except _DAMAGED as error:
            shown = printable(info.filename)
            raise DownloadError(
                f"{shown} in {path} is damaged ({printable(error)}): download it again."
            ) from None

    return read


def _folder(root: Path, file_bytes: int) -> Download:
    """Return the regular files below a folder; links and special files are left out."""
    found = Download(root)
    todo: list[tuple[str, ...]] = [()]
    while todo:
        here = todo.pop()
        try:
            entries = sorted(os.scandir(root.joinpath(*here)), key=lambda entry: entry.name)
        except OSError as error:
            found.left_out.append(f"{printable('/'.join(here))} cannot be read: {error.strerror}")
            continue
        for entry in entries:
            parts = (*here, entry.name)
            status = entry.stat(follow_symlinks=False)
            if litters(parts):
                continue
            if stat.S_ISDIR(status.st_mode) and len(parts) < MAX_DEPTH:
                todo.append(parts)
            elif not stat.S_ISREG(status.st_mode):
                found.left_out.append(f"{printable('/'.join(parts))} is a link or no file")
            elif why := _too_large(status.st_size, file_bytes):
                found.left_out.append(f"{printable('/'.join(parts))} {why}")
            else:
                read = _file_reader(Path(entry.path), status.st_size)
                found.entries.append(Entry(parts, status.st_size, read))
            if len(found.entries) > MAX_FILES:
                raise DownloadError(
                    f"{root} holds more than {MAX_FILES:,} files: name a subfolder."
                )
    found.entries.sort(key=lambda entry: entry.parts)
    return found


def _file_reader(path: Path, size: int) -> Callable[[], bytes]:
    def read() -> bytes:
        try:
            with opened_regular(path) as file:
                return file.read(size)
        except OSError as error:
            reason = printable(error.strerror or error)
            raise DownloadError(f"{printable(path, 400)} cannot be read: {reason}.") from None

    return read
