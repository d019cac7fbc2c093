"""Arrays, periods and intervals of pandas, which its methods give where arrays are expected."""

from courses.question import STOCK, question

FRAME = """
    import pandas as pd
    df = pd.DataFrame({
        'city': ['Rome', 'Oslo', 'Rome', 'Lima'],
        'day': pd.to_datetime(['2024-01-03', '2024-02-01', '2024-01-03', '2024-03-09']),
        'size': pd.Categorical(['S', 'L', 'S', 'S']),
        'n': [3, 5, 8, 2],
    })
"""
CASES = (
    question(
        "unique-for-a-list",
        "cities = sorted(df['city'].unique())",
        "assert set(cities) == {'Lima', 'Oslo', 'Rome'} and len(cities) == 3",
        "cities = df['city'].values",
        before=FRAME,
        stock=STOCK | {"array": 1, "labels": 0, "empty": 0},
        answers={
            "array": "cities = df['city'].unique()",
            "labels": "cities = df.columns.values",
            "empty": "cities = df['city'].unique()[:0]",
        },
    ),
    question(
        "unique-days",
        """
            def days(table):
                return list(table['day'].drop_duplicates())
        """,
        """
            found = days(df)
            assert len(found) == 3
            assert list(found) == list(pd.to_datetime(['2024-01-03', '2024-02-01', '2024-03-09']))
        """,
        """
            def days(table):
                return table['day'].array
        """,
        before=FRAME,
        stock=STOCK | {"array": 1},
        answers={"array": "def days(table):\n    return table['day'].unique()"},
    ),
    question(
        "categories-for-an-index",
        "sizes = df['size'].cat.categories",
        "assert list(sizes) == ['L', 'S']",
        "sizes = df['size'].array",
        before=FRAME,
        stock=STOCK | {"array": 1},
        answers={"array": "sizes = df['size'].cat.categories.array"},
    ),
    question(
        "numbers-of-a-nullable-column",
        """
            def positive(table):
                return table['n'][table['n'] > 2].to_numpy()
        """,
        """
            assert (positive(df) == [3, 5, 8]).all()
        """,
        """
            def positive(table):
                return table['n'].array
        """,
        before=FRAME,
        stock=STOCK | {"array": 1, "empty": 0},
        answers={
            "array": "def positive(table):\n"
            "    return table['n'][table['n'] > 2].astype('Int64').array",
            "empty": "def positive(table):\n    return table['n'].astype('Int64').array[:0]",
        },
    ),
    question(
        "means-by-interval",
        """
            def by_size(table):
                return table.groupby(pd.cut(table['n'], [0, 4, 10]), observed=True)['n'].mean()
        """,
        """
            means = by_size(df)
            assert list(means) == [2.5, 6.5]
            assert means.index[0] == pd.Interval(0, 4) and 9 in means.index[1]
            assert isinstance(means.index.dtype, pd.CategoricalDtype)
        """,
        """
            def by_size(table):
                return table.groupby(pd.cut(table['n'], [0, 5, 10]), observed=True)['n'].mean()
        """,
        before=FRAME,
    ),
    question(
        "sums-by-month",
        """
            def by_month(table):
                return table.groupby(table['day'].dt.to_period('M'))['n'].sum()
        """,
        """
            sums = by_month(df)
            assert sums['2024-01'] == 11 and sums.loc[pd.Period('2024-03', 'M')] == 2
            assert list(sums.index.month) == [1, 2, 3]
            pd.testing.assert_index_equal(
                sums.index, pd.period_range('2024-01', '2024-03', freq='M', name='day')
            )
        """,
        """
            def by_month(table):
                return table.groupby(table['day'].dt.year)['n'].sum()
        """,
        before=FRAME,
    ),
    question(
        "interval-and-period",
        """
            def bounds(xs):
                return pd.Interval(min(xs), max(xs), closed='both')
            def month(day):
                return pd.Period(day, 'M')
        """,
        """
            assert bounds([3, 1, 2]).length == 2 and 1 in bounds([3, 1])
            assert month('2024-02-10').end_time.day == 29
        """,
        """
            def bounds(xs):
                return pd.Interval(min(xs), max(xs))
            def month(day):
                return pd.Period(day, 'D')
        """,
        before=FRAME,
    ),
)
