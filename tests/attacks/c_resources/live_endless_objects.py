"""Give a new class and a new object at every use.

Must not: let proxies fill the grader's memory.
"""

from live_objects import LIVE_OBJECTS, everywhere

ASSIGNMENT = LIVE_OBJECTS
FIRST = [
    """def endless():
    return [type('K', (), {})() for _ in range(5000)]"""
]
ANSWERS = everywhere("endless()")
REASON = "cannot be graded|longer|stopped|took|failed|expected"
STOPPED_BY = "classes and objects are counted, and calls are timed"
PROCESS_STOPS = True
