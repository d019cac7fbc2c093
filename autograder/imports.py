"""Which modules an instructor's notebook imports, and in which versions they are installed."""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib import metadata
from pathlib import Path

from autograder.cells import role_of, text_of
from autograder.names import parse
from autograder.notebook import Notebook


def imports_of(source: Notebook, *, for_tests: bool = True) -> set[str]:
    """Return the modules that a notebook's cells import, those of the standard library left out.

    Parameters
    ----------
    source : dict
        The instructor's notebook.
    for_tests : bool
        Whether tests count, which students' processes never run.
    """
    names: set[str] = set()
    for cell in source["cells"]:
        if cell["cell_type"] != "code" or (not for_tests and role_of(cell) == "test"):
            continue
        tree = parse(text_of(cell["source"]))
        for node in ast.walk(tree) if tree else ():
            if isinstance(node, ast.Import):
                names.update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module)
    return {name for name in names if name.partition(".")[0] not in sys.stdlib_module_names}


@lru_cache(maxsize=64)
def imports_in(data: bytes, *, for_tests: bool = True) -> frozenset[str]:
    """Return what `imports_of` finds in a notebook's bytes.

    Empty where they hold no notebook: that is said where it is graded.
    """
    try:
        return frozenset(imports_of(json.loads(data), for_tests=for_tests))
    except (ValueError, KeyError, TypeError, AttributeError):
        return frozenset()


def versions(modules: Iterable[str], own: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the installed distributions that modules come from, each with its version.

    ``own`` are folders of the course's packages: their files count, not what they are called where
    they are installed. To look for them would take all that is installed, half a second.
    """
    found = set()
    for name in {module.partition(".")[0] for module in modules} - {
        Path(each).name for each in own
    }:
        try:
            found.add(f"{name}=={metadata.version(name)}")
        except metadata.PackageNotFoundError:
            found.update(f"{d}=={metadata.version(d)}" for d in _distributions().get(name, ()))
    return tuple(sorted(found))


@cache
def _distributions() -> dict[str, list[str]]:
    """Return the distributions that each module is in; it reads all that is installed."""
    return {name: list(found) for name, found in metadata.packages_distributions().items()}
