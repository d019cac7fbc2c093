"""The notebook on the feedback page: its cells as they were graded, without hidden tests."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from markupsafe import Markup

from autograder.cells import (
    SKIP,
    ReleaseRules,
    grade_id_of,
    has_hidden,
    nbgrader_metadata,
    role_of,
    tags_of,
    text_of,
)
from autograder.gradebook.standing import CellGrade, NotebookStanding
from autograder.notebook import Cell, Notebook
from autograder.pages.code import code_html
from autograder.pages.markdown import MAX_RENDERED, given_html, length_of, student_html
from autograder.pages.outputs import Shown, shown_outputs
from autograder.words import counted, number

INSIDE = "This check ran together with your code."
HIDDEN = "More checks ran here when the notebook was graded. Their text is not shown."


@dataclass(frozen=True)
class SourceNotebook:
    """The instructor's notebook, as pages about students' notebooks need it.

    Attributes
    ----------
    folder : Path or None
        Where pictures of its texts are.
    hidden_marks : tuple of str
        What begins and ends hidden tests in this course.
    """

    name: str
    content: Notebook
    folder: Path | None = None
    hidden_marks: tuple[str, str] = ReleaseRules.hidden_marks


@dataclass(frozen=True)
class Shelf:
    """One cell as the page shows it.

    Attributes
    ----------
    kind : str
        ``"text"``, ``"given"``, ``"yours"``, ``"check"`` or ``"answer"``.
    """

    kind: str
    anchor: str = ""
    body: Markup = field(default_factory=Markup)
    outputs: Sequence[Shown] = ()
    label: str = ""
    status: str = ""
    comment: str = ""
    sentence: str = ""


def shelves_of(
    source: SourceNotebook,
    notebook: Notebook,
    anchors: Mapping[str, str],
    grades: NotebookStanding,
    inside: Collection[str] = (),
) -> list[Shelf]:
    """Return the notebook's cells; ``anchors`` are those of the cells where exercises begin."""
    given = {text_of(c["source"]).strip() for c in source.content["cells"] if not _is_answer(c)}
    shelves, room = [], MAX_RENDERED
    for cell in notebook["cells"]:
        text, grade_id = text_of(cell["source"]), grade_id_of(cell) or ""
        grade = grades.cells.get(grade_id, CellGrade())
        comment, anchor = grade.comment, anchors.get(grade_id, "")
        if cell["cell_type"] != "code":
            trusted = text.strip() in given and not _is_answer(cell)
            if trusted:
                body = given_html(text, source.folder)
            else:
                body = student_html(text, cell.get("attachments", {}), room)
                room -= min(room, length_of(text))
            kind = "answer" if _is_answer(cell) else "text"
            shelves.append(Shelf(kind, anchor, Markup(body), comment=comment))
            continue
        outputs = shown_outputs(cell.get("outputs", []))
        if role_of(cell) == "test":
            shelf = _check(grade_id, text, grade, outputs, source.hidden_marks)
            if grade_id in inside:
                shelf = replace(shelf, sentence=f"{shelf.sentence} {INSIDE}".lstrip())
            shelves.append(shelf)
            continue
        is_given = text.strip() in given
        skipped = SKIP in tags_of(cell)
        sentence = (
            "This cell was not run: it takes long, or only draws. Run it in your own notebook."
            if skipped
            else ""
        )
        lines = counted(len(text.splitlines()), "line")
        label = f"{lines} of given code" if is_given else "Your code"
        code = Markup(code_html(text))
        kind = "given" if is_given else "yours"
        shelves.append(Shelf(kind, anchor, code, outputs, label, "", comment, sentence))
    return shelves


def _is_answer(cell: Cell) -> bool:
    return bool(nbgrader_metadata(cell).get("solution"))


def _check(
    grade_id: str,
    text: str,
    grade: CellGrade,
    outputs: Sequence[Shown],
    hidden_marks: tuple[str, str],
) -> Shelf:
    """Return a test's cell; of one with hidden tests neither its text nor what it printed."""
    hidden = has_hidden(text, hidden_marks)
    score = grade.score or 0.0
    status = "wait" if grade.score is None else "full" if score >= grade.most else "none"
    points = "no points yet" if grade.score is None else f"{number(score)} of {number(grade.most)}"
    label = f"Check {grade_id}: {points}"
    if hidden:
        return Shelf("check", "", Markup(), (), label, status, "", HIDDEN)
    return Shelf("check", "", Markup(code_html(text)), outputs, label, status)
