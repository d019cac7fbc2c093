"""A test of the instructor's, ready to run: its code, and the names that it needs."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from types import CodeType
from typing import Any


@dataclass(frozen=True)
class TestPlan:
    """One test cell, ready to run.

    Attributes
    ----------
    direct : frozenset of str
        The student's names that the test itself reads.
    student : frozenset of str
        These, and those that given functions read which the test uses.
    wanted : frozenset of str
        Those names that some cell of the notebook binds: without them the test cannot begin.
    lent : frozenset of str
        Imported names that are there only if the student has bound them.
    functions : frozenset of str
        Those of the student's that the instructor's solution defines as functions or classes.
    classes : frozenset of str
        Those of them that are classes.
    earlier : frozenset of str
        Names that an earlier test cell binds.
    asked_for_names : frozenset of str
        Those of the student's functions that it asks for their ``__name__``.
    felt : frozenset of str
        Names that the course's functions read, or builtins that the test hides: what a test binds
        them to, the student's functions read, too.
    input_checks : tuple of range
        Lines of checks that look at what a function did to its arguments.
    broken : str or None
        Why a given name that it needs does not exist here.
    namespace, fresh : dict
        Our names, and those of them that are copied anew for each run.
    """

    __test__ = False

    grade_id: str
    points: float
    hidden: bool
    body: CodeType
    last: CodeType | None
    direct: frozenset[str]
    student: frozenset[str]
    wanted: frozenset[str]
    lent: frozenset[str]
    functions: frozenset[str]
    classes: frozenset[str]
    earlier: frozenset[str]
    binds: frozenset[str]
    asked_for_names: frozenset[str]
    felt: frozenset[str]
    input_checks: tuple[range, ...]
    broken: str | None
    namespace: dict[str, Any] = field(repr=False)
    fresh: dict[str, Any] = field(repr=False)


def compiled(tree: ast.Module | ast.Expression, name: str, mode: str) -> CodeType:
    """Compile a test's code, which may await something, as in a notebook."""
    flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    made: CodeType = compile(tree, name, mode, flags=flags, dont_inherit=True)
    return made
