"""The folder of what the engine remembers: whose it is, and the secret in it."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from cell_kit import cell, notebook
from course_kit import write

from autograder.batch.cache import Cache
from autograder.course import autotests
from autograder.course.cache_folder import cache_folder, course_salt, file_mode, subfolder
from autograder.course.folders import Course, CourseError
from autograder.downloads.archive import Entry
from autograder.downloads.deliver import deliver
from autograder.downloads.people import Claim
from autograder.downloads.sorting import HandIn
from autograder.files import mode_for, write_atomically


def modes(root: Path) -> dict[str, int]:
    """Return the permissions of a folder and all that is in it."""
    return {path.name: stat.S_IMODE(path.stat().st_mode) for path in (root, *root.rglob("*"))}


@pytest.mark.parametrize(
    ("shared", "folder", "file"), [(False, 0o700, 0o600), (True, 0o2770, 0o660)]
)
def test_a_group_shares_what_one_instructor_keeps_for_herself(
    tmp_path: Path, shared: bool, folder: int, file: int
) -> None:
    with Cache(tmp_path, groupshared=shared):
        pass
    here = cache_folder(tmp_path, groupshared=shared)
    subfolder(here, "preflight")
    course_salt(here)
    found = modes(here)
    assert found[here.name] == folder and found["salt"] == file == file_mode(here)
    if shared:
        assert found["preflight"] == folder
        assert found["results.sqlite"] == found["lock.sqlite"] == file


@pytest.fixture
def closed() -> Iterator[None]:
    """Let new files and folders belong to whoever makes them, and to nobody else."""
    before = os.umask(0o077)
    yield
    os.umask(before)


@pytest.mark.parametrize(("shared", "folder"), [(False, 0o700), (True, 0o2770)])
@pytest.mark.usefixtures("closed")
def test_what_commands_write_is_the_groups_where_the_course_is(
    tmp_path: Path, shared: bool, folder: int
) -> None:
    root, mode = tmp_path / "course", mode_for(shared=shared)
    course = Course(root, "", groupshared=shared)
    for when, text in (("2030-01-01", b"1"), ("2030-01-02", b"2")):
        entry = Entry(("data", "a.csv"), 1, lambda text=text: text)  # type: ignore[misc]
        at = datetime.fromisoformat(when)
        deliver(course, "a1", "ada", HandIn(Claim("Ada", "ada"), {entry.parts: entry}, at))
    write_atomically(root / "feedback/ada/a1/a1.html", b"", mode)
    for path in root.rglob("*"):
        found = stat.S_IMODE(path.stat().st_mode)
        assert found == (folder if path.is_dir() else mode), path
    assert (root / "submitted/ada/a1/data/a.csv").read_bytes() == b"2"
    assert len(list((root / "replaced/a1/ada").iterdir())) == 1
    write_atomically(root / "own", b"", None)
    assert stat.S_IMODE((root / "own").stat().st_mode) == 0o600


def test_a_course_may_become_a_groups(tmp_path: Path) -> None:
    salt = course_salt(cache_folder(tmp_path))
    here = cache_folder(tmp_path, groupshared=True)
    assert course_salt(here) == salt
    assert modes(here) == {here.name: 0o2770, "salt": 0o660}


def test_of_two_secrets_made_at_once_the_first_one_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = cache_folder(tmp_path)

    def slow(size: int) -> str:
        (here / "salt").write_text("first")
        return "second"

    monkeypatch.setattr(secrets, "token_hex", slow)
    assert course_salt(here) == course_salt(here) == "first"
    assert [path.name for path in here.iterdir()] == ["salt"]


def test_of_two_processes_that_make_the_same_tests_both_have_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = notebook(cell("code", "### AUTOTEST f(3)", "t", grade=True, locked=True, points=1))
    write(tmp_path / "source/a1/a1.ipynb", book)
    write(tmp_path / "autotests.yml", "setup: ''")

    def slow(course: Course, assignment: str, scratch: Path, *options: str) -> tuple[bool, str]:
        write(scratch / "tests/a1/a1.ipynb", "ours")
        write(scratch.with_name(scratch.name.rpartition("-")[0]) / "a1.ipynb", "theirs")
        return True, ""

    monkeypatch.setattr(autotests, "generate_assignment", slow)
    course = Course(tmp_path, "sqlite://")
    assert autotests.instructors_notebooks(course, "a1") == {"a1": b"theirs"}


def test_no_secret_is_none(tmp_path: Path) -> None:
    here = cache_folder(tmp_path)
    (here / "salt").write_text("\n")
    with pytest.raises(CourseError, match="salt is empty"):
        course_salt(here)
