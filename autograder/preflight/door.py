"""Preflight at the start of grading: once for each state of the course, then from memory."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.course.cache_folder import cache_folder, file_mode, subfolder
from autograder.course.settings import grader_traits
from autograder.files import write_atomically
from autograder.hashes import conditions, key_of
from autograder.preflight.faults import Fault, PreflightError, not_accepted
from autograder.preflight.text import faults_of_text

if TYPE_CHECKING:
    from autograder.course.folders import Course
    from autograder.course.settings import Settings

Trial = Callable[[Sequence[str]], list[Fault]]
"""Grades the solution and the release of each of these notebooks, in whichever process."""

_fit: dict[tuple[Path, str], tuple[Any, Settings]] = {}
"""The state in which this process last found an assignment fit, and how it is graded.

The plugin asks for each submission."""


def preflight(
    course: Course, assignment: str, sources: Mapping[str, bytes], settings: Settings, trial: Trial
) -> list[Fault]:
    """Return all that is wrong with an assignment, accepted or not."""
    found = [
        fault
        for name, data in sources.items()
        for fault in faults_of_text(name, data, settings.rules)
    ]
    if any(not fault.acceptable for fault in found):
        return found  # what cannot be read or released cannot be tried
    key = _key(assignment, sources, settings)
    folder = subfolder(cache_folder(course.root, groupshared=course.groupshared), "preflight")
    memory = folder / f"{key_of(assignment=assignment)[:16]}.json"
    tried = _recall(memory, key)
    if tried is None:
        tried = trial(list(sources))
        data = {"key": key, "faults": [vars(fault) for fault in tried]}
        with contextlib.suppress(OSError):
            write_atomically(memory, json.dumps(data).encode(), file_mode(folder))
    named = {(fault.notebook, fault.cell) for fault in found}
    return found + [f for f in tried if f.inside or (f.notebook, f.cell) not in named]


def refuse_faults(
    course: Course, assignment: str, sources: Mapping[str, bytes], settings: Settings, trial: Trial
) -> Settings:
    """Stop before the first student where something is wrong that nobody has accepted.

    Returns
    -------
    Settings
        How to grade, with the tests that run inside.

    Raises
    ------
    PreflightError
        With all that is wrong.
    """
    accepted = grader_traits(course).accept
    state = dict(sources), settings, tuple(accepted)
    known, found = _fit.get((course.root, assignment), (None, settings))
    if known == state:
        return found
    faults = preflight(course, assignment, sources, settings, trial)
    if left := not_accepted(faults, accepted):
        raise PreflightError(assignment, left)
    found = placed(settings, faults)
    _fit[course.root, assignment] = state, found
    return found


def placed(settings: Settings, faults: Iterable[Fault]) -> Settings:
    """Return how to grade, with the tests that run inside because preflight found so."""
    tests = {(fault.notebook, fault.cell) for fault in faults if fault.inside}
    return replace(settings, inside=frozenset(tests))


def _key(assignment: str, sources: Mapping[str, bytes], settings: Settings) -> str:
    texts = {name: data.decode("utf-8", "replace") for name, data in sources.items()}
    return key_of(assignment=assignment, sources=texts, **conditions(settings, sources))


def _recall(memory: Path, key: str) -> list[Fault] | None:
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        data = json.loads(memory.read_bytes())
        if data["key"] == key:
            return [Fault(**fault) for fault in data["faults"]]
    return None
