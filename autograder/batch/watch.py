"""Grade what arrives: look again and again, and leave alone what is still being written.

Each round is a process of its own, the same commands that a person would run: whatever changes in
the course is seen by the next round, and nothing grows with the days.
"""

from __future__ import annotations

import glob
import hashlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from autograder.batch.exchange import Inbound, inbound
from autograder.cells import printable
from autograder.course.folders import Course, CourseError, load_course
from autograder.intake.walk import walk
from autograder.words import counted

ROUND = 50  # submissions graded in one round, so that the first pages do not wait for the last
FETCHED = 10  # students fetched one by one in one round, so that grading goes on meanwhile
RETRY = 60.0  # seconds after a round that could not be done
LATEST_RETRY = 3600.0  # of one folder that cannot be fetched, again and again
PATIENCE = 60.0  # seconds that a round may take to end after Ctrl-C
GRADED = (0, 1)  # exit codes of `grade`: all is done, or somebody must look

Call = Callable[[Sequence[str]], int]
"""Runs a command's arguments, and returns its exit code."""


def signature(folder: Path) -> str:
    """Return what tells whether anything in a folder has changed."""
    digest = hashlib.sha256()
    found = walk(folder)
    for path in (*found.notebooks, *(path for path, _ in found.others)):
        try:
            status = os.lstat(path)
        except OSError:
            continue  # gone meanwhile: the next look sees another folder
        said = f"{path.relative_to(folder)}\0{status.st_size}\0{status.st_mtime_ns}\0"
        digest.update(said.encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


@dataclass
class Arrivals:
    """Which folders are new or changed, and have been left alone for long enough.

    Attributes
    ----------
    quiet : float
        Seconds that a folder must not have changed.
    """

    quiet: float
    seen: dict[str, tuple[str, float]] = field(default_factory=dict)
    done: dict[str, str] = field(default_factory=dict)

    def ready(self, folders: Mapping[str, Path], now: float) -> dict[str, str]:
        """Return the names of folders that can be taken now, with their signatures."""
        found = {}
        for name, folder in folders.items():
            is_now = signature(folder)
            before, since = self.seen.get(name, ("", now))
            if before != is_now:
                since = now
            self.seen[name] = (is_now, since)
            if self.done.get(name) != is_now and now - since >= self.quiet:
                found[name] = is_now
        for gone in self.seen.keys() - folders.keys():
            del self.seen[gone]
            self.done.pop(gone, None)
        return found


@dataclass
class Watch:
    """One assignment that is being watched.

    Parameters
    ----------
    assignment : str
        Its name.
    options : sequence of str
        Further options of ``grade``.
    quiet : float
        Seconds that a submission must not have changed.
    exchange : bool
        Whether ``nbgrader collect`` fetches what comes into the exchange.
    call, collect : callable
        Run our own commands, and nbgrader's.

    Attributes
    ----------
    graded : int
        Submissions graded since the start.
    refused : dict of str to str
        Folders that the last look found and does not grade, with the reason.
    """

    assignment: str
    options: Sequence[str] = ()
    quiet: float = 10.0
    exchange: bool = False
    call: Call = field(default=lambda arguments: run("autograder", arguments))
    collect: Call = field(default=lambda arguments: run("nbgrader", arguments))
    graded: int = 0
    refused: dict[str, str] = field(default_factory=dict)
    _retry: float = float("-inf")

    def __post_init__(self) -> None:
        self._students, self._inbound = Arrivals(self.quiet), Arrivals(self.quiet)
        self._later: dict[str, tuple[float, float]] = {}  # when to try again, after which wait

    def look(self, course: Course, now: float) -> list[str]:
        """Look once; grade what is ready, and return those students."""
        if now < self._retry:
            return []
        stuck = self._fetch(course, now) if self.exchange else {}
        submissions, refused = course.submissions(self.assignment)
        self.refused = stuck | {who.student: who.reason for who in refused}
        folders = {found.student: found.folder for found in submissions}
        ready = self._students.ready(folders, now)
        chosen = dict(list(ready.items())[:ROUND])
        if not chosen:
            return []
        students = [f"--student={glob.escape(student)}" for student in chosen]
        if self.call(["grade", self.assignment, *self.options, *students]) not in GRADED:
            self._retry = now + RETRY
            return []
        # A page that cannot be written is no reason to grade again, or to write no others.
        if self.call(["feedback", self.assignment, *students]) and len(students) > 1:
            for student in students:
                self.call(["feedback", self.assignment, student])
        self._students.done.update(chosen)
        self.graded += len(chosen)
        return list(chosen)

    def _fetch(self, course: Course, now: float) -> dict[str, str]:
        """Fetch what has come into the exchange; return what cannot be fetched, with the reason.

        Where one folder would end nbgrader's command for all, it runs for each student by herself.
        """
        there = inbound(course, self.assignment)
        stuck = {each.name: f"{each.trouble}: take it out of the exchange" for each in there
                 if each.trouble}  # fmt: skip
        sound = {each.name: each for each in there if not each.trouble}
        self._later = {name: later for name, later in self._later.items() if name in sound}
        arrived = self._inbound.ready({name: each.folder for name, each in sound.items()}, now)
        command = ["collect", self.assignment, "--update"]
        if arrived and not stuck and not self._later and not self.collect(command):
            self._inbound.done.update(arrived)
            return {}
        due = [sound[name] for name in arrived if now >= self._later.get(name, (now, 0))[0]]
        for student in list(dict.fromkeys(each.student for each in due))[:FETCHED]:
            theirs = [each for each in due if each.student == student]
            failed = self.collect([*command, f"--student={glob.escape(student)}"])
            self._note(theirs, arrived, now, failed=bool(failed))
        return stuck | dict.fromkeys(
            self._later, "`nbgrader collect` cannot fetch it from the exchange; it is tried again"
        )

    def _note(
        self, theirs: list[Inbound], arrived: Mapping[str, str], now: float, *, failed: bool
    ) -> None:
        """Note whether a student's folders were fetched; what failed is tried ever more rarely."""
        for each in theirs:
            _, wait = self._later.pop(each.name, (now, RETRY / 2))
            if failed:
                wait = min(2 * wait, LATEST_RETRY)
                self._later[each.name] = (now + wait, wait)
            else:
                self._inbound.done[each.name] = arrived[each.name]


def watch(
    wanted: Watch,
    *,
    interval: float,
    seconds: float | None = None,
    say: Callable[[str], None] = lambda text: None,
    clock: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], None] = time.sleep,
) -> None:
    """Look at a course again and again, until the time is over or somebody presses Ctrl-C.

    Parameters
    ----------
    interval : float
        Seconds between two looks.
    seconds : float, optional
        How long to watch; without, until Ctrl-C.

    Raises
    ------
    CourseError
        If the course cannot be watched at all.
    """
    begun = clock()
    course = load_course()
    course.sources(wanted.assignment)
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        trouble, told = "", set[tuple[str, str]]()
        say(f"Watching {wanted.assignment}; Ctrl-C ends it.")
        wanted.look(course, clock())  # what is wrong at once ends it
        while seconds is None or clock() - begun < seconds:
            sleep(interval)
            try:
                if wanted.look(load_course(), clock()):
                    graded = counted(wanted.graded, "submission")
                    say(f"{graded} graded since the start; watching on.")
                trouble = ""
                for student, reason in sorted(wanted.refused.items() - told):
                    say(f"{printable(student)} is not graded: {reason}.")
                told |= wanted.refused.items()
            # Somebody is editing the course, perhaps, or its drive is away for a moment.
            except (CourseError, OSError) as error:
                if str(error) != trouble:
                    say(f"{str(error).rstrip('.')}. Watching on.")
                trouble = str(error)
        say(f"The time is over: {counted(wanted.graded, 'submission')} graded since the start.")
    except KeyboardInterrupt:
        say("Stopped.")
    finally:
        signal.signal(signal.SIGTERM, before)


def run(module: str, arguments: Sequence[str]) -> int:
    """Run a module's command to its end; on Ctrl-C let it end what it is doing."""
    # In a session of its own it gets the terminal's Ctrl-C from here alone, once.
    command = [sys.executable, "-m", module, *arguments]
    process = subprocess.Popen(command, start_new_session=True)
    try:
        return process.wait()
    except KeyboardInterrupt:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
        raise
