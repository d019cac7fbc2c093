"""What a test binds while it runs, for the student's functions to read."""

from __future__ import annotations

import builtins
from types import ModuleType
from typing import Any

_MISSING = object()


class Rebound:
    """Names that a test binds anew, hides or deletes, as they are at each call.

    Only such names count as the course's own functions read, or as Python knows: what else a test
    computes, an expected value say, stays here.

    Parameters
    ----------
    felt : frozenset of str
        These names.
    names : dict
        The test's namespace, before it runs.
    """

    def __init__(self, felt: frozenset[str], names: dict[str, Any]) -> None:
        self._names = names
        self._before = {name: names.get(name, _MISSING) for name in felt}
        self._builtins = dict(vars(builtins))

    def bound(self) -> dict[str, Any]:
        """Return what is bound now."""
        found = {}
        for name, before in self._before.items():
            now = self._names.get(name, _MISSING)
            if now is before:
                continue
            # A number under a builtin's name is a result of the test's, not a replacement.
            known = callable(now) if hasattr(builtins, name) else now is not _MISSING
            if known and not isinstance(now, ModuleType | type):
                found[name] = now
        return found

    def removed(self) -> list[str]:
        """Return what the test has deleted."""
        return [
            name
            for name, before in self._before.items()
            if before is not _MISSING and name not in self._names
        ]

    def replaced(self) -> dict[str, Any]:
        """Return the builtin functions that are replaced now, in the module of builtins itself."""
        if vars(builtins) == self._builtins:
            return {}
        return {
            name: now
            for name, now in vars(builtins).items()
            if now is not self._builtins.get(name) and callable(now) and name[0] != "_"
        }
