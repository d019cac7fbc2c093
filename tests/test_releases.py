"""A file of an earlier release of its assignment is no tampering; nothing else passes for it."""

from __future__ import annotations

import copy
import json
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from cell_kit import cell_of
from course_kit import make_course, source_notebook, write
from notebook_kit import GOOD, RULES, assignment, code, data, mark

from autograder.build.release import released
from autograder.cells import ReleaseRules, checksum, nbgrader_metadata
from autograder.course import releases
from autograder.course.autotests import instructors_notebooks
from autograder.course.folders import load_course
from autograder.course.releases import remember, remember_standing, with_releases
from autograder.course.settings import Settings
from autograder.intake.earlier import Release, cells_of_release, cells_released_by
from autograder.intake.read import read_bytes
from autograder.intake.reassemble import reassemble
from autograder.intake.trusted import trusted_cells

Book = dict[str, Any]
NOW = assignment()
DAY = date(2026, 10, 3)


def before() -> Book:
    """Return the instructor's notebook as it was: other tests, points, tags, cells and order."""
    book = assignment()
    cell_of(book, "cost-check")["source"] += "\nassert value < 1"
    nbgrader_metadata(cell_of(book, "cost-check"))["points"] = 7
    nbgrader_metadata(cell_of(book, "why"))["points"] = 30
    cell_of(book, "drop-check")["metadata"]["tags"] = ["raises-exception"]
    cell_of(book, "given")["source"] += "\nOLD = 1"
    book["cells"].remove(cell_of(book, "cost-hidden"))
    gone = code("assert step({}, {}) == {}", mark("test", "step-empty", 4))
    book["cells"].insert(0, gone)
    book["cells"].append(book["cells"].pop(1 + book["cells"].index(cell_of(book, "step"))))
    return book


BEFORE = released(before(), RULES)
REMEMBERED = Release("3 October 2026", cells_of_release(data(BEFORE)))


def handed_in() -> Book:
    """Return what a student hands in who fetched the earlier release."""
    book = copy.deepcopy(BEFORE)
    for name, text in GOOD.items():
        cell_of(book, name)["source"] = text
    cell_of(book, "why")["source"] = "Because."
    return book


def notes_of(book: Book, *known: Release) -> dict[str, str]:
    """Return what is noted of a submission, by kind."""
    made = reassemble(NOW, trusted_cells(NOW, RULES), read_bytes(data(book)), known)
    found: dict[str, str] = {}
    for note in made.notes:
        found[note.kind] = f"{found.get(note.kind, '')}{note.text}\n"
    return found


def test_a_file_of_a_remembered_release_is_no_tampering() -> None:
    unknown = notes_of(handed_in())
    for what in ("points", "tags", "another order", "claim points", "edited tests"):
        assert what in unknown["tampering"]
    assert unknown["repair"].count("deleted cells") == unknown["repair"].count("edited cells") == 1
    known = notes_of(handed_in(), REMEMBERED)
    assert known.keys() == {"info"}
    first, second, *_ = known["info"].splitlines()
    assert first == "cells that are newer than the file were added: cost-hidden"
    assert "of the release of 3 October 2026, which the course has changed since" in second
    names = second.split(": ")[1].split(", ")
    assert set(names) >= {"step-empty", "given", "cost-check", "drop-check", "why"}
    assert "cost-hidden" not in names


def test_what_a_release_explains_has_no_effect_on_what_is_graded() -> None:
    made = [
        reassemble(NOW, trusted_cells(NOW, RULES), read_bytes(data(handed_in())), known)
        for known in ((), (REMEMBERED,))
    ]
    assert made[0].notebook == made[1].notebook
    assert made[0].steps == made[1].steps


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda c: c.update(source=c["source"] + "\npass"), "edited tests"),
        (lambda c: nbgrader_metadata(c).update(points=99.0), "the points of cells"),
        (lambda c: nbgrader_metadata(c).update(solution=True), "the marks of cells"),
        (lambda c: c["metadata"].update(tags=["skip-execution"]), "the tags of cells"),
    ],
)
def test_what_no_release_had_is_tampering_under_any_checksum(
    change: Callable[[Book], None], said: str
) -> None:
    book = handed_in()
    cell = cell_of(book, "cost-check")
    change(cell)
    nbgrader_metadata(cell)["checksum"] = checksum(cell)
    found = notes_of(book, REMEMBERED)
    assert f"{said} " in found["tampering"]
    assert "cost-check" in found["tampering"]
    assert "drop-check" not in found["tampering"]
    assert "drop-check" in found["info"]


def test_cells_that_no_release_had_claim_no_points() -> None:
    book = handed_in()
    book["cells"].append(code("assert 1", mark("test", "mine", 4)))
    nbgrader_metadata(book["cells"][-1])["checksum"] = checksum(book["cells"][-1])
    assert "does not give: mine" in notes_of(book, REMEMBERED)["tampering"]


