"""Grading one notebook: whatever is handed in ends as a result with its reason."""

from __future__ import annotations

import copy
import json

import nbformat
import pytest
from cell_kit import cell_of, notebook, released
from mutate import MUTATIONS, mutant
from nbformat.notebooknode import from_dict
from nbgrader.utils import determine_grade
from notebook_kit import (
    AUTOMATIC,
    FULL,
    GOOD,
    RULES,
    STUBS,
    answer,
    assignment,
    code,
    data,
    grade,
    mark,
    points,
    understand,
    verdicts,
)
from pace import patient

from autograder.assignment import Assignment
from autograder.cells import ReleaseRules, nbgrader_metadata
from autograder.course.settings import Settings
from autograder.grade import grade_notebook
from autograder.limits import Limits
from autograder.result import Result
from autograder.sandbox.detection import detect_isolation
from autograder.sandbox.server import StudentServer

LIMITS = patient(Limits(cell_timeout=3, call_timeout=1, total_timeout=12, memory_mb=512))
BRIEF = patient(Limits(cell_timeout=0.75, call_timeout=1, total_timeout=3, memory_mb=512))


@pytest.fixture(scope="module")
def server():
    level = "sandbox" if detect_isolation().level == "sandbox" else "process"
    with StudentServer(Settings(LIMITS, level)) as running:
        yield running


def check_consistent(graded):
    """Check what must hold of every graded notebook."""
    result = graded.result
    assert [t.grade_id for t in result.tests] == [
        "cost-check", "cost-hidden", "step-check", "drop-check", "why", "draw",
    ]  # fmt: skip
    assert [t.max_points for t in result.tests] == [5, 5, 4, 6, 3, 2]
    assert Result.from_dict(json.loads(json.dumps(result.to_dict()))) == result
    for note in result.notes:
        assert note.text.isprintable(), note
    for test in result.tests:
        assert test.verdict in ("passed", "manual") or test.message, test
        assert test.points is None or 0 <= test.points <= test.max_points
    nbformat.validate(from_dict(graded.notebook))
    for cell in graded.notebook["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade"):
            found = determine_grade(from_dict(cell))
            test = next(t for t in result.tests if t.grade_id == cell["id"])
            if test.verdict != "not run":
                assert found == (test.points, test.max_points)
    json.dumps(graded.notebook).encode("utf-8")


def test_full_marks_and_what_the_result_says(server):
    graded = grade(server, answer(assignment(), {"why": "Because."}), limits=LIMITS)
    check_consistent(graded)
    result = graded.result
    assert (result.score, result.max_score, result.notes) == (FULL, 25, ())
    assert result.isolation == server.isolation
    assert set(result.hashes) == {"solution", "tests", "environment"}
    assert verdicts(graded) == {**dict.fromkeys(AUTOMATIC, "passed"), "why": "manual",
                                "draw": "manual"}  # fmt: skip
    assert not result.needs_human


def test_release_earns_nothing(server):
    graded = grade(server, released(assignment()), limits=LIMITS)
    check_consistent(graded)
    assert graded.result.score == 0
    assert set(verdicts(graded).values()) == {"not attempted", "manual"}


@pytest.mark.parametrize("bad", [b"", b"{", b"[]", b'{"cells": 5}', b"{}", b"\x89PNG\r\n"])
def test_unreadable_submission_is_a_zero_with_its_reason(server, bad):
    graded = grade(server, bad, limits=LIMITS)
    check_consistent(graded)
    assert graded.result.score == 0
    assert graded.result.notes


def test_absent_submission(server, tmp_path):
    known = understand(json.dumps(assignment()), RULES)
    graded = grade_notebook(known, tmp_path / "no", LIMITS, student="s", server=server)
    check_consistent(graded)
    assert graded.result.needs_human
    assert {t.verdict for t in graded.result.tests} <= {"not run", "manual"}


