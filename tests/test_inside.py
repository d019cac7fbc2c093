"""Tests that run in the student's own process: what they judge, what they hide, what is said."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cell_kit import notebook
from notebook_kit import answer, code, mark
from pace import patient

from autograder.assignment import Assignment
from autograder.course.settings import Settings
from autograder.examiner.trees import as_python
from autograder.grade import Graded, grade_notebook
from autograder.limits import Limits
from autograder.pages.feedback import feedback_page
from autograder.pages.shelves import INSIDE, SourceNotebook
from autograder.preflight.door import placed
from autograder.preflight.faults import Fault, not_accepted
from autograder.preflight.trial import faults_of_either, faults_of_trial
from autograder.report import class_tables, console, told_inside
from autograder.result import Result
from autograder.sandbox.detection import detect_isolation
from autograder.sandbox.server import StudentServer

LIMITS = patient(Limits(cell_timeout=6, call_timeout=3, total_timeout=60, memory_mb=400))
SAVE = "def save(text):\n    with open('kept.txt', 'w') as file:\n        file.write(text)"
SECRET = "the-hidden-word"
SHOWN = "save('here')\nwritten = open('kept.txt').read()\nassert written == 'here'"
HIDDEN = f"""{SHOWN}
### BEGIN HIDDEN TESTS
save('{SECRET}')
assert open('kept.txt').read() == '{SECRET}'
### END HIDDEN TESTS"""


def solved(text: str) -> str:
    """Return a solution cell's text, all of it a solution."""
    return f"### BEGIN SOLUTION\n{text}\n### END SOLUTION"


SOURCE = notebook(
    code("import os\nimport sys", mark("locked", "given")),
    code(solved(SAVE), mark("solution", "save")),
    code(SHOWN, mark("test", "shown", 2)),
    code(HIDDEN, mark("test", "more", 3)),
    code(solved("def double(x):\n    return 2 * x"), mark("solution", "double")),
    code("assert double(4) == 8", mark("test", "plain", 1)),
)


@pytest.fixture(scope="module")
def server() -> Iterator[StudentServer]:
    level = "sandbox" if detect_isolation().level == "sandbox" else "process"
    with StudentServer(Settings(LIMITS, level)) as running:
        yield running


@pytest.fixture(scope="module")
def mixed() -> Assignment:
    """Return the assignment with the two tests inside that need it."""
    return Assignment.from_notebook(SOURCE, "a1", "n").with_inside({"shown", "more"})


def graded(server: StudentServer, assignment: Assignment, **texts: str) -> Graded:
    """Grade answers; what is not answered stays as it is given."""
    source = assignment.source
    data = json.dumps(answer(source, texts)).encode()
    return grade_notebook(assignment, data, LIMITS, student="anna", server=server)


def rows(result: Result) -> list[tuple[str, str, float | None]]:
    """Return where each test ran, how it ended, and its points."""
    return [(test.where, test.verdict, test.points) for test in result.tests]


DOUBLE = "def double(x):\n    return 2 * x"


def test_a_file_that_code_writes_is_seen_by_a_test_inside(
    server: StudentServer, mixed: Assignment
) -> None:
    result = graded(server, mixed, save=SAVE, double=DOUBLE).result
    assert rows(result) == [
        ("inside", "passed", 2),
        ("inside", "passed", 3),
        ("outside", "passed", 1),
    ]
    assert result.inside == ("shown", "more")


def test_wrong_and_untouched_answers_earn_nothing_inside(
    server: StudentServer, mixed: Assignment
) -> None:
    wrong = graded(
        server, mixed, save="def save(text):\n    open('kept.txt', 'w').write('')"
    ).result
    assert [test.points for test in wrong.tests] == [0, 0, 0]
    assert wrong.tests[0].message == "A check was not met in `assert written == 'here'`."
    untouched = graded(server, mixed).result
    assert {test.verdict for test in untouched.tests} == {"not attempted"}


