"""Tests run outside the student's process: honest work keeps its points, tampering earns none."""

from __future__ import annotations

import io
import math
import os
import random
import threading
from decimal import Decimal
from fractions import Fraction
from types import SimpleNamespace

import numpy as np
import pytest
from cell_kit import cell_of, notebook, position
from notebook_kit import (
    AUTOMATIC,
    COST_CHECK,
    FULL,
    GOOD,
    STUBS,
    answer,
    assignment,
    code,
    grade,
    mark,
    message,
    points,
    verdicts,
)
from pace import pace, patient

from autograder.course.settings import Settings
from autograder.examiner.conduct import Conduct
from autograder.examiner.live import handle_of
from autograder.examiner.mirrors import Proxies
from autograder.examiner.rehearsal import Rehearsal
from autograder.examiner.trusted_notebook import TrustedNotebook
from autograder.guest.codec import ClassInfo
from autograder.limits import Limits
from autograder.sandbox.detection import detect_isolation
from autograder.sandbox.server import StudentServer
from autograder.seed import SEED

LIMITS = patient(Limits(cell_timeout=6, call_timeout=3, total_timeout=60, memory_mb=512))
BRIEF = patient(Limits(cell_timeout=1.5, call_timeout=1, total_timeout=15, memory_mb=512))


@pytest.fixture(scope="module")
def server():
    level = "sandbox" if detect_isolation().level == "sandbox" else "process"
    with StudentServer(Settings(LIMITS, level)) as running:
        yield running


def with_cells(before=(), after=(), **texts):
    """Return a good submission with cells added around it."""
    book = answer(assignment(), texts)
    book["cells"][:0] = [code(source) for source in before]
    book["cells"] += [code(source) for source in after]
    return book


def quiz(test, solution, points=10, given="", **extra):
    """Return an assignment of one test, and a submission that answers ``f`` with a solution."""
    cells = [code(given, mark("locked", "given"))] if given else []
    source = notebook(
        *cells,
        code("def f(x):\n    ### BEGIN SOLUTION\n    return 2 * x\n    ### END SOLUTION",
             mark("solution", "f")),
        code(test, mark("test", "f-check", points)),
    )  # fmt: skip
    return source, answer(source, {"f": solution, **extra})


def run_quiz(server, test, solution, limits=LIMITS, **kwargs):
    source, book = quiz(test, solution, **kwargs)
    return grade(server, book, source, limits=limits).result.tests[0]


