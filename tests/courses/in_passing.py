"""What functions return in passing, print, raise and leave behind, and no test asks about."""

from courses.form import Case, Differs, hidden, solution
from courses.question import question

BOX = """
class Box:
    def __init__(self):
        self.items = []
    def put(self, x):
        self.items.append(x)
"""
TRUTHS = """
    assert is_valid('a@b.c')
    assert not is_valid('x')
"""

CASES = (
    question(
        "method-returns-itself-for-none",
        """
            class Stack:
                def __init__(self):
                    self.items = []
                def push(self, x):
                    self.items.append(x)
                def pop(self):
                    return self.items.pop()
        """,
        """
            s = Stack()
            s.push(1)
            s.push(2)
            assert s.pop() == 2
        """,
        """
            class Stack:
                def __init__(self):
                    self.items = []
                def push(self, x):
                    return self
                def pop(self):
                    return self.items
        """,
        answers={
            "chained": """
class Stack:
    def __init__(self):
        self.items = []
    def push(self, x):
        self.items.append(x)
        return self
    def pop(self):
        return self.items.pop()
"""
        },
        stock={"right": 1, "untouched": 0, "wrong": 0, "chained": 1},
    ),
    Case(
        "none-of-a-method-is-no-fault",
        (
            solution(
                """
                    class Box:
                        ### BEGIN SOLUTION
                        def __init__(self):
                            self.items = []
                        def put(self, x):
                            self.items.append(x)
                        def total(self):
                            return sum(self.items)
                        ### END SOLUTION
                """
            ),
            hidden("b = Box()\nb.put(3)\nb.name = 'red'\nassert b.total() == 3"),
        ),
        answers={
            "wrong": f"{BOX}\n    def total(self):\n        return 4",
            "none": f"{BOX}\n    def total(self):\n        pass",
        },
        stock={"right": 1, "untouched": 0, "wrong": 0, "none": 0},
        ours={
            "wrong": Differs(0, r"A hidden check was not met\.$"),
            "none": Differs(0, r"A hidden check was not met\. `Box\(\)\.total` returned None\.$"),
        },
    ),
    question(
        "live-object-where-none-is-asked-for",
        """
            class Node:
                def __init__(self, value):
                    self.value = value
            def find(nodes, value):
                return next((n.value for n in nodes if n.value > value), None)
        """,
        """
            assert find([Node(1), Node(2)], 5) is None
            assert find([Node(1), Node(2)], 5) == None
            assert not find([], 5)
        """,
        """
            class Node:
                def __init__(self, value):
                    self.value = value
                def __eq__(self, other):
                    return True
                def __bool__(self):
                    return False
            def find(nodes, value):
                return Node(0)
        """,
    ),
    question(
        "context-manager-returns-itself",
        """
            class Counter:
                count = 0
                def __enter__(self):
                    self.count += 1
                def __exit__(self, *error):
                    self.count -= 1
        """,
        """
            c = Counter()
            with c:
                assert c.count == 1
            assert c.count == 0
        """,
        """
            class Counter:
                count = 0
                def __enter__(self):
                    return self
                def __exit__(self, *error):
                    pass
        """,
        answers={
            "itself": """
class Counter:
    count = 0
    def __enter__(self):
        self.count += 1
        return self
    def __exit__(self, *error):
        self.count -= 1
"""
        },
        stock={"right": 1, "untouched": 0, "wrong": 0, "itself": 1},
    ),
    question(
        "match-for-a-truth-value",
        """
            import re
            def is_valid(address):
                return bool(re.match(r'[^@]+@[^@]+$', address))
        """,
        TRUTHS,
        "def is_valid(address):\n    return False",
        answers={
            "match": "import re\ndef is_valid(a):\n    return re.match(r'[^@]+@[^@]+$', a)",
            "always": "import re\ndef is_valid(a):\n    return re.match('', a)",
        },
        stock={"right": 1, "untouched": 0, "wrong": 0, "match": 1, "always": 0},
    ),
    question(
        "match-where-true-is-asked-for",
        """
            import re
            def is_valid(address):
                return bool(re.match(r'[^@]+@[^@]+$', address))
        """,
        "assert is_valid('a@b.c') == True\nassert is_valid('x') == False",
        "def is_valid(address):\n    return False",
        answers={
            "match": "import re\ndef is_valid(a):\n    return re.match(r'[^@]+@[^@]+$', a)",
            "cheater": """
class Yes:
    def __eq__(self, other):
        return True
def is_valid(a):
    return Yes()
""",
        },
        stock={"right": 1, "untouched": 0, "wrong": 0, "match": 0, "cheater": 1},
        ours={"cheater": Differs(0, "does not hold: is_valid")},
    ),
    question(
        "other-error-of-the-tests-function",
        """
            def retry(f, times):
                for _ in range(times - 1):
                    try:
                        return f()
                    except Exception:
                        pass
                return f()
        """,
        """
            calls = []
            def flaky():
                calls.append(1)
                if len(calls) < 3:
                    raise ConnectionError('no route')
                return 'ok'
            assert retry(flaky, 3) == 'ok'
            def broken():
                raise ConnectionError('no route')
            try:
                retry(broken, 2)
                assert False
            except ConnectionError as error:
                assert str(error) == 'no route'
        """,
        "def retry(f, times):\n    return f()",
        answers={
            "narrow": """
def retry(f, times):
    for left in range(times, 0, -1):
        try:
            return f()
        except ConnectionError:
            if left == 1:
                raise
"""
        },
        stock={"right": 1, "untouched": 0, "wrong": 0, "narrow": 1},
    ),
    question(
        "given-error-of-the-tests-function",
        """
            def guarded(f):
                try:
                    return f()
                except Overload as error:
                    return error.seconds
        """,
        """
            def f():
                raise Overload(3)
            assert guarded(f) == 3
        """,
        "def guarded(f):\n    return f()",
        before="""
            class Overload(Exception):
                def __init__(self, seconds):
                    super().__init__(f'wait {seconds} seconds')
                    self.seconds = seconds
        """,
    ),
    question(
        "global-name-that-a-function-makes",
        """
            def setup():
                global settings
                settings = {'depth': 3}
            setup()
        """,
        "assert settings['depth'] == 3",
        """
            def setup():
                settings = {'depth': 3}
            setup()
        """,
        ours={"wrong": Differs(0, "`settings` is not defined in your notebook")},
    ),
    question(
        "printed-text-compared",
        """
            def report(name):
                print(f'{name}:\\t1\\u00a0000\\r')
        """,
        """
            import contextlib, io
            out = io.StringIO()
            with contextlib.redirect_stdout(out):
                report('a')
                print('and')
                report('b')
            said = ':\\t1\\u00a0000\\r\\n'
            assert out.getvalue() == f'a{said}and\\nb{said}'
        """,
        "def report(name):\n    print(name)",
        answers={
            "complaining": """
import sys
def report(name):
    print('in report', file=sys.stderr)
    print(f'{name}:\\t1\\u00a0000\\r')
"""
        },
        stock={"right": 1, "untouched": 0, "wrong": 0, "complaining": 0},
        ours={"complaining": Differs(1, "")},
    ),
    question(
        "errors-printed-compared",
        """
            import sys
            def warn(text):
                print(text, file=sys.stderr)
        """,
        """
            import contextlib, io
            out, err = io.StringIO(), io.StringIO()
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
                warn('too hot')
            assert err.getvalue() == 'too hot\\n'
            assert out.getvalue() == ''
        """,
        "def warn(text):\n    print(text)",
    ),
    question(
        "long-text-printed",
        """
            def lines(n):
                for k in range(n):
                    print(k)
        """,
        """
            import contextlib, io
            out = io.StringIO()
            with contextlib.redirect_stdout(out):
                lines(6000)
            assert out.getvalue().split()[-1] == '5999'
        """,
        "def lines(n):\n    print(n)",
    ),
)
