"""What a reader can turn, and what each setting may be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from utils.playground.starts import GIVEN

SHAPES = ("field", "rings", "bar and clouds")
LIMITS: dict[str, tuple[float, float]] = {
    "lambd": (0, 30),
    "keep_prob": (0.2, 1),
    "rate": (0.001, 3),
    "width": (1, 20),
    "noise": (0, 0.3),
    "size": (20, 400),
    "spread": (0.1, 10),
    "batch": (1, 400),
    "beta": (0, 0.99),
    "lam": (0, 1),
}
"""What each setting may be."""
RESTING: dict[str, Any] = {"lambd": 0.0, "keep_prob": 1.0, "beta": 0.0, "lam": 0.0}
"""What a setting is as long as it does nothing."""


@dataclass(frozen=True)
class Settings:
    """What the reader can turn.

    Attributes
    ----------
    lambd, keep_prob, rate : float
        Strength of the penalty, share of units that stay on, learning rate.
    width : int
        Units of the first hidden layer.
    shape : str
        Which data, a word of :data:`SHAPES`.
    noise : float
        Share of training points with the wrong label.
    size : int
        Number of training points.
    spread : float
        Factor on the first weights, where they are the given ones.
    batch : int
        Points in a mini-batch.
    beta, lam : float
        Share of the old velocity, and the penalty of the mini-batches' notebook.
    start : str
        Where weights start, a word of :data:`utils.playground.starts.STARTS`.
    """

    lambd: float = 0.0
    keep_prob: float = 1.0
    rate: float = 0.3
    width: int = 20
    shape: str = "field"
    noise: float = 0.08
    size: int = 211
    spread: float = 1.0
    batch: int = 16
    beta: float = 0.0
    lam: float = 0.0
    start: str = GIVEN
