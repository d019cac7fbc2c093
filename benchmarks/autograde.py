"""Grade the same class with nbgrader as it comes, with this engine's doors, and with otter-grader.

Run it in the project's root, on a machine that does nothing else::

    .venv/bin/python benchmarks/autograde.py
    .venv/bin/python benchmarks/autograde.py --stock-sample 10 --otter-sample 5   # minutes less
    .venv/bin/python benchmarks/autograde.py --sizes 10,100,1000 --skip otter

The submissions are the simulated class: right solutions in several styles, one submission per
misconception, an empty one. Each contender grades a copy of the course in which nothing has been
graded; before that it grades one submission, which fills the file cache and Python's bytecode
and tells what start-up takes. Every time is that of the whole command, imports and gradebook
included. The points of every graded cell are compared with those that stock nbgrader gives.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from benchmarks import classes, otter
from benchmarks.measure import CommandError, Noise, Usage, run
from benchmarks.rows import (
    DOORS,
    ONE,
    OTTER,
    SHORT,
    STOCK,
    TWO,
    Row,
    compare,
    growth_table,
    table_of,
    write,
)

ROOT = Path(__file__).resolve().parent.parent
OTTER_ENVIRONMENT = Path(tempfile.gettempdir(), "otter-venv")


@dataclass
class Bench:
    """One run of the benchmark in a folder that is thrown away."""

    folder: Path
    assignment: str
    noise: Noise = field(default_factory=Noise)

    def __post_init__(self) -> None:
        bare = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
        self.env = bare | {"PATH": path}

    def course(self, size: int) -> tuple[Path, list[str]]:
        """Make a course with a class of this size."""
        folder = self.folder / f"class-{size}"
        return folder, classes.make_course(ROOT, folder, self.assignment, size)

    def command(
        self,
        name: str,
        course: Path,
        students: list[str],
        size: int,
        arguments: list[str],
        repeat: int,
    ) -> Row:
        """Let a command grade a course's students."""
        place = Path(tempfile.mkdtemp(prefix=f"{SHORT[name]}-", dir=self.folder))
        report = place / "report.json"
        ours = arguments[0] == "grade"
        if ours:
            call = [sys.executable, "-m", "autograder", *arguments, "--json", str(report)]
        else:
            call = [sys.executable, "-m", "nbgrader", *arguments]

        def once(folder: Path) -> Usage:
            self.noise.look()
            # A class with misconceptions needs no human; odd hand-ins would end it with 1.
            return run(call, folder, self.env, good=(0, 1) if ours else (0,))

        def course_for(those: list[str], suffix: str) -> Path:
            folder = classes.copy_course(course, place / suffix, those)
            if name == STOCK:
                classes.without_engine(folder)
            return folder

        first = once(course_for(students[:1], "first"))
        folder = course_for(students, "class")
        runs, medians = [], []
        for number in range(repeat):
            if number:
                classes.forget(folder, course)
            runs.append(once(folder))
            if ours and "1" in arguments:
                medians.append(_warm_median(report))
        warm = statistics.median(medians) if medians else None
        return Row(name, len(students), size, first, runs, classes.read_scores(folder), warm)

    def otter(self, course: Path, students: list[str], size: int, environment: Path) -> Row:
        """Let otter grade a course's students."""
        program = otter.environment(environment, ROOT / "constraints.txt")
        self.noise.look()
        grader = otter.Otter(program, ROOT, course, self.assignment, self.folder / "otter")
        first, _ = grader.grade(students[:1])
        usage, scores = grader.grade(students)
        self.noise.look()
        return Row(OTTER, len(students), size, first, [usage], scores)


def _warm_median(report: Path) -> float:
    """Return the median seconds that the grading of one notebook took, but for the first one's."""
    results = json.loads(report.read_text(encoding="utf-8"))
    seconds = sorted(result["seconds"] for result in results)
    return statistics.median(seconds[:-1] or seconds)


