"""Trainings over λ, keep_prob and kinds of mask, for the lesson ``02_regularization``.

``python -m exercises gallery regularization`` trains some 500 networks in a few minutes and writes
what the lesson shows of them to ``utils/gallery/regularization.h5``. Networks of one setting are
trained together, as stacks of arrays; a test compares that with the references, step by step.

Two builds on one machine give equal bytes. Another processor or BLAS library adds up in another
order; over 30,000 steps of a network without a penalty, that may move single points of accuracy.
The lesson states medians over 30 repetitions, which single trainings hardly move.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import h5py
import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit

from exercises.gallery import writing
from exercises.gallery.writing import new_store, run_jobs
from utils.data import FIELD_SEED, make_field
from utils.networks import Array, initialize_parameters, logit_losses
from utils.stacks import costs, layer_outputs

FORMAT = 1
LAYERS = (2, 20, 3, 1)
SPLITS = ("train", "validation", "test")
Masks = tuple[Array | None, Array | None]
CHUNK = 11
"""Networks in one stack: their arrays still fit into a core's cache."""


@dataclass(frozen=True)
class Regularization:
    """How a network is kept from overfitting: by nothing, a penalty, or masks."""

    lambd: float = 0.0
    keep_prob: float = 1.0
    fixed_mask: bool = False


@dataclass(frozen=True)
class Start:
    """All that is random about one training: the seeds of its field, weights and masks."""

    field: int
    weights: int
    masks: int


SHOWCASE = Start(FIELD_SEED, 3, 1)
"""The training of the graded notebook: its maps and weights are those that a student sees there."""


@dataclass(frozen=True)
class Experiment:
    """What is trained for the gallery; its file carries a hash of it, so that it is not stale."""

    lambdas: tuple[float, ...] = (0, 0.01, 0.03, 0.1, 0.3, 0.7, 1.5, 3, 10, 30)
    keep_probs: tuple[float, ...] = (1, 0.95, 0.86, 0.7, 0.5, 0.3)
    lambd: float = 0.7
    keep_prob: float = 0.86
    repetitions: int = 30
    first_seed: int = 100
    iterations: int = 30_000
    learning_rate: float = 0.3
    every: int = 1000
    resolution: int = 100

    @property
    def starts(self) -> list[Start]:
        """Return the showcase and the repetitions: each with another field, weights and masks."""
        seeds = range(self.first_seed, self.first_seed + self.repetitions)
        return [SHOWCASE, *(Start(seed, seed, seed + 5000) for seed in seeds)]

    @property
    def sweeps(self) -> dict[str, dict[str, Regularization]]:
        """Return the settings of each sweep by their labels."""
        methods = {
            "plain": Regularization(),
            "L2": Regularization(lambd=self.lambd),
            "one fixed mask": Regularization(keep_prob=self.keep_prob, fixed_mask=True),
            "fresh masks": Regularization(keep_prob=self.keep_prob),
        }
        return {
            "lambda": {f"{v:g}": Regularization(lambd=v) for v in self.lambdas},
            "keep_prob": {f"{v:g}": Regularization(keep_prob=v) for v in self.keep_probs},
            "methods": methods,
        }

    @property
    def hash(self) -> str:
        """Hash the settings and the showcase's field."""
        text = json.dumps([FORMAT, LAYERS, asdict(self), asdict(SHOWCASE)])
        field = b"".join(np.ascontiguousarray(part).tobytes() for part in make_field())
        return hashlib.sha256(text.encode() + field).hexdigest()[:16]


QUICK = Experiment((0, 0.7, 10), (1, 0.86), repetitions=2, iterations=200, every=100)


