"""What there is to see of a training, as numbers in words and arrays in bytes."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import numpy as np
from numpy.typing import NDArray

from utils.networks import Array
from utils.playground.locks import Stopped, locks, mistakes
from utils.playground.starts import start_locks
from utils.playground.training import Training

GRID = 56
"""Points of the map along either side."""


def box_of(training: Training) -> tuple[float, float, float, float]:
    """Return the left, right, lower and upper end of the map."""
    low, high = training.new_X.min(axis=1), training.new_X.max(axis=1)
    edge = 0.08 * (high - low)
    (left, lower), (right, upper) = low - edge, high + edge
    return float(left), float(right), float(lower), float(upper)


def map_of(training: Training) -> Array:
    """Return the whole network's probabilities over the box, the upper edge first."""
    left, right, lower, upper = box_of(training)
    x1, x2 = np.meshgrid(np.linspace(left, right, GRID), np.linspace(upper, lower, GRID))
    found: Array = training.probability(np.stack([x1.ravel(), x2.ravel()])).reshape(GRID, GRID)
    return found


def weights_of(training: Training) -> Array:
    """Return all weights in one row, layer after layer."""
    return np.concatenate([training.parameters[f"W{layer}"].ravel() for layer in (1, 2, 3)])


def words_of(training: Training) -> str:
    """Say in one line how far the training is."""
    _, train, new = training.history[-1]
    shares = training.accuracies()
    whose = ", with my mistake" if training.mistaken else ""
    line = f"Step {training.iteration:,}{whose}: cost {train:.3f} on the training points"
    penalized = training.cost_with_penalty()
    if penalized is not None:
        # A penalty that grows, by a wrong sign, say, has more digits than anybody reads.
        said = f"{penalized:.3f}" if abs(penalized) < 1e4 else f"{penalized:.1e}"
        line += f" ({said} with the penalty)"
    line += f", {new:.3f} on new ones; {shares[0]:.0%} and {shares[1]:.0%} right."
    return line


def frame(training: Training, complaint: str = "") -> tuple[dict[str, Any], list[bytes]]:
    """Return what one picture needs: a message, and map, points, weights, masks and curves.

    Parameters
    ----------
    training : Training
        As it is now.
    complaint : str
        What stopped it, for the reader.
    """
    try:
        words = words_of(training)
    except Stopped as stopped:
        words, complaint = "", complaint or str(stopped)
    points = np.vstack([training.X, training.Y]).T
    with np.errstate(invalid="ignore"):
        shades = np.nan_to_num(map_of(training), nan=0.5)
    message = {
        "complaint": complaint,
        "words": words,
        "iteration": training.iteration,
        "layers": [2, training.settings.width, 3, 1],
        "box": box_of(training),
        "grid": GRID,
        "added": training.added,
        "settings": asdict(training.settings),
        "locks": locks(training.mistaken, training.topic.needs),
        "mistakes": mistakes(training.topic.exercises),
        "shown": training.topic.shown,
        "startLocks": start_locks(training.mistaken),
        "mistaken": training.mistaken,
    }
    arrays: list[NDArray[Any]] = [
        shades.astype(np.float32),
        points.astype(np.float32),
        weights_of(training).astype(np.float32),
        (np.concatenate([np.ravel(mask) for mask in training.masks]) > 0).astype(np.uint8),
        np.array(training.history, dtype=np.float32),
    ]
    return message, [array.tobytes() for array in arrays]
