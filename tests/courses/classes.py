"""Classes and their instances."""

from courses.form import Differs
from courses.question import question

CASES = (
    question(
        "class-methods",
        '''
            class Account:
                """A bank account."""
                rate = 0.1
                def __init__(self, owner, balance=0):
                    self.owner = owner
                    self.balance = balance
                def deposit(self, x):
                    if x <= 0:
                        raise ValueError('not positive')
                    self.balance += x
                    return self
                @property
                def doubled(self):
                    return 2 * self.balance
                @classmethod
                def empty(cls):
                    return cls('nobody')
                @staticmethod
                def fee(x):
                    return x * 0.5
                def __repr__(self):
                    return f'Account({self.owner!r}, {self.balance})'
        ''',
        """
            a = Account('ann')
            a.deposit(5)
            assert a.balance == 5
            a.deposit(5).deposit(1)
            assert a.balance == 11 and a.owner == 'ann' and a.doubled == 22
            assert repr(a) == "Account('ann', 11)"
        """,
        '''
            class Account:
                """A bank account."""
                rate = 0.1
                def __init__(self, owner, balance=0):
                    self.owner = owner
                    self.balance = balance
                def deposit(self, x):
                    if x <= 0:
                        raise ValueError('not positive')
                    self.balance -= x
                    return self
                @property
                def doubled(self):
                    return 2 * self.balance
                @classmethod
                def empty(cls):
                    return cls('nobody')
                @staticmethod
                def fee(x):
                    return x * 0.5
                def __repr__(self):
                    return f'Account({self.owner!r}, {self.balance})'
        ''',
    ),
    question(
        "class-raises",
        '''
            class Account:
                """A bank account."""
                rate = 0.1
                def __init__(self, owner, balance=0):
                    self.owner = owner
                    self.balance = balance
                def deposit(self, x):
                    if x <= 0:
                        raise ValueError('not positive')
                    self.balance += x
                    return self
                @property
                def doubled(self):
                    return 2 * self.balance
                @classmethod
                def empty(cls):
                    return cls('nobody')
                @staticmethod
                def fee(x):
                    return x * 0.5
                def __repr__(self):
                    return f'Account({self.owner!r}, {self.balance})'
        ''',
        """
            a = Account('ann')
            try:
                a.deposit(-1)
            except ValueError as e:
                assert 'positive' in str(e)
            else:
                raise AssertionError('no ValueError')
        """,
        '''
            class Account:
                """A bank account."""
                rate = 0.1
                def __init__(self, owner, balance=0):
                    self.owner = owner
                    self.balance = balance
                def deposit(self, x):
                    if False:
                        raise ValueError('not positive')
                    self.balance += x
                    return self
                @property
                def doubled(self):
                    return 2 * self.balance
                @classmethod
                def empty(cls):
                    return cls('nobody')
                @staticmethod
                def fee(x):
                    return x * 0.5
                def __repr__(self):
                    return f'Account({self.owner!r}, {self.balance})'
        ''',
    ),
    question(
        "class-statics",
        '''
            class Account:
                """A bank account."""
                rate = 0.1
                def __init__(self, owner, balance=0):
                    self.owner = owner
                    self.balance = balance
                def deposit(self, x):
                    if x <= 0:
                        raise ValueError('not positive')
                    self.balance += x
                    return self
                @property
                def doubled(self):
                    return 2 * self.balance
                @classmethod
                def empty(cls):
                    return cls('nobody')
                @staticmethod
                def fee(x):
                    return x * 0.5
                def __repr__(self):
                    return f'Account({self.owner!r}, {self.balance})'
        ''',
        """
            assert Account.rate == 0.1
            assert Account.fee(4) == 2
            assert Account.empty().balance == 0
            assert isinstance(Account.empty(), Account)
            assert Account.__name__ == 'Account'
            assert 'bank' in Account.__doc__
        """,
        '''
            class Account:
                """A bank account."""
                rate = 0.1
                def __init__(self, owner, balance=0):
                    self.owner = owner
                    self.balance = balance
                def deposit(self, x):
                    if x <= 0:
                        raise ValueError('not positive')
                    self.balance += x
                    return self
                @property
                def doubled(self):
                    return 2 * self.balance
                @classmethod
                def empty(cls):
                    return cls('nobody')
                @staticmethod
                def fee(x):
                    return x * 0.25
                def __repr__(self):
                    return f'Account({self.owner!r}, {self.balance})'
        ''',
    ),
    question(
        "class-set-attribute",
        '''
            class Account:
                """A bank account."""
                rate = 0.1
                def __init__(self, owner, balance=0):
                    self.owner = owner
                    self.balance = balance
                def deposit(self, x):
                    if x <= 0:
                        raise ValueError('not positive')
                    self.balance += x
                    return self
                @property
                def doubled(self):
                    return 2 * self.balance
                @classmethod
                def empty(cls):
                    return cls('nobody')
                @staticmethod
                def fee(x):
                    return x * 0.5
                def __repr__(self):
                    return f'Account({self.owner!r}, {self.balance})'
        ''',
        """
            a = Account('x')
            a.balance = 7
            assert a.doubled == 14
            assert hasattr(a, 'owner') and not hasattr(a, 'nothing')
            assert vars(a) == {'owner': 'x', 'balance': 7}
            try:
                a.doubled = 3
                assert False
            except AttributeError:
                pass
        """,
        '''
            class Account:
                """A bank account."""
                rate = 0.1
                def __init__(self, owner, balance=0):
                    self.owner = owner
                    self.balance = balance
                def deposit(self, x):
                    if x <= 0:
                        raise ValueError('not positive')
                    self.balance += x
                    return self
                @property
                def doubled(self):
                    return 3 * self.balance
                @classmethod
                def empty(cls):
                    return cls('nobody')
                @staticmethod
                def fee(x):
                    return x * 0.5
                def __repr__(self):
                    return f'Account({self.owner!r}, {self.balance})'
        ''',
    ),
    question(
        "class-operators",
        """
            class Vector:
                def __init__(self, x, y):
                    self.x, self.y = x, y
                def __add__(self, o):
                    return Vector(self.x + o.x, self.y + o.y)
                def __mul__(self, k):
                    return Vector(self.x * k, self.y * k)
                __rmul__ = __mul__
                def __eq__(self, o):
                    return (self.x, self.y) == (o.x, o.y)
                def __hash__(self):
                    return hash((self.x, self.y))
                def __abs__(self):
                    return (self.x ** 2 + self.y ** 2) ** 0.5
                def __lt__(self, o):
                    return abs(self) < abs(o)
                def __neg__(self):
                    return Vector(-self.x, -self.y)
                def __bool__(self):
                    return bool(self.x or self.y)
                def __str__(self):
                    return f'<{self.x}, {self.y}>'
                def __getitem__(self, i):
                    return (self.x, self.y)[i]
                def __len__(self):
                    return 2
                def __iter__(self):
                    return iter((self.x, self.y))
                def __contains__(self, v):
                    return v in (self.x, self.y)
                def __call__(self, k):
                    return k * self.x
                def __float__(self):
                    return abs(self)
        """,
        """
            v = Vector(1, 2) + Vector(2, 2)
            assert (v.x, v.y) == (3, 4)
            assert Vector(1, 2) + Vector(0, 0) == Vector(1, 2)
            assert Vector(1, 2) != Vector(1, 3)
            assert abs(v) == 5
            assert 2 * v == v * 2 == Vector(6, 8)
            assert -v == Vector(-3, -4)
            assert Vector(0, 1) < v and max([Vector(0, 1), v]) == v
        """,
        """
            class Vector:
                def __init__(self, x, y):
                    self.x, self.y = x, y
                def __add__(self, o):
                    return Vector(self.x + o.x, self.y)
                def __mul__(self, k):
                    return Vector(self.x * k, self.y * k)
                __rmul__ = __mul__
                def __eq__(self, o):
                    return (self.x, self.y) == (o.x, o.y)
                def __hash__(self):
                    return hash((self.x, self.y))
                def __abs__(self):
                    return (self.x ** 2 + self.y ** 2) ** 0.5
                def __lt__(self, o):
                    return abs(self) < abs(o)
                def __neg__(self):
                    return Vector(-self.x, -self.y)
                def __bool__(self):
                    return bool(self.x or self.y)
                def __str__(self):
                    return f'<{self.x}, {self.y}>'
                def __getitem__(self, i):
                    return (self.x, self.y)[i]
                def __len__(self):
                    return 2
                def __iter__(self):
                    return iter((self.x, self.y))
                def __contains__(self, v):
                    return v in (self.x, self.y)
                def __call__(self, k):
                    return k * self.x
                def __float__(self):
                    return abs(self)
        """,
    ),
    question(
        "class-protocols",
        """
            class Vector:
                def __init__(self, x, y):
                    self.x, self.y = x, y
                def __add__(self, o):
                    return Vector(self.x + o.x, self.y + o.y)
                def __mul__(self, k):
                    return Vector(self.x * k, self.y * k)
                __rmul__ = __mul__
                def __eq__(self, o):
                    return (self.x, self.y) == (o.x, o.y)
                def __hash__(self):
                    return hash((self.x, self.y))
                def __abs__(self):
                    return (self.x ** 2 + self.y ** 2) ** 0.5
                def __lt__(self, o):
                    return abs(self) < abs(o)
                def __neg__(self):
                    return Vector(-self.x, -self.y)
                def __bool__(self):
                    return bool(self.x or self.y)
                def __str__(self):
                    return f'<{self.x}, {self.y}>'
                def __getitem__(self, i):
                    return (self.x, self.y)[i]
                def __len__(self):
                    return 2
                def __iter__(self):
                    return iter((self.x, self.y))
                def __contains__(self, v):
                    return v in (self.x, self.y)
                def __call__(self, k):
                    return k * self.x
                def __float__(self):
                    return abs(self)
        """,
        """
            v = Vector(3, 4)
            assert v[0] == 3 and v[1] == 4 and len(v) == 2
            assert list(v) == [3, 4]
            x, y = v
            assert x == 3
            assert 3 in v and 9 not in v
            assert str(v) == '<3, 4>' and f'{v}' == '<3, 4>'
            assert v(2) == 6
            assert bool(v) and not Vector(0, 0)
            assert float(v) == 5.0
            assert len({Vector(1, 2), Vector(1, 2)}) == 1
            assert sorted([v, Vector(1, 0)])[0] == Vector(1, 0)
        """,
        """
            class Vector:
                def __init__(self, x, y):
                    self.x, self.y = x, y
                def __add__(self, o):
                    return Vector(self.x + o.x, self.y + o.y)
                def __mul__(self, k):
                    return Vector(self.x * k, self.y * k)
                __rmul__ = __mul__
                def __eq__(self, o):
                    return (self.x, self.y) == (o.x, o.y)
                def __hash__(self):
                    return hash((self.x, self.y))
                def __abs__(self):
                    return (self.x ** 2 + self.y ** 2) ** 0.5
                def __lt__(self, o):
                    return abs(self) < abs(o)
                def __neg__(self):
                    return Vector(-self.x, -self.y)
                def __bool__(self):
                    return bool(self.x or self.y)
                def __str__(self):
                    return f'<{self.x}, {self.y}>'
                def __getitem__(self, i):
                    return (self.x, self.y)[i]
                def __len__(self):
                    return 2
                def __iter__(self):
                    return iter((self.x, self.y))
                def __contains__(self, v):
                    return v in (self.x, self.y)
                def __call__(self, k):
                    return k
                def __float__(self):
                    return abs(self)
        """,
    ),
    question(
        "class-inheritance",
        """
            class Animal:
                def speak(self):
                    return '...'
            class Dog(Animal):
                def speak(self):
                    return 'Woof'
        """,
        """
            assert issubclass(Dog, Animal)
            d = Dog()
            assert isinstance(d, Animal) and isinstance(d, Dog)
            assert not isinstance(Animal(), Dog)
            assert d.speak() == 'Woof'
            assert type(d) is Dog and type(d).__name__ == 'Dog'
            assert Animal in Dog.__mro__
            assert Dog.__bases__ == (Animal,)
        """,
        """
            class Animal:
                def speak(self):
                    return '...'
            class Dog:
                def speak(self):
                    return 'Woof'
        """,
    ),
    question(
        "class-abstract",
        """
            from abc import ABC, abstractmethod
            class Shape(ABC):
                @abstractmethod
                def area(self): ...
            class Sq(Shape):
                def __init__(self, a): self.a = a
                def area(self): return self.a ** 2
        """,
        """
            try:
                Shape()
                assert False, 'abstract'
            except TypeError:
                pass
            assert Sq(3).area() == 9
        """,
        """
            class Shape:
                pass
            class Sq(Shape):
                def __init__(self, a): self.a = a
                def area(self): return self.a ** 2
        """,
    ),
    question(
        "class-given-base",
        """
            class Square(Shape):
                def __init__(self, a):
                    self.a = a
                def area(self):
                    return self.a ** 2
        """,
        """
            s = Square(3)
            assert isinstance(s, Shape)
            assert s.describe() == 'area 9'
            assert issubclass(Square, Shape)
        """,
        """
            class Square:
                def area(self):
                    return 9
        """,
        before="""
            class Shape:
                def area(self):
                    raise NotImplementedError
                def describe(self):
                    return f'area {self.area()}'
        """,
    ),
    question(
        "class-linked-list",
        """
            class Node:
                def __init__(self, v, next=None):
                    self.v, self.next = v, next
            def reverse(n):
                out = None
                while n:
                    out = Node(n.v, out)
                    n = n.next
                return out
        """,
        """
            r = reverse(Node(1, Node(2, Node(3))))
            assert r.v == 3 and r.next.v == 2 and r.next.next.v == 1
            assert r.next.next.next is None
            n = r
            n.next.v = 7
            assert r.next.v == 7
        """,
        """
            class Node:
                def __init__(self, v, next=None):
                    self.v, self.next = v, next
            def reverse(n):
                return n
        """,
    ),
    question(
        "class-given-node",
        """
            def total(n):
                s = 0
                while n is not None:
                    s += n.v
                    n = n.next
                return s
            def push(n, v):
                return Node(v, n)
        """,
        """
            assert total(Node(1, Node(2))) == 3
            p = push(Node(1), 5)
            assert p.v == 5 and p.next.v == 1
            assert isinstance(p, Node)
            assert total(p) == 6
        """,
        """
            def total(n):
                return 3
            def push(n, v):
                return n
        """,
        before="""
            class Node:
                def __init__(self, v, next=None):
                    self.v, self.next = v, next
        """,
    ),
    question(
        "class-given-mutated",
        """
            def grow(tree):
                tree.height += 1
        """,
        """
            t = Tree()
            grow(t)
            grow(t)
            assert t.height == 3
        """,
        """
            def grow(tree):
                pass
        """,
        before="""
            class Tree:
                def __init__(self):
                    self.height = 1
        """,
    ),
    question(
        "class-stack",
        """
            class Stack:
                def __init__(self): self._a = []
                def push(self, x): self._a.append(x)
                def pop(self): return self._a.pop()
                def __len__(self): return len(self._a)
        """,
        """
            s = Stack()
            for i in range(3):
                s.push(i)
            assert len(s) == 3
            assert [s.pop() for _ in range(3)] == [2, 1, 0]
            try:
                s.pop()
                assert False
            except IndexError:
                pass
        """,
        """
            class Stack:
                def __init__(self): self._a = []
                def push(self, x): self._a.append(x)
                def pop(self): return self._a.pop(0)
                def __len__(self): return len(self._a)
        """,
    ),
    question(
        "class-context",
        """
            class Timer:
                def __enter__(self):
                    self.on = True
                    return self
                def __exit__(self, *a):
                    self.on = False
                    return a[0] is KeyError
        """,
        """
            with Timer() as t:
                assert t.on
            assert not t.on
            with Timer():
                raise KeyError('x')
        """,
        """
            class Timer:
                def __enter__(self):
                    self.on = True
                    return self
                def __exit__(self, *a):
                    pass
        """,
    ),
    question(
        "dataclass",
        """
            from dataclasses import dataclass
            @dataclass
            class P:
                x: int
                y: int = 2
        """,
        """
            import dataclasses
            assert P(1) == P(1, 2)
            assert P(1).y == 2
            assert dataclasses.asdict(P(1)) == {'x': 1, 'y': 2}
            assert repr(P(1)) == 'P(x=1, y=2)'
        """,
        """
            class P:
                def __init__(self, x, y=2): self.x, self.y = x, y
        """,
    ),
    question(
        "enum",
        """
            from enum import Enum
            class Color(Enum):
                RED = 1
                BLUE = 2
            def pick(n):
                return Color(n)
        """,
        """
            assert pick(1) is Color.RED
            assert pick(2) == Color.BLUE
            assert pick(1).name == 'RED'
            assert len(Color) == 2
            assert [c.value for c in Color] == [1, 2]
        """,
        """
            from enum import Enum
            class Color(Enum):
                RED = 1
                BLUE = 2
            def pick(n):
                return Color.RED
        """,
    ),
    question(
        "estimator",
        """
            import numpy as np
            class Line:
                def fit(self, X, y):
                    A = np.c_[X, np.ones(len(X))]
                    self.coef_ = np.linalg.lstsq(A, y, rcond=None)[0]
                    return self
                def predict(self, X):
                    return np.c_[X, np.ones(len(X))] @ self.coef_
        """,
        """
            import numpy as np
            X = np.arange(5.0)[:, None]
            m = Line().fit(X, 2 * X[:, 0] + 1)
            assert np.allclose(m.coef_, [2, 1])
            assert np.allclose(m.predict(np.array([[10.0]])), 21)
            assert m.predict(X).shape == (5,)
        """,
        """
            import numpy as np
            class Line:
                def fit(self, X, y):
                    self.coef_ = np.zeros(2)
                    return self
                def predict(self, X):
                    return np.zeros(len(X))
        """,
    ),
    question(
        "iterator-class",
        """
            class Down:
                def __init__(self, n): self.n = n
                def __iter__(self): return self
                def __next__(self):
                    if self.n <= 0:
                        raise StopIteration
                    self.n -= 1
                    return self.n + 1
        """,
        """
            assert list(Down(3)) == [3, 2, 1]
            it = iter(Down(1))
            assert next(it) == 1
            try:
                next(it)
                assert False
            except StopIteration:
                pass
            assert sum(Down(4)) == 10
        """,
        """
            class Down:
                def __init__(self, n): self.n = n
                def __iter__(self): return iter([1])
        """,
    ),
    question(
        "instances-in-list",
        """
            class Item:
                def __init__(self, p): self.p = p
            def shop():
                return [Item(3), Item(1)]
            def cheapest(items):
                return min(items, key=lambda i: i.p)
        """,
        """
            s = shop()
            assert len(s) == 2 and s[0].p == 3
            assert cheapest(s).p == 1
            assert cheapest(s) is s[1]
            assert sum(i.p for i in s) == 4
            assert sorted(s, key=lambda i: i.p)[0].p == 1
        """,
        """
            class Item:
                def __init__(self, p): self.p = p
            def shop():
                return [Item(3), Item(1)]
            def cheapest(items):
                return items[0]
        """,
    ),
    question(
        "instance-variable",
        """
            class Dog:
                def __init__(self, name): self.name = name
            rex = Dog('Rex')
        """,
        """
            assert rex.name == 'Rex'
            assert isinstance(rex, Dog)
            assert type(rex) == Dog
        """,
        """
            class Dog:
                def __init__(self, name): self.name = name
            rex = Dog('Max')
        """,
    ),
    question(
        "metaclass-protocol",
        """
            class Poly:
                def __init__(self, *c): self.c = list(c)
                def __setitem__(self, i, v): self.c[i] = v
                def __getitem__(self, i): return self.c[i]
                def __delitem__(self, i): del self.c[i]
                def __matmul__(self, o): return sum(a * b for a, b in zip(self.c, o.c))
                def __iadd__(self, o):
                    self.c.append(o)
                    return self
        """,
        """
            p = Poly(1, 2, 3)
            p[0] = 5
            assert p[0] == 5 and p[1:] == [2, 3]
            del p[0]
            assert p.c == [2, 3]
            assert p @ p == 13
            p += 4
            assert p.c == [2, 3, 4]
        """,
        """
            class Poly:
                def __init__(self, *c): self.c = [0]
        """,
    ),
    question(
        "nested-mutation",
        """
            class Bag:
                def __init__(self): self.items = []
                def add(self, x): self.items.append(x)
        """,
        """
            b = Bag()
            b.add(1)
            b.items.append(2)
            assert b.items == [1, 2]
            assert len(b.items) == 2
        """,
        """
            class Bag:
                def __init__(self): self.items = []
                def add(self, x): pass
        """,
        inside="an attribute's list is a copy: what a test adds to it is lost",
    ),
    question(
        "subclass-in-test",
        """
            class Model:
                def forward(self, x):
                    raise NotImplementedError
                def loss(self, x):
                    return self.forward(x) ** 2
        """,
        """
            class Twice(Model):
                def forward(self, x):
                    return 2 * x
            assert Twice().loss(3) == 36
        """,
        """
            class Model:
                def loss(self, x):
                    return 1
        """,
        ours={"right": Differs(0, "derives from a class of the student")},
        preflight="derives from a class of the student",
    ),
)
