"""The loop of mini-batch training, into which a notebook puts its own step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from utils.data.clusters import Split
from utils.minibatch_networks import (
    SIZES,
    Layers,
    accuracy,
    at_rest,
    batches,
    initialize,
    mean_cost,
)
from utils.networks import Array
from utils.progress import steps

State = tuple[Layers, Layers, Layers, Layers]
Step = Callable[..., State]


@dataclass(frozen=True)
class Trained:
    """A trained network, and how it went.

    Attributes
    ----------
    w, b : dict of int to array
        Weights and biases by layer.
    epochs : (n,) array of int
        After how many epochs the curves were measured, 0 included.
    train_cost, test_cost : (n,) array
        Mean cross-entropy of the whole network, without penalty or masks.
    squares : (n,) array
        Sum of the squared weights.
    train_accuracy : (n,) array
        Share of the training examples that the whole network gets right.
    accuracies : tuple of float
        Shares of training and test examples that are right at the end.
    """

    w: Layers = field(repr=False)
    b: Layers = field(repr=False)
    epochs: NDArray[np.int64] = field(repr=False)
    train_cost: Array = field(repr=False)
    test_cost: Array = field(repr=False)
    squares: Array = field(repr=False)
    train_accuracy: Array = field(repr=False)
    accuracies: tuple[float, float]

    def summary(self) -> str:
        """Say how the training ended."""
        train_right, test_right = self.accuracies
        return (
            f"training points: cost {self.train_cost[-1]:.3f}, right {train_right:.0%}\n"
            f"fresh points:    cost {self.test_cost[-1]:.3f}, right {test_right:.1%}"
        )


def learning_rate(epoch: int, alpha: float, gamma: float) -> float:
    """Return the rate of an epoch: ``alpha`` at first, and a share ``gamma`` less at each one."""
    return alpha * (1 - gamma) ** epoch


def train(
    step: Step,
    split: Split,
    *,
    epochs: int = 2000,
    alpha: float = 0.1,
    gamma: float = 0.0005,
    size: int = 16,
    seed: int = 1234,
    every: int = 50,
    name: str = "training",
) -> Trained:
    """Train the needlessly large network with mini-batches, in order.

    Parameters
    ----------
    step : callable
        ``step(x, target, w, b, vw, vb, rate)`` returns the new ``(w, b, vw, vb)``.
    split : tuple of arrays
        Training and test examples with their labels, as from ``make_clusters``.
    epochs : int
        How often each example is seen.
    alpha, gamma : float
        Learning rate at the start, and how fast it decays.
    size : int
        Examples in a batch.
    seed : int
        Seed of the first weights.
    every : int
        Epochs from one measurement to the next; the last one is at the end.
    name : str
        What the progress bar is called.

    Returns
    -------
    Trained

    Raises
    ------
    ValueError
        If the step returns something else than the new weights, biases and velocities.
    """
    train_x, train_target, test_x, test_target = split
    w, b = initialize(SIZES, np.random.RandomState(seed))
    vw, vb = at_rest(w), at_rest(b)
    curves = []

    def measure(epoch: int) -> None:
        squares = sum(float(np.vdot(values, values)) for values in w.values())
        costs = mean_cost(train_x, train_target, w, b), mean_cost(test_x, test_target, w, b)
        curves.append((epoch, *costs, squares, accuracy(train_x, train_target, w, b)))

    measure(0)
    for epoch in steps(epochs, name):
        rate = learning_rate(epoch, alpha, gamma)
        for x, target in batches(train_x, train_target, size):
            state = step(x, target, w, b, vw, vb, rate)
            if not isinstance(state, tuple | list) or len(state) != 4 or not _complete(state, w):
                raise ValueError(
                    "a step must return w, b, vw and vb, each with an array for every layer; "
                    "is an exercise above still to be done?"
                )
            w, b, vw, vb = state
        if (epoch + 1) % every == 0 or epoch + 1 == epochs:
            measure(epoch + 1)
    accuracies = accuracy(train_x, train_target, w, b), accuracy(test_x, test_target, w, b)
    table = np.array(curves)
    train, test, squares, train_accuracy = table[:, 1:].T
    measured = table[:, 0].astype(np.int64)
    return Trained(w, b, measured, train, test, squares, train_accuracy, accuracies)


def _complete(state: State, w: Layers) -> bool:
    return all(
        isinstance(part, dict) and all(part.get(layer) is not None for layer in w) for part in state
    )
