"""Give generators that never end, to a test that makes a list of them.

Must not: hold the examiner longer than a test may take.
"""

from live_objects import LIVE_OBJECTS

ASSIGNMENT = LIVE_OBJECTS
ANSWERS = {"evens": "def evens(n):\n    while True:\n        yield 0"}
REASON = "took too long|stopped|longer"
STOPPED_BY = "a test's clock runs in the examiner, too"
PROCESS_STOPS = True
