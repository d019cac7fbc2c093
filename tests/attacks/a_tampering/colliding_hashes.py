"""Give a set of numbers with one and the same hash.

Must not: hold the examiner longer than a test may take, or pass.
"""

from live_objects import LIVE_OBJECTS

ASSIGNMENT = LIVE_OBJECTS
ANSWERS = {"tags": "def tags(text):\n    return {k * (2**61 - 1) for k in range(3000)}"}
REASON = "cannot be graded"
STOPPED_BY = "few members of sets may have hashes that can be chosen"
PROCESS_STOPS = True
