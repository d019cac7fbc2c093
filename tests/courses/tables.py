"""Values of libraries that not every course uses."""

from courses.form import Differs
from courses.question import STOCK, question

CASES = (
    question(
        "dataframe",
        """
            import pandas as pd
            def means(df):
                return df.groupby('k')['v'].mean()
        """,
        """
            r = means(df)
            assert r.loc['a'] == 2
            assert isinstance(r, pd.Series)
            pd.testing.assert_series_equal(r, df.groupby('k')['v'].mean())
        """,
        """
            def means(df):
                return df['v']
        """,
        before="""
            import pandas as pd
            df = pd.DataFrame({'k': ['a', 'a', 'b'], 'v': [1.0, 3.0, 5.0]})
        """,
    ),
    question(
        "dataframe-clean",
        """
            def clean(df):
                out = df.dropna().copy()
                out['z'] = out['x'] * 2
                return out
        """,
        """
            r = clean(df)
            assert list(r.columns) == ['x', 'y', 'z']
            assert r.shape == (2, 3)
            wanted = {'x': [1.0, 3.0], 'y': ['a', 'c'], 'z': [2.0, 6.0]}
            expected = pd.DataFrame(wanted, index=[0, 2])
            pd.testing.assert_frame_equal(r, expected)
        """,
        """
            def clean(df):
                return df
        """,
        before="""
            import pandas as pd
            df = pd.DataFrame({'x': [1.0, None, 3.0], 'y': ['a', 'b', 'c']})
        """,
    ),
    question(
        "dataframe-variable",
        "top = df[df['v'] > 1].reset_index(drop=True)",
        """
            assert len(top) == 2
            assert top['v'].tolist() == [3, 5]
            assert top.equals(pd.DataFrame({'v': [3, 5]}))
        """,
        "top = df",
        before="""
            import pandas as pd
            df = pd.DataFrame({'v': [1, 3, 5]})
        """,
    ),
    question(
        "dataframe-dates",
        """
            import pandas as pd
            def monthly(s):
                return s.resample('MS').sum()
        """,
        """
            import pandas as pd
            days = pd.to_datetime(['2024-01-01', '2024-01-05', '2024-02-01'])
            s = pd.Series([1, 2, 3], index=days)
            r = monthly(s)
            assert r.iloc[0] == 3 and r.index[1] == pd.Timestamp('2024-02-01')
        """,
        """
            def monthly(s):
                return s
        """,
    ),
    question(
        "dataframe-categorical",
        """
            import pandas as pd
            def cat(a):
                return pd.Series(a, dtype='category')
        """,
        """
            r = cat(['x', 'y', 'x'])
            assert str(r.dtype) == 'category'
            assert list(r.cat.categories) == ['x', 'y']
        """,
        """
            import pandas as pd
            def cat(a):
                return pd.Series(a)
        """,
    ),
    question(
        "dataframe-multiindex",
        """
            import pandas as pd
            def size(df):
                return df.groupby(['a', 'b']).size()
        """,
        """
            import pandas as pd
            r = size(pd.DataFrame({'a': [1, 1, 2], 'b': [1, 1, 2]}))
            assert r.loc[(1, 1)] == 2
            assert r.index.nlevels == 2
        """,
        """
            def size(df):
                return df['a']
        """,
    ),
    question(
        "sparse",
        """
            import scipy.sparse as sp
            def eye(n):
                return sp.eye(n, format='csr')
        """,
        """
            import scipy.sparse as sp
            import numpy as np
            m = eye(3)
            assert sp.issparse(m)
            assert m.nnz == 3
            assert np.array_equal(m.toarray(), np.eye(3))
        """,
        """
            import numpy as np
            def eye(n):
                return np.eye(n)
        """,
    ),
    question(
        "no-rows-and-no-numbers",
        """
            def kept(df):
                return df['a'][df['a'] > 1]
        """,
        """
            import pandas as pd
            df = pd.DataFrame({'a': [1., 2., 3.]})
            assert (kept(df) > 1).all()
            assert (kept(df) - pd.Series([2., 3.], index=[1, 2])).abs().sum() < 1e-9
        """,
        """
            def kept(df):
                return df['a']
        """,
        stock=STOCK | {"empty": 1, "missing": 1},
        answers={
            "empty": "def kept(df):\n    return df['a'][:0]",
            "missing": "import pandas as pd\n"
            "def kept(df):\n    return pd.Series([pd.NA] * 2, [1, 2], dtype='Float64')",
        },
        ours={
            "empty": Differs(0, "is empty where numbers are expected"),
            "missing": Differs(0, "is NaN where numbers are expected"),
        },
    ),
)
