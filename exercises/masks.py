"""Random masks in a student's answer."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from exercises.exercise import Trial, call
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
