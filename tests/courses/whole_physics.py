"""Whole assignments in physics, differential equations and control."""

from courses.question import assignment, part

CASES = (
    assignment(
        "fields-of-charges",
        part(
            "r = np.arange(-1, 1, 0.005)\nr_lin = np.linspace(-1, 1, 401)",
            "r = np.arange(-1, 1, 0.05)\nr_lin = np.linspace(-1, 1, 400)",
            """
                assert((r == np.arange(-1, 1, 0.005)).all())
                assert((r_lin == np.linspace(-1, 1, 401)).all())
            """,
            before="import numpy as np\nfrom matplotlib import pyplot as plt",
        ),
        part(
            "epsilon_0 = 8.85e-12\nk = 1 / (4 * np.pi * epsilon_0)",
            "epsilon_0 = 8.85e-12\nk = 1 / 4 * np.pi * epsilon_0",
            "assert(epsilon_0 == 8.85e-12)\nassert(k == 1 / (4 * np.pi * epsilon_0))",
        ),
        part(
            """
                def strength(r, q):
                    ### BEGIN SOLUTION
                    return k * q / r**2
                    ### END SOLUTION
            """,
            "def strength(r, q):\n    return k / r",
            "assert(strength(1, 1) == k)\nassert strength(2, 1) == k / 4",
        ),
        part(
            """
                points = np.linspace(-1, 1, n)
                xs, ys, zs = np.meshgrid(points, points, points, indexing='ij')
            """,
            "points = np.linspace(-1, 1, n)\nxs, ys, zs = np.meshgrid(points, points, points)",
            """
                assert((points == np.linspace(-1, 1, n)).all())
                xt, yt, zt = np.meshgrid(points, points, points, indexing='ij')
                assert((xt == xs).all())
                assert((yt == ys).all())
                assert((zt == zs).all())
            """,
            before="n = 6",
        ),
        part(
            """
                fields = []
                for x, y, z in zip(np.ravel(xs), np.ravel(ys), np.ravel(zs)):
                    position = np.array([x, y, z])
                    fields.append(position / np.linalg.norm(position)**3)
                ### BEGIN SOLUTION
                vectors = np.array(fields)
                ### END SOLUTION
                print(vectors.shape)
            """,
            "fields = [np.zeros(3)]\nvectors = np.ones((2, 3))",
            """
                assert(vectors[0][0] == fields[0][0])
                assert((vectors == np.array(fields)).all())
            """,
        ),
        part(
            "sizes = np.linalg.norm(vectors, axis=1)",
            "size = 1",
            """
                try:
                    sizes
                except NameError:
                    raise AssertionError("sizes is not there yet")
            """,
        ),
        part(
            """
                def of_two(first, second, place, q1=-1, q2=1):
                    ### BEGIN SOLUTION
                    a, b = place - first, place - second
                    return k * (q1 * a / np.linalg.norm(a)**3 + q2 * b / np.linalg.norm(b)**3)
                    ### END SOLUTION
            """,
            "def of_two(first, second, place, q1=-1, q2=1):\n    return 0 * place",
            """
                from math import isclose
                first, second = np.array([0, 0, 0.5]), np.array([0, 0, -0.5])
                test_field = of_two(first, second, np.array([0, 0, 10]))
                assert(isclose(test_field[2], -18073865.75603393, rel_tol=1e-9))
                ### BEGIN HIDDEN TESTS
                # it is made of the given strength
                assert of_two(first, second, np.array([0, 0, 10]), 1, 1)[2] > 0
                ### END HIDDEN TESTS
            """,
        ),
    ),
    assignment(
        "particles-and-equations",
        part(
            """
                def force(field, q=1):
                    ### BEGIN SOLUTION
                    return q * field
                    ### END SOLUTION

                def turning(v, field, q=1):
                    ### BEGIN SOLUTION
                    return q * np.cross(v, field)
                    ### END SOLUTION
            """,
            "def force(field, q=1):\n    return field + q\n"
            "def turning(v, field, q=1):\n    return v",
            """
                assert((force(np.array([1, 0, 0])) == np.array([1, 0, 0])).all())
                assert((turning(np.array([1, 0, 0]), np.array([0, 1, 0]))
                        == np.array([0, 0, 1])).all())
            """,
            before="import numpy as np",
        ),
        part(
            """
                def acceleration(e, b, v, q=1, m=1):
                    ### BEGIN SOLUTION
                    return (force(e, q) + turning(v, b, q)) / m
                    ### END SOLUTION
            """,
            "def acceleration(e, b, v, q=1, m=1):\n    return q * (e + np.cross(v, b)) * m",
            """
                x = np.array([1, 0, 0])
                assert((acceleration(x, x, x, 1, 1) == x).all())
                ### BEGIN HIDDEN TESTS
                kept = force
                del force
                try:
                    acceleration(x, x, x)
                except NameError:
                    pass
                else:
                    raise AssertionError('it does not use force')
                finally:
                    force = kept
                ### END HIDDEN TESTS
            """,
        ),
        part(
            """
                def rising(place):
                    ### BEGIN SOLUTION
                    return np.array([0, 0, 0.1 * place[2]])
                    ### END SOLUTION
            """,
            "def rising(place):\n    return np.array([0, 0, 1])",
            """
                assert(np.linalg.norm(rising(np.array([0, 0, 1]))) <
                       np.linalg.norm(rising(np.array([0, 0, 2]))))
            """,
        ),
        part(
            """
                def slope(t, y, rate=0.5):
                    ### BEGIN SOLUTION
                    return -rate * y
                    ### END SOLUTION
            """,
            "def slope(t, y, rate=0.5):\n    return rate * y",
            """
                from scipy.integrate import solve_ivp
                found = solve_ivp(slope, (0, 4), [2.0], rtol=1e-8, atol=1e-10)
                assert found.success
                np.testing.assert_allclose(found.y[0, -1], 2 * np.exp(-2), rtol=1e-6)
            """,
        ),
        part(
            """
                def euler(f, y0, end, step):
                    ### BEGIN SOLUTION
                    times = np.arange(int(round(end / step)) + 1) * step
                    y = np.empty(len(times))
                    y[0] = y0
                    for i in range(len(times) - 1):
                        y[i + 1] = y[i] + step * f(times[i], y[i])
                    return times, y
                    ### END SOLUTION
            """,
            "def euler(f, y0, end, step):\n    return np.array([0.0]), np.array([y0])",
            """
                times, y = euler(lambda t, u: -u, 1.0, 1.0, 0.01)
                assert len(times) == 101
                assert abs(y[-1] - np.exp(-1)) < 5e-3
                ### BEGIN HIDDEN TESTS
                times, y = euler(slope, 2.0, 1.0, 0.05)
                assert abs(y[-1] - 2 * np.exp(-0.5)) < 5e-2
                ### END HIDDEN TESTS
            """,
        ),
        stock={"half": (0, 0, 0, 1, 0)},
    ),
    assignment(
        "control-of-a-car",
        part(
            "answer_a = None\n### BEGIN SOLUTION\nanswer_a = 'B'\n### END SOLUTION",
            "answer_a = 'D'",
            "assert (answer_a == 'A' or answer_a == 'B' or answer_a == 'C'), 'A, B or C'",
        ),
        part(
            "first, second = 1, 4",
            "first, second = 3, 3",
            """
                assert (first >= 1 and first <= 5), 'a number from 1 to 5'
                assert (second >= 1 and second <= 5), 'a number from 1 to 5'
                assert (first != second), 'not the same answer twice ;)'
            """,
        ),
        part(
            """
                import simulation
                class Car:
                    def __init__(self, dt):
                        ### BEGIN SOLUTION
                        self.A = np.array([[1, dt], [0, 1]])
                        self.B = np.array([[0], [dt]])
                        ### END SOLUTION
                        self.C = np.array([[1.0, 0.0]])
                    def next_x(self, x, u):
                        return self.A.dot(x) + self.B.dot(u)
                car = Car(0.1)
                states = simulation.run(car, 50, lambda x: np.array([1.0]))
            """,
            "class Car:\n    pass\ncar = Car()\nstates = np.zeros((2, 50))",
            """
                assert car.A.shape == (2, 2), 'A has the wrong dimensions'
                assert car.B.shape == (2, 1) and car.C.shape == (1, 2)
                assert len(states[0, :]) == 51, 'not so many states'
                assert abs(states[0, 20] - 1.9) < 0.01, 'the model is not right'
            """,
            before="%load_ext autoreload\n%autoreload 2\nimport numpy as np\nimport simulation",
        ),
        part(
            """
                def control(car, x, target, gain=0.5):
                    ### BEGIN SOLUTION
                    return np.clip(gain * (car.C @ (target - x)) - x[1:], -1, 1)
                    ### END SOLUTION
            """,
            "def control(car, x, target, gain=0.5):\n    return np.array([-1.0])",
            """
                goal = np.array([5.0, 0.0])
                assert abs(control(car, goal, goal)[0]) <= 1e-8, 'zero at the goal'
                assert control(car, np.zeros(2), goal)[0] > 0., 'forward at first'
            """,
            """
                path = simulation.run(car, 300, lambda x: control(car, x, goal))
                assert abs(path[0, -1] - 5) < 0.05
            """,
            """
                from functools import partial
                path = simulation.run(car, 50, partial(control, car, target=goal))
                assert path.shape == (2, 51) and path[0, -1] > 1
            """,
        ),
        files={
            "simulation.py": "import numpy as np\n\n\ndef run(car, steps, policy):\n"
            "    x = np.zeros((2, steps + 1))\n    for i in range(steps):\n"
            "        x[:, i + 1] = car.next_x(x[:, i], policy(x[:, i]))\n    return x\n"
        },
        stock={"half": (0, 1, 0, 0, 0, 0)},
    ),
)
