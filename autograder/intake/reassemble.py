"""Rebuild the notebook to grade: the instructor's, with the student's texts in their places."""

from __future__ import annotations

import copy
import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile
from typing import Any, Literal

from autograder.cells import SKIP, ReleaseRules, checksum, grade_id_of, normal, same_text
from autograder.intake.match import Matched, definitions_in, match
from autograder.intake.read import Intake
from autograder.intake.submitted import SubmittedCell
from autograder.intake.trusted import TrustedCell, names_in, trusted_cells

_ID = re.compile(r"[a-zA-Z0-9_-]{1,64}")


@dataclass(frozen=True)
class Step:
    """One code cell of the rebuilt notebook and what to do with it.

    Attributes
    ----------
    index : int
        Its place in the rebuilt notebook.
    kind : str
        ``"student"`` and ``"given"`` cells run in the student's process, ``"test"`` cells in the
        examiner, ``"skip"`` cells nowhere.
    source : str
        What runs; for a test the text that students can read.
    grade_id : str or None
        The instructor's id of the cell.
    """

    index: int
    kind: Literal["student", "given", "test", "skip"]
    source: str
    grade_id: str | None = None


@dataclass
class Reassembled:
    """The notebook to grade.

    Attributes
    ----------
    notebook : dict
        A valid notebook of nbformat 4.5 without outputs.
    steps : list of Step
        Its code cells in order.
    notes : list of str
        The repairs.
    solution_sha : str
        Hash of all student text in it.
    manual : dict of str to bool
        For each manually graded cell whether the student changed it.
    untouched : frozenset of str
        Names that solution cells should bind whose texts are still as given.
    opening : tuple of str
        The texts of the given cells that come before all others, where the notebook begins with
        them as every submission does, and nothing of the student's stands between.
    """

    notebook: dict[str, Any]
    steps: list[Step]
    notes: list[str]
    solution_sha: str
    manual: dict[str, bool]
    untouched: frozenset[str] = frozenset()
    opening: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Added:
    """A cell of the student's own."""

    kind: str
    text: str
    attachments: dict[str, dict[str, str]]


def reassemble(
    source: dict[str, Any], intake: Intake, rules: ReleaseRules | None = None
) -> Reassembled:
    """Rebuild the notebook to grade from the instructor's and a submission.

    Parameters
    ----------
    source : dict
        The instructor's notebook, with solutions and hidden tests.
    intake : Intake
        What was read of the submission.
    rules : ReleaseRules, optional
        What students were given in place of solutions.

    Returns
    -------
    Reassembled
        The student's text stands in solution and manually graded cells and in added cells; all
        else is the instructor's. No solution of the instructor's is in it.
    """
    trusted = trusted_cells(source, rules or ReleaseRules())
    submitted = intake.cells
    matched = match(trusted, submitted)
    before, after = _place(trusted, submitted, matched)
    builder = _Builder(source)
    for added in after[-1]:
        builder.add(added)
    for cell in trusted:
        for added in before[cell.index]:
            builder.add(added)
        builder.take(cell, matched, submitted)
        for added in after[cell.index]:
            builder.add(added)
    if submitted and not any(label is not None for label in matched.labels):
        matched.notes.append("none of the assignment's cells was found in the notebook")
    digest = hashlib.sha256(json.dumps(builder.student_texts).encode()).hexdigest()
    untouched: frozenset[str] = frozenset().union(
        *(
            cell.expected
            for cell in trusted
            if cell.editable and cell.is_stub(matched.texts[cell.index])
        )
    )
    return Reassembled(
        builder.notebook,
        builder.steps,
        matched.notes,
        digest,
        builder.manual,
        untouched,
        _opening(trusted, builder.steps),
    )


def _opening(trusted: list[TrustedCell], steps: list[Step]) -> tuple[str, ...]:
    codes = (cell for cell in trusted if cell.is_code)
    ours = [cell.released for cell in takewhile(lambda cell: cell.role == "given", codes)
            if not cell.skipped]  # fmt: skip
    theirs = [step.source for step in takewhile(lambda step: step.kind in ("given", "skip"), steps)
              if step.kind == "given"]  # fmt: skip
    return tuple(ours) if ours == theirs else ()


def _place(
    trusted: list[TrustedCell], submitted: tuple[SubmittedCell, ...], matched: Matched
) -> tuple[dict[int, list[_Added]], dict[int, list[_Added]]]:
    """Give each cell that the student added its place before or after one of ours."""
    before: dict[int, list[_Added]] = defaultdict(list)
    after: dict[int, list[_Added]] = defaultdict(list)
    lacking = frozenset().union(
        *(
            cell.expected
            for cell in trusted
            if cell.editable and not cell.solves(matched.texts[cell.index])
        )
    )
    restored: list[str] = []
    anchor = -1
    for position, cell in enumerate(submitted):
        label = matched.labels[position]
        if label is None:
            if cell.text.strip():
                after[anchor].append(_Added(cell.kind, cell.text, cell.attachments))
            continue
        anchor = label
        if position in matched.used:
            continue
        ours = trusted[label]
        if ours.editable:
            # Another version of a cell that was copied: it keeps its side of the graded one.
            place = before if position < max(matched.chosen[label]) else after
            kind = cell.kind if ours.is_code and cell.kind == "code" else "markdown"
            place[label].append(_Added(kind, cell.text, cell.attachments))
            continue
        if normal(cell.text) in ours.texts.values():
            continue
        if ours.name not in restored:
            restored.append(ours.name)
        kept = _kept_of(ours, cell, lacking)
        if kept:
            place = after if ours.role == "task" else before
            place[label].append(_Added("markdown" if ours.role == "task" else "code", kept, {}))
    if restored:
        shown = ", ".join(restored[:10]) + (", ..." if len(restored) > 10 else "")
        matched.notes.append(f"edited cells of the course were restored: {shown}")
    added = sum(a.kind == "code" for place in (before, after) for c in place.values() for a in c)
    if added:
        matched.notes.append(f"{added} code cell{'s' * (added > 1)} of the student's own ran too")
    return before, after


