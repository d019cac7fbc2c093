"""Find a student's notebook in what was handed in: by its name, else by its cells.

One file answers one notebook. A file of another name is taken only where it is certain which
notebook of the assignment it is.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from autograder.cells import printable
from autograder.intake.beside import given_to_code
from autograder.intake.read import FILE_BYTES, Intake, read_file, reason_of
from autograder.intake.walk import FINDERS, Walk, walk
from autograder.notes import Notes

MAX_CANDIDATES = 20
MAX_READ = 3  # times the largest size of one notebook
MAX_IGNORED = 20  # things beside the notebook that are named

ANOTHERS, UNCLEAR = -1, -2  # scores of files that are not, or may not be, the notebook


@dataclass(frozen=True)
class Wanted:
    """Which notebook is looked for.

    Attributes
    ----------
    name : str
        Its name without extension.
    grade_ids : frozenset of str
        Its grade ids, by which a renamed file is recognised.
    others : mapping of str to collection of str
        The assignment's other notebooks and their grade ids: a file that belongs to one of them
        is no candidate.
    """

    name: str
    grade_ids: frozenset[str] = frozenset()
    others: Mapping[str, Collection[str]] = field(default_factory=dict)

    @property
    def file(self) -> str:
        """The file's name."""
        return self.name + ".ipynb"

    def is_others(self, path: Path) -> bool:
        """Whether a file bears the name of another notebook of the assignment."""
        return path.name != self.file and _plain(path.name) in {
            _plain(name + ".ipynb") for name in self.others if _plain(name) != _plain(self.name)
        }

    def score(self, path: Path, intake: Intake) -> int:
        """Return how many of this notebook's grade ids a file has, or that it is not this one.

        Where another notebook of the assignment has as many, the file's name decides; `UNCLEAR`
        where that does not either.
        """
        own = len(intake.grade_ids & self.grade_ids) if self.grade_ids else len(intake.grade_ids)
        score = own
        for name, ids in self.others.items():
            shared = len(intake.grade_ids.intersection(ids))
            if shared > own or (shared == own > 0 and _named(path, name, self.name)):
                return ANOTHERS
            if shared == own > 0 and not _named(path, self.name, name):
                score = UNCLEAR
        return score


def _plain(name: str) -> str:
    return name.casefold()


def _named(path: Path, name: str, other: str) -> bool:
    """Whether a file's name speaks for one notebook rather than for another."""
    stem, name, other = _plain(path.stem), _plain(name), _plain(other)
    return name in stem and (other not in stem or other in name)


def read_submission(
    path: Path,
    notebook_name: str,
    *,
    grade_ids: Collection[str] = (),
    others: Mapping[str, Collection[str]] | None = None,
    known_files: Collection[str] = (),
    student_files: Collection[str] = (),
    file_bytes: int = FILE_BYTES,
) -> Intake:
    """Read a student's notebook from a file or a submission's folder.

    Parameters
    ----------
    path : Path
        The notebook, or the folder that was handed in.
    notebook_name : str
        The notebook's name without extension. In a folder it is looked for first; a file of
        another name is taken where its cells show that it is the one.
    grade_ids : collection of str
        The grade ids of the instructor's notebook, by which a renamed file is recognised.
    others : mapping of str to collection of str, optional
        The assignment's other notebooks and their grade ids.
    known_files : collection of str
        Names of files that belong to the assignment and deserve no note.
    student_files : collection of str
        Patterns of the files beside the notebook that students' code is given.
    file_bytes : int
        Largest size of a notebook.

    Returns
    -------
    Intake
        The cells, or the reason why there are none. Never raises because of what is on disk.
    """
    path = Path(path)
    try:
        mode = os.lstat(path).st_mode
    except (OSError, ValueError) as error:
        return Intake(refused=f"nothing was handed in: {reason_of(error)}")
    wanted = Wanted(notebook_name, frozenset(grade_ids), others or {})
    if stat.S_ISDIR(mode):
        return _from_folder(path, wanted, set(known_files), student_files, file_bytes)
    intake = read_file(path, file_bytes)
    if student_files:
        found = walk(path.parent).others
        intake.files = given_to_code(path.parent, found, student_files, known_files, intake.notes)
    if intake.refused is None and path.name != wanted.file:
        text = f"the file is called {printable(path.name)} instead of {wanted.file}"
        intake.notes.add("repair", text)
    return intake


def handed_in(folder: Path, notebooks: Mapping[str, Collection[str]]) -> set[str]:
    """Return which of an assignment's notebooks are there, by name or recognised by their cells.

    ``notebooks`` are the names of all of them with their grade ids.
    """
    return {
        name
        for name, ids in notebooks.items()
        if os.path.lexists(folder / f"{name}.ipynb")
        or read_submission(
            folder,
            name,
            grade_ids=ids,
            others={other: shared for other, shared in notebooks.items() if other != name},
        ).refused
        is None
    }


