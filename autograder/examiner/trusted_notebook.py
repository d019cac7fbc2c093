"""The instructor's notebook as tests see it: what each test needs, and from whom.

The rule for a name that a test reads: the last cell before the test that binds it decides.

- A solution cell: the name is the student's.
- A given cell: the name is ours. All statements of the given cells run here, in order, that need
  nothing of the student's, but for cells tagged ``skip-execution``.
- A given statement that needs a name of the student's: what it binds, and what it changes in
  place, is fetched from the student.
- An earlier test cell: the value that this cell left.
- No cell: a builtin, else the student's.

What an import in a solution cell binds is imported here, the text being the instructor's, and is
there for tests if the student's notebook has bound that name, too. But a function is the student's
that a test calls and hands no answer to: there the import is the answer.
"""
# ruff: noqa: NPY002 - notebooks use the global generator

from __future__ import annotations

import ast
import builtins
import contextlib
import copy
import inspect
import io
import random
import types
import warnings
from collections import deque
from collections.abc import Iterable
from typing import Any

import numpy as np

from autograder.cells import (
    SKIP,
    ReleaseRules,
    grade_id_of,
    has_hidden,
    nbgrader_metadata,
    role_of,
    tags_of,
    text_of,
)
from autograder.errors import BrokenSourceError
from autograder.examiner.clock import at_most
from autograder.examiner.plan import TestPlan, compiled
from autograder.examiner.shown import explained
from autograder.examiner.trees import fault_of, points_at_the_end, trusted_tree
from autograder.names import (
    asked_for_names,
    bound_by,
    changed_by,
    checks_of_inputs,
    needed_ever,
    needed_now,
    needs_of,
    only_asked,
)
from autograder.notebook import Cell, Notebook
from autograder.stand_ins import NoShell, as_in_grading, display

_MUTABLE = (
    *(list, dict, set, bytearray, np.ndarray, deque, io.StringIO, io.BytesIO),
    *(np.random.RandomState, np.random.Generator, np.random.BitGenerator),
)
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_DYNAMIC = {"globals", "locals", "vars", "dir", "eval", "exec", "get_ipython"}
_OURS = {"get_ipython", "display", "__name__", "__builtins__", "__file__", "__doc__"}


def _changeable(value: Any) -> bool:
    """Whether a test, or a student's function by what comes back of a call, can change a value."""
    if isinstance(value, tuple):
        return any(map(_changeable, value))
    return isinstance(value, _MUTABLE) or hasattr(value, "_update_inplace")  # the latter: pandas


def _is_object(value: Any) -> bool:
    """Whether a value is an object that a cell can change by its methods: a figure, an account."""
    return not isinstance(value, types.ModuleType | type) and not callable(value)


