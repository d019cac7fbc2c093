"""Names that tests bind, and the student's exceptions."""

from courses.question import question

CASES = (
    question(
        "test-binds-global",
        """
            def scaled(x):
                return rate * x
        """,
        """
            rate = 10
            assert scaled(2) == 20
            rate = 3
            assert scaled(2) == 6
        """,
        """
            def scaled(x):
                return 2 * x
        """,
        before="rate = 2",
    ),
    question(
        "test-replaces-function",
        """
            def helper(x):
                return x + 1
            def f(x):
                return helper(x) * 2
        """,
        """
            def helper(x):
                return 100
            assert f(1) == 200
        """,
        """
            def helper(x):
                return x + 1
            def f(x):
                return (x + 1) * 2
        """,
    ),
    question(
        "test-deletes",
        """
            def solve(n):
                return sum(range(n))
        """,
        """
            _s = sum
            del_me = 1
            def sum(*a):
                raise AssertionError('sum is forbidden')
            try:
                solve(3)
                used = False
            except AssertionError:
                used = True
            assert used
            del sum
            assert solve(3) == 3
        """,
        """
            def solve(n):
                t = 0
                for i in range(n):
                    t += i
                return t
        """,
    ),
    question(
        "test-deletes-global",
        """
            cache = {}
            def known():
                return 'cache' in globals()
        """,
        """
            assert known()
            del cache
            assert not known()
        """,
        """
            def known():
                return False
        """,
        inside="what a test binds or replaces is not felt in the student's process",
    ),
    question(
        "given-changed",
        """
            squares.append(4)
            table['b'] = 2
        """,
        """
            assert squares == [1, 4]
            assert table == {'a': 1, 'b': 2}
        """,
        "squares.append(5)",
        before="""
            squares = [1]
            table = {'a': 1}
        """,
    ),
    question(
        "given-array-changed",
        "a[0] = 9",
        "assert a.tolist() == [9, 0, 0]",
        """
            b = a.copy()
            b[0] = 9
        """,
        before="""
            import numpy as np
            a = np.zeros(3)
        """,
    ),
    question(
        "user-ns",
        "answer = 42",
        """
            assert get_ipython().user_ns['answer'] == 42
            assert 'answer' in get_ipython().user_ns
        """,
        "answer = 41",
    ),
    question(
        "globals",
        """
            answer = 42
            def f():
                return 1
        """,
        """
            assert 'answer' in globals()
            assert globals()['answer'] == 42
            assert globals().get('nothing') is None
            assert callable(globals()['f'])
        """,
        "answer = 41",
    ),
    question(
        "eval-name",
        """
            a1 = 2
            a2 = 4
        """,
        """
            for i in (1, 2):
                assert eval(f'a{i}') == 2 * i
            assert 'a1' in dir() and 'a2' in locals()
        """,
        """
            a1 = 2
            a2 = 5
        """,
    ),
    question(
        "missing-name",
        "extra = 1",
        """
            try:
                extra
            except NameError:
                raise AssertionError('define extra')
            assert extra == 1
        """,
        "other = 1",
    ),
    question(
        "json-error",
        """
            import json
            def load(s):
                return json.loads(s)
        """,
        """
            import json
            assert load('[1]') == [1]
            try:
                load('{')
                assert False, 'no error'
            except json.JSONDecodeError as e:
                assert e.pos == 1
        """,
        """
            def load(s):
                return [1]
        """,
    ),
    question(
        "own-exception",
        """
            class TooBig(Exception):
                pass
            def check_size(n):
                if n > 3:
                    raise TooBig(f'{n} is too big')
                return n
        """,
        """
            try:
                check_size(5)
                assert False, 'no error'
            except TooBig as e:
                assert str(e) == '5 is too big'
            assert check_size(2) == 2
            assert issubclass(TooBig, Exception)
        """,
        """
            class TooBig(Exception):
                pass
            def check_size(n):
                if n > 3:
                    raise ValueError(n)
                return n
        """,
    ),
    question(
        "own-exception-subclass",
        """
            class NegativeError(ValueError):
                def __init__(self, n):
                    super().__init__(f'negative: {n}')
                    self.n = n
            def root(x):
                if x < 0:
                    raise NegativeError(x)
                return x ** 0.5
        """,
        """
            try:
                root(-4)
                assert False
            except ValueError as e:
                assert e.n == -4 and isinstance(e, NegativeError)
        """,
        """
            class NegativeError(Exception):
                pass
            def root(x):
                if x < 0:
                    raise NegativeError(x)
        """,
    ),
    question(
        "given-exception",
        """
            def withdraw(b, x):
                if x > b:
                    raise Overdrawn(x - b)
                return b - x
        """,
        """
            try:
                withdraw(1, 3)
                raise AssertionError('no Overdrawn')
            except Overdrawn as e:
                assert e.args[0] == 2
        """,
        """
            def withdraw(b, x):
                return b - x
        """,
        before="""
            class Overdrawn(Exception):
                pass
        """,
    ),
    question(
        "linalg-error",
        """
            import numpy as np
            def inv(a):
                return np.linalg.inv(a)
        """,
        """
            import numpy as np
            try:
                inv(np.zeros((2, 2)))
                assert False
            except np.linalg.LinAlgError:
                pass
        """,
        """
            def inv(a):
                return a
        """,
    ),
    question(
        "assert-raises",
        """
            def div(a, b):
                if b == 0:
                    raise ZeroDivisionError('b')
                return a / b
        """,
        """
            import unittest
            tc = unittest.TestCase()
            with tc.assertRaises(ZeroDivisionError):
                div(1, 0)
            tc.assertEqual(div(4, 2), 2)
            tc.assertAlmostEqual(div(1, 3), 0.3333333333333)
        """,
        """
            def div(a, b):
                return 0
        """,
    ),
    question(
        "unittest-class",
        """
            def add(a, b):
                return a + b
        """,
        """
            import unittest
            class T(unittest.TestCase):
                def test_add(self):
                    self.assertEqual(add(1, 2), 3)
            r = unittest.main(argv=[''], exit=False).result
            assert r.wasSuccessful()
        """,
        """
            def add(a, b):
                return a - b
        """,
    ),
    question(
        "await",
        """
            import asyncio
            async def fetch(n):
                await asyncio.sleep(0)
                return n * 2
        """,
        "assert await fetch(2) == 4",
        """
            async def fetch(n):
                return n
        """,
    ),
    question(
        "asyncio-coroutine",
        """
            async def one():
                return 1
        """,
        """
            import inspect
            assert inspect.iscoroutinefunction(one)
            assert await one() == 1
        """,
        """
            def one():
                return 1
        """,
        inside="what a test binds or replaces is not felt in the student's process",
    ),
    question(
        "last-value",
        """
            def parts():
                return 1
        """,
        """
            total = 0
            if parts() == 1:
                total += 1
            total
        """,
        """
            def parts():
                return 2
        """,
    ),
    question(
        "time-limit",
        """
            def quick(n):
                return n * (n - 1) // 2
        """,
        """
            import time
            t = time.perf_counter()
            assert quick(10) == 45
            assert time.perf_counter() - t < 5
        """,
        """
            def quick(n):
                return 0
        """,
    ),
)
