"""Nothing travels between submissions, and little between a student's process and a test."""

from __future__ import annotations

import os
import signal
import time

import numpy as np
import pytest
from cell_kit import cell_of, notebook
from notebook_kit import answer, code, grade, mark
from pace import patient

from autograder.apart import ApartError, run_apart
from autograder.course.settings import Settings
from autograder.limits import Limits
from autograder.sandbox.detection import detect_isolation
from autograder.sandbox.server import StudentServer

LIMITS = patient(Limits(cell_timeout=6, call_timeout=3, total_timeout=60, memory_mb=400))


@pytest.fixture(scope="module")
def server():
    level = "sandbox" if detect_isolation().level == "sandbox" else "process"
    with StudentServer(Settings(LIMITS, level)) as running:
        yield running


def course(test, solution="return float(np.mean(x))", given="", more=""):
    """Return an assignment with one function ``f`` and one test, and perhaps a second test."""
    cells = [code(f"import numpy as np\n{given}", mark("locked", "given"))]
    body = solution.replace("\n", "\n    ")
    cells.append(
        code(
            f"def f(x):\n    ### BEGIN SOLUTION\n    {body}\n    ### END SOLUTION",
            mark("solution", "f"),
        )
    )
    cells.append(code(test, mark("test", "t", 10)))
    if more:
        cells.append(code(more, mark("test", "more", 5)))
    return notebook(*cells)


def result_of(server, source, body):
    """Grade a submission whose function has this body."""
    text = "def f(x):\n    " + body.replace("\n", "\n    ")
    return grade(server, answer(source, {"f": text}), source, limits=LIMITS).result


def outcomes(server, source, body):
    """Return the verdicts and points of all tests."""
    return [(t.verdict, t.points) for t in result_of(server, source, body).tests]


HONEST = "return float(np.mean(x))"
SHARED = {
    "an object's attribute": (
        "from types import SimpleNamespace\ncase = SimpleNamespace(X=np.arange(6.))",
        "assert f(case.X) == 2.5",
    ),
    "a class attribute": ("class Case:\n    X = np.arange(6.)", "assert f(Case.X) == 2.5"),
    "a default": (
        "def load(store=[]):\n    if not store:\n        store.append(np.arange(6.))\n"
        "    return store[0]",
        "assert f(load()) == 2.5",
    ),
    "a cache": (
        "import functools\n@functools.lru_cache\ndef load():\n    return np.arange(6.)",
        "assert f(load()) == 2.5",
    ),
    "a generator": (
        "def draw():\n    while True:\n        yield np.arange(6.)\n"
        "stream = draw()\nfirst = [next(stream)]",
        "assert f(first[0]) == 2.5\nassert f(next(stream)) == 2.5",
    ),
    "a counter": (
        "import itertools\ncount = itertools.count()",
        "assert next(count) == 0\n_ = f(np.ones(2))",
    ),
    "a patched module": (
        "import math",
        "assert math.pi > 3\nmath.pi = 0\nassert f(np.ones(2)) == 1",
    ),
    "the environment": (
        "import os",
        "assert 'SEEN' not in os.environ and os.getcwd() != '/'\nos.environ['SEEN'] = '1'\n"
        "os.chdir('/')\n_ = f(np.ones(2))",
    ),
}


@pytest.mark.parametrize("name", SHARED)
def test_what_one_submission_leaves_does_not_reach_the_next(server, name):
    given, test = SHARED[name]
    source = course(test, given=given)
    spoiling = "m = float(np.mean(x))\ntry:\n    x[...] = 0\nexcept Exception:\n    pass\nreturn m"
    for body in (HONEST, spoiling, HONEST):
        assert outcomes(server, source, body)[0] == ("passed", 10.0)


def test_a_test_that_ends_its_process_costs_that_test(server):
    source = course(
        "import os\nif f(np.ones(2)) != 1:\n    os._exit(3)", more="assert f(np.ones(1)) == 1"
    )
    assert outcomes(server, source, HONEST) == [("passed", 10.0), ("passed", 5.0)]
    found = result_of(server, source, "return 1.0 if len(x) == 1 else 0.0").tests
    assert [(t.verdict, t.points) for t in found] == [("crashed", 0.0), ("passed", 5.0)]
    assert "exit status 3" in found[0].message
    assert outcomes(server, source, HONEST) == [("passed", 10.0), ("passed", 5.0)]


def test_memory_of_a_test_is_bounded(server):
    source = course("bytearray(int(f(np.ones(2))))", more="assert f(np.ones(1)) == 1")
    found = result_of(server, source, "return 1.0 if len(x) == 1 else 2.0**36").tests
    assert [(t.verdict, t.points) for t in found] == [("failed", 0.0), ("passed", 5.0)]
    assert "MemoryError" in found[0].message


