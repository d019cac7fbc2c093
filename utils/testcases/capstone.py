"""Test cases of ``08_capstone``: trainings and a test set that are looked up, and counted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = list[float]
NETWORK = 1000
"""A network is a number here: this, and the place of the setting that it was trained with."""


def split_test_case() -> tuple[NDArray[np.int64], NDArray[np.int64], int]:
    """Return which of seven subjects each of 14 pictures shows, their order, and a number."""
    subject = np.array([3, 0, 2, 6, 1, 5, 0, 4, 3, 2, 6, 5, 4, 1])
    return subject, np.array([2, 4, 0, 6, 3, 1, 5]), 3


def search_test_case() -> tuple[Numbers, list[Numbers], int]:
    """Return three settings, what five trainings of each cost, and a budget of ten."""
    table = [
        [0.52, 0.31, 0.45, 0.28, 0.61],
        [0.41, 0.44, 0.37, 0.49, 0.24],
        [0.36, 0.97, 0.42, 0.55, 0.33],
    ]
    return [0.0, 10.0, 30.0], table, 10


def searched(
    search: Callable[..., Any], settings: Numbers, table: list[Numbers], budget: int
) -> tuple[Any, int]:
    """Let a search train by looking up costs; return what it found, and how often it trained."""
    known, trained = list(settings), []

    def train(setting: float, seed: int, /) -> float:
        costs = table[_place(setting, known, "one of the settings")]
        trained.append(setting)
        return costs[int(seed) % len(costs)]

    return search(settings, train, budget), len(trained)


def ends(low: Any, high: Any) -> dict[str, Any]:
    """Name the two ends of an interval, and the centre and half width that they have."""
    centre, half = low, high  # what is no number has no middle, and is shown as it came
    if all(isinstance(end, int | float | np.number | np.ndarray) for end in (low, high)):
        centre, half = (low + high) / 2, (high - low) / 2
    return {"low": low, "high": high, "centre": centre, "half width": half}


def report_test_case() -> tuple[Numbers, Numbers, list[int], int]:
    """Return four settings, their costs, right answers on the test set, and its size."""
    return [0.0, 10.0, 30.0, 100.0], [0.47, 0.41, 0.38, 0.44], [41, 44, 42, 39], 50


def rough_interval(right: float, m: float, /) -> tuple[float, float]:
    """Return a rough interval, which stands in for a better one."""
    return right / m - 1 / (m + 20), right / m + 1 / (m + 50)


def reported(
    final_report: Callable[..., Any],
    settings: Numbers,
    costs: Numbers,
    right: list[int],
    m: int,
    interval: Callable[[float, float], tuple[float, float]] = rough_interval,
) -> tuple[Any, int, int]:
    """Let a report train and test; return it, and how often it did the one and the other."""
    known, trained, tested = list(settings), [], []
    networks = [NETWORK + place for place in range(len(known))]

    def train(setting: float, /) -> int:
        trained.append(setting)
        return networks[_place(setting, known, "one of the settings")]

    def test(network: int, /) -> tuple[int, int]:
        tested.append(network)
        return right[_place(network, networks, "a network that came from train")], m

    report = final_report(settings, costs, train, test, interval)
    return report, len(trained), len(tested)


def _place(wanted: Any, known: list[Any], what: str) -> int:
    if not isinstance(wanted, int | float | np.number) or wanted not in known:
        raise ValueError(f"{wanted} is not {what}")
    return known.index(wanted)
