"""What a downloaded zip or folder holds, read within bounds and without trusting a name in it.

An archive that could reach out of its folder, unfold without end, or mean different files on
different systems is refused as a whole: no platform makes such a one.
"""

from __future__ import annotations

import contextlib
import os
import re
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from autograder.cells import printable
from autograder.errors import AutograderError
from autograder.files import opened_regular

MAX_FILES = 100_000
MAX_BYTES = 8_000_000_000  # of all files together
MAX_MEMORY = 300_000_000  # the same, of a zip that a student handed in
MAX_RATIO = 100  # how many times its packed size a file may have
FREE_BYTES = 10_000_000  # up to which size the ratio does not matter
FILE_BYTES = 100_000_000  # of one file, nbgrader's default
MAX_DEPTH = 20
MAX_NAME = 255

_LITTER = {"__macosx", ".ds_store", "thumbs.db", "desktop.ini", ".git", ".ipynb_checkpoints"}
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(\..*)?", re.IGNORECASE)
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
        with _unzipped(file, str(path)) as archive:
            yield _zip(archive, path, file_bytes)


@contextlib.contextmanager
def _unzipped(file: IO[bytes], where: str) -> Iterator[zipfile.ZipFile]:
    if _count(file) > MAX_FILES:
        raise DownloadError(f"{where} was refused: it lists more than {MAX_FILES:,} files.")
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


def entries_of_zip(file: IO[bytes], where: str, file_bytes: int = FILE_BYTES) -> Download:
    """Return what a zip holds that stands in memory.

    Raises
    ------
    DownloadError
        If it must not be unpacked.
    """
    with _unzipped(file, where) as archive:
        found = _zip(archive, Path(where), file_bytes, MAX_MEMORY)
        kept = [(entry, entry.read()) for entry in found.entries]
    found.entries = [Entry(e.parts, len(data), lambda data=data: data) for e, data in kept]  # type: ignore[misc]
    return found


def _zip(
    archive: zipfile.ZipFile, path: Path, file_bytes: int, most: int | None = None
) -> Download:
    found = Download(path)
    seen: dict[str, tuple[str, bool]] = {}
    total = packed = 0
    for info in archive.infolist():
        parts = _parts(info, path)
        total, packed = total + info.file_size, packed + info.compress_size
        _refuse_bomb(path, parts, info.file_size, info.compress_size)
        _refuse_collision(path, parts, info.is_dir(), seen)
        if info.is_dir() or _litters(parts):
            continue
        if info.file_size > file_bytes:
            found.left_out.append(_too_large(parts, info.file_size))
            continue
        found.entries.append(Entry(parts, info.file_size, _reader(archive, info, path)))
    if total > (most or MAX_BYTES):
        raise _refused(path, f"unpacked, it would have {total / 1e6:,.0f} MB")
    _refuse_bomb(path, ("all files together",), total, packed)
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
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        what = "a link" if stat.S_ISLNK(kind) else "a device"
        raise _refused(path, f"{shown} is {what}")
    parts = tuple(name.rstrip("/").split("/"))
    if "\\" in info.orig_filename or "\0" in info.orig_filename:
        raise _refused(path, f"the name {shown} has a backslash or a NUL in it")
    if name.startswith("/") or re.match(r"[A-Za-z]:", name) or ".." in parts:
        raise _refused(path, f"{shown} would be written outside of its folder")
    if any(part in ("", ".") or len(part.encode()) > MAX_NAME for part in parts):
        raise _refused(path, f"{shown} is no path that every system can have")
    if len(parts) > MAX_DEPTH:
        raise _refused(path, f"{shown} lies more than {MAX_DEPTH} folders deep")
    if any(_DEVICE.fullmatch(part.rstrip(" .")) for part in parts):
        raise _refused(path, f"{shown} is the name of a device on Windows")
    return parts


def _refuse_bomb(path: Path, parts: tuple[str, ...], size: int, packed: int) -> None:
    if size > FREE_BYTES and size > MAX_RATIO * max(packed, 1):
        what = printable("/".join(parts), 80)
        raise _refused(path, f"{what} would unfold to {size / max(packed, 1):,.0f} times its size")


def _refuse_collision(
    path: Path, parts: tuple[str, ...], is_folder: bool, seen: dict[str, tuple[str, bool]]
) -> None:
    """Refuse two names that are one file, or a file and a folder, on some systems."""
    for length in range(1, len(parts) + 1):
        name = "/".join(parts[:length])
        plain = "/".join(
            unicodedata.normalize("NFC", part).casefold().rstrip(" .") for part in parts[:length]
        )
        folder = is_folder or length < len(parts)
        if plain not in seen:
            seen[plain] = (name, folder)
        elif not folder or seen[plain] != (name, True):
            shown = f"{printable(seen[plain][0], 80)} and {printable(name, 80)}"
            raise _refused(path, f"{shown} are the same name on some systems")


def _litters(parts: tuple[str, ...]) -> bool:
    return any(part.casefold() in _LITTER or part.startswith("._") for part in parts)


def _too_large(parts: tuple[str, ...], size: int) -> str:
    return f"{printable('/'.join(parts))} has {size / 1e6:.0f} MB"


def _reader(archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: Path) -> Callable[[], bytes]:
    def read() -> bytes:
        try:
            with archive.open(info) as file:
                return file.read(info.file_size)
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError) as error:
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
        for entry in sorted(os.scandir(root.joinpath(*here)), key=lambda entry: entry.name):
            parts = (*here, entry.name)
            status = entry.stat(follow_symlinks=False)
            if _litters(parts):
                continue
            if stat.S_ISDIR(status.st_mode) and len(parts) < MAX_DEPTH:
                todo.append(parts)
            elif not stat.S_ISREG(status.st_mode):
                found.left_out.append(f"{printable('/'.join(parts))} is a link or no file")
            elif status.st_size > file_bytes:
                found.left_out.append(_too_large(parts, status.st_size))
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