def test_folder_and_own_server(tmp_path):
    (tmp_path / "N.ipynb").write_bytes(data(answer(assignment())))
    (tmp_path / "utils.py").write_text("raise SystemExit")
    settings = Settings(LIMITS, "process", RULES)
    known = Assignment.from_notebook(assignment(), "a", "n", settings)
    graded = grade_notebook(known, tmp_path, student="s")
    check_consistent(graded)
    assert graded.result.score == FULL
    assert graded.result.isolation == "process"
    assert [note.text for note in graded.result.notes] == [
        "N.ipynb was taken for n.ipynb",
        "ignored: the file utils.py",
    ]


def test_grading_again_gives_the_same(server):
    first, second = (grade(server, answer(assignment()), limits=LIMITS) for _ in range(2))
    strip = {"seconds": 0}

    def plain(graded):
        found = {**graded.result.to_dict(), **strip}
        return {**found, "tests": [{**test, **strip} for test in found["tests"]]}

    assert plain(first) == plain(second)
    assert first.notebook == second.notebook
    salted = grade(server, answer(assignment()), rules=ReleaseRules("", salt="secret"))
    assert salted.result.seed != first.result.seed
    assert grade(server, answer(assignment()), seed=5).result.seed == 5


def test_hashes_follow_what_they_name(server):
    book, source = answer(assignment()), assignment()
    base = grade(server, book, source).result.hashes
    changed = copy.deepcopy(source)
    cell_of(changed, "cost-hidden")["source"] += "\n# stricter"
    assert grade(server, book, changed).result.hashes["tests"] != base["tests"]
    cell_of(book, "cost")["source"] += "\n#"
    other = grade(server, book, source).result.hashes
    assert other["tests"] == base["tests"]
    assert other["solution"] != base["solution"]


def test_instructor_and_submission_are_left_as_they_were(server):
    source, book = assignment(), answer(assignment())
    before = json.dumps([source, book])
    grade(server, book, source)
    assert json.dumps([source, book]) == before


def test_student_outputs_hold_nothing_that_runs(server):
    book = answer(assignment())
    book["cells"].insert(1, code(
        "from IPython.display import *\n"
        "display(HTML('<script>alert(1)</script>'), Javascript('alert(1)'), SVG('<svg></svg>'))\n"
        "display({'text/html': '<b>', 'application/javascript': 'x'}, raw=True)\n"
        "print('\\x1b[2J\\x1b]0;title\\x07 \\u202e<b>')\n1/0"
    ))  # fmt: skip
    graded = grade(server, book, limits=LIMITS)
    check_consistent(graded)
    outputs = next(c for c in graded.notebook["cells"] if c["id"] == "added-1")["outputs"]
    kinds = {mime for o in outputs for mime in o.get("data", {})}
    assert kinds <= {"text/plain", "image/png"}
    assert "\x1b" not in json.dumps(outputs).replace("\\u001b", "\x1b")
    assert outputs[-1]["ename"] == "ZeroDivisionError"


def test_picture_of_a_plot_is_kept(server):
    book = answer(assignment())
    book["cells"].append(code("import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()"))
    graded = grade(server, book)
    outputs = graded.notebook["cells"][-1]["outputs"]
    assert any("image/png" in o.get("data", {}) for o in outputs), outputs


def test_forged_outputs_do_not_survive(server):
    book = answer(assignment(), {"cost": STUBS["cost"]})
    forged = {"output_type": "execute_result", "data": {"text/plain": "5.0"}, "metadata": {}}
    for cell in book["cells"]:
        cell["outputs"] = [forged]
    graded = grade(server, book)
    check_consistent(graded)
    assert "5.0" not in json.dumps([c.get("outputs") for c in graded.notebook["cells"]])


@pytest.mark.long
def test_endless_cells_use_up_the_time_and_no_more(server):
    book = answer(assignment())
    for i in range(20):
        book["cells"].insert(2 * i, code(f"while True: {i}"))
    graded = grade(server, book, limits=BRIEF)
    check_consistent(graded)
    # One by one they would take five times what all may take together.
    assert graded.result.seconds < 3 * BRIEF.total_timeout
    assert all(v in ("timeout", "passed") for k, v in verdicts(graded).items() if k in AUTOMATIC)


