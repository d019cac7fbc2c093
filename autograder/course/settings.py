"""How a course is graded: its own code, limits, isolation, and what its releases look like."""

from __future__ import annotations

import contextlib
import functools
import importlib.util
import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from autograder.cells import ReleaseRules, printable
from autograder.course.cache_folder import cache_folder, course_salt
from autograder.course.folders import EXCHANGE, Course, CourseError
from autograder.handed_out import HandedOut
from autograder.imports import imports_in
from autograder.limits import Limits
from autograder.result import PLACES, Isolation

if TYPE_CHECKING:
    from autograder.course.traits import Grade, Grader
    from autograder.intake.earlier import Release

Traits = TypeVar("Traits", "Grader", "Grade")


@dataclass(frozen=True)
class CourseCode:
    """Packages of the course, beside what is installed.

    Attributes
    ----------
    packages : tuple of str
        Folders of the packages that students' code may import.
    test_packages : tuple of str
        Folders of those that only tests import.
    preload : tuple of str
        Names of modules that are imported before the first student.
    values : tuple
        Types whose values cross, each ``(module:class, (module:to_plain, module:from_plain))``.
    """

    packages: tuple[str, ...] = ()
    test_packages: tuple[str, ...] = ()
    preload: tuple[str, ...] = ()
    values: tuple[tuple[str, tuple[str, str]], ...] = ()

    @property
    def folders(self) -> tuple[str, ...]:
        """Those of all packages of the course."""
        return (*self.packages, *self.test_packages)


@dataclass(frozen=True)
class Settings:
    """How to grade; the same for every submission of a run.

    Attributes
    ----------
    stand_in : str
        ``module:function`` to call in place of ``grade_notebook``, without preflight or a student
        server. Tests of what is around grading set it: a name, because workers of other processes
        must find the function, too.
    tests : {"outside", "auto", "inside"}
        Where tests run, as the instructor has it.
    inside : frozenset of (str, str)
        Tests that run in the student's process because preflight found so, by notebook and
        grade id.
    known_files : tuple of str
        Files in a submission that belong to the assignment and deserve no note.
    student_files : tuple of str
        Patterns of the files beside a submitted notebook that students' code is given.
    files : HandedOut
        Files that the assignment's students are given beside the notebook.
    imports : tuple of str
        Modules that the assignment's cells import, apart from its tests.
    hidden : tuple of str
        Folders of the course's that students' code must not see even where a system folder that
        it sees holds them.
    releases : tuple of (str, tuple of Release)
        Earlier releases of the assignment's notebooks, by name.
    """

    limits: Limits = field(default_factory=Limits)
    isolation: Isolation = "sandbox"
    rules: ReleaseRules = field(default_factory=ReleaseRules)
    code: CourseCode = field(default_factory=CourseCode)
    stand_in: str = ""
    tests: str = "outside"
    inside: frozenset[tuple[str, str]] = frozenset()
    known_files: tuple[str, ...] = ()
    student_files: tuple[str, ...] = ()
    files: HandedOut = field(default_factory=HandedOut)
    imports: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    releases: tuple[tuple[str, tuple[Release, ...]], ...] = ()


def settings_for(settings: Settings, course: Course, assignment: str) -> Settings:
    """Return how to grade one assignment: with its files, and what its cells import.

    Settings that are for it already are returned as they are: its files are read once.
    """
    folder = course.path("source", ".", assignment)
    if settings.files.folder == str(folder):
        return settings
    names: set[str] = set()
    for path in course.sources(assignment).values():
        names |= imports_in(path.read_bytes(), for_tests=False)
    return replace(
        settings,
        known_files=course.known_files(assignment),
        student_files=(*settings.student_files, *course.students_own(assignment)),
        files=HandedOut.of(folder, course.ignore),
        imports=tuple(sorted(names)),
    )


def settings_of(
    course: Course,
    require: str | None = None,
    timeout: float | None = None,
    memory: int | None = None,
    tests: str | None = None,
) -> Settings:
    """Return how to grade in a course: as asked for, else as ``c.Grade`` says.

    Raises
    ------
    CourseError
        If less isolation is reached than is required, or a package cannot be found.
    """
    from autograder.course.traits import Grade

    if tests not in (None, *PLACES):
        raise CourseError(f"--tests {tests}: it is outside, auto or inside.")
    traits, usual = grader_traits(course), _traits(course, Grade)
    timeout = usual.timeout if timeout is None else timeout
    limits = limits_of(timeout, usual.memory if memory is None else memory)
    if timeout is None:
        limits = with_timeout_of(course, limits)
    return Settings(
        limits=limits,
        isolation=isolation_level(require or usual.require or None),
        rules=release_rules(course),
        code=course_code(course),
        tests=tests or usual.tests or traits.tests,
        student_files=tuple(traits.student_files),
        hidden=(str(course.root), str(course.exchange), EXCHANGE),
    )


