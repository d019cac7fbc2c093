"""How a wrong value relates to the example's named parts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, permutations
from typing import Any

import numpy as np

from utils.facts.numbers import (
    ENOUGH,
    TOLERANCE,
    Array,
    Factors,
    Found,
    close,
    listed,
    name_of,
    offset_of,
    ratio,
    telling,
)


def of_marks(
    value: Array,
    right: Array,
    marks: Sequence[tuple[str, Any, bool]],
    factors: Factors,
) -> Found:
    """Compare with landmarks: one alone, a multiple of it, the right value with more or less."""
    yield from _of_sums(value, right, [(w, n) for w, n, summand in marks if summand])
    yield from _of_repeats(value, [(w, n) for w, n, _ in marks if not _whole(w)])
    yield from _of_some(value, right, [(w, n) for w, n, summand in marks if summand], factors)
    for words, numbers, summand in marks:
        mark = np.asarray(numbers, dtype=float)
        if mark.shape != value.shape or not telling(mark):
            continue
        if found := ratio(value, mark, factors):
            cost, name, factor = found
            if abs(factor - 1) < TOLERANCE:
                # What was computed is more than how it compares with what is right.
                yield (1, f"{words}, no more and no less") if summand else (0, words)
            elif not _whole(words):
                yield cost + 1, f"{name} times {words}"
        if _whole(words):
            continue
        apart = value - mark
        even = mark.size >= ENOUGH and np.ptp(apart) <= TOLERANCE * np.abs(mark).max()
        if even and abs(apart.mean()) > 1e-3:
            yield 3.5 if summand else 4, f"{words} plus {apart.mean():.4g}, in every entry"
        offset = value - right
        # What is left after a subtraction has fewer digits.
        coarse = np.abs(right).max() * TOLERANCE / max(np.abs(mark).max(), 1e-300)
        if coarse > 1e-3 or not (found := offset_of(offset, mark, factors, coarse, summand)):
            continue
        cost, name, factor = found
        if summand:
            count = factor + 1
            if abs(count) < 4 * coarse + TOLERANCE:
                yield 2, f"right but for {words}, which is missing"
            elif named := name_of(count, factors, coarse):
                yield 2 + named[0], f"right but for {words}: it is in there {named[1]} times"
            elif name:
                yield 2 + cost, f"right but for {words}: it is in there {count:.4g} times"
        elif name:
            sign = "less" if factor < 0 else "and"
            times = "" if abs(abs(factor) - 1) < 1e-6 else f"{name.lstrip('-')} times "
            yield 2 + cost, f"what is right {sign} {times}{words}"


def _whole(words: str) -> bool:
    """Whether a landmark is a whole wrong answer: multiples of it, and more of it, say nothing."""
    return words.startswith("what comes ")


def of_lone_marks(value: Array, right: Array, marks: Sequence[tuple[str, Any, bool]]) -> Found:
    """Compare one number with landmarks that are the same number throughout."""
    for words, numbers, _ in marks if value.size == 1 < right.size else ():
        mark = np.asarray(numbers, dtype=float)
        same = mark.size > 1 and np.ptp(mark) <= 1e-12 * np.abs(mark).max()
        if same and telling(mark) and close(value.ravel(), mark.ravel()[:1]):
            yield 1, f"{words}, one number where an array {right.shape} is wanted"


def _of_sums(value: Array, right: Array, parts: Sequence[tuple[str, Any]]) -> Found:
    """Say which two summands are missing, or which one stands in another's place."""
    for (one, x), (other, y) in combinations(parts, 2):
        x, y = np.asarray(x, float), np.asarray(y, float)
        if x.shape != value.shape or y.shape != value.shape:
            continue
        if close(value, right - x - y) and telling(value):
            yield 3.5, f"right but for {one} and {other}, which are missing"
        for missing, twice, v in ((one, other, right - x + y), (other, one, right + x - y)):
            if close(value, v):
                yield 4, f"right but for {missing}, which is missing, and {twice}, twice in there"


def _of_repeats(value: Array, parts: Sequence[tuple[str, Any]]) -> Found:
    """Say that a value is one landmark and a few times another."""
    for (one, x), (other, y) in permutations(parts, 2):
        x, y = np.asarray(x, float), np.asarray(y, float)
        if x.shape != value.shape or y.shape != value.shape or not (telling(x) and telling(y)):
            continue
        for count in (1, 2, 3, 4, 5, 6):
            if count == 1 and one < other and close(value, x + y):
                yield 3, f"{one} and {other}"
            elif count > 1 and close(value, x + count * y):
                yield 5, f"{one} and {count} times {other}"


def _of_some(
    value: Array,
    right: Array,
    parts: Sequence[tuple[str, Any]],
    factors: Factors,
) -> Found:
    """Say that a value is one of two summands and, with a factor, some pieces of the other."""
    arrays = [(words, np.asarray(x, float)) for words, x in parts]
    arrays = [(words, x) for words, x in arrays if x.shape == value.shape]
    for (base, x), (whole, y) in permutations(arrays, 2):
        pieces = [(words, z) for words, z in arrays if words not in (base, whole)]
        if len(pieces) < 2 or not close(x + y, right):
            continue
        if not close(np.asarray(sum(z for _, z in pieces)), y):
            continue
        for count in range(2, len(pieces)):
            for some in combinations(pieces, count):
                if found := ratio(value - x, np.asarray(sum(z for _, z in some)), factors):
                    cost, name, _ = found
                    times = f"{name} times " if name else ""
                    if cost <= 1:
                        yield (
                            3.2 + cost / 10,
                            f"{base} and {times}{listed([words for words, _ in some])}",
                        )
