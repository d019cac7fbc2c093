"""The cells of a submitted notebook, of any nbformat and any shape, as plain data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from autograder.cells import printable

MAX_CELLS = 2_000
MAX_CODE = 1_000_000
"""Characters of code in all cells; a hundred times what a long notebook holds."""
MAX_ATTACHMENT = 5_000_000

_PICTURES = {"image/png", "image/jpeg", "image/gif"}


@dataclass(frozen=True)
class SubmittedCell:
    """One cell of a student's notebook.

    Attributes
    ----------
    kind : str
        ``"code"``, ``"markdown"`` or ``"raw"``.
    text : str
        Its source: no surrogates, no NULs, line ends a single line feed.
    grade_id, cell_id : str or None
        nbgrader's id and nbformat's id, where they are strings.
    nbgrader : bool
        Whether there is nbgrader metadata at all.
    attachments : dict
        Pictures pasted into a text cell.
    """

    kind: Literal["code", "markdown", "raw"]
    text: str
    grade_id: str | None = None
    cell_id: str | None = None
    nbgrader: bool = False
    attachments: dict[str, dict[str, str]] = field(default_factory=dict)


def cells_of(notebook: dict[str, Any], notes: list[str]) -> tuple[SubmittedCell, ...]:
    """Return a notebook's cells; what is odd about them goes to ``notes``."""
    raw = notebook.get("cells")
    if not isinstance(raw, list):
        raw = _worksheets(notebook, notes)
    if len(raw) > MAX_CELLS:
        notes.append(f"only the first {MAX_CELLS} of {len(raw)} cells were read")
        raw = raw[:MAX_CELLS]
    odd: dict[str, int] = {}
    cells = []
    room = MAX_CODE
    for entry in raw:
        if not isinstance(entry, dict):
            _count(odd, "cells that are no cells were left out")
            continue
        cell = _cell(entry, odd)
        room -= len(cell.text) if cell.kind == "code" else 0
        if room < 0 and cell.kind == "code":
            _count(odd, f"cells beyond {MAX_CODE:,} characters of code were left out")
            continue
        cells.append(cell)
    notes.extend(f"{what} ({n})" if n > 1 else what for what, n in odd.items())
    return tuple(cells)


def _count(odd: dict[str, int], what: str) -> None:
    odd[what] = odd.get(what, 0) + 1


def _worksheets(notebook: dict[str, Any], notes: list[str]) -> list[Any]:
    sheets = notebook.get("worksheets")
    if not isinstance(sheets, list):
        notes.append("the notebook has no cells")
        return []
    notes.append("the notebook's old format (nbformat 3) was read")
    cells: list[Any] = []
    for sheet in sheets:
        if isinstance(sheet, dict) and isinstance(sheet.get("cells"), list):
            cells += sheet["cells"]
    return cells


def _cell(entry: dict[str, Any], odd: dict[str, int]) -> SubmittedCell:
    metadata = entry.get("metadata")
    metadata = metadata if isinstance(metadata, dict) else {}
    mark = metadata.get("nbgrader")
    has_mark = isinstance(mark, dict) and bool(mark)
    mark = mark if isinstance(mark, dict) else {}
    grade_id, cell_id = mark.get("grade_id"), entry.get("id")
    kind = _kind(entry, mark, odd)
    source = entry.get("source", entry.get("input") if kind == "code" else None)
    return SubmittedCell(
        kind=kind,
        text=_text(source, odd),
        grade_id=grade_id if isinstance(grade_id, str) and grade_id else None,
        cell_id=cell_id if isinstance(cell_id, str) and cell_id else None,
        nbgrader=has_mark,
        attachments=_attachments(entry.get("attachments")) if kind != "code" else {},
    )


def _kind(
    entry: dict[str, Any], mark: dict[str, Any], odd: dict[str, int]
) -> Literal["code", "markdown", "raw"]:
    kind = entry.get("cell_type")
    if kind in ("code", "markdown", "raw"):
        return kind
    if kind in ("heading", "html"):
        return "markdown"
    if mark.get("cell_type") == "code" or "outputs" in entry or "execution_count" in entry:
        _count(odd, "a cell without a proper type was read as code")
        return "code"
    what = printable(kind, 30) if isinstance(kind, str) else type(kind).__name__
    _count(odd, f"a cell of unknown type ({what}) was read as text")
    return "raw"


def _text(source: object, odd: dict[str, int]) -> str:
    if isinstance(source, list):
        if not all(isinstance(line, str) for line in source):
            _count(odd, "lines of a cell that are not text were left out")
        text = "".join(line for line in source if isinstance(line, str))
    elif isinstance(source, str):
        text = source
    else:
        _count(odd, "a cell without text was read as empty")
        return ""
    if "\0" in text:
        _count(odd, "NUL characters in a cell were removed")
        text = text.replace("\0", "")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        _count(odd, "characters of a cell that are no characters (surrogates) were replaced")
        # A pair of surrogates is one character written in two halves.
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _attachments(found: object) -> dict[str, dict[str, str]]:
    """Keep pasted pictures, and nothing that a page could run."""
    if not isinstance(found, dict):
        return {}
    kept: dict[str, dict[str, str]] = {}
    for name, bundle in found.items():
        if isinstance(bundle, dict):
            pictures = {
                mime: data
                for mime, data in bundle.items()
                if mime in _PICTURES and isinstance(data, str) and len(data) < MAX_ATTACHMENT
            }
            if pictures:
                kept[str(name)] = pictures
    return kept
