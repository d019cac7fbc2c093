"""Put an object from which all numbers differ by nothing where a class gives objects and numbers.

Must not: take a live object for a number because the same method gives objects elsewhere.
"""

from live_objects import LIVE_OBJECTS, NOTHING

ASSIGNMENT = LIVE_OBJECTS
FIRST = [NOTHING]
ANSWERS = {
    "vector": """class Vector:
    def __init__(self, *parts): pass
    def __call__(self, place): return Nothing()
    def __mul__(self, other): return Nothing() if type(other) is Vector else self"""
}
REASON = "it is a Nothing, and the test expects plain data"
STOPPED_BY = "an object takes part in arithmetic only where the solution's does"
PROCESS_STOPS = True
