"""Clear the list that a test goes through after the call.

Must not: make a loop over nothing a passed test.
"""

ASSIGNMENT = "hand_written"
ANSWERS = {
    "twice": ("def twice(numbers):\n    numbers.clear()\n    return []"),
}
REASON = "twice-hidden: failed"
STOPPED_BY = "what the solution leaves alone is not carried back"
PROCESS_STOPS = True
