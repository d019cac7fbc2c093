"""The class in figures: scores, exercises, tests, students, and who needs a person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from statistics import correlation, fmean, median, quantiles

from autograder.cells import grade_id_of, printable, role_of
from autograder.gradebook.standing import NotebookStanding
from autograder.learner.summary import ExerciseResult, exercise_results
from autograder.pages.collected import Collected
from autograder.report import why
from autograder.result import TestResult
from autograder.states import LEFT_OUT, NOT_RUN, STATES, WITHOUT_POINTS, needs_a_person, state
from autograder.words import counted, duration

FEW = 10  # students below whom a correlation tells nothing
BINS = 10
_NOT_AUTOMATIC = ("manual", "not run")


@dataclass
class ExerciseFigures:
    """One exercise over the class; shares are of those whose work could be run.

    Attributes
    ----------
    discrimination : float or None
        Correlation of its points with those of all other exercises.
    """

    notebook: str
    title: str
    most: float
    mean: float = 0.0
    full: float = 0.0
    part: float = 0.0
    wrong: float = 0.0
    blank: float = 0.0
    discrimination: float | None = None
    seconds: float = 0.0
    by_hand: float = 0.0  # points that a person gives


@dataclass
class StudentFigures:
    """One student over all notebooks of an assignment; times are naive UTC.

    Attributes
    ----------
    score : float
        Points, less the penalty for lateness.
    due : datetime or None
        With the student's extension.
    unread : bool
        Whether something that could not be read still waits for a person's points.
    exercises : dict
        (notebook, title) -> points, those that people gave among them; none while all wait.
    """

    student: str
    name: str
    state: str
    score: float
    most: float
    late: timedelta = timedelta(0)
    penalty: float = 0.0
    handed_in: datetime | None = None
    due: datetime | None = None
    waiting: int = 0
    unread: bool = False
    exercises: dict[tuple[str, str], float] = field(default_factory=dict)
    page: Path | None = None


@dataclass(frozen=True)
class Need:
    """Something that a person must look at."""

    student: str
    what: str
    why: str
    page: Path | None = None


def by_hand(found: Collected) -> dict[str, frozenset[str]]:
    """Return the ids of the cells that a person grades, by notebook."""
    return {
        notebook: frozenset(
            grade_id_of(cell) or ""
            for cell in source["cells"]
            if role_of(cell) in ("manual", "task")
        )
        for notebook, source in found.sources.items()
    }


def automatic(tests: Iterable[TestResult], manual: Set[str]) -> tuple[float, float]:
    """Return the points of those tests that are automatic, and what they can give."""
    tests = [
        test for test in tests if test.verdict not in _NOT_AUTOMATIC and test.grade_id not in manual
    ]
    return sum(test.points or 0.0 for test in tests), sum(test.max_points for test in tests)


def exercise_figures(found: Collected) -> list[ExerciseFigures]:
    """Return the figures of each exercise that was tried by anybody."""
    tried: dict[tuple[str, str], list[tuple[str, ExerciseResult]]] = defaultdict(list)
    totals: dict[str, float] = defaultdict(float)
    manual = by_hand(found)
    for result in found.results:
        if result.notebook in found.sources and state(result) not in NOT_RUN:
            for each in exercise_results(result, found.exercises[result.notebook]):
                tried[result.notebook, each.cells.title].append((result.student, each))
                totals[result.student] += automatic(each.tests, manual[result.notebook])[0]
    return [_exercise(*key, those, totals, manual[key[0]]) for key, those in tried.items()]


def _exercise(
    notebook: str,
    title: str,
    those: Sequence[tuple[str, ExerciseResult]],
    totals: Mapping[str, float],
    manual: Set[str],
) -> ExerciseFigures:
    points = [automatic(each.tests, manual)[0] for _, each in those]
    most = max(automatic(each.tests, manual)[1] for _, each in those)
    rest_of_points = max(each.max_points for _, each in those) - most
    figures = ExerciseFigures(notebook, title, most, by_hand=rest_of_points)
    if not most:
        return figures
    share = 1 / len(those)
    figures.mean = fmean(points)
    figures.full = share * sum(one >= most for one in points)
    figures.part = share * sum(0 < one < most for one in points)
    figures.blank = share * sum(each.untouched for _, each in those)
    figures.wrong = max(0.0, 1 - figures.full - figures.part - figures.blank)
    figures.seconds = median(sum(test.seconds for test in each.tests) for _, each in those)
    rest = [totals[student] - one for (student, _), one in zip(those, points, strict=True)]
    if len(points) >= FEW and len(set(points)) > 1 and len(set(rest)) > 1:
        figures.discrimination = correlation(points, rest)
    return figures


def student_figures(found: Collected) -> list[StudentFigures]:
    """Return a row for everybody who handed in, in the order of names."""
    rows: dict[str, StudentFigures] = {}
    manual = by_hand(found)
    for result in found.results:
        standing = found.standings.get(result.student)
        row = rows.setdefault(
            result.student,
            StudentFigures(result.student, standing.name if standing else "", "", 0.0, 0.0),
        )
        row.state = _graver(row.state, state(result))
        row.page = row.page or found.pages.get((result.student, result.notebook))
        grades = standing.notebooks.get(result.notebook) if standing else None
        if state(result) in WITHOUT_POINTS and not (grades and grades.complete):
            row.unread = True
        if result.notebook in found.sources:
            for each in exercise_results(result, found.exercises[result.notebook]):
                points = _points(each, grades, manual[result.notebook])
                if points is not None:
                    row.exercises[result.notebook, each.cells.title] = points
        if standing and grades:
            row.score += max(0.0, grades.score - grades.penalty)
            row.penalty += grades.penalty
            row.most += grades.most
            row.late, row.handed_in, row.due = standing.late, standing.handed_in, standing.due
            row.waiting += sum(cell.waiting for cell in grades.cells.values())
        else:
            row.score += result.score
            row.most += result.max_score
    for student in found.refused:
        rows[student] = StudentFigures(student, "", "refused", 0.0, 0.0, unread=True)
    return [rows[student] for student in sorted(rows)]


def _points(
    each: ExerciseResult, grades: NotebookStanding | None, manual: Set[str]
) -> float | None:
    """Return a student's points for an exercise; nothing while all of them wait for a person."""
    if grades is None:
        points, most = automatic(each.tests, manual)
        return points if most else None
    scores = [grades.cells[name].score for name in each.cells.graded if name in grades.cells]
    given = [score for score in scores if score is not None]
    return sum(given) if given else None