# --- arguments and answers

AFTER = "x = np.arange(1., 4.)\ngot = f(x)\nassert got == float(np.sum(x))"


def test_changed_arguments_take_points_as_in_a_notebook_and_win_none(server):
    source = course(AFTER, "return float(np.sum(x))")
    assert outcomes(server, source, "x[...] = 0\nreturn 0.0") == [("failed", 0.0)]
    spoilt = result_of(server, source, "s = float(np.sum(x))\nx += 1\nreturn s")
    assert spoilt.score == 0
    assert any("changes" in str(note) for note in spoilt.notes)


def test_what_the_solution_changes_comes_back(server):
    source = course("x = np.ones(3)\nf(x)\nassert x.sum() == 6", "x *= 2")
    assert outcomes(server, source, "x += 1") == [("passed", 10.0)]
    assert outcomes(server, source, "x += 2") == [("failed", 0.0)]


def test_draws_that_the_solution_does_not_make_go_on_there_and_start_anew_with_a_seed(server):
    test = (
        "first, second = f(3), f(3)\nassert not np.array_equal(first, second)\n"
        "ours = np.random.rand()\nnp.random.seed(4)\nthird = f(3)\n"
        "np.random.seed(4)\nassert np.array_equal(third, f(3))\n"
        "np.random.seed(4)\nassert np.random.rand() == np.random.RandomState(4).rand()"
    )
    source = course(test, solution="return np.random.default_rng().random(x)")
    assert outcomes(server, source, "return np.random.rand(x)") == [("passed", 10)]


def test_a_test_that_asks_for_unchanged_arguments_sees_changes(server):
    test = (
        "x = np.ones(3)\nbefore = x.copy()\nassert f(x) == 1\nassert (x == before).all(), 'changed'"
    )
    source = course(test)
    found = result_of(server, source, "m = float(np.mean(x))\nx += 1\nreturn m").tests[0]
    assert (found.verdict, found.message) == ("failed", "changed")
    assert outcomes(server, source, HONEST) == [("passed", 10.0)]


@pytest.mark.parametrize("empty", ["[]", "np.array([])", "np.zeros((0, 1))", "()"])
def test_an_empty_answer_stands_for_no_number(server, empty):
    source = course("np.testing.assert_allclose(f(np.ones(3)), 1.0)")
    found = result_of(server, source, f"return {empty}").tests[0]
    assert (found.verdict, found.points) == ("failed", 0.0)
    assert "empty" in found.message


def test_an_empty_answer_is_right_where_the_solution_gives_one(server):
    source = course(
        "assert len(f(np.ones(3))) == 0\nassert len(f(-np.ones(3))) == 3", "return x[x < 0]"
    )
    assert outcomes(server, source, "return [v for v in x if v < 0]") == [("passed", 10.0)]


@pytest.mark.parametrize(
    ("raised", "expected"),
    [
        ("type('Negative', (ValueError,), {})('no')", "ValueError"),
        ("np.exceptions.AxisError('no')", "ValueError"),
        ("np.exceptions.AxisError('no')", "np.exceptions.AxisError"),
        ("UnicodeDecodeError('utf-8', b'x', 0, 1, 'no')", "ValueError"),
        ("FileNotFoundError(2, 'no')", "OSError"),
        ("KeyError('no')", "LookupError"),
        ("Mine('no')", "Mine"),
    ],
)
def test_exceptions_are_what_they_are(server, raised, expected):
    given = "class Mine(Exception):\n    pass"
    test = f"try:\n    f(1)\nexcept {expected} as e:\n    assert 'no' in str(e) and e.args"
    test += "\nelse:\n    assert False"
    source = course(test, f"raise {raised}", given)
    assert outcomes(server, source, f"raise {raised}") == [("passed", 10.0)]


@pytest.mark.parametrize(
    "raised",
    [
        "ExceptionGroup('g', [TypeError('x')])",
        "type('ValueError', (Exception,), {})('no')",
        "StopIteration('no')",
        "type('V', (StopIteration,), {})('no')",
    ],
)
def test_exceptions_are_not_what_they_are_called(server, raised):
    test = "try:\n    f(1)\nexcept ValueError:\n    pass\nfor _ in map(f, [1]):\n    pass"
    source = course(test, "raise ValueError")
    assert outcomes(server, source, f"raise {raised}") == [("error", 0.0)]


def test_text_and_arguments_of_an_exception_are_the_students(server):
    test = (
        "try:\n    f(1)\nexcept ValueError as e:\n    assert str(e) == 'no' and e.args == ('no',)"
    )
    source = course(test, "raise ValueError('no')")
    assert outcomes(server, source, "raise ValueError('no')") == [("passed", 10.0)]
    assert outcomes(server, source, "raise ValueError('yes')") == [("failed", 0.0)]


# --- functions of ours


