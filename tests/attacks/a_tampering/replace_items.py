"""Replace the items of an argument by ones that fit the answer.

Must not: let a test compute from what a function left in its arguments.
"""

ASSIGNMENT = "hand_written"
ANSWERS = {
    "twice": ("def twice(numbers):\n    numbers[:] = [0, 0, 0]\n    return [0, 0, 0]"),
}
REASON = "twice-hidden: failed"
STOPPED_BY = "what the solution leaves alone is not carried back"
PROCESS_STOPS = True
