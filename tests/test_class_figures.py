"""The figures of a class: points, shares, and examples of answers."""

from __future__ import annotations

import json
from datetime import timedelta
from difflib import SequenceMatcher
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from cell_kit import cell, notebook

from autograder.cells import ReleaseRules
from autograder.course.folders import CourseError
from autograder.gradebook.rows import AssignmentInfo, CellInfo
from autograder.gradebook.standing import NotebookStanding, Standing
from autograder.gradebook.standing import _cell as cell_on_record
from autograder.notebook import Cell
from autograder.notes import Note
from autograder.pages import answers
from autograder.pages.answers import answer_groups, code_lines, example_of, group_to_comment
from autograder.pages.class_report import ClassReport, compared
from autograder.pages.collected import Collected
from autograder.pages.figures import automatic_shares, bins, exercise_figures, quartiles
from autograder.report import mean_score
from autograder.result import Result, TestResult
from autograder.words import duration, percent


def test_the_mean_is_of_automatic_points_of_what_could_be_read() -> None:
    def result(name: str, *tests: TestResult, **more: Any) -> Result:
        return Result(name, "a1", "a1", tests, **more)

    waits, blank = TestResult("w", None, 4.0, "manual"), TestResult("w", 0.0, 4.0, "failed")
    results = [
        result("anna", TestResult("t", 4.0, 5.0, "failed"), waits),
        result("ben", TestResult("t", 2.0, 5.0, "failed"), blank),
        result("zoe", TestResult("t", 0.0, 5.0, "not run", "?"), notes=(Note("refusal", "?"),)),
    ]
    assert mean_score(results) == (3.0, 5.0)


@pytest.mark.parametrize(
    ("share", "said"), [(0, "0 %"), (0.001, "1 %"), (0.426, "43 %"), (0.999, "99 %"), (1, "100 %")]
)
def test_a_share_is_all_or_nothing_only_where_it_is(share: float, said: str) -> None:
    assert percent(share) == said


def test_an_example_names_nobody() -> None:
    text = 'def f(x):\n    """By Anna."""\n    # Anna\n    y = x  # Anna\n    return "a # b"\n'
    assert code_lines(text) == ["def f(x):", "y = x", 'return "a # b"']
    assert code_lines("broken (  # Anna") == ["broken ("]
    found = example_of("def f(x):\n    return x + 2", "", ["return x + 1"], {"def f(x):"})
    assert (found.student, found.reference) == ("return x + 2", "return x + 1")


def test_of_a_long_answer_little_is_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []

    def matcher(junk: None, one: str, other: str, **options: bool) -> SequenceMatcher[str]:
        sizes.append(len(one) + len(other))
        return SequenceMatcher(junk, one, other, **options)

    monkeypatch.setattr(answers, "SequenceMatcher", matcher)
    text = "\n".join(f"x{n} = {'y' * 200}" for n in range(500))
    example_of(text, "", ["return x + 1"], set())
    example_of(text, "z" * 100_000, ["return x + 1"], set())
    assert len(sizes) < 250 and max(sizes) < 250


