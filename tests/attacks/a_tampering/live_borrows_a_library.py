"""Name classes of the student's after ones of libraries, and give them modules of those.

Must not: take an object for a number, an array or a fraction because its class is called so.
"""

from live_objects import LIAR, LIVE_OBJECTS, everywhere

ASSIGNMENT = LIVE_OBJECTS
FIRST = [
    LIAR
    + """
def borrowed(module, name):
    made = type(name, (Liar,), {})
    made.__module__ = module
    return made()
"""
]
ANSWERS = everywhere("borrowed('numpy', 'int64')") | {
    "half": "def half(n):\n    return borrowed('fractions', 'Fraction')",
    "evens": "def evens(n):\n    return borrowed('numpy', 'ndarray')",
    "money": "def Money(n):\n    return borrowed('decimal', 'Decimal')",
    "tags": "def tags(text):\n    return borrowed('collections', 'Counter')",
}
REASON = "cannot be graded|not met"
STOPPED_BY = "classes of values are claimed by nothing that stays with the student"
PROCESS_STOPS = True
