"""Whole assignments in statistics and learning from data."""

from courses.question import assignment, part

KNN = '''
import numpy as np


class Nearest:
    """A classifier with the usual methods, as libraries have it."""

    def __init__(self, n_neighbors=1):
        self.n_neighbors = n_neighbors

    def get_params(self):
        return {"n_neighbors": self.n_neighbors}

    def fit(self, X, y):
        self.X_, self.y_ = np.asarray(X), np.asarray(y)
        return self

    def predict(self, X):
        far = ((np.asarray(X)[:, None] - self.X_[None]) ** 2).sum(-1)
        return self.y_[far.argmin(1)]
'''
PREPARE = """
    import numpy as np
    from knn import Nearest
    gen = np.random.RandomState(3)
    X = np.vstack([gen.normal(0, 1, (30, 2)), gen.normal(3, 1, (30, 2))])
    Y = np.repeat([1, -1], 30)
    order = gen.permutation(60)
    train, test_rows = order[:40], order[40:]
    Xtrain, Ytrain, Xtest, Ytest = X[train], Y[train], X[test_rows], Y[test_rows]
"""

CASES = (
    assignment(
        "mixtures-and-priors",
        part(
            """
                def E_step(X, centers):
                    N, D = X.shape
                    assert centers.shape[1] == D
                    ### BEGIN SOLUTION
                    return np.argmin(((X[:, None] - centers) ** 2).sum(-1), axis=1)
                    ### END SOLUTION
            """,
            "def E_step(X, centers):\n    return np.zeros(len(X), int)",
            """
                gen = np.random.RandomState(seed=123)
                X = gen.normal(size=(20, 2))
                centers = np.array([[0., 0.], [0., 10.]])
                X[10:] += centers[1]
                indices = E_step(X, centers)
                assert np.all(indices[:10] == 0)
                assert np.all(indices[10:] == 1)
            """,
            before="import numpy as np\nimport scipy.stats",
        ),
        part(
            """
                def M_step(X, indices, n):
                    assert indices.shape == (len(X),)
                    ### BEGIN SOLUTION
                    return np.array([X[indices == i].mean(0) for i in range(n)])
                    ### END SOLUTION
            """,
            "def M_step(X, indices, n):\n    return np.zeros((n, X.shape[1]))",
            """
                centers = M_step(np.ones((20, 2)), np.zeros(20, int), 1)
                assert np.all(centers == 1.)
                gen = np.random.RandomState(7)
                where = np.arange(20) % 5
                assert np.all(M_step(np.ones((20, 2)), where, 5) == 1)
                X = gen.uniform(size=(20, 2))
                assert np.allclose(M_step(X, where, 5)[0], X[::5].mean(0))
            """,
        ),
        part(
            """
                def distance(g, h, lo=-5, hi=5):
                    assert hasattr(g, 'cdf') and hasattr(h, 'cdf')
                    ### BEGIN SOLUTION
                    x = np.linspace(lo, hi, 20001)
                    return np.trapezoid(np.abs(g.cdf(x) - h.cdf(x)), x)
                    ### END SOLUTION
            """,
            "def distance(g, h, lo=-5, hi=5):\n    return 0.0",
            """
                uniform = scipy.stats.uniform
                assert np.round(distance(uniform(0, 1), uniform(0, 1)), 2) == 0.00
                assert np.round(distance(uniform(0, 1), uniform(0.5, 1.5)), 2) == 0.75
                g, h = scipy.stats.norm(-1, 0.5), scipy.stats.norm(1, 0.5)
                assert np.round(distance(g, h), 2) == 2.00
            """,
        ),
        part(
            """
                def likelihood(seen, kind):
                    ### BEGIN SOLUTION
                    p = {'quasar': 0.8, 'galaxy': 0.1, 'star': 0.2}[kind]
                    return p if seen else 1 - p
                    ### END SOLUTION
            """,
            "def likelihood(seen, kind):\n    return 0.5",
            """
                assert likelihood(True, 'quasar') == 0.8
                assert likelihood(False, 'galaxy') == 0.9
                for kind in 'quasar', 'galaxy', 'star':
                    assert likelihood(True, kind) + likelihood(False, kind) == 1
            """,
        ),
        part(
            """
                def prior(**counts):
                    ### BEGIN SOLUTION
                    return {k: v / sum(counts.values()) for k, v in counts.items()}
                    ### END SOLUTION
            """,
            "def prior(**counts):\n    return counts",
            "assert prior(a=100, b=100, c=200) == {'a': 0.25, 'b': 0.25, 'c': 0.5}",
        ),
        part(
            """
                def decays(times, rate):
                    ### BEGIN SOLUTION
                    times = np.asarray(times)
                    return np.prod(rate * np.exp(-rate * times))
                    ### END SOLUTION
            """,
            "def decays(times, rate):\n    return np.exp(-rate * np.sum(times))",
            """
                assert decays([], 1) == 1
                assert np.round(decays([1], 0.1), 4) == 0.0905
                assert np.round(decays([1, 2, 1], 1.5), 4) == 0.0084
            """,
        ),
        part(
            """
                def updated(alpha, beta, times):
                    ### BEGIN SOLUTION
                    return alpha + len(times), beta + sum(times)
                    ### END SOLUTION
            """,
            "def updated(alpha, beta, times):\n    return [alpha, beta]",
            """
                assert updated(1, 1, []) == (1, 1)
                assert np.allclose(np.round(updated(np.sqrt(10), np.pi, [1, 2, 1]), 3),
                                   (6.162, 7.142))
            """,
        ),
        part(
            """
                def log_post(rate, times, alpha, beta):
                    ### BEGIN SOLUTION
                    if rate <= 0:
                        return -np.inf
                    n = len(times)
                    return (n + alpha - 1) * np.log(rate) - rate * (beta + np.sum(times))
                    ### END SOLUTION
            """,
            "def log_post(rate, times, alpha, beta):\n    return 1.0",
            """
                a, b = 1, 0.2
                offset = log_post(1, [], a, b)
                assert np.allclose(log_post(0.1, [], a, b) - offset, +0.18)
                assert np.allclose(log_post(2, [], a, b) - offset, -0.2)
                assert log_post(-1, [1, 2], a, b) == -np.inf
            """,
        ),
        inside="a distribution of SciPy's does not cross as an argument",
    ),
    assignment(
        "classifying-fruit",
        part(
            """
                def error_rate(solution, prediction):
                    ### BEGIN SOLUTION
                    return np.mean(solution != prediction)
                    ### END SOLUTION
            """,
            "def error_rate(solution, prediction):\n    return np.sum(solution != prediction)",
            """
                ### BEGIN HIDDEN TESTS
                assert error_rate(Ytrain, Ytrain) == 0
                assert error_rate(Ytrain, np.zeros(Ytrain.shape)) == 1
                ### END HIDDEN TESTS
            """,
            before=PREPARE,
        ),
        part(
            """
                neigh = Nearest(n_neighbors=1)
                neigh.fit(Xtrain, Ytrain.ravel())
                Ytest_guess = neigh.predict(Xtest)
            """,
            "neigh = None\nYtest_guess = -Ytest",
            """
                assert isinstance(neigh, Nearest)
                assert neigh.get_params() == {'n_neighbors': 1}
                assert (neigh.predict(Xtrain) == Ytrain).all()
            """,
            "assert error_rate(Ytest.ravel(), Ytest_guess) < 0.2",
        ),
        part(
            "def sigma_of(rate, n):\n    return np.sqrt(rate * (1 - rate) / n)",
            "def sigma_of(rate, n):\n    return rate * (1 - rate) / n",
            """
                n = 4
                E = np.zeros([n, 1])
                for k in range(n):
                    rows = np.random.RandomState(k).permutation(60)
                    Xtrain, Xtest = X[rows[:30]], X[rows[30:]]
                    Ytrain, Ytest = Y[rows[:30]], Y[rows[30:]]
                    neigh.fit(Xtrain, Ytrain.ravel())
                    E[k] = error_rate(Ytest.ravel(), neigh.predict(Xtest))
                    print('ERROR RATE:', E[k])
                assert 0 <= np.mean(E) <= 0.2
                assert abs(sigma_of(0.2, 30) - np.sqrt(0.2 * 0.8 / 30)) < 1e-9
            """,
        ),
        part(
            """
                def make(k):
                    ### BEGIN SOLUTION
                    return Nearest(n_neighbors=k)
                    ### END SOLUTION

                def scores(models, X, y):
                    ### BEGIN SOLUTION
                    return [float(np.mean(m.fit(X, y).predict(X) == y)) for m in models]
                    ### END SOLUTION
            """,
            "def make(k):\n    return k\n"
            "def scores(models, X, y):\n    return [0.0 for m in models]",
            """
                model = make(3)
                assert isinstance(model, Nearest)
                assert model.n_neighbors == 3
                assert scores([make(1), model], X, Y) == [1.0, 1.0]
            """,
        ),
        files={"knn.py": KNN},
        stock={"half": (0, 1, 0, 0, 1)},
    ),
    assignment(
        "measures-of-ranking",
        part(
            "def precision_at_1() -> float:\n    ans = 1 / 3\n    return ans",
            "def precision_at_1() -> float:\n    ans = 1 / 2\n    return ans",
            """
                assert isinstance(precision_at_1(), float)
                ### BEGIN HIDDEN TESTS
                expected = 1 / 3
                assert abs(expected - precision_at_1()) < 0.001
                ### END HIDDEN TESTS
            """,
            before="import numpy as np\nimport pandas as pd\nimport time\nprint(pd.__version__)",
        ),
        part(
            "def dcg_at_3() -> float:\n    ans = 1 / np.log2(3)\n    return ans",
            "def dcg_at_3() -> float:\n    ans = 1\n    return ans",
            """
                assert isinstance(dcg_at_3(), float)
                ### BEGIN HIDDEN TESTS
                assert abs(1 / np.log2(3) - dcg_at_3()) < 0.001
                ### END HIDDEN TESTS
            """,
        ),
        part(
            """
                def weighted_recall(recs: pd.DataFrame, weights: pd.Series) -> float:
                    ### BEGIN SOLUTION
                    found = recs.merge(weights.rename('w'), left_on='item', right_index=True)
                    return float((found['hit'] * found['w']).sum() / found['w'].sum())
                    ### END SOLUTION
            """,
            "def weighted_recall(recs, weights) -> float:\n    return 1.0",
            """
                assert isinstance(weighted_recall(recs, weights), float)
                ### BEGIN HIDDEN TESTS
                recs_2 = recs.assign(hit=1 - recs['hit'])
                for each in (recs, recs_2):
                    w = each['item'].map(weights)
                    wanted = (each['hit'] * w).sum() / w.sum()
                    assert abs(weighted_recall(each, weights) - wanted) < 1e-9
                ### END HIDDEN TESTS
            """,
            before="""
                recs = pd.DataFrame({'user': np.arange(40) // 4, 'item': np.arange(40) % 7,
                                     'hit': np.arange(40) % 2})
                weights = pd.Series(np.linspace(1, 2, 7), index=range(7))
            """,
        ),
    ),
)
