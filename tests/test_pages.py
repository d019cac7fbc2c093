"""Feedback pages: what they say, what they hide, when they are written, what they ask for."""

from __future__ import annotations

import html
import json
import os
import pickle
import re
import shutil
from pathlib import Path
from time import process_time
from typing import Any

import numpy as np
import pytest
from course_kit import RIGHT, WRONG, make_course, submit, write
from shared import register
from stock import ENGINE, change, nbgrader

from autograder.batch.options import Options
from autograder.batch.run import grade_assignment
from autograder.course.folders import CourseError, load_course
from autograder.course.settings import Settings
from autograder.examiner.shown import differences_of
from autograder.gradebook.standing import NotebookStanding
from autograder.pages import feedback, feedback_files
from autograder.pages.code import brief_html, code_html
from autograder.pages.drawings import difference_picture
from autograder.pages.feedback_files import digest_of, write_feedback
from autograder.pages.formulas import formula
from autograder.pages.markdown import given_html, student_html
from autograder.pages.outputs import shown_outputs
from autograder.pages.rendering import coded
from autograder.pages.shelves import SourceNotebook, shelves_of
from autograder.pixels import PICTURES
from autograder.result import Difference
from utils.check import CheckFailed, check

NONE = NotebookStanding()
FAKE = Settings(isolation="process", stand_in="course_kit:fake_grade_notebook")
OF_ANNA = """SELECT r.id FROM {table} r JOIN base_cell b ON b.id = r.cell_id
JOIN submitted_notebook n ON n.id = r.notebook_id
JOIN submitted_assignment s ON s.id = n.assignment_id
WHERE s.student_id = 'anna' AND b.name = 'why'"""


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a course that was graded; tests copy it."""
    root = make_course(tmp_path_factory.mktemp("pages"), ENGINE)
    register(tmp_path_factory, root, "a1")
    why = "It is $x_1$ <script>alert(1)</script>"
    submit(root, "anna", RIGHT, "2030-01-02 10:30:00 UTC", why=why)
    submit(root, "ben", WRONG)
    write(root / "submitted/zoe/a1/a1.ipynb", b'{"cells": [')
    write(root / "submitted/zoe/a1/data.csv", "1,2")
    write(root / "submitted/zoe/a1/timestamp.txt", "2030-01-01 10:00:00 UTC\n")
    due = "UPDATE assignment SET duedate = '2030-01-01 12:00:00'"
    change(f"sqlite:///{root}/gradebook.db", due)
    grade_assignment(load_course(root), "a1", Options(FAKE))
    return root


@pytest.fixture
def course(graded: Path, tmp_path: Path) -> Path:
    """Return a copy of the course."""
    return Path(shutil.copytree(graded, tmp_path / "course"))


def pages(root: Path, **options: bool) -> dict[str, bool]:
    """Write the pages; return by student whether hers was written."""
    written = write_feedback(load_course(root), "a1", **options)  # type: ignore[arg-type]
    return {page.parent.parent.name: new for page, new in written.items()}


def page_of(root: Path, student: str) -> str:
    return (root / "feedback" / student / "a1" / "a1.html").read_text("utf-8")


def words(page: str) -> str:
    """Return a page's text as a reader sees it."""
    body = page[page.index("<body") :]
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


def test_a_page_says_points_lateness_and_what_waits(course: Path) -> None:
    pages(course)
    said = words(page_of(course, "anna"))
    assert "5 of 9 points" in said
    assert "Handed in 2 January 2030, 10:30 UTC" in said
    assert "Late by 22 hours and 30 minutes (no points off)" in said
    assert "Still waits for a person: Doubling" in said


def test_a_wrong_answer_shows_its_code_and_no_secret(course: Path) -> None:
    pages(course)
    page = page_of(course, "ben")
    assert "Partly there" in words(page) and "return" in page
    for secret in ("the secret is 42", "double(21)", "BEGIN HIDDEN"):
        assert secret not in page


def test_a_page_runs_and_loads_nothing(course: Path) -> None:
    pages(course)
    page = page_of(course, "anna")
    assert "<script" not in page and "&lt;script&gt;alert(1)" in page
    assert "<math" in page and "$x_1$" not in page
    assert "default-src 'none'" in page
    assert not re.search(r"""(?:src|href)=["'](?!#|data:)""", page)
    assert len(page) < 300_000


