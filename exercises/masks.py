"""Random masks in a student's answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from exercises.exercise import Complaint, Trial, call
from utils.compare import same

BITS = 40
"""A mask that nobody meets by chance holds as much information."""


def are_drawn_as_by_the_reference(trial: Trial, names: Sequence[str]) -> bool:
    """Whether masks are the very ones that the reference draws from this trial's ``rng``.

    Then they need no further look: a wrong share, a seed of the function's own or another
    generator would show. False where so few units are dropped that it may be chance.
    """
    drawn = trial.exercise.outputs(call(trial.exercise.reference, trial.case))
    if not all(same(trial.outputs[name], drawn[name]) for name in names):
        return False
    share = np.clip(trial.case["keep_prob"], 1e-9, 1 - 1e-9)
    bits = -(share * np.log2(share) + (1 - share) * np.log2(1 - share))
    return bool(bits * sum(np.size(drawn[name]) for name in names) > BITS)


def unfair(mask: Any, name: str, share: float, called: str, one_for_all: str) -> Complaint | None:
    """Say what is wrong with a large mask: how many units it keeps, or for which examples.

    Parameters
    ----------
    mask : array, shape (n, m)
        Examples in columns; 0 where a unit is off.
    name : str
        What the mask is called.
    share : float
        How large a part of the units should stay on.
    called : str
        What that share is called.
    one_for_all : str
        The misconception that one draw serves all examples.
    """
    on = np.asarray(mask, dtype=float) != 0
    kept = on.mean()
    # Seven standard deviations: a right mask fails less often than once in 10^11 tests.
    slack = 7 * np.sqrt(share * (1 - share) / on.size)
    if abs(kept - (1 - share)) <= slack < abs(kept - share):
        return Complaint(f"{name} keeps about {kept:.0%} of the units, 1 - {called} of them")
    if abs(kept - share) > slack:
        return Complaint(f"{name} keeps {kept:.1%} of the units, not {called} of them")
    if on.ndim == 2 and (on == on[:, :1]).all():
        return Complaint(f"{name} switches off the same units for all examples", one_for_all)
    if on.ndim == 2 and (on == on[:1]).all():
        return Complaint(f"{name} switches off all units of an example alike")
    return None
