"""Random masks that are fair, but not the ones that a check expects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np


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
        values, or far more or fewer units on. "Far" is four standard deviations: the line gives a
        reason and decides nothing.
    """
    others, on, wanted, size, more, fewer = [], 0, 0, 0, 0, 0
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
        if not np.array_equal(mask != 0, right != 0):
            others.append(name)
        on, wanted, size = on + (mask != 0).sum(), wanted + (right != 0).sum(), size + mask.size
        more += ((mask != 0) & (right == 0)).sum()
        fewer += ((mask == 0) & (right != 0)).sum()
    share = wanted / max(size, 1)
    if not others or abs(on - wanted) > 4 * np.sqrt(2 * share * (1 - share) * size):
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
