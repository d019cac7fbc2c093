"""Files that stand beside the notebook."""

from courses.form import Case, given, solution, test

CASES = (
    Case(
        "given-cell-reads-text",
        (
            given("""
                with open("numbers.txt") as file:
                    numbers = file.read().split()
            """),
            solution("""
                ### BEGIN SOLUTION
                total = sum(map(int, numbers))
                ### END SOLUTION
            """),
            test("assert total == 6"),
        ),
        files={"numbers.txt": "1 2 3\n"},
        answers={"wrong": "total = 5"},
        stock={"right": 1, "untouched": 0, "wrong": 0},
        to_do="files beside the notebook are not in the sandbox",
    ),
)
