"""Run ``nbgrader generate_assignment`` in a course, and say why where it fails."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from autograder.cells import printable
from autograder.course.folders import Course

_SECONDS = 600


def generate_assignment(
    course: Course, assignment: str, scratch: Path, *options: str
) -> tuple[bool, str]:
    """Let nbgrader make an assignment's notebooks in a folder that is not the course's own.

    Parameters
    ----------
    course : Course
        The course.
    assignment : str
        The assignment's name.
    scratch : Path
        The folder: notebooks with all tests go into ``tests``, what students get into ``release``.
    *options : str
        More of the command's options.

    Returns
    -------
    done : bool
        Whether the command ended well.
    said : str
        The last of what it said, an error if there was one.
    """
    command = [sys.executable, "-m", "nbgrader", "generate_assignment", assignment, "--force"]
    command += [
        f"--CourseDirectory.release_directory={scratch / 'release'}",
        f"--CourseDirectory.source_with_tests_directory={scratch / 'tests'}",
        *options,
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
            timeout=_SECONDS,
            stdin=subprocess.DEVNULL,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return False, str(error)
    lines = [line.strip() for line in done.stderr.splitlines() if line.strip()]
    raised = [line for line in lines if re.match(r"[\w.]*(Error|Exception)\b", line)]
    said = printable(" ".join((raised or lines)[-1:]) or "it ended without a reason", 400)
    return not done.returncode, said
