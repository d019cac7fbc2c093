"""How a wrong value relates to the right one, and to the other parts of the answer."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from utils.facts.numbers import (
    ENOUGH,
    TOLERANCE,
    Array,
    Factors,
    Found,
    close,
    listed,
    particular,
    ratio,
    telling,
)


def of_another_shape(value: Array, right: Array) -> Found:
    """Say how a value of another shape relates to the right one."""
    if value.ndim == 0:
        yield 6, "one number, where an array is wanted"
    if close(value.T, right) and telling(value):
        yield 0, "lying on its side: the right numbers, transposed"
    elif value.size == right.size and close(value.ravel(), right.ravel()):
        yield 1, f"right but for its shape: {right.shape} is wanted"
    elif not telling(value):
        return
    elif found := _missing(value.ravel(), right.ravel()):
        yield 1, found
    elif value.size > 1 and right.ndim == 0:
        for word, number in (("sum", value.sum()), ("mean", value.mean())):
            if close(number, right):
                yield 1, f"an array whose {word} is the right number"
    else:
        for axis in range(value.ndim):
            for word, total in (("sum", value.sum(axis)), ("mean", value.mean(axis))):
                if close(total.ravel(), right.ravel()):
                    yield 1, f"an array whose {word} along axis {axis} is right"
        for axis in range(right.ndim):
            for word, total in (("sum", right.sum(axis)), ("mean", right.mean(axis))):
                if right.shape[axis] > 1 and close(value.ravel(), total.ravel()):
                    yield 2, f"the {word} of the right one along axis {axis}"


def _missing(value: Array, right: Array) -> str | None:
    """Say that some of the right numbers are missing, if the others are there in their order."""
    lost = right.size - value.size
    if lost <= 0 or value.size < ENOUGH:
        return None
    numbers = "number is" if lost == 1 else f"{lost} numbers are"
    if close(value, right[: value.size]):
        return f"right as far as it goes: the last {numbers} missing"
    if close(value, right[lost:]):
        return f"right but for its beginning: the first {numbers} missing"
    rest = iter(right)
    if all(any(np.isclose(x, y, rtol=1e-6, atol=0) for y in rest) for x in value):
        return f"made of right numbers in the right order, but {numbers} missing".replace(
            "but number is", "but one number is"
        )
    return None


def of_itself(value: Array, right: Array, factors: Factors) -> Found:
    """Say how a value of the right shape relates to the right one."""
    if np.isnan(value).all():
        yield 0, "nan throughout" if value.size > 1 else "nan"
    if not np.isfinite(value).all():
        yield from _infinite(value, right)
        return
    if value.size > 1 and np.ptp(value) == 0:
        yield 0, f"{value.flat[0]:.6g} throughout"
        return
    if mask := [*_of_masks(value, right)]:
        yield from mask
        return
    if not telling(right):
        return
    if found := ratio(value, right, factors):
        cost, name, factor = found
        if not name:
            yield 0, "nearly right: only the last digits differ"
            return
        yield (
            (1, "right but for the sign")
            if abs(factor + 1) < TOLERANCE
            else (
                cost,
                f"{name} times what is right",
            )
        )
    yield from _of_order(value, right)
    yield from _of_zeros(value, right, factors)
    yield from _of_size(value, right)
    yield from _by_rows(value, right)
    if value.size == value.ndim + 1 == 2:
        yield from _of_pairs(value, right, factors)


def _of_masks(value: Array, right: Array) -> Found:
    """Compare with a mask of 0 and 1."""
    if right.size <= 2 or not np.isin(right, (0, 1)).all() or not right.any() or right.all():
        return
    if close(value, 1 - right):
        yield 0, "turned round: 1 where 0 should be, and 0 where 1"
    elif not np.isin(value, (0, 1)).all() and close((value != 0) * 1.0, right):
        scale = np.unique(value[value != 0])
        if len(scale) == 1:
            yield 1, f"the right mask, with {scale[0]:.6g} in place of 1"
        else:
            yield 1, "other than 0 where 1 should be, but not 1"


def _of_order(value: Array, right: Array) -> Found:
    """Look for the right numbers in other places."""
    if value.ndim == 2:
        if value.shape[0] == value.shape[1] and close(value.T, right):
            yield 1, "the right numbers, transposed"
        if len(value) > 1 and close(value[::-1], right):
            yield 1, "the right numbers, upside down"
        elif value.shape[1] > 1 and close(value[:, ::-1], right):
            yield 1, "the right numbers, right side to the left"
    if value.ndim == 1 and value.size > 1:
        if close(value[::-1], right):
            yield 1, "right but in the reverse order"
        if value.size > 2 and close(value[1:], right[:-1]):
            yield 1, "right but one place late"
        if value.size > 2 and close(value[:-1], right[1:]):
            yield 1, "right but one place early: the first is missing"
    if _many(right) and close(np.sort(value, axis=None), np.sort(right, axis=None)):
        yield 2, "the right numbers in another order"


def _of_zeros(value: Array, right: Array, factors: Factors) -> Found:
    """Compare where one of the two is 0 and the other is not."""
    on, kept = right != 0, value != 0
    if on.sum() > 1 and not on.all() and not close(value[~on], right[~on]):
        if close(value[on], right[on]):
            yield 1, "right where it should not be 0, but not 0 where it should be"
        elif on.sum() >= ENOUGH and (found := ratio(value[on], right[on], factors)):
            yield found[0] + 2, f"{found[1]} times what is right, and not 0 where it should be"
    if (on & ~kept).any() and kept.any():
        if close(value[kept], right[kept]):
            yield 1, f"right but for {_numbers((on & ~kept).sum())} 0 and should not be"
        elif kept.sum() >= ENOUGH and (found := ratio(value[kept], right[kept], factors)):
            yield found[0] + 2, f"{found[1]} times what is right, and too often 0"


def _of_size(value: Array, right: Array) -> Found:
    """Look for the right numbers rounded, with other signs, squared, or shifted."""
    for decimals in range(1, 7) if value.size > 1 else ():
        rounded = np.round(right, decimals)
        if rounded.any() and np.abs(value - rounded).max() < 1e-12 and (value != right).any():
            places = "place" if decimals == 1 else "places"
            yield 1, f"right but rounded to {decimals} decimal {places}"
            break
    if _many(right) and close(np.abs(value), np.abs(right)):
        yield 3, "of the right size, with some wrong signs"
    for word, number in (("square", right**2), ("root", np.sqrt(right)), ("inverse", 1 / right)):
        if close(value, number):
            yield 3, f"the {word} of what is right"
    shift = value - right
    if _many(right) and value.size >= ENOUGH and np.ptp(shift) <= TOLERANCE * np.abs(right).max():
        more = np.mean(shift)
        yield 4, f"what is right {'plus' if more > 0 else 'less'} {abs(more):.4g}, in every entry"


def _many(right: Array) -> bool:
    return np.unique(np.abs(right)).size >= ENOUGH


def _of_pairs(value: Array, right: Array, factors: Factors) -> Found:
    """Say what the wrong one of two numbers is."""
    fine = np.isclose(value, right, rtol=1e-6, atol=1e-8)
    if fine.sum() != 1:
        return
    (got,), (wanted,) = value[~fine], right[~fine]
    told = f"right in the {'first' if fine[0] else 'second'} number, and the other is"
    for cost, what in of_itself(np.array([got]), np.array([wanted]), factors):
        yield cost + 1, f"{told} {what}"
    for more, what in ((1, "1 more than"), (-1, "1 less than")):
        if np.isclose(got, wanted + more, rtol=1e-6):
            yield 3, f"{told} {what} what is right"
    if np.isclose(got, 1 - wanted, rtol=1e-6):
        yield 4, f"{told} 1 less what is right"


def _infinite(value: Array, right: Array) -> Found:
    """Say where numbers are not finite, and what makes such."""
    off = ~np.isfinite(value)
    if not np.isfinite(right).all() or value.size < 2 or off.all():
        return
    what = "nan" if np.isnan(value).any() else "infinite"
    places = [str([int(i) for i in place]) for place in np.argwhere(off)]
    where = f"at {listed(places)}" if len(places) <= 4 else f"in {len(places)} entries"
    fine = close(value[~off], right[~off])
    cause = "as a division by 0 or log(0) makes it"
    yield 3, f"{'right elsewhere, but ' if fine else ''}{what} {where}, {cause}"


def _numbers(count: int) -> str:
    return "one number that is" if count == 1 else f"{count} numbers that are"


def _by_rows(value: Array, right: Array) -> Found:
    """Say which rows or columns are right, where some are."""
    if right.ndim != 2:
        return
    for axis, word in ((1, "row"), (0, "column")):
        length = right.shape[1 - axis]
        fine = np.isclose(value, right, rtol=1e-6, atol=1e-8).all(axis=axis)
        if 1 < length <= 8 and right.shape[axis] > 1 and 0 < fine.sum() < length:
            numbers = [str(i) for i in np.flatnonzero(fine)]
            plural = "s" if len(numbers) > 1 else ""
            yield 6, f"right in {word}{plural} {listed(numbers)} only, counted from 0"


def of_others(value: Array, others: Mapping[str, Array]) -> Found:
    """Compare with what another part should be."""
    for name, other in others.items():
        if telling(other) and particular(other) and close(value, other):
            yield 1, f"what {name} should be"


def of_shapes(value: Array, right: Array, others: Mapping[str, Array]) -> Found:
    """Compare the shape with the right one, and with that which another part should have."""
    if value.ndim == right.ndim == 2 and value.size and right.size:
        for axis, word in ((0, "rows"), (1, "columns")):
            times, rest = divmod(value.shape[axis], right.shape[axis])
            alike = value.shape[1 - axis] == right.shape[1 - axis]
            if alike and times > 1 and not rest:
                yield 6, f"an array with {times} times as many {word} as it should have"
    for name, other in others.items():
        if value.ndim > 1 and value.size > 1 and value.shape == other.shape:
            yield 5, f"of the shape that {name} should have"
