"""Files that grading leaves under ``autograded/``: the notebook, and what was handed in with it.

What a student handed in besides the notebook is copied as data, within limits, so that a human
can look at it; symbolic links and special files are not followed.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Collection, Mapping
from json.encoder import encode_basestring
from pathlib import Path
from typing import Any

from autograder.cells import nbgrader_metadata
from autograder.course.folders import Course
from autograder.files import opened_regular, regular_files, write_atomically
from autograder.notebook import Cell, Notebook, Output

_PATH_BYTES = 3_000  # of names in a submission and of the course's folder together
_CONSTANTS = {None: "null", True: "true", False: "false"}
_SPLIT = ("application/javascript", "image/svg+xml")  # mime types besides text/ kept as lines


def notebook_bytes(notebook: Notebook) -> bytes:
    """Return the file that nbformat would write for a notebook."""
    cells = [_split_cell(cell) for cell in notebook["cells"]]
    text = _indented({**notebook, "cells": cells}, "\n")
    # A lone surrogate cannot be written as UTF-8; it stays visible as an escape.
    return (text + "\n").encode("utf-8", "backslashreplace")


def _indented(value: Any, newline: str) -> str:
    """Return JSON with sorted keys, indented by one blank.

    The same as `json.dumps` would write; but that leaves its quick C code as soon as it indents.
    """
    kind = type(value)
    if kind is str:
        return encode_basestring(value)
    if value is None or kind is bool:
        return _CONSTANTS[value]
    if kind is int:
        return repr(value)
    inner = newline + " "
    if kind is dict and value:
        parts = [
            # Anything but a string as key raises here: a notebook has none.
            f"{encode_basestring(key)}: {_indented(value[key], inner)}"
            for key in sorted(value)
        ]
        return f"{{{inner}{(',' + inner).join(parts)}{newline}}}"
    if kind is list and value:
        parts = [_indented(item, inner) for item in value]
        return f"[{inner}{(',' + inner).join(parts)}{newline}]"
    if isinstance(value, Mapping) and kind is not dict:
        return _indented(dict(value), newline)
    if isinstance(value, list | tuple) and kind is not list:
        return _indented(list(value), newline)
    return json.dumps(value, allow_nan=False, ensure_ascii=False)


def lock_cells(notebook: Notebook) -> None:
    """Give cells the metadata that nbgrader's release adds, in place."""
    for cell in notebook["cells"]:
        meta = nbgrader_metadata(cell)
        solution = bool(meta.get("solution"))
        if meta.get("grade") or solution or meta.get("locked"):
            cell["metadata"]["nbgrader"]["cell_type"] = cell["cell_type"]
            cell["metadata"]["deletable"] = False
            if not solution:
                cell["metadata"]["editable"] = False


def _split_cell(cell: Cell) -> Cell:
    split: Cell = {**cell, "source": _lines(cell["source"])}
    if "outputs" in cell:
        split["outputs"] = [_split_output(output) for output in cell["outputs"]]
    if "attachments" in cell:
        split["attachments"] = {name: _bundle(a) for name, a in cell["attachments"].items()}
    return split


def _split_output(output: Output) -> Output:
    if "data" in output:
        return {**output, "data": _bundle(output["data"])}
    if output.get("output_type") == "stream":
        return {**output, "text": _lines(output["text"])}
    return output


def _bundle(data: Mapping[str, Any]) -> dict[str, Any]:
    return {
        mime: _lines(value) if mime.startswith("text/") or mime in _SPLIT else value
        for mime, value in data.items()
    }


def _lines(text: Any) -> Any:
    return text.splitlines(True) if isinstance(text, str) else text


def _copy(path: Path, target: Path, limit: int, mode: int) -> None:
    try:
        with opened_regular(path) as file:
            data = file.read(limit)
    except OSError:
        return
    write_atomically(target, data, mode)


def _folders_of(name: str) -> set[str]:
    parts = name.split("/")
    return {"/".join(parts[:n]) for n in range(1, len(parts))}


def _fitting(files: Mapping[str, Path], course_files: set[str], limit: int) -> dict[str, Path]:
    """Return the files that take no place of the course's and together keep within the limit."""
    taken = course_files.union(*map(_folders_of, course_files))
    fitting, size = {}, 0
    for name, path in sorted(files.items()):
        if name in taken or course_files & _folders_of(name):
            continue
        with contextlib.suppress(OSError):
            size += path.stat().st_size
            if size > limit:
                break
            fitting[name] = path
    return fitting


def extra_files(
    course: Course, submitted: Path, ignore: tuple[str, ...], course_files: set[str]
) -> dict[str, Path]:
    """Return what is copied of a submission besides notebooks: regular files, within limits.

    What the course hands out, ``course_files``, has precedence over a file of the same place.
    Together they may be as large as one of them by nbgrader's ``max_file_size``.
    """
    limit = course.max_file_kilobytes * 1000
    room = _PATH_BYTES - len(os.fsencode(course.root))
    files = {
        name: path
        for name, path in regular_files(submitted, ignore, limit)
        if len(os.fsencode(name)) < room  # a path that is too long for a copy
    }
    return _fitting(files, course_files, limit)


def _clear(folder: Path, keep: Collection[str], limit: int) -> None:
    """Take away what an earlier grading left, and folders where files are to stand."""
    for name, path in list(regular_files(folder, (), limit)):
        if name not in keep:
            path.unlink()
    for name in keep:
        for here, _, _ in os.walk(folder / name, topdown=False):
            with contextlib.suppress(OSError):
                os.rmdir(here)


def store(
    course: Course, assignment: str, student: str, submitted: Path, notebooks: Mapping[str, bytes]
) -> None:
    """Bring ``autograded/<student>/<assignment>/`` to what grading found.

    Parameters
    ----------
    notebooks : dict of str to bytes
        The autograded notebooks by name. They are put in place last: while one is missing the
        submission counts as not graded.

    What is copied besides: see :func:`extra_files`.
    """
    folder = course.path("autograded", student, assignment)
    if folder.is_symlink():
        raise OSError(f"{folder} is a symbolic link")
    limit = course.max_file_kilobytes * 1000
    ignore = (*course.ignore, "*.ipynb")
    course_files = dict(regular_files(course.path("source", ".", assignment), ignore, limit))
    for name in course.students_own(assignment):
        course_files.pop(name, None)
    names = {*course_files, *(f"{name}.ipynb" for name in notebooks)}
    student_files = extra_files(course, submitted, ignore, names)
    _clear(folder, names | student_files.keys(), limit)
    for name, path in student_files.items():
        # Of a student's own files none is worth a stop: its path may be too long for a copy.
        with contextlib.suppress(OSError):
            _copy(path, folder / name, limit, course.permissions)
    for name, path in course_files.items():
        _copy(path, folder / name, limit, course.permissions)
    for name, data in notebooks.items():
        write_atomically(folder / f"{name}.ipynb", data, course.permissions)
    if course.groupshared:
        for place in (folder, folder.parent, folder.parent.parent):
            with contextlib.suppress(OSError):
                os.chmod(place, (os.stat(place).st_mode | 0o2770) & 0o2777)
