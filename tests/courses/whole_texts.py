"""Whole assignments with texts, a database, pictures, figures and scripts."""

from courses.question import assignment, part

STORY = (
    "The king of the birds met the king of the fish. 'Who are you?' asked the bird.\n"
    "'I am Arthur, King of the Britons!' said the fish; the swallows were non-migratory.\n"
) * 3
ROWS = "day,city,delay\n" + "".join(
    f"{d},{c},{(d * 7 + len(c) * 3) % 11 - 2}\n"
    for d in range(1, 5)
    for c in ("Rome", "Oslo", "Zagreb")
)

CASES = (
    assignment(
        "words-of-a-story",
        part(
            """
                def tokenize(text):
                    ### BEGIN SOLUTION
                    return re.findall(r"[\\w-]+|[^\\w\\s]", text)
                    ### END SOLUTION
            """,
            "def tokenize(text):\n    return text.split()",
            """
                tok = tokenize(story)
                assert isinstance(tok, list)
                assert all(isinstance(t, str) for t in tok)
                assert tok[:6] == ['The', 'king', 'of', 'the', 'birds', 'met']
                assert len(tok) == 126
            """,
            before="""
                import re, collections
                story = open('story.txt').read()
                assert isinstance(story, str)
            """,
        ),
        part(
            """
                def pairs(tokens, most):
                    ### BEGIN SOLUTION
                    counted = collections.Counter(zip(tokens, tokens[1:]))
                    return sorted(p for p, n in counted.most_common(most))
                    ### END SOLUTION
            """,
            "def pairs(tokens, most):\n    return list(map(list, zip(tokens, tokens[1:])))",
            """
                best = pairs(tok, 2)
                assert isinstance(best, list) and len(best) == 2
                assert all(isinstance(p, tuple) for p in best)
                assert ('of', 'the') in best
            """,
        ),
        part(
            """
                ### BEGIN SOLUTION
                CAPITAL = re.compile(r"\\b[A-Z]\\w+")

                def names(text):
                    return {m.group() for m in CAPITAL.finditer(text)}
                ### END SOLUTION
            """,
            "CAPITAL = '[a-z]'\ndef names(text):\n    return set(text.split())",
            "assert CAPITAL.match('Rome') and not CAPITAL.match('rome')",
            "assert names('Anna met Bo.') == {'Anna', 'Bo'}",
        ),
        part(
            """
                def masked(text, *, sign='*'):
                    ### BEGIN SOLUTION
                    return re.sub(r'\\d', sign, text)
                    ### END SOLUTION
            """,
            "def masked(text, *, sign='*'):\n    return sign * len(text)",
            """
                assert masked('a1b22') == 'a*b**'
                ### BEGIN HIDDEN TESTS
                assert masked('7-8', sign='#') == '#-#'
                import unittest
                with unittest.TestCase().assertRaises(TypeError):
                    masked('7', '#')
                ### END HIDDEN TESTS
            """,
        ),
        files={"story.txt": STORY},
        stock={"half": (0, 1, 0, 0, 1)},
    ),
    assignment(
        "asking-a-database",
        part(
            "first = 'SELECT city, MAX(delay) AS worst FROM flights GROUP BY city ORDER BY city'",
            "first = 'SELECT city FROM flights'",
            """
                found = pd.read_sql(first, con)
                assert list(found.columns) == ['city', 'worst']
                assert found.shape == (3, 2)
                assert found['worst'].max() == 8
            """,
            before="""
                import sqlite3
                import pandas as pd
                con = sqlite3.connect(':memory:')
                pd.read_csv('rows.csv').to_sql('flights', con, index=False)
            """,
        ),
        part(
            """
                def late(connection, more_than):
                    ### BEGIN SOLUTION
                    rows = connection.execute(
                        'SELECT day, city FROM flights WHERE delay > ? ORDER BY day', (more_than,))
                    return rows.fetchall()
                    ### END SOLUTION
            """,
            "def late(connection, more_than):\n    return []",
            """
                own = sqlite3.connect('mine.db')
                own.execute('DROP TABLE IF EXISTS flights')
                own.execute('CREATE TABLE flights (day, city, delay)')
                own.executemany('INSERT INTO flights VALUES (?, ?, ?)', [(1, 'A', 5), (2, 'B', 1)])
                assert late(own, 3) == [(1, 'A')]
            """,
        ),
        part(
            """
                def add(rows):
                    ### BEGIN SOLUTION
                    with con:
                        con.executemany('INSERT INTO flights VALUES (?, ?, ?)', rows)
                    return con.execute('SELECT COUNT(*) FROM flights').fetchone()[0]
                    ### END SOLUTION
            """,
            "def add(rows):\n    return len(rows)",
            """
                before = pd.read_sql('SELECT COUNT(*) AS n FROM flights', con)['n'][0]
                assert add([(9, 'Lima', 3), (9, 'Lund', 4)]) == before + 2
                assert 'Lima' in pd.read_sql('SELECT city FROM flights', con)['city'].tolist()
            """,
        ),
        files={"rows.csv": ROWS},
        inside="a connection does not cross, nor does a database that code changes",
    ),
    assignment(
        "pictures-and-figures",
        part(
            "shape = M.shape",
            "shape = img.size",
            "assert shape == (6, 8, 3)",
            before="""
                %matplotlib inline
                import matplotlib as mpl
                import matplotlib.pyplot as plt
                import numpy as np
                from PIL import Image
                data = np.full((6, 8, 3), 255, dtype=np.uint8)
                data[1:4, 2:7] = (200, 30, 40)
                img = Image.fromarray(data)
                M = np.array(img)
                plt.imshow(img)
            """,
        ),
        part(
            """
                R, G, B = (M[:, :, i] * 1.0 for i in range(3))
                ### BEGIN SOLUTION
                V = (R + G + B) / 3
                redness = np.mean((R - (G + B) / 2)[V != 255])
                ### END SOLUTION
                redness
            """,
            "V = M\nredness = np.mean(M)",
            "assert V.shape == (6, 8)\nassert abs(redness - 165) < 1e-9",
        ),
        part(
            """
                def crop(picture):
                    ### BEGIN SOLUTION
                    a = np.array(picture).min(axis=2) < 255
                    rows, cols = np.where(a.any(1))[0], np.where(a.any(0))[0]
                    return picture.crop((cols[0], rows[0], cols[-1] + 1, rows[-1] + 1))
                    ### END SOLUTION
            """,
            "def crop(picture):\n    return picture",
            """
                small = crop(img)
                assert small.size == (5, 3)
                assert isinstance(small, Image.Image)
                assert (np.array(small) == (200, 30, 40)).all()
            """,
        ),
        part(
            """
                def scatter(x, y):
                    ### BEGIN SOLUTION
                    fig, ax = plt.subplots()
                    ax.scatter(x, y)
                    ax.plot(x, np.polyval(np.polyfit(x, y, 1), x))
                    ax.set(title='Delays', xlabel='Departure', ylabel='Delay')
                    return ax
                    ### END SOLUTION
            """,
            "def scatter(x, y):\n    fig, ax = plt.subplots()\n    return ax",
            """
                ax1 = scatter(np.arange(5), np.arange(5) ** 2)
                assert isinstance(ax1, mpl.axes.Axes), 'return the axes'
                assert len(ax1.lines) == 1
                assert len(ax1.collections) == 1, 'There is no scatter plot.'
                assert len(ax1.title.get_text()) != 0
                assert ax1.xaxis.get_label_text() != 'x'
                x_axis, y_axis = ax1.collections[0].get_offsets().T
                np.testing.assert_array_equal(x_axis, np.arange(5))
                line = ax1.get_lines()[0]
                np.testing.assert_array_almost_equal(line.get_ydata()[-1] - line.get_ydata()[0], 16)
            """,
        ),
        part(
            """
                def bars(values, bins):
                    ### BEGIN SOLUTION
                    fig, ax = plt.subplots()
                    ax.hist(values, bins=bins)
                    return ax
                    ### END SOLUTION
            """,
            "def bars(values, bins):\n    return plt.subplots()[1]",
            """
                ax2 = bars([1, 1, 2, 3, 3, 3], 3)
                patches = ax2.patches
                assert len(patches) == 3
                for i in range(len(patches)):
                    assert patches[i].get_height() == [2, 1, 3][i]
            """,
        ),
    ),
    assignment(
        "scripts-and-shell",
        part(
            "%%writefile mapper.py\nimport sys\nfor line in sys.stdin:\n"
            "    print(line.split()[0] + ',1')",
            "%%writefile mapper.py\nimport sys\nprint(sys.stdin.read())",
            before="import os\nos.environ['PYTHONIOENCODING'] = 'utf-8'",
        ),
        part(
            "%%writefile reducer.py\nimport sys\nfrom collections import Counter\n"
            "counts = Counter(line.split(',')[0] for line in sys.stdin)\n"
            "for k in sorted(counts):\n    print(k, counts[k])",
            "%%writefile reducer.py\nprint('nothing')",
            "assert mapped == ['a,1', 'b,1', 'a,1']",
            before="""
                import subprocess, sys
                def piped(script, lines):
                    done = subprocess.run([sys.executable, script], input='\\n'.join(lines),
                                          capture_output=True, text=True)
                    return done.stdout.splitlines()
                mapped = piped('mapper.py', ['a x', 'b y', 'a z'])
            """,
        ),
        part(
            "words = !echo one two; echo three",
            "words = !echo one",
            "assert reduced == ['a 2', 'b 1']",
            "assert len(words) == 2\nassert words[-1] == 'three'\nassert 'two' in words.s",
            before="reduced = piped('reducer.py', ['a,1', 'a,1', 'b,1'])",
        ),
        stock={"half": (0, 1, 0)},
        inside="what the shell printed crosses as a plain list",
    ),
)
