"""Whole assignments for beginners: containers, arrays, chance, sums of squares."""

from courses.question import assignment, part

CASES = (
    assignment(
        "containers",
        part(
            """
                def ends(items):
                    ### BEGIN SOLUTION
                    second, last = items[1], items[-1]
                    items.append(8)
                    return second, last, items
                    ### END SOLUTION
            """,
            "def ends(items):\n    return items[0], items[-1], items",
            """
                second, last, changed = ends(sample)
                assert second == 5
                assert last == 'c'
                assert changed == ['a', 5, 'c', 8]
            """,
            before="sample = ['a', 5, 'c']",
        ),
        part(
            """
                def squares(numbers):
                    ### BEGIN SOLUTION
                    return [n**2 for n in numbers]
                    ### END SOLUTION

                def even_squares(numbers):
                    ### BEGIN SOLUTION
                    return [n**2 for n in numbers if n % 2 == 0]
                    ### END SOLUTION
                squared, evens = squares(numbers), even_squares(numbers)
            """,
            "squared, evens = [0, 1, 2], (0, 4)",
            "assert squared == [0, 1, 4]\nassert evens == [0, 4]",
            before="numbers = list(range(3))",
        ),
        part(
            """
                def change(d):
                    ### BEGIN SOLUTION
                    a, b = 'cat' in d, d.pop('cat')
                    d['shark'] = 'wet'
                    return a, b, d
                    ### END SOLUTION
                a, b, d = change(d)
                print('a:', a, 'b:', b, 'd:', d)
            """,
            "a, b = 1, 'furry'",
            """
                assert a == True
                assert b == 'cute'
                assert d == {'dog': 'furry', 'shark': 'wet'}
            """,
            before="d = {'cat': 'cute', 'dog': 'furry'}",
        ),
        part(
            """
                letters = ['a', 'b', 'b', 'c', 'c', 'd', 'c']
                count = None
                ### BEGIN SOLUTION
                count = {}
                for x in letters:
                    count[x] = count.get(x, 0) + 1
                ### END SOLUTION
            """,
            "count = {'a': 1}",
            "assert count == {'a': 1, 'b': 2, 'c': 3, 'd': 1}",
        ),
        part(
            """
                class Car(object):
                    def __init__(self, color):
                        self.color = color
                    ### BEGIN SOLUTION
                    def repaint(self, color):
                        self.color = color
                    def get_color(self):
                        return self.color
                    ### END SOLUTION
            """,
            "class Car(object):\n    def __init__(self, color):\n        self.color = 'red'",
            "fast = Car('white')\nassert fast.get_color() == 'white'\nfast.repaint('blue')\n"
            "assert fast.get_color() == fast.color == 'blue'",
        ),
        part(
            """
                a = np.array([[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]])
                one = None
                two = None
                ### BEGIN SOLUTION
                one, two = a[:, 0], a[:, :1]
                ### END SOLUTION
            """,
            "one = two = np.array([1, 5, 9])",
            """
                assert one.shape == (3,)
                assert two.shape == (3, 1)
                assert (two == np.array([[1], [5], [9]])).all()
            """,
            before="import numpy as np",
        ),
        part(
            """
                x = np.array([2, 4, 7, 3, 5, 8, 4, 2, 4, 7])
                places = np.arange(x.shape[0])
                ### BEGIN SOLUTION
                found = places[x == 4]
                ### END SOLUTION
                print('found:\\n', found)
            """,
            "found = np.array([1, 6])",
            "assert len(found) == 3\nassert (found == np.array([1, 6, 8])).all()",
        ),
        part(
            """
                def rmse(y, guess):
                    ### BEGIN SOLUTION
                    return np.sqrt(np.mean((y - guess) ** 2))
                    ### END SOLUTION
            """,
            "def rmse(y, guess):\n    return np.mean((y - guess) ** 2)",
            """
                assert (
                    rmse(np.array([1, 2, 3, 4, 5, 6]), np.array([0.9, 1.8, 3.1, 4.2, 5.1, 5.8]))
                    == 0.158113883008419
                )
            """,
        ),
    ),
    assignment(
        "games-of-chance",
        part(
            """
                def by_changing(prize, pick):
                    ### BEGIN SOLUTION
                    return (prize != pick).mean()
                    ### END SOLUTION
            """,
            "def by_changing(prize, pick):\n    return (prize == pick).mean()",
            """
                assert np.isclose(by_changing(prize[:10], pick[:10]), 0.6)
                ### BEGIN HIDDEN TESTS
                assert np.isclose(by_changing(prize[10:], pick[10:]), 2 / 3, atol=1e-3)
                ### END HIDDEN TESTS
            """,
            before="""
                # Do not change any of these.
                import numpy as np
                np.random.seed(0)
                games = int(10e5)
                prize = np.random.randint(1, 4, games, dtype=np.uint8)
                pick = np.random.randint(1, 4, games, dtype=np.uint8)
                print(*prize[:10], '...')
            """,
        ),
        part(
            """
                ### BEGIN SOLUTION
                x = np.linalg.solve(np.array([[1.0, 2, 3], [2, 1, 2], [3, 2, 1]]), [14.0, 10, 10])
                ### END SOLUTION
                x
            """,
            "x = np.array([1.0, 2, 4])",
            """
                assert isinstance(x, np.ndarray) and x.shape == (3,)
                ### BEGIN HIDDEN TESTS
                assert np.isclose(x, np.array([1, 2, 3])).all()
                ### END HIDDEN TESTS
            """,
        ),
        part(
            """
                def halving(f, a, b, tol=1e-9):
                    ### BEGIN SOLUTION
                    if f(a) * f(b) > 0:
                        return []
                    if abs(b - a) <= tol:
                        return [a, b] if a <= b else [b, a]
                    c = (a + b) / 2
                    return halving(f, a, c, tol) or halving(f, c, b, tol)
                    ### END SOLUTION
            """,
            "def halving(f, a, b, tol=1e-9):\n    return []",
            """
                import numpy as np
                f = lambda x: x * (x - 1) * (x - 2)
                halving(f, 1.5, 0.5)
                assert np.isclose(halving(f, -0.5, 0.5), [-9.313225746154785e-10, 0.0]).all()
                assert np.isclose(halving(f, 1.5, 0.5, 1e-2), [1.0, 1.0078125]).all()
                assert len(halving(f, 1.5, 0.5)) == 2
                ### BEGIN HIDDEN TESTS
                f = lambda x: np.sin(x)
                assert np.isclose(halving(f, 3, 4, tol=1e-4), [3.14154053, 3.14160156]).all()
                ### END HIDDEN TESTS
            """,
        ),
    ),
    assignment(
        "sums-of-squares",
        part(
            """
                def squares(n):
                    ### BEGIN SOLUTION
                    if n < 1:
                        raise ValueError('n must be at least 1')
                    return [i ** 2 for i in range(1, n + 1)]
                    ### END SOLUTION
            """,
            "def squares(n):\n    return [i ** 2 for i in range(n)]",
            "assert squares(1) == [1]\nassert squares(4) == [1, 4, 9, 16]",
            """
                try:
                    squares(0)
                except ValueError:
                    pass
                else:
                    raise AssertionError('did not raise')
            """,
        ),
        part(
            """
                def sum_of_squares(n):
                    ### BEGIN SOLUTION
                    return sum(squares(n))
                    ### END SOLUTION
            """,
            "def sum_of_squares(n):\n    return n",
            "assert sum_of_squares(2) == 5\nassert sum_of_squares(11) == 506",
            """
                kept = squares
                del squares
                try:
                    sum_of_squares(1)
                except NameError:
                    pass
                else:
                    raise AssertionError('it does not use squares')
                finally:
                    squares = kept
            """,
        ),
        stock={"half": (0, 0, 0, 1)},
    ),
)
