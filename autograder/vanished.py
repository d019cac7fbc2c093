"""Which names a submission loses on its way: deleted, reset, or overwritten by something else."""

from __future__ import annotations

import ast
import functools
import re
from collections.abc import Iterator, Mapping, Sequence

from autograder.cells import printable
from autograder.names import bound_by, parse
from autograder.result import TestResult

_ERASERS = re.compile(r"reset|\bdel\b|clear|globals|__dict__|user_ns|exec\b|xdel")


class Vanished:
    """Watches the names that given cells and answers bind, from test to test.

    It asks for nothing itself: it looks where the names were fetched for a test anyway.
    """

    def __init__(self) -> None:
        self._kinds: dict[str, str] = {}
        self._since: list[tuple[str, str]] = []
        self._told: set[str] = set()
        self.events: list[tuple[str, str]] = []

    def ran(self, cell: str, text: str, binds: Mapping[str, str], *, own: bool) -> None:
        """Note that a cell has run and bound these names; ``own`` if it is the student's."""
        self._kinds.update(binds)
        self._told -= binds.keys()
        if own:
            self._since.append((cell, text))

    def look(self, names: Mapping[str, str], grade_id: str) -> None:
        """See before which test which names were gone."""
        watched = {name: kind for name, kind in self._kinds.items() if name not in self._told}
        gone = [name for name in watched if name not in names]
        changed = [n for n, kind in watched.items() if kind and names.get(n, kind) != kind]
        if gone:
            text = f"before test {grade_id} these names were gone: {_listed(gone)}"
            self.events.append((grade_id, text + self._blame(gone)))
        if changed:
            text = f"before test {grade_id} these names stood for something else: "
            self.events.append((grade_id, text + _listed(changed) + self._blame(changed)))
        self._told.update(gone, changed)
        seen = {n: names[n] for n, kind in watched.items() if not kind and n in names}
        self._kinds.update({name: kind for name, kind in seen.items() if kind != "value"})
        self._since.clear()

    def costly(self, results: Sequence[TestResult]) -> Iterator[str]:
        """Yield what was gone before a test, where it or a later one did not give all points."""
        order = [test.grade_id for test in results]
        for grade_id, text in self.events:
            later = results[order.index(grade_id) :]
            if any((test.points or 0) < test.max_points for test in later):
                yield text

    def _blame(self, names: list[str]) -> str:
        """Say which cell did it, or may have done it."""
        binding = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b[^=\n]*=(?!=)")
        for pattern in (_ERASERS, binding):
            found = [cell for cell, text in self._since if pattern.search(text[:100_000])]
            if found:
                break
        else:
            found = [cell for cell, _ in self._since]
        if not found:
            return ""
        return f" (since cell {' or '.join(printable(cell, 40) for cell in found[-3:])})"


def _listed(names: list[str]) -> str:
    shown = [printable(name, 40) for name in sorted(names)[:8]]
    return ", ".join(shown) + (f" and {len(names) - 8} more" if len(names) > 8 else "")


@functools.lru_cache(maxsize=256)
def kinds_of(text: str) -> Mapping[str, str]:
    """Return the names that a cell of ours leaves bound, and their kinds where these are plain."""
    tree = parse(text)
    kinds: dict[str, str] = {}
    for node in tree.body if tree else []:
        for name in bound_by(node):
            kinds[name] = ""
            if isinstance(node, ast.Import):
                kinds[name] = "module"
            elif isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.decorator_list:
                kinds[name] = "function" if isinstance(node, ast.FunctionDef) else "class"
    for part in ast.walk(tree) if tree else []:
        if isinstance(part, ast.Delete):
            for target in part.targets:
                kinds.pop(getattr(target, "id", ""), None)
    return kinds
