"""Right answers that are made in another way than the instructor's; tests that lean on others."""

import textwrap

from courses.form import Case, solution, test
from courses.question import question

STOCK = {"right": 1, "untouched": 0, "wrong": 0}

CASES = (
    question(
        "method-for-a-closure",
        """
            def make_counter():
                n = 0
                def count():
                    nonlocal n
                    n += 1
                    return n
                return count
        """,
        """
            c1, c2 = make_counter(), make_counter()
            assert [c1(), c1(), c2(), c1()] == [1, 2, 1, 3]
        """,
        """
            def make_counter():
                return lambda: 1
        """,
        stock=STOCK | {"other": 1},
        answers={
            "other": textwrap.dedent("""\
            import itertools
            def make_counter():
                return itertools.count(1).__next__
            """)
        },
    ),
    question(
        "iterator-for-a-generator",
        """
            def naturals():
                n = 0
                while True:
                    yield n
                    n += 1
        """,
        """
            from itertools import islice
            assert list(islice(naturals(), 3)) == [0, 1, 2]
        """,
        """
            def naturals():
                return iter([1, 2, 3])
        """,
        stock=STOCK | {"other": 1},
        answers={
            "other": textwrap.dedent("""\
            class naturals:
                def __init__(self):
                    self.n = -1
                def __iter__(self):
                    return self
                def __next__(self):
                    self.n += 1
                    return self.n
            """)
        },
    ),
    question(
        "decorator-of-a-library",
        """
            def memoize(f):
                cache = {}
                def g(x):
                    if x not in cache:
                        cache[x] = f(x)
                    return cache[x]
                return g
        """,
        """
            seen = []
            @memoize
            def slow(x):
                seen.append(x)
                return x * x
            assert slow(3) == 9 and slow(3) == 9 and slow(4) == 16
            assert seen == [3, 4]
        """,
        """
            def memoize(f):
                return f
        """,
        stock=STOCK | {"other": 1},
        answers={
            "other": textwrap.dedent("""\
            import functools
            memoize = functools.lru_cache(maxsize=None)
            """)
        },
    ),
    question(
        "doctest-of-an-error",
        """
            def mean(xs):
                '''
                >>> mean([1, 2, 3])
                2.0
                >>> mean([])
                Traceback (most recent call last):
                ...
                ValueError: empty
                '''
                if not xs:
                    raise ValueError('empty')
                return sum(xs) / len(xs)
        """,
        """
            import doctest
            runner = doctest.DocTestRunner(verbose=False)
            for each in doctest.DocTestFinder().find(mean, 'mean', globs={'mean': mean}):
                runner.run(each)
            assert runner.tries == 2 and runner.failures == 0
        """,
        """
            def mean(xs):
                '''
                >>> mean([1, 2, 3])
                2.0
                '''
                return sum(xs) // len(xs)
        """,
    ),
    question(
        "doctest-of-all",
        """
            def double(x):
                '''
                >>> double(2)
                4
                '''
                return 2 * x
        """,
        """
            import doctest
            failed, tried = doctest.testmod()
            assert tried == 1 and failed == 0
        """,
        """
            def double(x):
                '''
                >>> double(2)
                4
                '''
                return x
        """,
        inside="doctest looks for functions among the names of the student's process",
    ),
    Case(
        "module-imported-by-an-earlier-test",
        (
            solution(
                """
                    import datetime as dt
                    def after(day, n):
                        return day + dt.timedelta(days=n)
                """
            ),
            test(
                """
                    import datetime as dt
                    assert after(dt.date(2024, 2, 28), 1) == dt.date(2024, 2, 29)
                """
            ),
            test("assert after(dt.date(2024, 1, 1), -1) == dt.date(2023, 12, 31)"),
        ),
        {"right": (1, 1), "untouched": (0, 0), "other": (1, 1), "wrong": (0, 0)},
        {
            "other": "from datetime import timedelta\n"
            "def after(day, n):\n    return day + timedelta(n)",
            "wrong": "def after(day, n):\n    return day",
        },
    ),
    Case(
        "module-imported-by-a-test-inside",
        (
            solution(
                """
                    import os
                    def home():
                        return os.environ.get('MY_HOME', 'nowhere')
                """
            ),
            test(
                """
                    from unittest import mock
                    with mock.patch.dict('os.environ', {'MY_HOME': '/x'}):
                        import contextlib
                        assert home() == '/x'
                """
            ),
            test(
                """
                    with contextlib.suppress(ValueError):
                        assert home() == 'nowhere'
                """
            ),
        ),
        {"right": (1, 1), "untouched": (0, 0), "wrong": (0, 1)},
        {"wrong": "def home():\n    return 'nowhere'"},
        inside="what a test binds or replaces is not felt in the student's process",
    ),
)
