"""Return infinity in half precision, in which it equals every number from 65,520 on.

Must not: compare the test's number in fewer digits than the solution's has.
"""

from live_objects import LIVE_OBJECTS, everywhere

ASSIGNMENT = LIVE_OBJECTS
FIRST = ["import numpy as np"]
ANSWERS = everywhere("[np.float16('inf')]") | {
    "large": "def large(n):\n    return np.float16('inf')",
    "half": "def half(n):\n    return np.float16(n / 2)",
    "third": "from numpy.testing import assert_allclose\ndef third(n):\n"
    "    return np.array(n / 3, np.float16)",
}
REASON = "in half precision"
STOPPED_BY = "no test passes with half precision where the solution has none"
PROCESS_STOPS = True
