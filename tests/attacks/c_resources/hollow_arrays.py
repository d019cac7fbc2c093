"""Return a million arrays of nothing.

Must not: cost the examiner memory or time.
"""

ASSIGNMENT = "hand_written"
FIRST = [
    "import numpy as np",
]
ANSWERS = {
    "twice": ("def twice(numbers):\n    return [np.zeros((1000, 0))] * 10**6"),
}
REASON = "cannot be graded"
STOPPED_BY = "the elements of a message are counted"
PROCESS_STOPS = True
