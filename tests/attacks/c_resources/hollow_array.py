"""Return an array of 33 million rows and no columns: 60 bytes until a test takes it apart.

Must not: cost the examiner memory or time.
"""

ASSIGNMENT = "hand_written"
FIRST = [
    "import numpy as np",
]
ANSWERS = {
    "twice": ("def twice(numbers):\n    return np.zeros((2**25, 0))"),
}
REASON = "cannot be graded"
STOPPED_BY = "an array's parts are counted, with elements or without"
PROCESS_STOPS = True