def release_rules(course: Course) -> ReleaseRules:
    """Return the settings that decide what students were given."""
    stubs = course.setting("ClearSolutions", "code_stub", {})
    rules = ReleaseRules(
        solution_marks=_marks(course, "ClearSolutions", "solution", ReleaseRules.solution_marks),
        hidden_marks=_marks(course, "ClearHiddenTests", "test", ReleaseRules.hidden_marks),
        scheme_marks=_marks(course, "ClearMarkScheme", "mark_scheme", ReleaseRules.scheme_marks),
        salt=course_salt(cache_folder(course.root, groupshared=course.groupshared)),
    )
    if isinstance(stubs, dict) and "python" in stubs:
        rules = replace(rules, code_stub=stubs["python"])
    text_stub = course.setting("ClearSolutions", "text_stub", rules.text_stub)
    return replace(rules, text_stub=text_stub)


def _marks(course: Course, section: str, kind: str, default: tuple[str, str]) -> tuple[str, str]:
    """Return the course's delimiters of a kind of region, under nbgrader's own spelling."""
    begin, end = default
    return (
        str(course.setting(section, f"begin_{kind}_delimeter", begin)),
        str(course.setting(section, f"end_{kind}_delimeter", end)),
    )


def limits_of(timeout: float | None, memory: int | None) -> Limits:
    """Return what a submission may use."""
    limits = Limits()
    if timeout is not None:
        total = timeout * limits.total_timeout / limits.cell_timeout
        limits = replace(limits, cell_timeout=timeout, call_timeout=timeout, total_timeout=total)
    return limits if memory is None else replace(limits, memory_mb=memory)


def with_timeout_of(course: Course, limits: Limits) -> Limits:
    """Return limits in which a cell has the time that nbgrader would give it."""
    seconds = course.setting("Execute", "timeout")
    if not isinstance(seconds, int | float) or seconds <= 0:
        return limits
    call = seconds if seconds > limits.cell_timeout else min(seconds, limits.call_timeout)
    total = limits.total_timeout * max(1, seconds / limits.cell_timeout)
    return replace(limits, cell_timeout=seconds, call_timeout=call, total_timeout=total)


def course_code(course: Course) -> CourseCode:
    """Return the packages that ``c.Grader`` names.

    Raises
    ------
    CourseError
        If a setting has another form than it should, or a package cannot be found.
    """
    wanted = grader_traits(course)
    return CourseCode(
        packages=tuple(_folder_of(name, course.root, "packages") for name in wanted.packages),
        test_packages=tuple(
            _folder_of(name, course.root, "test_packages") for name in wanted.test_packages
        ),
        preload=tuple(wanted.preload),
        values=tuple((name, _pair_of(name, pair)) for name, pair in wanted.values.items()),
    )


def _pair_of(name: str, pair: tuple[str, str]) -> tuple[str, str]:
    for part in (name, *pair):
        if not all(piece.isidentifier() for piece in part.replace(":", ".", 1).split(".")):
            raise CourseError(
                f"c.Grader.values in nbgrader_config.py has {printable(part)!r} where a name such "
                "as 'shapes:Circle' belongs."
            )
    return pair[0], pair[1]


def grader_traits(course: Course) -> Grader:
    """Return the settings of ``c.Grader``.

    Raises
    ------
    CourseError
        If one has another form than it should.
    """
    from autograder.course.traits import Grader

    return _traits(course, Grader)


def _traits(course: Course, kind: type[Traits]) -> Traits:
    from traitlets import TraitError

    try:
        return kind(config=course.config)
    except TraitError as error:
        raise CourseError(f"nbgrader_config.py: {error}") from None


def _folder_of(name: str, root: Path, setting: str) -> str:
    """Return a package's folder: beside nbgrader_config.py, or where Python finds it."""
    if name.isidentifier():
        if (root / name / "__init__.py").is_file():
            return str(root / name)
        with contextlib.suppress(ImportError, ValueError):  # ValueError: made, not found
            spec = importlib.util.find_spec(name)
            if spec is not None and spec.submodule_search_locations:
                return str(Path(spec.submodule_search_locations[0]).resolve())
    raise CourseError(
        f"c.Grader.{setting} in nbgrader_config.py names {printable(name)!r}, which is neither a "
        f"folder with __init__.py in {root} nor an installed package."
    )


@functools.cache
def isolation_level(require: str | None) -> Isolation:
    """Return the best isolation level that can be reached here.

    Raises
    ------
    CourseError
        If it is less than what is required, with the remedy.
    """
    if not hasattr(os, "fork"):
        raise CourseError("Grading needs Linux or macOS: on Windows, run it in WSL.")
    if require not in (None, "sandbox", "process"):
        raise CourseError(f"--require {require}: it is sandbox or process.")
    from autograder.sandbox.detection import detect_isolation

    found = detect_isolation()
    if require != "process" and found.level != "sandbox":
        raise CourseError(
            f"Students' code cannot be put into a sandbox here.\n{found.remedy}\n"
            "To grade with less protection all the same: --require process "
            "(behind nbgrader's own commands, c.Grade.require = 'process')."
        )
    return found.level
