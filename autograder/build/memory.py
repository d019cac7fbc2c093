"""What was built of what: a file that still is what it was built as is not built again."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from autograder.course.cache_folder import FOLDER, cache_folder, file_mode
from autograder.course.folders import CourseError
from autograder.files import regular_files, write_atomically

_MOST = 1 << 30  # bytes of one file that enters a key


class Memory:
    """The course's memory of its builds. To lose it costs time only.

    Parameters
    ----------
    root : Path
        The course's folder.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._file = root / FOLDER / "built.json"
        self._known = self._read()

    def _read(self) -> dict[str, list[str]]:
        with contextlib.suppress(OSError, ValueError):
            return dict(json.loads(self._file.read_bytes()))
        return {}

    def holds(self, file: Path, key: str) -> bool:
        """Whether a file is what was built under this key."""
        return self._known.get(self._name(file)) == [key, _digest_of(file)]

    def note(self, file: Path, key: str) -> None:
        """Note that a file was built under this key."""
        # What a table's maker has noted meanwhile stays.
        self._known = self._read() | {self._name(file): [key, _digest_of(file)]}
        with contextlib.suppress(OSError, CourseError):
            mode = file_mode(cache_folder(self.root))
            write_atomically(self._file, json.dumps(self._known).encode(), mode)

    def _name(self, file: Path) -> str:
        return file.relative_to(self.root).as_posix()


def build_key(*parts: Path | str) -> str:
    """Return the key of a build: a hash of texts, files, and all Python files of folders."""
    digest = hashlib.sha256()
    for part in parts:
        if isinstance(part, str):
            digest.update(f"{part}\0".encode())
        elif part.is_dir():
            digest.update(_folder(part).encode())
        else:
            digest.update(_digest_of(part).encode())
    return digest.hexdigest()


def _digest_of(file: Path) -> str:
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError:
        return ""


@cache  # nothing that is built is Python
def _folder(folder: Path) -> str:
    digest = hashlib.sha256()
    for name, path in _python_files(folder):
        digest.update(f"{name}\0{_digest_of(path)}\0".encode())
    return digest.hexdigest()


def _python_files(folder: Path) -> Iterable[tuple[str, Path]]:
    found = sorted(regular_files(folder, ("__pycache__",), _MOST))
    return [(name, path) for name, path in found if name.endswith(".py")]
