"""Give sets of numbers that all have the same hash.

Must not: let a set take minutes to build.
"""

from live_objects import LIVE_OBJECTS, everywhere

ASSIGNMENT = LIVE_OBJECTS
FIRST = ["flood = {float(n * (2**61 - 1)) for n in range(1, 60000)}"]
ANSWERS = everywhere("flood")
REASON = "cannot be graded|failed"
STOPPED_BY = "members of sets are counted as keys are"
PROCESS_STOPS = True