HONEST = {
    "plain": with_cells(),
    "helper cell": with_cells(
        ["def halve(x):\n    return x / 2"],
        cost=GOOD["cost"].replace("float(", "2 * halve("),
    ),
    "magics": with_cells(
        ["%matplotlib inline", "%%time\nx = 1", "!true", "%config InlineBackend.rc = {}"],
        cost="%time\n" + GOOD["cost"],
    ),
    "timed cell": with_cells(cost="%%time\n" + GOOD["cost"]),
    "prints and warnings": with_cells(
        ["import warnings\nwarnings.warn('careful')\nprint('x' * 10**6)"],
        cost=GOOD["cost"].replace(
            "    m =", "    import sys; print('debug', a); print('err', file=sys.stderr)\n    m ="
        ),
    ),
    "plots": with_cells(
        ["import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()", "plt.hist([1]); 5"]
    ),
    "class": with_cells(
        cost="class Cost:\n    def __call__(self, a, y, lambd):\n        m = y.shape[1]\n"
        "        return np.sum((a - y)**2) / (2*m) + lambd / (2*m) * np.sum(a**2)\ncost = Cost()"
    ),
    "recursion": with_cells(
        step="def step(parameters, grads, rate=0.1, keys=None):\n"
        "    keys = list(parameters) if keys is None else keys\n"
        "    if not keys:\n        return parameters\n"
        "    key = keys[0]\n    parameters[key] = parameters[key] - rate * grads['d' + key]\n"
        "    return step(parameters, grads, rate, keys[1:])"
    ),
    "type hints": with_cells(
        cost="from __future__ import annotations\nfrom typing import Any\n"
        + GOOD["cost"].replace("lambd)", "lambd: float | None = 0.1) -> Any")
    ),
    "other names": with_cells(
        ["import numpy", "from numpy import sum as total"],
        cost=GOOD["cost"].replace("np.sum", "total"),
    ),
    "lambda": with_cells(
        cost="cost = lambda a, y, lambd: np.sum((a-y)**2)/(2*y.shape[1])"
        " + lambd/(2*y.shape[1])*np.sum(a**2)"
    ),
    "decorated": with_cells(
        cost="import functools\ndef same(f):\n    @functools.wraps(f)\n    def g(*a, **k):\n"
        "        return f(*a, **k)\n    return g\n@same\n" + GOOD["cost"]
    ),
    "redefined later": with_cells(after=["def cost(a, y, lambd):\n    return 'another exercise'"]),
    "global state": with_cells(
        ["CALLS = []"], cost=GOOD["cost"].replace("    m =", "    CALLS.append(1)\n    m =")
    ),
    "changes its arguments": with_cells(cost=GOOD["cost"] + "    a += 1\n"),
    "numpy scalars": with_cells(cost=GOOD["cost"].replace("float(", "np.float64(")),
    "zero-dimensional array": with_cells(cost=GOOD["cost"].replace("float(", "np.asarray(")),
    "a failing cell": with_cells(["1 / 0", "undefined"], ["def broken(:"]),
    "own asserts": with_cells(after=["assert cost(np.ones((1, 1)), np.ones((1, 1)), 0) == 0"]),
    "defined below": with_cells(after=[GOOD["cost"]], cost="# see below"),
    "slow loops": with_cells(
        cost="def cost(a, y, lambd):\n    s = 0.0\n    for i in range(a.shape[0]):\n"
        "        for j in range(a.shape[1]):\n"
        "            s += (a[i, j] - y[i, j]) ** 2 + lambd * a[i, j] ** 2\n"
        "    return s / (2 * y.shape[1])"
    ),
    "needs a test's names": with_cells(
        after=["print(value, cost(a, y, 0.1))"],
    ),
    "threads": with_cells(["import threading\nt = threading.Thread(target=print)\nt.start()"]),
    "async": with_cells(["import asyncio\nawait asyncio.sleep(0)"]),
    "display": with_cells(["from IPython.display import HTML\ndisplay(HTML('<b>hi</b>'))"]),
    "asks for input": with_cells(["name = input('name?')"]),
    "deletes a given name": with_cells(after=["del check, train"]),
    "ends the process in a cell": with_cells(after=["import os\nos._exit(0)"]),
    "exit at the end": with_cells(after=["exit()"]),
}  # fmt: skip


@pytest.mark.parametrize("name", HONEST)
def test_honest_work_keeps_every_point(server, name):
    graded = grade(server, HONEST[name], limits=LIMITS)
    assert {k: v for k, v in verdicts(graded).items() if k in AUTOMATIC} == dict.fromkeys(
        AUTOMATIC, "passed"
    ), graded.result
    assert graded.result.score == FULL


BAD = STUBS["cost"]
TAMPERING = {
    "redefines check": ["def check(*args, **kwargs):\n    print('correct')"],
    "patches numpy": [
        "import numpy as np\nnp.allclose = lambda *a, **k: True\nnp.random.rand = lambda *a: 0\n"
        "np.sum = lambda *a, **k: 0"
    ],
    "patches builtins": [
        "import builtins\nbuiltins.AssertionError = Exception\nbuiltins.__import__ = None\n"
        "builtins.float = lambda *a: 1.0\nbuiltins.print = lambda *a: None"
    ],
    "prints scores": ["print('10.0')", "5.0", "print('cost: correct.\\n20/20')"],
    "raises SystemExit": ["raise SystemExit(0)"],
    "quits": ["quit()"],
    "ends the process": ["import os\nos._exit(0)"],
    "kills": ["import os, signal\nos.kill(os.getpid(), signal.SIGKILL)"],
    "replaces the shell": ["get_ipython().run_cell = lambda *a, **k: None"],
    "hooks": ["import sys\nsys.settrace(lambda *a: None)\nsys.excepthook = lambda *a: None"],
    "reads source": ["import glob\nprint(glob.glob('/**/*.ipynb', recursive=True))"],
    "patches the runner": [
        "import sys\nfor m in list(sys.modules.values()):\n"
        "    for n in ('same', 'difference', 'encode', 'check'):\n"
        "        if hasattr(m, n):\n            setattr(m, n, lambda *a, **k: b'')"
    ],
    "defines test names": ["a = y = value = 0.09375\nexpected = secret = 1"],
    "equal to everything": [
        "class Yes(float):\n    def __eq__(self, o): return True\n    __array_priority__ = 99\n"
        "def cost(a, y, lambd):\n    return Yes(0.1)"
    ],
    "raises AssertionError": [
        "def cost(a, y, lambd):\n    e = AssertionError('fine')\n    e.verdict = 'passed'\n"
        "    e.fraction = 1\n    e.hint = None\n    raise e"
    ],
    "raises a passing type": ["def cost(*a):\n    raise type('CheckPassed', (Exception,), {})()"],
}


