"""Which students' answers are alike beyond what the class makes likely.

A statement that many write tells nothing; one that two of a hundred write tells much. What two
students share is weighed by how rare it is in the class, and only what stands out from all pairs
that chance could make is shown: to a person, who looks. It is no verdict, and no score changes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import log

from autograder.pages.forms import Forms

USUAL = 0.05  # share of the class from which on a statement is usual
FEW = 3  # students who may share a statement in a small class
SHARE = 0.5  # of the rare statements of the one who has fewer, in a cell, that two must share
CHANCE = 0.02  # pairs that chance alone may show in a class, if students worked alone

Place = tuple[str, str]
"""A notebook, and the id of a solution cell."""


@dataclass
class Pair:
    """Two students whose answers are alike.

    Attributes
    ----------
    weight : float
        How unlikely it is to share as much: a natural logarithm.
    shared : dict
        Cell -> forms that both have and few others.
    """

    first: str
    second: str
    weight: float = 0.0
    shared: dict[Place, list[str]] = field(default_factory=dict)


def alike(
    forms: Mapping[str, Mapping[Place, Forms]], usual: Mapping[Place, Iterable[str]]
) -> list[Pair]:
    """Return the pairs that stand out, the most striking first.

    Parameters
    ----------
    forms : mapping
        Student -> cell -> the forms of its statements.
    usual : mapping
        Cell -> forms that the exercise gives or its solution has.
    """
    known = {place: set(each) for place, each in usual.items()}
    holders: dict[tuple[Place, str], list[str]] = defaultdict(list)
    tells: dict[tuple[Place, str], float] = {}
    for student, cells in forms.items():
        for place, statements in cells.items():
            for form, (much, _) in statements.items():
                if form not in known.get(place, ()):
                    holders[place, form].append(student)
                    tells[place, form] = much
    size = len(forms)
    most = max(FEW, int(size * USUAL))
    own: dict[tuple[str, Place], float] = defaultdict(float)
    pairs: dict[tuple[str, str], dict[Place, list[tuple[float, str]]]] = {}
    for (place, form), students in holders.items():
        count = len(students)
        if count > most or size < FEW:
            continue
        weight = tells[place, form] * log((size - 1) / max(1, count - 1))
        for n, student in enumerate(students):
            own[student, place] += weight
            for other in students[n + 1 :]:
                both = pairs.setdefault((student, other), {})
                both.setdefault(place, []).append((weight, form))
    least = log(max(1.0, size * (size - 1) / 2) / CHANCE)
    found = [
        pair
        for (first, second), shared in pairs.items()
        if (pair := _pair(first, second, shared, own)).weight >= least
    ]
    return sorted(found, key=lambda pair: (-pair.weight, pair.first, pair.second))


def _pair(
    first: str,
    second: str,
    shared: Mapping[Place, Sequence[tuple[float, str]]],
    own: Mapping[tuple[str, Place], float],
) -> Pair:
    """Add up what two students share, in cells where it is most of what is their own."""
    pair = Pair(first, second)
    for place, statements in shared.items():
        weight = sum(each for each, _ in statements)
        if weight >= SHARE * min(own[first, place], own[second, place]):
            pair.weight += weight
            pair.shared[place] = [form for _, form in statements]
    return pair
