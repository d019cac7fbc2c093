"""Submissions are graded as they arrive, once they are quiet."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from course_kit import RIGHT, WRONG, make_course, submit, write
from shared import register
from stock import CONFIG, ENGINE, rows

from autograder.batch.watch import RETRY, Watch, watch
from autograder.course.folders import Course, CourseError, load_course


class Commands:
    """Commands that are noted, not run."""

    def __init__(self, code: int = 0) -> None:
        self.code, self.calls = code, list[list[str]]()

    def __call__(self, arguments: Sequence[str]) -> int:
        self.calls.append(list(arguments))
        return self.code

    @property
    def students(self) -> list[list[str]]:
        """The students of each call of grade."""
        return [
            [each.removeprefix("--student=") for each in call if each.startswith("--student=")]
            for call in self.calls
            if call[0] == "grade"
        ]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a course in which anna has handed in."""
    make_course(tmp_path, f"c.Exchange.root = {str(tmp_path / 'exchange')!r}\n")
    submit(tmp_path, "anna", RIGHT)
    return tmp_path


def test_what_is_still_being_written_is_left_until_it_is_quiet(root: Path) -> None:
    commands, course = Commands(), load_course(root)
    watched = Watch("a1", ["--workers=1"], quiet=10, call=commands)
    assert watched.look(course, 0) == []
    assert watched.look(course, 9) == []
    submit(root, "anna", WRONG)
    assert watched.look(course, 12) == []
    assert watched.look(course, 22) == ["anna"]
    assert commands.calls == [
        ["grade", "a1", "--workers=1", "--student=anna"],
        ["feedback", "a1", "--student=anna"],
    ]
    assert watched.look(course, 99) == []
    submit(root, "a[b]*", RIGHT)  # no pattern
    watched.look(course, 100)
    assert watched.look(course, 110) == ["a[b]*"]
    assert commands.students[1] == ["a[[]b][*]"]


def test_a_change_while_it_is_graded_is_graded_next(root: Path) -> None:
    def grade(arguments: Sequence[str]) -> int:
        if arguments[0] == "grade" and not watched.graded:
            write(root / "submitted/anna/a1/data.txt", "more")
        return 1  # somebody must look: graded all the same

    watched = Watch("a1", quiet=0, call=grade)
    course = load_course(root)
    assert [watched.look(course, now) for now in (0, 1, 2)] == [["anna"], ["anna"], []]


def test_a_round_is_bounded_and_one_that_fails_waits(root: Path) -> None:
    for n in range(60):
        submit(root, f"s{n:02}", RIGHT)
    commands, course = Commands(code=2), load_course(root)
    watched = Watch("a1", quiet=0, call=commands)
    assert watched.look(course, 0) == []
    assert watched.look(course, RETRY - 1) == []
    assert len(commands.calls) == 1
    commands.code = 0
    assert [len(watched.look(course, RETRY + n)) for n in range(3)] == [50, 11, 0]


def test_the_exchange_is_collected_when_something_new_has_come(root: Path) -> None:
    commands, collect, course = Commands(), Commands(), load_course(root)
    watched = Watch("a1", quiet=5, exchange=True, call=commands, collect=collect)
    with pytest.raises(CourseError, match=r"The exchange cannot be read.*c\.Exchange\.root"):
        watched.look(course, 0)
    folder = root / "exchange/kit/inbound"
    write(folder / "béla+a2+2030-01-01 10:00:00 UTC+x/a2.ipynb", "{}")
    write(folder / "béla+a1+2030-01-01 10:00:00 UTC+y/a1.ipynb", "{}")
    for now in range(0, 20, 2):
        watched.look(course, now)
    assert collect.calls == [["collect", "a1", "--update"]]


MALFORMED = {
    "no time": "eve+a1+notadate",
    "no time and a number": "eve+a1+notadate+x",
    "a plus and no number": "eve+else+a1+2030-01-01 10:00:00 UTC",
    "nothing": "+a1+",
}


class Collect:
    """Stands in for ``nbgrader collect``, which ends at what eve has handed in."""

    def __init__(self) -> None:
        self.students = list[str]()

    def __call__(self, arguments: Sequence[str]) -> int:
        self.students.append(arguments[-1].partition("--student=")[2])
        return int(self.students[-1] in ("", "eve"))


@pytest.mark.parametrize("kind", [*MALFORMED, "a link", "a file"])
def test_one_folder_in_the_exchange_holds_up_nobody_else(root: Path, kind: str) -> None:
    folder, collect = root / "exchange/kit/inbound", Collect()
    write(folder / "b+a+a1+2030-01-01 10:00:00 UTC+y/a1.ipynb", "{}")
    bad = folder / MALFORMED.get(kind, "eve+a1+2030-01-01 10:00:00 UTC+x")
    if kind == "a file":
        write(bad, "")
    else:
        write(bad / "a1.ipynb", "{}")
    if kind == "a link":
        (bad / "data").symlink_to("/dev/zero")
    watched = Watch("a1", quiet=5, exchange=True, call=Commands(), collect=collect)
    course = load_course(root)
    assert [watched.look(course, now) for now in (0, 5, 10)] == [[], ["anna"], []]
    assert collect.students == ["b+a"] and list(watched.refused) == [bad.name]


