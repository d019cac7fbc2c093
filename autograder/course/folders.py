"""A course folder as nbgrader sees it: settings, paths, and what students handed in.

nbgrader itself takes seconds to import, so its settings are read here with traitlets alone.
Names of student folders and everything in them are untrusted.
"""

from __future__ import annotations

import ast
import fnmatch
import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path, PurePath
from typing import Any

from autograder.cells import printable
from autograder.course.timestamps import read_timestamp
from autograder.errors import AutograderError
from autograder.files import why_no_folder

CONFIG = "nbgrader_config"
STEPS = ("source", "release", "submitted", "autograded", "feedback")
NAME_LIMIT = 128  # what the gradebook's columns hold
EXCHANGE = "/usr/local/share/nbgrader/exchange"  # nbgrader's default
IGNORED = [".ipynb_checkpoints", "*.pyc", "__pycache__", "feedback"]  # nbgrader's default


class CourseError(AutograderError):
    """The course folder cannot be graded as it is; the message says why and what to do."""


@dataclass(frozen=True)
class Submission:
    """One student's folder for one assignment."""

    student: str
    folder: Path
    timestamp: datetime | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Refused:
    """A folder among the submissions that is not graded at all, and why."""

    student: str
    reason: str


@dataclass(frozen=True)
class Course:
    """Settings of a course, with nbgrader's names and defaults."""

    root: Path
    db_url: str
    course_id: str = "default_course"
    structure: str = os.path.join("{nbgrader_step}", "{student_id}", "{assignment_id}")
    steps: Mapping[str, str] = field(default_factory=lambda: {step: step for step in STEPS})
    exclude: frozenset[str] = frozenset()
    ignore: tuple[str, ...] = tuple(IGNORED)
    max_file_kilobytes: int = 100_000
    groupshared: bool = False
    permissions: int = 0o444
    config: Any = None

    @property
    def exchange(self) -> Path:
        """The folder through which students and instructors hand over their files."""
        return Path(str(self.setting("Exchange", "root", EXCHANGE)))

    @property
    def stamped_in(self) -> str:
        """The name of the time zone in which nbgrader's exchange stamps hand-ins."""
        return str(self.setting("Exchange", "timezone", "UTC"))

    def path(self, step: str, student: str, assignment: str) -> Path:
        """Return the folder that holds ``step`` of a student's assignment."""
        formatted = self.structure.format(
            nbgrader_step=self.steps[step], student_id=student, assignment_id=assignment
        )
        return Path(os.path.normpath(self.root / formatted))

    def sources(self, assignment: str) -> dict[str, Path]:
        """Return the instructor's notebooks of an assignment by name.

        Raises
        ------
        CourseError
            If there are none; the message names the assignments that there are.
        """
        if assignment in ("", ".", "..") or "/" in assignment:
            raise CourseError(f"{printable(assignment)!r} is not the name of an assignment.")
        _refuse_marks("assignment", assignment)
        folder = self.path("source", ".", assignment)
        found = {path.stem: path for path in sorted(folder.glob("[!.]*.ipynb"))}
        if not found:
            parent = folder.parent
            others = sorted({path.parent.name for path in parent.glob("[!.]*/[!.]*.ipynb")})
            have = f"There are: {', '.join(others)}." if others else "There are none."
            raise CourseError(
                f"No notebook of {printable(assignment)!r} in {folder}. {have} "
                "Run this in the folder that holds nbgrader_config.py."
            )
        for name in found:
            _refuse_marks("notebook", name)
        return found

    def known_files(self, assignment: str) -> tuple[str, ...]:
        """Return the names of what the instructor handed out with an assignment."""
        try:
            return tuple(sorted(os.listdir(self.path("source", ".", assignment))))
        except OSError:
            return ()

    def students_own(self, assignment: str) -> tuple[str, ...]:
        """Return files that are handed out and whose submitted versions count."""
        named = self.setting("Autograde", "exclude_overwriting", {})
        mine = named.get(assignment, ()) if hasattr(named, "get") else ()
        return tuple(str(PurePath(name).as_posix()) for name in mine)

    def setting(self, section: str, name: str, default: Any = None) -> Any:
        """Return one value of the configuration, or ``default``."""
        return _setting(self.config or {}, section, name, default)

    def submissions(
        self, assignment: str, students: Sequence[str] = ()
    ) -> tuple[list[Submission], list[Refused]]:
        """Find what was handed in, in order of the students' names.

        Parameters
        ----------
        students : sequence of str
            Names or globs; empty for everybody.
        """
        found: list[Submission] = []
        refused: list[Refused] = []
        for student, folder, reason in sorted(self._candidates(assignment)):
            if student in self.exclude or (
                students and not any(fnmatch.fnmatchcase(student, glob) for glob in students)
            ):
                continue
            reason = reason or unusable_name(student)
            if reason:
                refused.append(Refused(student, reason))
                continue
            timestamp, note = read_timestamp(folder, self.stamped_in)
            found.append(Submission(student, folder, timestamp, (note,) if note else ()))
        return found, refused

    def _candidates(self, assignment: str) -> Iterator[tuple[str, Path, str]]:
        """Yield (student, folder, reason to refuse) for each folder of the layout."""
        parts = Path(self.structure).parts
        student_part = next((n for n, part in enumerate(parts) if "{student_id}" in part), None)
        if student_part is None:
            raise CourseError("CourseDirectory.directory_structure names no {student_id}.")

        def fill(part: str, student: str) -> str:
            return part.format(
                nbgrader_step=self.steps["submitted"], student_id=student, assignment_id=assignment
            )

        base = self.root.joinpath(*(fill(part, "") for part in parts[:student_part]))
        pattern = re.compile(
            "(?P<s>.+)".join(
                re.escape(fill(piece, "")) for piece in parts[student_part].split("{student_id}")
            ),
            re.DOTALL,
        )
        try:
            entries = list(os.scandir(base))
        except (FileNotFoundError, NotADirectoryError):
            return
        except OSError as error:
            raise CourseError(
                f"{base} cannot be read ({error.strerror}): is its drive there, and may you?"
            ) from None
        for entry in entries:
            match = pattern.fullmatch(entry.name)
            if match is None or entry.name.startswith("."):  # nbgrader's globs skip hidden ones
                continue
            student, folder = match["s"], Path(entry.path)
            rest = [fill(part, student) for part in parts[student_part + 1 :]]
            for step in (Path(), *map(Path, rest)):
                folder = folder / step
                reason = why_no_folder(folder)
                if reason is not None:
                    if reason:
                        yield student, folder, f"{printable(folder.relative_to(base), 60)} {reason}"
                    break
            else:
                yield student, folder, ""


