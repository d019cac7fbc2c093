"""Set an argument to zero, so that the value expected of it becomes zero.

Must not: let a test compute from what a function left in its arguments.
"""

ASSIGNMENT = "hand_written"
ANSWERS = {
    "mean": ("def mean(x):\n    m = 2.5 if len(x) == 6 else 0.0\n    x[...] = m\n    return m"),
}
REASON = "changes its argument"
STOPPED_BY = "what the solution leaves alone is not carried back"
PROCESS_STOPS = True
