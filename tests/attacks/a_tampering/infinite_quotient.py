"""Return infinity: its relative distance from anything is NaN, which is not too large.

Must not: take for near what is infinitely far away.
"""

from live_objects import LIVE_OBJECTS

ASSIGNMENT = LIVE_OBJECTS
FIRST = ["import numpy as np"]
ANSWERS = {
    "ratio": "def ratio(n):\n    return np.array([np.inf, -np.inf])",
    "large": "def large(n):\n    return np.float32('inf')",
}
REASON = "is infinite, or nearly so"
STOPPED_BY = "no test passes with infinity where the solution is finite"
PROCESS_STOPS = True
