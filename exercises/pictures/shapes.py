"""Shapes by their signed distance, painted with soft edges onto a 64 by 64 canvas.

Only sums, products, quotients, square roots, minima and maxima are used, which every machine
rounds alike, and no sum over an array, whose order may differ: the same seed is the same picture,
bit by bit, everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

T = TypeVar("T")
Array = NDArray[np.float64]
Point = tuple[float, float]
Colour = Sequence[float]

SIZE = 64
BLACK, WHITE = (0.04, 0.04, 0.05), (0.97, 0.97, 0.95)


class Dice:
    """Random choices for one picture."""

    def __init__(self, rng: np.random.Generator) -> None:
        self.rng = rng

    def between(self, low: float, high: float) -> float:
        """Return a number between two others."""
        return low + (high - low) * self.rng.random()

    def chance(self, probability: float) -> bool:
        """Say yes with this probability."""
        return bool(self.rng.random() < probability)

    def pick(self, options: Sequence[T]) -> T:
        """Return one of several things."""
        return options[int(self.rng.random() * len(options))]

    def colour(self, low: float, high: float) -> Colour:
        """Return a colour whose three parts lie between two limits."""
        return tuple(self.between(low, high) for _ in range(3))


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """Return ``one`` with a share of ``other`` in it."""
    return tuple(a + (b - a) * share for a, b in zip(one, other, strict=True))


def shade(colour: Colour, factor: float) -> Colour:
    """Return a darker (below 1) or lighter (above 1) colour."""
    return tuple(min(1.0, part * factor) for part in colour)


def brightness(colour: Colour) -> float:
    """Return how bright a colour looks, from 0 to 1."""
    return 0.3 * colour[0] + 0.59 * colour[1] + 0.11 * colour[2]


class Canvas:
    """A picture in the making, with a frame in which shapes are placed.

    Parameters
    ----------
    centre : (float, float)
        Where the frame's origin is, in pixels from the upper left corner.
    scale : float
        Pixels per unit of the frame.
    lean : float
        How far the frame leans over: the tangent of half its angle.
    """

    def __init__(self, centre: Point, scale: float, lean: float = 0.0) -> None:
        self.pixels = np.zeros((SIZE, SIZE, 3))
        steps = np.arange(SIZE) + 0.5
        self.column, self.row = np.meshgrid(steps, steps)
        x, y = (self.column - centre[0]) / scale, (self.row - centre[1]) / scale
        # Rotation without sine and cosine, which differ from machine to machine.
        c, s = (1 - lean * lean) / (1 + lean * lean), 2 * lean / (1 + lean * lean)
        self.x, self.y = c * x + s * y, c * y - s * x
        self.scale = scale

    def paint(self, distance: Array, colour: Colour, opacity: float = 1.0) -> None:
        """Cover where the signed distance, in the frame's units, is negative."""
        cover = opacity * np.clip(0.5 - distance * self.scale, 0, 1)[..., np.newaxis]
        self.pixels += cover * (np.array(colour) - self.pixels)

    def ellipse(self, centre: Point, rx: float, ry: float, lean: float = 0.0) -> Array:
        """Return the distance to an ellipse, to first order."""
        x, y = self.x - centre[0], self.y - centre[1]
        if lean:
            c, s = (1 - lean * lean) / (1 + lean * lean), 2 * lean / (1 + lean * lean)
            x, y = c * x + s * y, c * y - s * x
        inside = np.sqrt((x / rx) * (x / rx) + (y / ry) * (y / ry))
        slope = np.sqrt((x / rx / rx) * (x / rx / rx) + (y / ry / ry) * (y / ry / ry))
        return np.where(
            slope > 0, inside * (inside - 1) / np.where(slope > 0, slope, 1), -min(rx, ry)
        )

    def box(self, centre: Point, half_x: float, half_y: float, corner: float = 0.0) -> Array:
        """Return the distance to a box with round corners."""
        dx = np.abs(self.x - centre[0]) - half_x + corner
        dy = np.abs(self.y - centre[1]) - half_y + corner
        outside_x, outside_y = np.maximum(dx, 0), np.maximum(dy, 0)
        outside = np.sqrt(outside_x * outside_x + outside_y * outside_y)
        distance: Array = outside + np.minimum(np.maximum(dx, dy), 0) - corner
        return distance

    def line(self, start: Point, end: Point, width: float) -> Array:
        """Return the distance to a line with round ends."""
        return self._to_segment(start, end) - width / 2

    def polygon(self, *corners: Point) -> Array:
        """Return the distance to a polygon."""
        inside = np.zeros(self.x.shape, dtype=bool)
        distance = np.full(self.x.shape, np.inf)
        for (ax, ay), (bx, by) in zip(corners, (*corners[1:], corners[0]), strict=True):
            distance = np.minimum(distance, self._to_segment((ax, ay), (bx, by)))
            if ay != by:
                crosses = (self.y < ay) != (self.y < by)
                inside ^= crosses & (self.x < ax + (self.y - ay) * ((bx - ax) / (by - ay)))
        return np.where(inside, -distance, distance)

    def _to_segment(self, start: Point, end: Point) -> Array:
        (ax, ay), (bx, by) = start, end
        dx, dy = bx - ax, by - ay
        along = ((self.x - ax) * dx + (self.y - ay) * dy) / (dx * dx + dy * dy)
        along = np.clip(along, 0, 1)
        x, y = self.x - ax - along * dx, self.y - ay - along * dy
        distance: Array = np.sqrt(x * x + y * y)
        return distance