class TrustedNotebook:
    """The instructor's notebook with its given names and its tests' plans.

    Attributes
    ----------
    module : module
        What tests find as ``__main__``; its namespace is ``shared``.
    shared : dict
        The namespace that given functions have as their globals; the examiner fills it for each
        test and restores it after.
    plans : dict of str to TestPlan
        By grade id.
    alone : set of str
        Texts of given cells that ran here to their end: they ask nothing of the student.
    """

    def __init__(
        self, source: Notebook, rules: ReleaseRules | None = None, seconds: float = 60.0
    ) -> None:
        self._seconds = seconds  # that a statement may take
        self.module = types.ModuleType("__main__")
        self.shared: dict[str, Any] = self.module.__dict__
        self.shared |= {
            "__builtins__": builtins,
            "get_ipython": lambda: NoShell(self.shared),
            "display": display,
        }
        self._read: set[str] = set()
        self.plans: dict[str, TestPlan] = {}
        self.alone: set[str] = set()
        self._owner: dict[str, str] = dict.fromkeys(_OURS, "given")
        self._uses: dict[str, set[str]] = {}
        self._functions: set[str] = set()
        self._classes: set[str] = set()
        self._failed: dict[str, str] = {}
        self._lent: set[str] = set()
        self._hidden_marks = (rules or ReleaseRules()).hidden_marks
        numpy_state, state = np.random.get_state(), random.getstate()
        try:
            np.random.seed(0)
            random.seed(0)
            with (
                contextlib.redirect_stdout(io.StringIO()),
                contextlib.redirect_stderr(io.StringIO()),
                warnings.catch_warnings(),
                as_in_grading(),
            ):
                warnings.simplefilter("ignore")
                for number, cell in enumerate(source["cells"], 1):
                    self._take(cell, number)
        finally:
            np.random.set_state(numpy_state)
            random.setstate(state)
        self.pristine = dict(self.shared)

    def _take(self, cell: Cell, number: int) -> None:
        if cell["cell_type"] != "code":
            return
        role, text = role_of(cell), text_of(cell["source"])
        if role == "given" and SKIP in tags_of(cell):
            return
        tree = trusted_tree(text)
        if role == "test":
            self._plan(cell, tree or ast.Module([], []), text, "" if tree else fault_of(text))
            return
        alone = role == "given" and tree is not None
        for statement in tree.body if tree else ():
            is_import = isinstance(statement, ast.Import | ast.ImportFrom)
            if role == "given" or is_import:
                known = {name for name, owner in self._owner.items() if owner == "given"}
                alone &= self._run(statement, number)
                new = set() if role == "given" else bound_by(statement) - (known - self._lent)
                self._lent = (self._lent - bound_by(statement)) | new
            else:
                self._give_to(bound_by(statement), statement)
        if alone:
            self.alone.add(text)

    def _give_to(self, names: Iterable[str], statement: ast.stmt) -> None:
        """Make names the student's that a statement binds or changes."""
        if isinstance(statement, _SCOPES):
            self._read |= needed_ever(statement)
            for node in ast.walk(statement):
                for name in node.names if isinstance(node, ast.Global) else ():
                    self._owner.setdefault(name, "student")
        for name in changed_by(statement, deep=True):
            if self._owner.get(name) == "given" and _changeable(self.shared.get(name)):
                self._owner[name] = "student"
        for name in changed_by(statement):
            if self._owner.get(name) == "given" and _is_object(self.shared.get(name)):
                self._owner[name] = "student"
        is_class = isinstance(statement, ast.ClassDef)
        is_function = is_class or isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef)
        for name in names:
            self._owner[name] = "student"
            self._uses.pop(name, None)
            self._failed.pop(name, None)
            self._lent.discard(name)
            (self._functions.add if is_function else self._functions.discard)(name)
            (self._classes.add if is_class else self._classes.discard)(name)

    def _run(self, statement: ast.stmt, number: int) -> bool:
        """Run a statement that asks nothing of the student; whether it came to its end here."""
        binds, changes = bound_by(statement), changed_by(statement)
        # What a loop binds before it reads it is nobody else's.
        own = {name for name in binds if name not in self._owner}
        now = self._closure(needed_now(statement) - own)
        if any(self._owner_of(name) != "given" for name in now):
            changed = {name for name in changes if _changeable(self.shared.get(name))}
            self._give_to(binds | changed, statement)
            return False
        known = set(self.shared)
        error = next((self._failed[name] for name in now if name in self._failed), None)
        if error is None:
            try:
                code = compile(ast.Module([statement], []), f"<given cell {number}>", "exec")
                with at_most(self._seconds):
                    exec(code, self.shared)
            except (Exception, SystemExit) as problem:
                error = f"given cell {number}: {type(problem).__name__}: {problem}"
        binds = (binds - {"*"}) | (set(self.shared) - known)
        uses = needed_ever(statement)
        if isinstance(statement, _SCOPES):
            self._read |= uses
        for name in binds:
            self._owner[name] = "given"
            # An assignment may build on the name's value so far.
            self._uses[name] = uses | (self._uses.get(name, set()) if name in uses else set())
            self._functions.discard(name)
            self._failed.pop(name, None)
        if error is not None:
            self._failed.update(dict.fromkeys(binds | (changes & self.shared.keys()), error))
        return error is None

    def _owner_of(self, name: str) -> str:
        owner = self._owner.get(name)
        return owner or ("given" if hasattr(builtins, name) else "student")

    def _closure(self, names: Iterable[str]) -> set[str]:
        """Return the names with all that given functions among them read in turn."""
        found: set[str] = set()
        todo = list(names)
        while todo:
            name = todo.pop()
            if name not in found:
                found.add(name)
                if self._owner_of(name) == "given":
                    todo.extend(self._uses.get(name, ()))
        return found

    def _plan(self, cell: Cell, tree: ast.Module, text: str, fault: str) -> None:
        grade_id = grade_id_of(cell)
        if grade_id is None or grade_id in self.plans:
            raise BrokenSourceError(f"a test cell without a grade_id of its own: {grade_id}")
        needs = needs_of(tree.body)
        closure = self._closure(needs)
        by_owner: dict[str, set[str]] = {"given": set(), "student": set(), "test": set()}
        if needs & _DYNAMIC or "__main__." in text:  # it may read any name
            closure |= {name for name, owner in self._owner.items() if owner == "student"}
        for name in closure:
            by_owner[self._owner_of(name)].add(name)
        asked = self._asked(tree, needs, by_owner["student"])
        by_owner["given"] -= asked
        by_owner["student"] |= asked
        failed = [self._failed[name] for name in sorted(by_owner["given"]) if name in self._failed]
        value = points_at_the_end(tree, text)
        body = tree.body[:-1] if value is not None else tree.body
        hidden = has_hidden(text, self._hidden_marks)
        if not hidden:
            body = explained(body)
        name = f"<test {grade_id}>"
        binds = set().union(*map(bound_by, tree.body)) - {"*"}
        self.plans[grade_id] = TestPlan(
            grade_id=grade_id,
            points=float(nbgrader_metadata(cell).get("points", 0)),
            hidden=hidden,
            body=compiled(ast.Module(body, []), name, "exec"),
            last=None if value is None else compiled(ast.Expression(value), name, "eval"),
            direct=frozenset(needs & by_owner["student"]),
            student=frozenset(by_owner["student"]),
            wanted=frozenset(name for name in by_owner["student"] if name in self._owner),
            lent=frozenset(closure & self._lent - asked),
            functions=frozenset(by_owner["student"] & self._functions | asked),
            classes=frozenset(by_owner["student"] & self._classes),
            earlier=frozenset(by_owner["test"]),
            binds=frozenset(binds),
            asked_for_names=frozenset(asked_for_names(tree)),
            felt=frozenset(self._read | {name for name in binds if hasattr(builtins, name)}),
            input_checks=checks_of_inputs(tree, frozenset(by_owner["student"])),
            broken=fault or (failed[0] if failed else None),
            namespace=dict(self.shared),
            fresh={
                name: copy.deepcopy(self.shared[name])
                for name in by_owner["given"]
                if _changeable(self.shared.get(name))
            },
        )
        self._lent -= binds
        for name in binds:
            self._owner[name] = "test"
            self._uses.pop(name, None)

    def _asked(self, tree: ast.Module, needs: set[str], students: set[str]) -> set[str]:
        """Return functions that the solution imports and that a test asks as it asks answers."""
        functions = {n for n in needs & self._lent if inspect.isroutine(self.shared.get(n))}
        return only_asked(tree, functions, frozenset(students)) if functions else functions