def test_a_marked_line_is_in_sight_below_a_long_docstring() -> None:
    body = ["def f(x):", '    """Do it.', "", "    a", "    b", "    c", '    """', "    return x"]
    shown = brief_html("\n".join(body), 8)
    assert re.search(r'<span class="hll">\s+<span class="k">return', shown)
    assert "Do it" in shown and "    b" not in shown
    assert "    b" in brief_html("\n".join(body), 5)  # where the mark is in the docstring


def test_code_in_a_sentence_is_shown_as_code() -> None:
    assert coded("`a < b` is <i>") == "<code>a &lt; b</code> is &lt;i&gt;"


def test_an_unreadable_file_gets_a_page_that_says_what_to_do(course: Path) -> None:
    pages(course)
    said = words(page_of(course, "zoe"))
    assert "could not be read" in said and "JSONDecodeError" in said
    assert "a1.ipynb, 11 bytes" in said and "data.csv, 3 bytes" in said
    assert "timestamp.txt" not in said  # the exchange's, not hers
    assert "What you can do" in said and "no points yet" in said


@pytest.mark.parametrize(
    "statement",
    [
        f"UPDATE grade SET manual_score = 3 WHERE id IN ({OF_ANNA.format(table='grade')})",
        f"UPDATE comment SET manual_comment = 'Well put.' WHERE id IN "
        f"({OF_ANNA.format(table='comment')})",
    ],
)
def test_pages_follow_the_gradebook(course: Path, statement: str) -> None:
    assert all(pages(course).values())
    assert not any(pages(course).values())
    change(f"sqlite:///{course}/gradebook.db", statement)
    assert pages(course) == {"anna": True, "ben": False, "zoe": False}
    said = words(page_of(course, "anna"))
    assert "8 of 9 points" in said or "Comment Well put." in said


def test_another_due_date_and_a_new_grading_make_pages_stale(course: Path) -> None:
    pages(course)
    change(f"sqlite:///{course}/gradebook.db", "UPDATE assignment SET duedate = '2030-02-01'")
    assert all(pages(course).values())
    assert "Late by" not in words(page_of(course, "anna"))
    submit(course, "ben", RIGHT)
    grade_assignment(load_course(course), "a1", Options(FAKE))
    assert pages(course) == {"anna": False, "ben": True, "zoe": False}
    assert all(pages(course, force=True).values())


def test_nbgraders_command_writes_the_same_pages_and_releases_them(course: Path) -> None:
    assert all(pages(course).values())
    before = {name: page_of(course, name) for name in ("anna", "ben", "zoe")}
    shutil.rmtree(course / "feedback" / "ben")
    (course / "feedback/anna/a1/a1.html").write_text("old")
    nbgrader(course, "generate_feedback", "a1")
    after = {name: page_of(course, name) for name in before}
    assert {name: digest_of(course / "feedback" / name / "a1/a1.html") for name in after} == {
        name: re.search('digest" content="([0-9a-f]+)"', page)[1]  # type: ignore[index]
        for name, page in after.items()
    }
    assert {name: words(page) for name, page in after.items()} == {
        name: words(page) for name, page in before.items()
    }
    # What nbgrader's exchange needs of a submission that brought no time of its own.
    assert (course / "feedback/ben/a1/timestamp.txt").read_text() == ""
    assert not any(pages(course).values())


@pytest.mark.parametrize("given", [b"", b"\xff", b" \n", b"\x1b[2J", "zwölf".encode()])
def test_what_nbgrader_could_not_read_beside_a_page_is_not_put_there(
    course: Path, given: bytes
) -> None:
    there, handed_in = course / "feedback/anna/a1", course / "autograded/anna/a1"
    for name in ("timestamp.txt", "submission_secret.txt"):
        write(handed_in / name, given)
        write(there / name, given)  # as an earlier version left it
    pages(course)
    assert (there / "timestamp.txt").read_text() == ""
    assert re.fullmatch("[0-9a-f]{64}", (there / "submission_secret.txt").read_text())


