"""The instructor's notebooks as they grade: nbgrader's AUTOTEST lines made into tests.

nbgrader writes these tests itself, from ``autotests.yml`` and what the solution gives. It does so
once for each state of the course; the result is kept.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.cells import printable
from autograder.errors import AutograderError

if TYPE_CHECKING:
    from autograder.course.folders import Course

KEPT = Path(".autograder-cache") / "with-tests"
_SECONDS = 600


class AutotestError(AutograderError):
    """An AUTOTEST cannot be made into a test; the message says why and what to do."""


def instructors_notebooks(course: Course, assignment: str) -> dict[str, bytes]:
    """Return the instructor's notebooks of an assignment, by name, with all their tests.

    Raises
    ------
    CourseError, AutotestError
        If there are none, or nbgrader cannot make their tests.
    """
    paths = course.sources(assignment)
    found = {name: path.read_bytes() for name, path in paths.items()}
    mark = str(course.setting("InstantiateTests", "autotest_delimiter", "AUTOTEST"))
    if not any(_has_autotest(data, mark) for data in found.values()):
        return found
    file = str(course.setting("InstantiateTests", "autotest_filename", "autotests.yml"))
    folder = course.path("source", ".", assignment)
    templates = [path for path in (folder / file, course.root / file) if path.is_file()]
    if not templates:
        raise AutotestError(
            f"{assignment} holds AUTOTEST cells, and there is no {file}: put nbgrader's templates "
            f"into {course.root / file}."
        )
    digest = hashlib.sha256(templates[0].read_bytes())
    for name, data in sorted(found.items()):
        digest.update(name.encode() + b"\0" + hashlib.sha256(data).digest())
    kept = course.root / KEPT / f"{digest.hexdigest()[:20]}"
    if not kept.is_dir():
        _generate(course, assignment, kept)
    try:
        return {name: (kept / f"{name}.ipynb").read_bytes() for name in found}
    except FileNotFoundError as error:
        shutil.rmtree(kept, ignore_errors=True)
        raise AutotestError(f"nbgrader made no tests for {Path(error.filename).name}.") from None


def _has_autotest(data: bytes, mark: str) -> bool:
    try:
        cells = json.loads(data)["cells"]
        texts = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    except (ValueError, KeyError, TypeError):
        return False  # said where the notebook is read
    return any(mark in text for text in texts)


def _generate(course: Course, assignment: str, kept: Path) -> None:
    """Let nbgrader write the notebooks with their tests into a folder that is kept."""
    scratch = kept.with_name(f"{kept.name}-{os.getpid()}")
    command = [sys.executable, "-m", "nbgrader", "generate_assignment", assignment]
    command += ["--source_with_tests", "--no-db", "--force"]
    command += [f"--CourseDirectory.release_directory={scratch / 'release'}"]
    command += [f"--CourseDirectory.source_with_tests_directory={scratch / 'tests'}"]
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
        made = next(iter((scratch / "tests").rglob("*.ipynb")), None)
        if done.returncode or made is None:
            raise AutotestError(f"nbgrader cannot make the AUTOTESTs: {_reason(done.stderr)}")
        os.replace(made.parent, kept)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise AutotestError(f"nbgrader cannot make the AUTOTESTs: {error}") from None
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _reason(stderr: str) -> str:
    lines = [line.strip() for line in stderr.splitlines() if line.strip()]
    raised = [line for line in lines if re.match(r"[\w.]*(Error|Exception)\b", line)]
    return printable(" ".join((raised or lines)[-1:]) or "it ended without a reason", 400)
