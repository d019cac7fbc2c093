"""What each contender of the benchmark needed, as tables and as a file."""

from __future__ import annotations

import json
import statistics
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from rich.table import Table

from benchmarks.classes import Scores, differences
from benchmarks.measure import Noise, Usage

STOCK, DOORS, ONE, TWO, OTTER = (
    "stock nbgrader autograde",
    "nbgrader autograde, our doors",
    "grade --workers 1",
    "grade --workers 2",
    "otter run",
)
SHORT = {STOCK: "stock", DOORS: "doors", ONE: "one", TWO: "two", OTTER: "otter"}


@dataclass
class Row:
    """What one contender needed.

    Attributes
    ----------
    graded, size : int
        Submissions in each run, and in the whole class: a sample may stand for it.
    first : Usage
        One submission, start-up and all.
    runs : list of Usage
        The whole class, or the sample of it.
    warm : float or None
        Median seconds of one submission in a warm worker.
    """

    name: str
    graded: int
    size: int
    first: Usage
    runs: list[Usage]
    scores: Scores
    warm: float | None = None

    @property
    def seconds(self) -> float:
        """Median wall seconds of a run."""
        return statistics.median(usage.seconds for usage in self.runs)

    @property
    def pace(self) -> float:
        """Submissions of the whole class a second, start-up included.

        For a sample: its start-up once, and its pace after that for all the others.
        """
        left = (self.size - self.graded) / self.steady if self.graded < self.size else 0.0
        return self.size / (self.seconds + left)

    @property
    def steady(self) -> float:
        """Submissions a second after the first."""
        rest = self.seconds - self.first.seconds
        return (self.graded - 1) / rest if self.graded > 1 and rest > 0 else 1 / self.first.seconds

    @property
    def cpu(self) -> float:
        """Processor seconds per submission."""
        return statistics.median(usage.cpu for usage in self.runs) / self.graded

    @property
    def memory(self) -> float:
        """Peak memory of the process tree in megabytes."""
        return max(usage.memory for usage in self.runs)


def compare(rows: list[Row]) -> list[str]:
    """Say where contenders gave a student's cell other points than the first contender."""
    first = rows[0]
    return [
        f"{first.name} and {row.name}: {line}"
        for row in rows[1:]
        for line in differences(row.scores, first.scores)
    ]


def table_of(rows: list[Row], size: int) -> Table:
    """Make the table of contenders."""
    table = Table(title=f"The simulated class, {size} submissions", title_justify="left")
    for heading in ("", "graded", "seconds", "a second", "ratio", "after start-up", "CPU s each"):
        table.add_column(heading, justify="right" if heading else "left", no_wrap=True)
    table.add_column("peak MB", justify="right", no_wrap=True)
    table.add_column("warm ms", justify="right", no_wrap=True)
    stock = next((row for row in rows if row.name == STOCK), None)
    for row in rows:
        seconds = [usage.seconds for usage in row.runs]
        spread = f" ({min(seconds):.1f}-{max(seconds):.1f})" if len(seconds) > 1 else ""
        sample = "" if row.graded == size else " of the class"
        table.add_row(
            row.name,
            f"{row.graded}{sample}",
            f"{row.seconds:.1f}{spread}",
            f"{row.pace:.2f}",
            f"{row.pace / stock.pace:.1f}" if stock else "",
            f"{row.steady / stock.steady:.1f}" if stock else "",
            f"{row.cpu:.2f}",
            f"{row.memory:.0f}",
            f"{1000 * row.warm:.0f}" if row.warm is not None else "",
        )
    return table


def growth_table(rows: list[Row]) -> Table:
    """Make the table of cost against class size."""
    title = "grade --workers 2 against class size"
    table = Table(title=title, title_justify="left")
    headings = ("submissions", "seconds", "ms each", "after start-up", "CPU ms each", "peak MB")
    for heading in headings:
        table.add_column(heading, justify="right", no_wrap=True)
    for row in rows:
        each, later = 1000 / row.pace, 1000 / row.steady
        table.add_row(
            str(row.graded),
            f"{row.seconds:.1f}",
            f"{each:.1f}",
            f"{later:.1f}",
            f"{1000 * row.cpu:.0f}",
            f"{row.memory:.0f}",
        )
    return table


def write(path: Path, noise: Noise, rows: list[Row], growth: list[Row], wrong: list[str]) -> None:
    """Write all numbers to a JSON file."""

    def plain(row: Row) -> dict[str, Any]:
        numbers = {k: getattr(row, k) for k in ("name", "graded", "seconds", "pace", "steady")}
        numbers["size"] = row.size
        numbers |= {"cpu": row.cpu, "memory": row.memory, "warm": row.warm}
        return numbers | {"first": asdict(row.first), "runs": [asdict(u) for u in row.runs]}

    data = {
        "contenders": [plain(row) for row in rows],
        "sizes": [plain(row) for row in growth],
        "noise": {"work": noise.times, "load": noise.loads},
        "differences": wrong,
    }
    path.write_text(json.dumps(data, indent=1), encoding="utf-8")
