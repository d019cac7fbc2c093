"""Whole assignments with tables: selecting, cleaning, counting, joining, writing."""

from courses.question import assignment, part

PLANTS = """plant,height,bed,days
fern,31,north,12
mint,14,south,30
sage,22,north,45
thyme,9,south,21
rue,40,east,7
"""
VISITS = """No.,Day,Sex,Age,State,Kind
1,2020-01-03,F,33,Confirmed,Local
2,2020-01-04,M,54,Probable,Local
3,2020-01-04,M,21,Confirmed,Linked with local
4,2020-01-06,F,70,Confirmed,Imported
5,2020-01-07,M,12,Confirmed,Local
"""
BLOCKS = """Ward,Block,Cases
East,Oak House,"1, 3"
East,Elm House,3
West,Ash Court,"2, 5"
North,Yew Hall,4
"""
RATINGS = "user;isbn;stars\n" + "".join(
    f"{u};{b};{(u * 7 + b * 3) % 10}\n" for u in range(1, 9) for b in range(100, 106)
)
TITLES = "isbn;title\n" + "".join(f"{b};Volume {b - 99}\n" for b in range(100, 106))

CASES = (
    assignment(
        "selecting-step-by-step",
        part(
            "some = pd.read_csv('plants.csv', usecols=['height', 'days'])",
            "some = pd.read_csv('plants.csv')",
            """
                if some.columns.tolist() != ['height', 'days']:
                    raise ValueError('These are other columns.')
                else:
                    print('Good!')
            """,
            before="import pandas as pd\ndf = pd.read_csv('plants.csv')\ndf.index = range(5)",
        ),
        part(
            "picked = df.loc[[1, 3], ['plant', 'bed']]",
            "picked = df.loc[[0, 2], ['plant', 'bed']]",
            """
                if picked['plant'].tolist() != ['mint', 'thyme']:
                    raise ValueError('Look at the rows again.')
                if picked['bed'].tolist() != ['south', 'south']:
                    raise ValueError('Look at the columns again.')
            """,
        ),
        part(
            "corner = df.iloc[:3, 1:]",
            "corner = df.iloc[:2, 1:]",
            """
                if corner.index.tolist() != [0, 1, 2]:
                    raise ValueError('The rows are not right.')
                if corner.columns.tolist() != ['height', 'bed', 'days']:
                    raise ValueError('The columns are not right.')
            """,
        ),
        part(
            "north = df.loc[df.loc[:, 'bed'] == 'north', :]",
            "north = df.loc[df.loc[:, 'bed'] != 'north', :]",
            """
                if len(north.columns) != 4 or north.index.tolist() != [0, 2]:
                    raise ValueError('Filter rows, and rows only.')
            """,
        ),
        part(
            "df.loc[5, :] = ['dill', 50, 'west', 3, True]",
            "df.loc[4, :] = ['dill', 50, 'west', 3, True]",
            """
                if df.iloc[-1, :].loc['plant'] != 'dill' or len(df) != 6:
                    raise ValueError('The new row is not there.')
                if df.iloc[-1, :].loc['height'] != 50:
                    raise ValueError('The new height is not right.')
            """,
            before="df.loc[:, 'green'] = [True, True, False, True, False]\ndf",
        ),
        part(
            "spread = df.loc[:4, 'height'].std()",
            "spread = df.loc[:4, 'height'].std(ddof=0)",
            """
                if round(spread, 3) != 12.558:
                    raise ValueError('Which deviation is meant?')
            """,
        ),
        part(
            """
                sizes = np.random.normal(300, 70, 100)
                final = pd.DataFrame({'rt': sizes, 'group': list('ABCD') * 25})
                ### BEGIN SOLUTION
                stats = final.groupby('group').mean()
                stats.columns = ['mean']
                stats['std'] = final.groupby('group').std()
                stats['t'] = (stats['mean'] - 300) / (stats['std'] / np.sqrt(25))
                ### END SOLUTION
            """,
            "stats = pd.DataFrame({'mean': [1.0]}, index=['A'])",
            """
                if stats.columns.tolist() != ['mean', 'std', 't']:
                    raise ValueError('There are other columns.')
                if stats.index.tolist() != ['A', 'B', 'C', 'D']:
                    raise ValueError('There are other rows.')
                if stats.loc[:, 't'].round(4).tolist() != [-1.0839, -1.0983, -0.6441, 0.2139]:
                    raise ValueError('The values are not right yet.')
            """,
            before="import numpy as np\nnp.random.seed(42)",
        ),
        files={"plants.csv": PLANTS},
        stock={"half": (0, 1, 0, 1, 0, 0, 0)},
    ),
    assignment(
        "counting-visits",
        part(
            """
                def quoted(text):
                    ### BEGIN SOLUTION
                    return text.replace(':', '%3A').replace('/', '%2F')
                    ### END SOLUTION
            """,
            "def quoted(text):\n    return text.replace(':', '%3A')",
            """
                assert quoted('a://b') == 'a%3A%2F%2Fb'
                ### BEGIN HIDDEN TESTS
                assert quoted('x:/y/z') == 'x%3A%2Fy%2Fz'
                ### END HIDDEN TESTS
            """,
        ),
        part(
            "### BEGIN SOLUTION\nblocks = pd.read_csv('blocks.csv')\n### END SOLUTION\nblocks",
            "blocks = pd.read_csv('blocks.csv').drop(columns='Ward')",
            """
                assert all(blocks.columns == ['Ward', 'Block', 'Cases'])
                ### BEGIN HIDDEN TESTS
                assert blocks.shape == (4, 3)
                ### END HIDDEN TESTS
            """,
            before="import pandas as pd\nvisits = pd.read_csv('visits.csv')\nprint(type(visits))",
        ),
        part(
            "counts = blocks['Ward'].value_counts()",
            "counts = blocks['Block'].value_counts()",
            """
                assert all(counts[['East', 'West']] == [2, 1])
                ### BEGIN HIDDEN TESTS
                assert all(counts[['North', 'East', 'West']] == [1, 2, 1])
                ### END HIDDEN TESTS
            """,
        ),
        part(
            "visits = visits.drop(columns='Day')",
            "visits.drop(columns='Day')",
            "assert all(visits.columns == ['No.', 'Sex', 'Age', 'State', 'Kind'])",
        ),
        part(
            """
                confirmed = visits.loc[(visits['State'] == 'Confirmed')
                                       & visits['Kind'].isin(['Local', 'Linked with local'])]
            """,
            "confirmed = visits.loc[visits['State'] == 'Confirmed']",
            """
                assert set(confirmed['Kind'].unique()) == {'Local', 'Linked with local'}
                ### BEGIN HIDDEN TESTS
                assert len(confirmed) == 3
                ### END HIDDEN TESTS
            """,
        ),
        part(
            """
                def cases_in(ward):
                    ### BEGIN SOLUTION
                    found = []
                    for cases in blocks.loc[blocks['Ward'] == ward, 'Cases']:
                        found.extend(case.strip() for case in str(cases).split(','))
                    return len(set(found))
                    ### END SOLUTION
            """,
            "def cases_in(ward):\n    return (blocks['Ward'] == ward).sum() + 3",
            """
                assert cases_in('East') == 2
                ### BEGIN HIDDEN TESTS
                assert [n for n in map(cases_in, ['East', 'West', 'North'])] == [2, 2, 1]
                ### END HIDDEN TESTS
            """,
        ),
        files={"visits.csv": VISITS, "blocks.csv": BLOCKS},
        stock={"half": (0, 1, 0, 1, 0, 1)},
    ),
    assignment(
        "recommending-books",
        part(
            """
                def combine(books, ratings):
                    ### BEGIN SOLUTION
                    return pd.merge(books, ratings, on='isbn')
                    ### END SOLUTION
            """,
            "def combine(books, ratings):\n    return books",
            """
                both = combine(books, ratings)
                assert list(both) == ['isbn', 'title', 'user', 'stars']
                assert both['title'].value_counts().head(2).tolist() == [8, 8]
                assert sorted(both['title'].value_counts().index)[0] == 'Volume 1'
            """,
            before="""
                import pandas as pd, numpy as np, os
                import warnings
                warnings.filterwarnings('ignore')
                folder = 'data'
                ratings = pd.read_csv(os.path.join(folder, 'ratings.csv'), sep=';')
                books = pd.read_csv(os.path.join(folder, 'titles.csv'), sep=';', encoding='latin1')
                ratings = ratings[0:48]
            """,
        ),
        part(
            """
                def pivot(ratings, least=4, signs=False):
                    ### BEGIN SOLUTION
                    table = ratings.pivot(index='user', columns='isbn', values='stars')
                    matrix = np.where(table.values > least, 1, -1 if signs else 0)
                    return matrix, table
                    ### END SOLUTION
            """,
            "def pivot(ratings, least=4, signs=False):\n    return [[1]], ratings",
            """
                plain, table = pivot(ratings)
                assert type(np.array([])) == type(plain)
                assert np.max(plain) == 1 and np.min(plain) == 0
                assert (8, 6) == plain.shape
                signed, table = pivot(ratings, signs=True)
                assert np.min(signed) == -1
                assert table.index[0] == 1
            """,
        ),
        part(
            """
                def nearest(x, y):
                    ### BEGIN SOLUTION
                    found = [cosine(row, y) for row in x]
                    return int(np.argmax(found)), max(found), x[np.argmax(found)] - y == 1
                    ### END SOLUTION
            """,
            "def nearest(x, y):\n    return 0, 0.0, y",
            """
                number, value, mask = nearest(signed, new)
                assert len(mask) == 6
                assert round(value, 7) == 0.4082483
                assert table.index[number] == 1 + number
            """,
            before="""
                def cosine(u, v):
                    return np.dot(u, v) / np.sqrt(np.dot(u, u) * np.dot(v, v))
                new = np.array([1, -1, 1, 0, 0, 1])
            """,
        ),
        part(
            """
                def titles_of(table, books, mask):
                    ### BEGIN SOLUTION
                    wanted = table.columns[np.asarray(mask)]
                    return books[books.isbn.isin(wanted)].title.tolist()
                    ### END SOLUTION
            """,
            "def titles_of(table, books, mask):\n    return books.title.tolist()",
            """
                found = titles_of(table, books, mask)
                assert isinstance(found, list) and all(isinstance(t, str) for t in found)
                assert len(found) == mask.sum()
            """,
        ),
        files={"data/ratings.csv": RATINGS, "data/titles.csv": TITLES},
        stock={"half": (0, 1, 0, 0)},
    ),
)
