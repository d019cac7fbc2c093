"""The instructor's notebook, understood once: what grading asks of it for every submission."""

from __future__ import annotations

import contextlib
import importlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from autograder.cells import grade_ids_of, role_of, text_of
from autograder.course.settings import CourseCode, Settings
from autograder.examiner.inside import InsideTest, inside_tests
from autograder.examiner.rehearsal import Rehearsal
from autograder.examiner.trusted_notebook import TrustedNotebook
from autograder.handed_out import enter
from autograder.hashes import environment_hash, tests_hash
from autograder.imports import imports_of, versions
from autograder.intake.read import Intake, read_bytes
from autograder.intake.reassemble import reassemble
from autograder.intake.trusted import TrustedCell, trusted_cells
from autograder.intake.wanted import wanted_of_tests
from autograder.notebook import Cell, Notebook
from autograder.stand_ins import as_in_grading


@dataclass(eq=False)
class Assignment:
    """One notebook of an assignment; made by `from_notebook`, and the same for all submissions.

    Attributes
    ----------
    name, notebook : str
        The assignment's name, and this notebook's.
    source : dict
        The instructor's notebook, with solutions and hidden tests.
    settings : Settings
        How to grade.
    folder : str or None
        Where the files that students are given stand for tests and the instructor's cells.
    others : mapping of str to collection of str
        The assignment's other notebooks and their grade ids: their files are not this one.
    cells : tuple of TrustedCell
        The notebook's cells, with what students were given of them.
    graded : tuple of dict
        Those that points are given for.
    grade_ids : frozenset of str
        Ids of all that have one.
    trusted : TrustedNotebook
        Its tests, ready to run, and the names that they see.
    prelude : tuple of str
        Cells that submissions begin with.
    hashes : dict
        ``tests`` and ``environment``: sha256 of what results depend on beside the submission.
    inside : dict
        The tests, by grade id, where some of them are judged in the student's process; else empty.
    rehearsal : Rehearsal or None
        What the solution does in the tests; None until a submission makes it matter.
    found_lines : dict
        What searches for a wrong line have found: many students make the same mistakes.
    """

    name: str
    notebook: str
    source: Notebook
    settings: Settings
    folder: str | None
    others: Mapping[str, Collection[str]]
    cells: tuple[TrustedCell, ...]
    graded: tuple[Cell, ...]
    grade_ids: frozenset[str]
    trusted: TrustedNotebook
    prelude: tuple[str, ...]
    hashes: dict[str, str]
    inside: dict[str, InsideTest] = field(default_factory=dict)
    rehearsal: Rehearsal | None = None
    found_lines: dict[str, Any] = field(default_factory=dict)

    def with_inside(self, tests: Collection[str]) -> Assignment:
        """Return this assignment with these tests judged in the student's process."""
        return replace(self, inside=inside_tests(self.cells, tests), rehearsal=None)

    @classmethod
    def from_notebook(
        cls,
        source: Notebook,
        name: str,
        notebook: str,
        settings: Settings | None = None,
        others: Mapping[str, Collection[str]] | None = None,
    ) -> Assignment:
        """Understand an instructor's notebook. What forks are to find ready is made here.

        Raises
        ------
        BrokenSourceError
            If it cannot be used.
        """
        settings = settings or Settings()
        rules, code = settings.rules, settings.code
        folder = enter(settings.files)
        modules = imports_of(source)
        with contextlib.chdir(folder) if folder else contextlib.nullcontext():
            for module in modules:
                with contextlib.suppress(Exception), as_in_grading():
                    importlib.import_module(module)
            trusted = TrustedNotebook(source, rules, settings.limits.cell_timeout)
        cells = trusted_cells(source, rules)
        blank = reassemble(source, cells, Intake())
        # Takes in what students are given, so that forks find all that is kept of these texts.
        given = read_bytes(json.dumps(blank.notebook).encode())
        wanted_of_tests(reassemble(source, cells, given).steps)
        _get_test_packages_ready(source, code)
        return cls(
            name=name,
            notebook=notebook,
            source=source,
            settings=settings,
            folder=folder,
            others=others or {},
            cells=cells,
            graded=tuple(
                cell for cell in source["cells"] if role_of(cell) in ("test", "manual", "task")
            ),
            grade_ids=grade_ids_of(source),
            trusted=trusted,
            prelude=blank.prelude,
            hashes={
                "tests": tests_hash(source, code, settings.files.digest),
                "environment": environment_hash(code, versions(modules, code.folders)),
            },
        )


def _get_test_packages_ready(source: Notebook, code: CourseCode) -> None:
    """Let packages of the tests make what they keep; what fails here fails again in its test."""
    tests = "\n".join(text_of(c["source"]) for c in source["cells"] if role_of(c) == "test")
    for folder in code.test_packages:
        with contextlib.suppress(Exception):
            package = importlib.import_module(Path(folder).name)
            package.get_ready(tests)
