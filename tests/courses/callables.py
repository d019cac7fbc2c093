"""Functions that functions return, generators, figures."""

from courses.question import question

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
)