def test_two_notebooks_may_have_the_same_ids_and_headings() -> None:
    def book(**marks: Any) -> dict[str, Any]:
        code = cell("code", "x = 1", "q", solution=True)
        return notebook(
            cell("markdown", "## Exercise 1", "h"), code, cell("code", "", "t", **marks)
        )

    found = Collected(
        "a1",
        {
            "one": book(grade=True, locked=True, points=2),
            "two": book(grade=True, solution=True, points=8),  # of this one a person grades `t`
        },
        [
            Result("anna", "a1", "one", (TestResult("t", 1.0, 2.0, "failed"),)),
            Result("anna", "a1", "two", (TestResult("t", None, 8.0, "manual"),)),
        ],
    )
    (share,) = automatic_shares(found)
    assert share == 0.5
    one, two = exercise_figures(found)
    assert (one.most, one.by_hand, two.most, two.by_hand) == (2, 0, 0, 8)
    report = ClassReport.of(found)
    heads, anna = report.csv().splitlines()
    assert heads.endswith("one: Exercise 1,two: Exercise 1") and anna.endswith(",1,")
    assert report.to_dict()["students"][0]["exercises"] == {"one: Exercise 1": 1.0}
    assert "two: Exercise 1" in report.html(Path("/r.html"))
    info = AssignmentInfo(
        "a1",
        None,
        {"one": "1", "two": "2"},
        {"one": {"t": CellInfo("t", max_score=2)}, "two": {"t": CellInfo("t", max_score=8)}},
    )
    on_record = {"anna": Standing("anna", notebooks={n: NotebookStanding() for n in found.sources})}
    rows_of = [SimpleNamespace(student_id="anna", notebook_id=n, name="t") for n in "12"]
    assert [cell_on_record(info, on_record, row).most for row in rows_of] == [2, 8]


def test_an_example_shows_no_line_that_a_course_with_marks_of_its_own_gives() -> None:
    solution = "def f(x):\n    # <<<\n    return x + 1\n    # >>>"
    check = cell("code", "# <<<\nassert f(1) == 2", "t", grade=True, locked=True, points=1)
    found = Collected("a1", {"a1": notebook(cell("code", solution, "q", solution=True), check)})
    found.rules = ReleaseRules(solution_marks=("<<<", ">>>"), hidden_marks=("<<<", ">>>"))
    said = "q: not yet.\n  f: expected 2, got 3"
    for who, text in (("anna", "def f(x):\n    return x + 2"), ("ben", "def f(x):\n    return 3")):
        found.results.append(Result(who, "a1", "a1", (TestResult("t", 0, 1, "failed", said),)))
        found.texts[who, "a1"] = {"q": text}
    (group,) = answer_groups(found)
    assert (group.example.student, group.example.reference) == ("return x + 2", "return x + 1")
    assert found.exercises["a1"][0].hidden == {"t"}


@pytest.mark.parametrize(
    ("given", "commented"),
    [
        (cell("code", "", "q", solution=True), "q"),
        (cell("markdown", "Plan.", "plan", task=True, points=1), "plan"),
        (cell("markdown", "Read.", "text"), ""),
    ],
)
def test_a_comment_goes_to_a_cell_that_can_have_one(given: Cell, commented: str) -> None:
    check = cell("code", "assert f(1) == 2", "t", grade=True, locked=True, points=1)
    found = Collected("a1", {"a1": notebook(given, check)})
    wrong = TestResult("t", 0, 1, "failed", "t: not yet.\n  f: expected 2, got 3")
    found.results = [Result("anna", "a1", "a1", (wrong,))]
    (group,) = answer_groups(found)
    assert group.commented == commented
    if commented:
        assert group_to_comment(found, group.key).students == ["anna"]
    else:
        with pytest.raises(CourseError, match="has tests alone"):
            group_to_comment(found, group.key)


def test_figures() -> None:
    assert bins([0.0, 0.1, 0.3, 0.95, 1.0]) == [1, 1, 0, 1, 0, 0, 0, 0, 0, 2]
    assert quartiles([0.0, 1.0, 2.0, 3.0, 4.0]) == (1.0, 2.0, 3.0)
    assert quartiles([0.5]) == (0.5, 0.5, 0.5)
    assert duration(timedelta(hours=25, minutes=3)) == "1 day and 1 hour"
    changes = compared([], [])
    assert changes.before == changes.now == 0 and not changes.students
    assert json.dumps(changes.hints) == "[]"


def test_written_answers_alone_are_no_file_that_cannot_be_read() -> None:
    written = TestResult("why", None, 4.0, "manual")
    unread = TestResult("t", 0.0, 1.0, "not run", "no notebook")
    assert not Result("anna", "a1", "a1", (written,)).refusal
    assert Result("anna", "a1", "a1", (written, unread)).refusal == "no notebook"