_ORDER = (*STATES, "")


def _graver(one: str, other: str) -> str:
    return min(one, other, key=_ORDER.index)


def automatic_shares(found: Collected) -> list[float]:
    """Return the share of the automatic points that each student earned; 0 of what is left out."""
    earned: dict[str, float] = defaultdict(float)
    most: dict[str, float] = defaultdict(float)
    manual = by_hand(found)
    for result in found.results:
        tests = result.tests
        if state(result) == LEFT_OUT:
            tests = tuple(replace(test, verdict="not attempted") for test in tests)
        points, there_are = automatic(tests, manual.get(result.notebook, frozenset()))
        earned[result.student] += points
        most[result.student] += there_are
    return [earned[student] / most[student] for student in earned if most[student]]


def quartiles(values: Sequence[float]) -> tuple[float, float, float]:
    """Return the three quartiles."""
    if len(values) < 2:
        only = values[0] if values else 0.0
        return only, only, only
    low, middle, high = quantiles(values, n=4, method="inclusive")
    return low, middle, high


def bins(shares: Sequence[float]) -> list[int]:
    """Count shares in tenths; the last tenth holds the full ones."""
    counts = [0] * BINS
    for share in shares:
        counts[min(BINS - 1, int(share * BINS + 1e-9))] += 1
    return counts


def needs(found: Collected) -> list[Need]:
    """Say who needs a person, and why; the grave things first."""
    listed = [Need(printable(who), "refused", reason) for who, reason in found.refused.items()]
    listed += [
        Need(who, "not graded yet", f"handed in; run grade {found.assignment} again")
        for who in found.ungraded
    ]
    listed += [
        Need(who, "handed in again", f"what stands here is of before; run grade {found.assignment}")
        for who in found.newer
    ]
    odd = [result for result in found.results if needs_a_person(result)]
    for result in sorted(odd, key=lambda result: _ORDER.index(state(result))):
        page = found.pages.get((result.student, result.notebook))
        listed.append(Need(result.student, state(result), why(result), page))
    return listed


def waiting(found: Collected) -> list[tuple[str, str, int]]:
    """Count, for each cell, the answers that wait for a person's points."""
    counts: dict[tuple[str, str], int] = defaultdict(int)
    read = {
        (result.student, result.notebook)
        for result in found.results
        if state(result) not in NOT_RUN
    }
    for student, standing in found.standings.items():
        for notebook, grades in standing.notebooks.items():
            if (student, notebook) in read:
                for name, cell in grades.cells.items():
                    counts[notebook, name] += cell.waiting
    return [(*key, count) for key, count in counts.items() if count]


def late_words(rows: Sequence[StudentFigures]) -> str:
    """Say how many were late, and by how much at most."""
    late = [row.late for row in rows if row.late]
    if not late:
        return "Nobody was late."
    return f"{counted(len(late), 'student')} late, by {duration(max(late))} at most."
