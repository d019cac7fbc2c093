"""Files that stand beside the notebook."""

from courses.form import Case, Differs, given, hidden, solution, test

TOTAL = """
    ### BEGIN SOLUTION
    total = sum(map(int, numbers))
    ### END SOLUTION
"""
READS = """
    with open("numbers.txt") as file:
        numbers = file.read().split()
"""
HELPER = "def thrice(x):\n    return 3 * x\n"
TABLE = "x,y\n1,2\n3,4\n"
GOOD = {"right": 1, "untouched": 0, "wrong": 0}

CASES = (
    Case(
        "given-cell-reads-text",
        (given(READS), solution(TOTAL), test("assert total == 6")),
        files={"numbers.txt": "1 2 3\n"},
        answers={"wrong": "total = 5"},
        stock=GOOD,
    ),
    Case(
        "test-reads-what-a-given-cell-read",
        (given(READS), solution(TOTAL), test("assert total == sum(int(n) for n in numbers)")),
        files={"numbers.txt": "1 2 3\n"},
        answers={"wrong": "total = 5"},
        stock=GOOD,
    ),
    Case(
        "given-cell-imports-module",
        (
            given("import helper"),
            solution("""
                def ninefold(x):
                    ### BEGIN SOLUTION
                    return helper.thrice(helper.thrice(x))
                    ### END SOLUTION
            """),
            test("assert ninefold(2) == 18"),
        ),
        files={"helper.py": HELPER},
        answers={"wrong": "def ninefold(x):\n    return helper.thrice(x)"},
        stock=GOOD,
    ),
    Case(
        "solution-imports-module",
        (
            solution("""
                ### BEGIN SOLUTION
                from helper import thrice
                six = thrice(2)
                ### END SOLUTION
            """),
            test("assert six == 6"),
        ),
        files={"helper.py": HELPER},
        answers={"wrong": "from helper import thrice\nsix = thrice(3)"},
        stock=GOOD,
    ),
    Case(
        "test-imports-module",
        (
            solution("""
                def six():
                    ### BEGIN SOLUTION
                    return 6
                    ### END SOLUTION
            """),
            test("from helper import thrice\nassert six() == thrice(2)"),
        ),
        files={"helper.py": HELPER},
        answers={"wrong": "def six():\n    return 7"},
        stock=GOOD,
    ),
    Case(
        "module-checks-a-function",
        (
            given("from checks import check_double"),
            solution("""
                def double(x):
                    ### BEGIN SOLUTION
                    return 2 * x
                    ### END SOLUTION
            """),
            test("check_double(double)"),
        ),
        files={
            "checks.py": "def check_double(f):\n    for x in (0, 1, 2.5):\n"
            "        assert f(x) == 2 * x, f'wrong for {x}'\n"
        },
        answers={"wrong": "def double(x):\n    return x"},
        stock=GOOD,
    ),
    Case(
        "package-in-a-folder",
        (
            given("from tools.text import shout"),
            solution("""
                ### BEGIN SOLUTION
                word = shout("a")
                ### END SOLUTION
            """),
            test("assert word == shout('a') == 'A!'"),
        ),
        files={
            "tools/__init__.py": "",
            "tools/text.py": "def shout(t):\n    return t.upper() + '!'\n",
        },
        answers={"wrong": "word = 'A'"},
        stock=GOOD,
    ),
    Case(
        "folder-on-the-path",
        (
            given("import sys\nsys.path.append('lib')\nimport deep"),
            solution("""
                ### BEGIN SOLUTION
                value = deep.N + 1
                ### END SOLUTION
            """),
            test("assert value == deep.N + 1"),
        ),
        files={"lib/deep.py": "N = 7\n"},
        answers={"wrong": "value = 7"},
        stock=GOOD,
    ),
    Case(
        "function-reads-table",
        (
            given("import numpy as np"),
            solution("""
                def mean_of(path):
                    ### BEGIN SOLUTION
                    return np.genfromtxt(path, delimiter=",", names=True)["y"].mean()
                    ### END SOLUTION
            """),
            test("assert mean_of('table.csv') == 3"),
        ),
        files={"table.csv": TABLE},
        answers={"wrong": "def mean_of(path):\n    return 2.0"},
        stock=GOOD,
    ),
    Case(
        "test-reads-expected-values",
        (
            solution("""
                def values():
                    ### BEGIN SOLUTION
                    return [1, 2, 3]
                    ### END SOLUTION
            """),
            test("import json\nassert values() == json.load(open('data/expected.json'))"),
        ),
        files={"data/expected.json": "[1, 2, 3]"},
        answers={"wrong": "def values():\n    return [3]"},
        stock=GOOD,
    ),
    Case(
        "hidden-test-reads-file",
        (
            solution("""
                def words():
                    ### BEGIN SOLUTION
                    return open("words.txt").read().split()
                    ### END SOLUTION
            """),
            hidden("""
                from pathlib import Path
                assert words() == Path("words.txt").read_text().split()
            """),
        ),
        files={"words.txt": "so it goes\n"},
        answers={"wrong": "def words():\n    return []"},
        stock=GOOD,
    ),
    Case(
        "folder-is-listed",
        (
            given("import glob"),
            solution("""
                ### BEGIN SOLUTION
                names = sorted(glob.glob("data/*.csv"))
                ### END SOLUTION
            """),
            test("assert names == ['data/a.csv', 'data/b.csv']"),
        ),
        files={"data/a.csv": "1\n", "data/b.csv": "2\n", "data/c.txt": ""},
        answers={"wrong": "names = []"},
        stock=GOOD,
    ),
    Case(
        "absolute-path-of-the-folder",
        (
            given("import os\nHERE = os.getcwd()"),
            solution("""
                def first():
                    ### BEGIN SOLUTION
                    with open(os.path.join(HERE, "numbers.txt")) as file:
                        return int(file.read().split()[0])
                    ### END SOLUTION
            """),
            test("assert first() == 1"),
        ),
        files={"numbers.txt": "1 2 3\n"},
        answers={"wrong": "def first():\n    return 2"},
        stock=GOOD,
    ),
    Case(
        "array-file",
        (
            given("import numpy as np\na = np.load('a.npy')"),
            solution("""
                ### BEGIN SOLUTION
                doubled = 2 * a
                ### END SOLUTION
            """),
            test("assert np.array_equal(doubled, np.load('a.npy') * 2)"),
        ),
        files={
            "a.npy": b"\x93NUMPY\x01\x00v\x00"
            + b"{'descr': '<i8', 'fortran_order': False, 'shape': (2,), }".ljust(117)
            + b"\n"
            + bytes([1, *[0] * 7, 2, *[0] * 7])
        },
        answers={"wrong": "doubled = a"},
        stock=GOOD,
    ),
    Case(
        "run-magic",
        (
            given("%run setup.py"),
            solution("""
                ### BEGIN SOLUTION
                answer = BASE + 1
                ### END SOLUTION
            """),
            test("assert answer == BASE + 1"),
        ),
        files={"setup.py": "BASE = 41\n"},
        answers={"wrong": "answer = 41"},
        stock=GOOD,
    ),
    Case(
        "student-overwrites-what-a-test-reads",
        (
            solution("""
                ### BEGIN SOLUTION
                value = 6
                ### END SOLUTION
            """),
            test("assert value == int(open('expected.txt').read())"),
        ),
        files={"expected.txt": "6"},
        answers={"forger": "open('expected.txt', 'w').write('5')\nvalue = 5"},
        stock={"right": 1, "untouched": 0, "forger": 1},
        ours={"forger": Differs(0, "")},
    ),
    Case(
        "student-replaces-the-checking-module",
        (
            solution("""
                ### BEGIN SOLUTION
                value = 6
                ### END SOLUTION
            """),
            test("from checks import check\ncheck(value)"),
        ),
        files={"checks.py": "def check(v):\n    assert v == 6\n"},
        answers={"forger": "open('checks.py', 'w').write('def check(v): pass')\nvalue = 5"},
        stock={"right": 1, "untouched": 0, "forger": 1},
        ours={"forger": Differs(0, "")},
    ),
    Case(
        "student-writes-beside",
        (
            given(READS),
            solution("""
                ### BEGIN SOLUTION
                with open("numbers.txt", "a") as file:
                    file.write(" 4")
                with open("numbers.txt") as file:
                    count = len(file.read().split())
                ### END SOLUTION
            """),
            test("assert count == 4"),
        ),
        files={"numbers.txt": "1 2 3"},
        answers={"wrong": "count = len(numbers)"},
        stock=GOOD,
    ),
    Case(
        "module-keeps-state",
        (
            given("import state"),
            solution("""
                def step():
                    ### BEGIN SOLUTION
                    state.count += 1
                    return state.count
                    ### END SOLUTION
            """),
            test("assert step() == 1\nassert step() == 2"),
        ),
        files={"state.py": "count = 0\n"},
        answers={"wrong": "def step():\n    return 1"},
        stock=GOOD,
    ),
)
