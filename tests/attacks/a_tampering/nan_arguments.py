"""Fill an argument with NaN, which equals itself in NumPy's comparisons.

Must not: let a test compute from what a function left in its arguments.
"""

ASSIGNMENT = "hand_written"
ANSWERS = {
    "mean": (
        "def mean(x):\n"
        "    if len(x) == 6:\n"
        "        return 2.5\n"
        "    x[...] = float('nan')\n"
        "    return float('nan')"
    ),
}
REASON = "mean-hidden: failed"
STOPPED_BY = "what the solution leaves alone is not carried back"
PROCESS_STOPS = True
