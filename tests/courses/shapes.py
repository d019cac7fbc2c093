"""Test cells as public courses of many kinds write them: helpers, figures, databases, captures."""

from courses.question import question

CASES = (
    question(
        "query-in-a-string",
        """
            q1 = 'SELECT name FROM types WHERE slot = 2'
        """,
        """
            rows = cnx.execute(q1).fetchall()
            assert sorted(rows) == [('fire',), ('rock',)], 'Are these the right rows?'
        """,
        "q1 = 'SELECT name FROM types'",
        """
            import sqlite3
            cnx = sqlite3.connect(':memory:')
            cnx.execute('CREATE TABLE types (name TEXT, slot INT)')
            rows = [('fire', 2), ('ice', 1), ('rock', 2)]
            cnx.executemany('INSERT INTO types VALUES (?, ?)', rows)
        """,
    ),
    question(
        "helper-that-loads-answers",
        """
            ages = [a + 1 for a in range(3)]
        """,
        """
            ### BEGIN HIDDEN TESTS
            from helpers.checker import Checker
            checker = Checker()
            checker.run(ages, 'ages', 'Not the right ages')
            ### END HIDDEN TESTS
        """,
        "ages = [0, 1, 2]",
        files={
            "helpers/__init__.py": "",
            "helpers/ages.json": "[1, 2, 3]",
            "helpers/checker.py": "import json, os\nclass Checker:\n"
            "    def run(self, got, name, message):\n"
            "        path = os.path.join(os.path.dirname(__file__), name + '.json')\n"
            "        assert got == json.load(open(path)), message\n",
        },
    ),
    question(
        "unittest-runner",
        """
            def median(values):
                values = sorted(values)
                return values[len(values) // 2]
        """,
        """
            class TestMedian(unittest.TestCase):
                def test_odd(self):
                    self.assertEqual(median([3, 1, 2]), 2)
                def test_empty(self):
                    with self.assertRaises(IndexError):
                        median([])
            run_all(TestMedian)
        """,
        "def median(values):\n    return values[0]",
        """
            import io, unittest
            def run_all(kind):
                suite = unittest.defaultTestLoader.loadTestsFromTestCase(kind)
                result = unittest.TextTestRunner(stream=io.StringIO()).run(suite)
                assert result.wasSuccessful(), 'some tests failed'
        """,
    ),
    question(
        "comparison-after-hidden-asserts",
        """
            def savings(pmt, n, i):
                total = 0
                for _ in range(n):
                    total += total * i + pmt
                return round(total, 2)
        """,
        """
            ### BEGIN HIDDEN TESTS
            assert savings(100, 2, 0.1) >= 209
            assert savings(100, 2, 0.1) <= 211
            ### END HIDDEN TESTS
            savings(100, 1, 0.1) == 100
        """,
        "def savings(pmt, n, i):\n    return pmt",
    ),
    question(
        "test-derives-from-an-abstract-class",
        """
            from abc import ABC, abstractmethod
            class Dataset(ABC):
                @abstractmethod
                def __len__(self): ...
                @abstractmethod
                def __getitem__(self, k): ...
        """,
        """
            def test_unit_dataset():
                try:
                    Dataset()
                    assert False, 'abstract'
                except TypeError:
                    pass
                class Words(Dataset):
                    def __len__(self): return 2
                    def __getitem__(self, k): return f'word {k}'
                assert len(Words()) == 2 and Words()[1] == 'word 1'
            test_unit_dataset()
        """,
        "class Dataset:\n    pass",
        inside="a test's class derives from the student's",
    ),
    question(
        "operators-and-gradients",
        """
            import numpy as np
            class Tensor:
                def __init__(self, data, parents=()):
                    self.data, self.grad, self.parents = np.asarray(data, float), None, parents
                def __add__(self, other):
                    return Tensor(self.data + other.data, (self, other))
                def backward(self, grad=None):
                    self.grad = np.ones_like(self.data) if grad is None else grad
                    for parent in self.parents:
                        parent.backward(self.grad)
        """,
        """
            def test_unit_tensor():
                a, b = Tensor([1, 2]), Tensor([3, 4])
                c = a + b
                assert isinstance(c, Tensor) and np.array_equal(c.data, [4, 6])
                c.backward()
                assert np.allclose(a.grad, 1) and np.allclose(b.grad, 1), f'{a.grad}'
                print('passed')
            test_unit_tensor()
        """,
        "class Tensor:\n    def __init__(self, data):\n        self.data = data",
        "import numpy as np",
    ),
    question(
        "axes-of-the-last-figure",
        """
            import matplotlib.pyplot as plt
            plt.scatter([1, 2, 3], [1, 4, 9])
            plt.xlabel('x')
            axis = plt.gca()
        """,
        """
            assert axis.get_xlabel() == 'x'
            points = axis.collections[0].get_offsets()
            assert len(points) == 3
            assert list(points[:, 1]) == [1, 4, 9]
        """,
        "import matplotlib.pyplot as plt\nplt.plot([1, 2])\naxis = plt.gca()",
    ),
    question(
        "plot-function-patched",
        """
            import matplotlib.pyplot as plt
            def draw(x, y):
                plt.scatter(x, y, c='red')
        """,
        """
            from unittest.mock import patch
            with patch('matplotlib.pyplot.scatter') as scatter:
                draw([1, 2], [3, 4])
            args, kwargs = scatter.call_args
            assert args[0] == [1, 2] and kwargs['c'] == 'red'
        """,
        "def draw(x, y):\n    pass",
        inside="a module's function that is replaced is not felt",
    ),
    question(
        "capture-by-assignment",
        """
            def greet(names):
                for n in names:
                    print('Hello', n)
        """,
        r"""
            with capture_stdout() as data:
                greet(['Ada', 'Bo'])
            assert data.result.rstrip('\n').split('\n') == ['Hello Ada', 'Hello Bo']
        """,
        "def greet(names):\n    print('Hello')",
        """
            import contextlib, io, sys
            class Data: pass
            @contextlib.contextmanager
            def capture_stdout():
                old, capturer, data = sys.stdout, io.StringIO(), Data()
                try:
                    sys.stdout = capturer
                    yield data
                finally:
                    sys.stdout = old
                    data.result = capturer.getvalue()
        """,
    ),
    question(
        "checker-gets-the-globals",
        """
            def area(r):
                return 3 * r * r
        """,
        """
            from autograder_p1 import question1
            score = question1(globals())
            assert score == 1
        """,
        "def area(r):\n    return r",
        files={
            "autograder_p1.py": "def question1(names):\n    try:\n"
            "        return int(names['area'](2) == 12)\n"
            "    except Exception:\n        return 0\n"
        },
    ),
    question(
        "checker-reads-a-file-of-hers",
        """
            with open('my_username.txt', 'w') as f:
                f.write('ada')
        """,
        """
            from whoami import check_name
            check_name()
        """,
        "x = 1",
        files={
            "my_username.txt": "Delete this text",
            "whoami.py": "def check_name():\n    name = open('my_username.txt').read().strip()\n"
            "    assert not name.startswith('Delete'), 'Put your name there'\n",
        },
        inside="what is written on one side is not seen on the other",
    ),
    question(
        "calls-of-her-own-function-counted",
        """
            def fib(n):
                return n if n < 2 else fib(n - 1) + fib(n - 2)
        """,
        """
            from unittest.mock import patch
            real = fib
            with patch('__main__.fib', side_effect=real) as counted:
                assert real(5) == 5
            assert counted.call_count > 1, 'Is it recursive?'
        """,
        """
            def fib(n):
                a, b = 0, 1
                for _ in range(n):
                    a, b = b, a + b
                return a
        """,
        inside="her function is given back to her as one of the test's, round and round",
    ),
    question(
        "reload-and-magics-in-a-given-cell",
        """
            def half(x):
                return x / 2
        """,
        """
            t = %timeit -o -n1 -r1 half(4)
            assert t.best < 10
            assert half(4) == target
        """,
        "def half(x):\n    return x",
        """
            %load_ext autoreload
            %autoreload 2
            %matplotlib inline
            target = 2
        """,
        inside="a magic of the test's gives nothing where no shell is",
    ),
    question(
        "statistics-of-an-object",
        """
            import statistics
            class Benchmark:
                def __init__(self, name, values):
                    self.name, self.values = name, values
                    self.mean = statistics.mean(values)
                    self.std = statistics.stdev(values)
                def to_dict(self):
                    return {'name': self.name, 'mean': self.mean, 'count': len(self.values)}
                def __str__(self):
                    return f'{self.name}: {self.mean:.1f}'
        """,
        """
            import statistics
            result = Benchmark('speed', [1.0, 2.0, 3.0])
            assert result.mean == 2.0 and abs(result.std - statistics.stdev([1.0, 2.0, 3.0])) < 1e-9
            assert result.to_dict() == {'name': 'speed', 'mean': 2.0, 'count': 3}
            assert str(result) == 'speed: 2.0' and 'speed' in str(result)
        """,
        "class Benchmark:\n    def __init__(self, name, values):\n        self.mean = 2.0",
    ),
)
