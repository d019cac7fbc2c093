"""Part of the points for part of the answer."""

from __future__ import annotations

from collections.abc import Collection, Sequence


def fraction_right(
    shares: Sequence[tuple[Sequence[str], int]], right: Collection[str], compared: Collection[str]
) -> float:
    """Return which fraction of an exercise's lines is shown to be right by what they make.

    Parameters
    ----------
    shares : sequence of (sequence of str, int)
        Names of the answer's parts, and how many lines of the solution make them.
    right, compared : collection of str
        The parts that are right, and all that were compared.

    Returns
    -------
    float
        From 0 to below 1. A share counts if all of its parts that were compared are right. Where
        every share is right and the answer still is not, the mistake lies elsewhere: 0.
    """
    earned = sum(
        lines
        for names, lines in shares
        if (asked := set(names) & set(compared)) and asked <= set(right)
    )
    total = sum(lines for _, lines in shares)
    return earned / total if earned < total else 0.0
