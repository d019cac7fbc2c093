"""Networks trained with dropout, and a hundred thinned ones of each, for ``02_regularization``.

``python -m exercises gallery crowd`` trains 62 networks as the gallery ``regularization`` does. Of
each it draws a hundred thinned networks, with one mask for the whole field, and writes to
``utils/gallery/crowd.h5`` how these do alone, together, and against the whole network.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
from scipy.special import expit

from exercises.gallery import writing
from exercises.gallery.regularization import (
    CHUNK,
    LAYERS,
    QUICK,
    SHOWCASE,
    Experiment,
    Regularization,
    StackedTraining,
    Start,
    axes,
)
from exercises.gallery.writing import new_store, run_jobs, write_floats
from utils.networks import Array

FORMAT = 2
CROWD = 100
EXPERIMENT = replace(Experiment(), keep_probs=(0.86, 0.5), resolution=60)


def train(keep_prob: float, starts: list[Start], experiment: Experiment) -> list[dict[str, Array]]:
    """Train a network from each start, and thin it a hundred times."""
    stack = StackedTraining(Regularization(keep_prob=keep_prob), starts)
    for _ in range(experiment.iterations):
        stack.step(experiment.learning_rate)
    return [measure(stack, i, start, experiment) for i, start in enumerate(starts)]


def measure(
    stack: StackedTraining, i: int, start: Start, experiment: Experiment
) -> dict[str, Array]:
    """Draw a crowd of thinned networks from the i-th, and see what they say of test kicks."""
    keep_prob, rng = stack.kind.keep_prob, np.random.default_rng(start.masks + 10_000)
    # One mask for all points makes a thinned network, whose map can be drawn.
    drawn = [rng.random((CROWD, n, 1)) < keep_prob for n in LAYERS[1:3]]
    crowd = StackedTraining(stack.kind, [start])
    crowd.parameters = {
        name: np.repeat(values[i : i + 1], CROWD, axis=0)
        for name, values in stack.parameters.items()
    }

    def answers(X: Array) -> tuple[Array, Array]:
        *_, thinned = crowd._forward(X, (drawn[0] / keep_prob, drawn[1] / keep_prob))
        *_, whole = crowd._forward(X, (None, None))
        return expit(thinned[:, 0]), expit(whole[0, 0])

    X, Y = (part[i] for part in stack.data["test"])
    thinned, whole = answers(X)
    mean = thinned.mean(axis=0)
    found = {
        "thinned_accuracy": ((thinned > 0.5) == Y).mean(axis=1),
        "crowd_accuracy": np.mean((mean > 0.5) == Y),
        "whole_accuracy": np.mean((whole > 0.5) == Y),
        "mean_apart": np.mean(np.abs(mean - whole)),
        "most_apart": np.max(np.abs(mean - whole)),
        "doubt": thinned.std(axis=0),
        "right": (whole > 0.5) == Y[0],
    }
    if start == SHOWCASE:
        grid = np.stack([part.ravel() for part in np.meshgrid(*axes(experiment.resolution))])
        for name, values in zip(("thinned_map", "whole_map"), answers(grid), strict=True):
            shape = (*values.shape[:-1], *[experiment.resolution] * 2)
            found[name] = np.round(255 * values).reshape(shape)
    return found


def write(file: Path, quick: bool = False, workers: int = 1) -> Path:
    """Train the networks and write the gallery's file; ``quick`` trains few, for a moment only."""
    experiment = replace(QUICK, keep_probs=(0.86,), resolution=10) if quick else EXPERIMENT
    starts = experiment.starts
    chunks = [starts[i : i + CHUNK] for i in range(0, len(starts), CHUNK)]
    keep_probs = experiment.keep_probs
    jobs = [(keep_prob, chunk, experiment) for keep_prob in keep_probs for chunk in chunks]
    parts = run_jobs(train, jobs, workers)
    with new_store(file, FORMAT, experiment, experiment.hash) as store:
        for name, values in zip(("x1", "x2"), axes(experiment.resolution), strict=True):
            write_floats(store, name, values)
        for i, keep_prob in enumerate(keep_probs):
            group = store.create_group(f"{keep_prob:g}")
            own = parts[i * len(chunks) : (i + 1) * len(chunks)]
            showcase, *repetitions = [each for part in own for each in part]
            for name in ("thinned_map", "whole_map"):
                writing.write(group, name, showcase[name], np.uint8)
            for name in repetitions[0]:
                if not name.endswith("_map"):
                    write_floats(group, name, [each[name] for each in repetitions])
    return file
