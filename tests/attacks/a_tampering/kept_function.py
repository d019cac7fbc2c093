"""Keep a function of the test's and call it in later exercises.

Must not: hurt an exercise that comes later.
"""

ASSIGNMENT = "hand_written"
ANSWERS = {
    "slope": ("kept = []\ndef slope(f, x):\n    kept.append(f)\n    return 0.0"),
    "count": ("def count(x):\n    return int(kept[0](0.0)) + 3"),
}
REASON = "has ended"
STOPPED_BY = "functions of ours live as long as their test"
PROCESS_STOPS = True
