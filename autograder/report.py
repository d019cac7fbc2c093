"""Reports of a run: tables in the terminal, JSON, and one page of HTML.

Names and notes may come from students: the terminal gets them as plain text without control
characters, the page gets them escaped.
"""

from __future__ import annotations

import html
import json
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from autograder.batch.files import write_atomically
from autograder.cells import printable
from autograder.result import Result, TestResult

NOTE_WIDTH = 160
STATES = ("refused", "crashed", "repaired", "look", "graded")


def state(result: Result) -> str:
    """Return the one word under which a result is reported."""
    verdicts = {test.verdict for test in result.tests}
    if "not run" in verdicts and verdicts <= {"not run", "manual"}:
        return "refused"
    kinds = {note.kind for note in result.notes}
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
            lines[key] = TestLine(*key, passed, line.attempts + 1, hints)
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
    levels = Counter(result.isolation for result in results)
    return ", ".join(
        level if len(levels) == 1 else f"{level} ({count})" for level, count in levels.most_common()
    )


def class_tables(results: Sequence[Result]) -> RenderableType:
    """Return what an instructor reads after a run: who needs a look, then the class."""
    parts: list[RenderableType] = []
    odd = [result for result in results if state(result) != "graded"]
    if odd:
        table = Table(title="Repaired, refused or crashed", title_justify="left")
        table.add_column("Student", no_wrap=True, max_width=30)
        table.add_column("Notebook", no_wrap=True, max_width=24)
        table.add_column("State", no_wrap=True)
        table.add_column("Score", justify="right", no_wrap=True)
        table.add_column("Why")
        for result in sorted(odd, key=lambda r: STATES.index(state(r))):
            table.add_row(
                Text(printable(result.student, 40)),
                Text(printable(result.notebook, 40)),
                Text(state(result) + (", look" if result.needs_human else "")),
                score_text(result.score, result.max_score),
                Text(why(result)),
            )
        parts.append(table)
    lines = test_lines(results)
    if lines:
        table = Table(title="The class, test by test", title_justify="left")
        table.add_column("Test", no_wrap=True)
        table.add_column("Passed", justify="right", no_wrap=True)
        table.add_column("Misconceptions")
        several = len({line.notebook for line in lines}) > 1
        for line in lines:
            name = f"{line.notebook}: {line.grade_id}" if several else line.grade_id
            hints = ", ".join(f"{hint} {count}" for hint, count in line.hints.most_common(4))
            rate = f"{line.passed}/{line.attempts} ({int(100 * line.passed / line.attempts)} %)"
            table.add_row(Text(name), rate, Text(hints))
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


def points_text(test: TestResult) -> str:
    """Write a test's points; a dash where a human grades."""
    return f"{'-' if test.points is None else format(test.points, 'g')}/{test.max_points:g}"


def _said(test: TestResult) -> str:
    lines = [printable(line, 400) for line in test.message.splitlines()]
    if test.hint and test.hint not in test.message:
        lines.append(f"Hint: {test.hint}")
    return "\n".join(lines)


def write_json(path: Path, results: Sequence[Result]) -> None:
    """Write the run report: a list of results."""
    data = [result.to_dict() for result in results]
    text = json.dumps(data, indent=1, ensure_ascii=True) + "\n"
    write_atomically(path, text.encode(), 0o644)


def write_html(path: Path, title: str, results: Sequence[Result]) -> None:
    """Write the results as one page that needs nothing else and runs nothing."""
    write_atomically(path, html_page(title, results).encode(), 0o644)


def html_page(title: str, results: Sequence[Result]) -> str:
    """Return the page of :func:`write_html`."""
    mean, most = mean_score(results)
    body = [f"<h1>{_e(title)}</h1>", f"<p>Isolation: {_e(isolation_levels(results))}.</p>"]
    if len(results) > 1:
        body.append(f"<p>{len(results)} notebooks, mean score {mean:.2f} of {most:g}.</p>")
        tests = (
            (line.grade_id, f"{line.passed}/{line.attempts}", _hint_text(line))
            for line in test_lines(results)
        )
        body.append(_table("Test by test", ("Test", "Passed", "Misconceptions"), tests))
        people = (
            (r.student, r.notebook, state(r), score_text(r.score, r.max_score), why(r))
            for r in results
        )
        body.append(_table("Students", ("Student", "Notebook", "State", "Score", "Notes"), people))
    for result in results:
        rows = ((t.grade_id, points_text(t), t.verdict, _said(t)) for t in result.tests)
        name = " ".join(filter(None, (printable(result.student), result.notebook)))
        score = score_text(result.score, result.max_score)
        table = _table(f"{name}: {score}", ("Test", "Points", "Verdict", "Message"), rows)
        notes = "".join(f"<li>{_e(printable(note, 400))}</li>" for note in result.notes)
        body.append(table + (f"<p>Notes:</p><ul>{notes}</ul>" if notes else ""))
    return _PAGE.format(title=_e(title), body="\n".join(body))


def _hint_text(line: TestLine) -> str:
    return ", ".join(f"{hint} {count}" for hint, count in line.hints.most_common())


def _table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    head = "".join(f'<th scope="col">{_e(text)}</th>' for text in heads)
    lines = []
    for first, *rest in rows:
        cells = "".join(f"<td>{_e(text)}</td>" for text in rest)
        lines.append(f'<tr><th scope="row">{_e(first)}</th>{cells}</tr>')
    return (
        f"<table><caption>{_e(caption)}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{''.join(lines)}</tbody></table>"
    )


def _e(text: str) -> str:
    lines = [printable(line, 2000) for line in str(text).splitlines()] or [""]
    return html.escape("\n".join(lines))


_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ font: 1rem/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }}
table {{ border-collapse: collapse; margin: 1.5rem 0; width: 100%; }}
caption {{ font-weight: 600; text-align: left; padding: .3rem 0; }}
th, td {{ border: 1px solid; padding: .25rem .6rem; text-align: left; vertical-align: top; }}
td {{ white-space: pre-wrap; overflow-wrap: anywhere; }}
</style>
</head>
<body>
{body}
</body>
</html>
"""  # noqa: E501


def console() -> Console:
    """Return a console that writes no colour where nobody sees it."""
    return Console(highlight=False, no_color=bool(os.environ.get("NO_COLOR")) or None)
