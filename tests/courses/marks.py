"""What nbgrader's own marks and settings mean."""

from courses.form import Case, manual, solution, test

CASES = (
    Case(
        "partial-credit",
        (
            solution("""
                def half(x):
                    ### BEGIN SOLUTION
                    return x / 2
                    ### END SOLUTION
            """),
            test(
                """
                    points = 0
                    if half(4) == 2:
                        points += 1
                    if half(3) == 1.5:
                        points += 1
                    points
                """,
                2,
            ),
            manual("Why?", 3),
        ),
        answers={"part": "def half(x):\n    return x // 2"},
        stock={"right": (2, None), "untouched": (0, 0), "part": (1, 0)},
    ),
)
