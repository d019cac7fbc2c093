"""Time the course's training and maps against the widely copied code, PyTorch and scikit-learn.

Run it in the project's root, on a machine that does nothing else::

    .venv/bin/python benchmarks/training.py
    .venv/bin/python benchmarks/training.py --iterations 500 --repeat 3     # a first look

What is timed is the code that students run: ``model`` of the instructor's notebooks with the
solutions in it. Within a round all contenders do the same piece of work, one after the other, so
that a slow minute of the machine hits all of them. The times are processor seconds on one
processor; a ratio is the median, over the rounds, of the widely copied code's time by the
contender's. Where two contenders do the same arithmetic, the costs that they end with are compared.
PyTorch and scikit-learn are no part of the course: what is not installed is left out.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Any

# One processor for everybody; NumPy reads this when it is imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
import typer
from rich.console import Console

from benchmarks import documents, gradient_checks
from benchmarks.libraries import others, torch_network
from benchmarks.measure import Noise
from benchmarks.races import DOCUMENTS, OURS, Contender, Race, differing, table_of, write
from exercises import ASSIGNMENTS
from exercises.simulated_class import solutions
from utils.data import load_circles, make_field
from utils.networks import initialize_parameters, predict_dec
from utils.plots.basics import in_chunks

ROOT = Path(__file__).resolve().parent.parent
SAMPLE_ROWS = 25
LAMBDA, KEEP_PROB = 0.7, 0.86


def notebook(assignment: str, cells: tuple[str, ...]) -> dict[str, Any]:
    """Return the names that given cells and solutions of an instructor's notebook define."""
    text = (ROOT / "source" / assignment / f"{assignment}.ipynb").read_text(encoding="utf-8")
    source = json.loads(text)
    code = {cell["id"]: "".join(cell["source"]) for cell in source["cells"]}
    namespace: dict[str, Any] = {}
    for part in (
        *(code[cell] for cell in cells),
        *solutions(source, ASSIGNMENTS[assignment]).values(),
    ):
        exec(part, namespace)
    return namespace


def silent(work: Callable[[], Any]) -> Any:
    """Do something without what it prints."""
    with contextlib.redirect_stdout(io.StringIO()):
        return work()


def three_layers(iterations: int) -> Iterator[Race]:
    """Yield the trainings of the notebook on regularization."""
    X, Y, *_ = make_field()
    model = notebook("02_regularization", ("imports", "model", "model-choices"))["model"]
    settings: dict[str, dict[str, float]] = {
        "plain": {},
        f"L2, λ = {LAMBDA}": {"lambd": LAMBDA},
        f"dropout, keep_prob = {KEEP_PROB}, one fixed mask": {"keep_prob": KEEP_PROB},
    }
    for name, options in settings.items():
        steps = {**options, "num_iterations": iterations}
        ours = {**steps, "fixed_mask": "keep_prob" in options}
        contenders = [
            Contender(DOCUMENTS, lambda steps=steps: documents.model(X, Y, **steps)[1][-1]),
            Contender(OURS, lambda ours=ours: silent(lambda: model(X, Y, **ours))[1][-1]),
        ]
        if "keep_prob" in options:
            contenders.append(
                Contender(
                    f"{OURS}, fresh masks",
                    lambda steps=steps: silent(lambda: model(X, Y, **steps)) and float("nan"),
                )
            )
        start = initialize_parameters([2, 20, 3, 1], np.random.RandomState(3))
        contenders += others(start, X, Y, 0.3, iterations, **options)
        title = f"2-20-3-1 network, {name}: {iterations:,} steps on {X.shape[1]} examples"
        yield Race(title, contenders, {DOCUMENTS: 1.3, "PyTorch": 1.0})


def any_depth(iterations: int) -> Iterator[Race]:
    """Yield the training of the notebook on initialization."""
    X, Y, *_ = load_circles()
    model = notebook("01_initialization", ("imports", "data", "model"))["model"]
    start = initialize_parameters([2, 10, 5, 1], np.random.RandomState(1))
    contenders = [
        Contender(DOCUMENTS, lambda: documents.deep_model(X, Y, start, 0.01, iterations)[1][-1]),
        Contender(OURS, lambda: silent(lambda: model(X, Y, start, "", iterations))[1][-1]),
        *others(start, X, Y, 0.01, iterations),
    ]
    title = f"2-10-5-1 network of any depth: {iterations:,} steps on {X.shape[1]} examples"
    yield Race(title, contenders, {DOCUMENTS: 1.0, "PyTorch": 1.0})


def maps(resolution: int) -> Iterator[Race]:
    """Yield the drawing of decision maps; of the double loop a few rows stand for all."""
    for dims in ([2, 20, 3, 1], [2, 64, 128, 1]):
        parameters = initialize_parameters(dims, np.random.RandomState(3))
        axis = np.linspace(-1, 1, resolution)
        rows = min(resolution, SAMPLE_ROWS)
        grid = np.stack([part.ravel() for part in np.meshgrid(axis, axis)])

        def loop(parameters=parameters, axis=axis, rows=rows) -> float:
            surface = documents.decision_map(
                lambda x: documents.forward(x, parameters)[0] > 0.5, axis, axis[:rows]
            )
            return float(surface.sum())

        def ours(parameters=parameters, axis=axis, rows=rows, grid=grid) -> float:
            surface = in_chunks(lambda x: predict_dec(parameters, x), grid)
            return float(surface.reshape(len(axis), -1)[:rows].sum())

        contenders = [Contender(DOCUMENTS, loop, rows / resolution), Contender(OURS, ours)]
        if module := torch_network(parameters):
            contenders.append(Contender("PyTorch", lambda m=module, g=grid: m.map_of(g)))
        sizes = "-".join(map(str, dims))
        # The bar is for the network that the course draws most maps of.
        bars = {DOCUMENTS: 25.0} if dims[1] == 20 else {}
        yield Race(f"{sizes} network: map of {resolution}×{resolution} points", contenders, bars)


def main(
    iterations: Annotated[int, typer.Option(min=1, help="Steps of each training.")] = 5000,
    repeat: Annotated[int, typer.Option(min=1, help="Counted rounds.")] = 7,
    resolution: Annotated[int, typer.Option(min=2, help="Points along a map's side.")] = 500,
    json_path: Annotated[
        Path | None, typer.Option("--json", help="Write all numbers to this file.")
    ] = None,
) -> None:
    """Measure and compare; end with 1 if two contenders that should agree do not."""
    out = Console(width=None if sys.stdout.isatty() else 110, highlight=False)
    noise, races = Noise(), []
    for group in (three_layers(iterations), any_depth(iterations), maps(resolution)):
        for race in group:
            race.run(repeat, noise)
            out.print(table_of(race))
            for name, bar, reached in race.verdicts():
                word = "met" if reached >= bar else "MISSED"
                out.print(f"{OURS} against {name}: {reached:.2f}, bar {bar:g}: {word}.", "")
            races.append(race)
    installed = {each.name for race in races for each in race.contenders}
    for name in ("PyTorch", "scikit-learn"):
        if name not in installed:
            out.print(f"{name} is not installed: its rows are left out.")
    out.print(gradient_checks.table_of(list(gradient_checks.measure(repeat, noise))))
    out.print(f"This machine: {noise}.", markup=False)
    wrong = [line for race in races for line in differing(race)]
    out.print(*(wrong or ["Equal costs from all that do the same arithmetic."]), sep="\n")
    if json_path:
        write(json_path, races, noise, wrong)
    if wrong:
        raise typer.Exit(1)


if __name__ == "__main__":
    typer.run(main)
