"""Which names of test cells the rest of a notebook rests on."""

from __future__ import annotations

import functools

from autograder.intake.builder import Step
from autograder.intake.trusted import names_in
from autograder.names import global_reads

# Given cells are the same in every submission; students' texts are not worth keeping.
_given_reads = functools.lru_cache(maxsize=256)(global_reads)


def wanted_of_tests(steps: list[Step]) -> set[str]:
    """Return names that cells of the notebook need and only test cells bind."""
    bound: set[str] = set()
    wanted: set[str] = set()
    by_tests: set[str] = set()
    for step in steps:
        if step.kind == "test":
            by_tests |= names_in(step.source)
        else:
            own = names_in(step.source)
            # Most cells name nothing of a test's: a look at the text saves its symbol table.
            if any(name in step.source for name in by_tests - bound):
                reads = _given_reads if step.kind in ("given", "skip") else global_reads
                wanted |= (reads(step.source) - own - bound) & by_tests
            bound |= own
    return wanted
