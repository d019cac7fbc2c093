"""Return an array of no rows where a test compares with a number.

Must not: call nothing an answer.
"""

ASSIGNMENT = "hand_written"
FIRST = [
    "import numpy as np",
]
ANSWERS = {
    "mean": ("def mean(x):\n    return np.zeros((0, 1))"),
}
REASON = "is empty"
STOPPED_BY = "nothing stands for a number where the solution gives one"
PROCESS_STOPS = True
