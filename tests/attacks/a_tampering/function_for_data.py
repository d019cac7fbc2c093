"""Return functions that have the methods of sets and tables as attributes, alone and in containers.

Must not: take a function for an answer, nor ask it for more than the solution's is asked.
"""

from live_objects import LIVE_OBJECTS

ASSIGNMENT = LIVE_OBJECTS
FIRST = ["def agrees(*args): return 0\nagrees.issuperset = agrees.equals = lambda other: True"]
ANSWERS = {
    "letters": "def letters(text):\n    return agrees",
    "tags": "def tags(text):\n    return [agrees]",
    "adder": "def adder(n):\n    def add(x): return agrees\n    return add",
    "third": "from numpy.testing import assert_allclose\nthird = lambda n: lambda: 0",
    "counts": "counts = {'items': agrees}",
}
REASON = "it is a function, or holds one"
STOPPED_BY = "a function stands only where the solution has an object or a function"
PROCESS_STOPS = True
