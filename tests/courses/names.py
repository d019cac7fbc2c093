"""Who binds a name, and whose it is when a test asks."""

from courses.form import Case, solution, test

SQUARE = """
    def square(x):
        ### BEGIN SOLUTION
        return x * x
        ### END SOLUTION
"""

CASES = (
    Case(
        "function",
        (solution(SQUARE), test("assert square(3) == 9")),
        answers={"wrong": "def square(x):\n    return 2 * x"},
        stock={"right": 1, "untouched": 0, "wrong": 0},
    ),
)
