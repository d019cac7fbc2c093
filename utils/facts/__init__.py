"""What a wrong number is: the simplest true statement about it, said as a fact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from utils.compare import difference
from utils.facts.numbers import Array, Factors, listed, named_factors
from utils.facts.parts import of_lone_marks, of_marks
from utils.facts.relations import of_another_shape, of_itself, of_others, of_shapes

__all__ = ["Landmark", "right_parts", "statements"]


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
    factors = named_factors(constants or {})
    said: dict[str, list[str]] = {}
    for name in wrong:
        others = {n: np.asarray(v, float) for n, v in expected.items() if n != name}
        marks = [(m.words, m.parts[name], m.summand) for m in landmarks if name in m.parts]
        found = _about(got[name], expected[name], others, marks, factors)
        if found:
            said.setdefault(found, []).append(name)
    return [
        f"{listed(names)} {'is' if len(names) == 1 else 'are each'} {what}".rstrip("?")
        + ("?" if what.endswith("?") else ".")
        for what, names in said.items()
    ]


def right_parts(got: Mapping[str, Any], expected: Mapping[str, Any]) -> list[str]:
    """Say which parts of a wrong answer are right, in one sentence or none."""
    right = [n for n in expected if n in got and not difference(n, got[n], expected[n])]
    if not right or len(right) == len(expected) or len(expected) > 12:
        return []
    return [f"{listed(right)} {'is' if len(right) == 1 else 'are'} right."]


def _about(
    got: Any,
    expected: Any,
    others: Mapping[str, Array],
    marks: Sequence[tuple[str, Any, bool]],
    factors: Factors,
) -> str | None:
    """Return the simplest true predicate about one wrong value."""
    if isinstance(got, tuple | list) and not np.shape(expected):
        return f"a {type(got).__name__} of {len(got)}, where one number is wanted"
    if isinstance(got, tuple | list) and any(isinstance(x, np.ndarray) and x.ndim for x in got):
        return f"a {type(got).__name__} of {len(got)}, where one array is wanted"
    if isinstance(got, tuple) and got and got == np.shape(expected):
        return "its shape, where its numbers are wanted"
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
            found = [*of_another_shape(value, right), *of_others(value, others)]
            found += of_shapes(value, right, others)
            found += of_lone_marks(value, right, marks)
        else:
            found = list(of_itself(value, right, factors))
            found += of_others(value, others)
            found += of_marks(value, right, marks, factors)
    if not found:
        return None
    least = min(cost for cost, _ in found)
    best = dict.fromkeys(what for cost, what in found if cost == least)
    return next(iter(best)) if len(best) == 1 else None
