"""Cells that all submissions begin with run once, and nobody can tell but by the time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from cell_kit import cell_of
from notebook_kit import AUTOMATIC, answer, assignment, code, grade, verdicts
from pace import patient

from autograder.course.settings import CourseCode, Settings
from autograder.examiner.student_side import StudentSide
from autograder.limits import Limits
from autograder.sandbox.detection import detect_isolation
from autograder.sandbox.process import StudentProcess
from autograder.sandbox.server import StudentServer

UTILS = Path(__file__).resolve().parent.parent / "utils"
CODE = CourseCode((str(UTILS),))
LIMITS = patient(Limits(cell_timeout=3, call_timeout=3, total_timeout=60, memory_mb=300))
CELLS = (
    "import numpy as np\nprint('given')\nx = np.random.rand(3)",
    "def twice(v):\n    return 2 * v\nx",
)

pytestmark = pytest.mark.skipif(
    detect_isolation().level != "sandbox", reason="a snapshot needs the sandbox"
)


@pytest.fixture(scope="module")
def server() -> Iterator[StudentServer]:
    with StudentServer(Settings(LIMITS, "sandbox", code=CODE)) as running:
        yield running


def outcome_of(server: StudentServer, prelude: tuple[str, ...]) -> list:
    """Run the cells, and one more, through the grader's side; return all outcomes."""
    with StudentProcess(server, prelude) as process:
        side = StudentSide(process, LIMITS)
        outcomes = [
            side.run_cell(source) for source in (*CELLS, "twice(x)\nprint(np.random.rand())")
        ]
        return [(outcome.ok, outcome.outputs) for outcome in outcomes]


def test_it_is_as_if_the_cells_had_run_in_the_submission(server):
    with StudentProcess(server, CELLS) as process:
        assert len(process.prelude_outcomes) == 2
    assert outcome_of(server, CELLS) == outcome_of(server, ())


def test_submissions_do_not_meet_in_it(server):
    for _ in range(2):
        with StudentProcess(server, CELLS) as process:
            assert process.run_cell("assert twice(1) == 2 and not hasattr(np, 'mine')").ok
            assert process.run_cell("twice = None; np.mine = 1; x[:] = 0").ok


def test_a_death_brings_the_prelude_back(server):
    with StudentProcess(server, CELLS) as process:
        side = StudentSide(process, LIMITS)
        for source in (*CELLS, "y = x + 1", "import os\nos._exit(1)"):
            side.run_cell(source)
        assert side.call("twice", (4,), {}) == 8
        np.testing.assert_array_equal(side.get("y"), side.get("x") + 1)


@pytest.mark.parametrize(
    "cell",
    [
        "1 / 0",
        "import threading, time\nthreading.Thread(target=time.sleep, args=(60,)).start()",
        "import subprocess\nsubprocess.Popen(['sleep', '60'])",
        "open('/tmp/left', 'w').write('something')",
        "kept = open('/proc/self/status')",
        pytest.param("while True: pass", marks=pytest.mark.long),
        "import os\nos._exit(0)",
    ],
)
def test_cells_that_a_fork_would_not_find_run_in_each_submission(server, cell):
    with StudentProcess(server, ("x = 1", cell)) as process:
        assert process.prelude_outcomes == []
        assert process.run_cell("y = 2").ok
        assert "x" not in process.bindings()
    with StudentProcess(server, CELLS) as process:
        assert len(process.prelude_outcomes) == 2


def test_a_snapshot_that_ends_is_made_again(server):
    with StudentProcess(server, CELLS):
        snapshot = server._snapshots.after(CELLS)
    snapshot.control.close()
    with StudentProcess(server, CELLS) as process:
        assert process.run_cell("twice(1)").ok or not process.prelude_outcomes


def test_only_a_few_are_kept(server):
    for number in range(7):
        with StudentProcess(server, (f"x = {number}",)) as process:
            assert process.get("x").value == number
    assert len(server._snapshots._kept) == 4


def test_a_cell_of_the_students_before_it_has_run_before_it(server):
    right = answer(assignment())
    early = code("early = 'SCALE' in globals()", id="mine")
    late = code("print(early, 'SCALE' in globals())", id="last")
    graded = grade(server, {**right, "cells": [early, *right["cells"], late]})
    assert {verdicts(graded)[name] for name in AUTOMATIC} == {"passed"}
    assert graded.notebook["cells"][-1]["outputs"][0]["text"] == "False True\n"


def test_given_cells_show_their_outputs_in_every_notebook(server):
    source = assignment()
    cell_of(source, "given")["source"] += "\nprint(SCALE)"
    shown = [
        cell_of(grade(server, answer(source), source).notebook, "given")["outputs"]
        for _ in range(2)
    ]
    assert (
        shown[0]
        == shown[1]
        == [{"output_type": "stream", "name": "stdout", "text": "{'value': 2.0}\n"}]
    )


def test_a_clone_is_a_server_of_its_own(server):
    with StudentServer(Settings(LIMITS, "sandbox", code=CODE), control=server.clone()) as clone:
        with StudentProcess(clone, CELLS) as here, StudentProcess(server, CELLS) as there:
            assert here.run_cell("mine = 1; import os; os.kill(1, 9) if os.getpid() != 1 else 0").ok
            assert there.run_cell("assert 'mine' not in globals()").ok
        assert clone._program is None
    with StudentProcess(server) as student:
        assert student.run_cell("1").ok


def test_a_clone_that_ended_is_replaced_by_a_server(server):
    control = server.clone()
    with StudentServer(Settings(LIMITS, "sandbox", code=CODE), control=control) as clone:
        control.shutdown(2)
        with StudentProcess(clone) as student:
            assert student.run_cell("1").ok
        assert clone._program is not None


def test_a_prelude_of_any_length_reaches_the_server(server):
    cells = (f"long = {'x' * 300_000!r}", "short = len(long)")
    with StudentProcess(server, cells) as process:
        assert process.run_cell("assert short == 300_000").ok
        assert len(process.prelude_outcomes) == 2