SEARCHES = "reads source"  # all folders of the machine
TRIED = [pytest.param(n, marks=pytest.mark.long if n == SEARCHES else ()) for n in TAMPERING]


@pytest.mark.parametrize("name", TRIED)
@pytest.mark.parametrize("late", [False, True])
def test_tampering_earns_nothing(server, name, late):
    cells = TAMPERING[name]
    book = with_cells(() if late else cells, cells if late else (), cost=BAD)
    graded = grade(server, book, limits=LIMITS)
    found = points(graded)
    assert found["cost-check"] == found["cost-hidden"] == 0
    assert graded.result.score <= FULL - 10
    if name not in (
        "patches builtins",
        "patches numpy",
        "patches the runner",
        "replaces the shell",
    ):
        # The others' functions are good, and what the student broke is not what they rest on.
        assert found["step-check"] == 4, graded.result


@pytest.mark.parametrize(
    ("body", "verdict", "part"),
    [
        ("return None", "failed", "None"),
        (
            "raise ValueError('no ' + str(x))",
            "error",
            "ValueError (line 2 of your cell): no",
        ),
        ("raise NotImplementedError()", "not attempted", "NotImplementedError"),
        pytest.param("while True: pass", "timeout", "longer than", marks=pytest.mark.long),
        ("import os; os._exit(3)", "crashed", "ended the Python process"),
        ("raise SystemExit", "error", "SystemExit"),
        ("raise KeyboardInterrupt", "error", "KeyboardInterrupt"),
        ("return [bytearray(10**8) for _ in range(10**4)]", "error|crashed|timeout", ""),
        ("return f(x)", "error", "RecursionError"),
        ("return {1, 2}", "failed", ""),
        ("return object()", "unusable", "cannot be graded"),
        ("return (i for i in [1])", "failed", ""),
        ("return np.ma.array([1])", "failed", ""),
        ("return np.zeros(3 * 10**7)", "unusable", "cannot be graded"),
        ("return 'x' * 10", "failed", ""),
        ("return 10**400", "failed", ""),
        ("raise type('X', (Exception,), {'__str__': lambda s: 1/0})()", "error", "X"),
        ("raise UnicodeDecodeError('utf-8', b'x', 0, 1, 'bad')", "error", "UnicodeDecodeError"),
    ],
)
def test_each_way_to_fail_is_told(server, body, verdict, part):
    given = "import numpy as np"
    result = run_quiz(server, "assert f(3) == 6", f"def f(x):\n    {body}", given=given)
    assert result.verdict in verdict.split("|"), result
    assert result.points == 0
    assert part in result.message


def test_missing_function(server):
    result = run_quiz(server, "assert f(3) == 6", "def g(x):\n    return 2 * x")
    assert result.verdict == "not attempted"
    assert "`f`" in result.message


def test_untouched_function_is_not_attempted(server):
    graded = grade(server, with_cells(cost=STUBS["cost"]), limits=LIMITS)
    assert verdicts(graded)["cost-check"] == verdicts(graded)["cost-hidden"] == "not attempted"


def test_death_costs_the_test_that_met_it_only(server):
    book = with_cells(cost="def cost(a, y, lambd):\n    import os\n    os._exit(1)")
    found = verdicts(grade(server, book, limits=LIMITS))
    assert [found[name] for name in AUTOMATIC] == ["crashed", "crashed", "passed", "passed"]


def test_death_cannot_be_survived_by_a_test_that_catches_all(server):
    test = "try:\n    f(1)\nexcept BaseException:\n    pass"
    result = run_quiz(server, test, "def f(x):\n    import os\n    os._exit(1)")
    assert (result.verdict, result.points) == ("crashed", 0)
    result = run_quiz(server, test, "def f(x):\n    raise ValueError")
    assert result.verdict == "passed"


def test_what_a_test_replaces_in_a_module_does_not_reach_the_engine(server):
    test = "import json\njson.dumps = lambda *_: 'x'\nf(1)"
    result = run_quiz(server, test, "def f(x):\n    import os\n    os._exit(1)")
    assert (result.verdict, "ended the Python process" in result.message) == ("crashed", True)


