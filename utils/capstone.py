"""The given parts of the capstone: pictures that were taken twice."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from utils.check import wrapped
from utils.networks import Array, Parameters, Rng
from utils.picture_training import columns, copy_of, logits, small

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


class SealBroken(AssertionError):
    """A second network asks the test set, which is shown as one message without frames."""

    def __init__(self) -> None:
        super().__init__(
            "The test set has judged another network.\n"
            "  What you choose now, it has helped to choose, so no number\n"
            "  comes out. The first report stands. If the study itself had\n"
            "  a mistake, mend it, restart the kernel and run all cells."
        )

    def _render_traceback_(self) -> list[str]:
        return wrapped(str(self)).split("\n")


class SealedTestSet:
    """Test pictures that judge one network, and no other after it.

    Attributes
    ----------
    X, Y : (768, m) and (1, m) arrays
        Pictures and labels.
    judged : dict or None
        The network that was judged.
    """

    def __init__(self, X: Array, Y: Array) -> None:
        self.X, self.Y = X, Y
        self.judged: Parameters | None = None

    def __call__(self, network: Parameters, /) -> tuple[int, int]:
        """Return how many answers of a network are right, and of how many.

        Raises
        ------
        SealBroken
            If another network was judged before. The same one has the same answers.
        """
        if self.judged is None:
            self.judged = copy_of(network)
        elif any(not np.array_equal(network[name], self.judged[name]) for name in self.judged):
            raise SealBroken
        return int(np.sum((logits(network, self.X) > 0) == self.Y)), self.Y.size
