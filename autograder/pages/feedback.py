"""The feedback page: how did I do, what do I fix, and the notebook as it was graded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, tzinfo

from markupsafe import Markup

from autograder.cells import (
    grade_id_of,
    printable,
    role_of,
    text_of,
)
from autograder.gradebook.standing import CellGrade, NotebookStanding, Standing
from autograder.headings import exercises_of, title_of
from autograder.learner.summary import ExerciseResult, exercise_results, said, verdict_of
from autograder.notebook import Cell, Notebook
from autograder.pages.code import brief_html
from autograder.pages.drawings import bar, difference_picture
from autograder.pages.rendering import render
from autograder.pages.shelves import SourceNotebook, shelves_of
from autograder.pages.words import STATUSES, Advice, advice_of, notes_by_kind, status_of
from autograder.result import Result, TestResult
from autograder.words import duration, moment, number


@dataclass(frozen=True)
class Card:
    """What a student reads of one exercise."""

    anchor: str
    title: str
    status: str
    verdict: str
    points: str
    advice: Advice
    codes: Sequence[Markup]
    line: int | None
    pictures: Sequence[Markup]
    comments: Sequence[str]
    by_hand: bool

    @property
    def open(self) -> bool:
        """Whether there is something to fix."""
        return self.status in ("part", "none", "stop")


def feedback_page(
    source: SourceNotebook,
    notebook: Notebook,
    result: Result | None,
    standing: Standing | None,
    *,
    received: Sequence[str] = (),
    zone: tzinfo = UTC,
    digest: str = "",
    whole: bool = True,
) -> str:
    """Return one student's page for one notebook.

    Parameters
    ----------
    source : SourceNotebook
        The instructor's notebook.
    notebook : mapping
        The autograded one.
    result : Result, optional
        What grading found; without it (another engine graded) the gradebook's points are all
        that is told.
    standing : Standing, optional
        What the gradebook knows; without it the points are the result's.
    received : sequence of str
        What was handed in, for a file that could not be read.
    zone : tzinfo
        The time zone in which times are shown.
    digest : str
        Of everything that the page is made of.
    whole : bool
        Whether the notebook itself is shown, too.
    """
    result = result or _unknown(source, standing)
    grades = standing.notebooks.get(source.name) if standing else None
    refusal = result.refusal
    by_person = bool(refusal and grades and grades.complete)
    grades = grades or _as_graded(result)
    tried = replace(result, tests=()) if by_person else result
    exercises = exercise_results(tried, exercises_of(source.content, source.hidden_marks))
    shown = notebook["cells"] if whole and not by_person else []
    cells = {grade_id_of(cell): cell for cell in shown if grade_id_of(cell)}
    cards = [_card(n, each, grades, cells, refusal) for n, each in enumerate(exercises, 1)]
    anchors = {
        [*each.cells.solutions, *each.cells.graded][0]: f"cell-{card.anchor}"
        for card, each in zip(cards, exercises, strict=True)
    }
    score = max(0.0, grades.score - grades.penalty)
    return render(
        "feedback.html.j2",
        digest=digest,
        title=title_of(source.content, source.name),
        student=(standing and standing.name) or printable(result.student),
        student_id=printable(result.student),
        assignment=result.assignment,
        score=number(score),
        most=number(grades.most),
        bar=bar(score / grades.most if grades.most else 0.0),
        facts=_facts(standing, grades, zone),
        waiting=[card.title for card in cards if card.status == "wait"],
        look=result.needs_human,
        broke_down=any(note.kind == "defect" for note in result.notes),
        cards=cards,
        statuses=STATUSES,
        unread=bool(refusal) and not by_person,
        by_person=by_person,
        reason=refusal.removeprefix("Not graded: "),
        received=received,
        notes=[] if refusal else notes_by_kind(result.notes),
        whole=whole,
        shelves=[]
        if refusal or not whole
        else shelves_of(source, notebook, anchors, grades, result.inside),
        isolation=result.isolation,
    )


def _unknown(source: SourceNotebook, standing: Standing | None) -> Result:
    """Return the result of a notebook that another engine graded: points without a reason."""
    grades = standing.notebooks.get(source.name) if standing else None
    known = grades.cells if grades else {}
    tests = []
    for cell in source.content["cells"]:
        grade_id, role = grade_id_of(cell) or "", role_of(cell)
        if role in ("test", "manual", "task") and grade_id in known:
            grade = known[grade_id]
            right = grade.score is not None and grade.score >= grade.most
            verdict = "manual" if role != "test" else "passed" if right else "failed"
            tests.append(TestResult(grade_id, grade.score, grade.most, verdict))  # type: ignore[arg-type]
    return Result(standing.student if standing else "", "", source.name, tuple(tests))


def _as_graded(result: Result) -> NotebookStanding:
    """Return a result's points as a gradebook would hold them."""
    cells = {
        test.grade_id: CellGrade(test.points, most=test.max_points, waiting=test.points is None)
        for test in result.tests
    }
    return NotebookStanding(cells=cells)


def _facts(
    standing: Standing | None, grades: NotebookStanding, zone: tzinfo
) -> list[tuple[str, str]]:
    """Return when it came in, how late, and what that costs."""
    found: list[tuple[str, str]] = []
    if standing and standing.handed_in:
        found.append(("Handed in", moment(standing.handed_in, zone)))
    if standing and standing.due:
        longer = standing.extension
        extended = f" ({duration(longer)} longer for you)" if longer else ""
        found.append(("Due", moment(standing.due, zone) + extended))
    if standing and standing.late:
        free = "" if grades.penalty else " (no points off)"
        found.append(("Late by", duration(standing.late) + free))
    if grades.penalty:
        found.append(("Points off for lateness", number(grades.penalty)))
    return found


def _card(
    place: int,
    each: ExerciseResult,
    grades: NotebookStanding,
    cells: Mapping[str | None, Cell],
    refusal: str,
) -> Card:
    rows = [grades.cells[g] for g in each.cells.graded if g in grades.cells]
    score = sum(row.score or 0.0 for row in rows)
    most = sum(row.most for row in rows)
    waiting = any(row.waiting or row.score is None for row in rows)
    by_hand = any(row.manual is not None for row in rows)
    status = status_of(each, score, most, waiting=waiting)
    verdict = "" if status in ("full", "wait", "blank") else verdict_of(each)
    if by_hand or verdict in ("correct", "not yet", "a human grades this"):
        verdict = ""
    line = next((test.line for test in each.tests if test.line), None)
    own = [
        cells[solution]
        for solution in each.cells.solutions
        if solution in cells and cells[solution]["cell_type"] == "code"
    ]
    if len(own) != 1:
        line = None
    comments = [
        grades.cells[name].comment
        for name in dict.fromkeys([*each.cells.solutions, *each.cells.graded])
        if name in grades.cells and grades.cells[name].comment not in ("", refusal)
    ]
    return Card(
        anchor=f"exercise-{place}",
        title=each.cells.title,
        status=status,
        verdict=verdict,
        points=f"{'–' if status == 'wait' and not score else number(score)} of {number(most)}",
        advice=advice_of(said(each)),
        codes=[Markup(brief_html(text_of(cell["source"]), line)) for cell in own],
        line=line,
        pictures=[
            difference_picture(drawn)
            for test in each.tests
            if test.grade_id not in each.cells.hidden
            for drawn in test.differences
        ],
        comments=comments,
        by_hand=by_hand,
    )
