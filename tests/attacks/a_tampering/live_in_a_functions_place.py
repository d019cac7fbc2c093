"""Make a class in place of a function, whose instances agree with everything.

Must not: let more of it reach a test than a call.
"""

from live_objects import LIAR, LIVE_OBJECTS

ASSIGNMENT = LIVE_OBJECTS
FIRST = [LIAR]
ANSWERS = {
    "adder": "class adder(Liar):\n    def __call__(self, x): return Liar()",
    "evens": "class evens(Liar):\n    def __iter__(self): return iter([Liar()] * 4)",
    "half": "class half(Liar):\n    pass",
    "third": "import numpy as np\nclass third:\n    def __new__(cls, n): return np.array([])",
}
REASON = "cannot be graded|is empty|not met"
STOPPED_BY = "an object in a function's place can be called or run through, no more"
PROCESS_STOPS = True
