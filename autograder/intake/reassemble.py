"""Rebuild the notebook to grade: the instructor's, with the student's texts in their places."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from autograder.cells import normal
from autograder.intake.builder import Added, Builder, Step
from autograder.intake.earlier import Earlier, Release
from autograder.intake.match import Matched, definitions_in, match
from autograder.intake.read import Intake
from autograder.intake.submitted import SubmittedCell
from autograder.intake.tampering import listed, note_release
from autograder.intake.trusted import TrustedCell, names_in
from autograder.notebook import Notebook
from autograder.notes import Kind, Notes


@dataclass
class Reassembled:
    """The notebook to grade.

    Attributes
    ----------
    notebook : dict
        A valid notebook of nbformat 4.5 without outputs.
    steps : list of Step
        Its code cells in order.
    notes : Notes
        The repairs.
    solution_sha : str
        Hash of all student text in it.
    manual : dict of str to bool
        For each manually graded cell whether the student changed it.
    untouched : frozenset of str
        Names that solution cells should bind whose texts are still as given.
    foreign : bool
        Whether something was written and nothing of it is one of the cells that are graded or
        answered, however it is marked: it is another assignment's.
    prelude : tuple of str
        The texts of the given cells that come before all others, where the notebook begins with
        them as every submission does, and nothing of the student's stands between.
    """

    notebook: Notebook
    steps: list[Step]
    notes: Notes
    solution_sha: str
    manual: dict[str, bool]
    untouched: frozenset[str] = frozenset()
    prelude: tuple[str, ...] = ()
    foreign: bool = False


def reassemble(
    source: Notebook,
    trusted: Sequence[TrustedCell],
    intake: Intake,
    releases: Sequence[Release] = (),
) -> Reassembled:
    """Rebuild the notebook to grade from the instructor's and a submission.

    Parameters
    ----------
    source : dict
        The instructor's notebook, with solutions and hidden tests.
    trusted : sequence of TrustedCell
        Its cells, with what students were given of them.
    intake : Intake
        What was read of the submission.
    releases : sequence of Release
        Earlier releases of the notebook.

    Returns
    -------
    Reassembled
        The student's text stands in solution and manually graded cells and in added cells; all
        else is the instructor's. No solution of the instructor's is in it.
    """
    submitted = intake.cells
    earlier = Earlier(releases, submitted)
    matched = match(trusted, submitted, earlier)
    before, after = _place(trusted, submitted, matched, earlier)
    builder = Builder(source)
    for added in after[-1]:
        builder.add(added)
    for cell in trusted:
        for added in before[cell.index]:
            builder.add(added)
        builder.take(cell, matched, submitted)
        for added in after[cell.index]:
            builder.add(added)
    parts = {cell.index for cell in trusted if cell.role not in ("given", "text")}
    written = any(cell.text.strip() for cell in submitted)
    digest = hashlib.sha256(json.dumps(builder.student_texts).encode()).hexdigest()
    untouched: frozenset[str] = frozenset().union(
        *(
            cell.expected
            for cell in trusted
            if cell.editable
            and cell.index not in matched.lost
            and cell.is_stub(matched.texts[cell.index])
        )
    )
    return Reassembled(
        builder.notebook,
        builder.steps,
        matched.notes,
        digest,
        builder.manual,
        untouched,
        _prelude(trusted, builder.steps),
        foreign=written and bool(parts) and parts.isdisjoint(matched.labels),
    )


def _prelude(trusted: Sequence[TrustedCell], steps: list[Step]) -> tuple[str, ...]:
    codes = (cell for cell in trusted if cell.is_code)
    handed_out = [cell.released for cell in takewhile(lambda cell: cell.role == "given", codes)
            if not cell.skipped]  # fmt: skip
    found = [step.source for step in takewhile(lambda step: step.kind in ("given", "skip"), steps)
              if step.kind == "given"]  # fmt: skip
    return tuple(handed_out) if handed_out == found else ()


def _place(
    trusted: Sequence[TrustedCell],
    submitted: tuple[SubmittedCell, ...],
    matched: Matched,
    earlier: Earlier,
) -> tuple[dict[int, list[Added]], dict[int, list[Added]]]:
    """Give each cell that the student added its place before or after one of ours."""
    before: dict[int, list[Added]] = defaultdict(list)
    after: dict[int, list[Added]] = defaultdict(list)
    lacking = frozenset().union(
        *(
            cell.expected
            for cell in trusted
            if cell.editable and not cell.solves(matched.texts[cell.index])
        )
    )
    restored: list[TrustedCell] = []
    anchor = -1
    for position, cell in enumerate(submitted):
        label = matched.labels[position]
        if label is None:
            if cell.text.strip():
                after[anchor].append(Added(cell.kind, cell.text, cell.attachments))
            continue
        anchor = label
        if position in matched.used or cell.lost:
            continue
        original = trusted[label]
        if original.editable:
            # Another version of a cell that was copied: it keeps its side of the graded one.
            place = before if position < max(matched.chosen[label]) else after
            kind = cell.kind if original.is_code and cell.kind == "code" else "markdown"
            place[label].append(Added(kind, cell.text, cell.attachments))
            continue
        if normal(cell.text) in original.texts.values():
            continue
        if cell.meta.get("solution") or not earlier.explains(cell, original.name):
            restored.append(original)
        kept = _kept_of(original, cell, lacking)
        if kept:
            place = after if original.role == "task" else before
            place[label].append(Added("markdown" if original.role == "task" else "code", kept, {}))
    restorations: tuple[tuple[str, Kind], ...] = (("tests", "tampering"), ("cells", "repair"))
    for what, note in restorations:
        if names := [o.name for o in restored if (o.role == "test") == (what == "tests")]:
            text = f"edited {what} of the course were restored: {listed(names)}"
            matched.notes.add(note, text)
    note_release(submitted, matched.notes, earlier)
    added = sum(a.kind == "code" for place in (before, after) for c in place.values() for a in c)
    if added:
        text = f"{added} code cell{'s' * (added > 1)} of the student's own ran too"
        matched.notes.add("info", text)
    return before, after


def _kept_of(original: TrustedCell, cell: SubmittedCell, lacking: frozenset[str]) -> str:
    """Return what is kept of a student's edit of one of our cells.

    Of a given cell that binds more names than ours, all of it: it runs just before ours, so ours
    has the last word. Of a test cell, functions that a solution cell should define and does not.
    Of a task's text, all, for the human who grades it.
    """
    if original.role == "task":
        return cell.text
    if cell.kind != "code":
        return ""
    if original.role == "test":
        return definitions_in(cell.text, lacking)
    if (
        original.role == "given"
        and not original.skipped
        and names_in(cell.text) - names_in(original.released)
    ):
        return cell.text
    return ""
