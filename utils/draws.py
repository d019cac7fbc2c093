"""Random masks that are fair, but not the ones that a check expects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

FAR = 4
"""Standard deviations from which on a mask is not called fair."""


def other_draws(
    masks: Sequence[str], got: Mapping[str, Any], expected: Mapping[str, Any]
) -> str | None:
    """Say that masks switch on as many units as they should, but other ones.

    Parameters
    ----------
    masks : sequence of str
        Which of the parts are random masks.
    got, expected : mapping of str to value
        The parts of the answer, and the expected ones.

    Returns
    -------
    str or None
        One line; None if all masks are the expected ones, or one of them has another shape, other
        values, or far more or fewer units on: the line gives a reason and decides nothing.
    """
    others, on, size, more, fewer = [], 0, 0, 0, 0
    for name in masks:
        right = np.asarray(expected[name], dtype=float)
        try:
            mask = np.asarray(got.get(name), dtype=float)
        except (TypeError, ValueError):
            return None
        if (
            mask.shape != right.shape
            or not np.isin(np.round(mask - right.max(), 9), (0, -right.max())).all()
        ):
            return None
        kept, wanted = mask != 0, right != 0
        if not np.array_equal(kept, wanted):
            others.append(name)
        share, n = (kept.mean() + wanted.mean()) / 2, mask.size
        # One mask that is not fair is not hidden by another one that is.
        if abs(kept.sum() - wanted.sum()) > FAR * np.sqrt(2 * share * (1 - share) * n):
            return None
        if np.array_equal(kept, ~wanted):
            return None
        on, size = on + kept.sum(), size + n
        more += (kept & ~wanted).sum()
        fewer += (wanted & ~kept).sum()
    if not others:
        return None
    if max(more, fewer) > 3 and not min(more, fewer):
        odd = "on that should be off" if more else "off that should be on"
        return (
            f"{' and '.join(others)}: {max(more, fewer)} units are {odd}, and none the other way"
            " round: what are the random numbers compared with?"
        )
    return (
        f"{' and '.join(others)}: about as many units are on as should be ({on} of {size}), but "
        "not those of `rng.random(shape) < share`, drawn layer by layer; the graded check also "
        "takes other fair draws from rng"
    )
