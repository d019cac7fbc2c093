"""The students' notebook of an instructor's, as nbgrader's ``generate_assignment`` makes it.

Importing nbgrader costs more time than all else of a build. What it does by itself is done here, by
the rules by which submissions are compared with their release; whatever else a course asks for is
left to nbgrader.
"""

from __future__ import annotations

import copy

from autograder.batch.files import lock_cells
from autograder.cells import (
    ReleaseRules,
    checksum,
    is_locked,
    is_marked,
    nbgrader_metadata,
    released_source,
    text_of,
)
from autograder.course.folders import Course
from autograder.notebook import Notebook

_OTHER_WAYS = (
    *("GenerateAssignment", "GenerateAssignmentApp", "Assign", "IncludeHeaderFooter"),
    *("InstantiateTests", "LockCells", "ClearOutput"),
)
"""Sections of the configuration with which nbgrader makes another release."""
_RELEASE = "autograder.nbgrader_plugin.release.Release"
"""What `configure` sets there; it brings the gradebook up to date and makes the same release."""


def is_plain(course: Course, notebook: Notebook) -> bool:
    """Whether nbgrader would make a release without anything that is not done here."""
    config = course.config or {}
    for name in _OTHER_WAYS:
        asked = dict(config[name]) if name in config else {}
        if asked.get("exporter_class") == _RELEASE:
            del asked["exporter_class"]
        if asked:
            return False
    return not any("AUTOTEST" in text_of(cell["source"]) for cell in notebook["cells"])


def released(notebook: Notebook, rules: ReleaseRules) -> Notebook:
    """Return the notebook that students get."""
    made = copy.deepcopy(notebook)
    for cell in made["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None
        if not is_marked(cell):
            continue
        cell["source"] = released_source(cell, rules)
        meta = nbgrader_metadata(cell)
        if meta.get("grade") or meta.get("solution") or is_locked(cell):
            cell["metadata"]["nbgrader"]["checksum"] = checksum(cell)
    lock_cells(made)
    return made
