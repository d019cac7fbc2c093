"""The given parts of the capstone: pictures that were taken twice."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from utils.networks import Array, Rng
from utils.picture_training import columns, small

LIGHT, GRAIN = 0.2, 0.05
"""By how much the light differs between two shots, and the standard deviation of their grain."""


def take_twice(pictures: ArrayLike, rng: Rng) -> tuple[Array, NDArray[np.int64]]:
    """Take two shots of each picture, in another light and with another grain, and shuffle them.

    Parameters
    ----------
    pictures : (n, 64, 64, 3) array
        One picture of each subject, 0 to 255.
    rng : Generator or RandomState
        Source of light, grain and order.

    Returns
    -------
    shots : (2n, 16, 16, 3) array
        Numbers from 0 to 1.
    subject : (2n,) array of int
        Which picture each shot is of.
    """
    subject = rng.permutation(np.tile(np.arange(len(np.asarray(pictures))), 2))
    return shots_of(small(pictures)[subject], rng), subject


def shots_of(pictures: Array, rng: Rng) -> Array:
    """Take one shot of each small picture, in a light and with a grain of its own."""
    light = 1 + LIGHT * (2 * rng.random((len(pictures), 1, 1, 1)) - 1)
    return np.clip(light * pictures + GRAIN * rng.standard_normal(pictures.shape), 0, 1)


def features(shots: Array) -> Array:
    """Put shots into columns, about 0 and of about one size: (768, m).

    The two numbers are fixed beforehand, so that nothing is learnt from any picture.
    """
    return (columns(shots) - 0.5) / 0.25
