"""Search for a change of a student's own code that makes more of the answer right."""

from __future__ import annotations

import ast
import contextlib
import functools
import io
import itertools
import math
import random
import sys
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from utils.attempt import line_digest
from utils.compare import same
from utils.repairs.expressions import expression_edits
from utils.repairs.making import TWINS, Maker
from utils.repairs.programs import Workshop
from utils.repairs.statements import statement_edits
from utils.repairs.text import Edit, FunctionText, Splice

CANDIDATES = 2500
"""Changes that are tried at most."""

LIKELY = 1.5
"""Cost of the changes that are tried first; the others are made only if time is left."""
ADDING = {"missing line", "return"}
"""Changes that leave the line as it is that they are said of."""
LATE = 2.0
"""How much later the changes of a line are tried that right parts hang on."""
TOGETHER = 32
"""Changes that are got ready at once."""
NEAR = 0.3
"""Changes whose costs differ by no more are equally likely."""

Answer = Callable[..., Mapping[str, Any]]
Judge = Callable[[int, Mapping[str, Any]], frozenset[str]]


@dataclass(frozen=True)
class Repair:
    """A change that makes more of the answer right and nothing wrong."""

    edit: Edit
    right: frozenset[str]


class Search:
    """One search, within its budget.

    Parameters
    ----------
    shop : Workshop
        Makes functions of changed texts.
    answers : sequence of callable
        One for each set of inputs: takes the functions and returns the parts of the answer by name.
    judge : callable
        Takes the number of the inputs and such parts, and returns the names of the right ones.
    goal : frozenset of str or None
        The names of all parts; None where they are not known.
    seconds : float
        Processor time of all.
    given : frozenset of str
        Digests of lines that are left as they are.
    """

    def __init__(
        self,
        shop: Workshop,
        answers: Sequence[Answer],
        judge: Judge,
        goal: frozenset[str] | None,
        seconds: float,
        given: frozenset[str] = frozenset(),
    ) -> None:
        self.shop, self.answers, self.judge, self.goal = shop, answers, judge, goal
        self.texts = {each.name: each for each in shop.texts}
        self.deadline = self.shop.clock() + seconds
        self.given = given
        self.left = CANDIDATES
        self.tried: set[tuple[str, str]] = set()
        self.base: frozenset[str] = frozenset()
        self.parts: list[Mapping[str, Any]] = []
        self.base_parts: list[Mapping[str, Any]] = []
        self.base_failed = False
        self.begun: bool | None = None
        self.failed = False
        self.limit = math.inf  # the cost from which on changes make no difference any more
        self.reached = math.inf  # the cost from which on changes have not been tried

    @property
    def over(self) -> bool:
        """Whether the budget is used up."""
        return self.left <= 0 or self.shop.left <= 0 or self.shop.clock() > self.deadline

    def right_parts(self, changed: Mapping[str, str]) -> frozenset[str]:
        """Return which parts are right on all inputs with these texts in place of the student's."""
        self.parts = []
        self.left -= 1
        self.failed = False
        try:
            functions = self.shop.build(changed)
            right: frozenset[str] | None = None
            for number, answer in enumerate(self.answers):
                self.parts.append(answer(*functions))
                self.shop.learned()
                here = self.judge(number, self.parts[-1])
                right = here if right is None else right & here
                if changed and not right - self.base:
                    break  # further inputs can only make less of it right
            return right or frozenset()
        except KeyboardInterrupt:
            raise
        except BaseException:  # whatever changed code raises, it repairs nothing
            self.failed = True
            return frozenset()

    def repairs(self, edits: Iterable[Edit]) -> list[Repair]:
        """Try edits in order; return those that make more right and nothing wrong."""
        found: list[Repair] = []
        fresh = self.fresh(edits)
        while some := list(itertools.islice(fresh, TOGETHER)):
            if self.over:
                self.reached = min(self.reached, some[0][0].cost)
                break
            self.shop.foresee([changed for _, changed in some])
            for edit, changed in some:
                if self.over:
                    self.reached = min(self.reached, edit.cost)
                    return found
                if edit.cost > self.limit:
                    continue
                right = self.right_parts(changed)
                if right > self.base:
                    found.append(Repair(edit, right))
                    if self.goal is not None and right >= self.goal:
                        self.limit = min(self.limit, edit.cost + NEAR)
        return found

    def fresh(self, edits: Iterable[Edit]) -> Iterator[tuple[Edit, dict[str, str]]]:
        """Yield the edits whose texts have not been tried, with what they change."""
        for edit in edits:
            if edit.cost > self.limit:
                continue
            text = self.texts[edit.function].edited(edit.splices)
            if (edit.function, text) not in self.tried:
                self.tried.add((edit.function, text))
                yield edit, {edit.function: text}

    def probes(self) -> dict[tuple[str, int], str]:
        """Return, by line, a text in which what the line stores is another number."""
        found = {}
        for text in self.shop.texts:
            for block, index in text.statements():
                node = block[index]
                if isinstance(node, ast.Assign | ast.AugAssign) and not isinstance(
                    node.value, ast.Tuple | ast.Dict | ast.List
                ):
                    start, end = text.outer(node.value)
                    splices = [Splice(start, start, "("), Splice(end, end, ") * 1.37")]
                    found[text.name, node.lineno] = text.edited(splices)
        return found

    def hangs_on(self, function: str, text: str) -> bool:
        """Whether a probe makes right parts wrong, or changes nothing at all."""
        right = self.right_parts({function: text})
        if self.failed:
            return False
        return bool(self.base - right) or all(map(same, self.parts, self.base_parts))

    def begin(self) -> bool:
        """Try the unchanged code, once; whether there is anything to look for."""
        if self.begun is None:
            before = self.shop.clock()
            self.base = self.right_parts({})
            self.base_parts = self.parts
            self.base_failed = self.failed
            took = self.shop.clock() - before
            self.begun = 40 * took <= self.deadline - before and self.base != self.goal
        return self.begun

    def in_given_lines(self, edit: Edit) -> bool:
        """Whether a change is one of a line that stands as it was given."""
        lines = self.texts[edit.function].lines
        return edit.kind not in ADDING and any(
            line_digest(lines[number - 1]) in self.given for number in edit.lines
        )

    def run(self) -> list[Repair]:
        """Return all repairs found."""
        if not self.begin():
            return []
        for text in self.texts.values():
            self.tried.add((text.name, text.edited()))
        probes = self.probes()
        self.shop.foresee([{name: text} for (name, _), text in probes.items()])
        late = {key: LATE for key, text in probes.items() if self.hangs_on(key[0], text)}

        def when(edit: Edit) -> float:
            return edit.cost + min(late.get((edit.function, line), 0) for line in edit.lines)

        found: list[Repair] = []
        singles: list[Edit] = []
        for dearest in (LIKELY, math.inf):
            if self.over or self.limit < dearest:
                break
            self.reached = math.inf
            singles = [
                edit
                for text in self.shop.texts
                for edit in edits_of(text, dearest)
                if not self.in_given_lines(edit)
            ]
            found += self.repairs(sorted(singles, key=when))
            self.reached = min(self.reached, dearest)
        if self.goal and not any(each.right >= self.goal for each in found):
            found += self.repairs(pairs(found, singles))
        return found