def test_a_test_may_expect_a_builtin_exception(server):
    test = """
        try:
            f(-1)
        except ValueError as error:
            assert "negative" in str(error)
        else:
            raise AssertionError("f must refuse negative numbers")
    """
    test = "\n".join(line[8:] for line in test.split("\n"))
    good = "def f(x):\n    if x < 0:\n        raise ValueError('negative')\n    return x"
    assert run_quiz(server, test, good).verdict == "passed"
    result = run_quiz(server, test, "def f(x):\n    return x")
    assert result.message == "f must refuse negative numbers"
    assert run_quiz(server, test, good.replace("Value", "Type")).verdict == "error"


@pytest.mark.long
def test_loop_over_a_huge_result_ends(server):
    test = "n = f(1)\nwhile n > 0:\n    n -= 1e-9"
    result = run_quiz(server, test, "def f(x):\n    return 1e9", BRIEF)
    assert result.verdict == "timeout"


@pytest.mark.long
def test_late_end_cannot_be_caught(server):
    test = "n = f(1)\ntry:\n    while n > 0:\n        n -= 1e-9\nexcept BaseException:\n    pass"
    assert run_quiz(server, test, "def f(x):\n    return 1e9", BRIEF).verdict == "timeout"


@pytest.mark.long
def test_sum_of_calls_is_bounded(server):
    result = run_quiz(
        server,
        "for i in range(1000):\n    f(i)",
        "import time\ndef f(x):\n    time.sleep(0.3)",
    )
    assert result.verdict == "timeout"
    assert result.seconds < LIMITS.total_timeout


def test_hidden_values_do_not_leak(server):
    book = with_cells(
        cost="def cost(a, y, lambd):\n    return 0.09375 if a.shape == (1, 2) else np.ones(3)"
    )
    graded = grade(server, book, limits=LIMITS)
    assert points(graded)["cost-check"] == 5
    assert verdicts(graded)["cost-hidden"] == "failed"
    shown = message(graded, "cost-hidden") + str(cell_of(graded.notebook, "cost-hidden")["outputs"])
    assert "secret" not in shown
    source, book = quiz(
        "### BEGIN HIDDEN TESTS\nprint('answer 42')\nassert {42: 1}[f(1)]\n### END HIDDEN TESTS",
        "def f(x):\n    return 41",
    )
    graded = grade(server, book, source, limits=LIMITS)
    outputs = str(cell_of(graded.notebook, "f-check")["outputs"])
    assert "42" not in outputs + graded.result.tests[0].message


@pytest.mark.parametrize(
    ("test", "expected", "verdict"),
    [
        ("f(1)\n4.0", 4.0, "failed"),
        ("f(1)\n10", 10.0, "passed"),
        ("f(1)\n0", 0.0, "failed"),
        ("f(1)\nnp.float64(2.5)", 2.5, "failed"),
        ("f(1)\nTrue", 10.0, "passed"),
        ("f(1)\n'5'", 10.0, "passed"),
        ("print('5.0')", 10.0, "passed"),
        ("f(1)\n11.0", 0.0, "error"),
        ("f(1)\n-1.0", 0.0, "error"),
        ("f(1)\nfloat('nan')", 0.0, "error"),
    ],
)
def test_partial_credit_is_the_last_value(server, test, expected, verdict):
    from nbformat.notebooknode import from_dict
    from nbgrader.utils import determine_grade

    source, book = quiz(test, "def f(x):\n    return 2", given="import numpy as np")
    graded = grade(server, book, source, limits=LIMITS)
    result = graded.result.tests[0]
    assert (result.points, result.verdict) == (expected, verdict)
    assert determine_grade(from_dict(cell_of(graded.notebook, "f-check")))[0] == expected


def test_failed_checks_carry_hint_verdict_and_fraction(server):
    given = """
class CheckFailed(AssertionError):
    def __init__(self, text, verdict="failed", hint=None, fraction=0.0):
        super().__init__(text)
        self.verdict, self.hint, self.fraction = verdict, hint, fraction
"""
    hidden = "### BEGIN HIDDEN TESTS\n{}\n### END HIDDEN TESTS"
    for template in ("{}", hidden):
        test = template.format("raise CheckFailed('f: not yet.', hint='F-HALF', fraction=0.4)")
        result = run_quiz(server, test, "def f(x):\n    return 2", given=given)
        assert (result.points, result.hint, result.message) == (4.0, "F-HALF", "f: not yet.")
    test = "raise CheckFailed('nothing', verdict='not attempted', fraction=7)"
    result = run_quiz(server, test, "def f(x):\n    return 2", given=given)
    assert (result.points, result.verdict) == (0.0, "not attempted")


