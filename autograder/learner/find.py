"""Find what a learner means: a notebook, a folder, an assignment's name, or the whole course."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from autograder.cells import ReleaseRules, grade_id_of, printable
from autograder.course.folders import CONFIG, Course, CourseError, load_course
from autograder.headings import ExerciseCells, exercises_of
from autograder.notebook import Notebook

LESSONS = "notebooks"  # folder of a course's ungraded notebooks
Key = tuple[str, str]
"""An assignment and a notebook of it."""


@dataclass(frozen=True)
class Target:
    """One notebook to check: the learner's file and the instructor's notebook behind it.

    Attributes
    ----------
    hidden_marks : tuple of str
        What begins and ends hidden tests in this course.
    """

    file: Path
    assignment: str
    name: str
    source: Notebook
    hidden_marks: tuple[str, str] = ReleaseRules.hidden_marks

    @property
    def exercises(self) -> list[ExerciseCells]:
        """The notebook's exercises."""
        return exercises_of(self.source, self.hidden_marks)


def course_here() -> Course:
    """Return the course of the current folder or one above it, else the one that we stand in.

    Never one that merely lies beside the notebook: settings are a program, and a file that
    somebody handed in must not bring its own.
    """
    here = Path.cwd()
    for folder in (here, *here.parents, Path(__file__).resolve().parents[2]):
        if (folder / f"{CONFIG}.py").is_file():
            return load_course(folder)
    return Course(root=here, db_url="")


def sources_of(course: Course) -> dict[Key, Notebook]:
    """Read all instructor's notebooks of a course.

    Raises
    ------
    CourseError
        If there are none, or one cannot be read.
    """
    folder = course.path("source", ".", "*").parent
    sources: dict[Key, Notebook] = {}
    for file in _notebooks(folder.glob("*/*.ipynb")):
        try:
            sources[file.parent.name, file.stem] = _notebook(file)
        except (ValueError, OSError) as error:
            raise CourseError(f"The instructor's notebook {file} cannot be read: {error}") from None
    if not sources:
        raise CourseError(
            f"There are no assignments in {folder}. Run this in the folder of the course."
        )
    return sources


def find(course: Course, path: Path | None) -> list[Target]:
    """Return the notebooks that a learner means.

    Parameters
    ----------
    path : Path or None
        A notebook, a folder of notebooks, or an assignment's name; None for the whole course.

    Raises
    ------
    CourseError
        If nothing is found; the message says what might have been meant.
    """
    sources = sources_of(course)
    if path is None or path.resolve() == course.root.resolve():
        return [_target(sources, *each) for each in _handed_out(course, sources)]
    if path.is_dir():
        return _in_folder(course, sources, path)
    if path.is_file():
        return [_target(sources, path, _source_of(course, sources, path))]
    if found := _by_name(course, sources, str(path)):
        return [_target(sources, *each) for each in found]
    raise CourseError(_did_you_mean(course, sources, path))


def _target(sources: dict[Key, Notebook], file: Path, key: Key) -> Target:
    return Target(file, *key, sources[key])


def _handed_out(course: Course, sources: dict[Key, Notebook]) -> Iterator[tuple[Path, Key]]:
    """Yield the learner's copies in ``release/``, with what each belongs to."""
    for assignment, name in sources:
        file = course.path("release", ".", assignment) / f"{name}.ipynb"
        if file.is_file():
            yield file, (assignment, name)


def _by_name(course: Course, sources: dict[Key, Notebook], text: str) -> list[tuple[Path, Key]]:
    """Find notebooks by an assignment's name or number, ``02_regularization`` or ``2``."""
    known = list(_handed_out(course, sources))
    same = [each for each in known if text in each[1]]
    if not same and text.isdigit():
        same = [each for each in known if _number(each[1][0]) == int(text)]
    return same


def _number(assignment: str) -> int | None:
    first = assignment.split("_")[0]
    return int(first) if first.isdigit() else None


def _in_folder(course: Course, sources: dict[Key, Notebook], folder: Path) -> list[Target]:
    if folder.resolve() == (course.root / LESSONS).resolve():
        where = course.path("release", ".", "*").parent
        raise CourseError(
            f"{folder} holds the lessons, which have no points. "
            f"The graded notebooks are in {shown(where)}."
        )
    files = _notebooks(folder.glob("*.ipynb")) or _notebooks(folder.glob("*/*.ipynb"))
    if not files:
        raise CourseError(f"There is no notebook in {printable(folder, 200)}.")
    return [_target(sources, file, _source_of(course, sources, file)) for file in files]


