"""Find out which cell of a submission answers which cell of the instructor's notebook."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Sequence
from dataclasses import dataclass, field

from autograder.cells import normal, printable
from autograder.intake.earlier import Earlier
from autograder.intake.submitted import SubmittedCell
from autograder.intake.tampering import note_missing, note_tampering
from autograder.intake.trusted import TrustedCell
from autograder.names import Definition, parse
from autograder.notes import Notes
from autograder.sources import text_of_definition

ELSEWHERE = "# Defined in another cell of the submission."
_SIMILAR = 0.6
_COMPARISONS = 20


@dataclass
class Matched:
    """Who answers whom.

    Attributes
    ----------
    labels : list of int or None
        For each submitted cell the index of the instructor's cell that it is a version of.
    texts : dict of int to str
        For each editable cell of the instructor's the text to grade.
    chosen : dict of int to tuple of int
        The submitted cells that this text was taken from.
    used : set of int
        Submitted cells whose text stands in ``texts`` or is a needless copy.
    lost : set of int
        Editable cells of the instructor's whose answers were left out.
    notes : Notes
        The repairs.
    """

    labels: list[int | None]
    texts: dict[int, str] = field(default_factory=dict)
    chosen: dict[int, tuple[int, ...]] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)
    lost: set[int] = field(default_factory=set)
    notes: Notes = field(default_factory=Notes)


def match(
    trusted: Sequence[TrustedCell], submitted: Sequence[SubmittedCell], earlier: Earlier
) -> Matched:
    """Match a submission's cells with the instructor's and choose the texts to grade."""
    matched = Matched(_labels(trusted, submitted))
    note_missing(trusted, matched.labels, matched.notes, earlier)
    for cell in trusted:
        if cell.editable:
            _choose(cell, submitted, matched)
    _recover(trusted, submitted, matched)
    note_tampering(trusted, submitted, matched.labels, matched.notes, earlier)
    return matched


def _labels(trusted: Sequence[TrustedCell], submitted: Sequence[SubmittedCell]) -> list[int | None]:
    by_grade_id = {cell.grade_id: cell.index for cell in trusted if cell.grade_id}
    by_cell_id = {cell.cell.get("id"): cell.index for cell in trusted if cell.cell.get("id")}
    by_text: dict[tuple[bool, str], int] = {}
    for cell in reversed(trusted):
        if not cell.editable and cell.released.strip():
            for name in ("complete", "released"):
                by_text[cell.is_code, cell.texts[name]] = cell.index
    labels: list[int | None] = []
    for found in submitted:
        label = by_grade_id.get(found.grade_id) if found.grade_id else None
        if label is None and found.cell_id:
            label = by_cell_id.get(found.cell_id)
        if label is None:
            label = by_text.get((found.kind == "code", normal(found.text)))
        labels.append(label)
    _label_similar(trusted, submitted, labels)
    return labels


def _label_similar(
    trusted: Sequence[TrustedCell],
    submitted: Sequence[SubmittedCell],
    labels: list[int | None],
) -> None:
    """Label edited given cells that carry no id, where text and place both speak for it."""
    claimed = set(labels)
    comparisons = 0
    for position, cell in enumerate(submitted):
        if labels[position] is not None or cell.kind != "code" or cell.nbgrader:
            continue
        before = next((x for x in reversed(labels[:position]) if x is not None), -1)
        later = (x for x in labels[position + 1 :] if x is not None and x > before)
        after = next(later, len(trusted))
        for candidate in trusted[before + 1 : after]:
            if candidate.role != "given" or candidate.index in claimed:
                continue
            comparisons += 1
            if comparisons > _COMPARISONS:
                return
            a, b = candidate.released[:2000], cell.text[:2000]
            matcher = difflib.SequenceMatcher(None, a, b)
            if matcher.quick_ratio() >= _SIMILAR and matcher.ratio() >= _SIMILAR:
                labels[position] = candidate.index
                claimed.add(candidate.index)
                break


def _choose(cell: TrustedCell, submitted: Sequence[SubmittedCell], matched: Matched) -> None:
    """Choose among the versions of one cell.

    All that were changed, joined, where only together they are Python that binds what the solution
    binds; else the last changed one that does; else the last changed one; else the last.
    """
    found = [i for i, label in enumerate(matched.labels) if label == cell.index]
    versions = [i for i in found if not submitted[i].lost]
    if not versions:
        matched.used.update(found)
        return
    changed = [i for i in versions if not cell.is_stub(submitted[i].text)]
    solving = [i for i in changed if cell.solves(submitted[i].text)]
    joined = "\n".join(submitted[i].text for i in changed)
    together = len(changed) > 1 and bool(cell.expected) and cell.solves(joined)
    if together and (not solving or _torn(cell, [submitted[i].text for i in changed])):
        chosen: tuple[int, ...] = tuple(changed)
    elif solving:
        chosen = (solving[-1],)
    else:
        chosen = ((changed or versions)[-1],)
    text = joined if len(chosen) > 1 else submitted[chosen[0]].text
    matched.texts[cell.index] = text
    matched.chosen[cell.index] = chosen
    matched.used.update(chosen)
    # Copies that add nothing are dropped; other versions run as cells of the student's own.
    seen = {normal(text)}
    for i in reversed(versions):
        if i not in matched.used and (i not in changed or normal(submitted[i].text) in seen):
            matched.used.add(i)
        seen.add(normal(submitted[i].text))
    if len(versions) > 1:
        how = "they were joined" if len(chosen) > 1 else "the last complete one was graded"
        matched.notes.add("repair", f"cell {cell.name} is there {len(versions)} times; {how}")
    wanted = cell.cell["cell_type"]
    if any(submitted[i].kind != wanted for i in chosen):
        kind = submitted[chosen[-1]].kind
        matched.notes.add(
            "repair", f"cell {cell.name} had become a {kind} cell; read as {wanted} again"
        )


def _torn(cell: TrustedCell, texts: list[str]) -> bool:
    """Whether a function was cut in two: its second half is no Python by itself."""
    return cell.is_code and any(parse(text) is None for text in texts)


def _recover(
    trusted: Sequence[TrustedCell], submitted: Sequence[SubmittedCell], matched: Matched
) -> None:
    """Find the answers to cells that are missing or still as given, by what other cells define."""
    renamed = _renamed(trusted, submitted, matched)
    for cell in trusted:
        if not cell.editable:
            continue
        text = matched.texts.get(cell.index)
        missing = text is None
        if text is not None and not cell.is_stub(text):
            continue
        source = _elsewhere(cell, trusted, submitted, matched) if cell.expected else None
        if source is None:
            lost = next((s.lost for s, label in zip(submitted, matched.labels, strict=True)
                         if s.lost and label == cell.index), "")  # fmt: skip
            if missing and lost:
                matched.lost.add(cell.index)
                matched.texts[cell.index] = f"{'# ' * cell.is_code}Left out: {lost}."
            elif missing and renamed and renamed[0] is cell:
                _take(renamed[1], cell, submitted, matched)
                name = printable(submitted[renamed[1]].grade_id, 40)
                text = f"cell {cell.name} is missing; the answer in {name} was taken for it"
                matched.notes.add("repair", text)
            elif missing:
                matched.notes.add(
                    "repair", f"cell {cell.name} is missing; it counts as left as given"
                )
                matched.texts[cell.index] = cell.released
            continue
        defined = ", ".join(sorted(cell.expected))
        if missing and isinstance(source, int):
            _take(source, cell, submitted, matched)
            matched.notes.add(
                "repair",
                f"cell {cell.name} is missing; the cell that defines {defined} was taken for it",
            )
        else:
            # The given text would define the name again, over the student's own.
            matched.texts[cell.index] = _imports(cell.released) + ELSEWHERE
            state = "missing" if missing else "left as given"
            matched.notes.add(
                "repair", f"cell {cell.name} is {state}; {defined} is defined elsewhere"
            )


def _take(
    source: int, cell: TrustedCell, submitted: Sequence[SubmittedCell], matched: Matched
) -> None:
    matched.texts[cell.index] = submitted[source].text
    matched.chosen[cell.index] = (source,)
    matched.used.add(source)
    matched.labels[source] = cell.index


def _renamed(
    trusted: Sequence[TrustedCell], submitted: Sequence[SubmittedCell], matched: Matched
) -> tuple[TrustedCell, int] | None:
    """Return the one question without an answer, and the one answer without a question.

    The course may have renamed the question after hand-in.
    """
    known = {cell.grade_id for cell in trusted}
    questions = [c for c in trusted if c.role == "manual" and matched.texts.get(c.index) is None]
    answers = [
        n
        for n, (cell, label) in enumerate(zip(submitted, matched.labels, strict=True))
        if label is None and n not in matched.used and not cell.lost
        if cell.grade_id and cell.grade_id not in known
        if cell.meta.get("grade") and cell.meta.get("solution")
    ]
    if len(questions) != 1 or len(answers) != 1:
        return None
    alike = submitted[answers[0]].kind == questions[0].cell["cell_type"]
    return (questions[0], answers[0]) if alike else None


def _elsewhere(
    cell: TrustedCell,
    trusted: Sequence[TrustedCell],
    submitted: Sequence[SubmittedCell],
    matched: Matched,
) -> int | str | None:
    """Return the number of the student's own cell that defines what a cell should.

    Else the kind of cell in which it stands, ``"solution"`` or ``"locked"``; None if in none.
    """
    own = [
        i
        for i, label in enumerate(matched.labels)
        if label is None and submitted[i].kind == "code" and cell.solves(submitted[i].text)
    ]
    # A cell of her own is an answer; one in a cell for something else is only told of.
    if own:
        return own[-1]
    for index, text in matched.texts.items():
        other = trusted[index]
        if index != cell.index and other.is_code and not other.is_stub(text) and cell.solves(text):
            return "solution"
    for i, label in enumerate(matched.labels):
        if label is None or i in matched.used or submitted[i].kind != "code":
            continue
        other = trusted[label]
        if normal(submitted[i].text) in other.texts.values():
            continue  # the instructor's text is no answer
        if other.role in ("test", "given") and cell.solves(
            definitions_in(submitted[i].text, cell.expected)
            if other.role == "test"
            else submitted[i].text
        ):
            return "locked"
    return None


def _imports(text: str) -> str:
    tree = parse(text)
    body = tree.body if tree else []
    return "".join(
        ast.unparse(n) + "\n" for n in body if isinstance(n, ast.Import | ast.ImportFrom)
    )


def definitions_in(text: str, names: frozenset[str]) -> str:
    """Return the text of a cell's top-level functions and classes of the given names."""
    tree = parse(text)
    if tree is None:
        return ""
    parts = []
    for node in tree.body:
        if isinstance(node, Definition) and node.name in names:
            parts.append(text_of_definition(node, text))
    return "\n\n".join(parts)
