"""The instructor's notebooks as they grade: nbgrader's AUTOTEST lines made into tests.

nbgrader writes these tests itself, from ``autotests.yml`` and what the solution gives. It does so
once for each state of the course; the result is kept.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.course.cache_folder import cache_folder, subfolder
from autograder.course.folders import CourseError
from autograder.course.generate import generate_assignment
from autograder.errors import AutograderError
from autograder.notebook import Notebook

if TYPE_CHECKING:
    from autograder.course.folders import Course


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
    cache = cache_folder(course.root, groupshared=course.groupshared)
    kept = subfolder(cache, "with-tests") / digest.hexdigest()[:20]
    if not kept.is_dir():
        _generate(course, assignment, kept)
    try:
        return {name: (kept / f"{name}.ipynb").read_bytes() for name in found}
    except FileNotFoundError as error:
        shutil.rmtree(kept, ignore_errors=True)
        raise AutotestError(f"nbgrader made no tests for {Path(error.filename).name}.") from None


def notebook_of(name: str, data: bytes) -> Notebook:
    """Return an instructor's notebook.

    Raises
    ------
    CourseError
        If it is none.
    """
    try:
        notebook: Notebook = json.loads(data)
        if not isinstance(notebook["cells"], list):
            raise TypeError("cells is no list")
    except (ValueError, KeyError, TypeError) as error:
        raise CourseError(
            f"The instructor's notebook {name}.ipynb cannot be read ({error}). "
            "Open it in JupyterLab, save it, and put that file into its folder."
        ) from None
    return notebook


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
    try:
        done, said = generate_assignment(
            course, assignment, scratch, "--source_with_tests", "--no-db"
        )
        made = next(iter((scratch / "tests").rglob("*.ipynb")), None)
        if not done or made is None:
            raise AutotestError(f"nbgrader cannot make the AUTOTESTs: {said}")
        os.replace(made.parent, kept)
    except OSError as error:
        if kept.is_dir():
            return  # another process has made the same meanwhile
        raise AutotestError(f"nbgrader cannot make the AUTOTESTs: {error}") from None
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
