"""Whole assignments in linear algebra and arrays, some checked by a module beside the notebook."""

from courses.question import assignment, part

CHECKS = """
import numpy as np


def check_zeros(a):
    if a is None or a.shape != (2, 3, 5):
        raise ValueError("The shape is not right.")
    if a.sum() != 0:
        raise ValueError("These are not zeros.")
    print("Well done!")


def check_inverse(a):
    np.testing.assert_array_almost_equal(a, 1 / np.arange(1, 9))


def check_odd(a):
    ans = np.arange(3, 25)
    ans[1::2] = 0
    try:
        np.testing.assert_array_equal(a, ans)
    except AssertionError as e:
        print("Look at the odd places.")
        raise (e)


def check_t(a, h0, t):
    ans = (a.mean() - h0) / (a.std() / np.sqrt(a.size - 1))
    np.testing.assert_almost_equal(t, ans)
"""
SETUP = "import numpy as np"

CASES = (
    assignment(
        "first-steps-with-a-module-of-checks",
        part(
            "vec = np.array([5, 3, 2])",
            "vec = [5, 3, 2]",
            """
                if 'vec' not in dir():
                    raise ValueError('There is no vec yet.')
                if type(vec) != np.ndarray or vec.ndim != 1:
                    raise ValueError('vec is no array.')
                if vec.tolist() != [5, 3, 2]:
                    raise ValueError('vec holds something else.')
            """,
            before=SETUP,
        ),
        part(
            "cube = np.array([[[1, 2], [3, 4]], [[5, 6], [7, 8]]])",
            "cube = np.array([[1, 2], [3, 4]])",
            """
                if cube.shape != (2, 2, 2):
                    raise ValueError('The dimensions are not right.')
                if cube[0, 0, 0] != 1 or cube[1, 1, 1] != 8:
                    raise ValueError('The numbers are not right.')
            """,
        ),
        part(
            "many = np.zeros((2, 3, 5))",
            "many = np.ones((2, 3, 5))",
            "from checks import check_zeros\ncheck_zeros(many)",
        ),
        part(
            """
                filled = np.zeros(8)
                ### BEGIN SOLUTION
                for i in range(8):
                    filled[i] = 1 / (i + 1)
                ### END SOLUTION
            """,
            "filled = np.arange(8)",
            "from checks import check_inverse\ncheck_inverse(filled)",
        ),
        part(
            """
                row = np.arange(3, 25)
                ### BEGIN SOLUTION
                row[1::2] = 0.0
                ### END SOLUTION
            """,
            "row = np.arange(3, 25)\nrow[::2] = 0",
            "from checks import check_odd\ncheck_odd(row)",
        ),
        part(
            "flags = bits.astype(int)",
            "flags = [str(b) for b in bits]",
            "np.testing.assert_array_equal(flags, np.array([1, 1, 0, 0, 1]))",
            before="bits = np.array([True, True, False, False, True])",
        ),
        part(
            """
                def t_value(arr, h0):
                    ### BEGIN SOLUTION
                    return (arr.mean() - h0) / (arr.std() / np.sqrt(arr.size - 1))
                    ### END SOLUTION
            """,
            "def t_value(arr, h0):\n    t = arr.mean() - h0",
            """
                from checks import check_t
                arr = np.random.randn(100)
                outp = t_value(arr, 0)
                if outp is None:
                    raise ValueError('Did you forget to return something?')
                check_t(arr, 0, outp)
                outp = t_value(arr, -3)
                check_t(arr, -3, outp)
            """,
        ),
        part(
            """
                def standard(arr):
                    ### BEGIN SOLUTION
                    return (arr - arr.mean(axis=0)) / arr.std(axis=0)
                    ### END SOLUTION
            """,
            "def standard(arr):\n    return arr - arr.mean(axis=0)",
            """
                data = np.random.normal(5, 2, size=(100, 10))
                outp = standard(data)
                if outp is None:
                    raise ValueError('There is no output.')
                try:
                    np.testing.assert_array_almost_equal(outp.mean(axis=0), np.zeros(data.shape[1]))
                except AssertionError as e:
                    print('The means are not 0!')
                    raise(e)
                np.testing.assert_array_almost_equal(outp.std(axis=0), np.ones(data.shape[1]))
                print('Great!')
            """,
        ),
        files={"checks.py": CHECKS},
        stock={"half": (0, 1, 0, 1, 0, 1, 0, 1)},
    ),
    assignment(
        "reflections",
        part(
            """
                def reflect(vec):
                    vec = np.asarray(vec, dtype=float)
                    if vec.ndim != 1:
                        raise ValueError("vec.ndim = %s, expected 1" % vec.ndim)
                    ### BEGIN SOLUTION
                    y = np.zeros_like(vec)
                    y[0] = np.linalg.norm(vec)
                    u = (vec - y) / np.linalg.norm(vec - y)
                    return y, np.identity(len(vec)) - 2 * u[:, None] @ u[None, :]
                    ### END SOLUTION
            """,
            "def reflect(vec):\n    return vec, np.eye(len(vec))",
            """
                v = np.array([1, 2, 3])
                v1, h = reflect(v)
                assert_allclose(h @ v1, v, atol=1e-14)
                assert_allclose(h @ v, v1, atol=1e-14)
                assert_allclose(v1[1:], 0, atol=1e-14)
                assert_allclose(h @ h.T, np.eye(3), atol=1e-14)
                ### BEGIN HIDDEN TESTS
                rndm = np.random.RandomState(1223)
                vec = rndm.uniform(size=21)
                v1, h = reflect(vec)
                assert_allclose(h @ vec, v1, atol=1e-13)
                assert_allclose(h @ h.T, np.eye(h.shape[0]), atol=1e-13)
                ### END HIDDEN TESTS
            """,
            before="import numpy as np\nfrom numpy.testing import assert_allclose",
        ),
        part(
            """
                def decompose(a):
                    a1 = np.array(a, copy=True, dtype=float)
                    m, n = a1.shape
                    ### BEGIN SOLUTION
                    H = np.eye(m)
                    for i in range(min(n, m - 1)):
                        Hi = np.eye(m)
                        Hi[i:, i:] = reflect(a1[i:, i])[1]
                        a1, H = Hi @ a1, Hi @ H
                    return H.T, H @ a
                    ### END SOLUTION
            """,
            "def decompose(a):\n    a *= 2\n    return np.eye(len(a)), a",
            """
                rndm = np.random.RandomState(1234)
                a = rndm.uniform(size=(5, 3))
                aa = a.copy()
                q, r = decompose(a)
                # the matrix stays as it is
                assert_allclose(a, aa, atol=1e-16)
                assert_allclose(q @ q.T, np.eye(5), atol=1e-13)
                assert_allclose(q @ r, a, atol=1e-13)
                assert_allclose(np.triu(r), r, atol=1e-13)
            """,
            before="np.set_printoptions(suppress=True)",
        ),
        part(
            """
                def fit(x, y, degree):
                    ### BEGIN SOLUTION
                    q, r = np.linalg.qr(np.vander(x, degree + 1))
                    return np.linalg.solve(r, q.T @ y)
                    ### END SOLUTION
            """,
            "def fit(x, y, degree):\n    return np.zeros(degree + 1)",
            """
                from scipy.linalg import qr
                qq, rr = qr(a)
                assert_allclose(qq @ rr, aa, atol=1e-13)
                x = np.linspace(0, 1, 9)
                assert_allclose(fit(x, 2 * x**2 - x, 2), [2, -1, 0], atol=1e-10)
                ### BEGIN HIDDEN TESTS
                for degree in range(4):
                    assert fit(x, np.cos(x), degree).shape == (degree + 1,)
                    assert_allclose(fit(x, np.cos(x), degree), np.polyfit(x, np.cos(x), degree))
                ### END HIDDEN TESTS
            """,
        ),
        stock={"half": (0, 0, 0)},
    ),
)
