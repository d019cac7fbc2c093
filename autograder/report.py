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

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from autograder.batch.files import write_atomically
from autograder.cells import printable
from autograder.pages.words import duration, moment, number, written
from autograder.result import Result

if TYPE_CHECKING:
    from autograder.gradebook.lateness import Timing

NOTE_WIDTH = 400
LATE_ROWS = 40
WITHOUT_POINTS = ("not graded", "refused")
"""States in which nothing has points yet."""
STATES = (*WITHOUT_POINTS, "crashed", "repaired", "look", "graded")


def state(result: Result) -> str:
    """Return the one word under which a result is reported."""
    kinds = {note.kind for note in result.notes}
    if result.refusal:
        return "not graded" if "defect" in kinds else "refused"
    verdicts = {test.verdict for test in result.tests}
    if verdicts & {"crashed", "timeout"} or "death" in kinds:
        return "crashed"
    if result.needs_human:
        return "look"
    return "repaired" if kinds - {"info"} else "graded"


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
    """Count, for each automatic test, how many passed it and which misconceptions were met."""
    results = list(results)
    found = [(result.notebook, test) for result in results for test in result.tests]
    by_human = {(name, test.grade_id) for name, test in found if test.verdict == "manual"}
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
    """Return the mean score and the points to be had, per student."""
    totals: Counter[str] = Counter()
    most: Counter[str] = Counter()
    for result in results:
        totals[result.student] += result.score  # type: ignore[assignment]
        most[result.student] += result.max_score  # type: ignore[assignment]
    return (fmean(totals.values()), max(most.values())) if totals else (0.0, 0.0)


def isolation_levels(results: Iterable[Result]) -> str:
    """Name the isolation levels reached, the usual one first."""
    # What could not be read has not run anywhere.
    levels = Counter(result.isolation for result in results if not result.refusal)
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
    odd = [result for result in results if state(result) != "graded"]
    if odd:
        table = Table(title="Not graded, refused, crashed or repaired", title_justify="left")
        several = len({result.notebook for result in results}) > 1
        table.add_column("Student", overflow="fold", max_width=24)
        if several:
            table.add_column("Notebook", overflow="fold", max_width=16)
        table.add_column("State", no_wrap=True)
        table.add_column("Score", justify="right", no_wrap=True)
        table.add_column("Why", overflow="fold", min_width=30)  # never cut: it may break
        for result in sorted(odd, key=lambda r: STATES.index(state(r))):
            table.add_row(
                Text(printable(result.student, 40)),
                *([Text(printable(result.notebook, 40))] if several else []),
                Text(state(result) + (", look" if result.needs_human else "")),
                score_text(result.score, result.max_score),
                Text(why(result)),
            )
        parts.append(table)
    lines = test_lines(results)
    if lines:
        table = Table(title="The class, test by test", title_justify="left")
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
            rate = f"{line.passed}/{line.attempts} ({int(100 * line.passed / line.attempts)} %)"
            where = ["inside" if line.inside else "outside"] if any_inside else []
            table.add_row(Text(name), rate, *where, Text(hints))
        parts.append(table)
    return Group(*parts)


def why(result: Result) -> str:
    """Say in one line what happened to a submission."""
    reasons = [printable(note, NOTE_WIDTH) for note in result.notes]
    for test in result.tests:
        if test.verdict in ("crashed", "timeout"):
            reasons.append(f"{test.grade_id}: {printable(first_line(test.message), NOTE_WIDTH)}")
    shown = reasons[:4]
    if len(reasons) > len(shown):
        shown.append(f"and {len(reasons) - len(shown)} more (see --json)")
    return "\n".join(shown)


def first_line(message: str) -> str:
    """Return the first line of a message."""
    return message.strip().split("\n", 1)[0]


def score_text(score: float, most: float) -> str:
    """Write points without needless digits."""
    return f"{score:g}/{most:g}"


def late_table(timings: Mapping[str, Timing], zone: tzinfo) -> Table | None:
    """Return who was late or is no longer, and what that costs; ``None`` if nobody was."""
    rows = [timing for _, timing in sorted(timings.items()) if timing.late or timing.changed]
    if not rows:
        return None
    table = Table(title="Late", title_justify="left")
    table.add_column("Student", overflow="fold", max_width=24)
    for head in ("Handed in", "Due", "Late by"):
        table.add_column(head)
    table.add_column("Points off", justify="right")
    for timing in rows[:LATE_ROWS]:
        now = number(timing.penalty)
        extended = " (extended)" if timing.extension else ""
        table.add_row(
            Text(printable(timing.student, 40)),
            moment(timing.handed_in, zone),
            moment(timing.due, zone) + extended,
            duration(timing.late) if timing.late else "in time",
            f"{now} (was {number(timing.before)})" if timing.changed else now,
        )
    if len(rows) > LATE_ROWS:
        table.add_row(f"and {len(rows) - LATE_ROWS} more", "see --json")
    return table


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


def console() -> Console:
    """Return a console that writes no colour where nobody sees it."""
    return Console(highlight=False, no_color=bool(os.environ.get("NO_COLOR")) or None)
