"""The same networks in PyTorch and scikit-learn, where these are installed."""

from __future__ import annotations

import copy
import warnings
from collections.abc import Callable
from typing import Any

from benchmarks.races import Contender
from utils.networks import Array


def others(
    start: dict[str, Array],
    X: Array,
    Y: Array,
    rate: float,
    iterations: int,
    lambd: float = 0.0,
    keep_prob: float = 1.0,
) -> list[Contender]:
    """Return what the installed libraries would do for the same training."""
    found = []
    if network := torch_network(start, keep_prob):
        found.append(Contender("PyTorch", lambda: network.train(X, Y, rate, iterations, lambd)))
    if keep_prob == 1 and (work := sklearn_training(start, X, Y, rate, iterations, lambd)):
        found.append(Contender("scikit-learn", work))
    return found


class TorchNetwork:
    """The same network in PyTorch: double precision, plain gradient descent, eager, one thread."""

    def __init__(self, torch: Any, start: dict[str, Array], keep_prob: float) -> None:
        self.torch = torch
        torch.set_num_threads(1)
        layers: list[Any] = []
        depth = len(start) // 2
        for number in range(1, depth + 1):
            W, b = (torch.tensor(start[f"{kind}{number}"]) for kind in "Wb")
            linear = torch.nn.Linear(W.shape[1], W.shape[0], dtype=torch.float64)
            with torch.no_grad():
                linear.weight.copy_(W)
                linear.bias.copy_(b[:, 0])
            layers.append(linear)
            if number < depth:
                layers.append(torch.nn.ReLU())
                if keep_prob < 1:
                    layers.append(torch.nn.Dropout(1 - keep_prob))
        self.network = torch.nn.Sequential(*layers)
        self.start = copy.deepcopy(self.network.state_dict())
        self.masked = keep_prob < 1

    def train(self, X: Array, Y: Array, rate: float, iterations: int, lambd: float) -> float:
        """Train from the start; return the last of the costs at every 1,000th step.

        With dropout it is NaN: PyTorch draws masks of its own, so the costs are not to be compared.
        """
        torch, m = self.torch, X.shape[1]
        self.network.load_state_dict(self.start)
        inputs, labels = torch.tensor(X.T.copy()), torch.tensor(Y.T.astype(float))
        named = dict(self.network.named_parameters())
        groups = [
            {"params": [p for n, p in named.items() if n.endswith(kind)], "weight_decay": decay}
            for kind, decay in (("weight", lambd / m), ("bias", 0.0))
        ]
        optimizer, loss = torch.optim.SGD(groups, lr=rate), torch.nn.BCEWithLogitsLoss()
        last = float("nan")
        for i in range(iterations):
            optimizer.zero_grad()
            now = loss(self.network(inputs), labels)
            if i % 1000 == 0:
                weights = sum(
                    float((p.detach() ** 2).sum()) for n, p in named.items() if n.endswith("weight")
                )
                last = float(now.detach()) + lambd / (2 * m) * weights
            now.backward()
            optimizer.step()
        return float("nan") if self.masked else last

    def map_of(self, grid: Array) -> float:
        """Predict for all points in one call; return NaN.

        Others count the points of some rows alone, so there is nothing to compare.
        """
        with self.torch.no_grad():
            (self.network(self.torch.tensor(grid.T)) > 0).sum()
        return float("nan")


def torch_network(start: dict[str, Array], keep_prob: float = 1.0) -> TorchNetwork | None:
    """Return the network in PyTorch, or None where PyTorch is not installed."""
    try:
        import torch
    except ImportError:
        return None
    return TorchNetwork(torch, start, keep_prob)


def sklearn_training(
    start: dict[str, Array], X: Array, Y: Array, rate: float, iterations: int, lambd: float
) -> Callable[[], float] | None:
    """Return a training of scikit-learn's network, or None where it is not installed.

    It draws weights of its own: the work is the same, the costs are not.
    """
    try:
        from sklearn.neural_network import MLPClassifier
    except ImportError:
        return None
    hidden = [len(start[f"b{number}"]) for number in range(1, len(start) // 2)]

    def work() -> float:
        network = MLPClassifier(
            hidden, solver="sgd", alpha=lambd, batch_size=X.shape[1], learning_rate_init=rate,
            max_iter=iterations, shuffle=False, random_state=3, tol=0.0, momentum=0.0,
            n_iter_no_change=iterations + 1, nesterovs_momentum=False,
        )  # fmt: skip
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            network.fit(X.T, Y[0])
        return float("nan")

    return work
