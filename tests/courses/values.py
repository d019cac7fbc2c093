"""Values that a student's code hands to a test."""

from courses.question import question

CASES = (
    question(
        "set-returned",
        """
            def f(s):
                return set(s)
        """,
        """
            assert f('abca') == {'a', 'b', 'c'}
            assert isinstance(f('a'), set)
        """,
        """
            def f(s):
                return list(s)
        """,
    ),
    question(
        "frozenset",
        """
            def f(s):
                return frozenset(s)
        """,
        """
            assert f([1, 2]) == frozenset([1, 2])
            assert hash(f([1])) == hash(frozenset([1]))
        """,
        """
            def f(s):
                return frozenset()
        """,
    ),
    question(
        "set-argument",
        """
            def common(a, b):
                return a & b
        """,
        "assert common({1, 2, 3}, {2, 3, 4}) == {2, 3}",
        """
            def common(a, b):
                return a | b
        """,
    ),
    question(
        "range",
        """
            def f(n):
                return range(n)
        """,
        """
            assert f(4) == range(4)
            assert list(f(3)) == [0, 1, 2]
        """,
        """
            def f(n):
                return range(n + 1)
        """,
    ),
    question(
        "ordereddict",
        """
            from collections import OrderedDict
            def f():
                return OrderedDict(a=1, b=2)
        """,
        """
            from collections import OrderedDict
            assert isinstance(f(), OrderedDict)
            assert f() == OrderedDict(a=1, b=2)
            assert f() != OrderedDict(b=2, a=1)
        """,
        """
            def f():
                return dict(a=1, b=2)
        """,
    ),
    question(
        "defaultdict",
        """
            from collections import defaultdict
            def groups(words):
                d = defaultdict(list)
                for w in words:
                    d[w[0]].append(w)
                return d
        """,
        """
            d = groups(['ab', 'ac', 'b'])
            assert d['a'] == ['ab', 'ac']
            assert d['z'] == []
        """,
        """
            def groups(words):
                return {'a': words}
        """,
    ),
    question(
        "counter",
        """
            from collections import Counter
            def count(s):
                return Counter(s)
        """,
        """
            from collections import Counter
            assert count('hello')['l'] == 2
            assert count('hello').most_common(1) == [('l', 2)]
            assert count('hello')['z'] == 0
        """,
        """
            def count(s):
                return {c: 1 for c in s}
        """,
    ),
    question(
        "namedtuple-given",
        """
            def move(p):
                return Point(p.x + 1, p.y)
        """,
        """
            p = move(Point(1, 2))
            assert p.x == 2 and p.y == 2
            assert p == Point(2, 2)
            assert isinstance(p, Point)
        """,
        """
            def move(p):
                return Point(p.x, p.y)
        """,
        before="""
            from collections import namedtuple
            Point = namedtuple('Point', 'x y')
        """,
    ),
    question(
        "namedtuple-own",
        """
            from collections import namedtuple
            Pair = namedtuple('Pair', ['left', 'right'])
            def swap(p):
                return Pair(p.right, p.left)
        """,
        """
            assert swap(Pair(1, 2)) == Pair(2, 1)
            assert swap(Pair(1, 2)).left == 2
            assert Pair._fields == ('left', 'right')
        """,
        """
            from collections import namedtuple
            Pair = namedtuple('Pair', ['left', 'right'])
            def swap(p):
                return p
        """,
    ),
    question(
        "fraction",
        """
            from fractions import Fraction
            def half(n):
                return Fraction(n, 2)
        """,
        """
            from fractions import Fraction
            assert half(3) == Fraction(3, 2)
            assert isinstance(half(3), Fraction)
            assert half(3).numerator == 3
        """,
        """
            def half(n):
                return n // 2
        """,
    ),
    question(
        "decimal",
        """
            from decimal import Decimal
            def add(a, b):
                return Decimal(a) + Decimal(b)
        """,
        """
            from decimal import Decimal
            assert add('0.1', '0.2') == Decimal('0.3')
        """,
        """
            def add(a, b):
                return float(a) + float(b)
        """,
    ),
    question(
        "date",
        """
            from datetime import date, timedelta
            def tomorrow(d):
                return d + timedelta(days=1)
        """,
        """
            from datetime import date
            assert tomorrow(date(2024, 2, 28)) == date(2024, 2, 29)
        """,
        """
            def tomorrow(d):
                return d
        """,
    ),
    question(
        "datetime-zone",
        """
            from datetime import datetime, timezone
            def epoch():
                return datetime(1970, 1, 1, tzinfo=timezone.utc)
        """,
        """
            from datetime import datetime, timezone, timedelta
            assert epoch() == datetime(1970, 1, 1, tzinfo=timezone.utc)
            assert epoch() - epoch() == timedelta(0)
            assert epoch().tzinfo is not None
        """,
        """
            from datetime import datetime
            def epoch():
                return datetime(1971, 1, 1)
        """,
    ),
    question(
        "datetime64",
        """
            import numpy as np
            def days(start, n):
                return np.datetime64(start) + np.arange(n)
        """,
        """
            import numpy as np
            d = days('2024-01-31', 2)
            assert d.dtype.kind == 'M'
            assert d[1] == np.datetime64('2024-02-01')
        """,
        """
            import numpy as np
            def days(start, n):
                return np.arange(n)
        """,
    ),
    question(
        "poly1d",
        """
            import numpy as np
            def fit(x, y):
                return np.poly1d(np.polyfit(x, y, 1))
        """,
        """
            import numpy as np
            p = fit([0, 1, 2], [1, 3, 5])
            assert np.isclose(p(10), 21)
            assert np.allclose(p.coeffs, [2, 1])
        """,
        """
            import numpy as np
            def fit(x, y):
                return np.poly1d([1, 1])
        """,
    ),
    question(
        "polynomial",
        """
            from numpy.polynomial import Polynomial
            def derive(c):
                return Polynomial(c).deriv()
        """,
        """
            import numpy as np
            p = derive([1, 2, 3])
            assert np.allclose(p.coef, [2, 6])
            assert np.isclose(p(1), 8)
        """,
        """
            from numpy.polynomial import Polynomial
            def derive(c):
                return Polynomial(c)
        """,
    ),
    question(
        "structured",
        """
            import numpy as np
            def people():
                return np.array([('a', 1), ('b', 2)], dtype=[('name', 'U5'), ('age', 'i4')])
        """,
        """
            p = people()
            assert p['age'].sum() == 3
            assert p.dtype.names == ('name', 'age')
        """,
        """
            import numpy as np
            def people():
                return np.array([1, 2])
        """,
    ),
    question(
        "masked",
        """
            import numpy as np
            def mask(a):
                return np.ma.masked_less(a, 0)
        """,
        """
            import numpy as np
            m = mask(np.array([1, -1, 3]))
            assert m.mean() == 2
            assert m.mask.tolist() == [False, True, False]
        """,
        """
            import numpy as np
            def mask(a):
                return np.ma.masked_less(a, -5)
        """,
    ),
    question(
        "complex",
        """
            def roots():
                return 1j, -1j
        """,
        """
            assert roots()[0] ** 2 == -1
            assert roots()[0] == 1j
        """,
        """
            def roots():
                return 1, -1
        """,
    ),
    question(
        "bytes",
        """
            def enc(s):
                return s.encode('utf-8')
        """,
        r"""
            assert enc('é') == b'\xc3\xa9'
            assert isinstance(enc('a'), bytes)
        """,
        """
            def enc(s):
                return s
        """,
    ),
    question(
        "deque",
        """
            from collections import deque
            def rot(a):
                d = deque(a)
                d.rotate(1)
                return d
        """,
        """
            assert list(rot([1, 2, 3])) == [3, 1, 2]
            assert rot([1, 2])[0] == 2
        """,
        """
            from collections import deque
            def rot(a):
                return deque(a)
        """,
    ),
    question(
        "string-array",
        """
            import numpy as np
            def names():
                return np.array(['ab', 'c'])
        """,
        """
            n = names()
            assert n[0] == 'ab' and n.dtype.kind == 'U'
        """,
        """
            import numpy as np
            def names():
                return np.array([1])
        """,
    ),
    question(
        "object-array",
        """
            import numpy as np
            def cells():
                return np.array([1, 'a', None], dtype=object)
        """,
        "assert cells()[1] == 'a' and cells()[2] is None",
        """
            import numpy as np
            def cells():
                return np.array([1, 2, 3])
        """,
    ),
    question(
        "generator",
        """
            def evens(n):
                for i in range(n):
                    if i % 2 == 0:
                        yield i
        """,
        """
            assert list(evens(7)) == [0, 2, 4, 6]
            g = evens(5)
            assert next(g) == 0 and next(g) == 2
        """,
        """
            def evens(n):
                yield from range(n)
        """,
    ),
    question(
        "generator-type",
        """
            def squares():
                i = 0
                while True:
                    yield i * i
                    i += 1
        """,
        """
            import types, itertools
            assert isinstance(squares(), types.GeneratorType)
            assert list(itertools.islice(squares(), 4)) == [0, 1, 4, 9]
        """,
        """
            def squares():
                return [0, 1, 4, 9]
        """,
    ),
    question(
        "map-filter",
        """
            def odd(a):
                return filter(lambda x: x % 2, a)
        """,
        "assert list(odd([1, 2, 3])) == [1, 3]",
        """
            def odd(a):
                return a
        """,
    ),
    question(
        "dict-views",
        """
            def keys(d):
                return d.keys()
        """,
        """
            assert set(keys({'a': 1, 'b': 2})) == {'a', 'b'}
            assert sorted(keys({'b': 1, 'a': 2})) == ['a', 'b']
        """,
        """
            def keys(d):
                return d.values()
        """,
    ),
    question(
        "zip-enumerate",
        """
            def pairs(a, b):
                return zip(a, b)
        """,
        "assert list(pairs([1, 2], 'ab')) == [(1, 'a'), (2, 'b')]",
        """
            def pairs(a, b):
                return zip(b, a)
        """,
    ),
    question(
        "path",
        """
            from pathlib import Path
            def child(p):
                return Path(p) / 'x.txt'
        """,
        """
            from pathlib import Path
            assert child('a') == Path('a/x.txt')
            assert child('a').name == 'x.txt'
        """,
        """
            def child(p):
                return p + '/x.txt'
        """,
    ),
    question(
        "type-returned",
        """
            def kind(x):
                return type(x)
        """,
        """
            assert kind(3) is int
            assert kind('a') == str
        """,
        """
            def kind(x):
                return str(type(x))
        """,
    ),
    question(
        "bigint-nan",
        """
            def f():
                return 2 ** 100, float('nan'), float('inf')
        """,
        """
            import math
            a, b, c = f()
            assert a == 2 ** 100 and math.isnan(b) and c == float('inf')
        """,
        """
            def f():
                return 1, 2, 3
        """,
    ),
    question(
        "deepnested",
        """
            def tree():
                return {'a': [{'b': (1, {2})}], (1, 2): 'k'}
        """,
        """
            t = tree()
            assert t['a'][0]['b'][1] == {2}
            assert t[(1, 2)] == 'k'
        """,
        """
            def tree():
                return {}
        """,
    ),
    question(
        "pattern",
        r"""
            import re
            pat = re.compile(r'\d+')
            def first(s):
                return pat.search(s)
        """,
        """
            assert pat.findall('a1b22') == ['1', '22']
            assert first('a42').group() == '42'
            assert first('x') is None
        """,
        r"""
            import re
            pat = re.compile(r'\w+')
            def first(s):
                return pat.search(s)
        """,
    ),
    question(
        "matrix",
        """
            import numpy as np
            def m():
                return np.matrix([[1, 2], [3, 4]])
        """,
        "assert (m() * m()).tolist() == [[7, 10], [15, 22]]",
        """
            import numpy as np
            def m():
                return np.array([[1, 2], [3, 4]])
        """,
    ),
    question(
        "slice",
        """
            def last(n):
                return slice(-n, None)
        """,
        "assert [1, 2, 3][last(2)] == [2, 3]",
        """
            def last(n):
                return slice(0, n)
        """,
    ),
    question(
        "exception-returned",
        """
            def err():
                return ValueError('bad', 3)
        """,
        """
            e = err()
            assert isinstance(e, ValueError)
            assert e.args == ('bad', 3)
            assert str(ValueError('x')) == 'x'
        """,
        """
            def err():
                return 'bad'
        """,
    ),
    question(
        "uuid-bytearray",
        """
            import uuid
            def ident():
                return uuid.UUID(int=5), bytearray(b'ab')
        """,
        """
            import uuid
            a, b = ident()
            assert a == uuid.UUID(int=5)
            assert b == bytearray(b'ab') and b[0] == 97
        """,
        """
            def ident():
                return 5, b'x'
        """,
    ),
    question(
        "scalar-types",
        """
            import numpy as np
            def f():
                return np.float32(0.5), np.bool_(True), np.int8(3)
        """,
        """
            import numpy as np
            a, b, c = f()
            assert isinstance(a, np.float32) and a == 0.5
            assert b and c.dtype == np.int8
        """,
        """
            def f():
                return 0, False, 3
        """,
    ),
)
