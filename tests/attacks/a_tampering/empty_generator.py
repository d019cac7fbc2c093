"""Give an iterator that ends at once, or an empty list, where the solution is a generator itself.

Must not: call nothing an answer.
"""

from live_objects import LIVE_OBJECTS

ASSIGNMENT = LIVE_OBJECTS
ANSWERS = {
    "pairs": "def pairs(n):\n    yield from ()",
    "evens": "def evens(n):\n    return []",
    "counts": "def counts(text):\n    return iter(())",
}
REASON = "is empty where (numbers are|something is) expected"
STOPPED_BY = "an iterator gives something where the solution's does"
PROCESS_STOPS = True
