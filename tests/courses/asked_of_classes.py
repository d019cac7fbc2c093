"""What tests ask of a class or a function as such: its methods, its names, its text."""

from courses.question import STOCK, question

CARD = """
    class Card:
        def __init__(self, suit):
            self.suit = suit
        def __eq__(self, other):
            return self.suit == other.suit
        def __hash__(self):
            return hash(self.suit)
"""
POINT = """
    class Point:
        def __init__(self, x, y):
            self.x, self.y = x, y
"""

CASES = (
    question(
        "own-text-and-equality",
        """
            class Point:
                def __init__(self, x, y):
                    self.x, self.y = x, y
                def __repr__(self):
                    return f'Point({self.x}, {self.y})'
                def __eq__(self, other):
                    return (self.x, self.y) == (other.x, other.y)
        """,
        """
            assert Point.__repr__ is not object.__repr__
            assert Point.__str__ is object.__str__
            assert Point.__eq__ is not object.__eq__
            assert Point.__init__ is not object.__init__
            assert '__repr__' in vars(Point) and '__repr__' in Point.__dict__
        """,
        POINT,
        stock=STOCK | {"text": 0},
        answers={
            "text": "class Point:\n    def __init__(self): pass\n    def __str__(self): return ''"
        },
    ),
    question(
        "hashable",
        CARD,
        """
            deck = {Card('A'), Card('K'), Card('A')}
            assert len(deck) == 2
        """,
        """
            class Card:
                def __init__(self, suit):
                    self.suit = suit
                def __eq__(self, other):
                    return self.suit == other.suit
        """,
        stock=STOCK | {"alike": 1, "not alike": 0},
        answers={
            "alike": "from dataclasses import dataclass\n"
            "@dataclass(frozen=True)\nclass Card:\n    suit: str",
            "not alike": "class Card:\n    def __init__(self, suit):\n        self.suit = suit",
        },
    ),
    question(
        "hashable-at-all",
        CARD,
        """
            from collections.abc import Hashable
            deck = {Card('A'), Card('K')}
            assert len(deck) == 2 and isinstance(Card('A'), Hashable)
            assert Card.__hash__ is not None
        """,
        """
            class Card:
                def __init__(self, suit):
                    self.suit = suit
                def __eq__(self, other):
                    return self.suit == other.suit
        """,
        stock=STOCK | {"plain": 1},
        answers={"plain": "class Card:\n    def __init__(self, suit):\n        self.suit = suit"},
    ),
    question(
        "not-hashable",
        """
            class Bag:
                def __init__(self, items):
                    self.items = list(items)
                def __eq__(self, other):
                    return sorted(self.items) == sorted(other.items)
                __hash__ = None
        """,
        """
            assert Bag('ab') == Bag('ba')
            try:
                hash(Bag('a'))
            except TypeError as error:
                assert 'unhashable' in str(error)
            else:
                assert False
        """,
        """
            class Bag:
                def __init__(self, items):
                    self.items = list(items)
                def __eq__(self, other):
                    return sorted(self.items) == sorted(other.items)
                def __hash__(self):
                    return 0
        """,
    ),
    question(
        "hash-of-a-base",
        """
            class Base:
                def __init__(self, n):
                    self.n = n
                def __eq__(self, other):
                    return self.n == other.n
            class Key(Base):
                def __hash__(self):
                    return hash(self.n)
        """,
        "assert len({Key(1), Key(1), Key(2)}) == 2",
        """
            class Base:
                def __init__(self, n):
                    self.n = n
                def __eq__(self, other):
                    return self.n == other.n
                def __hash__(self):
                    return hash(self.n)
            class Key(Base):
                def __eq__(self, other):
                    return self.n == other.n
        """,
    ),
    question(
        "slots",
        """
            class Point:
                __slots__ = ('x', 'y')
                def __init__(self, x, y):
                    self.x, self.y = x, y
        """,
        """
            assert hasattr(Point, '__slots__') and 'x' in Point.__slots__
            assert not hasattr(Point(1, 2), '__dict__')
        """,
        POINT,
        stock=STOCK | {"list": 1},
        answers={
            "list": "class Point:\n    __slots__ = ['x', 'y']\n"
            "    def __init__(self, x, y):\n        self.x, self.y = x, y"
        },
    ),
    question(
        "annotations-of-a-class",
        """
            from dataclasses import dataclass
            @dataclass
            class Point:
                x: float
                y: float = 0.0
        """,
        """
            import dataclasses
            assert dataclasses.is_dataclass(Point)
            assert list(Point.__annotations__) == ['x', 'y']
            assert [f.name for f in dataclasses.fields(Point)] == ['x', 'y']
            assert Point.__match_args__ == ('x', 'y')
        """,
        POINT,
    ),
    question(
        "leaves-by-exit",
        """
            def half(n):
                if n % 2:
                    raise ValueError('odd')
                return n // 2
        """,
        """
            assert half(4) == 2
            try:
                half(3)
            except Exception:
                pass
            else:
                assert False
        """,
        """
            import sys
            def half(n):
                if n % 2:
                    sys.exit('odd')
                return n // 2
        """,
    ),
    question(
        "exit-is-asked-for",
        """
            import sys
            def main(arguments):
                if not arguments:
                    sys.exit(2)
                return len(arguments)
        """,
        """
            assert main(['a']) == 1
            try:
                main([])
            except SystemExit as error:
                assert error.code == 2
            else:
                assert False
        """,
        """
            def main(arguments):
                if not arguments:
                    raise ValueError(2)
                return len(arguments)
        """,
        stock=STOCK | {"quiet": 0, "raised": 1},
        answers={
            "quiet": "import sys\ndef main(arguments):\n    return len(arguments) or sys.exit()",
            "raised": "def main(arguments):\n    if arguments: return len(arguments)\n"
            "    raise SystemExit(2)",
        },
    ),
    question(
        "exit-through-a-function-of-the-test",
        """
            import sys
            def stop():
                sys.exit(3)
            def twice(f):
                try:
                    f()
                except Exception:
                    return 'caught'
                return f()
        """,
        """
            try:
                found = twice(lambda: stop())
            except SystemExit:
                found = 'left'
            assert found == 'left'
            assert twice(lambda: 4) == 4
        """,
        """
            def stop():
                raise ValueError
            def twice(f):
                try:
                    f()
                except Exception:
                    return 'caught'
                return f()
        """,
    ),
    question(
        "name-of-a-decorated-function",
        """
            import functools
            def timed(f):
                @functools.wraps(f)
                def wrapper(*args):
                    return f(*args)
                return wrapper
            @timed
            def add(a, b):
                'Add.'
                return a + b
        """,
        """
            assert add(1, 2) == 3
            assert add.__name__ == 'add' and add.__qualname__ == 'add'
        """,
        """
            def timed(f):
                def wrapper(*args):
                    return f(*args)
                return wrapper
            @timed
            def add(a, b):
                'Add.'
                return a + b
        """,
        stock=STOCK | {"plain": 1, "cached": 1},
        answers={
            "plain": "def add(a, b):\n    return a + b",
            "cached": "import functools\n@functools.cache\ndef add(a, b):\n    return a + b",
        },
    ),
    question(
        "text-of-a-function",
        """
            def square(x):
                return x * x
        """,
        """
            import inspect
            assert square(3) == 9
            assert 'for' not in inspect.getsource(square)
        """,
        """
            def square(x):
                total = 0
                for _ in range(x):
                    total += x
                return total
        """,
        stock=STOCK | {"lambda": 1, "branch": 1, "alias": 0, "cached": 0},
        answers={
            "lambda": "square = lambda x: x * x",
            "branch": "if True:\n    def square(x):\n        return x * x",
            "alias": "def slow(x):\n    return sum(x for _ in range(x))\n"
            "def square(x):\n    return x * x\nsquare = slow",
            "cached": "import functools\n@functools.cache\ndef square(x):\n"
            "    return sum(x for _ in range(x))",
        },
    ),
    question(
        "text-of-a-method",
        """
            class Stack:
                def __init__(self):
                    self.items = []
                def push(self, x):
                    self.items.append(x)
        """,
        """
            import inspect
            s = Stack()
            s.push(1)
            assert s.items == [1]
            assert 'append' in inspect.getsource(Stack.push)
        """,
        """
            class Stack:
                def __init__(self):
                    self.items = []
                def push(self, x):
                    self.items += [x]
        """,
    ),
    question(
        "rounding",
        """
            import math
            class Money:
                def __init__(self, cents):
                    self.cents = cents
                def __floor__(self):
                    return self.cents // 100
                def __ceil__(self):
                    return -(-self.cents // 100)
                def __trunc__(self):
                    return self.cents // 100
                def __divmod__(self, n):
                    return divmod(self.cents, n)
                def __rdivmod__(self, n):
                    return divmod(n, self.cents)
        """,
        """
            import math
            m = Money(250)
            assert (math.floor(m), math.ceil(m), math.trunc(m)) == (2, 3, 2)
            assert divmod(m, 100) == (2, 50) and divmod(1000, m) == (4, 0)
        """,
        """
            class Money:
                def __init__(self, cents):
                    self.cents = cents
                def __floor__(self):
                    return 0
        """,
    ),
    question(
        "asynchronous-with-and-for",
        """
            class Lines:
                def __init__(self, lines):
                    self.lines = list(lines)
                async def __aenter__(self):
                    return self
                async def __aexit__(self, kind, error, trace):
                    self.lines.append('closed')
                    return kind is KeyError
                def __aiter__(self):
                    return self
                async def __anext__(self):
                    if not self.lines:
                        raise StopAsyncIteration
                    return self.lines.pop(0)
        """,
        """
            found = []
            async with Lines('ab') as lines:
                async for line in lines:
                    found.append(line)
                raise KeyError('x')
            assert found == ['a', 'b'] and lines.lines == ['closed']
        """,
        """
            class Lines:
                def __init__(self, lines):
                    self.lines = list(lines)
                async def __aenter__(self):
                    return self
                async def __aexit__(self, kind, error, trace):
                    pass
                def __aiter__(self):
                    return self
                async def __anext__(self):
                    raise StopAsyncIteration
        """,
    ),
    question(
        "asynchronous-generator",
        """
            import asyncio
            async def countdown(n):
                while n:
                    yield n
                    await asyncio.sleep(0)
                    n -= 1
        """,
        """
            assert [n async for n in countdown(3)] == [3, 2, 1]
        """,
        """
            async def countdown(n):
                for k in range(n):
                    yield k
        """,
        stock=STOCK | {"empty": 0},
        answers={"empty": "async def countdown(n):\n    if 0: yield"},
    ),
    question(
        "exception-returned",
        """
            class TooFew(ValueError):
                pass
            def check(n):
                return TooFew(f'{n} is too few') if n < 3 else None
        """,
        """
            error = check(2)
            assert isinstance(error, ValueError)
            assert str(error) == '2 is too few'
            assert error.args == ('2 is too few',)
        """,
        """
            class TooFew(ValueError):
                pass
            def check(n):
                return TooFew('few') if n < 3 else None
        """,
        stock=STOCK | {"builtin": 1},
        answers={
            "builtin": "def check(n):\n    return ValueError(f'{n} is too few') if n < 3 else None",
        },
    ),
)
