"""Reports of a run: tables in the terminal, and JSON.

Names and notes may come from students: the terminal gets them as plain text without control
characters.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, tzinfo
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING, Any

from rich import box
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from autograder.cells import printable
from autograder.files import write_atomically
from autograder.result import Result
from autograder.states import NOT_RUN, STATES, WITHOUT_POINTS, needs_a_person, state
from autograder.words import duration, moment, number, percent, written

if TYPE_CHECKING:
    from autograder.gradebook.lateness import Timing

NOTE_WIDTH = 400
ID_WIDTH = 200
LATE_ROWS = 40
NAMES = 3  # of students of whom the same is said


@dataclass(frozen=True)
class TestLine:
    """One test over the class."""

    __test__ = False

    notebook: str
    grade_id: str
    passed: int
    attempts: int
    hints: Counter[str]
    inside: bool = False


def test_lines(results: Iterable[Result]) -> list[TestLine]:
    """Count, for each automatic test, how many passed it and which misconceptions were met.

    What could not be read or graded, or was left out, counts nowhere.
    """
    results = [result for result in results if state(result) not in NOT_RUN]
    by_human = graded_by_hand(results)
    lines: dict[tuple[str, str], TestLine] = {}
    for result in results:
        for test in result.tests:
            key = (result.notebook, test.grade_id)
            if key in by_human or not result.notebook:
                continue
            line = lines.get(key) or TestLine(*key, 0, 0, Counter())
            hints = line.hints + (Counter([test.hint]) if test.hint else Counter())
            passed = line.passed + (test.verdict == "passed")
            inside = line.inside or test.where == "inside"
            lines[key] = TestLine(*key, passed, line.attempts + 1, hints, inside)
    return list(lines.values())


def mean_score(results: Sequence[Result]) -> tuple[float, float]:
    """Return the mean of the automatic points and how many there are, per student.

    What could not be read or graded has none yet, and counts in neither; what was left out has 0.
    """
    by_human = graded_by_hand(results)
    totals: Counter[str] = Counter()
    most: Counter[str] = Counter()
    for result in results:
        if state(result) in WITHOUT_POINTS:
            continue
        for test in result.tests:
            if (result.notebook, test.grade_id) not in by_human:
                totals[result.student] += test.points or 0.0  # type: ignore[assignment]
                most[result.student] += test.max_points  # type: ignore[assignment]
    return (fmean(totals.values()), max(most.values())) if totals else (0.0, 0.0)


def graded_by_hand(results: Iterable[Result]) -> frozenset[tuple[str, str]]:
    """Return notebook and cell of what a person grades; an empty answer needs none."""
    return frozenset(
        (result.notebook, test.grade_id)
        for result in results
        for test in result.tests
        if test.verdict == "manual"
    )


def isolation_levels(results: Iterable[Result]) -> str:
    """Name the isolation levels reached, the usual one first."""
    # What could not be read has not run anywhere.
    levels = Counter(result.isolation for result in results if not result.refusal)
    if not levels:
        return "none"
    return ", ".join(
        level if len(levels) == 1 else f"{level} ({count})" for level, count in levels.most_common()
    )


def told_inside(results: Iterable[Result]) -> str:
    """Say which tests ran in the students' own processes; empty where none did."""
    names = sorted({name for result in results for name in result.inside})
    if not names:
        return ""
    return (
        "Ran inside, where students' code can see a test and change its outcome: "
        f"{', '.join(names)}."
    )


def class_tables(results: Sequence[Result]) -> RenderableType:
    """Return what an instructor reads after a run: who needs a look, then the class."""
    parts: list[RenderableType] = []
    odd = [result for result in results if needs_a_person(result)]
    if odd:
        table = plain_table("To be looked at")
        table.add_column("Student", overflow="fold", max_width=24)
        several = len({result.notebook for result in results}) > 1
        if several:
            table.add_column("Notebook", overflow="fold", max_width=16)
        table.add_column("State", no_wrap=True)
        table.add_column("Points", justify="right", no_wrap=True)
        table.add_column("Why", overflow="fold", min_width=30)  # never cut: it may break
        for result in sorted(odd, key=lambda r: STATES.index(state(r))):
            word = state(result)
            known = word not in WITHOUT_POINTS
            table.add_row(
                Text(printable(result.student, ID_WIDTH)),
                *([Text(printable(result.notebook, ID_WIDTH))] if several else []),
                Text(word),
                f"{number(result.score)}/{number(result.max_score)}" if known else "none yet",
                Text(why(result)),
            )
        parts.append(table)
    repaired: dict[str, list[str]] = {}  # the students by what is said of them
    for result in results:
        if state(result) == "repaired":
            repaired.setdefault(why(result), []).append(printable(result.student, ID_WIDTH))
    if repaired:
        table = plain_table("Repaired; nobody needs to look")
        table.add_column("Student", overflow="fold", max_width=24)
        table.add_column("What was put right", overflow="fold", min_width=30)
        for said, students in sorted(repaired.items(), key=lambda item: -len(item[1])):
            more = [f"and {len(students) - NAMES} more"] if len(students) > NAMES else []
            table.add_row(Text("\n".join(students[:NAMES] + more)), Text(said))
        parts.append(table)
    lines = test_lines(results)
    if lines:
        table = plain_table("The class, test by test")
        table.add_column("Test", overflow="fold", max_width=30)
        table.add_column("Passed", justify="right", no_wrap=True)
        any_inside = any(line.inside for line in lines)
        if any_inside:
            table.add_column("Where", no_wrap=True)
        table.add_column("Misconceptions", overflow="fold", min_width=20)
        several = len({line.notebook for line in lines}) > 1
        for line in lines:
            name = f"{line.notebook}: {line.grade_id}" if several else line.grade_id
            hints = ", ".join(f"{hint} {count}" for hint, count in line.hints.most_common(4))
            rate = f"{line.passed}/{line.attempts} ({percent(line.passed / line.attempts)})"
            where = ["inside" if line.inside else "outside"] if any_inside else []
            table.add_row(Text(name), rate, *where, Text(hints))
        parts.append(table)
    return Group(*parts)


