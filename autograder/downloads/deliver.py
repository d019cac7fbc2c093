"""Hand-ins on their way into ``submitted/``: written beside and renamed, nothing lost."""

from __future__ import annotations

import io
import os
import re
import shutil
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from autograder.cells import printable
from autograder.course.dates import zone_of
from autograder.course.folders import Course, CourseError
from autograder.course.timestamps import read_timestamp
from autograder.downloads.archive import MAX_MEMORY, DownloadError, Entry, entries_of_zip
from autograder.downloads.people import People, Person
from autograder.downloads.sorting import HandIn, Sorting
from autograder.downloads.times import stamp
from autograder.files import TEMPORARY, make_folder, mode_for, regular_files, write_atomically
from autograder.words import moment

REPLACED = "replaced"  # the folder in which earlier hand-ins are kept
TIMESTAMP = "timestamp.txt"
_AGAIN = re.compile(r"(.+)-\d+(\.[^.]+)")  # what Canvas makes of a name that comes again

State = Literal["new", "replaced", "dated", "same", "older"]


@dataclass
class Delivery:
    """What became of one hand-in."""

    student: str
    shown: str
    state: State
    late: bool = False
    has_notebook: bool = True
    dated: bool = False  # whether it is known when it was handed in
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
    names = known_names(course, assignment)
    found, open_matters = chosen(sorting, people)
    done = Collection(sorting.source, open_matters=open_matters)
    for student, hand_in in found.items():
        try:
            _unpack(hand_in)
            tidy(hand_in, names, sorting.source)
            done.deliveries.append(deliver(course, assignment, student, hand_in))
        # Of one student's file: the others' go on.
        except (DownloadError, CourseError) as error:
            done.open_matters.append((student, str(error)))
        except OSError as error:
            why = printable(error.strerror or error)
            done.open_matters.append((student, f"cannot be written: {why}. Bring it there by hand"))
        hand_in.files.clear()  # what was unpacked is in memory
    return done


def known_names(course: Course, assignment: str) -> set[str]:
    """Return the names of files that students were given, or are asked for."""
    asked = map(str, course.setting("Grader", "student_files", []))
    notebooks = (f"{name}.ipynb" for name in course.sources(assignment))
    return {*notebooks, *course.known_files(assignment), *asked}


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
        match = _AGAIN.fullmatch(path[-1])
        first = (*path[:-1], match[1] + match[2]) if match else path
        if first[-1] in names and first not in hand_in.files:
            del hand_in.files[path]
            hand_in.files[first] = entry


def deliver(course: Course, assignment: str, student: str, hand_in: HandIn) -> Delivery:
    """Write one hand-in; what was there before is kept aside, or stays if it is newer.

    The same files with another time are not replaced: only the time is written anew.

    Raises
    ------
    CourseError
        If the student's folder is a link, or only what is there says when it was handed in.
    OSError
        If it cannot be written.
    """
    folder = course.path("submitted", student, assignment)
    files = {path: entry for path, entry in hand_in.files.items() if path != (TIMESTAMP,)}
    if len(files) < len(hand_in.files):
        hand_in.notes.append(f"{TIMESTAMP} of the student's own was left out")
    delivery = Delivery(student, hand_in.claim.shown, "new", hand_in.late, notes=hand_in.notes)
    delivery.has_notebook, delivery.dated = _has_notebook(files), hand_in.when is not None
    for place in (folder, folder.parent):
        if place.is_symlink():
            raise CourseError(f"{place} is a symbolic link: nothing was written there.")
    when = hand_in.when and hand_in.when.replace(microsecond=0)  # as it is written
    if folder.exists():
        before = read_timestamp(folder, course.stamped_in)[0]
        if _same(course, folder, files):
            delivery.state, delivery.dated = "same", bool(when or before)
            if when and when != before:
                _write_time(course, folder, when)
                delivery.state = "dated"
                if before:
                    was, now = (moment(each, zone_of(course)) for each in (before, when))
                    delivery.notes.append(f"time of handing in was {was}, is now {now}")
            return delivery
        if before and when is None:
            raise CourseError(
                "what is there says when it was handed in, and this does not, so lateness would be "
                "judged by the former: collect it with its times (--roster FILE), or put it there "
                f"yourself, with its {TIMESTAMP}"
            )
        if when and before and when < before:
            delivery.state = "older"
            return delivery
    part = folder.parent / f"{TEMPORARY}{os.getpid()}"
    shutil.rmtree(part, ignore_errors=True)
    try:
        make_folder(part, shared=course.groupshared)
        mode = mode_for(shared=course.groupshared)
        for path, entry in files.items():
            write_atomically(part.joinpath(*path), entry.read(), mode)
        if when:
            _write_time(course, part, when)
        if folder.exists():
            delivery.state, delivery.kept = "replaced", _aside(course, assignment, student)
            make_folder(delivery.kept.parent, shared=course.groupshared)
            shutil.move(folder, delivery.kept)  # submitted/ may lie on another drive
        os.rename(part, folder)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return delivery


def _write_time(course: Course, folder: Path, when: datetime) -> None:
    write_atomically(folder / TIMESTAMP, stamp(when).encode(), mode_for(shared=course.groupshared))


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
