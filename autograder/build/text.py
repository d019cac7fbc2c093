"""Notebooks as text: from a jupytext percent file to a notebook with reproducible bytes, and back.

A cell's header holds its nbgrader metadata in nbgrader's own form, in one of three shapes::

    # %% nbgrader={"grade_id": "mean", "solution": true}
    # %% nbgrader={"grade_id": "mean-check", "grade": true, "points": 5}
    # %% nbgrader={"grade_id": "data", "locked": true}

The constant fields that nbgrader wants are filled in here, and taken out on the way back.
"""

from __future__ import annotations

import copy
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from autograder.errors import AutograderError

KERNELSPEC = {"display_name": "Python 3", "language": "python", "name": "python3"}
CONTENT_KEY = "course_content"
"""Notebook metadata key: hash of the content that was built, by which a later edit is noticed."""

SHAPES: dict[str, dict[str, Any]] = {
    "solution": {"grade": False, "locked": False, "solution": True},
    "test": {"grade": True, "locked": True, "solution": False},
    "read-only": {"grade": False, "locked": True, "solution": False},
}
WRITTEN: dict[str, set[str]] = {
    "solution": {"grade_id", "solution"},
    "test": {"grade_id", "grade", "points"},
    "read-only": {"grade_id", "locked"},
}
"""Per shape, the fields that stand in the text."""
_FIELDS = set().union(*WRITTEN.values())
_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")  # what nbformat lets a cell be called
_MISREAD = "incorrectly_encoded_metadata"  # where jupytext keeps what it cannot read
_HEADER = re.compile(r"^(?:# ?)?%%.*\bnbgrader\b.*", re.MULTILINE)


class TextError(AutograderError):
    """A text that cannot be made into a notebook; its message names the file, cell and remedy."""


def to_notebook(text: str, file: Path) -> NotebookNode:
    """Make the notebook that a percent text describes.

    Parameters
    ----------
    text : str
        Content of the text master.
    file : Path
        Where it stands, for messages.

    Raises
    ------
    TextError
        If a cell's nbgrader metadata cannot be read or have none of the three shapes, a
        ``grade_id`` stands twice, or a solution or test region is in the wrong kind of cell.
    """
    import jupytext  # half of what a build imports: not where nothing has changed

    try:
        notebook: NotebookNode = jupytext.reads(text, fmt="py:percent")
    except Exception as error:  # of any kind: a header may hold anything
        reason = str(error).partition("\n")[0]
        raise TextError(f"{file}: the header of a cell cannot be read: {reason}") from error
    seen: dict[str, int] = {}
    for number, cell in enumerate(notebook.cells, start=1):
        where = f"{file}, cell {number}"
        # jupytext notes blank lines here; they are no part of a notebook.
        cell.metadata.pop("lines_to_next_cell", None)
        _refuse_misread(cell, where)
        if "nbgrader" in cell.metadata:
            cell.metadata["nbgrader"] = complete(cell.metadata["nbgrader"], cell.cell_type, where)
        _check_regions(cell, where)
        name = cell.metadata.get("nbgrader", {}).get("grade_id") or _digest(cell.source)
        seen[name] = seen.get(name, 0) + 1
        if seen[name] > 1 and "nbgrader" in cell.metadata:
            raise TextError(f"{where}: the grade_id {name!r} stands there twice; rename one")
        cell.id = name if seen[name] == 1 else f"{name}-{seen[name]}"
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    notebook.metadata = {"kernelspec": KERNELSPEC, "language_info": {"name": "python"}}
    notebook.metadata[CONTENT_KEY] = content_hash(notebook)
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    nbformat.validate(notebook)
    return notebook


def to_text(notebook: NotebookNode) -> str:
    """Write a notebook, perhaps edited in JupyterLab, as percent text."""
    import jupytext

    notebook = copy.deepcopy(notebook)
    for cell in notebook.cells:
        metadata: dict[str, Any] = {}
        if "nbgrader" in cell.metadata:
            metadata["nbgrader"] = reduce(cell.metadata["nbgrader"])
        if cell.metadata.get("tags"):
            metadata["tags"] = list(cell.metadata["tags"])
        if cell.metadata.get("jupyter", {}).get("source_hidden"):
            metadata["jupyter"] = {"source_hidden": True}
        cell.metadata = nbformat.from_dict(metadata)
    notebook.metadata = nbformat.from_dict(
        {
            "jupytext": {
                "notebook_metadata_filter": "-all",
                "cell_metadata_filter": "jupyter,nbgrader,tags",
            }
        }
    )
    text = jupytext.writes(notebook, fmt="py:percent")
    return _without_header(text)


