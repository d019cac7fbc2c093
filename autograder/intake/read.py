"""Take in what a student handed in: one regular file, read as a notebook whatever its bytes.

What honest people do by accident is repaired with a note. What cannot be read is refused with the
reason. Nothing here raises on any content.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import stat
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autograder.cells import printable
from autograder.intake.submitted import SubmittedCell, cells_of

FILE_BYTES = 20_000_000
MAX_DEPTH = 64
MAX_TOKENS = 2_000_000
"""Texts and brackets in a file: what is many small things costs far more than its bytes."""
MAX_ENTRIES = 2_000
MAX_CANDIDATES = 20
MAX_READ = 3  # times the largest size of one notebook
MAX_NOTES = 20
FOLDER_DEPTH = 3

_TEXT = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?', re.DOTALL)
_BRACKET = re.compile(r"[\[\]{}]")
_FINDERS = {"timestamp.txt", ".DS_Store", "Thumbs.db", ".ipynb_checkpoints", "__pycache__"}


@dataclass
class Intake:
    """What was read of a submission.

    Attributes
    ----------
    cells : tuple of SubmittedCell
        The notebook's cells in order, normalised.
    notes : list of str
        Each repair, and each thing that was ignored.
    refused : str or None
        Why nothing could be read; then there are no cells.
    file : str or None
        The name of the file that was read, safe to print.
    """

    cells: tuple[SubmittedCell, ...] = ()
    notes: list[str] = field(default_factory=list)
    refused: str | None = None
    file: str | None = None

    @property
    def grade_ids(self) -> set[str]:
        """The grade ids found in it."""
        return {cell.grade_id for cell in self.cells if cell.grade_id}


class _RefusedError(Exception):
    """A file that cannot be read, with the reason."""


def read_submission(
    path: Path,
    notebook_name: str,
    *,
    grade_ids: Collection[str] = (),
    known_files: Collection[str] = (),
    file_bytes: int = FILE_BYTES,
) -> Intake:
    """Read a student's notebook from a file or a submission's folder.

    Parameters
    ----------
    path : Path
        The notebook, or the folder that was handed in.
    notebook_name : str
        The notebook's name without extension. In a folder it is looked for first; a file of
        another name is taken where its cells show that it is the one.
    grade_ids : collection of str
        The grade ids of the instructor's notebook, by which a renamed file is recognised.
    known_files : collection of str
        Names of files that belong to the assignment and deserve no note.
    file_bytes : int
        Largest size of a notebook.

    Returns
    -------
    Intake
        The cells, or the reason why there are none. Never raises because of what is on disk.
    """
    path = Path(path)
    try:
        mode = os.lstat(path).st_mode
    except (OSError, ValueError) as error:
        return Intake(refused=f"nothing was handed in: {_reason(error)}")
    if stat.S_ISDIR(mode):
        known = {notebook_name + ".ipynb", *known_files}
        return _from_folder(path, notebook_name, set(grade_ids), known, file_bytes)
    intake = _read_file(path, file_bytes)
    if intake.refused is None and path.name != notebook_name + ".ipynb":
        intake.notes.insert(
            0, f"the file is called {printable(path.name)} instead of {notebook_name}.ipynb"
        )
    return intake


def read_bytes(data: bytes, *, file_bytes: int = FILE_BYTES) -> Intake:
    """Read a notebook from its bytes."""
    notes: list[str] = []
    try:
        if len(data) > file_bytes:
            raise _RefusedError(f"the file is larger than {file_bytes / 1e6:.0f} MB")
        notebook = _parse(_decode(data, notes), notes)
        return Intake(cells_of(notebook, notes), notes)
    except (_RefusedError, RecursionError, MemoryError) as refusal:
        reason = str(refusal) or "its structure is nested too deeply or too large"
        return Intake(notes=notes, refused=f"the file cannot be read as a notebook: {reason}")


def _read_file(path: Path, file_bytes: int) -> Intake:
    try:
        data = _regular_bytes(path, file_bytes)
    except _RefusedError as refusal:
        return Intake(refused=f"{printable(path.name)} was refused: {refusal}")
    except (OSError, ValueError) as error:
        return Intake(refused=f"{printable(path.name)} cannot be opened: {_reason(error)}")
    intake = read_bytes(data, file_bytes=file_bytes)
    intake.file = printable(path.name)
    return intake


def _reason(error: Exception) -> str:
    return printable(getattr(error, "strerror", None) or error)


def _regular_bytes(path: Path, limit: int) -> bytes:
    """Read a regular file: no link is followed, no pipe or device waited for."""
    # The check before opening serves systems without O_NOFOLLOW.
    if stat.S_ISLNK(os.lstat(path).st_mode):
        raise _RefusedError("it is a symbolic link")
    flags = os.O_RDONLY
    for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY"):
        flags |= getattr(os, name, 0)
    descriptor = os.open(path, flags)
    with open(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise _RefusedError("it is not a regular file")
        if status.st_size > limit:
            raise _RefusedError(
                f"it has {status.st_size / 1e6:.0f} MB, more than the {limit / 1e6:.0f} MB allowed;"
                " clear the outputs and hand it in again"
            )
        return file.read(limit + 1)


def _decode(data: bytes, notes: list[str]) -> str:
    if not data.strip(b"\0 \t\r\n"):
        raise _RefusedError("it is empty")
    if data.endswith(b"\0") and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"{\0")):
        data = data.rstrip(b"\0")
        notes.append("NUL bytes at the end of the file were removed")
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
                notes.append("a byte-order mark at the start of the file was removed")
                data = data[len(mark) :]
            else:
                notes.append(f"the file was read as {name}")
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        notes.append("the file is not UTF-8 and was read as Latin-1")
        return data.decode("latin-1")


def _parse(text: str, notes: list[str]) -> dict[str, Any]:
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
        reason = printable(error)
        if depth > 0:
            reason += "; the file seems to be cut off"
        raise _RefusedError(f"it is not JSON ({reason})") from None
    notes.extend(sorted(odd))
    if not isinstance(notebook, dict):
        raise _RefusedError(f"it holds a {type(notebook).__name__}, not a notebook")
    return notebook


def _walk(folder: Path) -> Iterator[tuple[Path, os.stat_result]]:
    """Yield a submission's entries, at most so many, no link followed."""
    count = 0
    todo = [(folder, 1)]
    while todo:
        place, depth = todo.pop(0)
        try:
            with os.scandir(place) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError:
            continue
        for entry in found:
            count += 1
            if count > MAX_ENTRIES:
                return
            try:
                status = entry.stat(follow_symlinks=False)
            except OSError:
                continue
            yield Path(entry.path), status
            if stat.S_ISDIR(status.st_mode) and depth < FOLDER_DEPTH:
                todo.append((Path(entry.path), depth + 1))


