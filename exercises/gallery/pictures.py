"""Trainings over depth and λ on the pictures of cats, for the lesson ``05_deep_network``.

``python -m exercises gallery pictures`` trains 200 networks in about three minutes, one by one and
with the references, and writes what the lesson shows of them to ``utils/gallery/pictures.h5``. Each
repetition parts the pictures anew into training and development pictures, and starts from other
weights.

Two builds on one machine give equal bytes. Another processor or BLAS library adds up in another
order; the lesson states medians over 20 repetitions, which that hardly moves.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from exercises.deep_network.model_backward import L_model_backward_with_regularization
from exercises.gallery.writing import new_store, run_jobs
from exercises.gallery.writing import write as write_array
from exercises.pictures import draw_all
from utils.deep_networks import L_model_forward
from utils.networks import (
    Array,
    Parameters,
    compute_cost_from_logits,
    initialize_parameters,
    update_parameters,
)

FORMAT = 1
SPLITS = ("train", "dev", "test")
HIDDEN = {1: (), 2: (20,), 3: (20, 7), 4: (20, 7, 5), 5: (20, 10, 7, 5)}
"""Hidden units by the number of layers."""


@dataclass(frozen=True)
class Experiment:
    """What is trained for the gallery; its file carries a hash of it, so that it is not stale."""

    depths: tuple[int, ...] = (1, 2, 3, 4, 5)
    lambdas: tuple[float, ...] = (0, 1, 3, 10, 30, 100)
    lambd: float = 3
    depth: int = 4
    repetitions: int = 20
    iterations: int = 600
    rate: float = 0.05
    linear_rate: float = 0.02
    training: int = 350

    @property
    def sweeps(self) -> dict[str, dict[str, tuple[int, float]]]:
        """Return depth and λ of each setting by its label, for each sweep."""
        return {
            "depth": {f"{depth}": (depth, self.lambd) for depth in self.depths},
            "lambda": {f"{lambd:g}": (self.depth, lambd) for lambd in self.lambdas},
        }

    @property
    def hash(self) -> str:
        """Hash the settings and the pictures."""
        text = json.dumps([FORMAT, {str(k): v for k, v in HIDDEN.items()}, asdict(self)])
        drawn = b"".join(pictures.tobytes() for pictures, _, _ in draw_all().values())
        return hashlib.sha256(text.encode() + drawn).hexdigest()[:16]


QUICK = Experiment((1, 2), (0, 10), depth=2, repetitions=2, iterations=20)


def features(pictures: NDArray[np.uint8]) -> Array:
    """Average blocks of 4 by 4 pixels, and put each picture into a column."""
    small = pictures.reshape(len(pictures), 16, 4, 16, 4, 3).mean(axis=(2, 4))
    columns: Array = small.reshape(len(small), -1).T / 255
    return columns


def examples_of(repetition: int, experiment: Experiment) -> dict[str, tuple[Array, NDArray[Any]]]:
    """Return the repetition's training, development and test examples with their labels."""
    drawn = draw_all()
    (pictures, labels, _), (test_pictures, test_labels, _) = drawn["train"], drawn["test"]
    order = np.random.RandomState(repetition).permutation(len(pictures))
    places = {"train": order[: experiment.training], "dev": order[experiment.training :]}
    raw = {split: features(pictures[place]) for split, place in places.items()}
    mean, spread = raw["train"].mean(axis=1, keepdims=True), raw["train"].std()
    raw["test"] = features(test_pictures)
    Y = {split: labels[place] for split, place in places.items()} | {"test": test_labels}
    return {split: ((X - mean) / spread, Y[split][np.newaxis]) for split, X in raw.items()}


def train(
    X: Array, Y: NDArray[Any], depth: int, lambd: float, repetition: int, experiment: Experiment
) -> Parameters:
    """Train one network with the references, as the graded notebook does."""
    rng = np.random.RandomState(repetition)
    parameters = initialize_parameters([X.shape[0], *HIDDEN[depth], 1], rng)
    rate = experiment.linear_rate if depth == 1 else experiment.rate
    for _ in range(experiment.iterations):
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward_with_regularization(AL, Y, caches, lambd)
        parameters = update_parameters(parameters, grads, rate)
    return parameters


def measure(repetition: int, experiment: Experiment) -> dict[tuple[int, float], dict[str, Array]]:
    """Train every setting once, from one repetition's split and weights, and measure it."""
    data = examples_of(repetition, experiment)
    kinds = {kind for sweep in experiment.sweeps.values() for kind in sweep.values()}
    found = {}
    for depth, lambd in sorted(kinds):
        parameters = train(*data["train"], depth, lambd, repetition, experiment)
        measured = {}
        for split, (X, Y) in data.items():
            Z = L_model_forward(X, parameters)[1][-1][1]
            measured[f"{split}_accuracy"] = np.mean((Z > 0) == Y)
            measured[f"{split}_cost"] = compute_cost_from_logits(Z, Y)
        measured["test_logits"] = Z[0]
        squares = [np.sum(W * W) for name, W in parameters.items() if name[0] == "W"]
        measured["sum_of_squares"] = np.sum(squares)
        measured["first_weights"] = parameters["W1"]
        found[depth, lambd] = measured
    return found


def write(file: Path, quick: bool = False, workers: int = 1) -> Path:
    """Train the networks and write the gallery's file; ``quick`` trains few, for a moment only."""
    experiment = QUICK if quick else Experiment()
    jobs = [(repetition, experiment) for repetition in range(experiment.repetitions)]
    trained = run_jobs(measure, jobs, workers)
    _, labels, kinds = draw_all()["test"]
    with new_store(file, FORMAT, experiment, experiment.hash) as store:
        store.attrs["test_kinds"] = kinds
        write_array(store, "test_labels", labels, np.uint8)
        for name, sweep in experiment.sweeps.items():
            group = store.create_group(name)
            group.attrs["labels"] = list(sweep)
            for key in next(iter(trained[0].values())):
                if key == "first_weights":
                    continue
                values = [[each[kind][key] for each in trained] for kind in sweep.values()]
                write_array(group, key, values, np.float32)
        # First weights can be looked at like pictures; those of one repetition are enough.
        penalized = experiment.sweeps["lambda"].values()
        weights = [trained[0][kind]["first_weights"] for kind in penalized]
        write_array(store["lambda"], "first_weights", weights, np.float16)
    return file
