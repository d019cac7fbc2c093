"""Which students' answers are alike beyond what the class makes likely.

A statement that many write tells nothing; one that two of a hundred write tells much. What two
students share is weighed by how rare it is in the class, and only what stands out from all pairs
that chance could make is shown: to a person, who looks. It is no verdict, and no score changes.

How usual a statement is, is told by how many different answers have it: what ten copied from each
other is one answer. Since an answer that is just the obvious one looks the same, more students than
may share a statement by habit are alike only where one cell alone is beyond chance.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from math import log
from typing import NamedTuple

from autograder.pages.forms import Forms

USUAL = 0.05  # answers that may have a statement which is not usual, as a share of the class
FEW = 3  # the same in a small class
SHARE = 0.5  # of the rare statements of the one who has fewer, in a cell, that two must share
CHANCE = 0.02  # pairs that chance alone may show in a class, if students worked alone

Place = tuple[str, str]
"""A notebook, and the id of a cell that students answer in."""


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
    answers = {
        (student, place): frozenset(statements)
        for student, cells in forms.items()
        for place, statements in cells.items()
    }
    own: dict[tuple[str, Place], float] = defaultdict(float)
    rare: list[tuple[Place, str, list[str], float]] = []
    for (place, form), students in holders.items():
        if size < FEW or len({answers[student, place] for student in students}) > most:
            continue
        weight = tells[place, form] * log((size - 1) / max(1, len(students) - 1))
        rare.append((place, form, students, weight))
        for student in students:
            own[student, place] += weight
    least = log(max(1.0, size * (size - 1) / 2) / CHANCE)
    pairs: dict[tuple[str, str], dict[Place, list[_Shared]]] = {}
    for place, form, students, weight in rare:
        many = len(students) > most
        some = [each for each in students if not many or own[each, place] >= least]
        for first, second in combinations(some, 2):
            both = pairs.setdefault((first, second), {})
            both.setdefault(place, []).append(_Shared(form, weight, many))
    found = [
        pair
        for (first, second), shared in pairs.items()
        if (pair := _pair(first, second, shared, own, least)).weight >= least
    ]
    return _new_faces_first(sorted(found, key=lambda pair: (-pair.weight, pair.first, pair.second)))


class _Shared(NamedTuple):
    """A statement of two students, and whether more have it than may by habit."""

    form: str
    weight: float
    many: bool


def _pair(
    first: str,
    second: str,
    shared: Mapping[Place, Sequence[_Shared]],
    own: Mapping[tuple[str, Place], float],
    least: float,
) -> Pair:
    """Add up what two students share, in cells where it is most of what is their own."""
    pair = Pair(first, second)
    for place, statements in shared.items():
        weight = sum(each.weight for each in statements)
        if weight < least:
            statements = [each for each in statements if not each.many]
            weight = sum(each.weight for each in statements)
        if statements and weight >= SHARE * min(own[first, place], own[second, place]):
            pair.weight += weight
            pair.shared[place] = [each.form for each in statements]
    return pair


def _new_faces_first(pairs: Sequence[Pair]) -> list[Pair]:
    """Put pairs of students who both stand above them last: ten who share one answer are 45."""
    seen: set[str] = set()
    first: list[Pair] = []
    again: list[Pair] = []
    for pair in pairs:
        (again if seen.issuperset((pair.first, pair.second)) else first).append(pair)
        seen |= {pair.first, pair.second}
    return first + again