def test_what_only_the_hidden_part_finds_costs_the_points_and_is_not_told(
    server: StudentServer, mixed: Assignment
) -> None:
    fits = SAVE.replace("write(text)", "write('here')")
    more = graded(server, mixed, save=fits).result.tests[1]
    assert (more.verdict, more.points, more.message) == (
        "failed",
        0,
        "A hidden check was not met.",
    )


THIEF = """def save(text):
    frame, seen = sys._getframe(), []
    while frame is not None:
        seen += [repr(frame.f_code.co_consts), repr(sorted(frame.f_globals))]
        frame = frame.f_back
    with open('stolen.txt', 'a') as file:
        file.write(' '.join([text, *seen]))
    print(text, seen)
    if len(text) > 4:
        raise ValueError(text)
    open('kept.txt', 'w').write(text)"""
TELLS = "print(open('stolen.txt').read())\ndef double(x):\n    return open('stolen.txt').read()"


def test_no_output_and_no_message_tells_what_was_hidden(
    server: StudentServer, mixed: Assignment
) -> None:
    found = graded(server, mixed, save=THIEF, double=TELLS)
    assert [test.points for test in found.result.tests] == [2, 0, 0]
    told = json.dumps([[c.get("outputs") for c in found.notebook["cells"]], found.result.to_dict()])
    assert "here" in told
    assert SECRET not in told


TRICKS = {
    "ends the process": "import os\ndef save(text):\n    os._exit(0)",
    "exits": "def save(text):\n    sys.exit(0)",
    "replaces open": "import builtins\ndef fake(*a, **k):\n    import io\n"
    "    return io.StringIO('here')\nbuiltins.open = fake\ndef save(text):\n    pass",
    "strips asserts from cells": "import ast\nclass Strip(ast.NodeTransformer):\n"
    "    def visit_Assert(self, node):\n        return ast.Pass()\n"
    "get_ipython().ast_transformers.append(Strip())\ndef save(text):\n    pass",
    "swaps the shell": "get_ipython().run_cell = lambda *a, **k: None\n"
    "type(get_ipython()).run_code = lambda *a, **k: None\ndef save(text):\n    pass",
    "jumps": "def save(text):\n    frame = sys._getframe(1)\n"
    "    def jump(f, event, arg):\n        f.f_lineno = 3\n        return jump\n"
    "    frame.f_trace = jump\n    sys.settrace(jump)",
    "answers itself": "def save(text):\n    frame = sys._getframe()\n"
    "    while type(frame.f_locals.get('self')).__name__ != 'Runner':\n"
    "        frame = frame.f_back\n"
    "    runner = frame.f_locals['self']\n"
    "    runner.send({'id': runner._calls[-1], 'kind': 'done', 'value': None})\n"
    "    runner.serve()",
    "answers and goes on to say yes": "def save(text):\n    frame = sys._getframe()\n"
    "    while type(frame.f_locals.get('self')).__name__ != 'Runner':\n"
    "        frame = frame.f_back\n"
    "    runner = frame.f_locals['self']\n    runner.ended = True\n"
    "    runner.send({'id': runner._calls[-1], 'kind': 'done', 'value': None})\n"
    "    runner.serve()",
}


OFTEN = ("ends the process", "jumps", "answers and goes on to say yes")
"""Tricks that are tried in every run."""


@pytest.mark.parametrize(
    "name", [pytest.param(n, marks=() if n in OFTEN else pytest.mark.slow) for n in TRICKS]
)
def test_cheap_tricks_earn_nothing(server: StudentServer, mixed: Assignment, name: str) -> None:
    result = graded(server, mixed, save=TRICKS[name]).result
    assert [test.points for test in result.tests] == [0, 0, 0], rows(result)