def test_what_cannot_be_fetched_holds_up_nobody_else_and_is_tried_ever_more_rarely(
    root: Path,
) -> None:
    folder, collect = root / "exchange/kit/inbound", Collect()
    for student in ("ben", "eve"):
        write(folder / f"{student}+a1+2030-01-01 10:00:00 UTC+x/a1.ipynb", "{}")
    watched = Watch("a1", quiet=5, exchange=True, call=Commands(), collect=collect)
    course = load_course(root)
    assert [watched.look(course, now) for now in (0, 5, 10)] == [[], ["anna"], []]
    assert collect.students == ["", "ben", "eve"] and "eve+a1" in next(iter(watched.refused))
    for now in range(15, 1900, 10):
        watched.look(course, now)
    assert collect.students[3:] == ["eve"] * 5  # after 1, 2, 4, 8, 16 minutes
    shutil.rmtree(folder / "eve+a1+2030-01-01 10:00:00 UTC+x")
    watched.look(course, 1900)
    assert not watched.refused


def test_one_page_that_cannot_be_written_holds_up_nobody_else(root: Path) -> None:
    submit(root, "eve", RIGHT)
    calls = list[list[str]]()

    def command(arguments: Sequence[str]) -> int:
        calls.append(list(arguments))
        return -9 if arguments[0] == "feedback" and "--student=eve" in arguments else 0

    assert Watch("a1", quiet=0, call=command).look(load_course(root), 0) == ["anna", "eve"]
    assert [call[2:] for call in calls if call[0] == "feedback"] == [
        ["--student=anna", "--student=eve"],
        ["--student=anna"],
        ["--student=eve"],
    ]


def test_the_time_is_bounded_and_ctrl_c_ends_it(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    now, said = [0.0], list[str]()

    def sleep(seconds: float) -> None:
        now[0] += seconds

    def interrupted(seconds: float) -> None:
        os.kill(os.getpid(), signal.SIGTERM)

    watched = Watch("a1", quiet=5, call=Commands())
    watch(watched, interval=5, seconds=60, say=said.append, clock=lambda: now[0], sleep=sleep)
    assert now == [60.0]
    assert said == [
        "Watching a1; Ctrl-C ends it.",
        "1 submission graded since the start; watching on.",
        "The time is over: 1 submission graded since the start.",
    ]
    watch(watched, interval=5, say=said.append, sleep=interrupted)
    assert said[-1] == "Stopped."


def test_a_course_that_cannot_be_read_ends_it_at_first_only(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    now, said = [0.0], list[str]()
    config = (root / "nbgrader_config.py").read_text()

    def sleep(seconds: float) -> None:
        now[0] += seconds
        write(root / "nbgrader_config.py", "c = (" if now[0] < 30 else config)

    watched = Watch("a1", quiet=5, call=Commands())
    watch(watched, interval=5, seconds=60, say=said.append, clock=lambda: now[0], sleep=sleep)
    assert "nbgrader_config.py cannot be read" in said[1] and "Watching on" in said[1]
    assert said[2] == "1 submission graded since the start; watching on."
    with pytest.raises(CourseError, match="There are: a1"):
        watch(Watch("a7"), interval=5)


def test_a_drive_that_goes_for_a_moment_does_not_end_it_and_who_is_refused_is_said_once(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    now, said = [0.0], list[str]()
    (root / "submitted/béla").symlink_to(root / "submitted/anna")

    def sleep(seconds: float) -> None:
        now[0] += seconds

    class Away(Watch):
        def look(self, course: Course, at: float) -> list[str]:
            if 0 < at < 20:
                raise OSError(errno.ESTALE, os.strerror(errno.ESTALE))
            return super().look(course, at)

    watched = Away("a1", quiet=5, call=Commands())
    watch(watched, interval=5, seconds=60, say=said.append, clock=lambda: now[0], sleep=sleep)
    assert f"{os.strerror(errno.ESTALE)}. Watching on." in said[1]
    assert said[2:-1] == [
        "1 submission graded since the start; watching on.",
        "béla is not graded: béla is a symbolic link.",
    ]


@pytest.mark.slow
def test_watching_grades_and_writes_feedback_and_ends_cleanly(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = make_course(tmp_path, ENGINE)
    register(tmp_path_factory, root, "a1")
    command = [sys.executable, "-m", "autograder", "watch", "a1", "--quiet=1", "--interval=1"]
    environment = os.environ | {"PYTHONPATH": str(CONFIG.parent)}
    process = subprocess.Popen(
        command, cwd=root, env=environment, stdout=subprocess.PIPE, text=True
    )
    try:
        for student, text in (("anna", RIGHT), ("béla", WRONG)):
            submit(root, student, text)
            page = root / "feedback" / student / "a1/a1.html"
            for _ in range(600):
                if page.is_file():
                    break
                time.sleep(0.5)
            assert "points" in page.read_text()
    finally:
        process.send_signal(signal.SIGINT)
    said, _ = process.communicate(timeout=120)
    assert (process.returncode, said.splitlines()[-1]) == (0, "Stopped.")
    assert {row[0] for row in rows(f"sqlite:///{root}/gradebook.db")["grade"]} == {"anna", "béla"}
