"""Files that students' code and tests write."""

from courses.question import question

CASES = (
    question(
        "file-written",
        """
            def save(text):
                with open('out.txt', 'w') as f:
                    f.write(text)
        """,
        """
            save('hello')
            assert open('out.txt').read() == 'hello'
        """,
        """
            def save(text):
                pass
        """,
        inside="what is written on one side is not seen on the other",
    ),
    question(
        "file-written-cell",
        r"""
            with open('data.csv', 'w') as f:
                f.write('a,b\n1,2\n')
        """,
        """
            import os, csv
            assert os.path.exists('data.csv')
            rows = list(csv.reader(open('data.csv')))
            assert rows == [['a', 'b'], ['1', '2']]
        """,
        "x = 1",
        inside="what is written on one side is not seen on the other",
    ),
    question(
        "file-from-test",
        """
            def count_lines(path):
                with open(path) as f:
                    return len(f.readlines())
        """,
        r"""
            with open('sample.txt', 'w') as f:
                f.write('1\n2\n3\n')
            assert count_lines('sample.txt') == 3
        """,
        """
            def count_lines(path):
                return 1
        """,
        inside="what is written on one side is not seen on the other",
    ),
    question(
        "file-temporary",
        """
            def load(path):
                return open(path).read()
        """,
        """
            import tempfile, os
            with tempfile.TemporaryDirectory() as d:
                p = os.path.join(d, 'a.txt')
                open(p, 'w').write('xyz')
                assert load(p) == 'xyz'
        """,
        """
            def load(path):
                return ''
        """,
        inside="what is written on one side is not seen on the other",
    ),
    question(
        "file-missing-raises",
        """
            def load(path):
                return open(path).read()
        """,
        """
            try:
                load('nowhere.txt')
                assert False
            except FileNotFoundError:
                pass
        """,
        """
            def load(path):
                return ''
        """,
    ),
    question(
        "file-numpy",
        """
            import numpy as np
            def dump(a):
                np.save('a.npy', a)
                np.savetxt('a.csv', a, delimiter=',')
        """,
        """
            import numpy as np
            dump(np.arange(3.0))
            assert np.load('a.npy').tolist() == [0, 1, 2]
            assert np.loadtxt('a.csv').sum() == 3
        """,
        """
            def dump(a):
                pass
        """,
        inside="what is written on one side is not seen on the other",
    ),
    question(
        "file-json-dir",
        """
            import json, os
            def store(d):
                os.makedirs('out', exist_ok=True)
                with open('out/d.json', 'w') as f:
                    json.dump(d, f)
        """,
        """
            import json, os
            store({'a': 1})
            assert os.listdir('out') == ['d.json']
            assert json.load(open('out/d.json')) == {'a': 1}
        """,
        """
            def store(d):
                pass
        """,
        inside="what is written on one side is not seen on the other",
    ),
    question(
        "file-appended",
        r"""
            def log(line):
                with open('log.txt', 'a') as f:
                    f.write(line + '\n')
        """,
        """
            import os
            if os.path.exists('log.txt'):
                os.remove('log.txt')
            log('a')
            log('b')
            assert open('log.txt').read().split() == ['a', 'b']
        """,
        """
            def log(line):
                open('log.txt', 'w').write(line)
        """,
        inside="what is written on one side is not seen on the other",
    ),
    question(
        "file-object",
        """
            def first(f):
                return f.readline().strip()
        """,
        r"""
            import io
            assert first(io.StringIO('x\ny\n')) == 'x'
        """,
        """
            def first(f):
                return ''
        """,
    ),
    question(
        "writefile-magic",
        """
            %%writefile conf.ini
            [main]
            size = 3
        """,
        """
            import configparser
            c = configparser.ConfigParser()
            c.read('conf.ini')
            assert c['main']['size'] == '3'
        """,
        """
            %%writefile conf.ini
            [main]
            size = 4
        """,
        inside="what is written on one side is not seen on the other",
    ),
    question(
        "sqlite",
        """
            import sqlite3
            def table(con):
                con.execute('create table t (a int)')
                con.execute('insert into t values (3)')
        """,
        """
            import sqlite3
            con = sqlite3.connect(':memory:')
            table(con)
            assert con.execute('select a from t').fetchall() == [(3,)]
        """,
        """
            def table(con):
                pass
        """,
        inside="a connection can be called, so it crosses as a function",
    ),
)
