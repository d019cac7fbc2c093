"""Pass an array for the output of a test's function, by position.

Must not: write into memory by a function of ours.
"""

ASSIGNMENT = "hand_written"
FIRST = [
    "import numpy as np",
]
ANSWERS = {
    "slope": ("def slope(f, x):\n    f(np.zeros(9), np.zeros(9))\n    return 1.0"),
}
REASON = "positional argument"
STOPPED_BY = "functions of ours take plain positional arguments"
PROCESS_STOPS = True
