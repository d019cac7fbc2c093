"""Build everything that is derived from hand-written text; see CONTRIBUTING for the table."""

from __future__ import annotations

import importlib
import json
import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import cast

import nbformat

from autograder.build.memory import Memory, build_key
from autograder.build.project import Project
from autograder.build.release import is_plain, released
from autograder.build.text import (
    CONTENT_KEY,
    TextError,
    content_hash,
    to_bytes,
    to_notebook,
    to_text,
)
from autograder.course.folders import load_course
from autograder.course.releases import remember_standing
from autograder.course.settings import release_rules
from autograder.errors import AutograderError
from autograder.files import write_atomically
from autograder.handed_out import HandedOut
from autograder.notebook import Notebook

_HERE = Path(__file__).parent
_BUILDER = (_HERE, _HERE.parent / "cells.py", _HERE.parent / "batch" / "files.py")
"""All on which a notebook depends beside its text."""


class BuildError(AutograderError):
    """Something that stops the build; its message names the file and the remedy."""


def build(root: Path, names: list[str] | None = None) -> list[Path]:
    """Build notebooks and the tables in ``utils`` that come from text.

    Parameters
    ----------
    root : Path
        The course's folder.
    names : list of str, optional
        Notebooks to build, such as ``["02_regularization"]``; all without it.

    Returns
    -------
    list of Path
        The files whose content changed.

    Raises
    ------
    BuildError
        If there is no such course or notebook, a text is wrong, or a notebook holds edits that
        its text does not.
    """
    project = open_project(root)
    memory = Memory(root)
    known = {*project.assignments, *project.lessons}
    unknown = set(names or []) - known
    if unknown:
        raise BuildError(
            f"There is no text for {', '.join(sorted(unknown))}. Known: {', '.join(sorted(known))}."
        )
    chosen = set(names or known)
    changed = []
    for lesson in chosen.intersection(project.lessons):
        changed += _build_notebook(project.lesson_text(lesson), project.lesson(lesson), memory)
    assignments = sorted(chosen.intersection(project.assignments))
    for assignment in assignments:
        changed += _build_notebook(project.text(assignment), project.source(assignment), memory)
    if assignments:
        changed += _build_releases(project, assignments, memory)
        for file, content in _tables(project.root):
            changed += write(file, content)
    return changed


def _tables(root: Path) -> Iterable[tuple[Path, bytes]]:
    """Return what the course itself makes of its text, as ``c.Grader.tables`` says."""
    from autograder.course.settings import grader_traits

    module, _, function = grader_traits(load_course(root)).tables.partition(":")
    if not module:
        return ()
    try:
        make: Callable[[Path], Iterable[tuple[Path, bytes]]]
        make = getattr(importlib.import_module(module), function)
        return make(root)
    except (ImportError, AttributeError) as error:
        raise BuildError(
            f"c.Grader.tables in nbgrader_config.py names {module}:{function}: {error}"
        ) from error


def pull(root: Path, name: str) -> Path:
    """Bring a notebook's edits, made in JupyterLab, back into its text.

    Parameters
    ----------
    root : Path
        The course's folder.
    name : str
        Such as ``"02_regularization"`` or ``"lesson_2_regularization"``, or with the folder of
        its text before it.

    Returns
    -------
    Path
        The text master that was written.

    Raises
    ------
    BuildError
        If there is no such notebook, or its cells do not make a valid text.
    """
    project = open_project(root)
    room, _, stem = name.rpartition("/")
    if stem in project.assignments and room in ("", "source"):
        text, notebook = project.text(stem), project.source(stem)
    elif stem in project.lessons and room in ("", "lessons"):
        text, notebook = project.lesson_text(stem), project.lesson(stem)
    else:
        known = ", ".join(
            [f"source/{each}" for each in project.assignments]
            + [f"lessons/{each}" for each in project.lessons]
        )
        raise BuildError(f"There is no text for {name}. Known: {known}.")
    edited = _read(notebook)
    for number, cell in enumerate(edited.cells, start=1):
        if cell.get("attachments"):
            raise BuildError(
                f"{notebook}, cell {number}: the text cannot hold a pasted picture; nothing was "
                "written. Save it as a file beside the notebook and show that: ![](picture.png)."
            )
    content = to_text(edited)
    try:
        rebuilt = to_notebook(content, text)
    except TextError as error:
        raise BuildError(f"{notebook} cannot be brought back: {error}") from error
    if content_hash(rebuilt) != content_hash(edited):
        raise BuildError(f"{notebook} has something that the text cannot hold; nothing was written")
    write(text, content.encode())
    # The notebook is now what its text says: building it again must not refuse.
    write(notebook, to_bytes(rebuilt))
    return text


def open_project(root: Path) -> Project:
    """Return the project in a folder, or say that there is none."""
    if not (root / "nbgrader_config.py").is_file() or not (root / "source").is_dir():
        raise BuildError(
            f"{root.resolve()} is no course: it needs nbgrader_config.py and source/. "
            "Run this command from the course's folder."
        )
    return Project(root)


