"""Return an array of objects with a million million rows and none of them.

Must not: cost the examiner memory or time.
"""

ASSIGNMENT = "hand_written"
FIRST = ["import numpy as np"]
ANSWERS = {"twice": "def twice(numbers):\n    return np.empty((2**40, 0), object)"}
REASON = "cannot be graded"
STOPPED_BY = "an array's parts are counted, with elements or without"
PROCESS_STOPS = True