def complete(written: Any, cell_type: str, where: str) -> dict[str, Any]:
    """Fill in the fields that nbgrader wants, or say why these metadata have no known shape."""
    if not isinstance(written, dict):
        raise TextError(f'{where}: after nbgrader= there must be {{"grade_id": ...}}')
    flags = [key for key in ("solution", "grade", "locked") if written.get(key) is True]
    shape = {"solution": "solution", "grade": "test", "locked": "read-only"}.get(
        flags[0] if len(flags) == 1 else ""
    )
    if shape is None or set(written) != WRITTEN[shape]:
        forms = "; ".join(f"{name}: {', '.join(sorted(keys))}" for name, keys in WRITTEN.items())
        raise TextError(
            f"{where}: nbgrader metadata with {', '.join(sorted(written))} have none of the known "
            f"shapes. Write one of these, and no more ({forms})."
        )
    if shape != "read-only" and cell_type != "code":
        raise TextError(f"{where}: a {shape} cell must be a code cell")
    name, points = written["grade_id"], written.get("points", 0)
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise TextError(
            f"{where}: {name!r} cannot be a grade_id: use up to 64 letters from a to z, digits, - "
            "and _"
        )
    if type(points) not in (int, float) or not 0 <= points < float("inf"):
        raise TextError(f"{where}: {points!r} cannot be a cell's points: write a number")
    full = {**SHAPES[shape], "grade_id": written["grade_id"], "schema_version": 3, "task": False}
    if shape == "test":
        full["points"] = written["points"]
    return full


def reduce(full: dict[str, Any]) -> dict[str, Any]:
    """Keep of nbgrader's metadata what the text holds; the inverse of :func:`complete`."""
    for shape, flags in SHAPES.items():
        if all(bool(full.get(key)) == value for key, value in flags.items()):
            order = ("grade_id", "solution", "grade", "locked", "points")
            return {key: full[key] for key in order if key in WRITTEN[shape]}
    return dict(full)


def content_hash(notebook: NotebookNode) -> str:
    """Hash what a person edits: the cells' types, texts, tags, nbgrader metadata and pictures."""
    content = [
        [
            cell.cell_type,
            cell.source,
            list(cell.metadata.get("tags", [])),
            reduce(cell.metadata["nbgrader"]) if "nbgrader" in cell.metadata else None,
            *([cell.attachments] if cell.get("attachments") else []),
        ]
        for cell in notebook.cells
    ]
    return _digest(json.dumps(content, sort_keys=True))


def to_bytes(notebook: NotebookNode) -> bytes:
    """Serialise a notebook so that equal notebooks have equal bytes."""
    text: str = nbformat.writes(notebook)
    return (text + "\n").encode()


def _refuse_misread(cell: NotebookNode, where: str) -> None:
    """Refuse a header that is not read as it was meant: its cell would silently have no points."""
    mistaken = [key for key in cell.metadata if key in _FIELDS or key.casefold() == "nbgrader"]
    bad = cell.metadata.get(_MISREAD) or next((k for k in mistaken if k != "nbgrader"), None)
    bad = bad or ((found := _HEADER.search(cell.source)) and found[0])
    if bad:
        raise TextError(
            f"{where}: the header {bad!r} cannot be read. Write it as "
            '# %% nbgrader={"grade_id": ...} in one line, with all that is opened closed'
        )


def _check_regions(cell: NotebookNode, where: str) -> None:
    metadata = cell.metadata.get("nbgrader", {})
    for region, flag, kind in (
        ("SOLUTION", "solution", "solution"),
        ("HIDDEN TESTS", "grade", "test"),
    ):
        begins, ends = (cell.source.count(f"### {word} {region}") for word in ("BEGIN", "END"))
        if begins != ends:
            raise TextError(f"{where}: {begins} '### BEGIN {region}' but {ends} '### END {region}'")
        if begins and not metadata.get(flag):
            raise TextError(f"{where}: a '### BEGIN {region}' stands outside a {kind} cell")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _without_header(text: str) -> str:
    """Drop the YAML header that jupytext writes; the text masters have none."""
    if text.startswith("# ---"):
        text = text.split("# ---\n", 2)[2]
    return text.lstrip("\n")
