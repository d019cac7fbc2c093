"""Return a masked array that masks nothing, and masks each quotient of 0.

Must not: let an array's own arithmetic leave out what is wrong.
"""

from live_objects import LIVE_OBJECTS

ASSIGNMENT = LIVE_OBJECTS
FIRST = ["import numpy as np\nfrom collections import deque"]
ANSWERS = {
    "ratio": "def ratio(n):\n    return np.ma.array([0.0, 0.0])",
    "turned": "def turned(n):\n    return deque([np.ma.array([0.0, 0.0])])",
    "large": "def large(n):\n    return {'a': np.ma.masked}",
}
REASON = "ratio-hidden: failed"
STOPPED_BY = "arrays that mask nothing arrive as plain ones"
PROCESS_STOPS = True
