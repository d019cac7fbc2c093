"""Return a matrix, whose square is a product, or imaginary numbers: their squares sum up below 0.

Must not: let a sum of squares be small because it is negative.
"""

from live_objects import LIVE_OBJECTS

ASSIGNMENT = LIVE_OBJECTS
FIRST = ["import numpy as np"]
ANSWERS = {
    "turned": "def turned(n):\n    return np.matrix([[0, 1e6], [-1e6, 0]])",
    "ratio": "def ratio(n):\n    return np.array([n / 2, n / 4 + 1e6j])",
    "large": "def large(n):\n    return complex(n + 0.5, 1)",
}
REASON = "turned-hidden: failed"
STOPPED_BY = "a matrix arrives as a plain array, imaginary parts as a doubt"
PROCESS_STOPS = True
