"""What a wrong number is: the simplest true statement about it, said as a fact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, permutations
from typing import Any, NamedTuple

import numpy as np

from utils.compare import difference

Array = np.ndarray
TOLERANCE = 2e-6
"""Relative; expected numbers are printed with eight digits."""
ENOUGH = 3
"""Numbers other than 0 that an array must have before a factor without a name is believed."""


class Landmark(NamedTuple):
    """A named part of an example.

    Attributes
    ----------
    words : str
        Such as "the penalty".
    parts : mapping of str to array
        Its numbers, by the part of the answer in which it appears.
    summand : bool
        Whether the right answer is the sum of this landmark, once, and something else.
    """

    words: str
    parts: Mapping[str, Any]
    summand: bool = False


def statements(
    got: Mapping[str, Any],
    expected: Mapping[str, Any],
    landmarks: Sequence[Landmark] = (),
    constants: Mapping[str, float] | None = None,
) -> list[str]:
    """Say what the wrong parts of an answer are.

    Parameters
    ----------
    got, expected : mapping of str to value
        The answer's parts and the right ones.
    landmarks : sequence of Landmark
        The example's named parts.
    constants : mapping of str to float
        Factors that mean something here, by name, such as "1/m".

    Returns
    -------
    list of str
        Sentences that hold to the last digit that is compared; none where two equally simple
        ones hold, or where chance could make one true.
    """
    wrong = [n for n in expected if n in got and difference(n, got[n], expected[n])]
    factors = _factors(constants or {})
    said: dict[str, list[str]] = {}
    for name in wrong:
        others = {n: np.asarray(v, float) for n, v in expected.items() if n != name}
        marks = [(m.words, m.parts[name], m.summand) for m in landmarks if name in m.parts]
        found = _about(got[name], expected[name], others, marks, factors)
        if found:
            said.setdefault(found, []).append(name)
    return [
        f"{_list(names)} {'is' if len(names) == 1 else 'are each'} {what}".rstrip("?")
        + ("?" if what.endswith("?") else ".")
        for what, names in said.items()
    ]


def right_parts(got: Mapping[str, Any], expected: Mapping[str, Any]) -> list[str]:
    """Say which parts of a wrong answer are right, in one sentence or none."""
    right = [n for n in expected if n in got and not difference(n, got[n], expected[n])]
    if not right or len(right) == len(expected) or len(expected) > 12:
        return []
    return [f"{_list(right)} {'is' if len(right) == 1 else 'are'} right."]


def _list(names: Sequence[str]) -> str:
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _factors(constants: Mapping[str, float]) -> dict[float, tuple[int, str]]:
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


def _close(value: Array, target: Array) -> bool:
    if value.shape != target.shape or not np.isfinite(target).all():
        return False
    scale = np.abs(target).max(initial=0)
    return bool(np.all(np.abs(value - target) <= TOLERANCE * np.abs(target) + 1e-8 * min(scale, 1)))


def _telling(value: Array) -> bool:
    """Whether agreement with a value says anything."""
    return bool(np.isfinite(value).all() and np.abs(value).max(initial=0) > 1e-7)


def _particular(value: Array) -> bool:
    """Whether a value is hardly met by chance: three numbers, or one that is no simple fraction."""
    simple = np.abs(value * 12 - np.round(value * 12)) < 1e-6
    return np.unique(value).size >= ENOUGH or not simple.all()


def _ratio(value: Array, target: Array, factors: Mapping[float, tuple[int, str]]) -> Any:
    """Return cost and name of the factor between two arrays, or None."""
    on = np.abs(target) > 1e-7 * np.abs(target).max(initial=1e-300)
    if not on.any() or not _telling(value):
        return None
    largest = np.unravel_index(np.argmax(np.abs(target)), target.shape)
    factor = float(value[largest] / target[largest])
    if not np.isfinite(factor) or not _close(value, factor * target):
        return None
    if abs(factor - 1) < TOLERANCE:
        return (0, "", factor)
    for known, (cost, name) in factors.items():
        if abs(factor - known) <= 4 * TOLERANCE * abs(known):
            return (cost + 1, name, factor)
    if on.sum() >= ENOUGH:
        return (4, f"{factor:.4g}", factor)
    return None


def _about(
    got: Any,
    expected: Any,
    others: Mapping[str, Array],
    marks: Sequence[tuple[str, Any, bool]],
    factors: Mapping[float, tuple[int, str]],
) -> str | None:
    """Return the simplest true predicate about one wrong value."""
    if isinstance(got, tuple | list) and not np.shape(expected):
        return f"a {type(got).__name__} of {len(got)}, where one number is wanted"
    if isinstance(got, tuple) and got and got == np.shape(expected):
        return "its shape, where its numbers are wanted"
    if isinstance(got, tuple | list) and any(isinstance(x, np.ndarray) and x.ndim for x in got):
        return f"a {type(got).__name__} of {len(got)}, where one array is wanted"
    try:
        value, right = np.asarray(got, dtype=float), np.asarray(expected, dtype=float)
    except (TypeError, ValueError):
        return None
    if got is None:
        return "None still: is its line filled in?"
    if value.size == 0:
        return "empty: nothing is stored in it"
    if isinstance(got, list):
        return "a list: np.array(...) makes an array of it"
    if np.asarray(got).dtype.kind == "b" and not np.isin(right, (0, 1)).all():
        return "True or False, the answer of a comparison, where a number is wanted"
    with np.errstate(all="ignore"):
        if value.shape != right.shape:
            found = [*_of_another_shape(value, right), *_of_others(value, others)]
            found += _of_shapes(value, right, others)
            found += _of_lone_marks(value, right, marks)
        else:
            found = list(_plain(value, right, factors))
            found += _of_others(value, others)
            found += _of_marks(value, right, marks, factors)
    if not found:
        return None
    least = min(cost for cost, _ in found)
    best = dict.fromkeys(what for cost, what in found if cost == least)
    return next(iter(best)) if len(best) == 1 else None


Found = Iterator[tuple[float, str]]


def _of_another_shape(value: Array, right: Array) -> Found:
    if value.ndim == 0:
        yield 6, "one number, where an array is wanted"
    if _close(value.T, right) and _telling(value):
        yield 0, "lying on its side: the right numbers, transposed"
    elif value.size == right.size and _close(value.ravel(), right.ravel()):
        yield 1, f"right but for its shape: {right.shape} is wanted"
    elif not _telling(value):
        return
    elif found := _missing(value.ravel(), right.ravel()):
        yield 1, found
    elif value.size > 1 and right.ndim == 0:
        for word, number in (("sum", value.sum()), ("mean", value.mean())):
            if _close(number, right):
                yield 1, f"an array whose {word} is the right number"
    else:
        for axis in range(value.ndim):
            for word, total in (("sum", value.sum(axis)), ("mean", value.mean(axis))):
                if _close(total.ravel(), right.ravel()):
                    yield 1, f"an array whose {word} along axis {axis} is right"
        for axis in range(right.ndim):
            for word, total in (("sum", right.sum(axis)), ("mean", right.mean(axis))):
                if right.shape[axis] > 1 and _close(value.ravel(), total.ravel()):
                    yield 2, f"the {word} of the right one along axis {axis}"


def _missing(value: Array, right: Array) -> str | None:
    """Say that some of the right numbers are missing, if the others are there in their order."""
    lost = right.size - value.size
    if lost <= 0 or value.size < ENOUGH:
        return None
    numbers = "number is" if lost == 1 else f"{lost} numbers are"
    if _close(value, right[: value.size]):
        return f"right as far as it goes: the last {numbers} missing"
    if _close(value, right[lost:]):
        return f"right but for its beginning: the first {numbers} missing"
    rest = iter(right)
    if all(any(np.isclose(x, y, rtol=1e-6, atol=0) for y in rest) for x in value):
        return f"made of right numbers in the right order, but {numbers} missing".replace(
            "but number is", "but one number is"
        )
    return None


def _plain(value: Array, right: Array, factors: Mapping[float, tuple[int, str]]) -> Found:
    if np.isnan(value).all():
        yield 0, "nan throughout" if value.size > 1 else "nan"
    if not np.isfinite(value).all():
        yield from _infinite(value, right)
        return
    if value.size > 1 and np.ptp(value) == 0:
        yield 0, f"{value.flat[0]:.6g} throughout"
        return
    if right.size > 2 and np.isin(right, (0, 1)).all() and right.any() and not right.all():
        if _close(value, 1 - right):
            yield 0, "turned round: 1 where 0 should be, and 0 where 1"
            return
        if not np.isin(value, (0, 1)).all() and _close((value != 0) * 1.0, right):
            scale = np.unique(value[value != 0])
            if len(scale) == 1:
                yield 1, f"the right mask, with {scale[0]:.6g} in place of 1"
            else:
                yield 1, "other than 0 where 1 should be, but not 1"
            return
    if not _telling(right):
        return
    if found := _ratio(value, right, factors):
        cost, name, factor = found
        if not name:
            yield 0, "nearly right: only the last digits differ"
            return
        if abs(factor + 1) < TOLERANCE:
            yield 1, "right but for the sign"
        else:
            yield cost, f"{name} times what is right"
    if value.ndim == 2:
        if value.shape[0] == value.shape[1] and _close(value.T, right):
            yield 1, "the right numbers, transposed"
        if len(value) > 1 and _close(value[::-1], right):
            yield 1, "the right numbers, upside down"
        elif value.shape[1] > 1 and _close(value[:, ::-1], right):
            yield 1, "the right numbers, right side to the left"
    many = np.unique(np.abs(right)).size >= ENOUGH
    for decimals in range(1, 7):
        rounded = np.round(right, decimals)
        if rounded.any() and np.abs(value - rounded).max() < 1e-12 and (value != right).any():
            places = "place" if decimals == 1 else "places"
            yield 1, f"right but rounded to {decimals} decimal {places}"
            break
    if value.ndim == 1 and value.size > 1:
        if _close(value[::-1], right):
            yield 1, "right but in the reverse order"
        if value.size > 2 and _close(value[1:], right[:-1]):
            yield 1, "right but one place late"
        if value.size > 2 and _close(value[:-1], right[1:]):
            yield 1, "right but one place early: the first is missing"
    if many and _close(np.sort(value, axis=None), np.sort(right, axis=None)):
        yield 2, "the right numbers in another order"
    on, kept = right != 0, value != 0
    if on.sum() > 1 and not on.all() and not _close(value[~on], right[~on]):
        if _close(value[on], right[on]):
            yield 1, "right where it should not be 0, but not 0 where it should be"
        elif on.sum() >= ENOUGH and (found := _ratio(value[on], right[on], factors)):
            yield (
                found[0] + 2,
                f"{found[1]} times what is right, and not 0 where it should be",
            )
    if (on & ~kept).any() and kept.any():
        if _close(value[kept], right[kept]):
            yield 1, f"right but for {_numbers((on & ~kept).sum())} 0 and should not be"
        elif kept.sum() >= ENOUGH and (found := _ratio(value[kept], right[kept], factors)):
            yield found[0] + 2, f"{found[1]} times what is right, and too often 0"
    if many and _close(np.abs(value), np.abs(right)):
        yield 3, "of the right size, with some wrong signs"
    for word, number in (("square", right**2), ("root", np.sqrt(right)), ("inverse", 1 / right)):
        if _close(value, number):
            yield 3, f"the {word} of what is right"
    if many and value.size >= ENOUGH and np.ptp(value - right) <= TOLERANCE * np.abs(right).max():
        more = np.mean(value - right)
        yield 4, f"what is right {'plus' if more > 0 else 'less'} {abs(more):.4g}, in every entry"
    yield from _by_rows(value, right)
    if value.size == value.ndim + 1 == 2:
        yield from _of_pairs(value, right, factors)


def _of_pairs(value: Array, right: Array, factors: Mapping[float, tuple[int, str]]) -> Found:
    """Say what the wrong one of two numbers is."""
    fine = np.isclose(value, right, rtol=1e-6, atol=1e-8)
    if fine.sum() != 1:
        return
    (got,), (wanted,) = value[~fine], right[~fine]
    told = f"right in the {'first' if fine[0] else 'second'} number, and the other is"
    for cost, what in _plain(np.array([got]), np.array([wanted]), factors):
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
    where = f"at {_list(places)}" if len(places) <= 4 else f"in {len(places)} entries"
    fine = _close(value[~off], right[~off])
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
            yield 6, f"right in {word}{plural} {_list(numbers)} only, counted from 0"


def _of_others(value: Array, others: Mapping[str, Array]) -> Found:
    """Compare with what another part should be."""
    for name, other in others.items():
        if _telling(other) and _particular(other) and _close(value, other):
            yield 1, f"what {name} should be"


def _of_shapes(value: Array, right: Array, others: Mapping[str, Array]) -> Found:
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


def _of_marks(
    value: Array,
    right: Array,
    marks: Sequence[tuple[str, Any, bool]],
    factors: Mapping[float, tuple[int, str]],
) -> Found:
    """Compare with landmarks: one alone, a multiple of it, the right value with more or less."""
    yield from _of_sums(value, right, [(w, n) for w, n, summand in marks if summand])
    yield from _of_repeats(value, [(w, n) for w, n, _ in marks if not _whole(w)])
    yield from _of_some(value, right, [(w, n) for w, n, summand in marks if summand], factors)
    for words, numbers, summand in marks:
        mark = np.asarray(numbers, dtype=float)
        if mark.shape != value.shape or not _telling(mark):
            continue
        if found := _ratio(value, mark, factors):
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
        if coarse > 1e-3 or not (found := _offset(offset, mark, factors, coarse, summand)):
            continue
        cost, name, factor = found
        if summand:
            count = factor + 1
            if abs(count) < 4 * coarse + TOLERANCE:
                yield 2, f"right but for {words}, which is missing"
            elif named := _name(count, factors, coarse):
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


def _of_lone_marks(value: Array, right: Array, marks: Sequence[tuple[str, Any, bool]]) -> Found:
    """Compare one number with landmarks that are the same number throughout."""
    for words, numbers, _ in marks if value.size == 1 < right.size else ():
        mark = np.asarray(numbers, dtype=float)
        same = mark.size > 1 and np.ptp(mark) <= 1e-12 * np.abs(mark).max()
        if same and _telling(mark) and _close(value.ravel(), mark.ravel()[:1]):
            yield 1, f"{words}, one number where an array {right.shape} is wanted"


def _of_sums(value: Array, right: Array, parts: Sequence[tuple[str, Any]]) -> Found:
    """Say which two summands are missing, or which one stands in another's place."""
    for (one, x), (other, y) in combinations(parts, 2):
        x, y = np.asarray(x, float), np.asarray(y, float)
        if x.shape != value.shape or y.shape != value.shape:
            continue
        if _close(value, right - x - y) and _telling(value):
            yield 3.5, f"right but for {one} and {other}, which are missing"
        for missing, twice, v in ((one, other, right - x + y), (other, one, right + x - y)):
            if _close(value, v):
                yield 4, f"right but for {missing}, which is missing, and {twice}, twice in there"


