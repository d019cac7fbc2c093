"""Give a generator that never ends.

Must not: hang, or collect without end.
"""

from live_objects import LIVE_OBJECTS

ASSIGNMENT = LIVE_OBJECTS
ANSWERS = {
    "evens": """def evens(n):
    while True:
        yield 0"""
}
REASON = "longer|stopped|took|memory|ended"
STOPPED_BY = "the test's time and memory are limited"
PROCESS_STOPS = True
