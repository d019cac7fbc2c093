"""Functions that functions return, generators, figures."""

from courses.form import Case, Differs, solution, test
from courses.question import STOCK, question

CASES = (
    question(
        "closure",
        """
            def adder(n):
                def add(x):
                    return x + n
                return add
        """,
        """
            add = adder(3)
            assert add(4) == 7
            assert callable(add)
            assert adder(1)(adder(2)(0)) == 3
        """,
        """
            def adder(n):
                return n
        """,
    ),
    question(
        "counter-closure",
        """
            def counter():
                n = 0
                def step():
                    nonlocal n
                    n += 1
                    return n
                return step
        """,
        """
            c = counter()
            assert [c(), c(), c()] == [1, 2, 3]
            d = counter()
            assert d() == 1
        """,
        """
            def counter():
                return lambda: 1
        """,
    ),
    question(
        "compose",
        """
            def compose(f, g):
                return lambda x: f(g(x))
        """,
        """
            h = compose(lambda x: x + 1, lambda x: x * 2)
            assert h(5) == 11
            assert compose(str, abs)(-3) == '3'
        """,
        """
            def compose(f, g):
                return lambda x: g(f(x))
        """,
    ),
    question(
        "callback",
        """
            def apply(f, a):
                return [f(x) for x in a]
        """,
        """
            assert apply(lambda x: x ** 2, [1, 2, 3]) == [1, 4, 9]
            seen = []
            apply(seen.append, [1, 2])
            assert seen == [1, 2]
        """,
        """
            def apply(f, a):
                return a
        """,
    ),
    question(
        "callback-numeric",
        """
            def derivative(f, x, h=1e-6):
                return (f(x + h) - f(x - h)) / (2 * h)
        """,
        """
            import math
            assert abs(derivative(math.sin, 0.0) - 1) < 1e-6
            assert abs(derivative(lambda x: x ** 3, 2.0) - 12) < 1e-4
        """,
        """
            def derivative(f, x, h=1e-6):
                return f(x)
        """,
    ),
    question(
        "decorator",
        """
            import functools
            def twice(f):
                @functools.wraps(f)
                def g(*a, **k):
                    return 2 * f(*a, **k)
                return g
        """,
        """
            @twice
            def add(a, b=1):
                return a + b
            assert add(1) == 4
            assert add(1, b=3) == 8
            assert add.__name__ == 'add'
        """,
        """
            def twice(f):
                return f
        """,
    ),
    question(
        "decorator-counts",
        """
            def count_calls(f):
                def g(*a):
                    g.calls += 1
                    return f(*a)
                g.calls = 0
                return g
        """,
        """
            @count_calls
            def one():
                return 1
            one()
            one()
            assert one.calls == 2
        """,
        """
            def count_calls(f):
                f.calls = 0
                return f
        """,
    ),
    question(
        "axes-returned",
        """
            import matplotlib.pyplot as plt
            def plot(x, y):
                fig, ax = plt.subplots()
                ax.plot(x, y)
                ax.set_title('Growth')
                ax.set_xlabel('t')
                return ax
        """,
        """
            import numpy as np
            ax = plot([0, 1, 2], [1, 2, 4])
            assert ax.get_title() == 'Growth'
            assert ax.get_xlabel() == 't'
            assert len(ax.lines) == 1
            assert np.allclose(ax.lines[0].get_ydata(), [1, 2, 4])
        """,
        """
            import matplotlib.pyplot as plt
            def plot(x, y):
                fig, ax = plt.subplots()
                ax.plot(x, y)
                return ax
        """,
    ),
    question(
        "axes-gca",
        """
            plt.figure()
            plt.plot([1, 2, 3])
            plt.ylabel('size')
            fig = plt.gcf()
            ax = plt.gca()
        """,
        """
            assert ax.get_ylabel() == 'size'
            assert len(fig.axes) == 1
            assert fig.axes[0].get_lines()[0].get_xdata().tolist() == [0, 1, 2]
        """,
        """
            fig = plt.figure()
            ax = plt.gca()
        """,
        before="import matplotlib.pyplot as plt",
    ),
    question(
        "generator-send",
        """
            def avg():
                total = n = 0
                out = None
                while True:
                    x = yield out
                    total += x
                    n += 1
                    out = total / n
        """,
        """
            g = avg()
            next(g)
            assert g.send(10) == 10
            assert g.send(20) == 15
            g.close()
        """,
        """
            def avg():
                while True:
                    yield 0
        """,
    ),
    question(
        "signature",
        '''
            def area(width, height=2):
                """Area of a rectangle."""
                return width * height
        ''',
        """
            import inspect
            assert list(inspect.signature(area).parameters) == ['width', 'height']
            assert inspect.signature(area).parameters['height'].default == 2
            assert area.__name__ == 'area'
            assert 'rectangle' in area.__doc__
            assert callable(area)
        """,
        """
            def area(w):
                return w * 2
        """,
    ),
    question(
        "getsource",
        """
            def total(a):
                s = 0
                for x in a:
                    s += x
                return s
        """,
        """
            import inspect
            assert total([1, 2]) == 3
            assert 'sum(' not in inspect.getsource(total)
            assert 'for' in inspect.getsource(total)
        """,
        """
            def total(a):
                return sum(a)
        """,
    ),
    question(
        "annotations",
        """
            def f(a: int, b: str = 'x') -> float:
                return 1.0
        """,
        """
            assert f.__annotations__ == {'a': int, 'b': str, 'return': float}
            assert f.__defaults__ == ('x',)
        """,
        """
            def f(a, b='x'):
                return 1.0
        """,
    ),
    question(
        "cached",
        """
            import functools
            @functools.lru_cache
            def fib(n):
                return n if n < 2 else fib(n - 1) + fib(n - 2)
        """,
        """
            assert fib(30) == 832040
            assert fib.cache_info().hits > 0
        """,
        """
            def fib(n):
                return n if n < 2 else fib(n - 1) + fib(n - 2)
        """,
    ),
    question(
        "axes-of-a-library",
        """
            def draw():
                return plt.subplots()[1]
        """,
        """
            import matplotlib as mpl
            ax = draw()
            assert isinstance(ax, mpl.axes.Axes), 'return the axes'
            assert not isinstance(ax, mpl.figure.Figure)
        """,
        """
            def draw():
                return plt.subplots()[0]
        """,
        before="import matplotlib.pyplot as plt",
    ),
    Case(
        "other-things-that-are-called",
        (
            solution("def adder(n):\n    return lambda x: x + n", "answer"),
            test(
                "add = adder(3)\nassert callable(add)\nassert add(4) == 7\n"
                "assert [f(1) for f in map(adder, range(3))] == [1, 2, 3]",
                grade_id="check",
            ),
        ),
        STOCK | dict.fromkeys(("partial", "bound", "cached", "instance", "ufunc"), 1) | {"liar": 1},
        {
            "wrong": "def adder(n):\n    return abs",
            "partial": "import functools, operator\n"
            "adder = lambda n: functools.partial(operator.add, n)",
            "bound": "def adder(n):\n    return n.__add__",
            "cached": "import functools\n"
            "def adder(n):\n    return functools.cache(lambda x: x + n)",
            "instance": "class adder:\n    def __init__(self, n):\n        self.n = n\n"
            "    def __call__(self, x):\n        return self.n + x",
            "ufunc": "import numpy as np\nadder = lambda n: np.vectorize(lambda x: x + n)",
            "liar": "class Yes:\n    def __init__(self, n): pass\n"
            "    def __call__(self, *args): return self\n    def __eq__(self, other): return True\n"
            "adder = Yes",
        },
        ours={"liar": Differs(0, "which cannot be graded|does not hold|not met")},
    ),
    Case(
        "other-things-that-are-run-through",
        (
            solution(
                "def evens():\n    n = 0\n    while True:\n        yield n\n        n += 2",
                "answer",
            ),
            test(
                "from itertools import islice\nassert list(islice(evens(), 4)) == [0, 2, 4, 6]\n"
                "first = iter(evens())\nassert next(first) == 0",
                grade_id="check",
            ),
        ),
        STOCK | dict.fromkeys(("library", "instance"), 1) | {"nothing": 0},
        {
            "wrong": "def evens():\n    return range(4)",
            "library": "import itertools\ndef evens():\n    return itertools.count(0, 2)",
            "instance": "class evens:\n    n = -2\n    def __iter__(self):\n        return self\n"
            "    def __next__(self):\n        self.n += 2\n        return self.n",
            "nothing": "class evens:\n    def __iter__(self):\n        return self\n"
            "    def __next__(self):\n        raise StopIteration",
        },
    ),
    question(
        "the-tests-own-function-comes-back",
        """
            known = {}
            def register(f):
                known[f.__name__] = f
                return f
        """,
        """
            @register
            def hello():
                return 'hi'
            assert hello() == 'hi'
            class Own:
                pass
            assert register(Own) is Own
        """,
        """
            def register(f):
                return None
        """,
    ),
)
