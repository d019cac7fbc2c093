"""What nbgrader's own marks and settings mean."""

from courses.form import (
    Case,
    Differs,
    code,
    given,
    hidden,
    manual,
    manual_code,
    solution,
    task,
    test,
    text,
)

HALF = """
    def half(x):
        ### BEGIN SOLUTION
        return x / 2
        ### END SOLUTION
"""
FLOOR = "def half(x):\n    return x // 2"
TEMPLATES = """
python3:
    setup: "from hashlib import sha1"
    hash: 'sha1({{snippet}}.encode("utf-8")+b"{{salt}}").hexdigest()'
    dispatch: "type({{snippet}})"
    normalize: "str({{snippet}})"
    check: 'assert {{snippet}} == "{{value}}", "{{message}}"'
    success: "print('Success!')"
    templates:
        default:
            - test: "type({{snippet}})"
              fail: "type of {{snippet}} is not correct"
            - test: "{{snippet}}"
              fail: "value of {{snippet}} is not correct"
        float:
            - test: "type({{snippet}})"
              fail: "type of {{snippet}} is not float"
            - test: "round({{snippet}}, 2)"
              fail: "value of {{snippet}} is not correct"
"""
PARTIAL = """
    points = 0
    if half(4) == 2:
        points += 1
    if half(3) == 1.5:
        points += 1
    points
"""
GOOD = {"right": 1, "untouched": 0, "wrong": 0}

