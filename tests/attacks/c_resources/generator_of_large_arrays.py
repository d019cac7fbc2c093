"""Give a generator of large arrays, to a test that makes a list of them.

Must not: fill the examiner's memory.
"""

from live_objects import LIVE_OBJECTS

ASSIGNMENT = LIVE_OBJECTS
ANSWERS = {
    "evens": """import numpy as np
def evens(n):
    for i in range(10_000):
        yield np.zeros(1_000_000)"""
}
REASON = "too long|could not use|memory|process ended|stopped|longer"
STOPPED_BY = "the examiner's memory and clock are bounded, and what goes beyond costs the test"
PROCESS_STOPS = True