def main(
    assignment: Annotated[str, typer.Option(help="The assignment to grade.")] = "02_regularization",
    class_size: Annotated[
        int, typer.Option(min=1, help="Submissions; the simulated class has 73.")
    ] = 73,
    stock_sample: Annotated[
        int, typer.Option(min=0, help="Stock nbgrader grades this many only; 0 for all.")
    ] = 0,
    otter_sample: Annotated[
        int, typer.Option(min=0, help="Otter grades this many only; 0 for all.")
    ] = 0,
    repeat: Annotated[int, typer.Option(min=1, help="Runs of `grade`.")] = 3,
    sizes: Annotated[
        str, typer.Option(help="Also the cost of `grade` for classes such as 10,100,1000.")
    ] = "",
    skip: Annotated[
        list[str] | None,
        typer.Option(help=f"Leave one out; repeatable: {', '.join(SHORT.values())}."),
    ] = None,
    otter_environment: Annotated[
        Path, typer.Option(help="Where otter's own environment is, or is made.")
    ] = OTTER_ENVIRONMENT,
    json_path: Annotated[
        Path | None, typer.Option("--json", help="Write all numbers to this file.")
    ] = None,
) -> None:
    """Measure, compare the scores, and end with 1 if any two graders disagree."""
    out = Console(width=None if sys.stdout.isatty() else 140, highlight=False)
    left_out = set(skip or ())
    if left_out - set(SHORT.values()):
        raise typer.BadParameter(f"unknown: {', '.join(sorted(left_out - set(SHORT.values())))}")
    with tempfile.TemporaryDirectory(prefix="autograde-") as scratch:
        bench = Bench(Path(scratch), assignment)
        try:
            rows, growth = _measure(
                bench, class_size, stock_sample, otter_sample, repeat, sizes, left_out,
                otter_environment, lambda text: out.print(text, markup=False),
            )  # fmt: skip
        except CommandError as error:
            out.print(str(error), markup=False)
            raise typer.Exit(2) from None
    if rows:
        out.print(table_of(rows, class_size))
    if growth:
        out.print(growth_table(growth))
    out.print(f"This machine: {bench.noise}.", markup=False)
    if any(row.graded < class_size for row in rows):
        out.print(
            "'of the class': a sample, graded for this; the paces are those of the whole class "
            "if its other submissions take as long."
        )
    wrong = compare(rows)
    cells = sum(len(cells) for row in rows[1:] for cells in row.scores.values())
    if wrong:
        out.print(f"{len(wrong)} of {cells} scores DIFFER:", *wrong[:20], sep="\n", markup=False)
    elif len(rows) > 1:
        out.print(
            f"The same scores from all: {cells} compared with {rows[0].name}'s, cell by cell."
        )
    if json_path:
        write(json_path, bench.noise, rows, growth, wrong)
    if wrong:
        raise typer.Exit(1)


def _measure(
    bench: Bench,
    class_size: int,
    stock_sample: int,
    otter_sample: int,
    repeat: int,
    sizes: str,
    left_out: set[str],
    otter_environment: Path,
    say: Callable[[str], None],
) -> tuple[list[Row], list[Row]]:
    """Let every contender grade; return their rows, and those for other class sizes."""
    rows: list[Row] = []
    course, students = bench.course(class_size)
    some = students[:: max(1, len(students) // stock_sample)][:stock_sample] if stock_sample else []
    few = students[:: max(1, len(students) // otter_sample)][:otter_sample] if otter_sample else []
    grade = ["grade", bench.assignment, "--workers"]
    for name, those, arguments, times in (
        (STOCK, some or students, ["autograde", bench.assignment], 1),
        (DOORS, students, ["autograde", bench.assignment], 1),
        (ONE, students, [*grade, "1"], repeat),
        (TWO, students, [*grade, "2"], repeat),
    ):
        if SHORT[name] not in left_out:
            say(f"{name}: {len(those)} submissions ...")
            rows.append(bench.command(name, course, those, class_size, arguments, times))
    if "otter" not in left_out:
        say(f"{OTTER}: {len(few or students)} submissions ...")
        rows.append(bench.otter(course, few or students, class_size, otter_environment))
    growth: list[Row] = []
    for size in (int(each) for each in sizes.split(",") if each.strip()):
        say(f"{TWO}: {size} submissions ...")
        folder, names = bench.course(size) if size != class_size else (course, students)
        growth.append(bench.command(TWO, folder, names, size, [*grade, "2"], 1))
    return rows, growth


if __name__ == "__main__":
    typer.run(main)
