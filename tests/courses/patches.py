"""What tests replace, seed and capture."""

from courses.question import question

CASES = (
    question(
        "seed-given",
        "x = np.random.rand(3)",
        """
            np.random.seed(0)
            assert np.allclose(x, np.random.rand(3))
        """,
        "x = np.zeros(3)",
        before="""
            import numpy as np
            np.random.seed(0)
        """,
    ),
    question(
        "seed-given-cells",
        """
            def noisy(x):
                return x + np.random.randn(len(x))
        """,
        """
            np.random.seed(1)
            e = np.random.randn(3)
            np.random.seed(1)
            assert np.allclose(noisy(np.zeros(3)), e)
        """,
        """
            def noisy(x):
                return x
        """,
        before="""
            import numpy as np
            np.random.seed(0)
        """,
    ),
    question(
        "seed-carried",
        """
            def roll():
                return np.random.randint(10**9)
        """,
        """
            import random
            expected = np.random.RandomState(5).randint(10**9)
            assert roll() == expected
        """,
        """
            def roll():
                return -1
        """,
        before="""
            import numpy as np
            np.random.seed(5)
        """,
        inside="what a test binds or replaces is not felt in the student's process",
    ),
    question(
        "random-module",
        """
            import random
            def deal(n):
                return [random.randint(1, 6) for _ in range(n)]
        """,
        """
            import random
            random.seed(3)
            expected = [random.randint(1, 6) for _ in range(4)]
            random.seed(3)
            assert deal(4) == expected
        """,
        """
            def deal(n):
                return [0] * n
        """,
    ),
    question(
        "mock-input",
        """
            def ask():
                return int(input('n? ')) * 2
        """,
        """
            from unittest import mock
            with mock.patch('builtins.input', return_value='4'):
                assert ask() == 8
        """,
        """
            def ask():
                return 0
        """,
    ),
    question(
        "mock-input-sequence",
        """
            def ask_two():
                return input() + input()
        """,
        """
            from unittest.mock import patch
            with patch('builtins.input', side_effect=['a', 'b']) as m:
                assert ask_two() == 'ab'
                assert m.call_count == 2
        """,
        """
            def ask_two():
                return 'ab'
        """,
    ),
    question(
        "input-replaced",
        """
            def name():
                return input('Name: ').strip()
        """,
        """
            input = lambda prompt='': ' Ann '
            assert name() == 'Ann'
            del input
        """,
        """
            def name():
                return 'x'
        """,
    ),
    question(
        "builtins-input",
        """
            def name():
                return input('Name: ').strip()
        """,
        """
            import builtins
            old = builtins.input
            builtins.input = lambda prompt='': ' Ann '
            try:
                assert name() == 'Ann'
            finally:
                builtins.input = old
        """,
        """
            def name():
                return 'x'
        """,
    ),
    question(
        "stdin-replaced",
        """
            import sys
            def read():
                return sys.stdin.readline().strip()
        """,
        r"""
            import sys, io
            old = sys.stdin
            sys.stdin = io.StringIO('hello\n')
            try:
                assert read() == 'hello'
            finally:
                sys.stdin = old
        """,
        """
            def read():
                return ''
        """,
        inside="what a test binds or replaces is not felt in the student's process",
    ),
    question(
        "redirect-stdout",
        """
            def hello(n):
                print('Hello,', n)
        """,
        r"""
            import io, contextlib
            out = io.StringIO()
            with contextlib.redirect_stdout(out):
                hello('Ann')
            assert out.getvalue() == 'Hello, Ann\n'
        """,
        """
            def hello(n):
                return 'Hello, ' + n
        """,
    ),
    question(
        "sys-stdout",
        """
            def hello(n):
                print('Hello,', n)
        """,
        """
            import io, sys
            old, sys.stdout = sys.stdout, io.StringIO()
            try:
                hello('Bo')
                got = sys.stdout.getvalue()
            finally:
                sys.stdout = old
            assert got.strip() == 'Hello, Bo'
        """,
        """
            def hello(n):
                print(n)
        """,
    ),
    question(
        "capture-output",
        """
            def hello(n):
                print('Hello,', n)
        """,
        r"""
            from IPython.utils.capture import capture_output
            with capture_output() as c:
                hello('Cy')
            assert c.stdout == 'Hello, Cy\n'
        """,
        """
            def hello(n):
                print('Hi')
        """,
    ),
    question(
        "mock-print",
        """
            def shout(s):
                print(s.upper())
        """,
        """
            from unittest.mock import patch
            with patch('builtins.print') as p:
                shout('a')
            p.assert_called_once_with('A')
        """,
        """
            def shout(s):
                print(s)
        """,
    ),
    question(
        "mock-module",
        """
            import time
            def wait():
                time.sleep(100)
                return 'done'
        """,
        """
            from unittest.mock import patch
            with patch('time.sleep') as s:
                assert wait() == 'done'
            assert s.call_args[0][0] == 100
        """,
        """
            def wait():
                return 'done'
        """,
        inside="what a test binds or replaces is not felt in the student's process",
    ),
    question(
        "mock-main",
        """
            def fetch():
                return 1
            def report():
                return fetch() + 1
        """,
        """
            from unittest.mock import patch
            with patch('__main__.fetch', return_value=41):
                assert report() == 42
            assert report() == 2
        """,
        """
            def fetch():
                return 1
            def report():
                return 2
        """,
    ),
    question(
        "warns",
        """
            import warnings
            def old():
                warnings.warn('use new', DeprecationWarning)
                return 1
        """,
        """
            import warnings
            with warnings.catch_warnings(record=True) as w:
                warnings.simplefilter('always')
                assert old() == 1
            assert len(w) == 1 and issubclass(w[0].category, DeprecationWarning)
        """,
        """
            def old():
                return 1
        """,
        inside="what a test binds or replaces is not felt in the student's process",
    ),
)
