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
)
