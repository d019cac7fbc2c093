"""A race: the same piece of work, done by several contenders in turn, and what it took."""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from rich.table import Table

from benchmarks.measure import Noise

DOCUMENTS, OURS = "widely copied code", "this course"


@dataclass
class Contender:
    """One way to do a piece of work.

    Attributes
    ----------
    work : callable
        Does it, and returns the cost at its end, or NaN where none is to be compared.
    share : float
        Which part of the whole piece is done; its time counts that many times more.
    """

    name: str
    work: Callable[[], float]
    share: float = 1.0
    seconds: list[float] = field(default_factory=list)
    result: float = float("nan")

    def run(self) -> None:
        """Do the work once, and note the processor time."""
        begin = time.process_time()
        self.result = self.work()
        self.seconds.append((time.process_time() - begin) / self.share)


@dataclass
class Race:
    """A piece of work and those who do it, the widely copied code first.

    Attributes
    ----------
    bars : dict of str to float
        How many times as fast as a contender this course should be.
    """

    title: str
    contenders: list[Contender]
    bars: dict[str, float]

    def run(self, repeat: int, noise: Noise) -> None:
        """Let everybody work in turn; a first round that is not counted warms caches."""
        for number in range(repeat + 1):
            noise.look()
            for contender in self.contenders:
                contender.run()
                if number == 0:
                    contender.seconds.clear()

    def ratios(self, name: str, by: str = DOCUMENTS) -> list[float]:
        """Return, round by round, one contender's time divided by another's."""
        times = {each.name: each.seconds for each in self.contenders}
        return [a / b for a, b in zip(times[by], times[name], strict=True)]

    def verdicts(self) -> Iterator[tuple[str, float, float]]:
        """Yield for each bar whom it is about, what was asked for, and what was reached."""
        for name, bar in self.bars.items():
            if any(each.name == name for each in self.contenders):
                yield name, bar, statistics.median(self.ratios(OURS, name))


def differing(race: Race) -> list[str]:
    """Say whose result is another than this course's, of those who do the same arithmetic."""
    ours = next(each.result for each in race.contenders if each.name == OURS)
    return [
        f"{race.title}: {each.name} ends with {each.result!r}, {OURS} with {ours!r}"
        for each in race.contenders
        if not np.isnan(each.result) and not np.isclose(each.result, ours, rtol=1e-6)
    ]


def table_of(race: Race) -> Table:
    """Make the table of one race."""
    table = Table(title=race.title, title_justify="left")
    table.add_column("", no_wrap=True)
    for heading in ("CPU seconds", "times as fast", "lowest to highest"):
        table.add_column(heading, justify="right", no_wrap=True)
    for each in race.contenders:
        ratios = race.ratios(each.name)
        table.add_row(
            each.name + (" (some rows)" if each.share < 1 else ""),
            f"{statistics.median(each.seconds):.3f}",
            f"{statistics.median(ratios):.2f}",
            f"{min(ratios):.2f} to {max(ratios):.2f}",
        )
    return table


def write(path: Path, races: list[Race], noise: Noise, wrong: list[str]) -> None:
    """Write all numbers to a JSON file."""
    data = [
        {
            "title": race.title,
            "seconds": {each.name: each.seconds for each in race.contenders},
            "bars": [
                dict(zip(("name", "bar", "reached"), v, strict=True)) for v in race.verdicts()
            ],
        }
        for race in races
    ]
    content = {
        "races": data,
        "noise": {"work": noise.times, "load": noise.loads},
        "differences": wrong,
    }
    path.write_text(json.dumps(content, indent=1), encoding="utf-8")
