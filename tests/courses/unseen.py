"""Changes of arguments and of given objects, and how a test comes to see them."""

from courses.question import STOCK, question

ACCOUNT = """
    class Account:
        def __init__(self, balance):
            self.balance = balance
        def deposit(self, amount):
            self.balance += amount
    account = Account(100)
"""

CASES = (
    question(
        "argument-in-one-check",
        """
            def ordered(xs):
                return sorted(xs)
        """,
        """
            xs = [3, 1, 2]
            assert ordered(xs) == [1, 2, 3] and xs == [3, 1, 2]
        """,
        """
            def ordered(xs):
                xs.sort()
                return xs
        """,
    ),
    question(
        "argument-beside-an-earlier-copy",
        """
            def step(grid):
                return [[1 - x for x in row] for row in grid]
        """,
        """
            import copy
            grid = [[0, 1], [1, 0]]
            before = copy.deepcopy(grid)
            step(grid)
            for one, other in zip(grid, before):
                assert one == other, step(before)
            assert step(before) == [[1, 0], [0, 1]]
        """,
        """
            def step(grid):
                for row in grid:
                    for k, x in enumerate(row):
                        row[k] = 1 - x
                return grid
        """,
    ),
    question(
        "argument-in-parts-of-the-points",
        """
            def ordered(xs):
                return sorted(xs)
        """,
        """
            a, score = [3, 1], 0.0
            if ordered(a) == [1, 3]:
                score += 0.5
            if a == [3, 1] and ordered([1]) == [1]:
                score += 0.5
            score
        """,
        """
            def ordered(xs):
                return []
        """,
        stock=STOCK | {"in place": 0.5},
        answers={"in place": "def ordered(xs):\n    xs.sort()\n    return xs"},
    ),
    question(
        "argument-used-up",
        """
            def largest(xs):
                return max(xs)
            def smallest(xs):
                return min(xs)
        """,
        """
            xs = [5, 3, 9]
            assert largest(xs) == 9
            assert smallest(xs) == 3
            assert largest(xs) == 9
        """,
        """
            def largest(xs):
                return xs.pop(xs.index(max(xs)))
            def smallest(xs):
                return min(xs)
        """,
    ),
    question(
        "argument-changed-unseen",
        """
            count = 0
            def total(xs):
                global count
                count += 1
                return sum(xs), count
        """,
        "xs = [1, 2]\nassert total(xs) == (3, 1)",
        """
            def total(xs):
                return 3
        """,
        stock=STOCK | {"in place": 1},
        answers={
            "in place": "count = 0\ndef total(xs):\n    global count\n    count += 1\n"
            "    found = sum(xs)\n    xs.clear()\n    return found, count"
        },
    ),
    question(
        "name-with-an-underscore",
        "def _half(x):\n    return x / 2\n_LIMIT = 3",
        "assert _half(3) == 1.5 and _LIMIT == 3",
        "def _half(x):\n    return x // 2\n_LIMIT = 3",
    ),
    question(
        "given-instance",
        "account.deposit(50)",
        "assert account.balance == 150",
        "account.deposit(5)",
        before=ACCOUNT,
    ),
    question(
        "given-heap",
        "import heapq\nheapq.heappush(heap, 3)",
        "assert sorted(heap) == [3, 5, 7] and heap[0] == 3",
        "heap = [5, 7]",
        before="heap = [5, 7]",
    ),
    question(
        "given-rows",
        "for row in grid:\n    row[0] = 1",
        "assert grid == [[1, 0], [1, 0]]",
        "grid[0][0] = 1",
        before="grid = [[0, 0], [0, 0]]",
    ),
    question(
        "given-figure",
        "ax.set_xlabel('t')",
        "assert ax.get_xlabel() == 't'",
        "ax.set_ylabel('t')",
        before="""
            import matplotlib
            matplotlib.use('Agg')
            import matplotlib.pyplot as plt
            fig, ax = plt.subplots()
        """,
    ),
)