def _of_repeats(value: Array, parts: Sequence[tuple[str, Any]]) -> Found:
    """Say that a value is one landmark and a few times another."""
    for (one, x), (other, y) in permutations(parts, 2):
        x, y = np.asarray(x, float), np.asarray(y, float)
        if x.shape != value.shape or y.shape != value.shape or not (_telling(x) and _telling(y)):
            continue
        for count in (1, 2, 3, 4, 5, 6):
            if count == 1 and one < other and _close(value, x + y):
                yield 3, f"{one} and {other}"
            elif count > 1 and _close(value, x + count * y):
                yield 5, f"{one} and {count} times {other}"


def _of_some(
    value: Array,
    right: Array,
    parts: Sequence[tuple[str, Any]],
    factors: Mapping[float, tuple[int, str]],
) -> Found:
    """Say that a value is one of two summands and, with a factor, some pieces of the other."""
    arrays = [(words, np.asarray(x, float)) for words, x in parts]
    arrays = [(words, x) for words, x in arrays if x.shape == value.shape]
    for (base, x), (whole, y) in permutations(arrays, 2):
        pieces = [(words, z) for words, z in arrays if words not in (base, whole)]
        if len(pieces) < 2 or not _close(x + y, right) or not _close(sum(z for _, z in pieces), y):
            continue
        for count in range(2, len(pieces)):
            for some in combinations(pieces, count):
                if found := _ratio(value - x, np.asarray(sum(z for _, z in some)), factors):
                    cost, name, _ = found
                    times = f"{name} times " if name else ""
                    if cost <= 1:
                        yield (
                            3.2 + cost / 10,
                            f"{base} and {times}{_list([words for words, _ in some])}",
                        )


def _offset(
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
    named = _name(factor, factors, coarse)
    if named is None and summand and coarse < 1e-4 and np.unique(mark).size >= ENOUGH:
        named = 3, f"{factor:.4g}"
    return (named[0], named[1], factor) if named else (9, "", factor)


def _name(
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
