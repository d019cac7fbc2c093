"""Results of what could not be graded: a folder that is refused, a grading that broke down."""

from __future__ import annotations

import copy
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from autograder.batch.graded_file import GradedFile
from autograder.batch.worker import Outcome
from autograder.cells import ReleaseRules, checksum, cleared_source, grade_id_of, printable, role_of
from autograder.course.folders import Refused
from autograder.files import regular_files
from autograder.notebook import Notebook
from autograder.notes import LOOK, Note
from autograder.result import Result, TestResult


def broken_down(outcome: Outcome, source: Notebook, rules: ReleaseRules) -> GradedFile:
    """Return what is kept of a job whose grading broke down: no points yet, and the reason.

    Its notebook is the instructor's without answers: what was handed in may be what broke the
    grader, and still lies where it was handed in.

    Parameters
    ----------
    outcome : Outcome
        What came back without a graded notebook.
    source : mapping
        The instructor's notebook.
    rules : ReleaseRules
        What a release leaves of it.
    """
    job, reason = outcome.job, printable(outcome.broken, 300)
    told = f"Not graded: grading broke down, which is not your mistake ({reason})."
    result = Result(
        job.student,
        job.assignment,
        job.notebook,
        tuple(_not_run(source, told)),
        notes=(Note("defect", f"grading broke down: {reason}"),),
        needs_human=True,
    )
    notebook = copy.deepcopy(source)
    for cell in notebook["cells"]:
        cell["source"] = cleared_source(cell, rules)
        if cell["cell_type"] == "code":
            cell["execution_count"], cell["outputs"] = None, []
        if grade_id_of(cell):
            cell["metadata"]["nbgrader"]["checksum"] = checksum(cell)
    return GradedFile.of(result, notebook)


def not_handed_in(student: str, assignment: str, name: str, source: Notebook) -> Result:
    """Return the result of a notebook that was left out, of which nothing was kept."""
    tests = tuple(_not_run(source, f"Not graded: there is no notebook {name}.ipynb."))
    return Result(student, assignment, name, tests)


def refused_folder(assignment: str, who: Refused, sources: Mapping[str, Notebook]) -> Result:
    """Return the result of a folder that is not graded at all."""
    tests = tuple(test for source in sources.values() for test in _not_run(source, who.reason))
    note = Note("refusal", f"refused, and not in the gradebook: {who.reason}")
    student = printable(who.student)
    return Result(student, assignment, "", tests, notes=(note,), needs_human=True)


def left_out(result: Result, folder: Path) -> bool:
    """Whether a notebook simply was not handed in, while another one of the student's was.

    Where none was, what came instead may be meant: it waits for a person as what cannot be read.
    """
    if result.isolation != "none" or any(note.kind in LOOK for note in result.notes):
        return False
    if os.path.lexists(folder / f"{result.notebook}.ipynb"):
        return False
    files = regular_files(folder, (".ipynb_checkpoints",), sys.maxsize)
    return any(name.lower().endswith(".ipynb") for name, _ in files)


def _not_run(source: Notebook, message: str) -> Iterator[TestResult]:
    """Yield each graded cell of a notebook as not run."""
    for cell in source["cells"]:
        if role_of(cell) in ("test", "manual", "task"):
            meta = cell["metadata"]["nbgrader"]
            points = float(meta.get("points", 0))
            yield TestResult(meta["grade_id"], 0.0, points, "not run", message)
