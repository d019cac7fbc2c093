"""A training that can be stopped, turned and started anew at any step."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, field, replace
from numbers import Real
from typing import Any

import numpy as np

from utils.data import make_clusters, make_field
from utils.data.circles import make_circles
from utils.networks import (
    Array,
    backward_propagation,
    compute_cost_from_logits,
    forward_propagation,
    update_parameters,
)
from utils.playground.locks import (
    NUMBERS,
    TOPICS,
    Stopped,
    Topic,
    call,
    check_gradients,
    check_growth,
    locks,
)
from utils.playground.settings import LIMITS, RESTING, SHAPES, Settings
from utils.playground.starts import GIVEN, STARTS, first_weights, start_locks

HISTORY = 300
"""Most points of a cost curve."""
SECONDS = 0.045
"""Of training between two pictures."""


@dataclass
class Training:
    """A network of three layers, its data, and how far it is.

    Attributes
    ----------
    settings : Settings
        Changed by :meth:`turn` only.
    topic : Topic
        What it is about.
    mistaken : bool
        Whether the reader's last wrong functions train in place of the right ones.
    iteration : int
        Steps taken.
    masks : tuple of array
        Which units of the two hidden layers the first point met in the last step.
    history : list of (int, float, float)
        Iteration, cost on the training points and on new ones; never more than 300.
    """

    settings: Settings = field(default_factory=Settings)
    topic: Topic = TOPICS["regularization"]
    mistaken: bool = False
    iteration: int = field(default=0, init=False)
    masks: tuple[Array, ...] = field(default=(), init=False, repr=False)
    history: list[tuple[int, float, float]] = field(default_factory=list, init=False, repr=False)

    def __post_init__(self) -> None:
        self.X, self.new_X = np.empty((2, 0)), np.empty((2, 0))
        self.Y, self.new_Y = np.empty((1, 0)), np.empty((1, 0))
        self.added = 0
        self._draw_points()
        self.restart()

    def turn(self, name: str, value: Any) -> None:
        """Change one setting; say what it may be if it may not be that."""
        if name == "shape":
            if value not in SHAPES:
                raise Stopped(f"The data can be {', '.join(SHAPES)}; not {value!r}.")
        elif name == "start":
            if value not in STARTS:
                raise Stopped(f"Weights can start as {', '.join(STARTS)}; not {value!r}.")
            if value in start_locks(self.mistaken):
                raise Stopped(f"{value} {start_locks(self.mistaken)[value]}.")
        elif name not in LIMITS:
            raise Stopped(f"There is no setting {name!r}.")
        else:
            low, high = LIMITS[name]
            if not isinstance(value, int | float) or not low <= value <= high:
                raise Stopped(f"{name} can be from {low:g} to {high:g}; not {value!r}.")
            if name in ("width", "size", "batch"):
                value = int(value)
        locked = locks(self.mistaken, self.topic.needs)
        if name in locked and value != RESTING[name]:
            raise Stopped(f"{name} {locked[name]}.")
        before, self.settings = self.settings, replace(self.settings, **{name: value})
        points = self.X, self.Y, self.new_X, self.new_Y, self.added
        if name in ("shape", "noise", "size"):
            self._draw_points()
        if name in ("shape", "noise", "size", "width", "spread", "start"):
            try:
                self.restart()
            except Stopped:
                self.settings = before
                self.X, self.Y, self.new_X, self.new_Y, self.added = points
                raise

    def add_point(self, x1: float, x2: float, label: int) -> None:
        """Add a training point, and go on from here."""
        if label not in (0, 1) or not (math.isfinite(x1) and math.isfinite(x2)):
            raise Stopped("A point needs two finite coordinates and the label 0 or 1.")
        if self.X.shape[1] >= 1000:
            raise Stopped("1,000 points are enough. Choose other data to begin anew.")
        self.X = np.hstack([self.X, [[float(x1)], [float(x2)]]])
        self.Y = np.hstack([self.Y, [[int(label)]]])
        self.added += 1

    def add_fluke(self) -> None:
        """Add a point beside an old one, with the other label."""
        at = self.rng.randint(self.X.shape[1])
        size = 0.02 * (self.X.max(axis=1) - self.X.min(axis=1))
        x1, x2 = self.X[:, at] + self.rng.uniform(-1, 1, 2) * size
        self.add_point(x1, x2, int(1 - self.Y[0, at]))

    def mistake(self, on: bool) -> None:
        """Train with the reader's last wrong functions, or with the right ones again."""
        before = self.mistaken, self.settings
        self.mistaken = bool(on)
        for name in locks(self.mistaken, self.topic.needs):
            self.settings = replace(self.settings, **{name: RESTING[name]})
        if self.settings.start in start_locks(self.mistaken):
            self.settings = replace(self.settings, start=GIVEN)
        if "start" in self.topic.shown:
            try:
                self.restart()
            except Stopped:
                self.mistaken, self.settings = before
                raise

    def restart(self) -> None:
        """Go back to the first weights."""
        s = self.settings
        sizes = [2, s.width, 3, 1]
        self.parameters = first_weights(s.start, sizes, s.spread, self.mistaken)
        self.rng = np.random.RandomState(1)
        self.iteration = 0
        self.masks = (np.ones(sizes[1]), np.ones(sizes[2]))
        self.history = []
        self._note()

    def advance(self, steps: int = 0) -> None:
        """Take a number of steps, or as many as fit between two pictures."""
        end = time.perf_counter() + SECONDS
        taken = 0
        with np.errstate(all="ignore"):
            while taken < steps if steps else taken == 0 or time.perf_counter() < end:
                try:
                    self._step()
                except (AttributeError, LookupError, TypeError, ValueError) as error:
                    reason = f"{type(error).__name__}: {error}".splitlines()[0]
                    raise Stopped(f"What your functions return does not fit: {reason}") from error
                taken += 1
                if steps and self.iteration % 25 == 0:
                    self._note()
        self._note()

    def probability(self, X: Array) -> Array:
        """Return what the whole network says of points in columns."""
        with np.errstate(all="ignore"):
            A3: Array = forward_propagation(X, self.parameters)[0]
        return A3

    def cost_with_penalty(self) -> float | None:
        """Return the cost that the reader's own function computes, where it has a part."""
        if not self.settings.lambd:
            return None
        A3 = self.probability(self.X)
        found = call("l2-cost", self.mistaken, A3, self.Y, self.parameters, self.settings.lambd)
        if isinstance(found, np.ndarray) and found.shape == ():
            found = found[()]
        if not isinstance(found, Real):
            raise Stopped(f"Your cost (exercise {NUMBERS['l2-cost']}) is no single real number.")
        if not math.isfinite(found) and math.isfinite(self.history[-1][1]):
            raise Stopped(
                f"Your cost (exercise {NUMBERS['l2-cost']}) is {found}, no finite number."
            )
        return float(found)

    def accuracies(self) -> tuple[float, float]:
        """Return the share of right answers on the training points and on new ones."""
        both = ((self.X, self.Y), (self.new_X, self.new_Y))
        train, new = (float(np.mean((self.probability(X) > 0.5) == Y)) for X, Y in both)
        return train, new

    def _step(self) -> None:
        s, X, Y = self.settings, self.X, self.Y
        if s.keep_prob < 1:
            grads = self._gradients_with_dropout()
        else:
            _, cache = forward_propagation(X, self.parameters)
            self.masks = tuple(np.ones(self.parameters[b].size) for b in ("b1", "b2"))
            if s.lambd:
                grads = call("l2-backward", self.mistaken, X, Y, cache, s.lambd)
            else:
                grads = backward_propagation(X, Y, cache)
        used = "dropout-backward" if s.keep_prob < 1 else "l2-backward"
        check_gradients(grads, self.parameters, used, self._sound)
        self._take_over(update_parameters(self.parameters, grads, s.rate))

    def _take_over(self, parameters: dict[str, Array]) -> None:
        """Go on from new weights; keep the old ones, and stop, where the new are no numbers."""
        check_growth(parameters, "try a smaller learning rate")
        self.parameters = parameters
        self.iteration += 1

    def _sound(self) -> bool:
        """Whether the given functions still find finite gradients here."""
        _, cache = forward_propagation(self.X, self.parameters)
        grads = backward_propagation(self.X, self.Y, cache)
        return all(np.isfinite(grads[f"d{name}"]).all() for name in self.parameters)

    def _gradients_with_dropout(self) -> dict[str, Array]:
        s, X, Y = self.settings, self.X, self.Y
        forward = (X, self.parameters, s.keep_prob, self.rng)
        _, cache = call("dropout-forward", self.mistaken, *forward)
        grads: dict[str, Array]
        grads = dict(call("dropout-backward", self.mistaken, X, Y, cache, s.keep_prob))
        self.masks = (np.asarray(cache[1])[:, 0], np.asarray(cache[6])[:, 0])
        if s.lambd:
            # The penalty's own part is what λ changes in the gradients of a plain pass.
            _, plain = forward_propagation(X, self.parameters)
            with_it, without = (
                call("l2-backward", self.mistaken, X, Y, plain, lambd) for lambd in (s.lambd, 0.0)
            )
            for name in ("dW1", "dW2", "dW3"):
                grads[name] = grads[name] + with_it[name] - without[name]
        return grads

    def _note(self) -> None:
        costs = []
        for X, Y in ((self.X, self.Y), (self.new_X, self.new_Y)):
            with np.errstate(all="ignore"):
                logits = forward_propagation(X, self.parameters)[1][8]
            costs.append(compute_cost_from_logits(logits, Y))
        self.history.append((self.iteration, costs[0], costs[1]))
        if len(self.history) > HISTORY:
            # Every second one is enough for the earlier part.
            self.history = [*self.history[:-50:2], *self.history[-50:]]

    def _draw_points(self) -> None:
        s, rng = self.settings, np.random.RandomState(3)
        parts: tuple[Any, ...]
        if s.shape == "field":
            parts = make_field(n_train=s.size, noise=s.noise)
        elif s.shape == "rings":
            parts = (*make_circles(s.size, rng, factor=0.6), *make_circles(200, rng, factor=0.6))
        else:
            parts = tuple(part.T for part in make_clusters(4 * (s.size // 4), 200))
        self.X, self.Y, self.new_X, self.new_Y = (np.array(part, dtype=float) for part in parts)
        if s.shape != "field":  # which has its own
            for Y in (self.Y, self.new_Y):
                flukes = rng.choice(Y.size, round(s.noise * Y.size), replace=False)
                Y[0, flukes] = 1 - Y[0, flukes]
        self.added = 0