CASES = (
    Case(
        "partial-credit",
        (solution(HALF), test(PARTIAL, 2), manual("Why?", 3)),
        answers={"part": FLOOR},
        stock={"right": (2, None), "untouched": (0, 0), "part": (1, 0)},
    ),
    Case(
        "partial-credit-as-float",
        (solution(HALF), test("sum([0.5 * (half(4) == 2), 0.5 * (half(3) == 1.5)])", 1)),
        answers={"part": FLOOR},
        stock={"right": 1, "untouched": 0, "part": 0.5},
    ),
    Case(
        "partial-credit-as-numpy-number",
        (
            given("import numpy as np"),
            solution(HALF),
            test("np.mean([half(4) == 2, half(3) == 1.5])", 1),
        ),
        answers={"part": FLOOR},
        stock={"right": 1, "untouched": 0, "part": 1},
        ours={"part": Differs(0.5, "0.5 of 1")},
    ),
    Case(
        "assertions-then-a-number",
        (solution(HALF), test("assert half(4) == 2\n1 if half(3) == 1.5 else 0.5", 1)),
        answers={"part": FLOOR, "wrong": "def half(x):\n    return x"},
        stock={"right": 1, "untouched": 0, "part": 0.5, "wrong": 0},
    ),
    Case(
        "autotest",
        (solution(HALF), test("### AUTOTEST half(3); half(4)")),
        files={"autotests.yml": TEMPLATES},
        answers={"wrong": FLOOR},
        stock=GOOD,
    ),
    Case(
        "hashed-autotest-beside-an-assertion",
        (solution(HALF), test("assert half(4) == 2\n### HASHED AUTOTEST half(3)")),
        files={"autotests.yml": TEMPLATES},
        answers={"wrong": FLOOR},
        stock=GOOD,
    ),
    Case(
        "two-tests",
        (solution(HALF), test("assert half(4) == 2", 2), test("assert half(3) == 1.5", 3)),
        answers={"part": FLOOR},
        stock={"right": (2, 3), "untouched": (0, 0), "part": (2, 0)},
    ),
    Case(
        "hidden-test",
        (solution(HALF), test("assert half(4) == 2", 2), hidden("assert half(3) == 1.5", 3)),
        answers={"part": FLOOR},
        stock={"right": (2, 3), "untouched": (0, 0), "part": (2, 0)},
    ),
    Case(
        "half-hidden-test",
        (
            solution(HALF),
            test("""
                assert half(4) == 2
                ### BEGIN HIDDEN TESTS
                assert half(3) == 1.5
                ### END HIDDEN TESTS
            """),
        ),
        answers={"part": FLOOR},
        stock={"right": 1, "untouched": 0, "part": 0},
    ),
    Case(
        "no-points",
        (solution(HALF), test("assert half(4) == 2", 0)),
        answers={"wrong": "def half(x):\n    return x"},
        stock={"right": 0, "untouched": 0, "wrong": 0},
    ),
    Case(
        "fractions-of-points",
        (solution(HALF), test("assert half(3) == 1.5", 0.25)),
        answers={"wrong": FLOOR},
        stock={"right": 0.25, "untouched": 0, "wrong": 0},
    ),
    Case(
        "own-delimiters-of-solutions",
        (
            solution("""
                def half(x):
                    # <solution>
                    return x / 2
                    # </solution>
            """),
            test("assert half(3) == 1.5"),
        ),
        config='c.ClearSolutions.begin_solution_delimeter = "<solution>"\n'
        'c.ClearSolutions.end_solution_delimeter = "</solution>"',
        answers={"wrong": FLOOR},
        stock=GOOD,
    ),
    Case(
        "own-delimiters-of-hidden-tests",
        (
            solution(HALF),
            test("""
                assert half(4) == 2
                # HIDE
                assert half(3) == 1.5
                # UNHIDE
            """),
        ),
        config='c.ClearHiddenTests.begin_test_delimeter = "# HIDE"\n'
        'c.ClearHiddenTests.end_test_delimeter = "# UNHIDE"',
        answers={"wrong": FLOOR},
        stock=GOOD,
    ),
    Case(
        "own-code-stub",
        (solution(HALF), test("assert half(3) == 1.5")),
        config='c.ClearSolutions.code_stub = {"python": "pass  # write here"}',
        answers={"wrong": FLOOR},
        stock=GOOD,
    ),
    Case(
        "own-text-stub",
        (manual("Because.\n", 2),),
        config='c.ClearSolutions.text_stub = "WRITE HERE"',
        answers={"written": {"cell-1": "It is so."}},
        stock={"right": None, "untouched": 0, "written": None},
    ),
    Case(
        "solution-cell-without-region",
        (solution("def half(x):\n    return x / 2"), test("assert half(3) == 1.5")),
        answers={"wrong": FLOOR},
        stock=GOOD,
    ),
    Case(
        "two-regions-in-a-cell",
        (
            solution("""
                def half(x):
                    ### BEGIN SOLUTION
                    return x / 2
                    ### END SOLUTION

                def third(x):
                    ### BEGIN SOLUTION
                    return x / 3
                    ### END SOLUTION
            """),
            test("assert half(3) == 1.5"),
            test("assert third(3) == 1"),
        ),
        answers={"part": "def half(x):\n    return x / 2\n\ndef third(x):\n    pass"},
        stock={"right": (1, 1), "untouched": (0, 0), "part": (1, 0)},
    ),
    Case(
        "text-graded-by-hand",
        (text("# Title"), manual("### BEGIN SOLUTION\nBecause.\n### END SOLUTION", 3)),
        answers={"written": {"cell-2": "It is so."}},
        stock={"right": None, "untouched": 0, "written": None},
    ),
    Case(
        "code-graded-by-hand",
        (manual_code("### BEGIN SOLUTION\nplot = 1\n### END SOLUTION", 3),),
        answers={"written": {"cell-1": "plot = 2"}},
        stock={"right": None, "untouched": 0, "written": None},
    ),
    Case(
        "code-graded-by-hand-under-given-names",
        (
            code("def plot():\n    return 1"),
            manual_code("### BEGIN SOLUTION\ndef plot():\n    return 2\n### END SOLUTION", 3),
        ),
        answers={"written": {"cell-2": "def plot():\n    return 3"}},
        stock={"right": None, "untouched": 0, "written": None},
    ),
    Case(
        "task",
        (text("# Title"), task("Draw a tree.", 2)),
        stock={"right": None, "untouched": None},
    ),
    Case(
        "task-with-mark-scheme",
        (task("Draw a tree.\n### BEGIN MARK SCHEME\nIs it green?\n### END MARK SCHEME", 2),),
        stock={"right": None, "untouched": None},
    ),
    Case(
        "execution-by-autograde",
        (
            given("import os\nMODE = os.environ.get('NBGRADER_EXECUTION')"),
            solution("""
                def mode():
                    ### BEGIN SOLUTION
                    return os.environ.get("NBGRADER_EXECUTION")
                    ### END SOLUTION
            """),
            test("""
                assert MODE == 'autograde'
                assert os.environ['NBGRADER_EXECUTION'] == 'autograde'
                assert mode() == 'autograde'
            """),
        ),
        answers={"wrong": "def mode():\n    return None"},
        stock=GOOD,
    ),
    Case(
        "time-for-a-cell",
        (solution(HALF), test("assert half(3) == 1.5")),
        config="c.Execute.timeout = 5",
        answers={"slow": "import time\ntime.sleep(60)\ndef half(x):\n    return x / 2"},
        stock={"right": 1, "untouched": 0, "slow": 0},
    ),
    Case(
        "error-in-a-cell-before",
        (
            given("import math"),
            solution("""
                ### BEGIN SOLUTION
                a = 1
                ### END SOLUTION
            """),
            solution(HALF),
            test("assert half(3) == 1.5"),
        ),
        answers={
            "wrong": {},
            "part": {"cell-2": "1 / 0", "cell-3": "def half(x):\n    return x / 2"},
        },
        stock={"right": 1, "untouched": 0, "wrong": 0, "part": 1},
    ),
    Case(
        "syntax-error",
        (solution(HALF), test("assert half(3) == 1.5"), test("assert True")),
        answers={"wrong": "def half(x)\n    return x / 2"},
        stock={"right": (1, 1), "untouched": (0, 1), "wrong": (0, 1)},
        preflight="cell-3.*untouched",
    ),
    Case(
        "student-edits-a-test",
        (solution(HALF), test("assert half(3) == 1.5")),
        answers={"cheater": {"cell-1": FLOOR, "cell-2": "assert True"}},
        stock={"right": 1, "untouched": 0, "cheater": 0},
    ),
    Case(
        "student-edits-a-given-cell",
        (
            given("N = 10"),
            solution("""
                ### BEGIN SOLUTION
                total = sum(range(N))
                ### END SOLUTION
            """),
            test("assert total == 45"),
        ),
        answers={"changer": {"cell-1": "N = 3", "cell-2": "total = sum(range(N))"}},
        stock={"right": 1, "untouched": 0, "changer": 1},
    ),
    Case(
        "warning",
        (solution(HALF), test("assert half(3) == 1.5")),
        answers={
            "warner": "import warnings\n\ndef half(x):\n    warnings.warn('old')\n    return x / 2"
        },
        stock={"right": 1, "untouched": 0, "warner": 1},
    ),
    Case(
        "output",
        (solution(HALF), test("print(half(3))\nassert half(3) == 1.5\nprint('well done')")),
        answers={"printer": "print(0)\n\ndef half(x):\n    print(x)\n    return x / 2"},
        stock={"right": 1, "untouched": 0, "printer": 1},
    ),
    Case(
        "magics-and-shell",
        (
            given("%matplotlib inline\n%load_ext autoreload\n%autoreload 2\n!echo hello"),
            solution(HALF),
            test("%time assert half(3) == 1.5"),
        ),
        answers={"wrong": FLOOR},
        stock=GOOD,
    ),
    Case(
        "cell-that-is-not-python",
        (
            code("%%bash\necho hello; exit 0"),
            code("%%html\n<b>hello</b>"),
            code("%%javascript\nlet x = 1;"),
            solution(HALF),
            test("assert half(3) == 1.5"),
        ),
        answers={"wrong": FLOOR},
        stock=GOOD,
    ),
    Case(
        "cell-that-does-not-parse",
        (
            code("this is no Python at all"),
            solution(HALF),
            test("assert half(3) == 1.5"),
        ),
        answers={"wrong": FLOOR},
        stock=GOOD,
        preflight="number 1.*SyntaxError",
    ),
    Case(
        "written-module",
        (
            code("%%writefile written.py\ndef twice(x):\n    return 2 * x"),
            given("import written"),
            solution(HALF),
            test("assert half(written.twice(3)) == 3"),
        ),
        answers={"wrong": "def half(x):\n    return x"},
        stock=GOOD,
    ),
    Case(
        "exit-of-a-student",
        (solution(HALF), test("assert half(3) == 1.5")),
        answers={"leaver": "import sys\n\ndef half(x):\n    sys.exit()"},
        stock={"right": 1, "untouched": 0, "leaver": 0},
    ),
    Case(
        "tags-and-raw-cells",
        (
            given("N = 2"),
            {"cell_type": "raw", "metadata": {}, "source": "raw text"},
            solution(HALF),
            test("assert half(N) == 1"),
        ),
        answers={"wrong": "def half(x):\n    return x"},
        stock=GOOD,
    ),
    Case(
        "expected-error",
        (
            solution("""
                def check(x):
                    ### BEGIN SOLUTION
                    if x < 0:
                        raise ValueError("negative")
                    ### END SOLUTION
            """),
            test("""
                try:
                    check(-1)
                except ValueError:
                    pass
                else:
                    raise AssertionError("did not raise ValueError")
            """),
        ),
        answers={"wrong": "def check(x):\n    pass"},
        stock=GOOD,
    ),
)
