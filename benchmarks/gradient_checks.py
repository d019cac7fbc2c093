"""Time four ways to check all gradients of a network, interleaved in one run.

Run it in the project's root, on a machine that does nothing else::

    .venv/bin/python -m benchmarks.gradient_checks
    .venv/bin/python -m benchmarks.gradient_checks --rounds 50 --json checks.json

The contenders are the loop as the widely copied documents write it, the loop as a student writes
it here, and the two given checks. They take turns, so that a busy moment of the machine hits all
alike. A turn lasts some milliseconds, in which a fast way runs many times: what a program that
does nothing else would see. Of each contender's turns the median counts. Before anything is timed,
all must find the gradient of the backward pass.
"""

from __future__ import annotations

import copy
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from rich.console import Console
from rich.table import Table

from benchmarks.measure import Noise
from exercises.gradient_checking.every_parameter import gradient_check_n
from utils.gradient_checks import complex_step_gradient, stacked_gradient
from utils.networks import Array, Parameters, backward_propagation, forward_propagation

EPSILON = 1e-6
TURN = 0.01
"""Seconds of one turn, about."""
DOCUMENTS, STUDENTS, STACKED, COMPLEX, BACKWARD = (
    "loop as in the documents",
    "loop as a student writes it",
    "stacked_gradient",
    "complex_step_gradient",
    "one backward pass",
)
CASES = {
    "47 parameters, 3 examples": ((4, 5, 3, 1), 3),
    "91 parameters, 300 examples": ((2, 10, 5, 1), 300),
}
Problem = tuple[Parameters, Array, Array]


@dataclass(frozen=True)
class CheckRow:
    """What one way to check took.

    Attributes
    ----------
    case, name : str
        The network, and the way.
    milliseconds : float
        Time of one whole numerical gradient: the median over turns.
    fastest, slowest : float
        The fastest and the slowest turn, in milliseconds.
    ratio : float
        How many times as fast as the documents' loop: the median over rounds.
    gap : float
        Largest difference of an entry to the backward pass.
    """

    case: str
    name: str
    milliseconds: float
    fastest: float
    slowest: float
    ratio: float
    gap: float


def documents_loop(parameters: Parameters, X: Array, Y: Array) -> dict[str, Array]:
    """Check as the documents do: per number two copies, two conversions, two forward passes.

    The whole vector is copied for each move, cut into a new dictionary, and the cost is computed
    from the output's activations.
    """
    shapes = {name: values.shape for name, values in parameters.items()}
    theta = np.concatenate([values.reshape(-1, 1) for values in parameters.values()])
    slopes = np.zeros_like(theta)
    for place in range(len(theta)):
        costs = []
        for side in (EPSILON, -EPSILON):
            moved = copy.deepcopy(theta)
            moved[place][0] += side
            A3, _ = forward_propagation(X, _cut(moved, shapes))
            losses = np.multiply(-np.log(A3), Y) + np.multiply(-np.log(1 - A3), 1 - Y)
            costs.append(1.0 / X.shape[1] * np.sum(losses))
        slopes[place] = (costs[0] - costs[1]) / (2 * EPSILON)
    return {f"d{name}": block for name, block in _cut(slopes, shapes).items()}


def _cut(theta: Array, shapes: dict[str, tuple[int, ...]]) -> Parameters:
    parameters, start = {}, 0
    for name, shape in shapes.items():
        size = int(np.prod(shape))
        parameters[name] = theta[start : start + size].reshape(shape)
        start += size
    return parameters


def students_loop(parameters: Parameters, X: Array, Y: Array) -> dict[str, Array]:
    """Check as the exercise's reference does: per number two copies of the blocks."""
    return gradient_check_n(parameters, gradients_of(parameters, X, Y), X, Y, EPSILON)[1]


def gradients_of(parameters: Parameters, X: Array, Y: Array) -> dict[str, Array]:
    """Return the gradients of the backward pass."""
    found = backward_propagation(X, Y, forward_propagation(X, parameters)[1])
    return {f"d{name}": found[f"d{name}"] for name in parameters}