def _kept_of(ours: TrustedCell, cell: SubmittedCell, lacking: frozenset[str]) -> str:
    """Return what is kept of a student's edit of one of our cells.

    Of a given cell that binds more names than ours, all of it: it runs just before ours, so ours
    has the last word. Of a test cell, functions that a solution cell should define and does not.
    Of a task's text, all, for the human who grades it.
    """
    if ours.role == "task":
        return cell.text
    if cell.kind != "code":
        return ""
    if ours.role == "test":
        return definitions_in(cell.text, lacking)
    if ours.role == "given" and not ours.skipped and names_in(cell.text) - names_in(ours.released):
        return cell.text
    return ""


class _Builder:
    """Builds the notebook cell by cell."""

    def __init__(self, source: dict[str, Any]) -> None:
        self.notebook: dict[str, Any] = {
            "cells": [],
            "metadata": copy.deepcopy(source.get("metadata", {})),
            "nbformat": 4,
            "nbformat_minor": 5,
        }
        self.steps: list[Step] = []
        self.student_texts: list[list[str]] = []
        self.manual: dict[str, bool] = {}
        # Ids of ours are never given to a student's cell.
        self._ids = {str(c.get("id")) for c in source["cells"]} | set(_grade_ids(source))
        self._given: set[str] = set()
        self._count: Counter[str] = Counter()

    def add(self, added: _Added) -> None:
        """Append a cell of the student's own, without any metadata of theirs."""
        cell: dict[str, Any] = {
            "cell_type": added.kind,
            "id": self._new_id("added"),
            "metadata": {},
            "source": added.text,
        }
        if added.kind == "code":
            self._code(cell, "student", added.text, None)
        elif added.attachments:
            cell["attachments"] = added.attachments
        self.student_texts.append(["", added.kind, added.text, json.dumps(added.attachments)])
        self.notebook["cells"].append(cell)

    def take(
        self, ours: TrustedCell, matched: Matched, submitted: tuple[SubmittedCell, ...]
    ) -> None:
        """Append one of our cells, with the student's text where it is theirs."""
        cell = ours.fresh_cell()
        cell["source"] = ours.cleared
        cell["id"] = self._own_id(ours)
        cell.setdefault("metadata", {})
        mark = cell["metadata"].get("nbgrader")
        if mark and ours.grade_id:
            mark["checksum"] = checksum(cell)
        text = ours.released
        if ours.editable:
            text = cell["source"] = matched.texts[ours.index]
            chosen = [submitted[i] for i in matched.chosen.get(ours.index, ())]
            pictures = {name: data for c in chosen for name, data in c.attachments.items()}
            if pictures and not ours.is_code:
                cell["attachments"] = {**cell.get("attachments", {}), **pictures}
            if ours.role == "manual" and ours.grade_id:
                # nbgrader compares to the letter with what the database has.
                given = same_text(text, ours.cleared) and not pictures
                text = cell["source"] = ours.cleared if given else text
                self.manual[ours.grade_id] = not given
            self.student_texts.append([str(ours.grade_id), "", text, json.dumps(pictures)])
        if ours.is_code:
            kind = "student" if ours.editable else "test" if ours.role == "test" else "given"
            self._code(cell, "skip" if ours.skipped else kind, text, ours.grade_id)
        self.notebook["cells"].append(cell)

    def _code(self, cell: dict[str, Any], kind: Any, source: str, grade_id: str | None) -> None:
        cell["execution_count"] = None
        cell["outputs"] = []
        self.steps.append(Step(len(self.notebook["cells"]), kind, source, grade_id))

    def _own_id(self, ours: TrustedCell) -> str:
        for wanted in (ours.cell.get("id"), ours.grade_id):
            if isinstance(wanted, str) and _ID.fullmatch(wanted) and wanted not in self._given:
                self._given.add(wanted)
                return wanted
        return self._new_id("cell")

    def _new_id(self, stem: str) -> str:
        while True:
            self._count[stem] += 1
            made = f"{stem}-{self._count[stem]}"
            if made not in self._ids and made not in self._given:
                self._given.add(made)
                return made


def _grade_ids(source: dict[str, Any]) -> Iterable[str]:
    return (found for cell in source["cells"] if (found := grade_id_of(cell)))


__all__ = ["SKIP", "Reassembled", "Step", "reassemble"]
