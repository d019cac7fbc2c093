"""Files for a submission's working folder: shared ones, to be written over, and its own."""

from __future__ import annotations

import contextlib
import os
import shutil

COPIED_BYTES = 8 << 20  # of one folder; what is more stands there as a link
COPIED_FILES = 500
ONE_FILE = 1 << 20


def lay_over(shared: str, place: str) -> None:
    """Put the entries of ``shared`` into ``place``: what is small as copies, the rest as links.

    A copy can be written; through a link the shared file is read.
    """
    left_bytes, left_files = COPIED_BYTES, COPIED_FILES
    with os.scandir(shared) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            files, size, largest = _measure(entry)
            target = os.path.join(place, entry.name)
            if files > left_files or size > left_bytes or largest > ONE_FILE:
                os.symlink(entry.path, target)
                continue
            left_files, left_bytes = left_files - files, left_bytes - size
            if entry.is_dir():
                shutil.copytree(entry.path, target, copy_function=_copy)
                for here, _, _ in os.walk(target):
                    os.chmod(here, 0o755)
            else:
                _copy(entry.path, target)


def put(files: dict[str, bytes]) -> None:
    """Write what a student handed in into this folder, over what may stand there."""
    for path, data in files.items():
        with contextlib.suppress(OSError):
            os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
            with contextlib.suppress(FileNotFoundError):
                os.unlink(path)
            with open(path, "wb") as file:
                file.write(data)


def _copy(source: str, target: str) -> None:
    shutil.copyfile(source, target)  # and not its permissions: a copy can be written


def _measure(entry: os.DirEntry[str]) -> tuple[int, int, int]:
    """Return how many files and bytes there are, and the size of the largest."""
    if not entry.is_dir():
        size = entry.stat().st_size
        return 1, size, size
    sizes = [
        os.stat(os.path.join(here, name)).st_size
        for here, _, names in os.walk(entry.path)
        for name in names
    ]
    return len(sizes) + 1, sum(sizes), max(sizes, default=0)