def test_given_names_are_ours_and_given_functions_call_the_students(server):
    given = "LIMIT = 3\ndef twice(x):\n    return f(f(x))\ndef limit():\n    return LIMIT"
    test = "assert twice(1) == 9, twice(1)\nassert limit() == 3 and LIMIT == 3"
    cheat = "LIMIT = 7\ndef twice(x):\n    return 9\ndef f(x):\n    return 3 * x"
    assert run_quiz(server, test, cheat, given=given).verdict == "passed"
    wrong = cheat.replace("3 * x", "x")
    assert run_quiz(server, test, wrong, given=given).verdict == "failed"


def test_values_of_the_student_are_fetched(server):
    source = notebook(
        code("### BEGIN SOLUTION\nbest = 0.7\nnames = ['a']\n### END SOLUTION",
             mark("solution", "best")),
        code("again = best * 2"),
        code("assert best == 0.7 and names == ['a'] and again == 1.4", mark("test", "t", 1)),
    )  # fmt: skip
    for text, verdict in [
        ("best = 0.7\nnames = ['a']", "passed"),
        ("best = 0.7\nnames = {1}", "failed"),
        ("best = 0.7\nnames = []", "failed"),
        ("best = 5", "not attempted"),
    ]:
        result = grade(server, answer(source, {"best": text}), source).result.tests[0]
        assert (result.verdict, result.points) == (verdict, float(verdict == "passed"))


def test_tests_may_build_on_earlier_tests(server):
    source, book = quiz("u = f(1)", "def f(x):\n    return 2 * x")
    for each in (source, book):
        each["cells"].append(code("assert u == 2", mark("test", "second", 1)))
    assert grade(server, book, source).result.score == 11
    cell_of(book, "f")["source"] = "def f(x):\n    raise ValueError"
    assert grade(server, book, source).result.tests[1].verdict == "not run"


def test_solution_imports_are_ours(server):
    source = notebook(
        code("### BEGIN SOLUTION\nimport math\n### END SOLUTION", mark("solution", "m")),
        code("assert math.pi > 3", mark("test", "t", 1)),
    )
    fake = "class math:\n    pi = 4"
    assert grade(server, answer(source, {"m": fake}), source).result.score == 1


def test_functions_cross_both_ways(server):
    given = "import numpy as np\ndef square(x):\n    return x ** 2"
    test = """
def slope(g, x, eps=1e-6):
    return (g(x + eps) - g(x - eps)) / (2 * eps)
assert abs(f(square)(3.0) - 6) < 1e-4
assert abs(slope(f(lambda x: x ** 3), 2.0) - 12) < 1e-3
assert f.__name__ == "f" and callable(f)
"""
    solution = """
def f(g):
    global derivative
    def derivative(x):
        return (g(x + 1e-5) - g(x - 1e-5)) / 2e-5
    return derivative
"""
    result = run_quiz(server, test, solution, given=given)
    assert result.verdict in ("passed", "error", "unusable", "timeout"), result
    test = "assert np.allclose(f(square, np.arange(3.0)), [0, 2, 8])"
    good = "def f(g, x):\n    return 2 * g(x)"
    assert run_quiz(server, test, good, given=given).verdict == "passed"
    # A function of the student's own, as argument of another.
    test = "assert f(f, 1) == 2"
    good = "def f(g, x=None):\n    return g if x is None else g(2)"
    assert run_quiz(server, test, good).verdict == "passed"


def test_random_state_travels_and_comes_back(server):
    test = """
np.random.seed(3)
first = f(4)
second = np.random.rand(4)
np.random.seed(3)
assert np.array_equal(first, np.random.rand(4)) and np.array_equal(second, np.random.rand(4))
"""
    good = "def f(n):\n    return np.random.rand(n)"
    assert run_quiz(server, test, good, given="import numpy as np").verdict == "passed"


def test_hidden_inputs_follow_the_seed_and_leave_ours_alone(server):
    book = with_cells(cost=GOOD["cost"] + "\n    print(a)\n    return 0\n")
    source, book = quiz("print(np.random.rand())\nf(1)", "def f(x):\n    return 1",
                        given="import numpy as np")  # fmt: skip
    np.random.seed(5)
    random.seed(5)
    before, plain = np.random.get_state()[1].copy(), random.getstate()
    runs = [grade(server, book, source, seed=seed) for seed in (1, 1, 2)]
    shown = [str(cell_of(run.notebook, "f-check")["outputs"]) for run in runs]
    assert shown[0] == shown[1] != shown[2]
    assert (np.random.get_state()[1] == before).all()
    assert random.getstate() == plain


