"""Tests that give part of their points, and answers of which a part is missing."""

from courses.form import Case, Differs, Points, given, solution, test
from courses.question import question

PARTS = {"right": 2, "untouched": 0}
PRIMES = """
    def primes(n):
        ### BEGIN SOLUTION
        return [k for k in range(2, n + 1) if all(k % d for d in range(2, k))]
        ### END SOLUTION
"""
OFF_BY_ONE = """
def primes(n):
    return [k for k in range(2, n) if all(k % d for d in range(2, k))]
"""
NOTHING = "def primes(n):\n    return []"
ASSERTED = """
    score = 0
    try:
        assert primes(2) == [2]
        score += 1
    except Exception:
        pass
    try:
        assert primes(11) == [2, 3, 5, 7, 11]
        score += 1
    except Exception:
        pass
    score
"""
COMPARED = """
    score = 0
    if primes(2) == [2]:
        score += 1
    if primes(4) == [2, 3]:
        score += 1
    score
"""
RATIO = """
    def ratio(a, b):
        ### BEGIN SOLUTION
        return a / b if b else 0.0
        ### END SOLUTION
"""
UNDEFINED = "import numpy as np\ndef ratio(a, b):\n    return a / b if b else np.nan"


def _two_names(name: str, test_text: str, points: Points = 1) -> Case:
    """Return a case of two variables of which the student binds one."""
    return Case(
        name,
        (
            solution("### BEGIN SOLUTION\na = 1\n### END SOLUTION", "first"),
            solution("### BEGIN SOLUTION\nb = 2\n### END SOLUTION", "second"),
            test(test_text, 2),
        ),
        answers={
            "part": {"first": "a = 1", "second": ""},
            "wrong": {"first": "a = 3", "second": ""},
        },
        stock={**PARTS, "part": points, "wrong": 0},
    )