def test_a_notebook_that_cannot_be_shown_costs_its_own_page_alone(
    course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw, here = feedback.shelves_of, os.getpid()

    def break_down(source: Any, notebook: Any, *others: Any) -> Any:
        if "anna" in json.dumps(notebook["metadata"]) and os.getpid() == here:
            raise RecursionError
        if "ben" in json.dumps(notebook["metadata"]) and os.getpid() != here:
            os._exit(9)  # as the kernel ends what has taken all memory
        return draw(source, notebook, *others)

    monkeypatch.setattr(feedback, "shelves_of", break_down)
    monkeypatch.setattr(feedback_files, "FEW", 1)
    assert all(pages(course).values())
    said = words(page_of(course, "anna"))
    assert "5 of 9 points" in said and "It cannot be shown here." in said
    assert "Your code" in words(page_of(course, "ben"))
    assert len(write_feedback(load_course(course), "a1", force=True, workers=2)) == 3
    assert "It cannot be shown here." in words(page_of(course, "ben"))
    assert "Your code" in words(page_of(course, "anna"))
    monkeypatch.undo()
    assert pages(course) == {"anna": False, "ben": True, "zoe": False}  # it is tried again


class Elsewhere:
    """A pool of one process that has to be told everything, as on macOS: here, by way of pickle."""

    def __init__(self, workers: int, initializer: Any, initargs: Any) -> None:
        initializer(*pickle.loads(pickle.dumps(initargs)))

    def __enter__(self) -> Elsewhere:
        return self

    def __exit__(self, *exc_info: object) -> None:
        pass

    def map(self, call: Any, jobs: Any, chunksize: int) -> Any:
        """Do all of it."""
        return map(call, jobs)


def test_a_class_in_the_settings_stops_no_process_that_writes_pages(
    course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = course / "nbgrader_config.py"
    config.write_text(
        config.read_text() + "\nclass Mine:\n    pass\nc.AssignLatePenalties.other_class = Mine\n"
    )
    monkeypatch.setattr(feedback_files, "FEW", 1)
    monkeypatch.setattr(feedback_files, "ProcessPoolExecutor", Elsewhere)
    with pytest.raises((pickle.PicklingError, AttributeError)):
        pickle.dumps(load_course(course))
    assert len(write_feedback(load_course(course), "a1", force=True, workers=2)) == 3


@pytest.mark.long
def test_pages_are_released_though_some_came_another_way_than_nbgraders(
    course: Path, tmp_path: Path
) -> None:
    exchange = tmp_path / "exchange"
    exchange.mkdir()
    exchange.chmod(0o777)
    write(course / "autograded/anna/a1/submission_secret.txt", b"hers")
    pages(course)
    home = course / "feedback"
    assert (home / "anna/a1/submission_secret.txt").read_text() == "hers"
    ours = (home / "ben/a1/submission_secret.txt").read_text()
    assert len(ours) == 64 and ours != (home / "zoe/a1/submission_secret.txt").read_text()
    nbgrader(course, "release_feedback", "a1", f"--Exchange.root={exchange}")
    assert len(list(exchange.rglob("*.html"))) == 3
    pages(course)
    assert (home / "ben/a1/submission_secret.txt").read_text() == ours


def test_what_another_engine_graded_gets_a_page_too(course: Path) -> None:
    path = course / "autograded/ben/a1/a1.ipynb"
    notebook = json.loads(path.read_text())
    for forged in ({}, {"autograder": {"tests": 7}}, {"autograder": {"isolation": "<b>"}}):
        notebook["metadata"] = forged
        path.chmod(0o644)
        path.write_text(json.dumps(notebook))
        pages(course)
        page = page_of(course, "ben")
        assert "2 of 9 points" in words(page)
        assert "secret" not in page and "<b>:" not in page


def test_nothing_graded_is_said(tmp_path: Path, graded: Path) -> None:
    shutil.copytree(graded, tmp_path / "c", ignore=shutil.ignore_patterns("autograded"))
    with pytest.raises(CourseError, match="grade a1` first"):
        write_feedback(load_course(tmp_path / "c"), "a1")


def test_formulas_are_drawn_without_anything_active() -> None:
    assert "<msub>" in formula("x_1")
    assert '<span class="number">(2)</span>' in formula("x \\tag{2}", block=True)
    for tex in (r"\href{javascript:alert(1)}{x}", r"\style{x:url(y)}{z}", r"\text{<script>}"):
        drawn = formula(tex)
        assert "href" not in drawn and "style" not in drawn and "<script" not in drawn
    for broken in (r"\frac{1", "{" * 400, r"\frac" * 3000, "x" * 5000):
        assert "<code>" in formula(broken) or "<math" in formula(broken)
    assert "<code>$x$</code>" in given_html("`$x$` costs")
    assert "5 and" in student_html("$5 and 6")


def test_a_picture_says_in_words_what_it_shows() -> None:
    drawn = difference_picture(Difference("dW", [[1.0, -2.0]], [[1.0, 2.0]]))
    assert "1 of 2 entries differ, by 4 at most" in drawn
    other = difference_picture(Difference("<b>", [[1.0, 2.0]], [[1.0], [None]]))
    assert "shape (1, 2) expected, (2, 1) got" in other and "<b><b>" not in other


def test_what_a_test_compared_is_kept_for_the_picture() -> None:
    with pytest.raises(AssertionError) as caught:
        np.testing.assert_allclose(np.zeros((2, 2)), np.eye(2))
    assert differences_of(caught.value) == (
        Difference("answer", [[1.0, 0.0], [0.0, 1.0]], [[0.0, 0.0], [0.0, 0.0]]),
    )
    with pytest.raises(CheckFailed) as failed:
        check("l2-cost", lambda: None, lambda f: {"a": np.ones(3)}, {"a": [1.0, 2.0, 3.0]})
    (found,) = differences_of(failed.value)
    assert found == Difference("a", [[1.0, 2.0, 3.0]], [[1.0, 1.0, 1.0]])
    assert differences_of(AssertionError("no arrays")) == ()


@pytest.mark.parametrize(
    ("text", "coloured"),
    [
        ("for x in y:", {"k": ["for", "in"]}),
        ("nonlocality = 1e-3 # not", {"m": ["1e-3"], "c1": ["# not"]}),
        ('f(R\'a#b\', "\\"")', {"s": ["R'a#b'", '"\\""']}),
        ("'''It\\'''s''' + 1", {"sd": ["'''It\\'''s'''"], "m": ["1"]}),
        ("'cut off\n1", {"s": ["'cut off"], "m": ["1"]}),
        ('"""cut off\\', {"sd": ['"""cut off\\']}),
    ],
)
def test_code_is_coloured_and_stays_itself(text: str, coloured: dict[str, list[str]]) -> None:
    page = code_html(text)
    found: dict[str, list[str]] = {}
    for kind, part in re.findall(r'<span class="(\w+)">(.*?)</span>', page, re.DOTALL):
        found.setdefault(kind, []).append(html.unescape(part))
    assert found == coloured
    assert html.unescape(re.sub("<[^>]+>", "", page)) == text


def test_a_long_text_takes_no_longer_than_its_length() -> None:
    begun = process_time()
    assert student_html("$$x\n" * 25_000).count("<math") == 12_500
    assert "<pre>$$x" in student_html("$$x\n" * 250_000)
    assert process_time() - begun < 10  # 45 seconds, where each beginning looks for its end
    assert "<pre>![x]" in student_html("![x](data:image/png;base64," + "\n+ a" * 50_001)
    assert "<pre>![x]" in student_html("![x](data:image/png;base64," + "a" * 200_000)
    texts = [{"cell_type": "markdown", "source": "*a* " * 30_000, "metadata": {}}] * 2
    notebook: Any = {"cells": texts, "metadata": {}}
    first, second = shelves_of(SourceNotebook("a1", {**notebook, "cells": []}), notebook, {}, NONE)
    assert "<em>" in first.body and "<em>" not in second.body
    assert "<math" in student_html("$$\nx\n$$\n\n$$ y $5 $$\n")


def test_every_kind_of_picture_that_intake_keeps_is_shown() -> None:
    lines = {"image/png": "iVBORw0KGgoAAAANSUhEUgAA\nAAEAAAABCAYAAAAfFcSJ\n"}
    assert "<img" in student_html("![x](attachment:a.png)", {"a.png": lines})
    for mime in PICTURES:
        (shown,) = shown_outputs([{"output_type": "display_data", "data": {mime: "R0lGODlh"}}])
        assert shown.content == f"data:{mime};base64,R0lGODlh"