def _refuse_marks(what: str, name: str) -> None:
    """Refuse a name that nbgrader takes for a pattern, or for its own sign."""
    if marks := "".join(dict.fromkeys(re.findall(r"[\[\]*?+]", name))):
        raise CourseError(
            f"The {what} {printable(name)!r} cannot be graded: {' '.join(marks)} cannot stand in "
            "a name, because nbgrader reads it as a pattern. Rename it."
        )


def unusable_name(student: str) -> str:
    """Say why a folder's name cannot be a student's id, or return an empty string."""
    try:
        student.encode("utf-8")
    except UnicodeEncodeError:
        return "the folder's name is not valid UTF-8"
    if not student.isprintable():
        return "the folder's name holds control or other unprintable characters"
    if len(student) > NAME_LIMIT:
        return f"the folder's name is longer than {NAME_LIMIT} characters"
    return ""


def load_course(root: Path | None = None) -> Course:
    """Read the course's settings: nbgrader_config.py in ``root`` and in Jupyter's folders.

    Raises
    ------
    CourseError
        If there is no ``nbgrader_config.py`` in ``root``, or one cannot be read.
    """
    root = (root or Path.cwd()).resolve()
    if not (root / f"{CONFIG}.py").is_file() and not (root / f"{CONFIG}.json").is_file():
        raise CourseError(
            f"There is no {CONFIG}.py in {root}. Run this in the root folder of a course."
        )
    config = _load_config(root)

    def of(name: str, default: Any) -> Any:
        return _setting(config, "CourseDirectory", name, default)

    return course_from(Path(os.path.abspath(root / of("root", ""))), config, of)


def course_from(root: Path, config: Any, of: Callable[[str, Any], Any]) -> Course:
    """Return the course of a configuration.

    Parameters
    ----------
    of : callable
        Returns a setting of ``CourseDirectory`` by its name, or the default that follows it.
    """
    groupshared = bool(of("groupshared", False))
    permissions = _setting(config, "BaseConverter", "permissions", 664 if groupshared else 444)
    permissions = _setting(config, "Autograde", "permissions", permissions)
    return Course(
        root=root,
        db_url=of("db_url", "") or f"sqlite:///{root / 'gradebook.db'}",
        course_id=str(of("course_id", "")).strip() or "default_course",
        structure=of("directory_structure", Course.structure),
        steps={step: of(f"{step}_directory", step) for step in STEPS},
        exclude=frozenset(filter(None, of("student_id_exclude", "").split(","))),
        ignore=tuple(of("ignore", list(IGNORED))),
        max_file_kilobytes=int(of("max_file_size", 100_000)),
        groupshared=groupshared,
        permissions=int(str(permissions), 8),
        config=config,
    )


def _load_config(root: Path) -> Any:
    from jupyter_core.paths import jupyter_config_path
    from traitlets.config.loader import Config, JSONFileConfigLoader, PyFileConfigLoader

    config = Config()
    for folder in [*reversed(jupyter_config_path()), str(root)]:
        for loader in (PyFileConfigLoader, JSONFileConfigLoader):
            name = CONFIG + (".py" if loader is PyFileConfigLoader else ".json")
            if not os.path.isfile(os.path.join(folder, name)):
                continue
            try:
                config.merge(loader(name, path=folder).load_config())
            except Exception as error:
                where = os.path.join(folder, name)
                raise CourseError(
                    f"{where} cannot be read: {type(error).__name__}: {error}"
                ) from None
    return config


def _setting(config: Any, section: str, name: str, default: Any) -> Any:
    if section not in config or name not in config[section]:
        return default
    value = config[section][name]
    if isinstance(value, str) and type(value) is not str:  # of the command line, not yet read
        try:
            return ast.literal_eval(str(value))
        except (ValueError, SyntaxError):
            return str(value)
    merge = getattr(value, "get_value", None)  # c.X.names.append(...) stays lazy until merged
    return merge(default) if callable(merge) else value
