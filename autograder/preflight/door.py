"""Preflight at the start of grading: once for each state of the course, then from memory."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.batch.cache import conditions, key_of
from autograder.batch.files import write_atomically
from autograder.course.settings import FOLDER, grader_traits
from autograder.preflight.faults import Fault, PreflightError, not_accepted
from autograder.preflight.text import faults_of_text

if TYPE_CHECKING:
    from autograder.course.folders import Course
    from autograder.course.settings import Settings

Trial = Callable[[Sequence[str]], list[Fault]]
"""Grades the solution and the release of each of these notebooks, in whichever process."""

_fit: dict[tuple[Path, str], tuple[Any, ...]] = {}
"""The state in which this process last found an assignment fit; the plugin asks per submission."""


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
    memory = course.root / FOLDER / "preflight" / f"{key_of(assignment=assignment)[:16]}.json"
    tried = _recall(memory, key)
    if tried is None:
        tried = trial(list(sources))
        data = {"key": key, "faults": [vars(fault) for fault in tried]}
        with contextlib.suppress(OSError):
            memory.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(memory, json.dumps(data).encode(), 0o600)
    named = {(fault.notebook, fault.cell) for fault in found}
    return found + [fault for fault in tried if (fault.notebook, fault.cell) not in named]


def refuse_faults(
    course: Course, assignment: str, sources: Mapping[str, bytes], settings: Settings, trial: Trial
) -> None:
    """Stop before the first student where something is wrong that nobody has accepted.

    Raises
    ------
    PreflightError
        With all that is wrong.
    """
    accepted = grader_traits(course).accept
    state = dict(sources), settings, tuple(accepted)
    if _fit.get((course.root, assignment)) == state:
        return
    if left := not_accepted(preflight(course, assignment, sources, settings, trial), accepted):
        raise PreflightError(assignment, left)
    _fit[course.root, assignment] = state


def _key(assignment: str, sources: Mapping[str, bytes], settings: Settings) -> str:
    texts = {name: data.decode("utf-8", "replace") for name, data in sources.items()}
    return key_of(assignment=assignment, sources=texts, **conditions(settings, sources))


def _recall(memory: Path, key: str) -> list[Fault] | None:
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        data = json.loads(memory.read_bytes())
        if data["key"] == key:
            return [Fault(**fault) for fault in data["faults"]]
    return None
