"""Files that a student hands in beside the notebook and that the course gives to her code."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from autograder.cells import printable
from autograder.intake.read import regular_bytes
from autograder.notes import Notes

MAX_BYTES = 16_000_000
MAX_FILES = 200


def given_to_code(
    folder: Path,
    others: Iterable[tuple[Path, os.stat_result]],
    patterns: Collection[str],
    known: Collection[str],
    notes: Notes,
) -> dict[str, bytes]:
    """Return the files that a pattern allows, by their path in the folder.

    Parameters
    ----------
    folder : Path
        What was handed in.
    others : iterable
        What stands in it beside notebooks, with what the system says of it.
    patterns : collection of str
        Of names, or of paths in the folder.
    known : collection of str
        Names of what the instructor hands out: there her own files count, but for one that a
        pattern names exactly.
    notes : Notes
        Takes what could not be read.
    """
    found: dict[str, bytes] = {}
    left = MAX_BYTES
    for path, status in others if patterns else ():
        name = path.relative_to(folder).as_posix()
        if not stat.S_ISREG(status.st_mode) or not matches(name, patterns):
            continue
        if name.partition("/")[0] in known and name not in patterns:
            continue
        if len(found) == MAX_FILES or status.st_size > left or not name.isprintable():
            limit = f"{MAX_FILES} files and {MAX_BYTES / 1e6:.0f} MB"
            text = f"{printable(name)} was not given to the code: at most {limit} with plain names"
            notes.add("refusal", text)
            continue
        try:
            found[name] = regular_bytes(path, left)
        except (OSError, ValueError) as error:
            notes.add("refusal", f"{printable(name)} was not given to the code: {error}")
            continue
        left -= len(found[name])
    return found


def matches(name: str, patterns: Iterable[str]) -> bool:
    """Whether a path in the folder, or its last part, fits a pattern."""
    last = PurePosixPath(name).name
    return any(fnmatchcase(name, each) or fnmatchcase(last, each) for each in patterns)


def wanting(ignored: Iterable[str], said: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield what failed for want of a file that was handed in and not given to the code.

    ``said`` are places with what was said there.
    """
    places = [(place, text) for place, text in said if "No such file" in text]
    for name in ignored:
        place = next((place for place, text in places if f"'{name}'" in text), None)
        if place is not None:
            yield (
                f"{place} did not find `{printable(name)}`, which was handed in beside the "
                "notebook; c.Grader.student_files says which files students' code is given"
            )
