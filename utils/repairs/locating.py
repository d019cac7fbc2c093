"""From repairs to the line that is told: one, two that say the same, or none."""

from __future__ import annotations

import dataclasses
import hashlib
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from utils.repairs.apart import apart
from utils.repairs.programs import Function, RemoteWorkshop, workshop
from utils.repairs.search import NEAR, Answer, Judge, Repair, Search, hushed
from utils.repairs.text import Edit, FunctionText

KINDS = {
    "argument": "Look at what its calls are given.",
    "assignment": "Look at how its result is stored.",
    "axis": "Look at axis and keepdims.",
    "comparison": "Look at its comparison.",
    "factor": "Look at its factors.",
    "function": "Look at the functions that it calls.",
    "indentation": "Look at how far it is indented.",
    "index": "Look at its indices.",
    "key": "Look at its names in quotes.",
    "missing line": "Another line like it is missing.",
    "name": "Look at its names.",
    "number": "Look at its numbers.",
    "operator": "Look at its operators.",
    "order": "Look at what comes first.",
    "parentheses": "Look at its brackets.",
    "range": "Look at where its range begins and ends.",
    "return": "Look at what is returned, and when.",
    "sign": "Look at its signs.",
    "statement": "Is it needed here?",
    "stored result": "What becomes of its result?",
    "term": "Look at what it adds up.",
    "transpose": "Look at what is transposed.",
}
"""What a repair can be about, and what is said of it: never the change itself."""
WIDTH = 56


@dataclass(frozen=True)
class Located:
    """Where one change makes more of an answer right.

    Attributes
    ----------
    lines : tuple of (int, str)
        Numbers in the cell, from 1, and texts of the lines: one; or several where the same
        change is due in each; or two where either will do.
    kind : str
        What to look at, a key of :data:`KINDS`.
    sentence : str
        What the student is told: a few lines of text.
    function : str
        Name of the function.
    """

    lines: tuple[tuple[int, str], ...]
    kind: str
    sentence: str
    function: str


def locate(
    functions: Function | tuple[Function, ...],
    answers: Sequence[Answer],
    judge: Judge,
    *,
    goal: frozenset[str] | None = None,
    telling: frozenset[str] | None = None,
    given: frozenset[str] = frozenset(),
    seconds: float = 1.7,
) -> Located | None:
    """Find the line of a student's code in which one change makes more of the answer right.

    Parameters
    ----------
    functions : callable or tuple of callable
        The student's functions: plain ones, or ones that bring a workshop.
    answers : sequence of callable
        One for each set of inputs: takes the functions, calls them, and returns the parts of the
        answer by name.
    judge : callable
        Takes the number of the inputs and such parts, and returns the names of the right ones.
    goal : frozenset of str, optional
        The names of all parts.
    telling : frozenset of str, optional
        Parts that do not become right by chance. A repair that mends not all must mend one.
    given : frozenset of str
        Digests of lines that stand as they were given: no change is looked for in them.
    seconds : float
        Processor time of the whole search.

    Returns
    -------
    Located or None
        None where no change helps, or where the changes that do are in different lines.
    """
    functions = functions if isinstance(functions, tuple) else (functions,)
    if sys.platform == "emscripten":
        return None  # no clock of the processor
    try:
        shop = workshop(functions)
        if shop is None:
            return None

        if isinstance(shop, RemoteWorkshop):  # what runs elsewhere is bounded there
            search = Search(shop, answers, judge, goal, min(seconds, shop.seconds), given)
            return remembered(search, shop, telling)

        def search_for_it() -> Located | None:
            return outcome(Search(shop, answers, judge, goal, seconds, given), telling)

        return apart(search_for_it, seconds)
    except Exception:
        return None  # a search that stumbles over odd code says nothing


def outcome(search: Search, telling: frozenset[str] | None) -> Located | None:
    """Return what a search finds."""
    with hushed():
        found = search.run()
    return choose(found, search, telling)


def remembered(
    search: Search, shop: RemoteWorkshop, telling: frozenset[str] | None
) -> Located | None:
    """Return what a search finds, or what was found where the very same cells had run.

    Where the same text makes the same parts right, the same change helps. Other cells than these
    functions' could answer for them: what is found with one student's is not told to another.
    """
    with hushed():
        if not search.begin():
            return None
    parts = [sorted(each or ()) for each in (search.base, search.goal, telling)]
    seen = repr((shop.texts, shop.cells, parts))
    key = hashlib.sha256(seen.encode("utf-8", "replace")).hexdigest()
    if key in shop.memory:
        known = shop.memory[key]
        return known and Located(tuple((n, text) for n, text in known[0]), *known[1:])
    located = outcome(search, telling)
    if shop.left > 0:
        shop.memory[key] = located and list(dataclasses.astuple(located))
    return located


def choose(
    found: list[Repair], search: Search, telling: frozenset[str] | None = None
) -> Located | None:
    """Return the line that all likely repairs agree on.

    Those that mend everything come first, then those that mend most; among them the likeliest.
    """
    if not found:
        return None
    most = max(len(each.right) for each in found)
    pool = [each for each in found if len(each.right) == most]
    best = min(each.edit.cost for each in pool)
    whole = search.goal is not None and pool[0].right >= search.goal
    if not whole:
        if search.reached < best + NEAR:
            return None  # cut short: better ones may not have been tried
        if search.goal is not None and search.base_failed:
            return None  # whatever keeps an error away makes something right
        # A line in or out of a loop changes so much that it must mend all.
        pool = [each for each in pool if each.edit.kind != "indentation"]
        if telling is not None:
            pool = [each for each in pool if (each.right - search.base) & telling]
    near = [each for each in pool if each.edit.cost <= best + NEAR]
    for right in dict.fromkeys(each.right for each in near):
        if located := agreed([e for e in near if e.right == right], search, whole):
            return located
    return None


def agreed(repairs: list[Repair], search: Search, whole: bool) -> Located | None:
    """Return the line of repairs that mend the same, if they agree."""
    places = {(each.edit.function, each.edit.lines) for each in repairs}
    names = {name for name, _ in places}
    lines = sorted({line for _, some in places for line in some})
    if len(names) > 1 or (len(places) > 1 and len(lines) > 2):
        return None
    edit = repairs[0].edit
    text = search.texts[edit.function]
    numbered = tuple((text.first_line + n - 1, text.lines[n - 1].strip()) for n in lines)
    gained = sorted(repairs[0].right - search.base)
    what = "the answer" if whole and not search.base else ", ".join(gained)
    sentence = told(edit, numbered, len(places) == 1, what, text)
    return Located(numbered, edit.kind, sentence, edit.function)


def told(
    edit: Edit, lines: tuple[tuple[int, str], ...], alike: bool, what: str, text: FunctionText
) -> str:
    """Say where the change is due and what to look at."""
    numbers = [str(number) for number, _ in lines]
    where = f"line {numbers[0]}"
    if len(lines) > 1:
        where = f"{', '.join(numbers[:-1])} {'and' if alike else 'or'} {numbers[-1]}"
        where = f"lines {where}" if alike else f"line {where}"
    change = "One change in" if len(lines) == 1 or not alike else "The same change in"
    if len(what) > WIDTH - 30:
        what = "more of it"
    home = f" of {text.name}" if text.remote else ""
    shown = [f"    {line}"[:WIDTH] for _, line in lines[: 1 if alike else 2]]
    return "\n".join([f"{change} {where}{home} makes {what} right:", *shown, KINDS[edit.kind]])
