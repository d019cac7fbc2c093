"""The cells of a submitted notebook, of any nbformat and any shape, as plain data."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, cast

from autograder.cells import checksum, printable
from autograder.notebook import Cell
from autograder.notes import Kind, Notes
from autograder.pixels import MAX_PIXELS, PICTURES, pixels_of

MAX_CELLS = 2_000
MAX_CODE = 1_000_000
"""Characters of code in all cells; a hundred times what a long notebook holds."""
MAX_ATTACHMENT = 5_000_000
MAX_NOTED = 5  # cells that were left out and are named one by one
PICTURE_ROOM = 10 * MAX_PIXELS  # of all attached pictures together

_TAGS = {"skip-execution", "raises-exception"}  # those that change how a cell is run


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
        nbgrader's id and nbformat's id, where they are strings; no surrogates are in them.
    nbgrader : bool
        Whether there is nbgrader metadata at all.
    attachments : dict
        Pictures pasted into a text cell.
    meta : dict
        Of nbgrader's metadata what decides about grading, where it is of the right type.
    tags : frozenset of str
        Tags that change how a cell is run.
    lost : str
        Why the cell's content was left out; empty where it was not.
    checksum : str or None
        What nbgrader noted of the cell when it was released.
    """

    kind: Literal["code", "markdown", "raw"]
    text: str
    grade_id: str | None = None
    cell_id: str | None = None
    nbgrader: bool = False
    attachments: dict[str, dict[str, str]] = field(default_factory=dict)
    meta: dict[str, bool | float] = field(default_factory=dict)
    tags: frozenset[str] = frozenset()
    lost: str = ""
    checksum: str | None = None

    @property
    def is_released(self) -> bool:
        """Whether the cell is as some release had it, by nbgrader's checksum.

        It tells an earlier release from an edit by accident. It proves nothing: no secret is in it.
        """
        meta = {**self.meta, "grade_id": self.grade_id}
        if self.grade_id is None or (self.meta.get("grade") and "points" not in self.meta):
            return False
        cell: Cell = {"cell_type": self.kind, "source": self.text, "metadata": {"nbgrader": meta}}
        return self.checksum == checksum(cell)


class _Odd:
    """What is odd about a notebook's cells: counted, since it may be odd in every cell."""

    def __init__(self) -> None:
        self.counts: dict[tuple[Kind, str], int] = {}
        self.budget = PICTURE_ROOM

    def count(self, what: str, kind: Kind = "repair") -> None:
        self.counts[kind, what] = self.counts.get((kind, what), 0) + 1

    def note(self, notes: Notes) -> None:
        for (kind, what), n in self.counts.items():
            notes.add(kind, f"{what} ({n})" if n > 1 else what)


def cells_of(notebook: dict[str, Any], notes: Notes) -> tuple[SubmittedCell, ...]:
    """Return a notebook's cells; what is odd about them goes to ``notes``.

    Where there are more than a notebook may hold, cells with nbgrader's marks are kept first, and
    of the others the first, or of code the short ones: what is too much costs itself alone. Of
    marked cells that were left out the places stay, with the reason.
    """
    raw = notebook.get("cells")
    if not isinstance(raw, list):
        raw = _worksheets(notebook, notes)
    odd = _Odd()
    cells: list[tuple[int, SubmittedCell]] = []
    for number, entry in enumerate(raw, 1):
        if isinstance(entry, dict):
            cells.append((number, _cell(entry, odd)))
        else:
            odd.count("cells that are no cells were left out")
    odd.note(notes)
    lost: dict[int, str] = {}
    if len(cells) > MAX_CELLS:
        cells = [item for item in cells if item[1].nbgrader or item[1].text.strip()]
        first = sorted(cells, key=lambda item: not item[1].nbgrader)
        lost = {
            number: f"there are more than {MAX_CELLS:,} cells" for number, _ in first[MAX_CELLS:]
        }
    lost |= _beyond(cells, lost)
    _say_lost(cells, lost, notes)
    return tuple(
        replace(cell, text="", attachments={}, lost=lost.get(number, ""))
        if number in lost
        else cell
        for number, cell in cells
        if number not in lost or cell.grade_id
    )


def _beyond(cells: list[tuple[int, SubmittedCell]], lost: Collection[int]) -> dict[int, str]:
    """Return the code cells for which there is no room, with the reason."""
    codes = [item for item in cells if item[1].kind == "code" and item[0] not in lost]
    if sum(len(cell.text) for _, cell in codes) <= MAX_CODE:
        return {}
    budget, found = MAX_CODE, {}
    for number, cell in sorted(codes, key=lambda item: (not item[1].nbgrader, len(item[1].text))):
        if len(cell.text) <= budget:
            budget -= len(cell.text)
        else:
            found[number] = f"there are more than {MAX_CODE:,} characters of code"
    return found


def _say_lost(cells: list[tuple[int, SubmittedCell]], lost: dict[int, str], notes: Notes) -> None:
    # Who answers an exercise is named first.
    gone = sorted(
        (item for item in cells if item[0] in lost), key=lambda item: not item[1].grade_id
    )
    for number, cell in gone[:MAX_NOTED]:
        name = printable(cell.grade_id) if cell.grade_id else f"number {number}"
        size = f"{len(cell.text):,} characters"
        notes.add("refusal", f"cell {name} ({size}) was left out: {lost[number]}")
    if len(gone) > MAX_NOTED:
        notes.add("refusal", f"{len(gone) - MAX_NOTED} cells more were left out")


