"""Hand-ins on their way into ``submitted/``: written beside and renamed, nothing lost."""

from __future__ import annotations

import io
import os
import shutil
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from autograder.cells import printable
from autograder.course.folders import Course, CourseError
from autograder.course.timestamps import read_timestamp
from autograder.downloads.archive import MAX_MEMORY, DownloadError, Entry, entries_of_zip
from autograder.downloads.people import People, Person
from autograder.downloads.sorting import HandIn, Sorting
from autograder.downloads.times import stamp
from autograder.files import TEMPORARY, regular_files, write_atomically

REPLACED = "replaced"  # the folder in which earlier hand-ins are kept
TIMESTAMP = "timestamp.txt"

State = Literal["new", "replaced", "dated", "same", "older"]


@dataclass
class Delivery:
    """What became of one hand-in."""

    student: str
    shown: str
    state: State
    late: bool = False
    has_notebook: bool = True
    notes: list[str] = field(default_factory=list)
    kept: Path | None = None


@dataclass
class Collection:
    """What became of a download.

    Attributes
    ----------
    open_matters : list of (str, str)
        Hand-ins that were not collected, each with the reason.
    """

    source: str
    deliveries: list[Delivery] = field(default_factory=list)
    open_matters: list[tuple[str, str]] = field(default_factory=list)


def chosen(sorting: Sorting, people: People) -> tuple[dict[str, HandIn], list[tuple[str, str]]]:
    """Find each hand-in's student; return one hand-in for each, and what could not be told.

    What somebody of a team handed in is that of all of it who have none of their own.
    """
    open_matters = []
    by_student: dict[str, list[HandIn]] = defaultdict(list)
    of_team: dict[str, list[HandIn]] = defaultdict(list)
    for hand_in in sorting.hand_ins.values():
        person = people.find(hand_in.claim)
        if isinstance(person, Person):
            hand_in.when = hand_in.when or person.handed_in
            by_student[person.id].append(hand_in)
            others = people.others_of_team(person)
        elif not (others := people.team_named(hand_in.claim)):
            open_matters.append((hand_in.claim.shown, person))
        for other in others:
            note = f"handed in by {printable(hand_in.claim.shown)}, of the same team"
            of_team[other.id].append(
                replace(hand_in, files=dict(hand_in.files), notes=[*hand_in.notes, note])
            )
    by_student.update((who, theirs) for who, theirs in of_team.items() if who not in by_student)
    found = {}
    for student, hand_ins in sorted(by_student.items()):
        newest, problem = _newest(hand_ins)
        if newest is None:
            open_matters.append((student, problem))
        else:
            newest.notes += [problem] if problem else []
            found[student] = newest
    open_matters += [(entry.path, "is nobody's") for entry in sorting.rest]
    return found, open_matters


def collect(course: Course, assignment: str, sorting: Sorting, people: People) -> Collection:
    """Bring a sorted download into the folders of its students."""
    names = {f"{name}.ipynb" for name in course.sources(assignment)}
    found, open_matters = chosen(sorting, people)
    done = Collection(sorting.source, open_matters=open_matters)
    for student, hand_in in found.items():
        try:
            _unpack(hand_in)
            tidy(hand_in, names, sorting.source)
            done.deliveries.append(deliver(course, assignment, student, hand_in))
        # Of one student's file: the others' go on.
        except DownloadError as error:
            done.open_matters.append((student, str(error)))
        except OSError as error:
            why = printable(error.strerror or error)
            done.open_matters.append((student, f"cannot be written: {why}. Bring it there by hand"))
        hand_in.files.clear()  # what was unpacked is in memory
    return done


def tidy(hand_in: HandIn, names: set[str], source: str) -> None:
    """Give files the places and names under which they were handed in."""
    _lift(hand_in)
    if source == "canvas":
        _without_canvas_numbers(hand_in, names)


def _newest(hand_ins: list[HandIn]) -> tuple[HandIn | None, str]:
    """Choose among several hand-ins of one student; say what was passed over, or why none."""
    if len(hand_ins) == 1:
        return hand_ins[0], ""
    shown = ", ".join(hand_in.claim.shown for hand_in in hand_ins)
    dated = sorted((h for h in hand_ins if h.when), key=lambda h: h.when or datetime.min)
    if len(dated) < len(hand_ins) or dated[-1].when == dated[-2].when:
        return None, f"{len(hand_ins)} hand-ins are this student's ({shown}): leave one of them"
    return dated[-1], f"the newest of {len(hand_ins)} hand-ins ({shown})"


