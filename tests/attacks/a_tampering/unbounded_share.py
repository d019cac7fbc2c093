"""Return infinite, negative and enormous numbers where a test's last value is partial credit.

Must not: give more points than the test has, or points for no number.
"""

ASSIGNMENT = "hand_written"
FIRST = ["answers = iter([float('nan'), 10**400, -5.0, float('inf')])"]
ANSWERS = {"share": "def share(x): return next(answers)"}
REASON = "share-hidden: failed"
STOPPED_BY = "points are between 0 and the test's own"
PROCESS_STOPS = True
