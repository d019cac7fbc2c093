"""What a learner reads after a check: a line per exercise, and each sentence once."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from autograder.cells import printable
from autograder.headings import ExerciseCells, title_of
from autograder.learner.find import Target, shown
from autograder.result import Result, TestResult
from autograder.words import number

UNSAVED_AFTER = 120  # seconds after which a learner may well have typed more than was saved
_VERDICT_LINE = re.compile(r"^[\w.-]+: (?:not yet|not attempted yet)\.$")
_PARTS = re.compile(r".+ (?:is|are) right, .+ (?:is|are) not\.?")
_CAUSES = ("Likely cause", "Try next", "One change", "Look at")


@dataclass(frozen=True)
class ExerciseResult:
    """The outcome of one exercise: its tests, those that students can read first."""

    cells: ExerciseCells
    tests: tuple[TestResult, ...]

    @property
    def points(self) -> float:
        """Points earned."""
        return sum(test.points or 0.0 for test in self.tests)

    @property
    def max_points(self) -> float:
        """Points to be had."""
        return sum(test.max_points for test in self.tests)

    @property
    def right(self) -> bool:
        """Whether every automatic test passed."""
        return all(test.verdict in ("passed", "manual") for test in self.tests)

    @property
    def untouched(self) -> bool:
        """Whether nothing was tried."""
        verdicts = {test.verdict for test in self.tests}
        return "not attempted" in verdicts and verdicts <= {"not attempted", "manual"}


def exercise_results(result: Result, exercises: Iterable[ExerciseCells]) -> list[ExerciseResult]:
    """Group a result's tests by exercise."""
    by_id = {test.grade_id: test for test in result.tests}
    found = []
    for cells in exercises:
        tests = [by_id[grade_id] for grade_id in cells.graded if grade_id in by_id]
        tests.sort(key=lambda test: test.grade_id in cells.hidden)
        found.append(ExerciseResult(cells, tuple(tests)))
    return found


def one_notebook(result: Result, target: Target) -> RenderableType:
    """Return a notebook's exercises, each with its points, verdict and what helps."""
    exercises = exercise_results(result, target.exercises)
    parts: list[RenderableType] = [_head(target), Text("")]
    if result.refusal:
        return Group(*parts, Text(printable(result.refusal, 400)))
    width = max((len(each.cells.title) for each in exercises), default=0)
    told: set[str] = set()
    for each in exercises:
        points = f"{number(each.points)}/{number(each.max_points)}"
        parts.append(_row(f"{each.cells.title:{min(width, 40)}}  {points:>6}", verdict_of(each)))
        parts += _indented(line for line in said(each) if line not in told)
        told |= set(said(each))
    parts += _notes(result, exercises)
    parts += [Text(""), Text(_closing(result, exercises))]
    return Group(*parts)


def overview(results: Sequence[tuple[Target, Result]]) -> RenderableType:
    """Return a table of several notebooks: points, exercises done, when saved."""
    table = Table(box=None, pad_edge=False, padding=(0, 3, 0, 0), header_style="")
    for name, justify in (("notebook", "left"), ("points", "right"), ("exercises", "right")):
        table.add_column(name, justify=justify, no_wrap=name != "notebook")  # type: ignore[arg-type]
    table.add_column("saved")
    for target, result in results:
        exercises = exercise_results(result, target.exercises)
        right = sum(each.right for each in exercises)
        begun = any(not each.untouched for each in exercises)
        table.add_row(
            Text(printable(title_of(target.source, target.name))),
            f"{number(result.score)}/{number(result.max_score)}",
            f"{right} of {len(exercises)}" if begun else "not begun",
            saved(target.file) if begun else "",
        )
    score = sum(result.score for _, result in results)
    most = sum(result.max_score for _, result in results)
    return Group(table, Text(f"\n{number(score)} of {number(most)} points."))


def verdict_of(each: ExerciseResult) -> str:
    """Say in a few words how an exercise stands."""
    tests = [test for test in each.tests if test.verdict != "manual"]
    if not tests:
        return "a human grades this"
    if each.right:
        return "correct"
    if each.untouched:
        return "not attempted yet"
    worst = next(test for test in tests if test.verdict != "passed")
    words = {"error": "error", "timeout": "took too long", "crashed": "stopped"}
    if worst.verdict in words:
        return words[worst.verdict]
    if worst.grade_id in each.cells.hidden and len(tests) > 1:
        return "right in the example, not on other inputs"
    return _parts_wrong(worst.message) or "not yet"


