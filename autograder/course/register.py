"""See to it that the gradebook knows an assignment as the instructor's notebooks have it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from typing import Any

from autograder.cells import nbgrader_metadata, printable, role_of, text_of
from autograder.course.folders import Course, CourseError
from autograder.gradebook.book import Gradebook
from autograder.gradebook.rows import AssignmentInfo


def registered(
    course: Course,
    assignment: str,
    book: Gradebook,
    sources: Mapping[str, Mapping[str, Any]],
    say: Callable[[str], None] = lambda text: None,
) -> AssignmentInfo:
    """Return the assignment's rows; let nbgrader write them if they are missing or out of date.

    Raises
    ------
    CourseError
        If nbgrader refuses, with its reason.
    """
    info = book.load()
    if info is not None and _agrees(info, sources):
        return info
    state = "is not in the gradebook yet" if info is None else "was changed since it was released"
    say(f"{assignment} {state}: nbgrader brings the gradebook up to date.")
    reason = _generate(course, assignment)
    info = book.load()
    if info is None or not _agrees(info, sources):
        raise CourseError(
            f"The gradebook does not know {printable(assignment)} as the instructor's notebooks "
            f"have it, and `nbgrader generate_assignment {printable(assignment)}` did not bring "
            f"it up to date: {reason}"
        )
    return info


def _agrees(info: AssignmentInfo, sources: Mapping[str, Mapping[str, Any]]) -> bool:
    if set(info.notebooks) != set(sources):
        return False
    for name, notebook in sources.items():
        known = info.cells[name]
        graded = set()
        for cell in notebook["cells"]:
            mark = nbgrader_metadata(cell)
            if not any(mark.get(kind) for kind in ("grade", "solution", "locked", "task")):
                continue
            row = known.get(mark.get("grade_id", ""))
            if row is None:
                return False
            role = role_of(cell)
            if role in ("test", "manual", "task") and (mark.get("grade") or mark.get("task")):
                graded.add(row.name)
                if row.grade_id is None or row.max_score != float(mark.get("points", 0)):
                    return False
            text = text_of(cell["source"])
            if role == "test" and "SOLUTION" not in text and row.source != text:
                return False
        if graded != {row.name for row in known.values() if row.grade_id}:
            return False
    return True


def _generate(course: Course, assignment: str) -> str:
    """Let nbgrader register the assignment, its release going to a folder that is thrown away."""
    with tempfile.TemporaryDirectory() as scratch:
        command = [sys.executable, "-m", "nbgrader", "generate_assignment", assignment, "--force"]
        command += [
            f"--CourseDirectory.release_directory={os.path.join(scratch, 'release')}",
            f"--CourseDirectory.source_with_tests_directory={os.path.join(scratch, 'tests')}",
        ]
        # nbgrader calls alembic by its bare name, which stands beside the interpreter.
        path = os.pathsep.join([os.path.dirname(sys.executable), os.environ.get("PATH", "")])
        try:
            done = subprocess.run(
                command,
                cwd=course.root,
                env=os.environ | {"PATH": path},
                capture_output=True,
                text=True,
                errors="replace",
                timeout=600,
                stdin=subprocess.DEVNULL,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            return str(error)
    lines = [line.strip() for line in done.stderr.splitlines() if line.strip()]
    raised = [line for line in lines if re.match(r"[\w.]*(Error|Exception)\b", line)]
    return printable(" ".join((raised or lines)[-1:]) or "it ended without a reason", 400)
