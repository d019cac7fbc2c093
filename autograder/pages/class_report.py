"""The class report: who needs me, how did it go, what do I say tomorrow."""

from __future__ import annotations

import csv
import io
import json
import os
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from statistics import fmean
from typing import Any

from autograder.cells import printable
from autograder.errors import AutograderError
from autograder.files import write_atomically
from autograder.headings import title_of
from autograder.notebook import Notebook
from autograder.pages.answers import AnswerGroup, answer_groups, misconceptions
from autograder.pages.collected import Collected
from autograder.pages.drawings import histogram, shares
from autograder.pages.figures import (
    ExerciseFigures,
    Need,
    StudentFigures,
    automatic_shares,
    bins,
    exercise_figures,
    late_words,
    needs,
    quartiles,
    student_figures,
    waiting,
)
from autograder.pages.rendering import render
from autograder.pages.side_by_side import AlikePair, alike_pairs
from autograder.pages.words import STATUSES
from autograder.report import isolation_levels, told_inside
from autograder.result import Result
from autograder.tables import harmless
from autograder.whole_class import passed_by_nobody
from autograder.words import counted, duration, moment, number, percent, written

FEW_MARKS = 4  # students below whom a median and a middle half say nothing
NOBODY = 2  # students from whom on a test that none of them passes is listed
TO_SAY = 5  # mistakes for which a lecture has the time
LARGE = 10  # groups of like answers that are in sight
_TIMES = ("late", "handed_in", "due")


class ReportError(AutograderError):
    """A report cannot be made or compared; the message says why."""


