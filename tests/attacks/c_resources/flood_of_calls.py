"""Call a test's function again and again without end.

Must not: keep the examiner busy beyond the limits.
"""

ASSIGNMENT = "hand_written"
ANSWERS = {
    "slope": ("def slope(f, x):\n    while True:\n        f(0.0)"),
}
REASON = "stopped"
STOPPED_BY = "calls of a function are counted, and timed"
PROCESS_STOPS = True