CONTENDERS: dict[str, Callable[[Parameters, Array, Array], dict[str, Array]]] = {
    DOCUMENTS: documents_loop,
    STUDENTS: students_loop,
    STACKED: lambda parameters, X, Y: stacked_gradient(parameters, X, Y, EPSILON),
    COMPLEX: complex_step_gradient,
    BACKWARD: gradients_of,
}


def draw(sizes: tuple[int, ...], examples: int) -> Problem:
    """Draw a network of these sizes, and examples, none of them near a kink."""
    rng = np.random.default_rng(3)
    while True:
        parameters: Parameters = {}
        for layer in range(1, len(sizes)):
            n_out, n_in = sizes[layer], sizes[layer - 1]
            parameters[f"W{layer}"] = rng.standard_normal((n_out, n_in)) / np.sqrt(n_in)
            parameters[f"b{layer}"] = rng.standard_normal((n_out, 1)) / 2
        X = rng.standard_normal((sizes[0], examples))
        _, cache = forward_propagation(X, parameters)
        if min(np.abs(cache[0]).min(), np.abs(cache[4]).min()) > 100 * EPSILON:
            return parameters, X, rng.permutation(np.arange(examples) % 2)[np.newaxis]


def measure(rounds: int = 20, noise: Noise | None = None) -> Iterator[CheckRow]:
    """Let all ways take turns, and yield what each took, network by network.

    Parameters
    ----------
    rounds : int
        How many turns each way has.
    noise : Noise, optional
        Looks at the machine between the networks.

    Raises
    ------
    ArithmeticError
        If a way does not find the gradients of the backward pass.
    """
    for case, (sizes, examples) in CASES.items():
        problem = draw(sizes, examples)
        gaps = {name: _gap(name, problem) for name in CONTENDERS}
        times: dict[str, list[float]] = {name: [] for name in CONTENDERS}
        if noise:
            noise.look()
        for _ in range(rounds):
            for name, way in CONTENDERS.items():
                times[name].append(1000 * _turn(way, problem))
        for name, values in times.items():
            ratios = [slow / fast for slow, fast in zip(times[DOCUMENTS], values, strict=True)]
            yield CheckRow(
                case, name, statistics.median(values), min(values), max(values),
                statistics.median(ratios), gaps[name],
            )  # fmt: skip


def _turn(way: Callable[..., dict[str, Array]], problem: Problem) -> float:
    """Run a way again and again for one turn; return the mean seconds of a run."""
    start, runs = time.perf_counter(), 0
    while True:
        way(*problem)
        runs += 1
        passed = time.perf_counter() - start
        if passed > TURN:
            return passed / runs


def _gap(name: str, problem: Problem) -> float:
    found, right = CONTENDERS[name](*problem), gradients_of(*problem)
    gap = max(float(np.abs(found[key] - right[key]).max()) for key in right)
    if not gap < 1e-7:
        raise ArithmeticError(f"{name} differs from the backward pass by {gap:.1e}")
    return gap


def table_of(rows: list[CheckRow]) -> Table:
    """Make the table of all ways."""
    table = Table(title="One whole numerical gradient", title_justify="left")
    for heading in ("network", "way", "ms (extremes)", "× documents", "largest gap"):
        table.add_column(heading, justify="left" if heading in ("network", "way") else "right")
    for row in rows:
        table.add_row(
            row.case,
            row.name,
            f"{row.milliseconds:.3g} ({row.fastest:.3g}-{row.slowest:.3g})",
            f"{row.ratio:.1f}",
            f"{row.gap:.0e}",
        )
    return table


def main(
    rounds: Annotated[int, typer.Option(min=1, help="Turns of each way.")] = 30,
    json_path: Annotated[
        Path | None, typer.Option("--json", help="Write all numbers to this file.")
    ] = None,
) -> None:
    """Compare the results, measure, and print a table with the machine's noise."""
    out = Console(width=None if sys.stdout.isatty() else 130, highlight=False)
    noise = Noise()
    rows = list(measure(rounds, noise))
    noise.look()
    out.print(table_of(rows))
    out.print(f"This machine: {noise}.", markup=False)
    if json_path:
        data = {"rows": [asdict(row) for row in rows], "noise": noise.times, "load": noise.loads}
        json_path.write_text(json.dumps(data, indent=1), encoding="utf-8")


if __name__ == "__main__":
    typer.run(main)