def plain_table(title: str) -> Table:
    """Return an empty table that leaves the width of a terminal to its words."""
    return Table(
        title=f"\n{title}",
        title_justify="left",
        box=box.SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
    )


def why(result: Result) -> str:
    """Say in one line what happened to a submission."""
    reasons = [printable(note, NOTE_WIDTH) for note in result.notes]
    stopped: dict[str, list[str]] = {}  # the tests by what is said of them
    for test in result.tests:
        if test.verdict in ("crashed", "timeout"):
            said = printable(first_line(test.message), NOTE_WIDTH)
            stopped.setdefault(said, []).append(test.grade_id)
    reasons += [f"{', '.join(names)}: {said}" for said, names in stopped.items()]
    shown = reasons[:4]
    if len(reasons) > len(shown):
        shown.append(f"and {len(reasons) - len(shown)} more (see --json)")
    return "\n".join(shown)


def first_line(message: str) -> str:
    """Return the first line of a message."""
    return message.strip().split("\n", 1)[0]


def late_table(timings: Mapping[str, Timing], zone: tzinfo) -> Table | None:
    """Return who was late or is no longer, and what that costs; ``None`` if nobody was."""
    rows = [timing for _, timing in sorted(timings.items()) if timing.late or timing.changed]
    if not rows:
        return None
    dues = {moment(timing.due, zone) + _extended(timing) for timing in rows}
    one = len(dues) == 1  # one date for everybody stands in the title
    table = plain_table(f"Late; due {min(dues)}" if one else "Late")
    table.add_column("Student", overflow="fold", max_width=24)
    for head in ("Handed in", "Late by") if one else ("Handed in", "Due", "Late by"):
        table.add_column(head)
    table.add_column("Points off", justify="right")
    for timing in rows[:LATE_ROWS]:
        now = number(timing.penalty)
        table.add_row(
            Text(printable(timing.student, ID_WIDTH)),
            moment(timing.handed_in, zone),
            *([] if one else [moment(timing.due, zone) + _extended(timing)]),
            duration(timing.late) if timing.late else "in time",
            f"{now} (was {number(timing.before)})" if timing.changed else now,
        )
    if len(rows) > LATE_ROWS:
        table.add_row(f"and {len(rows) - LATE_ROWS} more", "see --json")
    return table


def _extended(timing: Timing) -> str:
    return " (extended)" if timing.extension else ""


def lateness(timing: Timing, zone: tzinfo) -> dict[str, Any]:
    """Return plain data for JSON."""
    return {
        "handed_in": written(timing.handed_in, zone),
        "due": written(timing.due, zone),
        "extended": bool(timing.extension),
        "late_seconds": timing.late.total_seconds(),
        "penalty": timing.penalty,
    }


def write_json(
    path: Path,
    results: Sequence[Result],
    timings: Mapping[str, Timing] | None = None,
    zone: tzinfo = UTC,
) -> None:
    """Write the run report: a list of results, each with its student's lateness if it is known."""
    known = {student: lateness(timing, zone) for student, timing in (timings or {}).items()}
    data = [
        result.to_dict() | ({"lateness": known[result.student]} if result.student in known else {})
        for result in results
    ]
    text = json.dumps(data, indent=1, ensure_ascii=True) + "\n"
    write_atomically(path, text.encode(), 0o644)


def console(*, stderr: bool = False) -> Console:
    """Return a console that writes no colour where nobody sees it.

    A terminal gets sentences broken between words; elsewhere each stays one line.
    """
    no_color = bool(os.environ.get("NO_COLOR")) or None
    made = Console(stderr=stderr, highlight=False, no_color=no_color)
    made.soft_wrap = not made.is_terminal
    return made