def _parts_wrong(message: str) -> str:
    """Name the parts that a check found wrong, and those it found right."""
    lines = [line.strip() for line in message.splitlines()]
    if not lines or not _VERDICT_LINE.match(lines[0]):
        return ""  # another library's words, whose first ones may be anything
    if facts := [line for line in lines if _PARTS.fullmatch(line)]:
        return facts[0].rstrip(".")
    wrong = [m[1] for line in lines if (m := re.match(r"([A-Za-z_]\w*): ", line))]
    wrong = [name for name in dict.fromkeys(wrong) if not message.startswith(f"{name}:")]
    return f"{_listed(wrong)} wrong" if wrong else ""


def said(each: ExerciseResult) -> list[str]:
    """Return what helps with an exercise, without what its line says already."""
    if each.right or each.untouched:
        return []
    lines: list[str] = []
    seen_wrong = False
    for test in each.tests:
        if test.verdict in ("passed", "manual"):
            continue
        for line in _message(test):
            # The example has shown that it is wrong; of other inputs only a new cause helps.
            if seen_wrong and not line.strip().startswith(_CAUSES):
                continue
            if line not in lines:
                lines.append(line)
        seen_wrong = True
    return lines


def _message(test: TestResult) -> list[str]:
    lines = [printable(line, 400) for line in test.message.splitlines()]
    kept = [line for line in lines if not _VERDICT_LINE.match(line)]
    margin = min((len(line) - len(line.lstrip()) for line in kept if line.strip()), default=0)
    return [line[margin:] for line in kept]


def saved(file: Path) -> str:
    """Say when a file was saved, as one says it."""
    try:
        seconds = time.time() - file.stat().st_mtime
    except OSError:
        return ""
    if seconds < 60:
        return "just now"
    for size, name in ((86400, "day"), (3600, "hour"), (60, "minute")):
        if seconds >= size:
            count = int(seconds // size)
            return f"{count} {name}{'s' if count > 1 else ''} ago"
    return "just now"


def _head(target: Target) -> Text:
    when = saved(target.file)
    title = printable(title_of(target.source, target.name))
    head = Text.assemble((title, "bold"), f"  {printable(shown(target.file), 200)}")
    if when:
        head.append(f", saved {when}")
    try:
        old = time.time() - target.file.stat().st_mtime > UNSAVED_AFTER
    except OSError:
        old = False
    if old:
        head.append("\nOnly what is saved is checked: save the notebook (Ctrl+S) after an edit.")
    return head


def _row(left: str, verdict: str) -> RenderableType:
    row = Table.grid(padding=(0, 2))
    row.add_column(no_wrap=True)
    row.add_column()
    row.add_row(Text(left, style="bold"), Text(verdict))
    return row


def _indented(lines: Iterator[str] | Sequence[str]) -> list[RenderableType]:
    found: list[RenderableType] = []
    for line in lines:
        deep = len(line) - len(line.lstrip())
        # The message has its own line breaks; a wrapped line keeps its indent.
        found.append(Padding(Text(line.strip()), (0, 0, 0, 6 + deep)))
    return found


def _notes(result: Result, exercises: Sequence[ExerciseResult]) -> list[RenderableType]:
    """Return what was noticed beside the exercises; an error stands at its exercise already."""
    failed = {
        f"cell {cell} raised "
        for each in exercises
        if any(test.verdict == "error" for test in each.tests)
        for cell in each.cells.solutions
    }
    notes = [printable(note, 400) for note in dict.fromkeys(result.notes)]
    notes = [note for note in notes if not note.startswith(tuple(failed))]
    return [Text(f"\nNote: {note.rstrip('.')}.") for note in notes]


def _closing(result: Result, exercises: Sequence[ExerciseResult]) -> str:
    total = f"{number(result.score)} of {number(result.max_score)} points."
    left = [each for each in exercises if not each.right]
    waiting = any(test.verdict == "manual" for test in result.tests)
    human = " A human grades the rest." if waiting else ""
    if not left:
        return f"{total} Everything is right.{human}"
    return f"{total} Next: {left[0].cells.title}.{human}"


def _listed(names: Sequence[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