class StackedTraining:
    """Networks of equal shape that are trained at once: every array has one more axis in front."""

    def __init__(self, kind: Regularization, starts: list[Start], kicks: int = 211) -> None:
        self.kind = kind
        rngs = (np.random.RandomState(start.weights) for start in starts)
        drawn = [initialize_parameters(LAYERS, rng) for rng in rngs]
        self.parameters = {name: np.stack([one[name] for one in drawn]) for name in drawn[0]}
        fields = [make_field(start.field, kicks) for start in starts]
        # Validation kicks are drawn like the test kicks, from a field that is in no other use.
        validation = [make_field(start.field + 1000)[2:] for start in starts]
        parts = ([field[:2] for field in fields], validation, [field[2:] for field in fields])
        self.data: dict[str, tuple[Array, Array]] = {}
        for split, pairs in zip(SPLITS, parts, strict=True):
            X, Y = (np.stack(arrays) for arrays in zip(*pairs, strict=True))
            self.data[split] = X, Y.astype(float)
        self.rngs = [np.random.RandomState(start.masks) for start in starts]
        self._masks: Masks = (None, None)

    def logits(self, X: Array) -> Array:
        """Return the whole networks' outputs before the sigmoid, with all units on."""
        return layer_outputs(self.parameters, X)[-1]

    def step(self, learning_rate: float) -> Array:
        """Take one step of gradient descent; return the logits before it, as training sees them."""
        X, Y = self.data["train"]
        m, p = X.shape[2], self.parameters
        masks = self._draw_masks(m)
        A1, A2, Z3 = self._forward(X, masks)
        dZ3 = (expit(Z3) - Y) / m
        # A unit that is active was not masked, and was scaled.
        dZ2 = p["W3"].transpose(0, 2, 1) * dZ3
        dZ2 *= (A2 > 0) / self.kind.keep_prob
        dZ1 = np.matmul(p["W2"].transpose(0, 2, 1), dZ2)
        dZ1 *= (A1 > 0) / self.kind.keep_prob
        new = {}
        for layer, below, dZ in (("1", X, dZ1), ("2", A1, dZ2), ("3", A2, dZ3)):
            W, b = p[f"W{layer}"], p[f"b{layer}"]
            slope = np.matmul(dZ, below.transpose(0, 2, 1)) + self.kind.lambd / m * W
            new[f"W{layer}"] = W - learning_rate * slope
            new[f"b{layer}"] = b - learning_rate * dZ.sum(axis=2, keepdims=True)
        self.parameters = new
        return Z3

    def _forward(self, X: Array, masks: Masks) -> tuple[Array, ...]:
        p, A = self.parameters, X
        active = []
        for layer, mask in zip("12", masks, strict=True):
            A = np.matmul(p[f"W{layer}"], A)
            A += p[f"b{layer}"]
            np.maximum(A, 0, out=A)
            if mask is not None:  # where every unit stays on
                A *= mask
            active.append(A)
        return *active, np.matmul(p["W3"], A) + p["b3"]

    def _draw_masks(self, m: int) -> Masks:
        """Draw scaled masks for each network from its own generator, or return the fixed ones."""
        keep_prob = self.kind.keep_prob
        if keep_prob < 1 and not (self.kind.fixed_mask and self._masks[0] is not None):
            drawn = [[rng.random((n, m)) < keep_prob for n in LAYERS[1:3]] for rng in self.rngs]
            first, second = (np.stack(layer) / keep_prob for layer in zip(*drawn, strict=True))
            self._masks = first, second
        return self._masks


def train(kind: Regularization, starts: list[Start], experiment: Experiment) -> dict[str, Array]:
    """Train a network from each start and measure what the lessons show of it."""
    stack = StackedTraining(kind, starts)
    curves: dict[str, list[Array]] = {"seen": [], "train": [], "test": []}
    for i in range(experiment.iterations + 1):
        if i % experiment.every == 0:
            for split in ("train", "test"):
                X, Y = stack.data[split]
                curves[split].append(costs(stack.logits(X), Y))
        # The last round only looks: its step is taken on parameters that nobody keeps.
        final = stack.parameters
        Z = stack.step(experiment.learning_rate)
        if i % experiment.every == 0:
            curves["seen"].append(costs(Z, stack.data["train"][1]))
    stack.parameters = final
    measured = {f"curve_{name}": np.stack(values, axis=1) for name, values in curves.items()}
    for split, (X, Y) in stack.data.items():
        Z = stack.logits(X)
        measured[f"{split}_accuracy"] = ((Z > 0) == Y).mean(axis=(1, 2))
        measured[f"{split}_cost"] = costs(Z, Y)
    weights = [stack.parameters[f"W{layer}"].reshape(len(starts), -1) for layer in (1, 2, 3)]
    measured["weights"] = np.concatenate(weights, axis=1)
    measured["sum_of_squares"] = (measured["weights"] ** 2).sum(axis=1)
    grid = np.stack([part.ravel() for part in np.meshgrid(*axes(experiment.resolution))])
    probability = expit(stack.logits(np.broadcast_to(grid, (len(starts), *grid.shape))))
    measured["map"] = np.round(255 * probability).reshape(-1, *[experiment.resolution] * 2)
    return measured


