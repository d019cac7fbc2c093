"""Change what tests share, an object's and a class's array, for all who come after.

Must not: leave a trace in what the next student's tests use.
"""

ASSIGNMENT = "hand_written"
ANSWERS = {
    "mean": ("def mean(x):\n    m = float(x.mean())\n    x[...] = 0\n    return m + (m != 2.5)"),
}
REASON = "mean-hidden: failed"
STOPPED_BY = "each submission is examined in a process of its own"
PROCESS_STOPS = True