def test_copies_and_another_order_are_not_a_releases() -> None:
    book = handed_in()
    book["cells"].append(copy.deepcopy(cell_of(book, "drop-check")))
    assert "there 2 times" in notes_of(book, REMEMBERED)["tampering"]
    book["cells"].reverse()
    assert "another order" in notes_of(book, REMEMBERED)["tampering"]


def test_the_likest_release_is_named() -> None:
    small = copy.deepcopy(BEFORE)
    small["cells"] = [cell_of(small, "drop-check")]
    other = Release("4 October 2026", cells_of_release(data(small)))
    for known in ((REMEMBERED, other), (other, REMEMBERED)):
        assert "4 October" not in notes_of(handed_in(), *known)["info"]


def test_a_file_in_which_somebody_has_worked_is_no_release() -> None:
    assert len(cells_of_release(data(BEFORE))) == 10
    assert cells_of_release(data(handed_in())) == {}
    edited = copy.deepcopy(BEFORE)
    cell_of(edited, "drop-check")["source"] = "pass"
    assert cells_of_release(data(edited)) == {}
    assert cells_of_release(b"{") == cells_of_release(data(NOW)) == {}


# --- the memory


def known(root: Path, source: Book | None = None) -> tuple[Any, ...]:
    """Return the earlier releases with which the small course's assignment is graded."""
    if source:
        write(root / "source" / "a1" / "a1.ipynb", source)
    course = load_course(root)
    settings = with_releases(Settings(), course, "a1", instructors_notebooks(course, "a1"))
    return dict(settings.releases).get("a1", ())


def changed() -> Book:
    """Return the small course's notebook with another test."""
    book = source_notebook()
    cell_of(book, "double-check")["source"] = "assert double(5) == 10"
    return book


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """Return a course with a release in its place, and one that nobody has seen."""
    root = make_course(tmp_path)
    write(root / "release" / "a1" / "a1.ipynb", released(source_notebook(), ReleaseRules()))
    return root


def test_a_release_is_remembered_once_and_the_present_one_is_not_earlier(course: Path) -> None:
    assert known(course) == known(course) == ()
    (earlier,) = known(course, changed())
    assert earlier.cells == cells_released_by(source_notebook(), ReleaseRules())
    # It stays known after another one has taken its place.
    write(course / "release" / "a1" / "a1.ipynb", released(changed(), ReleaseRules()))
    assert known(course) == (earlier,)
    assert len(known(course, source_notebook())) == 1


def test_the_memory_is_bounded_and_forgets_the_oldest(course: Path, monkeypatch) -> None:
    remember_standing(load_course(course), "a1")
    size = len(json.dumps(cells_released_by(source_notebook(), ReleaseRules())))
    monkeypatch.setattr(releases, "LIMIT", 3 * size + 100)
    for number in range(5):
        book = changed()
        cell_of(book, "double-check")["source"] += f"  # {number}"
        remember(course, "a1", [("a1", data(released(book, ReleaseRules())), DAY)])
    dates = [release.date for release in known(course, changed())]
    assert dates[:2] == ["3 October 2026"] * 2
    assert len(dates) == 3  # the one in its place has been met again


@pytest.mark.parametrize("damage", ["bytes", "page", "row"])
def test_a_damaged_memory_is_said_to_be_and_begins_anew(course: Path, capsys, damage: str) -> None:
    remember_standing(load_course(course), "a1")
    memory = course / releases.MEMORY
    if damage == "row":
        with releases.sqlite3.connect(memory) as db:
            db.execute("UPDATE releases SET cells = '[1]'")
        db.close()
    elif damage == "page":
        content = memory.read_bytes()
        memory.write_bytes(content[:100] + b"\xff" * (len(content) - 100))
    else:
        memory.write_bytes(b"no database at all" * 100)
    known(course, changed())
    said = capsys.readouterr().err
    assert said.count("\n") == said.count("begins anew") == 1
    assert str(memory) in said
    assert known(course)
    assert capsys.readouterr().err == ""


def test_two_at_once_lose_nothing(course: Path) -> None:
    def note(number: int) -> None:
        for part in range(5):
            book = changed()
            cell_of(book, "double-check")["source"] += f"  # {number} {part}"
            remember(course, "a1", [("a1", data(released(book, ReleaseRules())), DAY)])

    threads = [threading.Thread(target=note, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(known(course, changed())) == 20 + 1  # and the one in its place


def test_a_course_that_cannot_be_written_goes_without(course: Path) -> None:
    (course / releases.FOLDER).write_text("no folder")
    assert known(course, changed()) == ()
