"""Faults of the instructor's own: stock nbgrader is silent, preflight says them."""

from courses.form import Case, Differs, given, hidden, manual, solution, test

SQUARE = """
    def square(x):
        ### BEGIN SOLUTION
        return x * x
        ### END SOLUTION
"""
DOUBLE = "def square(x):\n    return 2 * x"

CASES = (
    Case(
        "solution-fails-the-test",
        (solution(SQUARE), test("assert square(3) == 10")),
        answers={"wrong": DOUBLE},
        stock={"right": 0, "untouched": 0, "wrong": 0},
        preflight="cell-2.*your own solution",
    ),
    Case(
        "solution-fails-a-hidden-test",
        (solution(SQUARE), test("assert square(3) == 9"), hidden("assert square(-2) == -4", 2)),
        answers={"wrong": DOUBLE},
        stock={"right": (1, 0), "untouched": (0, 0), "wrong": (0, 2)},
        preflight="cell-3.*your own solution",
    ),
    Case(
        "test-compares-without-assert",
        (solution(SQUARE), test("square(3) == 10")),
        answers={"wrong": DOUBLE},
        stock={"right": 1, "untouched": 0, "wrong": 1},
        preflight="cell-2.*asserts nothing",
    ),
    Case(
        "test-only-prints",
        (solution(SQUARE), test("print(square(3))")),
        answers={"wrong": DOUBLE},
        stock={"right": 1, "untouched": 0, "wrong": 1},
        preflight="cell-2.*asserts nothing",
    ),
    Case(
        "empty-test",
        (solution(SQUARE), test("# to be written", 2)),
        answers={"wrong": DOUBLE},
        stock={"right": 2, "untouched": 2, "wrong": 2},
        preflight="cell-2.*asserts nothing",
    ),
    Case(
        "test-passes-untouched",
        (solution(SQUARE), test("assert callable(square)")),
        answers={"wrong": DOUBLE},
        stock={"right": 1, "untouched": 1, "wrong": 1},
        preflight="cell-2.*untouched",
    ),
    Case(
        "test-catches-everything",
        (
            solution(SQUARE),
            test("""
                try:
                    assert square(3) == 9
                except Exception:
                    print("wrong")
            """),
        ),
        answers={"wrong": DOUBLE},
        stock={"right": 1, "untouched": 1, "wrong": 1},
        preflight="cell-2.*untouched",
    ),
    Case(
        "value-above-the-points",
        (solution(SQUARE), test("square(3)", 2)),
        answers={"wrong": DOUBLE},
        stock={"right": 0, "untouched": 0, "wrong": 0},
        preflight="cell-2.*9.*2",
    ),
    Case(
        "value-below-zero",
        (solution(SQUARE), test("assert square(3) == 9\n-1", 2)),
        answers={"wrong": DOUBLE},
        stock={"right": 0, "untouched": 0, "wrong": 0},
        preflight="cell-2.*-1",
    ),
    Case(
        "partial-credit-of-the-solution",
        (solution(SQUARE), test("assert square(3) == 9\n1", 2)),
        answers={"wrong": DOUBLE},
        stock={"right": 1, "untouched": 0, "wrong": 0},
        preflight="cell-2.*1 of 2",
    ),
    Case(
        "name-misspelt-in-a-test",
        (solution(SQUARE), test("expcted = 9\nassert square(3) == expected")),
        answers={"wrong": DOUBLE},
        stock={"right": 0, "untouched": 0, "wrong": 0},
        preflight="cell-2.*expected",
    ),
    Case(
        "package-missing-in-a-test",
        (solution(SQUARE), test("import no_such_package\nassert square(3) == 9")),
        answers={"wrong": DOUBLE},
        stock={"right": 0, "untouched": 0, "wrong": 0},
        preflight="cell-2.*no_such_package",
    ),
    Case(
        "package-missing-in-a-given-cell",
        (
            given("import no_such_package as nsp"),
            solution(SQUARE),
            test("assert square(3) == 9"),
        ),
        answers={"wrong": DOUBLE},
        stock={"right": 1, "untouched": 0, "wrong": 0},
        preflight="cell-1.*no_such_package",
    ),
    Case(
        "file-missing-for-a-given-cell",
        (
            given("numbers = open('numbers.txt').read()"),
            solution(SQUARE),
            test("assert square(3) == 9"),
        ),
        answers={"wrong": DOUBLE},
        stock={"right": 1, "untouched": 0, "wrong": 0},
        preflight="cell-1.*numbers.txt",
    ),
    Case(
        "given-cell-fails",
        (given("a = [1, 2]\nb = a[2]"), solution(SQUARE), test("assert square(3) == 9")),
        answers={"wrong": DOUBLE},
        stock={"right": 1, "untouched": 0, "wrong": 0},
        preflight="cell-1.*IndexError",
    ),
    Case(
        "given-cell-waits-for-the-solution",
        (solution(SQUARE), given("print(square(4))"), test("assert square(3) == 9")),
        answers={"wrong": DOUBLE},
        stock={"right": 1, "untouched": 0, "wrong": 0},
    ),
    Case(
        "syntax-error-in-a-test",
        (solution(SQUARE), test("assert square(3) = 9")),
        answers={"wrong": DOUBLE},
        stock={"right": 0, "untouched": 0, "wrong": 0},
        preflight="cell-2.*SyntaxError",
    ),
    Case(
        "solution-with-an-error",
        (
            solution("""
                def square(x):
                    ### BEGIN SOLUTION
                    return y * x
                    ### END SOLUTION
            """),
            test("assert square(3) == 9"),
        ),
        answers={"wrong": DOUBLE, "good": "def square(x):\n    return x * x"},
        stock={"right": 0, "untouched": 0, "wrong": 0, "good": 1},
        preflight="cell-2.*your own solution",
    ),
    Case(
        "accepted-by-name",
        (solution(SQUARE), test("assert callable(square)", grade_id="there")),
        config='c.Grader.accept = ["there"]',
        answers={"wrong": DOUBLE},
        stock={"right": 1, "untouched": 1, "wrong": 1},
    ),
    Case(
        "error-below-a-right-answer",
        (
            solution(SQUARE),
            test("""
                def helper(v):
                    assert v == 9, "wrong"
                    if v != 9:
                        return no_such_name
                helper(square(3))
            """),
        ),
        answers={"wrong": DOUBLE},
        stock={"right": 1, "untouched": 0, "wrong": 0},
    ),
    Case(
        "test-misspelt-after-a-wrong-answer",
        (
            solution(SQUARE),
            test("""
                got = square(3)
                if got != 9:
                    raise AssertionError("square(3) is " + str(gott))
            """),
        ),
        answers={"wrong": DOUBLE},
        stock={"right": 1, "untouched": 0, "wrong": 0},
        ours={"wrong": Differs(0, "The test itself has a mistake, not your answer")},
    ),
    Case(
        "manual-alone",
        (manual("Because.", 2),),
        answers={"written": {"cell-1": "It is so."}},
        stock={"right": None, "untouched": 0, "written": None},
    ),
)
