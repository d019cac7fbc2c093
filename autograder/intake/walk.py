"""What stands in a submission's folder, looked through within bounds."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

from autograder.cells import printable

MAX_ENTRIES = 10_000
FOLDER_DEPTH = 3
FINDERS = frozenset(
    ["timestamp.txt", ".DS_Store", "Thumbs.db", ".ipynb_checkpoints", "__pycache__"]
)
"""What file managers and nbgrader leave there."""


@dataclass
class Walk:
    """What stands in a submission's folder, notebooks first, and whether that is all."""

    notebooks: list[Path] = field(default_factory=list)
    others: list[tuple[Path, os.stat_result]] = field(default_factory=list)
    left_out: str = ""


def walk(folder: Path) -> Walk:
    """Look through a submission's folder, no link followed: so many entries, so many folders deep.

    The order is that of the names, never the file system's.
    """
    found = Walk()
    count = 0
    todo = [(folder, 1)]
    while todo:
        place, depth = todo.pop(0)
        try:
            with os.scandir(place) as entries:
                listed = sorted(entries, key=lambda e: (not _is_notebook(e.name), e.name))
        except OSError:
            continue
        for entry in listed:
            count += 1
            if count > MAX_ENTRIES:
                found.left_out = f"only the first {MAX_ENTRIES:,} files were looked at"
                return found
            try:
                status = entry.stat(follow_symlinks=False)
            except OSError:
                continue
            path, is_folder = Path(entry.path), stat.S_ISDIR(status.st_mode)
            if _is_notebook(entry.name) and not is_folder:
                found.notebooks.append(path)
            else:
                found.others.append((path, status))
            if is_folder and entry.name not in FINDERS:
                if depth < FOLDER_DEPTH:
                    todo.append((path, depth + 1))
                else:
                    found.left_out = f"folders in {printable(entry.name)} were not looked at"
    return found


def _is_notebook(name: str) -> bool:
    return name.lower().endswith(".ipynb")