def test_the_seed_reaches_the_tests(server):
    test = "from autograder.seed import SEED\nprint(SEED.get())\nf(1)"
    source, book = quiz(test, "def f(x):\n    return 1")
    graded = grade(server, book, source, seed=77)
    assert "77" in str(cell_of(graded.notebook, "f-check")["outputs"])
    assert SEED.get() is None


def test_nothing_leaks_from_one_submission_to_the_next(server):
    # STEP_CHECK changes a given dictionary, and asserts that it was as given.
    for _ in range(3):
        assert grade(server, with_cells(), limits=LIMITS).result.score == FULL
    given = "import numpy as np\nbox = {'a': np.zeros(3), 'log': []}"
    test = "f(box)\nassert box['log'] == [1] and box['a'][0] == 1, box"
    solution = "def f(box):\n    box['log'].append(1)\n    box['a'][0] += 1"
    source, book = quiz(test, solution, given=given)
    for _ in range(3):
        assert grade(server, book, source).result.score == 10


def test_test_namespace_holds_no_student_object(server):
    test = "import types\nassert type(f([1])) is list\nassert type(f(np.ones(2))) is np.ndarray"
    evil = """
class L(list):
    pass
def f(x):
    return x
"""
    assert run_quiz(server, test, evil, given="import numpy as np").verdict == "passed"


def test_test_that_ends_early_is_the_courses_fault(server):
    source, book = quiz("import sys\nsys.exit(0)", "def f(x):\n    return 1")
    graded = grade(server, book, source)
    assert (graded.result.tests[0].points, graded.result.needs_human) == (0, True)


def test_broken_given_cell_is_the_courses_fault(server):
    source, book = quiz("assert helper(f(1))", "def f(x):\n    return 1",
                        given="import numpy as np\nfrom nowhere import helper")  # fmt: skip
    graded = grade(server, book, source)
    assert graded.result.tests[0].verdict == "not run"
    assert graded.result.needs_human
    source["cells"][0]["source"] = "def ("  # binds nothing, and refuses nothing
    assert TrustedNotebook(source).plans["f-check"].broken is None


def test_argument_that_cannot_cross_is_the_tests_fault(server):
    source, book = quiz("f(object())", "def f(x):\n    return 1")
    graded = grade(server, book, source)
    assert graded.result.tests[0].verdict == "not run"
    assert graded.result.needs_human


def test_output_of_a_test_is_kept_and_stderr_never_counts(server):
    test = "import sys, warnings\nprint('seen')\nprint('bad', file=sys.stderr)\nwarnings.warn('w')"
    test += "\nx = f(1)"
    source, book = quiz(test, "def f(x):\n    print('mine')\n    return 1")
    graded = grade(server, book, source)
    assert graded.result.score == 10
    assert cell_of(graded.notebook, "f-check")["outputs"] == [
        {"output_type": "stream", "name": "stdout", "text": "seen\nbad\nmine\n"}
    ]


def test_grading_works_in_a_thread(server):
    found = []
    worker = threading.Thread(
        target=lambda: found.append(grade(server, with_cells(), limits=LIMITS).result.score)
    )
    worker.start()
    worker.join()
    assert found == [FULL]


def test_calls_are_quick(server):
    before = pace()
    result = run_quiz(
        server,
        "import numpy as np\nfor i in range(200):\n    f(np.ones((5, 5)))",
        "def f(x):\n    return 2 * x",
    )
    assert result.verdict == "passed"
    assert result.seconds < 4 * max(before, pace()), f"{200 / result.seconds:.0f} calls a second"


def test_cost_check_says_what_is_wrong(server):
    assert "check(" in COST_CHECK
    book = with_cells(cost="def cost(a, y, lambd):\n    return 1.0")
    graded = grade(server, book)
    assert message(graded, "cost-check") == "cost: not yet"
    errors = cell_of(graded.notebook, "cost-check")["outputs"]
    assert [o["output_type"] for o in errors] == ["stream", "error"]
    assert errors[1]["ename"] == "failed"
    assert position(graded.notebook, "cost-check")


