"""How close two arrays are, and which named factor lies between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

import numpy as np

Array = np.ndarray
Factors = Mapping[float, tuple[int, str]]
"""The cost and the name of each factor that means something."""
Found = Iterator[tuple[float, str]]
"""True predicates, each with its cost: the simplest one is said."""
TOLERANCE = 2e-6
"""Relative; expected numbers are printed with eight digits."""
ENOUGH = 3
"""Numbers other than 0 that an array must have before a factor without a name is believed."""


def listed(names: Sequence[str]) -> str:
    """Return names as a sentence lists them."""
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} and {names[-1]}"


def named_factors(constants: Mapping[str, float]) -> dict[float, tuple[int, str]]:
    """Give each factor that means something its cost and how it is said."""
    named = {"2": 2.0, "1/2": 0.5, "4": 4.0, "1/4": 0.25, **constants}
    named = {n: v for n, v in named.items() if np.isfinite(v) and v and abs(abs(v) - 1) > 1e-9}
    ways: list[tuple[int, str, float]] = [(0, name, value) for name, value in named.items()]
    unlikely = ("4", "1/4", *(name for name in named if name.startswith("m/")))
    simple = [(name, value) for name, value in named.items() if name not in unlikely]
    for (one, x), (other, y) in combinations(simple, 2):
        if abs(abs(x * y) - 1) > 1e-9:
            ways.append((1, f"{one} · {other}", x * y))
    ways += [(0, f"{name}²", value**2) for name, value in constants.items() if value]
    factors: dict[float, tuple[int, str]] = {}
    for cost, name, value in sorted(ways, key=lambda way: way[0]):
        for signed, sign in ((value, ""), (-value, "-")):
            key = float(f"{signed:.6g}")
            known = factors.get(key)
            if known is None:
                factors[key] = cost + bool(sign), sign + name
            elif known[0] == cost + bool(sign) and known[1] != f"{key:g}":
                factors[key] = known[0], f"{key:g}"  # two names for one number: say the number
    factors[-1.0] = (0, "-1")
    return factors


def close(value: Array, target: Array) -> bool:
    """Whether two arrays of one shape are the same numbers, to the digits that are printed."""
    if value.shape != target.shape or not np.isfinite(target).all():
        return False
    scale = np.abs(target).max(initial=0)
    return bool(np.all(np.abs(value - target) <= TOLERANCE * np.abs(target) + 1e-8 * min(scale, 1)))


def telling(value: Array) -> bool:
    """Whether agreement with a value says anything."""
    return bool(np.isfinite(value).all() and np.abs(value).max(initial=0) > 1e-7)


def particular(value: Array) -> bool:
    """Whether a value is hardly met by chance: three numbers, or one that is no simple fraction."""
    simple = np.abs(value * 12 - np.round(value * 12)) < 1e-6
    return np.unique(value).size >= ENOUGH or not simple.all()


def ratio(value: Array, target: Array, factors: Mapping[float, tuple[int, str]]) -> Any:
    """Return cost and name of the factor between two arrays, or None."""
    on = np.abs(target) > 1e-7 * np.abs(target).max(initial=1e-300)
    if not on.any() or not telling(value):
        return None
    largest = np.unravel_index(np.argmax(np.abs(target)), target.shape)
    factor = float(value[largest] / target[largest])
    if not np.isfinite(factor) or not close(value, factor * target):
        return None
    if abs(factor - 1) < TOLERANCE:
        return (0, "", factor)
    for known, (cost, name) in factors.items():
        if abs(factor - known) <= 4 * TOLERANCE * abs(known):
            return (cost + 1, name, factor)
    if on.sum() >= ENOUGH:
        return (4, f"{factor:.4g}", factor)
    return None


def offset_of(
    offset: Array,
    mark: Array,
    factors: Mapping[float, tuple[int, str]],
    coarse: float,
    summand: bool,
) -> Any:
    """Return cost, name and size of the factor between what is too much and a landmark, or None.

    A factor without a name is believed of a summand: of others, chance can make such.
    """
    largest = np.unravel_index(np.argmax(np.abs(mark)), mark.shape)
    factor = float(offset[largest] / mark[largest])
    slack = (TOLERANCE * abs(factor) + 2 * coarse) * np.abs(mark).max()
    if not np.isfinite(factor) or abs(factor) <= 10 * coarse:
        return None
    if not np.all(np.abs(offset - factor * mark) <= slack):
        return None
    if abs(abs(factor) - 1) <= 4 * coarse + TOLERANCE:
        return 0, "1", factor
    named = name_of(factor, factors, coarse)
    if named is None and summand and coarse < 1e-4 and np.unique(mark).size >= ENOUGH:
        named = 3, f"{factor:.4g}"
    return (named[0], named[1], factor) if named else (9, "", factor)


def name_of(
    number: float, factors: Mapping[float, tuple[int, str]], coarse: float
) -> tuple[int, str] | None:
    """Name a coefficient that was measured with a coarse ruler."""
    if abs(number + 1) <= 4 * coarse + TOLERANCE:
        return 0, "-1"
    fits = [
        (cost, name)
        for known, (cost, name) in factors.items()
        if abs(number - known) <= (4 * TOLERANCE + 4 * coarse) * max(abs(known), 1)
    ]
    fits.sort()
    if fits and (len(fits) == 1 or fits[0][0] < fits[1][0]):
        return fits[0]
    return None
