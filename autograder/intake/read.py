"""Read a file that a student handed in as a notebook, whatever its bytes.

What honest people do by accident is repaired with a note. What cannot be read is refused with the
reason. Nothing here raises on any content.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autograder.cells import printable
from autograder.files import IrregularFileError, opened_regular
from autograder.intake.submitted import SubmittedCell, cells_of
from autograder.notes import Notes

FILE_BYTES = 20_000_000
MAX_DEPTH = 64
MAX_TOKENS = 2_000_000
"""Texts and brackets in a file: what is many small things costs far more than its bytes."""

_TEXT = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?', re.DOTALL)
_BRACKET = re.compile(r"[\[\]{}]")


@dataclass
class Intake:
    """What was read of a submission.

    Attributes
    ----------
    cells : tuple of SubmittedCell
        The notebook's cells in order, normalised.
    notes : Notes
        Each repair, and each thing that was ignored.
    refused : str or None
        Why nothing could be read; then there are no cells.
    missing : bool
        Whether it is refused for nothing but that no such notebook was handed in.
    file : str or None
        The name of the file that was read, safe to print.
    files : dict of str to bytes
        Files beside the notebook that the course gives to students' code, by path.
    ignored : tuple of str
        Names of those that it does not.
    """

    cells: tuple[SubmittedCell, ...] = ()
    notes: Notes = field(default_factory=Notes)
    refused: str | None = None
    missing: bool = False
    file: str | None = None
    files: dict[str, bytes] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()

    @property
    def grade_ids(self) -> set[str]:
        """The grade ids found in it."""
        return {cell.grade_id for cell in self.cells if cell.grade_id}


class _RefusedError(ValueError):
    """A file that cannot be read, with the reason."""


def read_bytes(data: bytes, *, file_bytes: int = FILE_BYTES) -> Intake:
    """Read a notebook from its bytes."""
    notes = Notes()
    try:
        if len(data) > file_bytes:
            raise _RefusedError(f"the file is larger than {file_bytes / 1e6:.0f} MB")
        notebook = _parse(_decode(data, notes), notes)
        return Intake(cells_of(notebook, notes), notes)
    except (_RefusedError, RecursionError, MemoryError) as refusal:
        reason = str(refusal) or "its structure is nested too deeply or too large"
        return Intake(notes=notes, refused=f"the file cannot be read as a notebook: {reason}")


def read_file(path: Path, file_bytes: int) -> Intake:
    """Read a notebook from a file; a link, a pipe or a device is refused."""
    try:
        data = regular_bytes(path, file_bytes)
    except (_RefusedError, IrregularFileError) as refusal:
        return Intake(refused=f"{printable(path.name)} was refused: {refusal}")
    except (OSError, ValueError) as error:
        return Intake(refused=f"{printable(path.name)} cannot be opened: {reason_of(error)}")
    intake = read_bytes(data, file_bytes=file_bytes)
    intake.file = printable(path.name)
    return intake


def reason_of(error: Exception) -> str:
    """Return what the system says of an error."""
    return printable(getattr(error, "strerror", None) or error)


def regular_bytes(path: Path, limit: int) -> bytes:
    """Read a regular file that is not too large."""
    with opened_regular(path) as file:
        size = os.fstat(file.fileno()).st_size
        if size > limit:
            raise _RefusedError(
                f"it has {size / 1e6:.0f} MB, more than the {limit / 1e6:.0f} MB allowed;"
                " clear the outputs and hand it in again"
            )
        return file.read(limit + 1)


def _decode(data: bytes, notes: Notes) -> str:
    if not data.strip(b"\0 \t\r\n"):
        raise _RefusedError("it is empty")
    if data.endswith(b"\0") and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"{\0")):
        data = data.rstrip(b"\0")
        notes.add("repair", "NUL bytes at the end of the file were removed")
    marks = (
        (b"\xef\xbb\xbf", "utf-8", None),
        (b"\xff\xfe\0\0", "utf-32", "UTF-32"),
        (b"\0\0\xfe\xff", "utf-32", "UTF-32"),
        (b"\xff\xfe", "utf-16", "UTF-16"),
        (b"\xfe\xff", "utf-16", "UTF-16"),
        (b"{\0", "utf-16-le", "UTF-16"),
        (b"\0{", "utf-16-be", "UTF-16"),
    )
    for mark, encoding, name in marks:
        if data.startswith(mark):
            if name is None:
                notes.add("repair", "a byte-order mark at the start of the file was removed")
                data = data[len(mark) :]
            else:
                notes.add("repair", f"the file was read as {name}")
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        notes.add("repair", "the file is not UTF-8 and was read as Latin-1")
        return data.decode("latin-1")


def _parse(text: str, notes: Notes) -> dict[str, Any]:
    structure, texts = _TEXT.subn("", text)
    if texts + sum(map(structure.count, "[]{}")) > MAX_TOKENS:
        raise _RefusedError(f"it has more than {MAX_TOKENS:,} texts, lists and objects")
    depth = 0
    for bracket in _BRACKET.findall(structure):
        depth += 1 if bracket in "[{" else -1
        if depth > MAX_DEPTH:
            # Python's own parser recurses: it must not see this.
            raise _RefusedError(f"it is nested deeper than {MAX_DEPTH} levels")
    odd: set[str] = set()

    def constant(name: str) -> None:
        odd.add(f"{name}, which JSON does not have, was read as null")

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(items)
        if len(found) < len(items):
            odd.add("keys that stand twice were read once, the last one")
        return found

    try:
        # Not strict: raw line breaks in strings are read as they stand.
        notebook = json.loads(text, strict=False, parse_constant=constant, object_pairs_hook=pairs)
    except ValueError as error:
        cut_off = "it seems to be cut off; " if depth > 0 else ""
        raise _RefusedError(f"{cut_off}it is not JSON ({printable(error)})") from None
    for what in sorted(odd):
        notes.add("repair", what)
    if not isinstance(notebook, dict):
        raise _RefusedError(f"it holds a {type(notebook).__name__}, not a notebook")
    return notebook