def test_the_environment_for_other_kernels_is_left_alone(monkeypatch):
    """A Jupyter server that grades must not start kernels without pictures afterwards."""
    monkeypatch.delenv("MPLBACKEND", raising=False)
    cell = {"cell_type": "code", "id": "a", "metadata": {}, "source": "import matplotlib.pyplot"}
    TrustedNotebook({"cells": [cell], "metadata": {}})
    assert "MPLBACKEND" not in os.environ


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ([], "is empty"),
        (np.ma.masked_all(3), "has masked entries"),
        ((np.ones(2), np.ma.masked_all(2)), "has masked entries, at [1],"),
        ((np.ones(2), []), "is empty, at [1],"),
        (np.ma.array([1.0, 2.0]), None),
        ("", "is empty"),
        ({}, "is empty"),
        ({}.items(), "is empty"),
        (io.StringIO(), "is empty"),
        ("ab", None),
    ],
)
def test_what_stands_for_no_number_is_called_by_its_name(answer: object, said: str | None) -> None:
    known = Rehearsal()
    solution = (np.ones(2), np.ones(2)) if isinstance(answer, tuple) else np.ones(2)
    known.record("t", "f", (), solution, ok=True)
    assert known.lacks("t", "f", answer) == (said and f"{said} where numbers are expected")


ARRAY = np.array([1.5, 2.5])


@pytest.mark.parametrize(
    ("solution", "answer", "said"),
    [
        *((ARRAY, each, "is NaN") for each in ([0, np.nan], np.array([np.nan], object), "nan")),
        *((3, each, "is NaN") for each in (np.timedelta64("NaT"), b" NaN")),
        (3, np.array([[np.nan]]).view(np.matrix), "is NaN"),
        *((Fraction(1, 2), each, "is NaN") for each in (math.nan, Decimal("nan"), {math.nan})),
        *((ARRAY, each, "is infinite") for each in ([1, 1e200], np.array([1e30], "f4"), "-inf")),
        *((ARRAY, each, "imaginary") for each in ([1, 1j], np.array([1 + 1e-3j]))),
        *((ARRAY, each, "half precision") for each in (np.ones(2, "f2"), {"a": [np.float16(1)]})),
        *((["a", 1.5], each, "is NaN, at [1],") for each in (["a", np.nan], ("a", "nan"))),
        ({1: {"a": 1.5}}, {1: {"a": math.nan}}, "is NaN, at [1]['a'],"),
        ([ARRAY], [np.ma.masked_array([1, 2], [0, 1])], "masked"),
        *((ARRAY, each, None) for each in (ARRAY.astype("f4"), [1, 2], ARRAY + 0j, ["a", 1e99])),
        *((np.array([np.nan, 1e200]), each, None) for each in ([1e300, 2], [math.nan, 1])),
        *((np.float16(1), each, None) for each in (np.float16(2), 2.0, np.float32(2))),
        *((None, each, None) for each in (math.nan, "nan", math.inf)),
        ({"a": 1.5}, {"a": 1.5, "log": math.nan}, None),
        ("inf", "inf", None),
    ],
)  # fmt: skip
def test_what_agrees_with_numbers_that_it_does_not_equal(solution, answer, said) -> None:
    known = Rehearsal()
    known.record("t", "f", (), solution, ok=True)
    found = known.doubts("t", "f", answer)
    assert (said in found) if said else found is None


@pytest.mark.parametrize("answer", [{}, set(), "", [[], ()], np.empty((2, 0), object), {}.keys()])
@pytest.mark.parametrize("solution", [{"a": "b"}, {"a"}, "a", ["a", "b"], [{"a"}], range(3)])
def test_nothing_stands_where_the_solution_always_gives_something(solution, answer) -> None:
    known = Rehearsal()
    known.record("t", "f", (), solution, ok=True)
    assert known.lacks("t", "f", answer)
    assert known.lacks("t", "f", solution) is None
    known.record("t", "f", (), type(solution)(), ok=True) if solution != range(3) else None
    assert (known.lacks("t", "f", answer) is None) == (solution != range(3))


def test_what_is_held_against_an_answer_is_asked_for_with_the_very_same_inputs(server):
    test = "x = np.random.randint(0, 4, 1)\nassert f(x) == [n for n in x.tolist() if n > 1]"
    source, _ = quiz(test, "", given="import numpy as np")
    right = "def f(x):\n    return [n for n in x.tolist() if n > 1]"
    cell_of(source, "f")["source"] = f"### BEGIN SOLUTION\n{right}\n### END SOLUTION"
    book = answer(source, {"f": right})
    for seed in (1, 2, 3, 4):  # of some inputs it finds nothing
        assert grade(server, book, source, seed=seed).result.score == 10


def test_a_class_of_the_students_has_no_length_in_the_record_of_what_the_solution_does() -> None:
    proxies = Proxies(SimpleNamespace(given={}))  # it could not be asked for one
    record = Rehearsal()
    record.record("t", "Car", (), proxies.mirror(ClassInfo(0, "Car", "__main__")), ok=True)
    assert record.tests["t"]["Car"]["form"] == ["class"]


