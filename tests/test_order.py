"""Points depend on a submission alone: not on order, workers or neighbours."""

from __future__ import annotations

import json
import random
from pathlib import Path

import numpy as np
import pytest
from cell_kit import notebook
from notebook_kit import RULES, answer, code, data, mark, understand
from pace import patient

from autograder.batch.pool import Pool
from autograder.batch.worker import Job
from autograder.course.settings import Settings
from autograder.grade import grade_notebook
from autograder.limits import Limits
from autograder.sandbox.detection import detect_isolation
from autograder.sandbox.server import StudentServer

LIMITS = patient(Limits(cell_timeout=20, call_timeout=20, total_timeout=120, memory_mb=400))
LEVEL = "sandbox" if detect_isolation().level == "sandbox" else "process"

# Ways in which a course holds a value for its tests: the given cell, and the value's name.
PLACES = {
    "an array": ("a = {v}", "a"),
    "a namespace": ("from types import SimpleNamespace\nb = SimpleNamespace(X={v})", "b.X"),
    "a class": ("class C:\n    X = {v}", "C.X"),
    "a default": ("def d(s=[]):\n    s or s.append({v})\n    return s[0]", "d()"),
    "a cache": ("import functools\n@functools.lru_cache\ndef e():\n    return {v}", "e()"),
    "a closure": ("def _h():\n    v = {v}\n    return lambda: v\nh = _h()", "h()"),
    "a dictionary": ("g = {{'x': ({v}, 1)}}", "g['x'][0]"),
    "an iterator": ("i = iter([{v}] * 50)", "next(i)"),
    "a generator": (
        "def _j():\n    v = {v}\n    while True:\n        yield v\nj = _j()",
        "next(j)",
    ),
    "a module": ("import math\nmath.kept = {v}", "math.kept"),
    "a file": ("np.save('/tmp/state-{n}.npy', {v})", "np.load('/tmp/state-{n}.npy')"),
}
# What tests do besides.
HABITS = (
    "import os\nassert 'KEPT' not in os.environ\nos.environ['KEPT'] = '1'",
    "import warnings\nassert len(warnings.filters) < 50\nwarnings.simplefilter('error')",
    "assert np.random.rand() >= 0\nnp.random.seed(0)",
    "import json\nassert json.dumps(1) == '1'\njson.dumps = lambda *a: 'x'",
    "np.set_printoptions(precision=2)\nassert str(np.float64(0.5)) == '0.5'",
)
STUDENTS = {
    "right": "return float(np.sum(x))",
    "spoils": "s = float(np.sum(x))\nx[...] = 0\nreturn s",
    "zeroes": "x[...] = 0\nreturn 0.0",
    "draws": "np.random.rand(3)\nreturn float(np.sum(x))",
    "wrong": "return 1.0",
    "raises": "x += 1\nraise ValueError",
    "ends": "import os\nos._exit(1)",
    "empty": "return []",
}
OWN = "the instructor's own solution"


def random_course(rng: random.Random, number: int):
    """Return a course of some tests over shared values."""
    chosen = rng.sample(sorted(PLACES), rng.randint(2, 5))
    values = {name: f"np.arange({rng.randint(2, 5)}.)" for name in chosen}
    cells = [
        PLACES[name][0].replace("{n}", str(number)).replace("{{", "{").replace("}}", "}")
        .replace("{v}", values[name])
        for name in chosen
    ]  # fmt: skip
    solution = (
        "def f(x):\n    ### BEGIN SOLUTION\n    return float(np.sum(x))\n    ### END SOLUTION"
    )
    made = [
        code("import numpy as np\n" + "\n".join(cells), mark("locked", "given")),
        code(solution, mark("solution", "f")),
    ]
    for position in range(rng.randint(2, 4)):
        name = rng.choice(chosen)
        place = PLACES[name][1].replace("{n}", str(number))
        want = float(np.sum(np.arange(float(values[name][10:-2]))))
        late = rng.random() < 0.3
        test = f"x = {place}\ngot = f(x)\nassert got == {'float(np.sum(x))' if late else want}"
        if rng.random() < 0.5:
            test = f"{rng.choice(HABITS)}\n{test}"
        made.append(code(test, mark("test", f"t{position}", 2)))
    return notebook(*made)


def spoils_itself(source) -> bool:
    """Whether even the right answer cannot earn everything in a course.

    Some habits make the same assertion fail in a later test; and a file that a given cell writes
    is not there where tests run.
    """
    tests = ["".join(cell["source"]) for cell in source["cells"][2:]]
    twice = any(sum(habit in test for test in tests) > 1 for habit in HABITS)
    return twice or any("np.load" in test for test in tests)


def graded(server, source, students):
    """Grade students one after the other, as a process would that has graded nothing before.

    Return each one's points.
    """
    understand.cache_clear()
    found = {}
    for name in students:
        book = source
        if name != OWN:
            body = STUDENTS[name].replace("\n", "\n    ")
            book = answer(source, {"f": f"def f(x):\n    {body}"})
        result = grade_notebook(
            understand(json.dumps(source), RULES), data(book), LIMITS, student=name, server=server
        ).result
        found[name] = [(test.grade_id, test.points, test.verdict) for test in result.tests]
    return found


def look_at(number: int, server: StudentServer, students: int) -> None:
    """Grade one random course in two orders, and one student alone."""
    rng = random.Random(number)
    source = random_course(rng, number)
    chosen = rng.sample(sorted(STUDENTS), students)
    one = graded(server, source, chosen)
    assert graded(server, source, reversed(chosen)) == one, source
    alone = chosen[-1]
    assert graded(server, source, [alone])[alone] == one[alone], source
    if "right" in one:
        own = graded(server, source, [OWN])[OWN]
        assert one["right"] == own, source
        if not spoils_itself(source):
            assert {points for _, points, _ in own} == {2.0}, source


@pytest.fixture(scope="module")
def server():
    with StudentServer(Settings(LIMITS, LEVEL)) as running:
        yield running


@pytest.mark.parametrize("number", range(2))
def test_points_depend_on_no_neighbour(server, number: int) -> None:
    look_at(number, server, students=4)


@pytest.mark.slow
@pytest.mark.parametrize("number", range(10, 210))
def test_points_of_many_courses_depend_on_no_neighbour(server, number: int) -> None:
    look_at(number, server, students=4)


@pytest.mark.slow
@pytest.mark.parametrize("number", range(300, 310))
def test_points_depend_on_no_worker(tmp_path: Path, number: int) -> None:
    rng = random.Random(number)
    source = random_course(rng, number)
    jobs = []
    for name, body in STUDENTS.items():
        text = "def f(x):\n    " + body.replace("\n", "\n    ")
        (tmp_path / name).mkdir()
        (tmp_path / name / "n.ipynb").write_text(json.dumps(answer(source, {"f": text})))
        jobs.append(Job(name, "a", "n", str(tmp_path / name)))
    found = []
    for workers in (1, 3):
        rng.shuffle(jobs)
        settings = Settings(LIMITS, LEVEL, RULES)
        with Pool({"n": json.dumps(source).encode()}, settings, workers) as pool:
            if workers == 3:
                pool.trial(["n"])  # of the instructor's own; the workers go on from there
            found.append({o.job.student: o.result.score for o in pool.grade(jobs, settings)})
    assert found[0] == found[1], source