CASES = (
    _two_names(
        "missing-name-in-one-part",
        """
            score = 0
            try:
                assert a == 1
                score += 1
            except Exception:
                pass
            try:
                assert b == 2
                score += 1
            except Exception:
                pass
            score
        """,
    ),
    _two_names(
        "missing-name-asked-for",
        """
            score = 0
            if 'a' in globals() and a == 1:
                score += 1
            if 'b' in globals() and b == 2:
                score += 1
            score
        """,
    ),
    Case(
        "empty-answer-in-one-part-compared",
        (solution(PRIMES), test(COMPARED, 2)),
        answers={"part": OFF_BY_ONE, "nothing": NOTHING},
        stock={**PARTS, "part": 1, "nothing": 0},
    ),
    Case(
        "empty-answer-in-one-part-asserted",
        (solution(PRIMES), test(ASSERTED, 2)),
        answers={
            "part": "def primes(n):\n    return [2, 3, 5, 7, 11] if n > 2 else []",
            "nothing": NOTHING,
        },
        stock={**PARTS, "part": 1, "nothing": 0},
    ),
    Case(
        "empty-answer-that-numpy-takes-for-right",
        (
            solution(PRIMES),
            test(
                """
                    import numpy as np
                    score = 0
                    if np.allclose(primes(2), 2):
                        score += 1
                    if primes(4) == [2, 3]:
                        score += 1
                    score
                """,
                2,
            ),
        ),
        answers={"nothing": NOTHING},
        stock={**PARTS, "nothing": 1},
        ours={"nothing": Differs(0, "`primes` is empty where numbers are expected")},
    ),
    Case(
        "nan-in-one-part",
        (
            solution(RATIO),
            test(
                """
                    import numpy as np
                    score = 0
                    if np.isclose(ratio(1, 2), 0.5):
                        score += 1
                    if abs(ratio(1, 0)) < 1e-9:
                        score += 1
                    score
                """,
                2,
            ),
        ),
        answers={"part": UNDEFINED, "wrong": "def ratio(a, b):\n    return b"},
        stock={**PARTS, "part": 1, "wrong": 1},
    ),
    Case(
        "nan-that-is-no-farther-than-allowed",
        (
            solution(RATIO),
            test(
                """
                    score = 0
                    if not abs(ratio(1, 2) - 0.5) > 1e-9:
                        score += 1
                    if ratio(1, 0) == 0:
                        score += 1
                    score
                """,
                2,
            ),
        ),
        answers={"nothing": "import numpy as np\ndef ratio(a, b):\n    return np.nan"},
        stock={**PARTS, "nothing": 1},
        ours={"nothing": Differs(0, "`ratio` is NaN where numbers are expected")},
    ),
    Case(
        "live-object-in-one-part",
        (
            solution("""
                def keys(d):
                    ### BEGIN SOLUTION
                    return sorted(d)
                    ### END SOLUTION

                def longest(words):
                    ### BEGIN SOLUTION
                    return max(words, key=len)
                    ### END SOLUTION
            """),
            test(
                """
                    score = 0
                    if keys({'b': 1, 'a': 2}) == ['a', 'b']:
                        score += 1
                    if longest(['a', 'bcd']) == 'bcd':
                        score += 1
                    score
                """,
                2,
            ),
        ),
        answers={
            "part": """
class Words:
    def __init__(self, words):
        self.words = words
def keys(d):
    return Words(d)
def longest(words):
    return max(words, key=len)
""",
        },
        stock={**PARTS, "part": 1},
    ),
    Case(
        "object-that-equals-everything-in-one-part",
        (solution(PRIMES), test(COMPARED, 2)),
        answers={
            "cheater": """
class Yes:
    def __eq__(self, other):
        return True
def primes(n):
    return Yes() if n < 3 else 0
""",
        },
        stock={**PARTS, "cheater": 1},
        ours={"cheater": Differs(0, "Yes, which cannot be graded")},
    ),
    Case(
        "nan-of-another-part",
        (
            solution("### BEGIN SOLUTION\nmean = 2.0\n### END SOLUTION", "first"),
            solution("### BEGIN SOLUTION\nspread = 1.0\n### END SOLUTION", "second"),
            given("def value_of(what):\n    return mean if what == 'mean' else spread"),
            test("assert value_of('mean') == 2"),
            test("assert not abs(value_of('spread') - 1) > 0.1"),
        ),
        answers={"part": {"first": "mean = 2.0", "second": "spread = float('nan')"}},
        stock={"right": (1, 1), "untouched": (0, 0), "part": (1, 1)},
        ours={"part": Differs((1, 0), "`spread` is NaN where numbers are expected")},
    ),
    Case(
        "points-that-are-not-shown",
        (
            solution(PRIMES),
            test("score = 0\nif primes(2) == [2]:\n    score += 1\nscore;  # of 1", 1),
        ),
        answers={"wrong": "def primes(n):\n    return [1]"},
        stock={"right": 1, "untouched": 0, "wrong": 1},
        preflight="asserts nothing and its last value is no number",
    ),
    question(
        "points-added-up-in-tenths",
        """
            def digit(n):
                return n % 10
        """,
        """
            score = 0
            for n in range(10):
                if digit(n + 10) == n:
                    score += 0.1
            score
        """,
        "def digit(n):\n    return -1",
        stock={"right": 0.9999999999999999, "untouched": 0, "wrong": 0},
        ours={"right": Differs(1, "")},
    ),
    Case(
        "points-that-come-out-a-little-over",
        (
            solution("""
                def half(x):
                    ### BEGIN SOLUTION
                    return x / 2
                    ### END SOLUTION
            """),
            test("0.1 * (half(4) == 2) + 0.2 * (half(3) == 1.5)", 0.3),
        ),
        answers={"part": "def half(x):\n    return x // 2"},
        stock={"right": None, "untouched": 0, "part": 0.1},
        ours={"right": Differs(0.3, "")},
    ),
    Case(
        "number-that-is-not-shown",
        (
            solution("""
                def push(stack, x):
                    ### BEGIN SOLUTION
                    stack.append(x)
                    ### END SOLUTION
            """),
            test("stack = []\npush(stack, 7)\nassert stack == [7]\nstack.pop();"),
        ),
        answers={"wrong": "def push(stack, x):\n    pass"},
        stock={"right": 1, "untouched": 0, "wrong": 0},
    ),
    Case(
        "number-that-a-magic-captures",
        (
            solution("""
                def count(words):
                    ### BEGIN SOLUTION
                    return len(words)
                    ### END SOLUTION
            """),
            test("%%capture out\nassert count(['a', 'b', 'c']) == 3\ncount(['a', 'b', 'c'])"),
        ),
        answers={"wrong": "def count(words):\n    return 1"},
        stock={"right": 1, "untouched": 0, "wrong": 0},
    ),
)