def test_functions_of_checks_are_put_back(server: StudentServer) -> None:
    source = notebook(
        code("import numpy as np\nimport math\nfrom numpy.testing import assert_allclose"),
        code(solved("def f(x):\n    return x * x"), mark("solution", "f")),
        code("import string", mark("locked", "later")),  # keeps nothing that came before it
        code("assert_allclose(f(3), 9)\nassert f(2) == 4", mark("test", "t", 1)),
        code("assert math.isclose(f(3), 9)\nassert np.allclose(f(2), 4)", mark("test", "u", 1)),
    )
    assignment = Assignment.from_notebook(source, "a1", "n").with_inside({"t", "u"})
    patched = (
        "def f(x):\n    return 4 if x == 2 else 0\n"
        "assert_allclose.__code__ = (lambda *a, **k: None).__code__\n"
        "math.isclose = np.allclose = lambda *a, **k: True"
    )
    assert graded(server, assignment, f=patched).result.score == 0
    assert graded(server, assignment, f="def f(x):\n    return x * x").result.score == 2


def test_names_of_earlier_tests_partial_points_and_awaiting_work_inside(
    server: StudentServer,
) -> None:
    source = notebook(
        code(solved("def f(x):\n    return x * x"), mark("solution", "f")),
        code("import asyncio\nbase = 3\nassert f(base) == 9", mark("test", "first", 1)),
        code("await asyncio.sleep(0)\nassert f(base + 1) == 16", mark("test", "second", 1)),
        code("sum(f(k) == k * k for k in range(4)) / 2", mark("test", "part", 2)),
    )
    assignment = Assignment.from_notebook(source, "a1", "n").with_inside({"second", "part"})
    right = graded(server, assignment, f="def f(x):\n    return x * x").result
    assert rows(right) == [("outside", "passed", 1), *[("inside", "passed", p) for p in (1, 2)]]
    half = graded(server, assignment, f="def f(x):\n    return 1 if x else 0").result
    assert [(test.verdict, test.points) for test in half.tests] == [
        ("failed", 0),
        ("failed", 0),
        ("failed", 1),
    ]


def test_preflight_finds_which_tests_need_it(server: StudentServer) -> None:
    assignment = Assignment.from_notebook(SOURCE, "a1", "n")
    outside = faults_of_trial(assignment, server)
    assert {fault.cell for fault in outside} == {"shown", "more"}
    either = faults_of_either(assignment, server)
    assert [(fault.cell, fault.inside) for fault in either] == [("shown", True), ("more", True)]
    assert not_accepted(either, []) == []


def test_settings_take_from_preflight_what_runs_inside() -> None:
    from autograder.course.settings import Settings
    from autograder.hashes import conditions

    faults = [Fault("n", "a", "", "", inside=True), Fault("n", "b", "", "", acceptable=True)]
    settings = Settings(tests="auto")
    now = placed(settings, faults)
    assert now.inside == {("n", "a")}
    keys = [json.dumps(conditions(s, {})["tests"]) for s in (Settings(), settings, now)]
    assert len(set(keys)) == 3


def test_every_door_says_where_a_test_ran(
    server: StudentServer, mixed: Assignment, tmp_path: Path, capsys: Any
) -> None:
    found = graded(server, mixed, save=SAVE)
    told = told_inside([found.result])
    assert "more, shown" in told
    console().print(class_tables([found.result]))
    assert re.search(r"shown.*\binside\b", out := capsys.readouterr().out)
    assert re.search(r"plain.*\boutside\b", out)
    page = feedback_page(SourceNotebook("n", SOURCE), found.notebook, found.result, None)
    assert page.count(INSIDE) == 2
    assert [t["where"] for t in found.result.to_dict()["tests"]] == ["inside", "inside", "outside"]
    assert Result.from_dict(found.result.to_dict()) == found.result


@pytest.mark.parametrize(
    ("cell", "python"),
    [
        ("%time assert f(3) == 4", "assert f(3) == 4"),
        ("\n%%time\nassert f(3) == 4", "\npass\nassert f(3) == 4"),
        ("a = (5\n %time (3))", "a = (5\n %time (3))"),
        ("t = %timeit -o f(3)", "t = get_ipython().run_line_magic('timeit', '-o f(3)')\n"),
    ],
)
def test_what_a_magic_runs_of_a_test_is_run_as_python(cell: str, python: str) -> None:
    # IPython 8 keeps an error of %time to itself, and a test that fails in it would pass.
    assert as_python(cell) == python
