"""Seven trainings, one of them healthy, for the lesson ``06_other_regularizers``.

``python -m exercises gallery illnesses`` trains them as the gallery ``regularization`` does, and
writes what a person would watch of them to ``utils/gallery/illnesses.h5``.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from exercises.gallery.regularization import (
    LAYERS,
    SHOWCASE,
    Regularization,
    StackedTraining,
    Start,
)
from exercises.gallery.writing import new_store, run_jobs, write_floats
from utils.data import make_field
from utils.networks import Array
from utils.stacks import costs

FORMAT = 1
PLAIN = Regularization()


@dataclass(frozen=True)
class Run:
    """What is done to one training.

    Attributes
    ----------
    kind : Regularization
        How it is kept from overfitting.
    start : Start
        Its seeds.
    rate : float
        Its learning rate.
    watched_through_masks : bool
        Whether masks stay on where the network is only measured.
    leaky : bool
        Whether the validation kicks are among those to learn from.
    """

    kind: Regularization = PLAIN
    start: Start = SHOWCASE
    rate: float = 0.3
    watched_through_masks: bool = False
    leaky: bool = False


RUNS = {
    "healthy": Run(Regularization(lambd=0.7)),
    "underfitting": Run(Regularization(lambd=15)),
    "overfitting": Run(),
    "a dead layer": Run(start=Start(106, 106, 5106)),
    "too large a rate": Run(Regularization(lambd=0.7), rate=2.0),
    "masks left on": Run(Regularization(keep_prob=0.5), watched_through_masks=True),
    "a leak": Run(leaky=True),
}


@dataclass(frozen=True)
class Experiment:
    """What is trained for the gallery; its file carries a hash of it, so that it is not stale."""

    iterations: int = 30_000
    every: int = 300

    @property
    def hash(self) -> str:
        """Hash the settings, the runs and the showcase's field."""
        runs = {name: asdict(run) for name, run in RUNS.items()}
        text = json.dumps([FORMAT, LAYERS, asdict(self), runs])
        field = b"".join(np.ascontiguousarray(part).tobytes() for part in make_field())
        return hashlib.sha256(text.encode() + field).hexdigest()[:16]


def watch(run: Run, experiment: Experiment) -> dict[str, list[float]]:
    """Train one network, and note at each look what a person would watch."""
    stack = StackedTraining(run.kind, [run.start])
    validation = stack.data["validation"]
    if run.leaky:
        stack.data["train"] = tuple(  # type: ignore[assignment]
            np.concatenate(pair, axis=2)
            for pair in zip(stack.data["train"], validation, strict=True)
        )
    splits = {"train": stack.data["train"], "validation": validation}
    found: dict[str, list[float]] = {}
    for i in range(experiment.iterations + 1):
        before = stack.parameters
        if i % experiment.every == 0:
            for split, (X, Y) in splits.items():
                masks = stack._draw_masks(X.shape[2]) if run.watched_through_masks else (None, None)
                *active, Z = stack._forward(X, masks)
                found.setdefault(f"{split}_cost", []).append(float(costs(Z, Y)[0]))
                right = float(np.mean((Z > 0) == Y))
                found.setdefault(f"{split}_accuracy", []).append(right)
            for layer, A in enumerate(active, start=1):
                found.setdefault(f"active_{layer}", []).append(float(np.mean(A > 0)))
        stack.step(run.rate)
        if i % experiment.every == 0:
            found.setdefault("weights", []).append(_length(before))
            moved = {name: stack.parameters[name] - before[name] for name in before}
            found.setdefault("gradient", []).append(_length(moved) / run.rate)
    return found


def _length(parameters: dict[str, Array]) -> float:
    return float(np.sqrt(sum(np.sum(v**2) for k, v in parameters.items() if k[0] == "W")))


def write(file: Path, quick: bool = False, workers: int = 1) -> Path:
    """Train the networks and write the gallery's file; ``quick`` trains for a moment only."""
    experiment = Experiment(60, 30) if quick else Experiment()
    parts = run_jobs(watch, [(run, experiment) for run in RUNS.values()], workers)
    with new_store(file, FORMAT, experiment, experiment.hash) as store:
        store.attrs["every"] = experiment.every
        store.attrs["runs"] = list(RUNS)
        for measure in parts[0]:
            write_floats(store, measure, [part[measure] for part in parts])
    return file
