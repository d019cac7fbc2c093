"""Build the graded notebook cell by cell: ours as they stand, the student's without metadata."""

from __future__ import annotations

import copy
import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from autograder.cells import checksum, grade_ids_of, same_text
from autograder.intake.match import Matched
from autograder.intake.submitted import SubmittedCell
from autograder.intake.trusted import TrustedCell
from autograder.notebook import Cell, Notebook
from autograder.vanished import kinds_of

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
    binds : mapping of str to str
        Names that a given cell or an answer leaves bound, with their kinds where these are known.
    """

    index: int
    kind: Literal["student", "given", "test", "skip"]
    source: str
    grade_id: str | None = None
    binds: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Added:
    """A cell of the student's own."""

    kind: str
    text: str
    attachments: dict[str, dict[str, str]]


class Builder:
    """Builds the notebook cell by cell."""

    def __init__(self, source: Notebook) -> None:
        self.notebook: Notebook = {
            "cells": [],
            "metadata": copy.deepcopy(source.get("metadata", {})),
            "nbformat": 4,
            "nbformat_minor": 5,
        }
        self.steps: list[Step] = []
        self.student_texts: list[list[str]] = []
        self.manual: dict[str, bool] = {}
        # Ids of ours are never given to a student's cell.
        self._ids = {str(c.get("id")) for c in source["cells"]} | grade_ids_of(source)
        self._given: set[str] = set()
        self._count: Counter[str] = Counter()

    def add(self, added: Added) -> None:
        """Append a cell of the student's own, without any metadata of theirs."""
        cell: Cell = {
            "cell_type": added.kind,
            "id": self._new_id("added"),
            "metadata": {},
            "source": added.text,
        }
        if added.kind == "code":
            self._code(cell, "student", added.text, None, {})
        elif added.attachments:
            cell["attachments"] = added.attachments
        self.student_texts.append(["", added.kind, added.text, json.dumps(added.attachments)])
        self.notebook["cells"].append(cell)

    def take(
        self, original: TrustedCell, matched: Matched, submitted: tuple[SubmittedCell, ...]
    ) -> None:
        """Append one of our cells, with the student's text where it is theirs."""
        cell = original.fresh_cell()
        cell["source"] = original.cleared
        cell["id"] = self._own_id(original)
        cell.setdefault("metadata", {})
        meta = cell["metadata"].get("nbgrader")
        if meta and original.grade_id:
            meta["checksum"] = checksum(cell)
        text = original.released
        if original.editable:
            text = cell["source"] = matched.texts[original.index]
            chosen = [submitted[i] for i in matched.chosen.get(original.index, ())]
            pictures = {name: data for c in chosen for name, data in c.attachments.items()}
            if pictures and not original.is_code:
                cell["attachments"] = {**cell.get("attachments", {}), **pictures}
            if original.role == "manual" and original.grade_id:
                # nbgrader compares to the letter with what the database has.
                given = same_text(text, original.cleared) and not pictures
                text = cell["source"] = original.cleared if given else text
                self.manual[original.grade_id] = not given
            self.student_texts.append([str(original.grade_id), "", text, json.dumps(pictures)])
        if original.is_code:
            kind = (
                "student" if original.editable else "test" if original.role == "test" else "given"
            )
            binds: Mapping[str, str] = {}
            if kind == "given" and not original.skipped:
                binds = kinds_of(text)
            elif original.editable and original.solves(text):
                complete = kinds_of(original.complete)
                binds = {name: complete.get(name, "") for name in original.expected}
            self._code(cell, "skip" if original.skipped else kind, text, original.grade_id, binds)
        self.notebook["cells"].append(cell)

    def _code(
        self,
        cell: Cell,
        kind: Any,
        source: str,
        grade_id: str | None,
        binds: Mapping[str, str],
    ) -> None:
        cell["execution_count"] = None
        cell["outputs"] = []
        self.steps.append(Step(len(self.notebook["cells"]), kind, source, grade_id, binds))

    def _own_id(self, original: TrustedCell) -> str:
        for wanted in (original.cell.get("id"), original.grade_id):
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
