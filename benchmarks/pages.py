"""From submitted/ to the last student's page: this engine against nbgrader as it comes.

Run it in the project's root, on a machine that does nothing else::

    .venv/bin/python benchmarks/pages.py                      # 300 students, stock on a sample
    .venv/bin/python benchmarks/pages.py --sizes 100,300,1000 # is it flat per student?

Stock is `nbgrader autograde` and `nbgrader generate_feedback`; ours `grade` and `feedback`. Each
grades and writes a copy of the simulated class's course in which nothing has been graded. What a
command takes for one student is its start-up, which counts once; a sample stands for the others.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from benchmarks import classes
from benchmarks.measure import CommandError, Noise, Usage, run

ROOT = Path(__file__).resolve().parent.parent
STOCK, OURS = "stock nbgrader", "this engine"
GRADING, FEEDBACK, WHOLE = "grading", "feedback alone", "the whole way"
BARS = {WHOLE: 40, FEEDBACK: 15}
"""How many times faster than stock it is to be, by the clock."""


@dataclass(frozen=True)
class Part:
    """What a part of the way took for one student, and for a class or a sample of it."""

    first: Usage
    many: Usage
    students: int

    def seconds(self, size: int) -> float:
        """Wall seconds for a class of this size."""
        return self._of(size, self.first.seconds, self.many.seconds)

    def cpu(self, size: int) -> float:
        """Processor seconds for a class of this size."""
        return self._of(size, self.first.cpu, self.many.cpu)

    def _of(self, size: int, first: float, many: float) -> float:
        each = (many - first) / (self.students - 1)
        return many + each * (size - self.students)

    def __add__(self, other: Part) -> Part:
        return Part(_sum(self.first, other.first), _sum(self.many, other.many), self.students)


def _sum(one: Usage, other: Usage) -> Usage:
    memory = max(one.memory, other.memory)
    return Usage(one.seconds + other.seconds, one.cpu + other.cpu, memory)


@dataclass
class Bench:
    """One run of the benchmark in a folder that is thrown away."""

    folder: Path
    assignment: str
    workers: int
    noise: Noise

    def parts(self, name: str, course: Path, students: Sequence[str]) -> dict[str, Part]:
        """Let a contender take one student, and then these, all the way."""
        taken = [self._taken(name, course, those) for those in (students[:1], students)]
        found = {part: Part(taken[0][part], taken[1][part], len(students)) for part in taken[0]}
        return {**found, WHOLE: found[GRADING] + found[FEEDBACK]}

    def _taken(self, name: str, course: Path, students: Sequence[str]) -> dict[str, Usage]:
        place = Path(tempfile.mkdtemp(dir=self.folder)) / "course"
        folder = classes.copy_course(course, place, students)
        commands = {GRADING: ("nbgrader", "autograde"), FEEDBACK: ("nbgrader", "generate_feedback")}
        more: tuple[str, ...] = ()
        if name == STOCK:
            classes.without_engine(folder)
        else:
            commands = {GRADING: ("autograder", "grade"), FEEDBACK: ("autograder", "feedback")}
            more = ("--workers", str(self.workers))
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
        found = {}
        for part, (program, command) in commands.items():
            self.noise.look()
            call = [sys.executable, "-m", program, command, self.assignment, *more]
            found[part] = run(call, folder, os.environ | {"PATH": path}, good=(0, 1))
        pages = list(folder.glob(f"feedback/*/{self.assignment}/*.html"))
        if len(pages) != len(students):
            raise CommandError(f"{name} wrote {len(pages)} pages for {len(students)} students.")
        return found


def table_of(found: dict[tuple[str, int], dict[str, Part]]) -> Table:
    """Make the table: each part for each class, and how many times less it takes than stock."""
    table = Table(title="From submitted/ to the last page", title_justify="left")
    for heading in ("students", "", "", "seconds", "× stock", "CPU s", "× stock CPU", "peak MB"):
        table.add_column(heading, justify="right" if heading else "left", no_wrap=True)
    for (name, size), parts in found.items():
        for part, took in parts.items():
            stock = found[STOCK, _class_of(found)][part]
            ratios = stock.seconds(size) / took.seconds(size), stock.cpu(size) / took.cpu(size)
            table.add_row(
                str(size),
                name,
                part,
                f"{took.seconds(size):.1f}",
                f"{ratios[0]:.1f}",
                f"{took.cpu(size):.1f}",
                f"{ratios[1]:.1f}",
                f"{took.many.memory:.0f}",
            )
    return table


def _class_of(found: dict[tuple[str, int], dict[str, Part]]) -> int:
    return next(size for name, size in found if name == STOCK)


def main(
    assignment: Annotated[str, typer.Option(help="The assignment.")] = "02_regularization",
    class_size: Annotated[int, typer.Option(min=2, help="Students.")] = 300,
    stock_sample: Annotated[
        int, typer.Option(min=2, help="Stock nbgrader takes this many only.")
    ] = 12,
    sizes: Annotated[str, typer.Option(help="Also ours for classes such as 100,1000.")] = "",
    workers: Annotated[int, typer.Option(min=1, help="Processes of ours.")] = 2,
    json_path: Annotated[
        Path | None, typer.Option("--json", help="Write all numbers to this file.")
    ] = None,
) -> None:
    """Measure and say which bars are reached; ends with 2 if a command fails."""
    out = Console(width=None if sys.stdout.isatty() else 120, highlight=False)
    found: dict[tuple[str, int], dict[str, Part]] = {}
    with tempfile.TemporaryDirectory(prefix="pages-") as scratch:
        bench = Bench(Path(scratch), assignment, workers, Noise())
        wanted = [class_size, *(int(each) for each in sizes.split(",") if each.strip())]
        try:
            for size in dict.fromkeys(wanted):
                course = bench.folder / f"class-{size}"
                students = classes.make_course(ROOT, course, assignment, size)
                if size == class_size:
                    some = students[:: max(1, size // stock_sample)][:stock_sample]
                    out.print(f"{STOCK}: {len(some)} students ...", markup=False)
                    found[STOCK, size] = bench.parts(STOCK, course, some)
                out.print(f"{OURS}: {size} students ...", markup=False)
                found[OURS, size] = bench.parts(OURS, course, students)
        except CommandError as error:
            out.print(str(error), markup=False)
            raise typer.Exit(2) from None
    out.print(table_of(found))
    ours, stock = found[OURS, class_size], found[STOCK, class_size]
    for part, bar in BARS.items():
        reached = stock[part].seconds(class_size) / ours[part].seconds(class_size)
        out.print(f"{part}: {reached:.1f} times stock's pace; the bar is {bar}.", markup=False)
    out.print(f"This machine: {bench.noise}.", markup=False)
    if json_path:
        data = [
            {"name": name, "students": size, "part": part, **asdict(took)}
            for (name, size), parts in found.items()
            for part, took in parts.items()
        ]
        json_path.write_text(json.dumps(data, indent=1), encoding="utf-8")


if __name__ == "__main__":
    typer.run(main)
