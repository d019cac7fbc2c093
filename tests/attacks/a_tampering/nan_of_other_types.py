"""Return NaN in a matrix, in an array of objects, as a missing time span, as a part, and as a text.

Must not: take for near what is nowhere, whatever its type.
"""

ASSIGNMENT = "hand_written"
FIRST = ["import numpy as np"]
ANSWERS = {
    "cube": "def cube(x):\n    return np.matrix([[np.nan]])",
    "slope": "def slope(f, x):\n    return np.array([float('nan')], object)",
    "share": "def share(x):\n    return np.array([2.0, np.nan])",
    "root": "def root(x):\n    return np.timedelta64('NaT')",
    "mean": "def mean(x):\n    return 'nan'",
}
REASON = "is NaN where numbers are expected"
STOPPED_BY = "no test passes with NaN where the solution never gives it"
PROCESS_STOPS = True
