"""Change arrays that given functions keep in a default and in a cache.

Must not: leave a trace in what the next student's tests use.
"""

ASSIGNMENT = "hand_written"
ANSWERS = {
    "mean": (
        "seen = []\n"
        "def mean(x):\n"
        "    seen.append(x)\n"
        "    x.fill(-1)\n"
        "    return 2.5 if len(x) == 6 else 0.0"
    ),
}
REASON = "mean-hidden: failed"
STOPPED_BY = "each submission is examined in a process of its own"
PROCESS_STOPS = True
