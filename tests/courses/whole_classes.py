"""Whole assignments on functions and classes, as first courses in engineering have them."""

from courses.question import assignment, part

CASES = (
    assignment(
        "roots-and-loops",
        part(
            """
                a, b = 0.0, 2.0
                for n in range(20):
                    mid = (a + b) / 2
                    f0 = a**5 / 10 + a**3 - 10 * a**2 + 4 * a + 7
                    f = mid**5 / 10 + mid**3 - 10 * mid**2 + 4 * mid + 7
                    ### BEGIN SOLUTION
                    if f0 * f < 0:
                        b = mid
                    else:
                        a = mid
                    ### END SOLUTION
                    print(n, mid, f)
            """,
            "mid = 1.0\nf = 0.0",
            """
                import math
                assert math.isclose(mid, 1.1568355560302734)
                assert abs(f) < 1e-5
            """,
        ),
        part(
            """
                def is_even(x):
                    ### BEGIN SOLUTION
                    return x % 2 == 0
                    ### END SOLUTION
            """,
            "def is_even(x):\n    return x >= 0",
            "assert is_even(0) == True\nassert is_even(-5) == False\nassert is_even(-8) == True",
        ),
        part(
            """
                ### BEGIN SOLUTION
                def magnitude(x, y, z=0):
                    return math.sqrt(x**2 + y**2 + z**2)
                ### END SOLUTION
            """,
            "def magnitude(x, y):\n    return (x + y) / 1.4",
            """
                assert math.isclose(magnitude(3, 4), 5.0)
                assert math.isclose(magnitude(4, 0.0, 3.0), 5.0)
            """,
            before="import math",
        ),
        part(
            """
                ### BEGIN SOLUTION
                def factorial(n):
                    return n * factorial(n - 1) if n > 1 else 1
                ### END SOLUTION
                print("Factorial of 5:", factorial(5))
            """,
            "def factorial(n):\n    return float(math.factorial(n))",
            "assert factorial(0) == 1\nimport math\nassert factorial(32) == math.factorial(32)",
        ),
        part(
            """
                def root(f, x0, x1, tol, most):
                    ### BEGIN SOLUTION
                    for n in range(1, most + 1):
                        mid = (x0 + x1) / 2
                        if abs(f(mid)) < tol:
                            return mid, f(mid), n
                        if f(x0) * f(mid) < 0:
                            x1 = mid
                        else:
                            x0 = mid
                    raise ValueError('too many steps')
                    ### END SOLUTION
            """,
            "def root(f, x0, x1, tol, most):\n    return x0, f(x0), 1",
            """
                x, f, steps = root(my_f, x0=0, x1=2, tol=1.0e-6, most=1000)
                assert math.isclose(x, 1.1568354368209839)
            """,
            """
                import pytest
                with pytest.raises(ValueError):
                    root(my_f, x0=0, x1=2, tol=1.0e-6, most=2)
            """,
            "with pytest.raises(ValueError):\n    root(my_f, 0, 2, tol=1e-6, most=1)",
            before="""
                def my_f(x):
                    return x**5 / 10 + x**3 - 10 * x**2 + 4 * x + 7
            """,
        ),
        part(
            """
                import random

                def roll(n):
                    ### BEGIN SOLUTION
                    return random.randint(1, n)
                    ### END SOLUTION
            """,
            "def roll(n):\n    return n + 1",
            """
                for n in range(1, 20):
                    for j in range(20):
                        value = roll(n)
                        assert value >= 1 and value <= n
            """,
        ),
        part(
            """
                def extremes(x):
                    ### BEGIN SOLUTION
                    return min(x), max(x)
                    ### END SOLUTION

                def extremes_by_numpy(x):
                    ### BEGIN SOLUTION
                    return np.min(x), np.max(x)
                    ### END SOLUTION
                print(extremes_by_numpy(x))
            """,
            "def extremes(x):\n    return min(x)\ndef extremes_by_numpy(x):\n    return 0, 1",
            "assert extremes(x) == extremes_by_numpy(x)",
            before="import numpy as np\nx = np.random.rand(1000)",
        ),
        stock={"half": (0, 1, 0, 1, 0, 0, 0, 1, 0)},
    ),
    assignment(
        "objects",
        part(
            """
                class Vector:
                    def __init__(self, x):
                        self.x = x
                    ### BEGIN SOLUTION
                    def size(self):
                        return len(self.x)
                    def __getitem__(self, i):
                        return self.x[i]
                    def norm(self):
                        return sum(v**2 for v in self.x) ** 0.5
                    def dot(self, other):
                        return sum(a * b for a, b in zip(self.x, other.x))
                    def scale(self, k):
                        self.x = [k * v for v in self.x]
                    ### END SOLUTION
            """,
            "class Vector:\n    def __init__(self, x):\n        self.x = x\n"
            "    def size(self):\n        return 3",
            """
                import math
                u = Vector([1, 1, 2])
                v = Vector([2, 1, 1])
                assert u.size() == 3
                assert math.isclose(u.norm(), 2.449489742783178)
                assert math.isclose(u.dot(v), 5.0)
                u.scale(2.0)
                assert math.isclose(u.norm(), 2 * 2.449489742783178)
                assert u[2] == 4.0
            """,
        ),
        part(
            """
                import datetime
                class Student:
                    def __init__(self, surname, forename, born, part, house, mark=None):
                        self.surname, self.forename = surname, forename
                        self.born, self.part, self.house, self.mark = born, part, house, mark
                    ### BEGIN SOLUTION
                    def age(self):
                        return datetime.date.today().year - self.born
                    def __lt__(self, other):
                        return (self.surname, self.forename) < (other.surname, other.forename)
                    def __str__(self):
                        return f'{self.surname}, {self.forename}: {self.house}'
                    ### END SOLUTION
            """,
            "class Student:\n    def __init__(self, *a):\n        self.surname = a[0]",
            """
                s0 = Student('Bloggs', 'Andrea', 2002, 'I', 'Oak', 'a1')
                s1 = Student('Reali', 'John', 2001, 'II', 'Elm')
                s2 = Student('Bacon', 'Jo', 2001, 'I', 'Ash')
                s3 = Student('Bacon', 'Alex', 2002, 'I', 'Yew')
                assert s0 < s1
                assert s0 > s2
                assert s3 < s2
                assert s0.age() == datetime.date.today().year - 2002
                assert str(s1) == 'Reali, John: Elm'
                s = [s0, s1, s2, s3]
                s.sort()
                for a, b in zip(s, s[1:]):
                    assert a.surname <= b.surname
                    if a.surname == b.surname:
                        assert a.forename <= b.forename
            """,
            before="import datetime",
        ),
        part(
            """
                class Interpolator:
                    def __init__(self, xk, yk):
                        self.xk = np.asarray(xk, dtype=float)
                        self.yk = np.asarray(yk, dtype=float)
                    def __call__(self, x):
                        ### BEGIN SOLUTION
                        total = 0.0
                        for k in range(len(self.xk)):
                            others = np.delete(self.xk, k)
                            total += self.yk[k] * np.prod((x - others) / (self.xk[k] - others))
                        return total
                        ### END SOLUTION
            """,
            "class Interpolator:\n    def __init__(self, xk, yk):\n        pass\n"
            "    def __call__(self, x):\n        return 0.5",
            """
                def bell(x, a=25):
                    return 1.0 / (1.0 + a * x**2)
                xx = np.linspace(-2, 2, 21)
                yy = bell(xx)
                lagr = Interpolator(xx, yy)
                from numpy.testing import assert_allclose
                assert_allclose(yy, [lagr(v) for v in xx], atol=1e-12)
            """,
            before="import numpy as np",
        ),
        part(
            """
                class Particle:
                    def __init__(self, mass, charge, position, velocity):
                        ### BEGIN SOLUTION
                        self.mass, self.charge = mass, charge
                        self.position, self.velocity = position, velocity
                        self.path = [position]
                        ### END SOLUTION
                    def step(self, field, dt):
                        ### BEGIN SOLUTION
                        force = self.charge * field(self.position)
                        self.velocity = self.velocity + force / self.mass * dt
                        self.position = self.position + self.velocity * dt
                        self.path.append(self.position)
                        ### END SOLUTION
            """,
            "class Particle:\n    def __init__(self, *a):\n        self.path = [a[2]]\n"
            "    def step(self, field, dt):\n        self.path.append(self.path[-1])",
            """
                p = Particle(1, 1, np.zeros(3), np.array([0.0, 1.0, 0.0]))
                for _ in range(10):
                    p.step(uniform, 0.1)
                assert len(p.path) == 11
                assert np.allclose(p.position, [0.55, 1.0, 0.0])
                assert (p.velocity == p.velocity).all() and p.mass == 1
            """,
            before="def uniform(position):\n    return np.array([1.0, 0.0, 0.0])",
        ),
        part(
            """
                ### BEGIN SOLUTION
                def turned(v):
                    return Vector(v.x[::-1])
                ### END SOLUTION
            """,
            "def turned(v):\n    return v",
            """
                w = turned(Vector([1, 2, 3]))
                assert isinstance(w, Vector)
                assert w.x == [3, 2, 1]
                assert w.x[0] - w.x[-1] == 2
            """,
        ),
        stock={"half": (0, 1, 0, 1, 0)},
    ),
)