def _build_notebook(text: Path, target: Path, memory: Memory) -> list[Path]:
    key = build_key(*_BUILDER, text)
    if memory.holds(target, key):
        return []
    try:
        # Windows' editor puts a mark before the first line.
        notebook = to_notebook(text.read_text(encoding="utf-8-sig"), text)
    except TextError as error:
        raise BuildError(str(error)) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise BuildError(f"{text}, line {line}, is not UTF-8: save the file as UTF-8.") from error
    if target.exists():
        standing = _read(target)
        content = content_hash(standing)
        edited = content != standing.metadata.get(CONTENT_KEY)
        if edited and content != content_hash(notebook):
            raise BuildError(
                f"{target} was edited since it was built. Bring the edit back with "
                f"'python -m autograder build --pull {text.parent.name}/{text.stem}', "
                "or delete the file to drop it."
            )
    changed = write(target, to_bytes(notebook))
    memory.note(target, key)
    return changed


def _build_releases(project: Project, assignments: list[str], memory: Memory) -> list[Path]:
    """Make the students' notebooks; nbgrader makes those for which a course asks more of it."""
    course = load_course(project.root)
    rules = release_rules(course)
    changed, left = [], []
    for assignment in assignments:
        source, target = project.source(assignment), project.release(assignment)
        key = build_key(*_BUILDER, source, repr(replace(rules, salt="")))
        if memory.holds(target, key):
            continue
        notebook = cast(Notebook, _read(source))
        if not is_plain(course, notebook):
            left.append(assignment)
            continue
        made = nbformat.from_dict(released(notebook, rules))
        # The hash belongs to the instructor's notebook, which holds other text.
        made["metadata"].pop(CONTENT_KEY, None)
        changed += _write_release(project, assignment, to_bytes(made))
        memory.note(target, key)
    changed += _releases_by_nbgrader(project, left) if left else []
    for assignment in assignments:
        changed += _hand_out(project, assignment, course.ignore)
    return changed


def _hand_out(project: Project, assignment: str, ignore: tuple[str, ...]) -> list[Path]:
    """Put beside the students' notebook the files that stand beside the instructor's."""
    here, there = project.source(assignment).parent, project.release(assignment).parent
    changed = []
    for file in HandedOut(str(here), ignore).files():
        if file.is_file():  # no link that leads nowhere
            changed += write(there / file.relative_to(here), file.read_bytes())
    return changed


def _releases_by_nbgrader(project: Project, assignments: list[str]) -> list[Path]:
    """Let nbgrader make the students' notebooks, in a folder and gradebook of their own."""
    from nbgrader.converters import GenerateAssignment
    from nbgrader.converters.base import NbGraderException
    from nbgrader.coursedir import CourseDirectory
    from traitlets.config.loader import PyFileConfigLoader

    config = PyFileConfigLoader("nbgrader_config.py", path=str(project.root)).load_config()
    changed = []
    with tempfile.TemporaryDirectory() as folder:
        for assignment in assignments:
            workshop = Project(Path(folder))
            shutil.copytree(
                project.source(assignment).parent,
                workshop.source(assignment).parent,
                ignore=shutil.ignore_patterns(".ipynb_checkpoints"),
            )
            coursedir = CourseDirectory(config=config, root=folder, assignment_id=assignment)
            converter = GenerateAssignment(coursedir=coursedir, config=config, force=True)
            converter.log.setLevel("ERROR")
            try:
                converter.start()
            except NbGraderException as error:
                raise BuildError(
                    f"nbgrader cannot make a release of {assignment}; its messages stand above."
                ) from error
            made = nbformat.read(workshop.release(assignment), as_version=4)
            made.metadata.pop(CONTENT_KEY, None)
            changed += _write_release(project, assignment, to_bytes(made))
    return changed


def _write_release(project: Project, assignment: str, content: bytes) -> list[Path]:
    """Write the students' notebook; the course remembers it, and the one that stood there."""
    target = project.release(assignment)
    course = load_course(project.root)
    remember_standing(course, assignment)
    changed = write(target, content)
    if changed:
        remember_standing(course, assignment)
    return changed


def _read(file: Path) -> nbformat.NotebookNode:
    try:
        notebook: nbformat.NotebookNode = nbformat.read(file, as_version=4)
    except (OSError, ValueError, nbformat.ValidationError, json.JSONDecodeError) as error:
        raise BuildError(f"{file} cannot be read as a notebook: {error}") from error
    return notebook


def write(file: Path, content: bytes) -> list[Path]:
    """Write a file if its content changes, and return it if so."""
    if file.exists() and file.read_bytes() == content:
        return []
    mode = file.stat().st_mode & 0o777 if file.exists() else None
    write_atomically(file, content, mode)
    return [file]