def _unpack(hand_in: HandIn) -> None:
    """Unpack a zip that a student handed in, where there is no notebook beside it."""
    if _has_notebook(hand_in.files):
        return
    room = MAX_MEMORY
    for path, entry in list(hand_in.files.items()):
        if not path[-1].casefold().endswith(".zip"):
            continue
        try:
            inside = entries_of_zip(io.BytesIO(entry.read()), path[-1], room)
        except DownloadError as error:
            hand_in.notes.append(f"{printable(error, 400)}")
            continue
        beside = {other for other in hand_in.files if other != path}
        for home in (path[:-1], (*path[:-1], path[-1][:-4] or "zip")):
            files = {(*home, *each.parts): each for each in inside.entries}
            if _fit(files, beside):
                del hand_in.files[path]
                hand_in.files |= files
                room -= sum(each.size for each in inside.entries)
                hand_in.notes += [f"{what}: left out" for what in inside.left_out]
                break
        else:
            note = f"{printable(path[-1])} was not unpacked: others have its files' names"
            hand_in.notes.append(note)


def _fit(files: Iterable[tuple[str, ...]], others: Set[tuple[str, ...]]) -> bool:
    """Whether no file has the place of another one or of a folder that another one needs."""
    folders = {path[:n] for path in others for n in range(1, len(path))}
    return not any(
        path in folders or any(path[:n] in others for n in range(1, len(path) + 1))
        for path in files
    )


def _has_notebook(files: Mapping[tuple[str, ...], Entry]) -> bool:
    return any(path[-1].casefold().endswith(".ipynb") for path in files)


def _lift(hand_in: HandIn) -> None:
    """Take away folders that hold all of a hand-in."""
    while hand_in.files and len({path[0] for path in hand_in.files}) == 1:
        if any(len(path) == 1 for path in hand_in.files):
            return
        hand_in.files = {path[1:]: entry for path, entry in hand_in.files.items()}


def _without_canvas_numbers(hand_in: HandIn, names: set[str]) -> None:
    """Undo Canvas's "-2" in the name of a file that was handed in a second time."""
    for path, entry in list(hand_in.files.items()):
        stem, dash, number = path[-1].removesuffix(".ipynb").rpartition("-")
        first = (*path[:-1], f"{stem}.ipynb")
        if dash and number.isdigit() and first[-1] in names and first not in hand_in.files:
            del hand_in.files[path]
            hand_in.files[first] = entry


def deliver(course: Course, assignment: str, student: str, hand_in: HandIn) -> Delivery:
    """Write one hand-in; what was there before is kept aside, or stays if it is newer.

    Raises
    ------
    CourseError
        If the student's folder cannot be written.
    """
    folder = course.path("submitted", student, assignment)
    files = {path: entry for path, entry in hand_in.files.items() if path != (TIMESTAMP,)}
    if len(files) < len(hand_in.files):
        hand_in.notes.append(f"{TIMESTAMP} of the student's own was left out")
    delivery = Delivery(student, hand_in.claim.shown, "new", hand_in.late, notes=hand_in.notes)
    delivery.has_notebook = _has_notebook(files)
    for place in (folder, folder.parent):
        if place.is_symlink():
            raise CourseError(f"{place} is a symbolic link: nothing was written there.")
    if folder.exists():
        before = read_timestamp(folder)[0]
        if hand_in.when and before and hand_in.when < before:
            delivery.state = "older"
            return delivery
        is_dated = before is None and hand_in.when is not None
        if (is_dated or hand_in.when in (None, before)) and _same(course, folder, files):
            if is_dated and hand_in.when:
                _write_time(folder, hand_in.when)
            delivery.state = "dated" if is_dated else "same"
            return delivery
    part = folder.parent / f"{TEMPORARY}{os.getpid()}"
    shutil.rmtree(part, ignore_errors=True)
    try:
        part.mkdir(parents=True)
        for path, entry in files.items():
            target = part.joinpath(*path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(entry.read())
        if hand_in.when:
            _write_time(part, hand_in.when)
        if folder.exists():
            delivery.state, delivery.kept = "replaced", _aside(course, assignment, student)
            delivery.kept.parent.mkdir(parents=True, exist_ok=True)
            os.rename(folder, delivery.kept)
        os.rename(part, folder)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return delivery


def _write_time(folder: Path, when: datetime) -> None:
    write_atomically(folder / TIMESTAMP, stamp(when).encode(), 0o644)


def _same(course: Course, folder: Path, files: Mapping[tuple[str, ...], Entry]) -> bool:
    there = dict(regular_files(folder, (), course.max_file_kilobytes * 1000))
    there.pop(TIMESTAMP, None)
    if there.keys() != {"/".join(path) for path in files}:
        return False
    return all(there["/".join(path)].read_bytes() == entry.read() for path, entry in files.items())


def _aside(course: Course, assignment: str, student: str) -> Path:
    """Return a free place for what is replaced."""
    name = f"{datetime.now(UTC):%Y-%m-%d %H.%M.%S}"
    home = course.root / REPLACED / assignment / student
    number, place = 1, home / name
    while place.exists():
        number, place = number + 1, home / f"{name} ({number})"
    return place