def test_an_object_takes_part_in_arithmetic_where_the_solutions_objects_do() -> None:
    proxies = Proxies(SimpleNamespace(given={}, let_go=lambda handle: None))
    car = proxies.object(1, ClassInfo(0, "Car", "__main__"))
    known = Rehearsal()
    for label, answers in {"f": [car], "g": [car, 2.0], "h": [[car, 2.0]]}.items():
        for value in answers:
            known.record("t", label, (), value, ok=True)
    known.record("t", "h.__add__", (), 3.0, ok=True)
    conduct = Conduct(known)
    assert conduct.may_take_part("t", "f", "f.__sub__")
    assert not conduct.may_take_part("t", "g", "g.__sub__")
    assert not conduct.may_take_part("t", "h", "h.__sub__")
    assert conduct.may_take_part("t", "h", "h.__add__")


def test_an_object_that_is_held_again_is_not_let_go() -> None:
    proxies = Proxies(SimpleNamespace(given={}, let_go=lambda handle: None))
    first = proxies.object(1, ClassInfo(0, "Car", "__main__"))
    proxies.let_go(handle_of(first))
    del first
    again = proxies.object(1, 0)
    assert handle_of(again).index == 1
    assert proxies.dropped_since() == []


VECTOR = """class Vector:
    def __init__(self, data):
        self.data = data
    def __len__(self):
        return len(self.data)
    def __getitem__(self, i):
        raise RuntimeError("no")
    def __str__(self):
        raise RuntimeError("no")
    def __eq__(self, other):
        return False
def f(x):
    return Vector([x, 2 * x])
"""


@pytest.mark.parametrize(
    "check",
    [
        "np.testing.assert_allclose(f(2), [2, 4])",
        "np.testing.assert_equal(f(2), [2, 4])",
        "assert f(2) == [2, 4], f(2)",
        "raise AssertionError(f(2))",
    ],
)
def test_an_object_that_raises_where_it_is_shown_fails_its_own_test_alone(server, check):
    source, book = quiz("import numpy as np\n" + check, VECTOR)
    for each in (source, book):
        each["cells"].append(code("assert callable(f)", mark("test", "later", 5)))
    found = grade(server, book, source, limits=LIMITS).result
    first, later = found.tests
    assert first.verdict in ("error", "failed", "unusable")
    assert later.verdict == "passed"
    assert found.notes == ()


def test_a_check_of_ones_own_needs_no_more_than_a_verdict(server):
    test = """class Wrong(AssertionError):
    verdict, compared = "failed", {"a": 5, "b": (1, 2, 3)}
if f(2) != 4:
    raise Wrong("not 4")
"""
    assert run_quiz(server, test, "def f(x):\n    return x").message == "not 4"


@pytest.mark.parametrize("last", ["import sys\nsys.exit()", "raise SystemExit(3)", "return"])
def test_a_given_cell_that_leaves_ends_nothing_but_itself(server, last):
    given = f"K = 2\n{last}"
    found = run_quiz(server, "assert f(K) == 4", "def f(x):\n    return 2 * x", given=given)
    assert found.verdict in ("passed", "not run")


@pytest.mark.parametrize(
    "seeding", ["random.seed(3)", "random.setstate(random.Random(3).getstate())"]
)
def test_pythons_generator_is_one_from_where_a_test_seeds_it(server, seeding):
    test = f"""import random
{seeding}
got = [f(2), random.random(), f(1), random.gauss(0, 1), f(1)]
same = random.Random(3)
assert got == [[same.random(), same.random()], same.random(), [same.random()],
               same.gauss(0, 1), [same.random()]]
"""
    draws = "import random\ndef f(x):\n    return [random.random() for _ in range(x)]"
    assert run_quiz(server, test, draws).verdict == "passed"
    foreseen = "import random\ndef f(x):\n    own = random.Random(3)\n    return [own.random()] * x"
    assert run_quiz(server, test, foreseen).verdict == "failed"


def test_a_state_of_pythons_that_no_generator_has_ends_the_call(server):
    test = "import random\nrandom.seed(3)\nf(2)\nassert random.random() >= 0"
    zeros = "(3, (0,) * 624 + (624,), None)"
    stuck = f"import random\ndef f(x):\n    random.setstate({zeros})\n    return x"
    assert run_quiz(server, test, stuck).verdict != "passed"
