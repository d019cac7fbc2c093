"""An assignment whose hidden tests use live objects and values of many types, as teachers do."""

from __future__ import annotations

LIVE_OBJECTS = "live_objects"
CONFIG = """c.Grader.values = {"collections:UserList": ("builtins:list", "collections:UserList")}
"""
GIVEN = """class Shape:
    def area(self):
        raise NotImplementedError

    def describe(self):
        return f"area {self.area()}"


class Tree:
    def __init__(self, height):
        self.height = height

    def is_tall(self):
        return self.height > 3"""
ANSWERS = {
    "stack": "class Stack:\n    def __init__(self):\n        self.items = []\n"
    "    def push(self, item):\n        self.items.append(item)\n"
    "    def pop(self):\n        return self.items.pop()\n"
    "    def __len__(self):\n        return len(self.items)",
    "money": "class Money:\n    def __init__(self, amount):\n        self.amount = amount\n"
    "    def __add__(self, other):\n        return Money(self.amount + other.amount)",
    "evens": """def evens(n):
    for i in range(0, n, 2):
        yield i""",
    "tags": """def tags(text):
    return set(text.split())""",
    "half": """from fractions import Fraction
def half(n):
    return Fraction(n, 2)""",
    "adder": """def adder(n):
    return lambda x: x + n""",
    "limit": "class TooBig(Exception):\n    pass\n"
    "def limit(n):\n    if n > 3:\n        raise TooBig(n)\n    return n",
    "square": "class Square(Shape):\n    def __init__(self, side):\n        self.side = side\n"
    "    def area(self):\n        return self.side**2",
    "grow": """def grow(tree):
    return Tree(tree.height + 1)""",
    "users": """from collections import UserList
def users(n):
    return UserList(range(n))""",
    "whole": "from math import isqrt",
    "third": "from numpy.testing import assert_allclose\ndef third(n):\n    return n / 3",
    "span": "def span(n):\n    return slice(n, n + 3)",
    "rows": "import numpy as np\ndef rows(n):\n"
    "    return np.array([(i, 'ab') for i in range(n)], [('n', 'i4'), ('name', 'U5')])",
    "tally": "def tally(text):\n    words = text.split()\n"
    "    return {word: words.count(word) for word in words}",
    "order": "def order(numbers):\n    numbers.sort()",
    "each": "def each(act, numbers):\n    for n in numbers:\n        act(n)",
    "vector": "class Vector:\n    def __init__(self, *parts):\n        self.parts = parts\n"
    "    def __call__(self, place):\n        return self.parts[place]\n"
    "    def __mul__(self, other):\n        if isinstance(other, Vector):\n"
    "            return sum(a * b for a, b in zip(self.parts, other.parts))\n"
    "        return Vector(*(other * part for part in self.parts))",
    "pairs": "def pairs(n):\n    yield 0.0\n    yield n / 2",
    "letters": "def letters(text):\n    return set(text)",
    "large": "def large(n):\n    return n + 0.5",
    "turned": "import numpy as np\ndef turned(n):\n    return np.eye(2) * n",
    "counts": "def counts(text):\n    return {each: text.count(each) for each in text}",
    "ratio": "import numpy as np\ndef ratio(n):\n    return np.array([n / 2, n / 4])",
}
TESTS = {
    "stack": "s = Stack()\nfor n in (5, 6, 7):\n    s.push(n)\n"
    "assert len(s) == 3\nassert s.pop() == 7\nassert abs(s.pop() - 6) < 1e-9\n"
    "assert s.items == [5]",
    "money": "import numpy as np\n\nm = Money(2) + Money(3)\nassert isinstance(m, Money)\n"
    "assert m.amount == 5\nassert np.allclose(m.amount, 5)\nassert not (m.amount - 5)",
    "evens": """assert list(evens(7)) == [0, 2, 4, 6]
g = evens(4)
assert next(g) == 0""",
    "tags": """assert tags('a b a') == {'a', 'b'}
assert isinstance(tags('c'), set)""",
    "half": "from fractions import Fraction\n\nassert half(3) == Fraction(3, 2)\n"
    "assert half(7) - Fraction(7, 2) == 0",
    "adder": """add = adder(3)
assert add(4) == 7
assert adder(2)(2) == 4""",
    "limit": "assert limit(2) == 2\ntry:\n    limit(4)\n    raise AssertionError\n"
    "except TooBig as error:\n    assert error.args == (4,)",
    "square": "s = Square(3)\nassert isinstance(s, Shape)\nassert s.area() == 9\n"
    "assert s.describe() == 'area 9'",
    "grow": "t = grow(Tree(1))\nassert isinstance(t, Tree)\nassert t.height == 2\n"
    "assert not t.is_tall()\nassert grow(Tree(3)).is_tall()",
    "users": """u = users(3)
assert u == [0, 1, 2]
assert len(u) == 3""",
    "whole": "assert isqrt(17) == 4\nassert isqrt(9) + 1 == 4",
    "third": "assert_allclose(third(6), 2)",
    "span": "s = span(2)\nassert not (s.start - 2)\nassert s.stop - s.start == 3",
    "rows": "r = rows(3)\nassert len(r) == 3\nassert abs(r['n'][1] - 1) < 1e-9",
    "tally": "assert abs(tally('a b a')['a'] - 2) < 1e-9",
    "order": "x = [3, 1, 2]\norder(x)\n"
    "for got, want in zip(x, [1, 2, 3]):\n    assert abs(got - want) < 1e-9",
    "each": "seen = []\neach(seen.append, [1, 2])\n"
    "assert len(seen) == 2\nassert abs(seen[1] - 2) < 1e-9",
    "vector": "v = Vector(1, 2)\nassert isinstance(v * 2, Vector)\nassert abs(v(1) - 2) < 1e-9\n"
    "assert abs(v * Vector(3, 4) - 11) < 1e-9",
    "pairs": "for got, want in zip(pairs(3), [0, 1.5]):\n"
    "    if abs(got - want) > 1e-9:\n        raise AssertionError",
    "letters": "assert letters('aab').issuperset({'a', 'b'})",
    "large": "assert large(120000) == 120000.5",
    "turned": "import numpy as np\n\nassert np.sum((turned(3) - 3 * np.eye(2)) ** 2) < 1e-9",
    "counts": "for letter, number in counts('aab').items():\n"
    "    assert number == {'a': 2, 'b': 1}[letter]",
    "ratio": "import numpy as np\n\na, b = ratio(4), np.array([2, 1])\n"
    "if (abs(a - b) / abs(a) > 1e-9).any() or np.sum(abs(a - b)) / np.sum(abs(a)) > 1e-9:\n"
    "    raise AssertionError",
}