def axes(resolution: int) -> list[Array]:
    """Return the map's coordinates across and along the field."""
    X, *_ = make_field()
    return [np.linspace(row.min() - 0.08, row.max() + 0.08, resolution) for row in X]


def straight_line(start: Start) -> list[float]:
    """Fit the best straight boundary, and return its accuracy on the training and test kicks."""
    X, Y, test_X, test_Y = make_field(start.field)

    def cost(w: Array) -> tuple[float, Array]:
        Z = w[:2] @ X + w[2]
        error = (expit(Z) - Y[0]) / Z.size
        return np.mean(logit_losses(Z, Y[0])), np.append(X @ error, error.sum())

    w = minimize(cost, np.zeros(3), jac=True).x
    pairs = ((X, Y), (test_X, test_Y))
    return [float(np.mean((w[:2] @ x + w[2] > 0) == y[0])) for x, y in pairs]


def train_all(experiment: Experiment, workers: int) -> dict[Regularization, dict[str, Array]]:
    """Train every setting of every sweep once, from every start, with a progress bar."""
    starts = experiment.starts
    kinds = {kind for sweep in experiment.sweeps.values() for kind in sweep.values()}
    chunks = [starts[i : i + CHUNK] for i in range(0, len(starts), CHUNK)]
    # Dropout takes longest: it goes first, so that no worker is left alone with it at the end.
    jobs = [(kind, chunk) for kind in sorted(kinds, key=lambda k: k.keep_prob) for chunk in chunks]
    parts = run_jobs(train, [(*job, experiment) for job in jobs], workers)
    found = {}
    for kind in kinds:
        pieces = [parts[jobs.index((kind, chunk))] for chunk in chunks]
        found[kind] = {name: np.concatenate([p[name] for p in pieces]) for name in pieces[0]}
    return found


def write(file: Path, quick: bool = False, workers: int = 1) -> Path:
    """Train the networks and write the gallery's file; ``quick`` trains few, for a moment only."""
    experiment = QUICK if quick else Experiment()
    trained = train_all(experiment, workers)
    with new_store(file, FORMAT, experiment, experiment.hash) as store:
        for name, values in zip(("x1", "x2"), axes(experiment.resolution), strict=True):
            _write(store, name, values)
        _write(store, "line_accuracy", [straight_line(start) for start in experiment.starts])
        for name, sweep in experiment.sweeps.items():
            group = store.create_group(name)
            group.attrs["labels"] = list(sweep)
            for measure in next(iter(trained.values())):
                values = np.stack([trained[kind][measure] for kind in sweep.values()])
                _write(group, f"showcase/{measure}", values[:, 0])
                # The repetitions' maps are drawn small, as bundles of lines: every second point
                # of the grid is enough. Their weights are not drawn.
                if measure != "weights":
                    sparse = values[:, 1:, ::2, ::2] if measure == "map" else values[:, 1:]
                    _write(group, f"repetitions/{measure}", sparse)
    return file


def _write(group: h5py.Group, name: str, values: NDArray[Any] | list[Any]) -> None:
    kind = {"map": np.uint8, "weights": np.float16}.get(name.rpartition("/")[2], np.float32)
    writing.write(group, name, values, kind)