@functools.lru_cache(8)
def edits_of(text: FunctionText, dearest: float = math.inf) -> tuple[Edit, ...]:
    """Return all changes of a function, and the same one in all places alike.

    Parameters
    ----------
    text : FunctionText
    dearest : float
        What a change may cost; to make them all takes long.
    """
    maker = Maker(text, dearest)
    found = [*filter(None, expression_edits(maker)), *filter(None, statement_edits(maker))]
    groups: dict[str, list[Edit]] = defaultdict(list)
    for edit in found:
        for key in edit.alike:
            groups[f"{edit.kind} {key}"].append(edit)
    for key, edits in groups.items():
        if TWINS in key and len({each.lines for each in edits}) != 2:
            continue
        joined = edits[0]
        for other in edits[1:]:
            joined = joined.joined(other, edits[0].cost + 0.2) or joined
        if joined is not edits[0]:
            found.append(joined)
    return tuple(found)


def pairs(found: list[Repair], singles: list[Edit]) -> Iterator[Edit]:
    """Yield pairs of changes: two in one line, the likely ones first."""
    partial = [each.edit for each in found]
    likely = [edit for edit in singles if edit.cost <= 1.2]
    for first in partial:
        for second in partial:
            if first is not second and (both := first.joined(second, first.cost + second.cost)):
                yield both
    for place, first in enumerate(likely):
        for second in likely[place + 1 :]:
            if first.lines == second.lines:
                both = first.joined(second, first.cost + second.cost)
                if both:
                    yield both


@contextlib.contextmanager
def hushed() -> Iterator[None]:
    """Let what runs meanwhile leave no output, warnings, figures or other random numbers."""
    state, python_state = np.random.get_state(), random.getstate()  # noqa: NPY002
    pyplot = sys.modules.get("matplotlib.pyplot")
    figures = set(pyplot.get_fignums()) if pyplot else set()
    try:
        with (
            contextlib.redirect_stdout(io.StringIO()),
            contextlib.redirect_stderr(io.StringIO()),
            warnings.catch_warnings(),
            np.errstate(all="ignore"),
        ):
            warnings.simplefilter("ignore")
            yield
    finally:
        np.random.set_state(state)  # noqa: NPY002
        random.setstate(python_state)
        if pyplot:
            for number in set(pyplot.get_fignums()) - figures:
                pyplot.close(number)
