"""Return a number that keeps the test itself in a loop that no signal ends.

Must not: keep the worker, or cost the other tests.
"""

ASSIGNMENT = "hand_written"
ANSWERS = {
    "count": ("def count(x):\n    return 3 if x == 0 else 10**13"),
}
HONEST = ["double"]
EARNED = 4.0
REASON = "took too long"
STOPPED_BY = "the process that examines is ended from outside"
PROCESS_STOPS = True