def _from_folder(
    folder: Path,
    wanted: Wanted,
    known: set[str],
    student_files: Collection[str],
    file_bytes: int,
) -> Intake:
    found = walk(folder)
    first = folder / wanted.file
    candidates = [path for path in found.notebooks if path != first]
    candidates = [p for p in candidates if not set(p.relative_to(folder).parts) & FINDERS]
    if os.path.lexists(first):
        candidates.insert(0, first)
    intake, others = _choose(candidates, wanted, file_bytes, found)
    known = known | FINDERS | {wanted.file}
    given = given_to_code(folder, found.others, student_files, known, intake.notes)
    intake.files = given
    roots = known | {name.partition("/")[0] for name in given}
    left = [each for each in found.others if each[0].parent == folder and each[0].name not in roots]
    intake.ignored = tuple(path.name for path, status in left if stat.S_ISREG(status.st_mode))
    ignored = [f"the {_what(status)} {printable(path.name)}" for path, status in left]
    ignored += [
        f"the notebook {printable(path.relative_to(folder))}"
        for path in others
        if path.name not in known
    ]
    if len(ignored) > MAX_IGNORED:
        ignored[MAX_IGNORED:] = [f"{len(ignored) - MAX_IGNORED} more files and folders"]
    for what in ignored:
        intake.notes.add("info", f"ignored: {what}")
    return intake


def _what(status: os.stat_result) -> str:
    kinds = {stat.S_IFDIR: "folder", stat.S_IFLNK: "link", stat.S_IFREG: "file"}
    return kinds.get(stat.S_IFMT(status.st_mode), "special file")


def _choose(
    candidates: list[Path], wanted: Wanted, file_bytes: int, found: Walk
) -> tuple[Intake, list[Path]]:
    """Choose the notebook: by its name, else by its cells where that is certain."""
    # The right name first, in the folder itself before folders in it.
    named = next((path for path in candidates if path.name == wanted.file), None)
    exact = read_file(named, file_bytes) if named else None
    others = [path for path in candidates if path != named]
    if (
        exact
        and exact.refused is None
        and (not wanted.grade_ids or wanted.score(named or Path(), exact) > 0)
    ):
        return exact, others
    rated, reasons = _rated(others, wanted, file_bytes, found)
    notes = Notes()
    if found.left_out:
        notes.add("refusal", found.left_out)
    if not rated:
        why = "; ".join(reasons[:5])
        text = f"there is no notebook {wanted.file} in what was handed in" + (why and f": {why}")
        intake = exact or Intake(refused=text, missing=not (why or found.left_out))
    elif any(each.intake.cells != rated[0].intake.cells for each in _equals(rated)):
        names = ", ".join(printable(each.path.name) for each in rated[:3])
        refused = f"there is no notebook {wanted.file}, and several could be meant: {names}"
        intake, others = Intake(refused=refused), []
    else:
        chosen, intake = rated[0].path, rated[0].intake
        if exact:
            reason = exact.refused or f"{wanted.file} has none of the assignment's cells"
            notes.add("refusal", reason)
        if chosen.name != wanted.file:
            notes.add("repair", f"{printable(chosen.name)} was taken for {wanted.file}")
        others = [path for path in candidates if path not in (chosen, named)]
    intake.notes.extend(notes)
    return intake, others


class _Rated(NamedTuple):
    """A file that may be the notebook, by another name or elsewhere."""

    score: int
    path: Path
    intake: Intake


def _equals(rated: list[_Rated]) -> Iterator[_Rated]:
    """Yield those that have as many of the assignment's cells as the best."""
    return (each for each in rated if each.score == rated[0].score)


def _rated(
    paths: list[Path], wanted: Wanted, file_bytes: int, found: Walk
) -> tuple[list[_Rated], list[str]]:
    """Return the files that may be the notebook, the best first, and why others are not."""
    rated: list[_Rated] = []
    reasons: list[str] = []
    for path in _affordable([p for p in paths if not wanted.is_others(p)], file_bytes, found):
        intake = read_file(path, file_bytes)
        if intake.refused is not None:
            reasons.append(intake.refused)
            continue
        score = wanted.score(path, intake)
        if score > 0 or (score == 0 and _plain(path.name) == _plain(wanted.file)):
            rated.append(_Rated(score, path, intake))
        elif score == UNCLEAR:
            reasons.append(f"{printable(path.name)} may be another notebook of the assignment")
        elif score == 0:
            reasons.append(f"{printable(path.name)} has none of the assignment's cells")
    return sorted(rated, key=lambda each: (-each.score, str(each.path))), reasons


def _affordable(paths: list[Path], file_bytes: int, found: Walk) -> Iterator[Path]:
    """Yield the first candidates, as many as may be read of one submission."""
    budget = MAX_READ * file_bytes
    for number, path in enumerate(paths):
        with contextlib.suppress(OSError):
            size = os.lstat(path).st_size
            budget -= size if size <= file_bytes else 0
        if budget < 0 or number >= MAX_CANDIDATES:
            found.left_out = f"only the first {number} notebooks were looked at"
            return
        yield path