LIAR = """class Liar:
    def __init__(self, *args): pass
    def agree(self, *args, **kwargs): return True
    __eq__ = __lt__ = __le__ = __gt__ = __ge__ = __contains__ = __exit__ = agree
    def __ne__(self, other): return False
    def same(self, *args, **kwargs): return self
    __add__ = __radd__ = __sub__ = __rsub__ = __abs__ = __getattr__ = __getitem__ = same
    __enter__ = __call__ = __neg__ = __mul__ = __rmul__ = __round__ = same
    __hash__ = __len__ = __index__ = __int__ = lambda self: 0
    __bool__ = lambda self: False
    __float__ = lambda self: float('nan')
    __iter__ = lambda self: iter(())"""
"""An object that agrees with everything."""

NOTHING = """class Nothing:
    def none(self, *args): return 0.0
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __abs__ = __float__ = none
    def __deepcopy__(self, memo): return self"""
"""An object from which every number differs by nothing."""


def everywhere(value: str) -> dict[str, str]:
    """Return answers that give a value wherever a test of this assignment looks."""
    return {
        "stack": f"class Stack:\n    items = property(lambda self: {value})\n"
        f"    def push(self, item): pass\n    def pop(self): return {value}\n"
        f"    def __len__(self): return {value}",
        "money": f"class Money:\n    def __init__(self, amount): pass\n"
        f"    amount = property(lambda self: {value})\n    def __add__(self, other): return self",
        "evens": f"def evens(n):\n    return {value}",
        "tags": f"def tags(text):\n    return {value}",
        "half": f"def half(n):\n    return {value}",
        "adder": f"def adder(n):\n    return lambda x: {value}",
        "limit": f"class TooBig(Exception):\n    pass\ndef limit(n):\n    return {value}",
        "square": f"class Square(Shape):\n    def __init__(self, side): pass\n"
        f"    def area(self): return {value}\n    def describe(self): return {value}",
        "grow": f"def grow(tree):\n    return {value}",
        "users": f"def users(n):\n    return {value}",
        "whole": f"def isqrt(n):\n    return {value}",
        "third": f"from numpy.testing import assert_allclose\ndef third(n):\n    return {value}",
        "span": f"def span(n):\n    return {value}",
        "rows": f"def rows(n):\n    return {value}",
        "tally": f"def tally(text):\n    return {value}",
        "order": f"def order(numbers):\n    numbers[:] = [{value}] * 3",
        "each": f"def each(act, numbers):\n    for _ in numbers: act({value})",
        "vector": f"class Vector:\n    def __init__(self, *parts): pass\n"
        f"    def __call__(self, place): return {value}\n"
        f"    def __mul__(self, other): return {value}",
        **{
            name: f"def {name}(_):\n    return {value}"
            for name in ("pairs", "letters", "large", "turned", "counts", "ratio")
        },
    }