def test_failing_cell_is_named_and_later_cells_run(server):
    book = answer(assignment(), {"cost": GOOD["cost"] + "\nundefined_name"})
    graded = grade(server, book)
    assert graded.result.score == FULL
    assert any("cost raised NameError" in note.text for note in graded.result.notes)


def test_missing_notebook_cells_are_listed(server):
    given = [cell for cell in answer(assignment())["cells"] if not nbgrader_metadata(cell)]
    another = code("def other(x):\n    return x", mark("solution", "another"))
    for cells in ([code("print('hello')")], [*given, another]):
        graded = grade(server, notebook(*cells))
        check_consistent(graded)
        assert "none of the assignment's cells" in graded.result.refusal
        assert set(graded.result.scores.values()) == {None} and graded.result.needs_human
    assert not grade(server, notebook(code(GOOD["cost"]))).result.refusal
    assert not grade(server, notebook(code(" "))).result.refusal


def test_defect_of_the_grader_is_told_not_raised(server, monkeypatch):
    def broken(*args):
        raise RuntimeError("disk on fire")

    monkeypatch.setattr("autograder.examiner.examiner.Examiner.examine", broken)
    graded = grade(server, answer(assignment()))
    check_consistent(graded)
    assert graded.result.needs_human
    assert "disk on fire" in graded.result.notes[0].text
    assert {verdicts(graded)[name] for name in AUTOMATIC} == {"not run"}


def test_code_graded_by_hand_is_left_for_the_human(server):
    source = notebook(
        code("def plot():\n    ### BEGIN SOLUTION\n    return 1\n    ### END SOLUTION",
             mark("manual", "plot", 4)),
        code("assert plot() == 2", mark("test", "t", 1)),
    )  # fmt: skip
    book = answer(source, {"plot": "def plot():\n    return 2"})
    graded = grade(server, book, source)
    assert points(graded) == {"plot": None, "t": 1}
    assert points(grade(server, released(source), source)) == {"plot": 0, "t": 0}


# What half-done submission a mutant comes from: its exercises' names that are answered.
BASES = [("cost", "step", "drop"), (), ("cost",), ("step", "drop")]
EARNED = {"cost": ("cost-check", "cost-hidden"), "step": ("step-check",), "drop": ("drop-check",)}


def sweep(server, seeds):
    source = assignment()
    problems = []
    for seed in seeds:
        base = BASES[seed % len(BASES)]
        stubs = {name: STUBS[name] for name in GOOD if name not in base}
        raw, names = mutant(answer(source, stubs), seed)
        try:
            graded = grade(server, raw, source, limits=LIMITS)
            check_consistent(graded)
        except Exception as error:
            problems.append((seed, names, repr(error)[:300]))
            continue
        allowed = {test for name in base for test in EARNED[name]}
        unearned = [k for k, v in points(graded).items() if v and k not in allowed]
        if unearned or any("grader itself" in note.text for note in graded.result.notes):
            problems.append((seed, names, unearned, graded.result.notes))
    return problems


def some_of_each_kind():
    """Return a few seeds, and the first ones whose mutants hold a change of each kind."""
    kinds, seeds = set(), set(range(50))
    for seed in range(1000):
        names = set(mutant(answer(assignment()), seed)[1])
        seeds |= {seed} if names - kinds else set()
        kinds |= names
    assert {change.__name__ for change in MUTATIONS} <= kinds
    return sorted(seeds)


def test_mutants_end_as_results_and_earn_nothing_undeserved(server):
    assert sweep(server, some_of_each_kind()) == []


@pytest.mark.slow
@pytest.mark.parametrize("part", range(10))
def test_ten_thousand_mutants(server, part):
    assert sweep(server, range(1000 + part * 1000, 2000 + part * 1000)) == []
