"""The numerical derivative that gradients must agree with, away from ReLU's kinks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from exercises.exercise import Complaint, Trial
from utils.networks import Array

STEP = 1e-6
"""Step of numerical derivatives."""


def far_from_kinks(*layers: Array) -> bool:
    """Whether no pre-activation is within a thousand steps of a numerical derivative from 0."""
    return all(np.abs(Z).min() > 1000 * STEP for Z in layers)


def not_finite(name: str, gradient: Array) -> Complaint | None:
    """Call a gradient nan or infinite, which says more than that it is no slope."""
    total = np.sum(np.abs(gradient))
    if np.isfinite(total):
        return None
    return Complaint(f"{name} is {'nan' if np.isnan(total) else 'infinite'} in some places")


def differs_from_slopes(
    trial: Trial, cost: Callable[[dict[str, Array]], float], parameters: dict[str, Array]
) -> Complaint | None:
    """Compare gradients with the numerical derivative of the cost that they claim to belong to.

    For each array of parameters the cost is followed in one random direction; its slope there,
    a centred difference quotient, must be the gradient's component in that direction.
    """
    for name, values in parameters.items():
        direction = trial.rng.standard_normal(values.shape)
        ahead, behind = (
            cost({**parameters, name: values + step * direction}) for step in (STEP, -STEP)
        )
        slope = (ahead - behind) / (2 * STEP)
        gradient: Any = trial.outputs.get(f"d{name}")
        if np.shape(gradient) != values.shape:
            return Complaint(f"d{name} does not have the shape of {name}, {values.shape}")
        if complaint := not_finite(f"d{name}", gradient):
            return complaint
        parts = gradient * direction
        # 1e-5 leaves room for the rounding of the quotient, and for gradients in single precision,
        # where parts of both signs nearly cancel; real mistakes are far larger.
        if not abs(np.sum(parts) - slope) <= 1e-7 + 1e-5 * np.sum(np.abs(parts)):
            return Complaint(f"d{name} is not the slope of the cost along {name}")
    return None
