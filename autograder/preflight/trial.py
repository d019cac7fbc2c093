"""Faults that show when the instructor's own solution and the released notebook are graded."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from autograder.assignment import Assignment
from autograder.cells import SKIP, grade_id_of, printable, role_of, tags_of
from autograder.examiner.failures import TELL
from autograder.grade import Graded, grade_notebook
from autograder.notebook import Notebook
from autograder.preflight.faults import Fault

if TYPE_CHECKING:
    from autograder.sandbox.server import StudentServer

INSIDE = "It runs inside the student's sandbox, where her code can see it and change its outcome."
REPAIR = "Repair the solution, the test or what they need"
OR_INSIDE = "; or see whether it can be judged inside (--tests auto)."
SOLUTION, RELEASE = "your own solution", "the untouched release"


def faults_of_trial(assignment: Assignment, server: StudentServer | None) -> list[Fault]:
    """Grade the solution and the release, and return what is wrong with the course."""
    solved = _graded(assignment, assignment.source, SOLUTION, server)
    found = [*_of_cells(assignment, solved), *_of_solution(assignment, solved)]
    named = {fault.cell for fault in found}
    untouched = _graded(assignment, released(assignment), RELEASE, server)
    return found + [f for f in _of_release(assignment, untouched) if f.cell not in named]


def faults_of_either(assignment: Assignment, server: StudentServer | None) -> list[Fault]:
    """Return what is wrong with the course where tests may run inside.

    A test that cannot be judged from outside, and can be from inside, is named as settled so;
    of one that neither can judge, what is wrong inside.
    """
    outside = faults_of_trial(assignment, server)
    tests = set(assignment.trusted.plans)
    causes = {fault.cell: fault for fault in outside if fault.cell in tests}
    left: dict[str, Fault] = {}
    tried: set[str] = set()
    while causes.keys() - tried:
        tried = set(causes)
        again = faults_of_trial(assignment.with_inside(tried), server)
        left = {fault.cell: fault for fault in again if fault.cell in tests}
        # What needs a name that an earlier test binds follows that test inside.
        causes = {**left, **causes}
    return [fault for fault in outside if fault.cell not in tests] + [
        left.get(cell) or replace(fault, remedy=INSIDE, inside=True)
        for cell, fault in causes.items()
    ]


def _graded(
    assignment: Assignment,
    notebook: Notebook,
    name: str,
    server: StudentServer | None,
) -> Graded:
    data = json.dumps(notebook).encode()
    return grade_notebook(assignment, data, student=name, server=server, candid=True)


def released(assignment: Assignment) -> Notebook:
    """Return the notebook as students are given it."""
    book = copy.deepcopy(assignment.source)
    for cell, known in zip(book["cells"], assignment.cells, strict=True):
        cell["source"] = known.released
    return book


def _of_cells(assignment: Assignment, solved: Graded) -> Iterator[Fault]:
    """Yield the instructor's cells that fail around her own solution."""
    for number, (cell, ran) in enumerate(
        zip(assignment.source["cells"], solved.notebook["cells"], strict=True), 1
    ):
        if role_of(cell) != "given" or cell["cell_type"] != "code" or SKIP in tags_of(cell):
            continue
        if "raises-exception" in tags_of(cell):
            continue
        for output in ran.get("outputs", []):
            if output["output_type"] == "error":
                said = printable(f"{output['ename']}: {output['evalue']}", 300)
                name = grade_id_of(cell) or f"number {number}"
                yield Fault(
                    assignment.notebook,
                    name,
                    f"your cell fails in the sandbox, even with your solution ({said}).",
                    _remedy(output["ename"]),
                    acceptable=True,
                )


def _remedy(error: str) -> str:
    if error in ("ModuleNotFoundError", "ImportError"):
        return "Install it where the grading runs, or put the module beside the notebook."
    if error == "FileNotFoundError":
        return "Put the file beside the notebook, where nbgrader hands it out."
    if error in ("URLError", "gaierror", "ConnectionError"):
        return "There is no network: put what it fetches beside the notebook."
    return "Repair the cell, or tag it skip-execution if grading does not need it."


def _of_solution(assignment: Assignment, solved: Graded) -> Iterator[Fault]:
    for test in solved.result.tests:
        if test.verdict in ("passed", "manual") or test.points == test.max_points:
            continue
        if test.points:
            cause = f"your own solution gets {test.points:g} of {test.max_points:g} points."
        else:
            cause = f"your own solution does not pass it ({_one_line(test.message)})."
        yield Fault(
            assignment.notebook,
            test.grade_id,
            cause,
            REPAIR + ("." if test.where == "inside" else OR_INSIDE),
            acceptable=True,
        )


def _of_release(assignment: Assignment, untouched: Graded) -> Iterator[Fault]:
    for test in untouched.result.tests:
        if test.points and test.verdict != "manual":
            yield Fault(
                assignment.notebook,
                test.grade_id,
                f"the untouched release gets {test.points:g} of {test.max_points:g} points.",
                "Let it ask for something that only an answer can give.",
                acceptable=True,
            )


def _one_line(message: str) -> str:
    said, own = "", message.replace(TELL, "")  # its reader is the instructor
    for line in filter(None, (" ".join(each.split()) for each in own.splitlines())):
        said += ("" if not said else " " if said[-1] in ".:,;?!" else "; ") + line
    return printable(said, 300).rstrip(".") or "it does not say why"
