"""Trainings over the number of kicks, with three λ, for the lesson ``02_regularization``.

``python -m exercises gallery learning_curve`` trains 90 networks as the gallery ``regularization``
does, on fields of 50 to 2,000 kicks, and writes how they did to
``utils/gallery/learning_curve.h5``.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from exercises.gallery.regularization import LAYERS, Regularization, StackedTraining, Start
from exercises.gallery.writing import new_store, run_jobs, write_floats
from utils.data import make_field
from utils.networks import Array
from utils.stacks import costs

FORMAT = 1
FRESH = 2000
"""Kicks on which a network is tried that has not seen them: many, so that luck plays no part."""


@dataclass(frozen=True)
class Experiment:
    """What is trained for the gallery; its file carries a hash of it, so that it is not stale."""

    kicks: tuple[int, ...] = (50, 100, 200, 500, 1000, 2000)
    lambdas: tuple[float, ...] = (0, 0.7, 3)
    repetitions: int = 5
    first_seed: int = 200
    iterations: int = 10_000
    learning_rate: float = 0.3

    @property
    def starts(self) -> list[Start]:
        """Return the repetitions, each with another field and other weights."""
        seeds = range(self.first_seed, self.first_seed + self.repetitions)
        return [Start(seed, seed, seed + 5000) for seed in seeds]

    @property
    def hash(self) -> str:
        """Hash the settings and a field."""
        text = json.dumps([FORMAT, LAYERS, FRESH, asdict(self)])
        field = b"".join(part.tobytes() for part in make_field(self.first_seed, 50))
        return hashlib.sha256(text.encode() + field).hexdigest()[:16]


QUICK = Experiment((50, 100), (0, 0.7), repetitions=2, iterations=50)


def measure(
    kicks: int, lambd: float, starts: list[Start], experiment: Experiment
) -> dict[str, Array]:
    """Train a network from each start, and measure it on its own and on fresh kicks."""
    stack = StackedTraining(Regularization(lambd=lambd), starts, kicks)
    for _ in range(experiment.iterations):
        stack.step(experiment.learning_rate)
    fresh = [make_field(start.field + 1000, n_test=FRESH)[2:] for start in starts]
    X, Y = (np.stack(part) for part in zip(*fresh, strict=True))
    found = {}
    for name, (x, y) in {"train": stack.data["train"], "fresh": (X, Y)}.items():
        Z = stack.logits(x)
        found[f"{name}_accuracy"] = ((Z > 0) == y).mean(axis=(1, 2))
        found[f"{name}_cost"] = costs(Z, y)
    return found


def write(file: Path, quick: bool = False, workers: int = 1) -> Path:
    """Train the networks and write the gallery's file; ``quick`` trains few, for a moment only."""
    experiment = QUICK if quick else Experiment()
    # Large fields first, each network alone: its arrays fill a core's cache already.
    jobs = [
        (kicks, lambd, [start], experiment)
        for kicks in reversed(experiment.kicks)
        for lambd in experiment.lambdas
        for start in experiment.starts
    ]
    parts = run_jobs(measure, jobs, workers)
    shape = (len(experiment.kicks), len(experiment.lambdas), experiment.repetitions)
    with new_store(file, FORMAT, experiment, experiment.hash) as store:
        store.attrs["kicks"] = experiment.kicks
        store.attrs["lambdas"] = [f"{lambd:g}" for lambd in experiment.lambdas]
        for name in parts[0]:
            values = np.concatenate([part[name] for part in parts]).reshape(shape)
            write_floats(store, name, values[::-1])
    return file
