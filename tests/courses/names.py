"""Who binds a name, and whose it is when a test asks."""

from courses.form import Case, Differs, code, given, solution, test

SQUARE = """
    def square(x):
        ### BEGIN SOLUTION
        return x * x
        ### END SOLUTION
"""
DOUBLE = "def square(x):\n    return 2 * x"
GOOD = {"right": 1, "untouched": 0, "wrong": 0}

CASES = (
    Case(
        "function",
        (solution(SQUARE), test("assert square(3) == 9")),
        answers={"wrong": DOUBLE},
        stock=GOOD,
    ),
    Case(
        "variable",
        (
            solution("""
                ### BEGIN SOLUTION
                answer = 42
                ### END SOLUTION
            """),
            test("assert answer == 42"),
        ),
        answers={"wrong": "answer = 41"},
        stock=GOOD,
    ),
    Case(
        "several-names-at-once",
        (
            solution("""
                ### BEGIN SOLUTION
                low, *rest, high = range(5)
                ### END SOLUTION
            """),
            test("assert (low, rest, high) == (0, [1, 2, 3], 4)"),
        ),
        answers={"wrong": "low, high, rest = 0, 4, [1, 2]"},
        stock=GOOD,
    ),
    Case(
        "import-in-a-solution",
        (
            solution("""
                ### BEGIN SOLUTION
                import numpy as np
                ### END SOLUTION
            """),
            test("assert np.pi > 3"),
        ),
        answers={"wrong": "import numpy"},
        stock=GOOD,
    ),
    Case(
        "import-from-in-a-solution",
        (
            solution("""
                ### BEGIN SOLUTION
                from math import sqrt
                ### END SOLUTION
            """),
            test("assert sqrt(4) == 2"),
        ),
        answers={"wrong": "import math"},
        stock=GOOD,
    ),
    Case(
        "import-beside-a-function",
        (
            solution("""
                ### BEGIN SOLUTION
                import math

                def area(r):
                    return math.pi * r**2
                ### END SOLUTION
            """),
            test("assert abs(area(1) - math.pi) < 1e-9"),
        ),
        answers={
            "wrong": "import math\n\ndef area(r):\n    return r",
            "without": "def area(r):\n    return 3.141592653589793 * r**2",
        },
        stock={"right": 1, "untouched": 0, "wrong": 0, "without": 0},
    ),
    Case(
        "given-function-of-the-same-name-above",
        (
            given("def square(x):\n    return x * x"),
            solution(SQUARE),
            test("assert square(3) == 9"),
        ),
        answers={"wrong": DOUBLE},
        stock=GOOD,
    ),
    Case(
        "given-value-of-the-same-name-above",
        (
            given("total = 6\nnumbers = [1, 2, 3]"),
            solution("""
                total = None
                ### BEGIN SOLUTION
                total = sum(numbers)
                ### END SOLUTION
            """),
            test("assert total == 6"),
        ),
        answers={"wrong": "total = 5"},
        stock=GOOD,
    ),
    Case(
        "given-function-of-the-same-name-below",
        (
            solution(SQUARE),
            given("def square(x):\n    return x * x"),
            test("assert square(3) == 9"),
        ),
        answers={"wrong": DOUBLE},
        stock={"right": 1, "untouched": 1, "wrong": 1},
        preflight="cell-3.*untouched",
    ),
    Case(
        "tested-before-and-after-a-given-one",
        (
            solution(SQUARE),
            test("assert square(3) == 9"),
            given("def square(x):\n    return 10"),
            test("assert square(3) == 10"),
        ),
        answers={"wrong": DOUBLE},
        stock={"right": (1, 1), "untouched": (0, 1), "wrong": (0, 1)},
        preflight="cell-4.*untouched",
    ),
    Case(
        "given-loop-fills-a-list",
        (
            given("""
                squares = []
                for i in range(5):
                    squares.append(i * i)
            """),
            solution("""
                ### BEGIN SOLUTION
                total = sum(squares)
                ### END SOLUTION
            """),
            test("assert total == sum(squares) == 30"),
        ),
        answers={"wrong": "total = 31"},
        stock=GOOD,
    ),
    Case(
        "given-loop-calls-a-solution",
        (
            solution(SQUARE),
            given("""
                table = {}
                for i in range(4):
                    table[i] = square(i)
            """),
            test("assert table == {0: 0, 1: 1, 2: 4, 3: 9}"),
        ),
        answers={"wrong": DOUBLE},
        stock=GOOD,
    ),
    Case(
        "given-statements-of-all-kinds",
        (
            given("""
                import math
                try:
                    import not_there
                except ImportError:
                    not_there = None
                if math.pi > 3:
                    scale = 2
                else:
                    scale = 1
                total = 0
                total += 5
                with open("/dev/null") as nothing:
                    text = nothing.read()
                while total < 8:
                    total += 1
                box = {}
                box["a"] = [1]
                box["a"].extend([2, 3])
                (first := 7)
                assert scale == 2
            """),
            solution("""
                ### BEGIN SOLUTION
                answer = total * scale + len(box["a"]) + first
                ### END SOLUTION
            """),
            test("assert answer == total * scale + len(box['a']) + first == 26, text"),
        ),
        answers={"wrong": "answer = 25"},
        stock=GOOD,
    ),
    Case(
        "given-value-from-a-solution",
        (solution(SQUARE), given("result = square(4)"), test("assert result == 16")),
        answers={"wrong": DOUBLE},
        stock=GOOD,
    ),
    Case(
        "student-breaks-a-given-cell",
        (
            solution("""
                ### BEGIN SOLUTION
                total = 6
                ### END SOLUTION
            """),
            given("count = len([1, 2, 3])"),
            test("assert total == 6"),
        ),
        answers={"wrong": "total = 5", "breaker": "len = None\ntotal = 6"},
        stock={"right": 1, "untouched": 0, "wrong": 0, "breaker": 1},
        ours={"breaker": Differs(1, "cell-2, which asks nothing of the student, failed here")},
    ),
    Case(
        "given-function-calls-a-solution",
        (
            solution(SQUARE),
            given("def both(x, y):\n    return square(x) + square(y)"),
            test("assert both(1, 2) == 5"),
        ),
        answers={"wrong": DOUBLE},
        stock={"right": 1, "untouched": 0, "wrong": 0},
    ),
    Case(
        "test-defines-for-a-later-test",
        (
            solution(SQUARE),
            test("""
                import math
                def close(a, b):
                    return math.isclose(a, b)
                assert close(square(1), 1)
            """),
            test("assert close(square(3), 9) and math.pi > 3"),
        ),
        answers={"wrong": DOUBLE},
        stock={"right": (1, 1), "untouched": (0, 0), "wrong": (0, 0)},
    ),
    Case(
        "plain-cell-of-the-instructor",
        (
            code("import numpy as np\ndata = np.arange(4)"),
            solution("""
                ### BEGIN SOLUTION
                total = data.sum()
                ### END SOLUTION
            """),
            test("assert total == data.sum()"),
        ),
        answers={"wrong": "total = 5"},
        stock=GOOD,
    ),
    Case(
        "student-changes-a-given-value",
        (
            given("N = 10"),
            solution("""
                ### BEGIN SOLUTION
                total = sum(range(N))
                ### END SOLUTION
            """),
            test("assert total == sum(range(N))"),
        ),
        answers={"wrong": "total = 3", "changer": "N = 3\ntotal = sum(range(N))"},
        stock={"right": 1, "untouched": 0, "wrong": 0, "changer": 1},
        ours={"changer": Differs(0, "")},
    ),
    Case(
        "solution-in-two-cells",
        (
            solution(SQUARE),
            solution("""
                def fourth(x):
                    ### BEGIN SOLUTION
                    return square(square(x))
                    ### END SOLUTION
            """),
            test("assert fourth(2) == 16"),
        ),
        answers={"wrong": DOUBLE, "half": {"cell-1": "def square(x):\n    return x * x"}},
        stock={"right": 1, "untouched": 0, "wrong": 0, "half": 0},
    ),
    Case(
        "star-import",
        (
            given("from math import *"),
            solution("""
                def root(x):
                    ### BEGIN SOLUTION
                    return sqrt(x)
                    ### END SOLUTION
            """),
            test("assert root(9) == sqrt(9) == 3"),
        ),
        answers={"wrong": "def root(x):\n    return x"},
        stock=GOOD,
    ),
    Case(
        "keywords-and-defaults",
        (
            solution("""
                def power(x, *, n=2):
                    ### BEGIN SOLUTION
                    return x**n
                    ### END SOLUTION
            """),
            test("assert power(3) == 9 and power(2, n=3) == 8"),
        ),
        answers={"wrong": "def power(x, *, n=2):\n    return x**2"},
        stock=GOOD,
    ),
    Case(
        "lambda",
        (
            solution("""
                ### BEGIN SOLUTION
                square = lambda x: x * x
                ### END SOLUTION
            """),
            test("assert list(map(square, [1, 2])) == [1, 4]"),
        ),
        answers={"wrong": "square = lambda x: x"},
        stock=GOOD,
    ),
    Case(
        "loop-variable",
        (
            solution("""
                ### BEGIN SOLUTION
                for i in range(10):
                    if i * i > 30:
                        break
                ### END SOLUTION
            """),
            test("assert i == 6"),
        ),
        answers={"wrong": "for i in range(10):\n    pass"},
        stock=GOOD,
    ),
    Case(
        "function-changes-a-global",
        (
            solution("""
                ### BEGIN SOLUTION
                count = 0

                def tick():
                    global count
                    count += 1
                ### END SOLUTION
            """),
            test("tick()\ntick()\nassert count == 2"),
        ),
        answers={"wrong": "count = 0\n\ndef tick():\n    pass"},
        stock=GOOD,
        inside="what a function does to a global is not seen by the test that called it",
    ),
    Case(
        "given-seed-and-sample",
        (
            given("import numpy as np\nnp.random.seed(3)\nsample = np.random.rand(20)"),
            solution("""
                ### BEGIN SOLUTION
                mean = sample.mean()
                ### END SOLUTION
            """),
            test("assert np.isclose(mean, np.mean(sample))"),
        ),
        answers={"wrong": "mean = 1.5"},
        stock=GOOD,
    ),
    Case(
        "placeholder-none",
        (
            solution("""
                slope = None
                ### BEGIN SOLUTION
                slope = 2
                ### END SOLUTION
            """),
            test("assert slope is not None\nassert slope == 2"),
        ),
        config='c.ClearSolutions.code_stub = {"python": ""}',
        answers={"wrong": "slope = 3"},
        stock=GOOD,
    ),
    Case(
        "name-that-only-a-test-imports",
        (
            solution("""
                ### BEGIN SOLUTION
                import statistics
                middle = statistics.median([1, 5, 2])
                ### END SOLUTION
            """),
            test("import statistics\nassert middle == statistics.median([1, 5, 2])"),
        ),
        answers={"wrong": "middle = 5"},
        stock=GOOD,
    ),
    Case(
        "standard-library-in-a-given-cell",
        (
            given("from collections import Counter\nimport itertools as it"),
            solution("""
                def most(words):
                    ### BEGIN SOLUTION
                    return Counter(words).most_common(1)[0][0]
                    ### END SOLUTION
            """),
            test("assert most(list(it.chain('ab', 'b'))) == 'b'"),
        ),
        answers={"wrong": "def most(words):\n    return 'a'"},
        stock=GOOD,
    ),
)
