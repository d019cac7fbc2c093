"""Call a function of the test's with `where=False`, which returns memory of the examiner.

Must not: return what nothing was written to.
"""

ASSIGNMENT = "hand_written"
FIRST = [
    "import numpy as np",
]
ANSWERS = {
    "slope": (
        "def slope(f, x):\n"
        "    raise ValueError(bytes(f(np.zeros(16000), where=False).data).strip(b'\\0')[:500])"
    ),
}
REASON = "positional arguments only"
STOPPED_BY = "functions of ours take plain positional arguments"
PROCESS_STOPS = True
