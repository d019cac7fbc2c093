"""Say what was changed about the course's own cells. It has no effect: the instructor's run."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from autograder.cells import FLAGS, nbgrader_metadata, printable, tags_of
from autograder.intake.earlier import Earlier
from autograder.intake.submitted import SubmittedCell
from autograder.intake.trusted import TrustedCell
from autograder.notes import Notes

_SHOWN = 10


def note_tampering(
    trusted: Sequence[TrustedCell],
    submitted: Sequence[SubmittedCell],
    labels: Sequence[int | None],
    notes: Notes,
    earlier: Earlier,
) -> None:
    """Note changed points, flags, tags, types, order and number of the instructor's cells."""
    known = {cell.grade_id for cell in trusted if cell.grade_id}
    changed: dict[str, list[str]] = {"points": [], "marks": [], "tags": [], "types": []}
    order: list[int] = []
    times: Counter[str] = Counter()
    claims: list[str] = []
    for cell, label in zip(submitted, labels, strict=True):
        answers = label is not None and trusted[label].role == "manual"
        foreign = cell.grade_id and cell.grade_id not in known and not answers
        if foreign and cell.meta.get("grade") and not earlier.explains(cell, str(cell.grade_id)):
            claims.append(str(cell.grade_id))
        if label is None or cell.grade_id != trusted[label].grade_id or not cell.grade_id:
            continue
        original = trusted[label]
        order.append(label)
        times[original.name] += not original.editable
        found = list(_changed(cell, original))
        if found and not earlier.explains(cell, original.name):
            for what in found:
                changed[what].append(original.name)
    for what, names in changed.items():
        if names:
            notes.add("tampering", f"the {what} of cells were not the course's: {listed(names)}")
    first = list(dict.fromkeys(order))
    if first != sorted(first):
        moved = [trusted[b].name for a, b in itertools.pairwise(first) if b < a]
        if not earlier.explains_order([trusted[label].name for label in first], moved):
            notes.add("tampering", f"cells of the course were in another order: {listed(moved)}")
    for name, count in times.items():
        if count > 1:
            notes.add("tampering", f"cell {name} is there {count} times; the course's own counts")
    if claims:
        text = f"cells claim points that the course does not give: {listed(claims)}"
        notes.add("tampering", text)


def note_release(submitted: Sequence[SubmittedCell], notes: Notes, earlier: Earlier) -> None:
    """Name the cells of earlier releases; say of tampering that another one may explain it."""
    for date, names in earlier.explained.items():
        notes.add(
            "info",
            f"cells are those of the release of {date}, which the course has changed since; "
            f"its present ones were used: {listed(names)}",
        )
    kept = [c for c in submitted if c.grade_id and c.checksum and not c.meta.get("solution")]
    noted = any(note.kind == "tampering" for note in notes)
    if noted and kept and all(cell.is_released for cell in kept):
        notes.add(
            "info",
            "by nbgrader's checksums, the course's cells in the file are those of another release: "
            "was the assignment changed after it was fetched?",
        )


def _changed(cell: SubmittedCell, original: TrustedCell) -> Iterator[str]:
    """Yield what of a cell is not as the instructor has it."""
    meta = nbgrader_metadata(original.cell)
    points = cell.meta.get("points")
    if points is not None and meta.get("grade") and points != float(meta.get("points") or 0):
        yield "points"
    if any(name in cell.meta and cell.meta[name] != bool(meta.get(name)) for name in FLAGS):
        yield "marks"
    if cell.tags - set(tags_of(original.cell)):
        yield "tags"
    if not original.editable and cell.kind != original.cell["cell_type"]:
        yield "types"


def note_missing(
    trusted: Sequence[TrustedCell],
    labels: Sequence[int | None],
    notes: Notes,
    earlier: Earlier,
) -> None:
    """Note the tests and given cells that were deleted, or came after the file was fetched."""
    gone = [
        cell
        for cell in trusted
        if cell.grade_id and cell.role in ("test", "given") and cell.index not in labels
    ]
    if not gone or all(label is None for label in labels):
        return
    new = [cell.name for cell in gone if earlier.lacked(cell.grade_id)]
    deleted = [cell.name for cell in gone if cell.name not in new]
    if deleted:
        notes.add("repair", f"deleted cells of the course were put back: {listed(deleted)}")
    if new:
        notes.add("info", f"cells that are newer than the file were added: {listed(new)}")


def listed(names: Iterable[str]) -> str:
    """Return names for one line, each once."""
    found = [printable(name, 40) for name in dict.fromkeys(names)]
    return ", ".join(found[:_SHOWN]) + (", ..." if len(found) > _SHOWN else "")