def _notebooks(found: Iterator[Path]) -> list[Path]:
    return sorted(
        file
        for file in found
        if file.is_file() and not any(part.startswith(".") for part in file.parts[-2:])
    )


def _source_of(course: Course, sources: dict[Key, Notebook], file: Path) -> Key:
    """Find the instructor's notebook that a learner's file belongs to: by name, else by cells."""
    from autograder.intake.folder import read_submission

    if file.suffix.lower() != ".ipynb":
        return _refuse(course, sources, file, "is no notebook: its name does not end in .ipynb.")
    read = read_submission(file, file.stem)
    if not read.grade_ids and (lesson := _lesson(course, file)):
        return _refuse(course, sources, lesson, "is the lesson, which has no points.")
    named = [key for key in sources if key[1] == file.stem]
    if len(named) != 1:
        common = {
            key: len(read.grade_ids & {grade_id_of(cell) for cell in source["cells"]})
            for key, source in sources.items()
        }
        most = max(common.values())
        named = [key for key, count in common.items() if count == most and most > 0]
    if len(named) == 1:
        return named[0]
    names = ", ".join(sorted({name for _, name in sources}))
    raise CourseError(
        f"{printable(file.name)} does not show which notebook of this course it is. "
        f"Give it the name that it had; there are: {names}."
    )


def _refuse(course: Course, sources: dict[Key, Notebook], file: Path, why: str) -> Key:
    topic = _topic(file.stem)
    graded = [found for found, key in _handed_out(course, sources) if topic in map(_topic, key)]
    remedy = f" The graded notebook is {shown(graded[0])}." if graded else ""
    raise CourseError(f"{printable(file.name, 80)} {why}{remedy}")


def _topic(name: str) -> str:
    """Return a name without its number and what stands before: lesson_2_names is 02_names."""
    return re.sub(r"^\D*\d+_", "", name)


def _lesson(course: Course, file: Path) -> Path | None:
    """Return the lesson that a file is a copy of, known by its cells' ids."""
    try:
        ids = _cell_ids(file)
    except (ValueError, OSError, RecursionError):
        return None
    for lesson in sorted((course.root / LESSONS).glob("*.ipynb")):
        own = _cell_ids(lesson)
        if 2 * len(ids & own) > len(own):
            return lesson
    return None


def _cell_ids(file: Path) -> set[str]:
    return {str(cell.get("id")) for cell in _notebook(file)["cells"] if isinstance(cell, dict)}


def _did_you_mean(course: Course, sources: dict[Key, Notebook], path: Path) -> str:
    """Say what a path that does not exist may have been meant to be."""
    folder = path.parent if path.parent.is_dir() else Path()
    beside = _notebooks(folder.glob("*.ipynb"))
    known = [file for file, _ in _handed_out(course, sources)]
    candidates = {shown(file): file.stem for file in [*beside, *known]}
    # A mistyped folder must not hide a well-typed name, nor the other way round.
    scores = {
        shown: max(
            difflib.SequenceMatcher(None, stem, path.stem).ratio(),
            difflib.SequenceMatcher(None, shown, str(path)).ratio(),
        )
        for shown, stem in candidates.items()
    }
    likely = sorted((s for s in scores if scores[s] > 0.6), key=lambda s: -scores[s])[:1]
    names = ", ".join(dict.fromkeys([*candidates.values(), *(name for _, name in sources)]))
    hint = f"Did you mean {likely[0]}?" if likely else f"There are: {names}."
    return f"There is no {printable(path, 200)}. {hint}"


def shown(file: Path) -> str:
    """Return a path as one would type it here."""
    try:
        return str(file.resolve().relative_to(Path.cwd().resolve()))
    except ValueError:
        return str(file)


def _notebook(file: Path) -> Notebook:
    notebook: Notebook = json.loads(file.read_bytes())
    if not isinstance(notebook, dict) or not isinstance(notebook.get("cells"), list):
        raise ValueError("it is no notebook")
    return notebook
