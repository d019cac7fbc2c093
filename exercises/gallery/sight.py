"""Networks for the pictures of cats, asked how sure they are and where they look.

``python -m exercises gallery sight`` trains 80 networks in some eight minutes, on the splits and
from the weights of the gallery ``pictures``: plain, with L2, with dropout, and on all 64 by 64
pixels. It writes to ``utils/gallery/sight.h5`` their answers, and for two of the kinds how these
change where a part of a picture is covered.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from exercises.deep_network.dropout import L_model_pass_with_dropout
from exercises.gallery import pictures
from exercises.gallery.pictures import HIDDEN, SPLITS
from exercises.gallery.writing import new_store, run_jobs, write_floats
from exercises.gallery.writing import write as write_array
from exercises.pictures import draw_all
from utils.networks import (
    Array,
    Parameters,
    initialize_parameters,
    relu,
    update_parameters,
)

FORMAT = 1
COVER = 4
"""The side of the square that is covered, in sixteenths of a picture's."""


@dataclass(frozen=True)
class Kind:
    """How a network is trained, on pictures of how many pixels a side."""

    lambd: float = 0
    keep_prob: float = 1
    side: int = 16
    rate: float = 0.05
    covered: bool = False


@dataclass(frozen=True)
class Experiment:
    """What is trained for the gallery; its file carries a hash of it, so that it is not stale."""

    kinds: dict[str, Kind] = field(
        default_factory=lambda: {
            "plain": Kind(),
            "L2": Kind(lambd=10, covered=True),
            "dropout": Kind(keep_prob=0.8),
            # A step of the first layer moves the sums by as much as there are inputs: 16 times as
            # many want a smaller rate. The same picture costs 16 times less penalty there.
            "fine": Kind(lambd=30, side=64, rate=0.01, covered=True),
        }
    )
    training: pictures.Experiment = field(default_factory=pictures.Experiment)

    @property
    def hash(self) -> str:
        """Hash the settings and the pictures."""
        text = json.dumps([FORMAT, COVER, asdict(self)]) + self.training.hash
        return hashlib.sha256(text.encode()).hexdigest()[:16]


QUICK = Experiment(
    {"plain": Kind(), "L2": Kind(lambd=10, covered=True)},
    replace(pictures.Experiment(), repetitions=2, iterations=5),
)


def features(drawn: NDArray[np.uint8], side: int) -> Array:
    """Average blocks of pixels until ``side`` are left each way; put each picture into a column."""
    block = 64 // side
    small = drawn.reshape(len(drawn), side, block, side, block, 3).mean(axis=(2, 4))
    columns: Array = small.reshape(len(small), -1).T / 255
    return columns


def examples_of(repetition: int, side: int, training: int) -> dict[str, tuple[Array, NDArray[Any]]]:
    """Return the repetition's examples with their labels, split as in the gallery ``pictures``."""
    drawn = draw_all()
    (seen, labels, _), (test, test_labels, _) = drawn["train"], drawn["test"]
    order = np.random.RandomState(repetition).permutation(len(seen))
    parts = {
        "train": (seen[order[:training]], labels[order[:training]]),
        "dev": (seen[order[training:]], labels[order[training:]]),
        "test": (test, test_labels),
    }
    raw = {split: features(shown, side) for split, (shown, _) in parts.items()}
    mean, spread = raw["train"].mean(axis=1, keepdims=True), raw["train"].std()
    return {split: ((raw[split] - mean) / spread, parts[split][1][np.newaxis]) for split in SPLITS}


def train(
    X: Array, Y: NDArray[Any], kind: Kind, repetition: int, experiment: pictures.Experiment
) -> Parameters:
    """Train one network with the references, as the graded notebook does."""
    if kind.keep_prob == 1:
        experiment = replace(experiment, rate=kind.rate)
        return pictures.train(X, Y, experiment.depth, kind.lambd, repetition, experiment)
    rng = np.random.RandomState(repetition)
    parameters = initialize_parameters([X.shape[0], *HIDDEN[experiment.depth], 1], rng)
    for _ in range(experiment.iterations):
        _, grads, _ = L_model_pass_with_dropout(X, Y, parameters, kind.keep_prob, rng)
        parameters = update_parameters(parameters, grads, kind.rate)
    return parameters


def logits(parameters: Parameters, X: Array) -> Array:
    """Return the output before the sigmoid, (m,)."""
    return _from_first(parameters, parameters["W1"] @ X)


def _from_first(parameters: Parameters, sums: Array) -> Array:
    """Go on from the first layer's sums without their bias."""
    Z = sums + parameters["b1"]
    for layer in range(2, len(parameters) // 2 + 1):
        Z = parameters[f"W{layer}"] @ relu(Z) + parameters[f"b{layer}"]
    found: Array = Z[0]
    return found


def cover(parameters: Parameters, X: Array, side: int) -> Array:
    """Return the logits (m, n, n) with a square of the mean colour at n times n places."""
    step = side // 16
    places = 16 - COVER + 1
    # Covered is 0 here. So the first layer's sums lose the square's part, and nothing else.
    W = parameters["W1"].reshape(-1, side, side, 3)
    shown = X.T.reshape(-1, side, side, 3)
    whole = parameters["W1"] @ X
    found = np.empty((X.shape[1], places, places))
    for row in range(places):
        for column in range(places):
            rows, columns = (slice(step * at, step * (at + COVER)) for at in (row, column))
            part = np.tensordot(W[:, rows, columns], shown[:, rows, columns], ([1, 2, 3],) * 2)
            found[:, row, column] = _from_first(parameters, whole - part)
    return found


def measure(repetition: int, experiment: Experiment) -> dict[str, dict[str, Array]]:
    """Train every kind once, from one repetition's split and weights, and ask it."""
    found = {}
    for name, kind in experiment.kinds.items():
        data = examples_of(repetition, kind.side, experiment.training.training)
        parameters = train(*data["train"], kind, repetition, experiment.training)
        asked = {split: logits(parameters, X) for split, (X, _) in data.items()}
        X, Y = data["train"]
        found[name] = {
            "train_accuracy": np.mean((asked["train"] > 0) == Y[0]),
            "dev_logits": asked["dev"],
            "dev_labels": data["dev"][1][0],
            "test_logits": asked["test"],
        }
        if kind.covered:
            covered = cover(parameters, data["test"][0], kind.side)
            whole = asked["test"][:, np.newaxis, np.newaxis]
            found[name] |= {"loss": whole - covered, "turned": (covered > 0) != (whole > 0)}
    return found


def write(file: Path, quick: bool = False, workers: int = 1) -> Path:
    """Train the networks and write the gallery's file; ``quick`` trains few, for a moment only."""
    experiment = QUICK if quick else Experiment()
    jobs = [(repetition, experiment) for repetition in range(experiment.training.repetitions)]
    trained = run_jobs(measure, jobs, workers)
    with new_store(file, FORMAT, experiment, experiment.hash) as store:
        write_array(store, "test_labels", draw_all()["test"][1], np.uint8)
        for name, kind in experiment.kinds.items():
            group = store.create_group(name)
            for key in ("train_accuracy", "dev_logits", "test_logits"):
                write_floats(group, key, [each[name][key] for each in trained])
            write_array(
                group, "dev_labels", [each[name]["dev_labels"] for each in trained], np.uint8
            )
            if kind.covered:
                # Which way a square counts differs little between networks: means are enough.
                for key in ("loss", "turned"):
                    mean = np.mean([each[name][key] for each in trained], axis=0)
                    write_array(group, key, mean, np.float16)
    return file