@dataclass
class ClassReport:
    """All that a class report tells."""

    found: Collected
    rows: list[StudentFigures]
    exercises: list[ExerciseFigures]
    groups: list[AnswerGroup]
    alike: list[AlikePair] | None = None

    @classmethod
    def of(cls, found: Collected, *, similar: bool = False) -> ClassReport:
        """Work out the figures; which students' answers are alike only if asked for."""
        figures = student_figures(found), exercise_figures(found), answer_groups(found)
        return cls(found, *figures, alike=alike_pairs(found) if similar else None)

    def html(self, output: Path, earlier: Sequence[Result] = ()) -> str:
        """Return the page; links are relative to where it will stand."""
        found = self.found
        earned = automatic_shares(found)
        marks = quartiles(earned)
        first = next(iter(found.sources.values()), Notebook(cells=[]))
        links = {row.student: _link(row.page, output) for row in self.rows}
        common, needing = misconceptions(self.groups), needs(found)
        return render(
            "report.html.j2",
            title=title_of(first, found.assignment) if len(found.sources) == 1 else "",
            assignment=found.assignment,
            needs=_grouped(needing, output),
            needing=len(needing),
            graded=len(earned),
            few=FEW_MARKS,
            to_say=TO_SAY,
            large=LARGE,
            waiting=[(*each, self._title_of(*each[:2])) for each in waiting(found)],
            students=len(self.rows),
            mean=fmean(earned) if earned else None,
            marks=marks,
            histogram=histogram(bins(earned), marks if len(earned) >= FEW_MARKS else ())
            if earned
            else "",
            late=late_words(self.rows),
            due=moment(found.due, found.zone),
            lateness=any(row.late for row in self.rows),
            penalties=any(row.penalty for row in self.rows),
            missing=[printable(who) for who in found.missing],
            by_hand=[each for each in self.exercises if each.by_hand],
            changes=compared(earlier, found.results) if earlier else None,
            misconceptions=common,
            groups=[group for group in self.groups if len(group.students) > 1],
            alone=sum(len(group.students) == 1 for group in self.groups),
            alike=self.alike,
            readable=len({student for student, _ in found.texts}),
            exercises=[(each, _shares_of(each)) for each in self.exercises],
            several=len(found.sources) > 1,
            never=[
                (*each, self._title_of(*each[:2]))
                for each in passed_by_nobody(found.results, NOBODY)
            ],
            rows=[(row, links[row.student]) for row in self.rows],
            links=links,
            columns=self._columns,
            inside=told_inside(found.results),
            isolation=isolation_levels(found.results),
            statuses=STATUSES,
            number=number,
            counted=counted,
            duration=duration,
            percent=percent,
            printable=printable,
        )

    def _title_of(self, notebook: str, grade_id: str) -> str:
        for cells in self.found.exercises.get(notebook, ()):
            if grade_id in cells.graded:
                return cells.title
        return grade_id

    @cached_property
    def _columns(self) -> dict[tuple[str, str], str]:
        """The exercises, each with a head that no other has."""
        count = Counter(each.title for each in self.exercises)
        return {
            (each.notebook, each.title): each.title
            if count[each.title] == 1
            else f"{each.notebook}: {each.title}"
            for each in self.exercises
        }

    def to_dict(self) -> dict[str, Any]:
        """Return plain data for JSON; ``results`` is what ``grade --json`` writes, too."""
        return {
            "assignment": self.found.assignment,
            "students": [
                {
                    **{k: v for k, v in vars(row).items() if k not in (*_TIMES, "page")},
                    "exercises": {
                        head: row.exercises[key]
                        for key, head in self._columns.items()
                        if key in row.exercises
                    },
                    "handed_in": written(row.handed_in, self.found.zone),
                    "due": written(row.due, self.found.zone),
                    "late_seconds": row.late.total_seconds(),
                }
                for row in self.rows
            ],
            "missing": self.found.missing,
            "needs": [
                {"student": need.student, "what": need.what, "why": need.why}
                for need in needs(self.found)
            ],
            "exercises": [asdict(each) for each in self.exercises],
            "groups": [asdict(group) for group in self.groups],
            "alike": [
                {"students": [pair.first, pair.second], "statements": pair.statements}
                for pair in self.alike or []
            ],
            "results": [result.to_dict() for result in self.found.results],
        }

    def csv(self) -> str:
        """Return the table of students; nothing in it starts a formula in a spreadsheet."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        heads = ["student", "name", "state", "score", "max_score"]
        heads += ["hours_late", "late_penalty", "waiting"]
        writer.writerow([*heads, *map(_cell, self._columns.values())])
        for row in self.rows:
            known = "" if row.unread else number(row.score)
            late = number(row.late.total_seconds() / 3600)
            given = [row.exercises.get(key) for key in self._columns]
            points = ["" if each is None else number(each) for each in given]
            off = number(row.penalty)
            plain = [row.state, known, number(row.most), late, off, row.waiting, *points]
            writer.writerow([_cell(row.student), _cell(row.name), *plain])
        return text.getvalue()


@dataclass(frozen=True)
class _Alike:
    """Students who need a person for the same reason, each with the link to a page."""

    what: str
    why: str
    students: list[tuple[str, str]]


def _grouped(needs: Sequence[Need], output: Path) -> list[_Alike]:
    found: dict[tuple[str, str], _Alike] = {}
    for need in needs:
        group = found.setdefault((need.what, need.why), _Alike(need.what, need.why, []))
        group.students.append((need.student, _link(need.page, output)))
    return list(found.values())


def _cell(text: str) -> str:
    return harmless(printable(text))


def _link(page: Path | None, output: Path) -> str:
    if page is None:
        return ""
    from urllib.parse import quote

    return quote(Path(os.path.relpath(page, output.parent)).as_posix())


def _shares_of(each: ExerciseFigures) -> Any:
    parts = (("full", each.full), ("part", each.part), ("none", each.wrong), ("blank", each.blank))
    return shares(parts)


@dataclass(frozen=True)
class Changes:
    """What differs from an earlier run."""

    before: float
    now: float
    students: list[tuple[str, float, float]]
    hints: list[tuple[str, int, int]]


def compared(earlier: Sequence[Result], now: Sequence[Result]) -> Changes:
    """Compare two runs: the mean, the students whose points changed, the mistakes."""
    old, new = _totals(earlier), _totals(now)
    both = sorted(old.keys() & new.keys())
    hints_then, hints_now = _hints(earlier), _hints(now)
    hints = [
        (hint, hints_then.get(hint, 0), hints_now.get(hint, 0))
        for hint in sorted(hints_then.keys() | hints_now.keys())
        if hints_then.get(hint, 0) != hints_now.get(hint, 0)
    ]
    return Changes(
        fmean(old.values()) if old else 0.0,
        fmean(new.values()) if new else 0.0,
        [(who, old[who], new[who]) for who in both if abs(old[who] - new[who]) > 1e-9],
        sorted(hints, key=lambda each: each[1] - each[2]),
    )


def _totals(results: Sequence[Result]) -> dict[str, float]:
    totals: dict[str, float] = {}
    for result in results:
        totals[result.student] = totals.get(result.student, 0.0) + result.score
    return totals


def _hints(results: Sequence[Result]) -> Mapping[str, int]:
    met: dict[str, set[str]] = {}
    for result in results:
        for test in result.tests:
            if test.hint:
                met.setdefault(test.hint, set()).add(result.student)
    return {hint: len(students) for hint, students in met.items()}


def read_run(path: Path) -> list[Result]:
    """Read the results of an earlier run, as ``grade --json`` or ``report --json`` wrote them.

    Raises
    ------
    ReportError
        If the file is none of the two.
    """
    try:
        data = json.loads(path.read_bytes())
        listed = data["results"] if isinstance(data, dict) else data
        return [Result.from_dict(each) for each in listed]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ReportError(
            f"{path} holds no run: name a file that `grade --json` or `report --json` wrote "
            f"({type(error).__name__}: {error})."
        ) from None


def write_report(
    report: ClassReport, output: Path, earlier: Sequence[Result] = (), mode: int = 0o644
) -> None:
    """Write the page, with these permissions."""
    text = report.html(output.resolve(), earlier)
    write_atomically(output, text.encode("utf-8", "backslashreplace"), mode)