def _worksheets(notebook: dict[str, Any], notes: Notes) -> list[Any]:
    sheets = notebook.get("worksheets")
    if not isinstance(sheets, list):
        notes.add("refusal", "the notebook has no cells")
        return []
    notes.add("repair", "the notebook's old format (nbformat 3) was read")
    cells: list[Any] = []
    for sheet in sheets:
        if isinstance(sheet, dict) and isinstance(sheet.get("cells"), list):
            cells += sheet["cells"]
    return cells


def _cell(entry: dict[str, Any], odd: _Odd) -> SubmittedCell:
    metadata = entry.get("metadata")
    metadata = metadata if isinstance(metadata, dict) else {}
    meta = metadata.get("nbgrader")
    has_meta = isinstance(meta, dict) and bool(meta)
    meta = meta if isinstance(meta, dict) else {}
    kind = _kind(entry, meta, odd)
    source = entry.get("source", entry.get("input") if kind == "code" else None)
    return SubmittedCell(
        kind=kind,
        text=_text(source, odd),
        grade_id=_name(meta.get("grade_id"), odd),
        cell_id=_name(entry.get("id"), odd),
        nbgrader=has_meta,
        attachments=_attachments(entry.get("attachments"), odd) if kind != "code" else {},
        meta=_meta(meta),
        tags=_tags(metadata.get("tags")),
        checksum=_name(meta.get("checksum"), odd),
    )


def _kind(
    entry: dict[str, Any], meta: dict[str, Any], odd: _Odd
) -> Literal["code", "markdown", "raw"]:
    kind = entry.get("cell_type")
    if kind in ("code", "markdown", "raw"):
        return cast("Literal['code', 'markdown', 'raw']", kind)
    if kind in ("heading", "html"):
        return "markdown"
    if meta.get("cell_type") == "code" or "outputs" in entry or "execution_count" in entry:
        odd.count("a cell without a proper type was read as code")
        return "code"
    what = printable(kind, 30) if isinstance(kind, str) else type(kind).__name__
    odd.count(f"a cell of unknown type ({what}) was read as text")
    return "raw"


def _text(source: object, odd: _Odd) -> str:
    if isinstance(source, list):
        if not all(isinstance(line, str) for line in source):
            odd.count("lines of a cell that are not text were left out")
        text = "".join(line for line in source if isinstance(line, str))
    elif isinstance(source, str):
        text = source
    else:
        odd.count("a cell without text was read as empty")
        return ""
    if "\0" in text:
        odd.count("NUL characters in a cell were removed")
        text = text.replace("\0", "")
    return _encodable(text, odd).replace("\r\n", "\n").replace("\r", "\n")


def _encodable(text: str, odd: _Odd) -> str:
    """Return text that can be encoded and hashed."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        odd.count("characters of a cell that are no characters (surrogates) were replaced")
        # A pair of surrogates is one character written in two halves.
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _name(found: object, odd: _Odd) -> str | None:
    return _encodable(found, odd) if isinstance(found, str) and found else None


def _meta(meta: Mapping[str, Any]) -> dict[str, bool | float]:
    kinds = {"grade": bool, "solution": bool, "locked": bool, "task": bool}
    found: dict[str, bool | float]
    found = {name: meta[name] for name, kind in kinds.items() if type(meta.get(name)) is kind}
    points: Any = meta.get("points")
    if type(points) in (int, float) and -1e9 < points < 1e9:
        found["points"] = float(points)
    return found


def _tags(found: object) -> frozenset[str]:
    names = found if isinstance(found, list) else []
    return frozenset(tag for tag in names if isinstance(tag, str) and tag in _TAGS)


def _attachments(found: object, odd: _Odd) -> dict[str, dict[str, str]]:
    """Keep pasted pictures, and nothing that a page could run or that would fill its memory."""
    if not isinstance(found, dict):
        return {}
    kept: dict[str, dict[str, str]] = {}
    for name, bundle in found.items():
        if not isinstance(bundle, dict):
            continue
        pictures = {}
        for mime, data in bundle.items():
            if reason := _no_picture(mime, data, odd):
                odd.count(f"attachments {reason} were left out", "refusal")
            else:
                pictures[mime] = data
        if pictures:
            kept[_encodable(str(name), odd)] = pictures
    return kept


def _no_picture(mime: str, data: object, odd: _Odd) -> str:
    """Say why an attachment is not kept, or return an empty string."""
    if mime not in PICTURES or not isinstance(data, str):
        return "that are no pictures"
    if len(data) >= MAX_ATTACHMENT:
        return f"of more than {MAX_ATTACHMENT / 1e6:.0f} MB"
    pixels = pixels_of(data)
    if pixels is None:
        return "that are no pictures"
    if pixels > min(MAX_PIXELS, odd.budget):
        return "of too many pixels"
    odd.budget -= pixels
    return ""