def test_keywords_of_a_function_of_ours_are_refused_where_they_may_mean_anything(server):
    source = course("got = f(np.sin)\nassert got == 0", "return x(0.0)")
    for call in ("x(np.zeros(9), where=False)", "x(np.zeros(9), np.ones(9))", "x(0.0, dtype='f4')"):
        found = result_of(server, source, f"return {call}").tests[0]
        assert found.verdict == "error" and "positional" in found.message
    own = course("def g(a, b=1):\n    return a + b\nassert f(g) == 3", "return x(1, b=2)")
    assert outcomes(server, own, "return x(b=2, a=1)") == [("passed", 10.0)]


def test_a_function_that_was_kept_works_in_its_test_and_says_so_later(server):
    test = "assert f(np.sqrt) == 2\nassert f(None) == 3"
    source = course(
        test, "global kept\nkept = x or kept\nreturn kept(4.0 if x else 9.0)", more="f(None)"
    )
    found = result_of(
        server, source, "global kept\nkept = x or kept\nreturn kept(4.0 if x else 9.0)"
    ).tests
    assert found[0].verdict == "passed"
    assert found[1].verdict == "error" and "has ended" in found[1].message


def test_functions_are_called_from_threads(server):
    source = course(
        "assert f(np.sqrt) == 6", "return x(4.0) + x(16.0)", more="assert f(np.sqrt) == 6"
    )
    body = (
        "from concurrent.futures import ThreadPoolExecutor\n"
        "with ThreadPoolExecutor(4) as pool:\n    return sum(pool.map(x, [4.0, 16.0] + [0.0] * 20))"
    )
    assert outcomes(server, source, body) == [("passed", 10.0), ("passed", 5.0)]
    late = "import threading\nthreading.Timer(0.05, x, (4.0,)).start()\nreturn 6.0"
    assert outcomes(server, source, late) == [("passed", 10.0), ("passed", 5.0)]


def test_a_function_is_not_called_from_other_processes(server):
    body = (
        "import os\nr, w = os.pipe()\n"
        "pid = os.fork()\nif pid == 0:\n    try:\n        x(4.0)\n"
        "    except RuntimeError:\n        os.write(w, b'no')\n    os._exit(0)\n"
        "os.waitpid(pid, 0)\n"
        "return 6 if os.read(r, 2) == b'no' else 0"
    )
    source = course("assert f(np.sqrt) == 6", "return x(36.0)", more="assert f(np.sqrt) == 6")
    assert outcomes(server, source, body) == [("passed", 10.0), ("passed", 5.0)]


# --- the fork itself


def test_work_apart_gives_plain_data_and_leaves_nothing():
    box = []
    ended = run_apart(lambda link: box.append(1) or {"a": [1, "\ud800"]}, lambda step: 60, 500)
    assert (ended.value, ended.why, box) == ({"a": [1, "\ud800"]}, "", [])
    with pytest.raises(ApartError, match="KeyError"):
        run_apart(lambda link: {}["x"], lambda step: 60, 500)


def test_work_apart_is_ended_where_it_hangs_or_dies():
    def hang(link):
        link.at("here")
        signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
        time.sleep(600)

    ended = run_apart(hang, lambda step: 0.5 if step else 60, 500)
    assert (ended.step, ended.why) == ("here", "timeout")
    ended = run_apart(lambda link: os.kill(os.getpid(), signal.SIGKILL), lambda step: 60, 500)
    assert ended.why == "signal 9"


def test_arrays_without_elements_cross_in_any_shape_that_can_be_taken_apart():
    from autograder.guest.codec import CodecError, decode, encode

    assert decode(encode(np.zeros((1000, 0, 3)))).shape == (1000, 0, 3)
    for shape in ((2**25, 0), (0, 2**25), (2**12, 2**12, 0)):
        with pytest.raises(CodecError):
            encode(np.zeros(shape))


def test_a_submission_that_is_examined_shows_what_it_did(server):
    source = course("print(f(np.ones(2)))")
    graded = grade(server, answer(source, {"f": f"def f(x):\n    {HONEST}"}), source, limits=LIMITS)
    assert cell_of(graded.notebook, "t")["outputs"][0]["text"] == "1.0\n"


@pytest.mark.long
def test_each_test_that_ends_its_process_costs_itself_alone(server):
    ending = "import os\nif f(np.ones({n})) != 1:\n    os._exit(3)"
    source = course(ending.format(n=2), more="assert f(np.ones(1)) == 1")
    source["cells"][-1:-1] = [
        code(ending.format(n=n), mark("test", f"t{n}", 10)) for n in range(3, 10)
    ]
    found = outcomes(server, source, "return 1.0 if len(x) == 1 else 0.0")
    assert found == [("crashed", 0.0)] * 8 + [("passed", 5.0)]