def _from_folder(
    folder: Path, notebook_name: str, grade_ids: set[str], known: set[str], file_bytes: int
) -> Intake:
    ignored: list[str] = []
    wanted = folder / (notebook_name + ".ipynb")
    # However many files stand before it, the right one is looked at.
    candidates = [wanted] if os.path.lexists(wanted) else []
    for path, status in _walk(folder):
        parts = path.relative_to(folder).parts
        if set(parts) & _FINDERS:
            continue
        name = path.name
        if name.lower().endswith(".ipynb") and not stat.S_ISDIR(status.st_mode):
            if path != wanted:
                candidates.append(path)
        elif len(parts) == 1 and name not in known:
            what = {stat.S_IFDIR: "folder", stat.S_IFLNK: "link", stat.S_IFREG: "file"}.get(
                stat.S_IFMT(status.st_mode), "special file"
            )
            ignored.append(f"ignored: the {what} {printable(name)}")
    intake, others = _choose(candidates, notebook_name, grade_ids, file_bytes)
    ignored += [
        f"ignored: the notebook {printable(path.relative_to(folder))}"
        for path in others
        if path.name not in known
    ]
    if len(ignored) > MAX_NOTES:
        ignored[MAX_NOTES:] = [f"ignored: {len(ignored) - MAX_NOTES} more files and folders"]
    intake.notes.extend(ignored)
    return intake


def _choose(
    candidates: list[Path], notebook_name: str, grade_ids: set[str], file_bytes: int
) -> tuple[Intake, list[Path]]:
    """Choose the notebook: by its name, else by its cells where that is certain."""
    wanted = notebook_name + ".ipynb"
    # The right name first, in the folder itself before folders in it.
    named = [path for path in candidates if path.name == wanted]
    first = named[0] if named else None
    exact = _read_file(first, file_bytes) if first else None
    others = [path for path in candidates if path != first]
    if exact and exact.refused is None and (not grade_ids or exact.grade_ids & grade_ids):
        return exact, others
    scored: list[tuple[int, Path, Intake]] = []
    for path in _affordable(others, file_bytes):
        intake = _read_file(path, file_bytes)
        score = len(intake.grade_ids & grade_ids) if grade_ids else len(intake.grade_ids)
        if intake.refused is None and (score or path.name.lower() == wanted.lower()):
            scored.append((score, path, intake))
    scored.sort(key=lambda item: (-item[0], str(item[1])))
    if not scored:
        if exact:
            return exact, others
        if len(candidates) == 1 and not grade_ids:
            return _renamed(_read_file(candidates[0], file_bytes), candidates[0], wanted), []
        if not candidates:
            return Intake(refused=f"there is no notebook {wanted} in what was handed in"), []
        reasons = [r for path in others[:5] if (r := _read_file(path, file_bytes).refused)]
        why = "; ".join(reasons) or "no other notebook has this assignment's cells"
        return Intake(refused=f"there is no notebook {wanted} in what was handed in: {why}"), others
    tied = [item for item in scored if item[0] == scored[0][0]]
    if any(intake.cells != tied[0][2].cells for _, _, intake in tied):
        names = ", ".join(printable(path.name) for _, path, _ in scored[:3])
        refusal = f"there is no notebook {wanted}, and several could be meant: {names}"
        return Intake(refused=refusal), []
    _, chosen, intake = scored[0]
    if exact and exact.refused:
        intake.notes.insert(0, exact.refused)
    return _renamed(intake, chosen, wanted), [p for p in candidates if p not in (chosen, first)]


def _affordable(paths: list[Path], file_bytes: int) -> Iterator[Path]:
    """Yield the first candidates, as many as may be read of one submission."""
    room = MAX_READ * file_bytes
    for path in paths[:MAX_CANDIDATES]:
        with contextlib.suppress(OSError):
            size = os.lstat(path).st_size
            room -= size if size <= file_bytes else 0
        if room < 0:
            return
        yield path


def _renamed(intake: Intake, path: Path, wanted: str) -> Intake:
    if path.name != wanted:
        intake.notes.insert(0, f"{printable(path.name)} was taken for {wanted}")
    return intake
